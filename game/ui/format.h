/* Numbers, times and days as people read them. Pure functions; results are in the arena. */
#ifndef MATCHWICK_UI_FORMAT_H
#define MATCHWICK_UI_FORMAT_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* "14 920", with narrow no-break spaces (U+202F); a true minus (U+2212). */
Str format_number(Arena *arena, int64_t n);
/* The same with a sign where it isn't 0: "+360". */
Str format_signed(Arena *arena, int64_t n);
/* A clock's time cut, never rounded, to 0 to 3 decimals: "0:24.6", "1:21.6", "1:02:03.4". */
Str format_time(Arena *arena, int64_t ms, int decimals);
/* Seconds, cut: "1.9 s" (no-break space). */
Str format_seconds(Arena *arena, int64_t ms, int decimals);
/* part of whole, cut: "86%"; 0 % of nothing; 100 % only for all of it. */
Str format_percent(Arena *arena, int64_t part, int64_t whole);

/* Local days since 1970-01-01. */
int32_t format_local_day(int64_t wall_ms, int utc_offset_min);
/* "Today", "Yesterday", "3 days ago" up to 6, "2 Nov" in the same year, else "2 Nov 2025"; "Tomorrow",
 * "In 3 days" for days to come. */
Str format_day(Arena *arena, int32_t day, int32_t today);
/* "2 Nov", whatever day it is; with the year where it is another. */
Str format_date(Arena *arena, int32_t day, int32_t today);
Str format_month(Arena *arena, int32_t day); /* "Nov" */
int format_weekday(int32_t day);             /* 0: Monday */
/* How long until something, rounded: "10 min", "5 h", "6 d", "3.2 mo", "14 mo", "2.4 y". */
Str format_interval(Arena *arena, int64_t ms);
/* "18:04" */
Str format_time_of_day(Arena *arena, int64_t wall_ms, int utc_offset_min);
/* Of a file: "812 bytes", "12 KB", "1.4 MB" (of 1000), rounded. */
Str format_size(Arena *arena, int64_t bytes);
/* "1 pair", "3 pairs". */
Str format_count(Arena *arena, int64_t n, const char *one, const char *many);
/* Behind what is in the list: "3 pairs, 1 tile"; nothing of 0. */
void format_add_count(StrBuf *list, int64_t n, const char *one, const char *many);

#endif
