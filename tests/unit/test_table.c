#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "commands/table.h"

static const TableColumn columns[] = {{"Rank", true}, {"Player", false}, {"Score", true}};

static void assert_printed(const Str *cells, size_t count, const char *expected)
{
    Arena arena;
    arena_init(&arena, 0);
    Table table;
    table_begin(&table, columns, 3, &arena);
    for (size_t i = 0; i < count; i++) table_add(&table, cells[i]);
    char text[512] = "";
    FILE *file = tmpfile();
    assert_non_null(file);
    table_print(&table, file);
    rewind(file);
    size_t size = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[size] = '\0';
    assert_string_equal(text, expected);
    arena_deinit(&arena);
}

static void columns_are_as_wide_as_their_widest_cell(void **state)
{
    (void)state;
    const Str cells[] = {STR("1"), STR("Ada"), STR("14920"), STR("12"), STR("Grace Hopper"), STR("7")};
    assert_printed(cells, 6,
                   "Rank  Player        Score\n"
                   "   1  Ada           14920\n"
                   "  12  Grace Hopper      7\n");
}

static void width_is_counted_in_cells_not_bytes(void **state)
{
    (void)state;
    /* Two cells each for kana, none for a combining mark, one for an accented letter. */
    const Str cells[] = {STR("1"), STR("さくらさん"), STR("5"),           STR("2"), STR("Zoë"),
                         STR("5"), STR("3"),          STR("Zoe\xCC\x88"), STR("5")};
    assert_printed(cells, 9,
                   "Rank  Player      Score\n"
                   "   1  さくらさん      5\n"
                   "   2  Zoë             5\n"
                   "   3  Zoe\xCC\x88             5\n");
}

static void a_cell_cannot_move_the_cursor(void **state)
{
    (void)state;
    const Str cells[] = {STR("1"), STR("a\nb\x1b[2J\xC2\x9B"), STR("5")};
    assert_printed(cells, 3,
                   "Rank  Player    Score\n"
                   "   1  a b?[2J?      5\n");
}

static void without_rows_there_is_the_head(void **state)
{
    (void)state;
    assert_printed(NULL, 0, "Rank  Player  Score\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_as_wide_as_their_widest_cell),
        cmocka_unit_test(width_is_counted_in_cells_not_bytes),
        cmocka_unit_test(a_cell_cannot_move_the_cursor),
        cmocka_unit_test(without_rows_there_is_the_head),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
