/* Texts by number: 0, 1, 2 … by first appearance. Keys are views that must outlive the table; what belongs to
   a text is kept by its number, in arrays of the user's. */
#ifndef MATCHWICK_BASE_STR_TABLE_H
#define MATCHWICK_BASE_STR_TABLE_H

#include "base/str.h"

#define STR_TABLE_NONE UINT32_MAX

/* Packed, as there are millions: a text is shorter than 4 GiB. */
typedef struct {
    const char *text;
    uint32_t size, hash;
} StrTableEntry;

typedef struct {
    Arena *arena;
    StrTableEntry *entries; /* by number */
    uint32_t *slots;
    uint32_t count, slot_count; /* a power of two, at least twice the count */
} StrTable;

/* Room for `expected` texts is made at once; it grows beyond. */
void str_table_init(StrTable *table, Arena *arena, size_t expected);
uint32_t str_table_find(const StrTable *table, Str text); /* STR_TABLE_NONE */
/* Its number, old or new: a new one is `count` as it was before. */
uint32_t str_table_add(StrTable *table, Str text);
/* The same; of a new text the table keeps a copy. */
uint32_t str_table_add_copy(StrTable *table, Str text);
static inline Str str_table_text(const StrTable *table, uint32_t number)
{
    const StrTableEntry *entry = &table->entries[number];
    return (Str){entry->text, entry->size};
}

#endif
