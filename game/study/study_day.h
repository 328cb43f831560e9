/* The day of study: it begins at an hour of the night that the player sets, so that a late evening is still
   that day. On a night in which the clocks change it may begin an hour off. */
#ifndef MATCHWICK_STUDY_STUDY_DAY_H
#define MATCHWICK_STUDY_STUDY_DAY_H

#include "memory/card_memory.h"

typedef struct {
    Moment now;               /* with the calendar's day */
    int32_t number;           /* of the study day, as the calendar's day on which it began */
    int64_t start_ms, end_ms; /* Unix epoch; the end belongs to the next */
} StudyDay;

StudyDay study_day(int64_t now_ms, int utc_offset_min, int rollover_hour);

#endif
