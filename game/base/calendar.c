#include "base/calendar.h"

#include <assert.h>

#define ERA_DAYS      146097 /* 400 years */
#define EPOCH_FROM_0  719468 /* days from 0000-03-01 to 1970-01-01 */
#define LEAST_YEAR    1970
#define GREATEST_YEAR 9999

/* Days and dates as in Howard Hinnant's "chrono-compatible low-level date algorithms": years begin in March,
   so that the leap day is the last one. */
int64_t calendar_day_of_date(CalendarDate date)
{
    int64_t year = date.month <= 2 ? date.year - 1 : date.year;
    int64_t month = date.month > 2 ? date.month - 3 : date.month + 9;
    int64_t era = (year >= 0 ? year : year - 399) / 400, of_era = year - era * 400;
    int64_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
    return era * ERA_DAYS + of_era * 365 + of_era / 4 - of_era / 100 + day_of_year - EPOCH_FROM_0;
}

CalendarDate calendar_date_of_day(int64_t day)
{
    int64_t since = day + EPOCH_FROM_0;
    int64_t era = (since >= 0 ? since : since - (ERA_DAYS - 1)) / ERA_DAYS, of_era = since - era * ERA_DAYS;
    int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t month = (5 * of_year + 2) / 153;
    CalendarDate date = {.day = (int32_t)(of_year - (153 * month + 2) / 5 + 1),
                         .month = (int32_t)(month < 10 ? month + 3 : month - 9)};
    date.year = year_of_era + era * 400 + (date.month <= 2);
    return date;
}

bool calendar_has(CalendarDate date)
{
    if (date.month < 1 || date.month > 12 || date.day < 1) return false;
    CalendarDate back = calendar_date_of_day(calendar_day_of_date(date));
    return back.day == date.day && back.month == date.month; /* 30 February is 2 March */
}

int32_t calendar_local_day(int64_t unix_ms, int utc_offset_min)
{
    int64_t local_ms = unix_ms + utc_offset_min * CALENDAR_MINUTE_MS;
    int64_t day = local_ms / CALENDAR_DAY_MS;
    return (int32_t)(local_ms % CALENDAR_DAY_MS < 0 ? day - 1 : day);
}

Str calendar_write_day(Arena *arena, int32_t day)
{
    CalendarDate date = calendar_date_of_day(day);
    assert(date.year >= LEAST_YEAR && date.year <= GREATEST_YEAR);
    return str_format(arena, "%04d-%02d-%02d", (int)date.year, (int)date.month, (int)date.day);
}

static bool read_digits(Str text, size_t from, size_t to, int32_t *out)
{
    *out = 0;
    for (size_t i = from; i < to; i++) {
        if (text.data[i] < '0' || text.data[i] > '9') return false;
        *out = *out * 10 + (text.data[i] - '0');
    }
    return true;
}

bool calendar_read_day(Str text, int32_t *day)
{
    int32_t year;
    CalendarDate date;
    if (text.size != 10 || text.data[4] != '-' || text.data[7] != '-') return false;
    if (!read_digits(text, 0, 4, &year) || !read_digits(text, 5, 7, &date.month) ||
        !read_digits(text, 8, 10, &date.day))
        return false;
    date.year = year;
    if (year < LEAST_YEAR || !calendar_has(date)) return false;
    *day = (int32_t)calendar_day_of_date(date);
    return true;
}
