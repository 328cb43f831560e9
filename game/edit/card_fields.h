/* Cards as values: what of a card is there, what of two cards differs. */
#ifndef MATCHWICK_EDIT_CARD_FIELDS_H
#define MATCHWICK_EDIT_CARD_FIELDS_H

#include "deck/deck_build.h"

/* What of a card differs, and what of a card a format carries. */
typedef enum {
    CARD_TERM = 1 << 0,
    CARD_DEFINITION = 1 << 1,
    CARD_WORDINGS = 1 << 2,
    CARD_ACCEPTS = 1 << 3,
    CARD_DISTRACTORS = 1 << 4,
    CARD_TAGS = 1 << 5,
    CARD_HINT = 1 << 6
} CardField;

#define CARD_ALL_FIELDS                                                                                      \
    (CARD_TERM | CARD_DEFINITION | CARD_WORDINGS | CARD_ACCEPTS | CARD_DISTRACTORS | CARD_TAGS | CARD_HINT)

/* Those that it has: term and definition always, lists and hint where they are not empty. */
unsigned card_fields_of(const DeckCard *card);
/* CardField; the ids are not looked at. */
unsigned card_differences(const DeckCard *a, const DeckCard *b);
bool card_has_tag(const DeckCard *card, Str tag);
/* Without any text to read; tags and an id alone are no card. */
bool card_is_blank(const DeckCard *card);
/* A copy in the arena. What is the same in `old` (may be NULL) is shared with it. The id is `id`. */
DeckCard card_copy(Arena *arena, const DeckCard *card, const DeckCard *old, Str id);

#endif
