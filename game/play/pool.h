/* The cards that a round draws from: the deck, its cards under some tags, or a list (practice). In deck
   order, each once. Lies in the arena that it was made in. */
#ifndef MATCHWICK_PLAY_POOL_H
#define MATCHWICK_PLAY_POOL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "deck/deck.h"
#include "play/setup.h"

typedef struct {
    const uint32_t *cards;
    uint32_t count;
    const uint32_t *members; /* a bit for each card of the deck */
} Pool;

/* The setup's tags; a tag that the deck does not have has no cards. */
Pool pool_make(Arena *arena, const Deck *deck, const Setup *setup);
Pool pool_make_cards(Arena *arena, const Deck *deck, const uint32_t *cards, uint32_t count);
bool pool_has(const Pool *pool, uint32_t card);

#endif
