/* Postings of hashed character trigrams over the terms or the definitions of a deck: finds texts that look
   alike without comparing all. Integers only. */
#ifndef MATCHWICK_PLAY_TRIGRAM_H
#define MATCHWICK_PLAY_TRIGRAM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "deck/deck.h"

#define TRIGRAM_RAREST       24    /* of the text asked for */
#define TRIGRAM_MAX_POSTINGS 2000  /* read for each; of a commoner one an even sample is kept */
#define TRIGRAM_MAX_TEXTS    65536 /* of a bigger side every second, third ... text is in the index */

typedef enum { SIDE_TERM, SIDE_DEFINITION } Side;

typedef struct TrigramIndex TrigramIndex;

/* A text of one side: the card's term (wording 0) or one of its wordings. */
typedef struct {
    uint32_t card;
    uint32_t wording;
} SideText;

TrigramIndex *trigram_index_make(Arena *arena, const Deck *deck, Side side);
Str side_text(const Deck *deck, Side side, SideText which);

/* The texts that share most of the rarest trigrams of `text`, best first, up to `max`; those for which
   `is_wanted` is false are passed over. Equal shares come in an order fixed by the deck. Scratch memory is
   taken from, and left in, `scratch`. */
uint32_t trigram_find(const TrigramIndex *index, Arena *scratch, Str text, SideText *out, uint32_t max,
                      bool (*is_wanted)(const void *self, SideText candidate), const void *self);

#endif
