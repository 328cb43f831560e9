#include "play/supply.h"

#include <string.h>

static void shuffle(Supply *supply, Rng *rng)
{
    memcpy(supply->order, supply->pool.cards, supply->pool.count * sizeof *supply->order);
    rng_shuffle_u32(rng, supply->order, supply->pool.count);
    supply->next = 0;
}

void supply_init(Supply *supply, const Deck *deck, const Pool *pool, bool is_endless, Rng *rng, Arena *arena)
{
    *supply = (Supply){.pool = *pool,
                       .deck = deck,
                       .arena = arena,
                       .is_endless = is_endless,
                       .order = ARENA_NEW_N(arena, uint32_t, pool->count)};
    if (pool->count) shuffle(supply, rng);
}

bool supply_take(Supply *supply, Rng *rng, uint32_t *card)
{
    if (supply->pool.count == 0) return false;
    if (supply->next == supply->pool.count) {
        if (!supply->is_endless) return false;
        shuffle(supply, rng);
    }
    *card = supply->order[supply->next++];
    return true;
}

static bool fits(const Clash *clash, uint32_t card, const uint32_t *shown, uint32_t shown_count)
{
    for (uint32_t i = 0; i < shown_count; i++)
        if (clash_is(clash, card, shown[i])) return false;
    return true;
}

static bool take_waiting(Supply *supply, const Clash *clash, const uint32_t *shown, uint32_t shown_count,
                         SupplyCard *out)
{
    for (uint32_t i = 0; i < supply->waiting_count; i++) {
        if (!fits(clash, supply->waiting[i].card, shown, shown_count)) continue;
        *out = supply->waiting[i];
        supply->waiting_count--;
        memmove(supply->waiting + i, supply->waiting + i + 1,
                (supply->waiting_count - i) * sizeof *supply->waiting);
        return true;
    }
    return false;
}

static void wait(Supply *supply, SupplyCard card)
{
    if (supply->waiting_count == supply->waiting_capacity) {
        uint32_t capacity = supply->waiting_capacity ? 2 * supply->waiting_capacity : 16;
        SupplyCard *waiting = ARENA_NEW_N(supply->arena, SupplyCard, capacity);
        if (supply->waiting_count) memcpy(waiting, supply->waiting, supply->waiting_count * sizeof *waiting);
        supply->waiting = waiting;
        supply->waiting_capacity = capacity;
    }
    supply->waiting[supply->waiting_count++] = card;
}

bool supply_take_fitting(Supply *supply, Rng *rng, const Clash *clash, const uint32_t *shown,
                         uint32_t shown_count, SupplyCard *out)
{
    if (take_waiting(supply, clash, shown, shown_count, out)) return true;
    /* The rest of this shuffle and one more hold every card. Cards that wait longer and longer, because a
       player leaves their like alone, must not grow for ever: a pool's worth waits, others come with the next
       shuffle. */
    uint32_t most = supply->pool.count;
    for (uint32_t draws = 0; draws < 2 * most; draws++) {
        SupplyCard drawn = {0};
        if (!supply_take(supply, rng, &drawn.card)) return false;
        drawn.wording = (uint32_t)rng_below(rng, deck_wording_count(supply->deck, drawn.card));
        drawn.is_swapped = rng_below(rng, 2) == 1;
        if (fits(clash, drawn.card, shown, shown_count)) {
            *out = drawn;
            return true;
        }
        if (supply->waiting_count < most) wait(supply, drawn);
    }
    return false;
}
