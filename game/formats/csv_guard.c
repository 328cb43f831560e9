#include "formats/csv_guard.h"

#include <string.h>

/* Apostrophes before it count as none, so that what is guarded already is guarded once more, and taking one
   off gives back either. */
static bool is_formula(Str cell)
{
    size_t at = 0;
    while (at < cell.size && cell.data[at] == '\'') at++;
    if (at == cell.size || !strchr("=+-@\t\r", cell.data[at]) || cell.data[at] == '\0') return false;
    Str rest = str_slice(cell, at, cell.size);
    return memchr(rest.data, '(', rest.size) || memchr(rest.data, '|', rest.size) ||
           memchr(rest.data, '!', rest.size);
}

Str csv_guard(Str cell, Arena *arena)
{
    return is_formula(cell) ? str_format(arena, "'%.*s", STR_FMT(cell)) : cell;
}

Str csv_unguard(Str cell)
{
    bool is_guarded = cell.size > 0 && cell.data[0] == '\'' && is_formula(cell);
    return is_guarded ? str_slice(cell, 1, cell.size) : cell;
}
