/* A card as an object of a deck file. For this folder's own files. */
#ifndef MATCHWICK_EDIT_CARD_SPLICE_H
#define MATCHWICK_EDIT_CARD_SPLICE_H

#include "edit/splice.h"

/* `id`: empty where the file leaves it out. `text`: as the file has it, empty for a new card. */
Str card_splice(Str text, const DeckCard *card, Str id, const SpliceStyle *style, Arena *arena);
/* A new one, behind what `out` has. */
void card_splice_add(StrBuf *out, const DeckCard *card, Str id, const SpliceStyle *style);

#endif
