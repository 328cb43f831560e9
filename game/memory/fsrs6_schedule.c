#include "memory/fsrs6_schedule.h"

#include <assert.h>
#include <math.h>

const Fsrs6Schedule fsrs6_default_schedule = {
    .retention = 0.9, .max_interval = MEMORY_MAX_DAYS, .learning = {{1, 10}, 2}, .relearning = {{10}, 1}};

typedef struct {
    MemoryState memory[GRADE_EASY + 1]; /* by grade */
    int32_t days[GRADE_EASY + 1];
} Outcomes;

/* `factor`: the interval for a stability of one day. */
static int32_t whole_days(const Fsrs6Schedule *schedule, double factor, MemoryState state)
{
    double days = floor(state.stability * factor + 0.5);
    return (int32_t)fmin(fmax(days, 1), schedule->max_interval);
}

int32_t fsrs6_interval(const Fsrs6 *model, const Fsrs6Schedule *schedule, MemoryState state)
{
    return whole_days(schedule, fsrs6_interval_factor(model, schedule->retention), state);
}

static MemoryState next_memory(const Fsrs6 *model, const Fsrs6Card *card, int32_t days, Grade grade)
{
    return card->phase == FSRS6_NEW ? fsrs6_first(model, grade)
                                    : fsrs6_step(model, card->memory, days, grade);
}

static int32_t lesser(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

static int32_t greater(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

static void put_off(Fsrs6Card *card, int32_t days)
{
    card->phase = FSRS6_REVIEW;
    card->step = 0;
    card->scheduled_days = days;
    card->due_min = (int64_t)days * FSRS6_DAY_MIN;
}

/* A better grade is never put off for less; only without short term has Again its place in the order. */
static Outcomes weigh(const Fsrs6 *model, const Fsrs6Schedule *schedule, const Fsrs6Card *card, int32_t days)
{
    Outcomes all = {0};
    double factor = fsrs6_interval_factor(model, schedule->retention);
    for (Grade grade = model->has_short_term ? GRADE_HARD : GRADE_AGAIN; grade <= GRADE_EASY; grade++) {
        all.memory[grade] = next_memory(model, card, days, grade);
        all.days[grade] = whole_days(schedule, factor, all.memory[grade]);
    }
    int32_t *d = all.days;
    if (model->has_short_term) {
        d[GRADE_HARD] = lesser(d[GRADE_HARD], d[GRADE_GOOD]);
    } else {
        d[GRADE_AGAIN] = lesser(d[GRADE_AGAIN], d[GRADE_HARD]);
        d[GRADE_HARD] = greater(d[GRADE_HARD], d[GRADE_AGAIN] + 1);
    }
    d[GRADE_GOOD] = greater(d[GRADE_GOOD], d[GRADE_HARD] + 1);
    d[GRADE_EASY] = greater(d[GRADE_EASY], d[GRADE_GOOD] + 1);
    return all;
}

/* Half up, as JavaScript rounds. */
static int32_t hard_minutes(const Fsrs6Steps *steps)
{
    int64_t twice =
        steps->count == 1 ? INT64_C(3) * steps->minutes[0] : (int64_t)steps->minutes[0] + steps->minutes[1];
    return (int32_t)((twice + 1) / 2);
}

/* The delay in minutes and the step that it leads to; 0: the card graduates. */
static int32_t step_minutes(const Fsrs6Steps *steps, int step, Grade grade, int *next)
{
    *next = 0;
    if (step >= steps->count || grade == GRADE_EASY) return 0;
    if (grade == GRADE_AGAIN) return steps->minutes[0];
    if (grade == GRADE_HARD) {
        *next = step;
        return hard_minutes(steps);
    }
    if (step + 1 == steps->count) return 0;
    *next = step + 1;
    return steps->minutes[step + 1];
}

/* A step of a day or more is a review already. */
static void take_step(const Fsrs6 *model, const Fsrs6Schedule *schedule, Fsrs6Card *card, Fsrs6Phase phase,
                      Grade grade)
{
    int next;
    const Fsrs6Steps *steps = phase == FSRS6_LEARNING ? &schedule->learning : &schedule->relearning;
    int32_t minutes = step_minutes(steps, card->step, grade, &next);
    /* A review that a step of days led to keeps that step's number, and a lapse relearns from there. */
    if (card->phase == FSRS6_REVIEW && minutes > 0) minutes = steps->minutes[card->step];
    if (minutes == 0) {
        put_off(card, fsrs6_interval(model, schedule, card->memory));
        return;
    }
    card->phase = minutes < FSRS6_DAY_MIN ? phase : FSRS6_REVIEW;
    card->step = next;
    card->scheduled_days = minutes / FSRS6_DAY_MIN;
    card->due_min = minutes;
}

Fsrs6Card fsrs6_card_apply(const Fsrs6 *model, const Fsrs6Schedule *schedule, Fsrs6Card before, int32_t days,
                           Grade grade)
{
    assert(grade >= GRADE_AGAIN && grade <= GRADE_EASY && days >= 0);
    Fsrs6Card card = before;
    bool is_review = before.phase == FSRS6_REVIEW;
    bool is_lapse = grade == GRADE_AGAIN && (model->has_short_term ? is_review : before.phase != FSRS6_NEW);
    card.reps++;
    card.lapses += is_lapse;
    if (!model->has_short_term || (is_review && !is_lapse)) {
        Outcomes all = weigh(model, schedule, &before, days);
        card.memory = all.memory[grade];
        put_off(&card, all.days[grade]);
        return card;
    }
    card.memory = next_memory(model, &before, days, grade);
    bool is_learning = before.phase == FSRS6_NEW || before.phase == FSRS6_LEARNING;
    take_step(model, schedule, &card, is_learning ? FSRS6_LEARNING : FSRS6_RELEARNING, grade);
    return card;
}
