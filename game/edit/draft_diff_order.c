/* Where two states of a deck begin to have their cards in another order. */
#include <assert.h>

#include "edit/draft_diff.h"

/* The cards that are in both, in the order of theirs. */
static size_t by_theirs(const Diff *diff, size_t *out)
{
    size_t count = 0;
    for (size_t i = 0; i < diff->count; i++)
        if (diff->cards[i].ours != DECK_NO_CARD && diff->cards[i].theirs != DECK_NO_CARD) out[count++] = i;
    return count;
}

/* The same in the order of ours. */
static void sort_by_ours(const Diff *diff, const size_t *both, size_t count, size_t *out, Arena *scratch)
{
    uint32_t places = 0;
    for (size_t i = 0; i < count; i++)
        if (diff->cards[both[i]].ours >= places) places = diff->cards[both[i]].ours + 1;
    size_t *card_at = ARENA_NEW_N(scratch, size_t, places); /* from 1; 0: none of them */
    for (size_t i = 0; i < count; i++) card_at[diff->cards[both[i]].ours] = both[i] + 1;
    size_t sorted = 0;
    for (uint32_t place = 0; place < places; place++)
        if (card_at[place] > 0) out[sorted++] = card_at[place] - 1;
}

DiffOrder diff_order(const Diff *diff, Arena *scratch)
{
    assert(diff->is_moved);
    size_t *theirs = ARENA_NEW_N(scratch, size_t, diff->count),
           *ours = ARENA_NEW_N(scratch, size_t, diff->count);
    size_t count = by_theirs(diff, theirs), from = 0;
    sort_by_ours(diff, theirs, count, ours, scratch);
    while (ours[from] == theirs[from]) from++; /* they differ somewhere */
    DiffOrder order = {.has_before = from > 0, .before = from > 0 ? ours[from - 1] : 0};
    while (order.count < DIFF_ORDER_SHOWN && from + order.count < count) {
        order.ours[order.count] = ours[from + order.count];
        order.theirs[order.count] = theirs[from + order.count];
        order.count++;
    }
    order.goes_on = from + order.count < count;
    return order;
}
