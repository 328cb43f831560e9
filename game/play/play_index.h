/* All that rounds need to know of a deck beyond its texts: the clash relation and the trigram postings of its
   terms and of its definitions (distractor.h). Never changed once made, so it may be made on a thread of its
   own and read from several. Lies in the arena; the deck must outlive it. */
#ifndef MATCHWICK_PLAY_PLAY_INDEX_H
#define MATCHWICK_PLAY_PLAY_INDEX_H

#include "base/arena.h"
#include "deck/deck.h"
#include "play/clash.h"
#include "play/trigram.h"

typedef struct {
    const Deck *deck;
    const Clash *clash;
    const TrigramIndex *terms;
    const TrigramIndex *definitions; /* every wording is a text of its own */
} PlayIndex;

PlayIndex *play_index_make(Arena *arena, const Deck *deck);

#endif
