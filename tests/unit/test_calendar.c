#include "unit/arena_fixture.h"

#include "base/calendar.h"

static void days_and_dates_go_over_into_each_other(void **state)
{
    (void)state;
    CalendarDate before = calendar_date_of_day(-800001);
    for (int64_t day = -800000; day <= 800000; day++) {
        CalendarDate date = calendar_date_of_day(day);
        assert_int_equal(calendar_day_of_date(date), day);
        bool is_next_day = date.month == before.month && date.day == before.day + 1;
        bool is_next_month = date.day == 1 && (date.month == before.month % 12 + 1) && before.day >= 28;
        assert_true(is_next_day || is_next_month);
        before = date;
    }
}

static void leap_days_are_there_in_leap_years_alone(void **state)
{
    (void)state;
    assert_true(calendar_has((CalendarDate){2028, 2, 29}));
    assert_true(calendar_has((CalendarDate){2000, 2, 29}));
    assert_false(calendar_has((CalendarDate){2027, 2, 29}));
    assert_false(calendar_has((CalendarDate){2100, 2, 29}));
    assert_false(calendar_has((CalendarDate){2027, 2, 30}));
    assert_false(calendar_has((CalendarDate){2027, 13, 1}));
    assert_false(calendar_has((CalendarDate){2027, 0, 1}));
    assert_false(calendar_has((CalendarDate){2027, 4, 31}));
}

static void a_local_day_begins_at_local_midnight(void **state)
{
    (void)state;
    assert_int_equal(calendar_local_day(0, 0), 0);
    assert_int_equal(calendar_local_day(-1, 0), -1);
    assert_int_equal(calendar_local_day(CALENDAR_DAY_MS - 1, 0), 0);
    assert_int_equal(calendar_local_day(CALENDAR_DAY_MS - 1, 1), 1);
    assert_int_equal(calendar_local_day(0, -1), -1);
    assert_int_equal(calendar_local_day(10 * CALENDAR_HOUR_MS, 14 * 60), 1);
    assert_int_equal(calendar_local_day(10 * CALENDAR_HOUR_MS, -12 * 60), -1);
}

static void days_are_written_and_read(void **state)
{
    (void)state;
    int32_t day;
    assert_string_equal(calendar_write_day(&arena, 0).data, "1970-01-01");
    assert_true(calendar_read_day(STR("2028-02-29"), &day));
    assert_string_equal(calendar_write_day(&arena, day).data, "2028-02-29");
    assert_string_equal(calendar_write_day(&arena, day + 1).data, "2028-03-01");
    static const char *const wrong[] = {"",           "2027-02-29", "2028-2-29",  "1969-12-31",
                                        "2028-00-10", "2028/02/29", "2028-02-2x", "2028-02-290",
                                        "-028-02-29", "2028-02-00"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(calendar_read_day(str_of(wrong[i]), &day));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_and_dates_go_over_into_each_other),
        cmocka_unit_test(leap_days_are_there_in_leap_years_alone),
        cmocka_unit_test(a_local_day_begins_at_local_midnight),
        ARENA_TEST(days_are_written_and_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
