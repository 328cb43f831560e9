#include "formats/import_same.h"

#include <string.h>

static ImportSlot *make_slots(ImportSame *same, size_t count)
{
    ImportSlot *slots = ARENA_NEW_N(&same->arena, ImportSlot, count);
    memset(slots, 0xff, count * sizeof *slots);
    return slots;
}

void import_same_init(ImportSame *same)
{
    *same = (ImportSame){.slot_count = 1024};
    arena_init(&same->arena, 0);
    same->slots = make_slots(same, same->slot_count);
}

void import_same_deinit(ImportSame *same)
{
    arena_deinit(&same->arena);
}

/* Where the search for it begins. */
static size_t start_of(const ImportSame *same, uint32_t hash)
{
    return hash & (same->slot_count - 1);
}

/* Half of it is kept, and says both: a slot is small, so that more of them lie near the processor. */
static uint32_t kept_of(uint64_t hash)
{
    return (uint32_t)(hash ^ hash >> 32);
}

uint32_t import_same_next(const ImportSame *same, uint64_t hash, size_t *at)
{
    size_t mask = same->slot_count - 1;
    uint32_t kept = kept_of(hash);
    *at = *at == IMPORT_SAME_BEGIN ? start_of(same, kept) : (*at + 1) & mask;
    while (same->slots[*at].card != UINT32_MAX && same->slots[*at].hash != kept) *at = (*at + 1) & mask;
    return same->slots[*at].card;
}

static void enter(ImportSame *same, ImportSlot slot)
{
    size_t mask = same->slot_count - 1, at = start_of(same, slot.hash);
    while (same->slots[at].card != UINT32_MAX) at = (at + 1) & mask;
    same->slots[at] = slot;
}

static void resize(ImportSame *same, size_t slot_count)
{
    Arena old_arena = same->arena;
    ImportSlot *old = same->slots;
    size_t old_count = same->slot_count;
    arena_init(&same->arena, 0);
    same->slot_count = slot_count;
    same->slots = make_slots(same, slot_count);
    for (size_t i = 0; i < old_count; i++)
        if (old[i].card != UINT32_MAX) enter(same, old[i]);
    arena_deinit(&old_arena);
}

void import_same_expect(ImportSame *same, size_t most)
{
    size_t slot_count = same->slot_count;
    while (slot_count / 2 < most) slot_count *= 2;
    if (slot_count > same->slot_count) resize(same, slot_count);
}

void import_same_add(ImportSame *same, uint64_t hash, uint32_t card)
{
    if (same->used >= same->slot_count / 2) resize(same, 2 * same->slot_count);
    enter(same, (ImportSlot){kept_of(hash), card});
    same->used++;
}
