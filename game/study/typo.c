#include "study/typo.h"

#include "base/text.h"

typedef struct {
    uint32_t *items;
    uint32_t count;
} Points;

static Points points_of(Arena *arena, Str text)
{
    Points points = {ARENA_NEW_N(arena, uint32_t, text.size + 1), 0};
    for (size_t at = 0; at < text.size;) points.items[points.count++] = text_next(text, &at);
    return points;
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* Rows of the table of optimal string alignment: this one and the two before. */
typedef struct {
    Points a, b;
    uint32_t *two_before, *before, *row;
} Table;

static uint32_t cell(const Table *table, uint32_t i, uint32_t j)
{
    const uint32_t *a = table->a.items, *b = table->b.items;
    if (i == 0 || j == 0) return i + j;
    uint32_t best = table->before[j - 1] + (a[i - 1] != b[j - 1]);
    best = least(best, least(table->before[j], table->row[j - 1]) + 1);
    bool is_swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
    return is_swap ? least(best, table->two_before[j - 2] + 1) : best;
}

/* Cells further than `limit` from the diagonal hold more than the limit anyway. */
static void fill_row(Table *table, uint32_t i, uint32_t limit)
{
    uint32_t from = i > limit ? i - limit : 0, to = least(table->b.count, i + limit);
    if (from > 0) table->row[from - 1] = limit + 1;
    for (uint32_t j = from; j <= to; j++) table->row[j] = least(cell(table, i, j), limit + 1);
    if (to < table->b.count) table->row[to + 1] = limit + 1;
}

uint32_t typo_count(Arena *arena, Str a, Str b, uint32_t limit)
{
    Table table = {.a = points_of(arena, a), .b = points_of(arena, b)};
    uint32_t n = table.a.count, m = table.b.count;
    if ((n > m ? n - m : m - n) > limit) return limit + 1;
    table.two_before = ARENA_NEW_N(arena, uint32_t, m + 1);
    table.before = ARENA_NEW_N(arena, uint32_t, m + 1);
    table.row = ARENA_NEW_N(arena, uint32_t, m + 1);
    for (uint32_t i = 0; i <= n; i++) {
        fill_row(&table, i, limit);
        uint32_t *oldest = table.two_before;
        table.two_before = table.before;
        table.before = table.row;
        table.row = oldest;
    }
    return table.before[m];
}
