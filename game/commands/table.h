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
/* The next cell, in reading order. Line breaks and control characters show as "?". */
void table_add(Table *table, Str cell);
void table_print(const Table *table, FILE *file);

#endif
