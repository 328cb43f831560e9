#include "base/str_table.h"

#include <assert.h>
#include <string.h>

static uint32_t hash_of(Str text)
{
    uint64_t hash = str_hash_here(text, 0);
    return (uint32_t)(hash ^ hash >> 32);
}

static void make_slots(StrTable *table, uint32_t slot_count)
{
    StrTableEntry *entries = ARENA_NEW_N(table->arena, StrTableEntry, slot_count / 2);
    if (table->count > 0) memcpy(entries, table->entries, table->count * sizeof *entries);
    table->entries = entries;
    table->slot_count = slot_count;
    table->slots = ARENA_NEW_N(table->arena, uint32_t, slot_count);
    memset(table->slots, 0xff, slot_count * sizeof *table->slots);
    for (uint32_t i = 0; i < table->count; i++) {
        uint32_t slot = entries[i].hash & (slot_count - 1);
        while (table->slots[slot] != STR_TABLE_NONE) slot = (slot + 1) & (slot_count - 1);
        table->slots[slot] = i;
    }
}

void str_table_init(StrTable *table, Arena *arena, size_t expected)
{
    uint32_t slot_count = 16;
    while (slot_count / 2 < expected) slot_count *= 2;
    *table = (StrTable){.arena = arena};
    make_slots(table, slot_count);
}

/* The slot of the text, or the empty one where it would go. */
static uint32_t find_slot(const StrTable *table, Str text, uint32_t hash)
{
    uint32_t slot = hash & (table->slot_count - 1);
    for (;; slot = (slot + 1) & (table->slot_count - 1)) {
        uint32_t number = table->slots[slot];
        if (number == STR_TABLE_NONE) return slot;
        if (table->entries[number].hash == hash && str_is(str_table_text(table, number), text)) return slot;
    }
}

uint32_t str_table_find(const StrTable *table, Str text)
{
    return table->slots[find_slot(table, text, hash_of(text))];
}

uint32_t str_table_add(StrTable *table, Str text)
{
    uint32_t hash = hash_of(text), slot = find_slot(table, text, hash);
    if (table->slots[slot] != STR_TABLE_NONE) return table->slots[slot];
    if (table->count == table->slot_count / 2) {
        make_slots(table, table->slot_count * 2);
        slot = find_slot(table, text, hash);
    }
    assert(text.size <= UINT32_MAX);
    table->entries[table->count] = (StrTableEntry){text.data, (uint32_t)text.size, hash};
    table->slots[slot] = table->count;
    return table->count++;
}

uint32_t str_table_add_copy(StrTable *table, Str text)
{
    uint32_t known = table->count, number = str_table_add(table, text);
    if (number == known) table->entries[number].text = str_copy(table->arena, text).data;
    return number;
}
