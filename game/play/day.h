/* The streak of days: a day counts with 10 answers; one missed day a week is forgiven. */
#ifndef MATCHWICK_PLAY_DAY_H
#define MATCHWICK_PLAY_DAY_H

#include <stdbool.h>
#include <stdint.h>

#define DAY_ANSWERS 10

typedef struct {
    int32_t day;      /* local days since any fixed day */
    uint32_t answers; /* cards answered on it */
} DayAnswers;

typedef struct {
    uint32_t length;    /* days that count, in the streak that is alive today */
    bool is_today_done; /* today counts already */
    uint32_t today_answers;
    bool is_forgiven_used; /* a day was forgiven within the last week */
} DayStreak;

/* `days` sorted by day, each at most once; later ones than `today` are passed over. */
DayStreak day_streak(const DayAnswers *days, uint32_t count, int32_t today);

#endif
