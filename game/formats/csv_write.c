#include "formats/csv_write.h"

#include <string.h>

static bool needs_quotes(Str cell)
{
    if (cell.size == 0) return false;
    if (cell.data[0] == ' ' || cell.data[cell.size - 1] == ' ') return true; /* some programs trim */
    for (size_t i = 0; i < cell.size; i++)
        if (strchr("\",;\t\r\n", cell.data[i])) return true;
    return false;
}

void csv_write_quoted(StrBuf *out, Str cell)
{
    str_buf_add(out, STR("\""));
    for (size_t from = 0; from < cell.size;) {
        const char *quote = memchr(cell.data + from, '"', cell.size - from);
        size_t to = quote ? (size_t)(quote - cell.data) + 1 : cell.size;
        str_buf_add(out, str_slice(cell, from, to));
        if (quote) str_buf_add(out, STR("\""));
        from = to;
    }
    str_buf_add(out, STR("\""));
}

void csv_write_cell(StrBuf *out, Str cell)
{
    if (needs_quotes(cell))
        csv_write_quoted(out, cell);
    else
        str_buf_add(out, cell);
}
