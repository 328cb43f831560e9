/* Cards and heads as the members of a deck file. For this folder's own files. */
#ifndef MATCHWICK_EDIT_DRAFT_MEMBERS_H
#define MATCHWICK_EDIT_DRAFT_MEMBERS_H

#include "edit/draft_model.h"
#include "edit/splice.h"

/* `id`: empty where the file leaves it out. `text`: as the file has it, empty for a new card. */
Str draft_card_splice(Str text, const DeckCard *card, Str id, const SpliceStyle *style, Arena *arena);
/* The file's object with the draft's head. */
Str draft_head_splice(const Draft *draft, Str root, Arena *arena);

#endif
