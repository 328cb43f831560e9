#include "ui/format.h"

#include <assert.h>
#include <inttypes.h>
#include <stdbool.h>

#include "base/calendar.h"

#define GROUP_SPACE "\xE2\x80\xAF" /* U+202F narrow no-break space */
#define SPACE       "\xC2\xA0"     /* U+00A0 no-break space */
#define MINUS       "\xE2\x88\x92" /* U+2212 */

/* Without overflow for the smallest number. */
static uint64_t magnitude(int64_t n)
{
    return n < 0 ? UINT64_C(0) - (uint64_t)n : (uint64_t)n;
}

static Str number(Arena *arena, const char *sign, uint64_t n)
{
    unsigned groups[7]; /* of three digits, the last first; 2^64 has 20 digits */
    int count = 0;
    do {
        groups[count++] = (unsigned)(n % 1000);
        n /= 1000;
    } while (n);
    StrBuf buf;
    str_buf_init(&buf, arena);
    str_buf_addf(&buf, "%s%u", sign, groups[--count]);
    while (count > 0) str_buf_addf(&buf, GROUP_SPACE "%03u", groups[--count]);
    return str_buf_str(&buf);
}

Str format_number(Arena *arena, int64_t n)
{
    return number(arena, n < 0 ? MINUS : "", magnitude(n));
}

Str format_signed(Arena *arena, int64_t n)
{
    return number(arena, n < 0 ? MINUS : n > 0 ? "+" : "", magnitude(n));
}

/* ".6" */
static void add_fraction(StrBuf *buf, uint64_t ms, int decimals)
{
    assert(decimals >= 0 && decimals <= 3);
    static const unsigned step[] = {1000, 100, 10, 1};
    if (decimals > 0) str_buf_addf(buf, ".%0*u", decimals, (unsigned)(ms % 1000) / step[decimals]);
}

Str format_time(Arena *arena, int64_t ms, int decimals)
{
    uint64_t m = magnitude(ms), seconds = m / 1000, minutes = seconds / 60, hours = minutes / 60;
    StrBuf buf;
    str_buf_init(&buf, arena);
    if (ms < 0) str_buf_addf(&buf, MINUS);
    if (hours > 0)
        str_buf_addf(&buf, "%" PRIu64 ":%02u:", hours, (unsigned)(minutes % 60));
    else
        str_buf_addf(&buf, "%u:", (unsigned)minutes);
    str_buf_addf(&buf, "%02u", (unsigned)(seconds % 60));
    add_fraction(&buf, m, decimals);
    return str_buf_str(&buf);
}

Str format_seconds(Arena *arena, int64_t ms, int decimals)
{
    uint64_t m = magnitude(ms);
    StrBuf buf;
    str_buf_init(&buf, arena);
    str_buf_addf(&buf, "%s%" PRIu64, ms < 0 ? MINUS : "", m / 1000);
    add_fraction(&buf, m, decimals);
    str_buf_addf(&buf, SPACE "s");
    return str_buf_str(&buf);
}

Str format_percent(Arena *arena, int64_t part, int64_t whole)
{
    int percent = whole > 0 ? (int)(100.0 * (double)part / (double)whole) : 0;
    if (percent >= 100 && part < whole) percent = 99;
    return str_format(arena, "%d%%", percent);
}

int32_t format_local_day(int64_t wall_ms, int utc_offset_min)
{
    return calendar_local_day(wall_ms, utc_offset_min);
}

static const char months[12][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

static Str date(Arena *arena, int32_t day, bool has_year)
{
    CalendarDate on = calendar_date_of_day(day);
    const char *month = months[on.month - 1];
    if (!has_year) return str_format(arena, "%d" SPACE "%s", on.day, month);
    return str_format(arena, "%d" SPACE "%s" SPACE "%d", on.day, month, (int)on.year);
}

Str format_day(Arena *arena, int32_t day, int32_t today)
{
    int64_t ago = (int64_t)today - day;
    if (ago == 0) return STR("Today");
    if (ago == 1) return STR("Yesterday");
    if (ago == -1) return STR("Tomorrow");
    if (ago > 1 && ago <= 6) return str_format(arena, "%d days ago", (int)ago);
    if (ago < -1 && ago >= -6) return str_format(arena, "In %d days", (int)-ago);
    return format_date(arena, day, today);
}

Str format_date(Arena *arena, int32_t day, int32_t today)
{
    return date(arena, day, calendar_date_of_day(day).year != calendar_date_of_day(today).year);
}

Str format_month(Arena *arena, int32_t day)
{
    return str_copy(arena, str_of(months[calendar_date_of_day(day).month - 1]));
}

int format_weekday(int32_t day)
{
    int since_monday = (int)((day + INT64_C(3)) % 7); /* 1970-01-01 was a Thursday */
    return since_monday < 0 ? since_monday + 7 : since_monday;
}

Str format_time_of_day(Arena *arena, int64_t wall_ms, int utc_offset_min)
{
    int64_t local_ms = wall_ms + utc_offset_min * INT64_C(60000);
    int64_t of_day_ms = local_ms - format_local_day(wall_ms, utc_offset_min) * CALENDAR_DAY_MS;
    int minutes = (int)(of_day_ms / 60000);
    return str_format(arena, "%02d:%02d", minutes / 60, minutes % 60);
}

Str format_count(Arena *arena, int64_t n, const char *one, const char *many)
{
    return str_format(arena, "%.*s" SPACE "%s", STR_FMT(format_number(arena, n)), n == 1 ? one : many);
}

void format_add_count(StrBuf *list, int64_t n, const char *one, const char *many)
{
    if (n == 0) return;
    if (list->size > 0) str_buf_add(list, STR(", "));
    str_buf_add(list, format_count(list->arena, n, one, many));
}

/* One decimal under ten of a unit that is coarse, none from there on. */
static Str coarse(Arena *arena, int64_t tenths, const char *unit)
{
    if (tenths < 100 && tenths % 10 != 0)
        return str_format(arena, "%d.%d" SPACE "%s", (int)(tenths / 10), (int)(tenths % 10), unit);
    return str_format(arena, "%d" SPACE "%s", (int)((tenths + 5) / 10), unit);
}

Str format_size(Arena *arena, int64_t bytes)
{
    if (bytes < 1000) return format_count(arena, bytes, "byte", "bytes");
    if (bytes < 999500) return str_format(arena, "%d" SPACE "KB", (int)((bytes + 500) / 1000));
    return coarse(arena, (bytes + 50000) / 100000, "MB");
}

Str format_interval(Arena *arena, int64_t ms)
{
    int64_t minutes = (ms + CALENDAR_MINUTE_MS / 2) / CALENDAR_MINUTE_MS;
    int64_t hours = (ms + CALENDAR_HOUR_MS / 2) / CALENDAR_HOUR_MS;
    int64_t days = (ms + CALENDAR_DAY_MS / 2) / CALENDAR_DAY_MS;
    if (minutes < 60) return str_format(arena, "%d" SPACE "min", minutes < 1 ? 1 : (int)minutes);
    if (hours < 24) return str_format(arena, "%d" SPACE "h", (int)hours);
    if (days < 61) return str_format(arena, "%d" SPACE "d", (int)days);
    if (days < 700) return coarse(arena, days * 120 / 365, "mo");
    return coarse(arena, days * 10 / 365, "y");
}
