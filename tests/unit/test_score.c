#include "play/score.h"

#include "unit/play_fixture.h"

static void a_match_scores_by_speed_and_by_the_streak_before_it(void **state)
{
    (void)state;
    assert_int_equal(score_match(0, 0), 200);
    assert_int_equal(score_match(2500, 0), 150);
    assert_int_equal(score_match(4999, 0), 100); /* 100 * 1 / 5000 is 0 */
    assert_int_equal(score_match(4950, 0), 101);
    assert_int_equal(score_match(5000, 0), 100);
    assert_int_equal(score_match(90000, 0), 100);
    assert_int_equal(score_match(0, 3), 400);
    assert_int_equal(score_match(2500, 6), 450);
    assert_int_equal(score_match(5000, 10), 400);
}

static void the_multiplier_steps_at_three_six_and_ten(void **state)
{
    (void)state;
    static const uint32_t expected[] = {1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4};
    for (uint32_t streak = 0; streak < 12; streak++)
        assert_int_equal(score_multiplier(streak), expected[streak]);
    assert_int_equal(score_multiplier(300), 4);
}

static void an_answer_scores_by_time_left_and_streak_with_integer_division_at_each_step(void **state)
{
    (void)state;
    assert_int_equal(score_answer(8000, 8000, 0), 1000);
    assert_int_equal(score_answer(4000, 8000, 0), 750);
    assert_int_equal(score_answer(1, 8000, 0), 500);
    assert_int_equal(score_answer(15, 8000, 0), 500); /* 500 * 15 / 8000 is 0 */
    assert_int_equal(score_answer(16, 8000, 0), 501);
    assert_int_equal(score_answer(16, 8000, 3), 651); /* 501 * 130 / 100 is 651.3 */
    assert_int_equal(score_answer(8000, 8000, 10), 2000);
    assert_int_equal(score_answer(8000, 8000, 11), 2000);
}

static void an_answer_without_a_limit_scores_by_the_streak_alone(void **state)
{
    (void)state;
    assert_int_equal(score_answer(0, 0, 0), 500);
    assert_int_equal(score_answer(-70000, 0, 4), 700);
    assert_int_equal(score_answer(-70000, 0, 40), 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_match_scores_by_speed_and_by_the_streak_before_it),
        cmocka_unit_test(the_multiplier_steps_at_three_six_and_ten),
        cmocka_unit_test(an_answer_scores_by_time_left_and_streak_with_integer_division_at_each_step),
        cmocka_unit_test(an_answer_without_a_limit_scores_by_the_streak_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
