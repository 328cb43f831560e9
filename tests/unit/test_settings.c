#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screens/settings.h"

static void what_cannot_be_read_names_the_key_and_what_is_right(void **state)
{
    (void)state;
    Settings settings = settings_default();
    Err err = {0};
    assert_false(settings_set(&settings, NULL, 1, STR("text"), STR("90"), &err));
    assert_string_equal(err.text, "text is 100 to 200");
    assert_int_equal(settings.text_percent, 100);
    err_clear(&err);
    assert_false(settings_set(&settings, NULL, 1, STR("theme"), STR("pink"), &err));
    assert_string_equal(err.text, "theme is night, paper or contrast");
    err_clear(&err);
    assert_false(settings_set(&settings, NULL, 1, STR("colour"), STR("1"), &err));
    assert_string_equal(err.text, "There is no setting colour");
}

static void the_window_and_the_lock_are_the_machines(void **state)
{
    (void)state;
    assert_true(settings_is_machine_key(STR("window")));
    assert_true(settings_is_machine_key(STR("lock-players")));
    assert_false(settings_is_machine_key(STR("theme")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_cannot_be_read_names_the_key_and_what_is_right),
        cmocka_unit_test(the_window_and_the_lock_are_the_machines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
