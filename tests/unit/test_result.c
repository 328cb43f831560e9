#include "play/result.h"

#include "unit/play_fixture.h"

static bool ranks_before(Variant variant, Result a, Result b)
{
    int64_t x[2], y[2];
    result_rank_key(variant, &a, x);
    result_rank_key(variant, &b, y);
    return x[0] < y[0] || (x[0] == y[0] && x[1] < y[1]);
}

static void sprint_and_decoy_rank_by_final_time_then_fewer_mismatches(void **state)
{
    (void)state;
    Result fast = {.time_ms = 20000, .wrong = 3}, slow = {.time_ms = 20001, .wrong = 0, .score = 9000};
    Result clean = {.time_ms = 20000, .wrong = 2};
    assert_true(ranks_before(VARIANT_SPRINT, fast, slow));
    assert_true(ranks_before(VARIANT_DECOY, clean, fast));
}

static void blitz_ranks_by_score_then_fewer_mismatches(void **state)
{
    (void)state;
    Result more = {.score = 101, .wrong = 9}, less = {.score = 100, .wrong = 0};
    Result clean = {.score = 101, .wrong = 8};
    assert_true(ranks_before(VARIANT_BLITZ, more, less));
    assert_true(ranks_before(VARIANT_BLITZ, clean, more));
}

static void rush_ranks_by_score_or_by_right_answers(void **state)
{
    (void)state;
    Result a = {.score = 500, .right = 3, .time_ms = 9000}, b = {.score = 400, .right = 4, .time_ms = 8000};
    assert_true(ranks_before(VARIANT_CLASSIC, a, b));
    assert_true(ranks_before(VARIANT_SURVIVAL, b, a));
    assert_true(ranks_before(VARIANT_MARATHON, b, a));
    Result quick = {.score = 500, .right = 3, .time_ms = 8999};
    assert_true(ranks_before(VARIANT_CLASSIC, quick, a));
    assert_true(ranks_before(VARIANT_MARATHON, quick, a));
    Result rich = {.score = 501, .right = 3, .time_ms = 20000};
    assert_true(ranks_before(VARIANT_SURVIVAL, rich, a));
    assert_false(ranks_before(VARIANT_SURVIVAL, quick, a));
}

static void match_stars_follow_the_pace_at_its_limits(void **state)
{
    (void)state;
    assert_int_equal(result_stars(VARIANT_SPRINT, 45000, 18, 18), 3);
    assert_int_equal(result_stars(VARIANT_SPRINT, 45001, 18, 18), 2);
    assert_int_equal(result_stars(VARIANT_DECOY, 48000, 12, 12), 2);
    assert_int_equal(result_stars(VARIANT_DECOY, 48001, 12, 12), 1);
    assert_int_equal(result_stars(VARIANT_BLITZ, 60000, 40, 40), 0);
}

static void classic_stars_follow_the_share_of_right_answers(void **state)
{
    (void)state;
    assert_int_equal(result_stars(VARIANT_CLASSIC, 0, 18, 20), 3);
    assert_int_equal(result_stars(VARIANT_CLASSIC, 0, 17, 20), 2);
    assert_int_equal(result_stars(VARIANT_CLASSIC, 0, 15, 20), 2);
    assert_int_equal(result_stars(VARIANT_CLASSIC, 0, 14, 20), 1);
    assert_int_equal(result_stars(VARIANT_CLASSIC, 0, 10, 20), 1);
    assert_int_equal(result_stars(VARIANT_CLASSIC, 0, 9, 20), 0);
    assert_int_equal(result_stars(VARIANT_SURVIVAL, 0, 20, 20), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sprint_and_decoy_rank_by_final_time_then_fewer_mismatches),
        cmocka_unit_test(blitz_ranks_by_score_then_fewer_mismatches),
        cmocka_unit_test(rush_ranks_by_score_or_by_right_answers),
        cmocka_unit_test(match_stars_follow_the_pace_at_its_limits),
        cmocka_unit_test(classic_stars_follow_the_share_of_right_answers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
