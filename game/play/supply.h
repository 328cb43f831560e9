/* The pool, shuffled, in the order in which a deal takes it; cards that did not fit keep their turn. A card's
   draw (its wording, the order of its places) is made when it leaves the shuffle, so the supply depends on
   the seed alone, whatever is passed over. */
#ifndef MATCHWICK_PLAY_SUPPLY_H
#define MATCHWICK_PLAY_SUPPLY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/rng.h"
#include "play/clash.h"
#include "play/pool.h"

typedef struct {
    uint32_t card;
    uint32_t wording;
    bool is_swapped; /* the definition takes the first of the pair's two places */
} SupplyCard;

typedef struct {
    Pool pool;
    const Deck *deck;
    Arena *arena;
    bool is_endless; /* the pool is shuffled anew when used up */
    uint32_t *order;
    uint32_t next;
    SupplyCard *waiting; /* passed over, the longest first */
    uint32_t waiting_count, waiting_capacity;
} Supply;

void supply_init(Supply *supply, const Deck *deck, const Pool *pool, bool is_endless, Rng *rng, Arena *arena);
/* The next card whatever it is (rush). False at the end of a supply that is not endless. */
bool supply_take(Supply *supply, Rng *rng, uint32_t *card);
/* The first card that clashes with none of `shown`. False when there is none, in an endless supply after one
 * more whole shuffle. */
bool supply_take_fitting(Supply *supply, Rng *rng, const Clash *clash, const uint32_t *shown,
                         uint32_t shown_count, SupplyCard *out);

#endif
