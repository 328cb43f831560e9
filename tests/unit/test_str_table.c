#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str_table.h"

static void texts_are_numbered_by_first_appearance(void **state)
{
    (void)state;
    Arena arena;
    StrTable table;
    arena_init(&arena, 0);
    str_table_init(&table, &arena, 0);
    assert_int_equal(str_table_add(&table, STR("a")), 0);
    assert_int_equal(str_table_add(&table, STR("")), 1);
    assert_int_equal(str_table_add(&table, STR("a")), 0);
    assert_int_equal(str_table_find(&table, STR("")), 1);
    assert_int_equal(str_table_find(&table, STR("b")), STR_TABLE_NONE);
    arena_deinit(&arena);
}

static void a_table_grows(void **state)
{
    (void)state;
    Arena arena;
    StrTable table;
    arena_init(&arena, 0);
    str_table_init(&table, &arena, 3);
    for (unsigned i = 0; i < 5000; i++)
        assert_int_equal(str_table_add(&table, str_format(&arena, "text %u", i)), i);
    for (unsigned i = 0; i < 5000; i++) {
        Str text = str_format(&arena, "text %u", i);
        assert_int_equal(str_table_find(&table, text), i);
        assert_true(str_is(str_table_text(&table, i), text));
    }
    assert_int_equal(table.count, 5000);
    arena_deinit(&arena);
}

static void a_copied_text_outlives_its_first(void **state)
{
    (void)state;
    Arena arena;
    StrTable table;
    char text[] = "text";
    arena_init(&arena, 0);
    str_table_init(&table, &arena, 0);
    assert_int_equal(str_table_add_copy(&table, str_of(text)), 0);
    text[0] = 'n';
    assert_int_equal(str_table_add_copy(&table, str_of(text)), 1);
    assert_int_equal(str_table_add_copy(&table, STR("text")), 0);
    arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_numbered_by_first_appearance),
        cmocka_unit_test(a_table_grows),
        cmocka_unit_test(a_copied_text_outlives_its_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
