#include "formats/utc.h"

#include <assert.h>

#define DAY_S 86400

typedef struct {
    int64_t year, month, day;
} Date;

/* Days and dates as in Howard Hinnant's "chrono-compatible low-level date algorithms": years begin in March,
   so that the leap day is the last one; an era is 400 years, 146,097 days; 719,468 days from 0000-03-01 to
   1970. */
static int64_t days_of_date(Date date)
{
    int64_t year = date.month <= 2 ? date.year - 1 : date.year;
    int64_t month = date.month > 2 ? date.month - 3 : date.month + 9;
    int64_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
    return year * 365 + year / 4 - year / 100 + year / 400 + day_of_year - 719468;
}

static Date date_of_days(int64_t days)
{
    int64_t since = days + 719468;
    int64_t era = since / 146097, of_era = since % 146097;
    int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t month = (5 * of_year + 2) / 153;
    Date date = {.day = of_year - (153 * month + 2) / 5 + 1, .month = month < 10 ? month + 3 : month - 9};
    date.year = year_of_era + era * 400 + (date.month <= 2);
    return date;
}

Str utc_write(Arena *arena, int64_t unix_s)
{
    assert(unix_s >= 0 && unix_s <= UTC_MAX_S);
    Date date = date_of_days(unix_s / DAY_S);
    int second = (int)(unix_s % DAY_S);
    return str_format(arena, "%04d-%02d-%02dT%02d:%02d:%02dZ", (int)date.year, (int)date.month, (int)date.day,
                      second / 3600, second / 60 % 60, second % 60);
}

/* Digits where the pattern has a 0, itself elsewhere. */
static bool has_form(Str text)
{
    Str pattern = STR("0000-00-00T00:00:00Z");
    if (text.size != pattern.size) return false;
    for (size_t i = 0; i < pattern.size; i++) {
        bool is_digit = text.data[i] >= '0' && text.data[i] <= '9';
        if (pattern.data[i] == '0' ? !is_digit : text.data[i] != pattern.data[i]) return false;
    }
    return true;
}

static int64_t digits(Str text, size_t from, size_t to)
{
    int64_t number = 0;
    for (size_t i = from; i < to; i++) number = number * 10 + (text.data[i] - '0');
    return number;
}

bool utc_read(Str text, int64_t *unix_s)
{
    if (!has_form(text)) return false;
    Date date = {digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)};
    int64_t hour = digits(text, 11, 13), minute = digits(text, 14, 16), second = digits(text, 17, 19);
    if (date.year < 1970 || date.month < 1 || date.month > 12 || date.day < 1) return false;
    if (hour > 23 || minute > 59 || second > 59) return false;
    int64_t days = days_of_date(date);
    if (date_of_days(days).day != date.day) return false; /* 30 February is 2 March */
    *unix_s = days * DAY_S + hour * 3600 + minute * 60 + second;
    return true;
}
