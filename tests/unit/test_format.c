#include "unit/arena_fixture.h"

#include "ui/format.h"

#define NARROW "\xE2\x80\xAF"
#define NBSP   "\xC2\xA0"
#define MINUS  "\xE2\x88\x92"

#define ASSERT_TEXT(got, expected)                                                                           \
    do {                                                                                                     \
        Str got_text = str_copy(&arena, got);                                                                \
        assert_string_equal(got_text.data, expected);                                                        \
    } while (0)

static void numbers_are_grouped_by_three(void **state)
{
    (void)state;
    ASSERT_TEXT(format_number(&arena, 0), "0");
    ASSERT_TEXT(format_number(&arena, 999), "999");
    ASSERT_TEXT(format_number(&arena, 4260), "4" NARROW "260");
    ASSERT_TEXT(format_number(&arena, 14005), "14" NARROW "005");
    ASSERT_TEXT(format_number(&arena, -1234567), MINUS "1" NARROW "234" NARROW "567");
    ASSERT_TEXT(format_number(&arena, INT64_MIN),
                MINUS "9" NARROW "223" NARROW "372" NARROW "036" NARROW "854" NARROW "775" NARROW "808");
    ASSERT_TEXT(format_signed(&arena, 360), "+360");
    ASSERT_TEXT(format_signed(&arena, 0), "0");
    ASSERT_TEXT(format_signed(&arena, -5), MINUS "5");
}

static void times_are_cut_and_never_rounded_up(void **state)
{
    (void)state;
    ASSERT_TEXT(format_time(&arena, 0, 1), "0:00.0");
    ASSERT_TEXT(format_time(&arena, 24699, 1), "0:24.6");
    ASSERT_TEXT(format_time(&arena, 81600, 1), "1:21.6");
    ASSERT_TEXT(format_time(&arena, 59999, 0), "0:59");
    ASSERT_TEXT(format_time(&arena, 3723456, 3), "1:02:03.456");
    ASSERT_TEXT(format_time(&arena, -1050, 2), MINUS "0:01.05");
    ASSERT_TEXT(format_seconds(&arena, 1999, 1), "1.9" NBSP "s");
    ASSERT_TEXT(format_seconds(&arena, -61000, 0), MINUS "61" NBSP "s");
}

static void a_hundred_percent_is_all_of_it(void **state)
{
    (void)state;
    ASSERT_TEXT(format_percent(&arena, 86, 100), "86%");
    ASSERT_TEXT(format_percent(&arena, 999, 1000), "99%");
    ASSERT_TEXT(format_percent(&arena, 1000, 1000), "100%");
    ASSERT_TEXT(format_percent(&arena, 29, 100), "29%");
    ASSERT_TEXT(format_percent(&arena, 0, 0), "0%");
    ASSERT_TEXT(format_percent(&arena, INT64_MAX - 1, INT64_MAX), "99%");
}

static void days_are_local_ones(void **state)
{
    (void)state;
    assert_int_equal(format_local_day(0, 0), 0);
    assert_int_equal(format_local_day(0, -1), -1);
    assert_int_equal(format_local_day(INT64_C(86399999), 0), 0);
    assert_int_equal(format_local_day(INT64_C(86399999), 60), 1);
    assert_int_equal(format_local_day(INT64_C(-86400000), 0), -1);
}

static void near_days_have_names_and_far_ones_dates(void **state)
{
    (void)state;
    int32_t today = 20410; /* 18 November 2025 */
    ASSERT_TEXT(format_day(&arena, today, today), "Today");
    ASSERT_TEXT(format_day(&arena, today - 1, today), "Yesterday");
    ASSERT_TEXT(format_day(&arena, today - 2, today), "2 days ago");
    ASSERT_TEXT(format_day(&arena, today - 6, today), "6 days ago");
    ASSERT_TEXT(format_day(&arena, today - 7, today), "11" NBSP "Nov");
    ASSERT_TEXT(format_day(&arena, today - 16, today), "2" NBSP "Nov");
    ASSERT_TEXT(format_day(&arena, today - 322, today), "31" NBSP "Dec" NBSP "2024");
    ASSERT_TEXT(format_day(&arena, today + 1, today), "Tomorrow");
    ASSERT_TEXT(format_day(&arena, today + 3, today), "In 3 days");
    ASSERT_TEXT(format_day(&arena, 19782, today), "29" NBSP "Feb" NBSP "2024");
    ASSERT_TEXT(format_day(&arena, 0, today), "1" NBSP "Jan" NBSP "1970");
}

static void a_day_has_its_month_and_weekday(void **state)
{
    (void)state;
    assert_int_equal(format_weekday(0), 3); /* a Thursday */
    assert_int_equal(format_weekday(-3), 0);
    assert_int_equal(format_weekday(-4), 6);
    assert_int_equal(format_weekday(19782), 3); /* 29 Feb 2024 */
    ASSERT_TEXT(format_month(&arena, 19782), "Feb");
    ASSERT_TEXT(format_month(&arena, 19783), "Mar");
}

static void a_time_of_day_is_local(void **state)
{
    (void)state;
    ASSERT_TEXT(format_time_of_day(&arena, 0, 0), "00:00");
    ASSERT_TEXT(format_time_of_day(&arena, 0, -90), "22:30");
    ASSERT_TEXT(format_time_of_day(&arena, INT64_C(1772366640000), 120), "14:04");
}

static void a_list_of_counts_leaves_out_what_is_none(void **state)
{
    (void)state;
    StrBuf list;
    str_buf_init(&list, &arena);
    format_add_count(&list, 3, "pair", "pairs");
    format_add_count(&list, 0, "tile", "tiles");
    format_add_count(&list, 1, "card", "cards");
    ASSERT_TEXT(str_buf_str(&list), "3" NBSP "pairs, 1" NBSP "card");
}

static void one_is_singular(void **state)
{
    (void)state;
    ASSERT_TEXT(format_count(&arena, 1, "pair", "pairs"), "1" NBSP "pair");
    ASSERT_TEXT(format_count(&arena, 0, "pair", "pairs"), "0" NBSP "pairs");
    ASSERT_TEXT(format_size(&arena, 1), "1" NBSP "byte");
    ASSERT_TEXT(format_size(&arena, 999), "999" NBSP "bytes");
    ASSERT_TEXT(format_size(&arena, 1000), "1" NBSP "KB");
    ASSERT_TEXT(format_size(&arena, 999499), "999" NBSP "KB");
    ASSERT_TEXT(format_size(&arena, 999500), "1" NBSP "MB");
    ASSERT_TEXT(format_size(&arena, 1440000), "1.4" NBSP "MB");
    ASSERT_TEXT(format_size(&arena, 268435456), "268" NBSP "MB");
    ASSERT_TEXT(format_count(&arena, 1200, "card", "cards"), "1" NARROW "200" NBSP "cards");
}

static void intervals_are_told_in_their_unit(void **state)
{
    (void)state;
    int64_t minute = 60000, hour = 60 * minute, day = 24 * hour;
    ASSERT_TEXT(format_interval(&arena, 0), "1" NBSP "min");
    ASSERT_TEXT(format_interval(&arena, 10 * minute), "10" NBSP "min");
    ASSERT_TEXT(format_interval(&arena, hour - minute / 2 - 1), "59" NBSP "min");
    ASSERT_TEXT(format_interval(&arena, hour), "1" NBSP "h");
    ASSERT_TEXT(format_interval(&arena, 16 * hour), "16" NBSP "h");
    ASSERT_TEXT(format_interval(&arena, 24 * hour - 1), "1" NBSP "d");
    ASSERT_TEXT(format_interval(&arena, 6 * day + hour), "6" NBSP "d");
    ASSERT_TEXT(format_interval(&arena, 60 * day), "60" NBSP "d");
    ASSERT_TEXT(format_interval(&arena, 98 * day), "3.2" NBSP "mo");
    ASSERT_TEXT(format_interval(&arena, 430 * day), "14" NBSP "mo");
    ASSERT_TEXT(format_interval(&arena, 885 * day), "2.4" NBSP "y");
    ASSERT_TEXT(format_interval(&arena, 36500 * day), "100" NBSP "y");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(numbers_are_grouped_by_three),
        ARENA_TEST(times_are_cut_and_never_rounded_up),
        ARENA_TEST(a_hundred_percent_is_all_of_it),
        ARENA_TEST(days_are_local_ones),
        ARENA_TEST(near_days_have_names_and_far_ones_dates),
        ARENA_TEST(a_day_has_its_month_and_weekday),
        ARENA_TEST(a_time_of_day_is_local),
        ARENA_TEST(one_is_singular),
        ARENA_TEST(a_list_of_counts_leaves_out_what_is_none),
        ARENA_TEST(intervals_are_told_in_their_unit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
