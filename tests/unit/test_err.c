#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/err.h"

static void the_first_error_is_kept(void **state)
{
    (void)state;
    Err err = {0};
    assert_false(err_set(&err, "no file %s", "a"));
    assert_false(err_set(&err, "no file %s", "b"));
    assert_true(err.is_set);
    assert_string_equal(err.text, "no file a");
    err_clear(&err);
    assert_false(err.is_set);
    err_set(&err, "new");
    assert_string_equal(err.text, "new");
}

static void nobody_need_listen(void **state)
{
    (void)state;
    assert_false(err_set(NULL, "unheard"));
    err_wrap(NULL, "unheard");
}

static void a_context_stands_before_the_text(void **state)
{
    (void)state;
    Err err = {0};
    err_wrap(&err, "nothing is there to wrap");
    assert_false(err.is_set);
    err_set(&err, "disk full");
    err_wrap(&err, "saving %s", "run 7");
    assert_string_equal(err.text, "saving run 7: disk full");
}

static void a_long_text_is_cut_at_a_whole_code_point(void **state)
{
    (void)state;
    char wide[2000];
    for (size_t shift = 0; shift < 4; shift++) {
        Err err = {0};
        memset(wide, 'x', shift);
        for (size_t i = shift; i + 4 < sizeof wide; i += 4) memcpy(wide + i, "\xF0\x9F\x83\x8F", 5);
        err_set(&err, "%s", wide);
        size_t size = strlen(err.text);
        assert_int_equal((size - shift) % 4, 0);
        assert_true(size > sizeof err.text - 5 && size < sizeof err.text);
        err_wrap(&err, "%s", "y");
        assert_int_equal((strlen(err.text) - shift - 3) % 4, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_error_is_kept),
        cmocka_unit_test(nobody_need_listen),
        cmocka_unit_test(a_context_stands_before_the_text),
        cmocka_unit_test(a_long_text_is_cut_at_a_whole_code_point),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
