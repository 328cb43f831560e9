/* Cards as values: what of two cards differs, what of a card is there. For this folder's own files. */
#ifndef MATCHWICK_EDIT_CARD_FIELDS_H
#define MATCHWICK_EDIT_CARD_FIELDS_H

#include "edit/draft_diff.h"

#define CARD_ALL_FIELDS                                                                                      \
    (CARD_TERM | CARD_DEFINITION | CARD_WORDINGS | CARD_ACCEPTS | CARD_DISTRACTORS | CARD_TAGS | CARD_HINT)

/* CardField; the ids are not looked at. */
unsigned card_differences(const DeckCard *a, const DeckCard *b);
bool card_has_tag(const DeckCard *card, Str tag);
bool card_texts_are(DeckTexts a, DeckTexts b);
/* Without any text to read; tags and an id alone are no card. */
bool card_is_blank(const DeckCard *card);
/* A copy in the arena. What is the same in `old` (may be NULL) is shared with it. The id is `id`. */
DeckCard card_copy(Arena *arena, const DeckCard *card, const DeckCard *old, Str id);

#endif
