#include "play/day.h"

#define WEEK   7
#define NO_DAY (INT32_MIN / 2)

typedef struct {
    uint32_t length;
    int32_t last;     /* day that counted last */
    int32_t forgiven; /* day that was forgiven last */
} Streak;

/* May the streak go on to `day`, all days between being missed? */
static bool reaches(const Streak *streak, int32_t day)
{
    if (day - streak->last <= 1) return true;
    return day - streak->last == 2 && day - 1 - streak->forgiven >= WEEK;
}

static void add_day(Streak *streak, int32_t day)
{
    if (streak->length == 0 || !reaches(streak, day))
        *streak = (Streak){0, day, NO_DAY};
    else if (day - streak->last == 2)
        streak->forgiven = day - 1;
    streak->length++;
    streak->last = day;
}

DayStreak day_streak(const DayAnswers *days, uint32_t count, int32_t today)
{
    Streak streak = {0, NO_DAY, NO_DAY};
    DayStreak out = {0};
    for (uint32_t i = 0; i < count && days[i].day <= today; i++) {
        if (days[i].day == today) out.today_answers = days[i].answers;
        if (days[i].answers >= DAY_ANSWERS) add_day(&streak, days[i].day);
    }
    if (streak.length == 0 || !reaches(&streak, today)) return out;
    if (today - streak.last == 2) streak.forgiven = today - 1;
    out.length = streak.length;
    out.is_today_done = streak.last == today;
    out.is_forgiven_used = today - streak.forgiven < WEEK;
    return out;
}
