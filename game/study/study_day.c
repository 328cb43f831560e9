#include "study/study_day.h"

#include "base/calendar.h"

StudyDay study_day(int64_t now_ms, int utc_offset_min, int rollover_hour)
{
    int64_t rollover_ms = rollover_hour * CALENDAR_HOUR_MS;
    int32_t number = calendar_local_day(now_ms - rollover_ms, utc_offset_min);
    int64_t start_ms = number * CALENDAR_DAY_MS + rollover_ms - utc_offset_min * CALENDAR_MINUTE_MS;
    return (StudyDay){.now = {now_ms, calendar_local_day(now_ms, utc_offset_min)},
                      .number = number,
                      .start_ms = start_ms,
                      .end_ms = start_ms + CALENDAR_DAY_MS};
}
