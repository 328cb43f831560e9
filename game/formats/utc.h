/* Moments as texts: "2026-11-23T18:04:05Z", from the Unix epoch to the year 9999, Gregorian, without leap
   seconds. */
#ifndef MATCHWICK_FORMATS_UTC_H
#define MATCHWICK_FORMATS_UTC_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

#define UTC_MAX_S INT64_C(253402300799) /* 9999-12-31T23:59:59Z */

/* 0 <= `unix_s` <= UTC_MAX_S. */
Str utc_write(Arena *arena, int64_t unix_s);
/* Exactly that form, and a day that there is. */
bool utc_read(Str text, int64_t *unix_s);

#endif
