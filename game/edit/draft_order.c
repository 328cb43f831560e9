#include "edit/draft_order.h"

#include <assert.h>
#include <string.h>

/* From the end, so that each card is moved once. */
void draft_order_in(Draft *draft, const DraftSpot *spots, size_t count)
{
    size_t end = draft->count + count, from = draft->count;
    draft->order = draft_grow(&draft->arena, draft->order, &draft->order_room, end, sizeof *draft->order);
    for (size_t i = count; i-- > 0;) {
        size_t place = spots[i].place, behind = end - place - 1;
        assert(behind <= from);
        from -= behind;
        memmove(draft->order + place + 1, draft->order + from, behind * sizeof *draft->order);
        draft->order[place] = spots[i].item;
        draft->items[spots[i].item].is_in = true;
        end = place;
    }
    draft->count += (uint32_t)count;
}

void draft_order_out(Draft *draft, const DraftSpot *spots, size_t count)
{
    if (count == 0) return;
    size_t to = spots[0].place;
    for (size_t i = 0; i < count; i++) {
        size_t from = spots[i].place + 1, end = i + 1 < count ? spots[i + 1].place : draft->count;
        assert(draft->order[from - 1] == spots[i].item && end >= from);
        draft->items[spots[i].item].is_in = false;
        memmove(draft->order + to, draft->order + from, (end - from) * sizeof *draft->order);
        to += end - from;
    }
    draft->count -= (uint32_t)count;
}
