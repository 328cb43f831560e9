/* Review histories as files, to play them through a memory model. For FSRS-6 {"sets": [{"mode", "params",
   "histories"}]} with rows of "t_ms" (from the first review) and "rating"; for FSRS-7 {"w", "histories"} with
   rows of "days" (since the review before) and "rating". "mode", "params" and its members, and "w" may be
   left out; members that are not known, such as computed ones, are passed over. */
#ifndef MATCHWICK_FORMATS_HISTORIES_H
#define MATCHWICK_FORMATS_HISTORIES_H

#include "base/arena.h"
#include "base/err.h"
#include "memory/fsrs6_schedule.h"
#include "memory/memory.h"

typedef struct {
    int64_t t_ms; /* FSRS-6 */
    double days;  /* since the row before: whole in FSRS-6, counted by UTC dates, the first at 09:00 */
    Grade grade;
} HistoryRow;

typedef struct {
    HistoryRow *rows;
    size_t count;
} History;

typedef struct {
    Str mode; /* FSRS-6: "steps", "nosteps" or "longterm": what holds where params do not say */
    Memory memory;
    Fsrs6Schedule schedule; /* FSRS-6 */
    History *histories;
    size_t count;
} HistorySet;

typedef struct {
    MemoryModel model;
    HistorySet *sets; /* FSRS-7: one */
    size_t count;
} Histories;

/* In the shape of `model`. False with `err` set as "LINE:COLUMN: what". */
NODISCARD bool histories_read(Str text, MemoryModel model, Arena *arena, Histories *out, Err *err);

#endif
