#include "study_fixture.h"

#include "base/rng.h"

static void a_day_of_study_begins_at_its_hour(void **state)
{
    (void)state;
    int64_t midnight = INT64_C(20513) * CALENDAR_DAY_MS;
    StudyDay late = study_day(midnight + 4 * CALENDAR_HOUR_MS - 1, 0, 4);
    StudyDay early = study_day(midnight + 4 * CALENDAR_HOUR_MS, 0, 4);
    assert_int_equal(late.number, 20512);
    assert_int_equal(late.now.day, 20513);
    assert_int_equal(early.number, 20513);
    assert_int_equal(late.end_ms, early.start_ms);
    assert_int_equal(early.start_ms, midnight + 4 * CALENDAR_HOUR_MS);
    assert_int_equal(early.end_ms - early.start_ms, CALENDAR_DAY_MS);
    assert_int_equal(study_day(midnight, 0, 0).number, 20513);
    assert_int_equal(study_day(midnight + 22 * CALENDAR_HOUR_MS, 0, 23).number, 20512);
}

static void time_zones_move_it(void **state)
{
    (void)state;
    int64_t midnight = INT64_C(20513) * CALENDAR_DAY_MS;
    assert_int_equal(study_day(midnight + 3 * CALENDAR_HOUR_MS, 60, 4).number, 20513);
    assert_int_equal(study_day(midnight + 3 * CALENDAR_HOUR_MS, 60, 4).start_ms,
                     midnight + 3 * CALENDAR_HOUR_MS);
    assert_int_equal(study_day(midnight + 3 * CALENDAR_HOUR_MS, -8 * 60, 4).number, 20512);
    assert_int_equal(study_day(midnight, 14 * 60, 4).number, 20513);
    assert_int_equal(study_day(midnight, 345, 4).number, 20513); /* Kathmandu: 05:45 */
}

static void every_moment_lies_in_its_day(void **state)
{
    (void)state;
    Rng rng;
    rng_seed(&rng, 3);
    for (int i = 0; i < 100000; i++) {
        int64_t now = (int64_t)rng_below(&rng, UINT64_C(4102444800000)) - CALENDAR_DAY_MS;
        int offset = (int)rng_below(&rng, 26 * 60) - 12 * 60, hour = (int)rng_below(&rng, 24);
        StudyDay day = study_day(now, offset, hour), next = study_day(day.end_ms, offset, hour);
        assert_true(day.start_ms <= now && now < day.end_ms);
        assert_int_equal(next.number, day.number + 1);
        assert_int_equal(next.start_ms, day.end_ms);
        assert_int_equal(study_day(day.start_ms, offset, hour).number, day.number);
    }
}

static void a_leap_day_is_a_day(void **state)
{
    (void)state;
    CalendarDate leap = {2028, 2, 29};
    int64_t noon = calendar_day_of_date(leap) * CALENDAR_DAY_MS + 12 * CALENDAR_HOUR_MS;
    assert_int_equal(calendar_date_of_day(study_day(noon, 0, 4).number).day, 29);
    assert_int_equal(calendar_date_of_day(study_day(noon + CALENDAR_DAY_MS, 0, 4).number).month, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_of_study_begins_at_its_hour),
        cmocka_unit_test(time_zones_move_it),
        cmocka_unit_test(every_moment_lies_in_its_day),
        cmocka_unit_test(a_leap_day_is_a_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
