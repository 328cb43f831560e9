/* When a card is asked again under FSRS-6: learning steps within the day, then whole days, as ts-fsrs 5.4.2
   schedules without fuzz. */
#ifndef MATCHWICK_MEMORY_FSRS6_SCHEDULE_H
#define MATCHWICK_MEMORY_FSRS6_SCHEDULE_H

#include "memory/fsrs6.h"

#define FSRS6_MAX_STEPS    16
#define FSRS6_DAY_MIN      1440 /* minutes */
#define FSRS6_MAX_STEP_MIN (MEMORY_MAX_DAYS * FSRS6_DAY_MIN)

typedef struct {
    int32_t minutes[FSRS6_MAX_STEPS]; /* each from 1 */
    int count;
} Fsrs6Steps;

typedef struct {
    double retention;     /* at which a card is due, over 0 and under 1 */
    int32_t max_interval; /* days, from 1 */
    Fsrs6Steps learning, relearning;
} Fsrs6Schedule;

/* Retention 0.9, steps of 1 and 10 minutes, relearning 10 minutes. */
extern const Fsrs6Schedule fsrs6_default_schedule;

/* The numbers are those of ts-fsrs. */
typedef enum { FSRS6_NEW, FSRS6_LEARNING, FSRS6_REVIEW, FSRS6_RELEARNING } Fsrs6Phase;

typedef struct {
    MemoryState memory; /* nothing yet in a new card */
    Fsrs6Phase phase;
    int step;               /* of the learning or relearning steps, from 0 */
    int32_t scheduled_days; /* 0 within the day */
    int64_t due_min;        /* minutes from the last answer until the next is due */
    int32_t reps, lapses;
} Fsrs6Card; /* zeroed: a new card */

/* `days` since the answer before, of no matter for a new card. A model without short term has no steps: every
   answer is put off by days. */
Fsrs6Card fsrs6_card_apply(const Fsrs6 *model, const Fsrs6Schedule *schedule, Fsrs6Card before, int32_t days,
                           Grade grade);
/* Whole days until recall falls to the schedule's retention, at least 1. */
int32_t fsrs6_interval(const Fsrs6 *model, const Fsrs6Schedule *schedule, MemoryState state);

#endif
