/* Tables of text for a terminal: columns as wide as their widest cell, measured in the terminal's cells. */
#ifndef MATCHWICK_COMMANDS_TABLE_H
#define MATCHWICK_COMMANDS_TABLE_H

#include <stdbool.h>
#include <stdio.h>

#include "base/str.h"

typedef struct {
    const char *title;
    bool is_right; /* aligned to the right: numbers */
} TableColumn;

typedef struct {
    const TableColumn *columns;
    size_t column_count;
    Arena *arena;
    Str *cells; /* row by row */
    size_t count, capacity;
} Table;

void table_begin(Table *table, const TableColumn *columns, size_t count, Arena *arena);
/* The next cell, in reading order, as table_plain makes it. */
void table_add(Table *table, Str cell);
/* What may be shown within a line: line breaks and tabs become spaces; what else would move a terminal's
   cursor or change its colours "?". Zero-terminated. */
Str table_plain(Arena *arena, Str text);
void table_print(const Table *table, FILE *file);

#endif
