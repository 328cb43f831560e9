#include "platform/damage.h"

static int64_t area(Box b)
{
    return (int64_t)b.w * b.h;
}

/* What joining two boxes redraws beyond the two of them. */
static int64_t waste(Box a, Box b)
{
    return area(box_join(a, b)) - area(a) - area(b) + area(box_intersect(a, b));
}

static void take_out(Damage *damage, int index)
{
    damage->boxes[index] = damage->boxes[--damage->count];
}

/* Joins what overlaps or nearly touches until nothing does: less than a quarter more to draw is cheaper than
   going through the items once more. */
static void add_joined(Damage *damage, Box box)
{
    for (int i = 0; i < damage->count; i++) {
        if (waste(damage->boxes[i], box) * 4 > area(box)) continue;
        box = box_join(damage->boxes[i], box);
        take_out(damage, i);
        i = -1;
    }
    damage->boxes[damage->count++] = box;
}

static Box take_cheapest(Damage *damage, Box box)
{
    int best = 0;
    for (int i = 1; i < damage->count; i++)
        if (waste(damage->boxes[i], box) < waste(damage->boxes[best], box)) best = i;
    Box joined = box_join(damage->boxes[best], box);
    take_out(damage, best);
    return joined;
}

void damage_add(Damage *damage, Box box)
{
    if (box_is_empty(box)) return;
    for (int i = 0; i < damage->count; i++)
        if (box_holds(damage->boxes[i], box)) return;
    if (damage->count == DAMAGE_MAX_BOXES) box = take_cheapest(damage, box);
    add_joined(damage, box);
}

static int find_from(const Frame *frame, int from, uint64_t signature)
{
    for (int i = from; i < frame->count; i++)
        if (frame->items[i].signature == signature) return i;
    return -1;
}

Damage damage_between(const Frame *before, const Frame *now)
{
    Damage damage = {.count = 0};
    int old = 0;
    for (int i = 0; i < now->count; i++) {
        int same = find_from(before, old, now->items[i].signature);
        if (same < 0) {
            damage_add(&damage, now->items[i].touches);
            continue;
        }
        for (; old < same; old++) damage_add(&damage, before->items[old].touches);
        old = same + 1;
    }
    for (; old < before->count; old++) damage_add(&damage, before->items[old].touches);
    return damage;
}

static bool is_resampled(const FrameItem *item)
{
    bool is_scaled = item->place.w != item->width || item->place.h != item->height;
    return item->content != 0 && (is_scaled || item->angle_deg != 0);
}

static bool is_split(const Damage *damage, Box box)
{
    for (int i = 0; i < damage->count; i++)
        if (!box_is_empty(box_intersect(damage->boxes[i], box)) && !box_holds(damage->boxes[i], box))
            return true;
    return false;
}

static void join_all_that_meet(Damage *damage, Box box)
{
    for (int i = 0; i < damage->count; i++) {
        if (box_is_empty(box_intersect(damage->boxes[i], box))) continue;
        box = box_join(damage->boxes[i], box);
        take_out(damage, i);
        i = -1;
    }
    damage->boxes[damage->count++] = box;
}

void damage_widen(Damage *damage, const Frame *frame)
{
    for (int i = 0; i < frame->count; i++) {
        const FrameItem *item = &frame->items[i];
        if (!is_resampled(item) || !is_split(damage, item->touches)) continue;
        join_all_that_meet(damage, item->touches);
        i = -1; /* a larger box may split an item before */
    }
}

int64_t damage_area(const Damage *damage)
{
    int64_t sum = 0;
    for (int i = 0; i < damage->count; i++) sum += area(damage->boxes[i]);
    return sum;
}
