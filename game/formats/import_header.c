#include "formats/import_header.h"

#include <string.h>

#include "formats/import_lines.h"

#define ENOUGH_CELLS 8 /* of one shape: fewer may be alike by chance */
#define MOST_LETTERS 3 /* of a code */

/* What all cells of a column have been so far; blank ones say nothing. */
typedef struct {
    int cells;
    bool are_numbers;
    size_t letters; /* of each, where all are codes; else 0 */
} Shape;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool has_digit(Str cell)
{
    for (size_t i = 0; i < cell.size; i++)
        if (is_digit(cell.data[i])) return true;
    return false;
}

static bool is_number(Str cell)
{
    for (size_t i = 0; i < cell.size; i++)
        if (!is_digit(cell.data[i]) && !memchr("+-.,% ", cell.data[i], 6)) return false;
    return has_digit(cell);
}

/* 0: is none. */
static size_t code_letters(Str cell)
{
    if (cell.size > MOST_LETTERS) return 0;
    for (size_t i = 0; i < cell.size; i++) {
        char lower = (char)(cell.data[i] | 0x20);
        if (lower < 'a' || lower > 'z') return 0;
    }
    return cell.size;
}

static void add_cell(Shape *shape, Str cell)
{
    cell = str_trim(cell);
    if (cell.size == 0) return;
    bool is_first = shape->cells++ == 0;
    size_t letters = code_letters(cell);
    shape->are_numbers = (is_first || shape->are_numbers) && is_number(cell);
    shape->letters = is_first || shape->letters == letters ? letters : 0;
}

static bool is_name_above(Str name, const Shape *shape)
{
    name = str_trim(name);
    if (name.size == 0 || shape->cells < ENOUGH_CELLS) return false;
    if (shape->are_numbers) return !has_digit(name);
    return shape->letters > 0 && code_letters(name) != shape->letters;
}

bool import_first_is_header(Str sample, DelimitedRules rules, Arena *scratch)
{
    Shape shapes[DELIMITED_MAX_FIELDS] = {0};
    Delimited reader, first;
    delimited_begin(&reader, sample, 1, rules, scratch);
    if (!delimited_next(&reader)) return false;
    first = reader;
    for (int n = 0; n < IMPORT_SAMPLE_RECORDS && delimited_next(&reader); n++)
        for (int32_t i = 0; i < reader.count; i++) add_cell(&shapes[i], reader.fields[i]);
    for (int32_t i = 0; i < first.count; i++)
        if (is_name_above(first.fields[i], &shapes[i])) return true;
    return false;
}
