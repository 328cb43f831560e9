/* Cells of a CSV that a spreadsheet would run. A text that begins like a formula and calls, pipes or links
   ("=HYPERLINK(…)", "+cmd|…", "='http://…'!A1") gets an apostrophe before it, and loses it when it comes in
   again; "-ing", "=" and "- a line" stay as they are. */
#ifndef MATCHWICK_FORMATS_CSV_GUARD_H
#define MATCHWICK_FORMATS_CSV_GUARD_H

#include "base/arena.h"
#include "base/str.h"

Str csv_guard(Str cell, Arena *arena);
/* The cell as it was; every guarded one comes back, and one that is not guarded stays. */
Str csv_unguard(Str cell);

#endif
