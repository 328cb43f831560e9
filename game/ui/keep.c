#include "ui/keep.h"

#include <assert.h>
#include <string.h>

void keep_init(Keep *keep, Arena *arena, int capacity)
{
    assert(capacity > 0 && (capacity & (capacity - 1)) == 0);
    *keep = (Keep){.capacity = capacity};
    keep->slots = ARENA_NEW_N(arena, KeepSlot, (size_t)capacity);
    keep->spare = ARENA_NEW_N(arena, KeepSlot, (size_t)capacity);
}

static KeepSlot *probe(const Keep *keep, uint64_t id)
{
    uint64_t mask = (uint64_t)keep->capacity - 1;
    uint64_t i = (id ^ id >> 32) & mask;
    while (keep->slots[i].id != 0 && keep->slots[i].id != id) i = (i + 1) & mask;
    return &keep->slots[i];
}

/* Drops what was not asked for since `pass`; if that is not enough, all. */
static void make_room(Keep *keep, int64_t pass)
{
    KeepSlot *old = keep->slots;
    keep->slots = keep->spare;
    keep->spare = old;
    keep->count = 0;
    memset(keep->slots, 0, sizeof *keep->slots * (size_t)keep->capacity);
    for (int i = 0; i < keep->capacity && keep->count < keep->capacity / 2; i++) {
        if (old[i].id == 0 || old[i].pass < pass) continue;
        *probe(keep, old[i].id) = old[i];
        keep->count++;
    }
}

KeepSlot *keep_get(Keep *keep, uint64_t id, int64_t pass, bool *is_new)
{
    KeepSlot *slot = probe(keep, id);
    *is_new = slot->id == 0;
    if (*is_new) {
        if (keep->count >= keep->capacity / 4 * 3) {
            make_room(keep, pass - 1);
            slot = probe(keep, id);
        }
        *slot = (KeepSlot){.id = id};
        keep->count++;
    }
    slot->pass = pass;
    return slot;
}
