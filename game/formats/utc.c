#include "formats/utc.h"

#include <assert.h>

#include "base/calendar.h"

#define DAY_S 86400

Str utc_write(Arena *arena, int64_t unix_s)
{
    assert(unix_s >= 0 && unix_s <= UTC_MAX_S);
    Str date = calendar_write_day(arena, (int32_t)(unix_s / DAY_S));
    int second = (int)(unix_s % DAY_S);
    return str_format(arena, "%.*sT%02d:%02d:%02dZ", STR_FMT(date), second / 3600, second / 60 % 60,
                      second % 60);
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
    int32_t day;
    if (!has_form(text) || !calendar_read_day(str_slice(text, 0, 10), &day)) return false;
    int64_t hour = digits(text, 11, 13), minute = digits(text, 14, 16), second = digits(text, 17, 19);
    if (hour > 23 || minute > 59 || second > 59) return false;
    *unix_s = (int64_t)day * DAY_S + hour * 3600 + minute * 60 + second;
    return true;
}
