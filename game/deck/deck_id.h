/* Ids of cards that have none of their own, made from their term. */
#ifndef MATCHWICK_DECK_DECK_ID_H
#define MATCHWICK_DECK_DECK_ID_H

#include "base/arena.h"
#include "base/str.h"

#define DECK_MADE_ID_BYTES 64

/* Case-folded letters and digits joined by `-`, cut at 64 bytes at a whole code point; where the term has
   none, `x-` and the first 12 hex digits of its BLAKE2b-256. Returns the size; writes no zero byte. The arena
   is for scratch work. */
size_t deck_id_make(Str term, Arena *scratch, char out[DECK_MADE_ID_BYTES]);

#endif
