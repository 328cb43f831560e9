#include "play/day.h"

#include "unit/play_fixture.h"

#define STREAK(today, ...)                                                                                   \
    day_streak((DayAnswers[]){__VA_ARGS__}, sizeof((DayAnswers[]){__VA_ARGS__}) / sizeof(DayAnswers), today)

static void ten_answers_make_a_day_and_nine_do_not(void **state)
{
    (void)state;
    assert_int_equal(STREAK(5, {5, 10}).length, 1);
    assert_int_equal(STREAK(5, {5, 9}).length, 0);
    assert_int_equal(STREAK(5, {5, 9}).today_answers, 9);
}

static void the_streak_lives_on_while_today_is_not_over(void **state)
{
    (void)state;
    DayStreak streak = STREAK(6, {3, 10}, {4, 30}, {5, 10}, {6, 2});
    assert_int_equal(streak.length, 3);
    assert_false(streak.is_today_done);
    assert_true(STREAK(6, {5, 10}, {6, 10}).is_today_done);
}

static void one_missed_day_is_forgiven_and_does_not_count(void **state)
{
    (void)state;
    DayStreak streak = STREAK(7, {4, 10}, {5, 10}, {7, 10});
    assert_int_equal(streak.length, 3);
    assert_true(streak.is_forgiven_used);
    assert_int_equal(STREAK(7, {5, 10}).length, 1);
}

static void two_missed_days_in_a_row_end_it(void **state)
{
    (void)state;
    assert_int_equal(STREAK(8, {5, 10}).length, 0);
    assert_int_equal(STREAK(8, {4, 10}, {5, 10}, {8, 10}).length, 1);
}

static void a_second_missed_day_is_forgiven_only_a_week_after_the_first(void **state)
{
    (void)state;
    /* Missed 11, then 17: six days apart. */
    assert_int_equal(STREAK(18, {10, 10}, {12, 10}, {13, 10}, {14, 10}, {15, 10}, {16, 10}, {18, 10}).length,
                     1);
    /* Missed 11, then 18: a week apart. */
    assert_int_equal(
        STREAK(19, {10, 10}, {12, 10}, {13, 10}, {14, 10}, {15, 10}, {16, 10}, {17, 10}, {19, 10}).length, 8);
}

static void days_after_today_are_passed_over(void **state)
{
    (void)state;
    assert_int_equal(STREAK(5, {5, 10}, {6, 10}).length, 1);
    assert_int_equal(day_streak(NULL, 0, 5).length, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ten_answers_make_a_day_and_nine_do_not),
        cmocka_unit_test(the_streak_lives_on_while_today_is_not_over),
        cmocka_unit_test(one_missed_day_is_forgiven_and_does_not_count),
        cmocka_unit_test(two_missed_days_in_a_row_end_it),
        cmocka_unit_test(a_second_missed_day_is_forgiven_only_a_week_after_the_first),
        cmocka_unit_test(days_after_today_are_passed_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
