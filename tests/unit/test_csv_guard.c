#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "formats/csv_guard.h"

static void check(const char *cell, bool is_guarded)
{
    Arena arena;
    arena_init(&arena, 0);
    Str text = str_of(cell), guarded = csv_guard(text, &arena);
    assert_int_equal(guarded.size, text.size + is_guarded);
    assert_true(!is_guarded || guarded.data[0] == '\'');
    assert_true(str_is(csv_unguard(guarded), text));
    arena_deinit(&arena);
}

static void what_calls_pipes_or_links_is_guarded(void **state)
{
    (void)state;
    check("=1+SUM(A1)", true);
    check("+cmd|' /C calc'!A0", true);
    check("-2+3+cmd|x", true);
    check("@SUM(1)", true);
    check("='http://x/[y]z'!A1", true);
    check("\t=f()", true);
    check("\r=f()", true);
}

static void what_only_begins_so_stays(void **state)
{
    (void)state;
    check("", false);
    check("=", false);
    check("-ing", false);
    check("-5", false);
    check("+", false);
    check("...---...", false);
    check("f(x) = y", false);
    check("'tis (old)", false);
    check("'", false);
}

static void what_is_guarded_already_comes_back_guarded(void **state)
{
    (void)state;
    check("'=f()", true);
    check("''=f()", true);
    check("'-ing", false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_calls_pipes_or_links_is_guarded),
        cmocka_unit_test(what_only_begins_so_stays),
        cmocka_unit_test(what_is_guarded_already_comes_back_guarded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
