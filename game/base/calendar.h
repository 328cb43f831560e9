/* The Gregorian calendar by numbers: days are counted from 1970-01-01, before it they are negative. */
#ifndef MATCHWICK_BASE_CALENDAR_H
#define MATCHWICK_BASE_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

#define CALENDAR_DAY_MS    INT64_C(86400000)
#define CALENDAR_HOUR_MS   INT64_C(3600000)
#define CALENDAR_MINUTE_MS INT64_C(60000)

typedef struct {
    int64_t year;
    int32_t month, day; /* from 1 */
} CalendarDate;

int64_t calendar_day_of_date(CalendarDate date);
CalendarDate calendar_date_of_day(int64_t day);
/* False: no such month, or that month has no such day. */
bool calendar_has(CalendarDate date);
/* The local day of a time since the Unix epoch, where local time is that much ahead of UTC. */
int32_t calendar_local_day(int64_t unix_ms, int utc_offset_min);

/* "2028-02-29", years 1970 to 9999. */
Str calendar_write_day(Arena *arena, int32_t day);
/* Exactly that form, and a day that there is. */
bool calendar_read_day(Str text, int32_t *day);

#endif
