#define _POSIX_C_SOURCE 200809L /* localtime_r, gmtime_r */

#include "platform/wall_clock.h"

#include <time.h>

int64_t wall_clock_ms(void)
{
    struct timespec now;
    timespec_get(&now, TIME_UTC);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Of two days at most one apart. */
static int days_between(const struct tm *from, const struct tm *to)
{
    if (from->tm_year != to->tm_year) return from->tm_year < to->tm_year ? 1 : -1;
    return to->tm_yday - from->tm_yday;
}

int wall_clock_offset_min(int64_t at_ms)
{
    time_t at = (time_t)(at_ms / 1000);
    struct tm local, utc;
    if (!localtime_r(&at, &local) || !gmtime_r(&at, &utc)) return 0;
    return (days_between(&utc, &local) * 24 + local.tm_hour - utc.tm_hour) * 60 + local.tm_min - utc.tm_min;
}
