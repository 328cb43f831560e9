#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "ui/easing.h"

static void every_easing_starts_at_0_and_ends_at_1(void **state)
{
    (void)state;
    for (int e = 0; e < EASE_COUNT; e++) {
        assert_float_equal(ease((Easing)e, 0), 0, 0);
        assert_float_equal(ease((Easing)e, 1), 1, 0);
        assert_float_equal(ease((Easing)e, 1e-6f), 0, 0.001);
        assert_float_equal(ease((Easing)e, 1 - 1e-6f), 1, 0.001);
    }
}

static void times_outside_are_clamped(void **state)
{
    (void)state;
    for (int e = 0; e < EASE_COUNT; e++) {
        assert_float_equal(ease((Easing)e, -3), 0, 0);
        assert_float_equal(ease((Easing)e, 7), 1, 0);
        assert_float_equal(ease((Easing)e, NAN), 0, 0);
    }
}

static void all_but_the_back_ones_only_rise(void **state)
{
    (void)state;
    for (int e = 0; e < EASE_COUNT; e++) {
        if (e == EASE_BACK_IN || e == EASE_BACK_OUT) continue;
        for (int i = 0; i < 100; i++)
            assert_true(ease((Easing)e, (float)i / 100) <= ease((Easing)e, (float)(i + 1) / 100) + 1e-6f);
    }
}

static void the_back_ones_go_beyond_by_what_1_4_gives(void **state)
{
    (void)state;
    float highest = 0, lowest = 0;
    for (int i = 0; i <= 1000; i++) {
        highest = fmaxf(highest, ease(EASE_BACK_OUT, (float)i / 1000));
        lowest = fminf(lowest, ease(EASE_BACK_IN, (float)i / 1000));
    }
    /* the extreme of t*t*(2.4 t - 1.4) is at t = 2.8 / 7.2 */
    assert_float_equal(highest, 1.0706, 0.001);
    assert_float_equal(lowest, -0.0706, 0.001);
}

static void out_is_in_turned_round(void **state)
{
    (void)state;
    static const Easing pairs[][2] = {{EASE_CUBIC_IN, EASE_CUBIC_OUT},
                                      {EASE_BACK_IN, EASE_BACK_OUT},
                                      {EASE_SINE_IN, EASE_SINE_OUT},
                                      {EASE_QUAD_IN, EASE_QUAD_OUT}};
    for (size_t p = 0; p < sizeof pairs / sizeof pairs[0]; p++) {
        for (int i = 1; i < 20; i++) {
            float t = (float)i / 20;
            assert_float_equal(ease(pairs[p][0], t), 1 - ease(pairs[p][1], 1 - t), 1e-5);
        }
    }
}

static void the_shake_swings_three_times_and_dies_down(void **state)
{
    (void)state;
    int crossings = 0;
    float first = 0, last = 0;
    for (int i = 1; i < 600; i++) {
        float a = ease_shake((float)i / 600), b = ease_shake((float)(i + 1) / 600);
        if ((a < 0) != (b < 0)) crossings++;
        if (i < 100) first = fmaxf(first, fabsf(a));
        if (i >= 500) last = fmaxf(last, fabsf(a));
    }
    assert_int_equal(crossings, 6); /* the sixth is where it ends */
    assert_true(first > 6 && first <= 8);
    assert_true(last < 1.5f);
    assert_float_equal(ease_shake(0), 0, 0);
    assert_float_equal(ease_shake(1), 0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_easing_starts_at_0_and_ends_at_1),
        cmocka_unit_test(times_outside_are_clamped),
        cmocka_unit_test(all_but_the_back_ones_only_rise),
        cmocka_unit_test(the_back_ones_go_beyond_by_what_1_4_gives),
        cmocka_unit_test(out_is_in_turned_round),
        cmocka_unit_test(the_shake_swings_three_times_and_dies_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
