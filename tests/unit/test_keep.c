#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "ui/keep.h"

static void a_value_is_found_again(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    Keep keep;
    keep_init(&keep, &arena, 16);
    bool is_new;
    keep_get(&keep, 5, 1, &is_new)->to = 3;
    assert_true(is_new);
    keep_get(&keep, 5 + 16, 1, &is_new)->to = 4; /* the same place in the table */
    assert_true(is_new);
    assert_float_equal(keep_get(&keep, 5, 2, &is_new)->to, 3, 0);
    assert_false(is_new);
    assert_float_equal(keep_get(&keep, 21, 2, &is_new)->to, 4, 0);
    arena_deinit(&arena);
}

static void when_it_is_full_what_is_in_use_stays(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    Keep keep;
    keep_init(&keep, &arena, 64);
    bool is_new;
    for (int64_t pass = 1; pass < 200; pass++) {
        for (uint64_t id = 1; id <= 10; id++) {
            KeepSlot *slot = keep_get(&keep, id, pass, &is_new);
            assert_int_equal(is_new, pass == 1);
            if (is_new) slot->to = (float)id;
            assert_float_equal(slot->to, (float)id, 0);
        }
        for (uint64_t i = 0; i < 5; i++) keep_get(&keep, 1000 + (uint64_t)pass * 5 + i, pass, &is_new);
    }
    assert_true(keep.count < 64);
    arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_value_is_found_again),
        cmocka_unit_test(when_it_is_full_what_is_in_use_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
