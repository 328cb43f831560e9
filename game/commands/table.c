#include "commands/table.h"

#include <string.h>

#include "base/text.h"

void table_begin(Table *table, const TableColumn *columns, size_t count, Arena *arena)
{
    *table = (Table){.columns = columns, .column_count = count, .arena = arena};
    for (size_t i = 0; i < count; i++) table_add(table, str_of(columns[i].title));
}

Str table_plain(Arena *arena, Str text)
{
    StrBuf buf;
    str_buf_init(&buf, arena);
    for (size_t at = 0; at < text.size;) {
        size_t start = at;
        uint32_t c = text_next(text, &at);
        bool is_space = c == '\n' || c == '\r' || c == '\t';
        bool is_control = c < 0x20 || (c >= 0x7F && c < 0xA0);
        str_buf_add(&buf, is_space ? STR(" ") : is_control ? STR("?") : str_slice(text, start, at));
    }
    return str_copy(arena, str_buf_str(&buf));
}

void table_add(Table *table, Str cell)
{
    if (table->count == table->capacity) {
        size_t capacity = table->capacity ? 2 * table->capacity : 64;
        Str *cells = ARENA_NEW_N(table->arena, Str, capacity);
        if (table->count) memcpy(cells, table->cells, table->count * sizeof *cells);
        table->cells = cells;
        table->capacity = capacity;
    }
    table->cells[table->count++] = table_plain(table->arena, cell);
}

static int width_of(Str cell)
{
    int width = 0;
    for (size_t at = 0; at < cell.size;) width += text_cells(text_next(cell, &at));
    return width;
}

static int column_width(const Table *table, size_t column)
{
    int widest = 0;
    for (size_t i = column; i < table->count; i += table->column_count) {
        int width = width_of(table->cells[i]);
        if (width > widest) widest = width;
    }
    return widest;
}

void table_print(const Table *table, FILE *file)
{
    int *widths = ARENA_NEW_N(table->arena, int, table->column_count);
    for (size_t column = 0; column < table->column_count; column++)
        widths[column] = column_width(table, column);
    for (size_t i = 0; i < table->count; i++) {
        size_t column = i % table->column_count;
        bool is_last = column + 1 == table->column_count, is_right = table->columns[column].is_right;
        Str cell = table->cells[i];
        int space = widths[column] - width_of(cell);
        fprintf(file, "%*s%.*s%*s%s", is_right ? space : 0, "", STR_FMT(cell),
                is_right || is_last ? 0 : space, "", is_last ? "\n" : "  ");
    }
}
