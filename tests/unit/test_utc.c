#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "formats/utc.h"

static void writes_known_moments(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    assert_string_equal(utc_write(&arena, 0).data, "1970-01-01T00:00:00Z");
    assert_string_equal(utc_write(&arena, 951827696).data, "2000-02-29T12:34:56Z");
    assert_string_equal(utc_write(&arena, 1763921045).data, "2025-11-23T18:04:05Z");
    assert_string_equal(utc_write(&arena, UTC_MAX_S).data, "9999-12-31T23:59:59Z");
    arena_deinit(&arena);
}

static void reads_what_it_wrote(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    /* A step of a prime number of seconds, a little over five days, meets every day of the year and all
     * hours. */
    for (int64_t s = 0; s <= UTC_MAX_S; s += 439367 * 17) {
        int64_t read = -1;
        assert_true(utc_read(utc_write(&arena, s), &read));
        assert_int_equal(read, s);
        arena_reset(&arena);
    }
    arena_deinit(&arena);
}

static void refuses_other_forms_and_days_that_are_not_there(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",
        "2026-11-23",
        "2026-11-23 18:04:05Z",
        "2026-11-23T18:04:05",
        "2026-11-23T18:04:05+00:00",
        "2026-11-23T18:04:05.5Z",
        "2026-1-23T018:04:05Z",
        "1969-12-31T23:59:59Z",
        "2026-00-10T00:00:00Z",
        "2026-13-10T00:00:00Z",
        "2026-11-00T00:00:00Z",
        "2026-11-31T00:00:00Z",
        "2025-02-29T00:00:00Z",
        "2100-02-29T00:00:00Z",
        "2026-11-23T24:00:00Z",
        "2026-11-23T23:60:00Z",
        "2026-11-23T23:59:60Z",
    };
    int64_t read;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) assert_false(utc_read(str_of(wrong[i]), &read));
    assert_true(utc_read(STR("2024-02-29T00:00:00Z"), &read));
    assert_int_equal(read, 1709164800);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_known_moments),
        cmocka_unit_test(reads_what_it_wrote),
        cmocka_unit_test(refuses_other_forms_and_days_that_are_not_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
