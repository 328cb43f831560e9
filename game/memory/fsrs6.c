#include "memory/fsrs6.h"

#include <assert.h>
#include <math.h>

/* Every number and formula: Open Spaced Repetition, FSRS-6 ("The Algorithm" in its wiki), and the clamps and
   short-term rules of ts-fsrs 5.4.2. */
const double fsrs6_default_weights[FSRS6_WEIGHTS] = {0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194,
                                                     0.001,  1.8722, 0.1666, 0.796,  1.4835, 0.0614, 0.2629,
                                                     1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};

static const struct {
    double low, high;
} bounds[FSRS6_WEIGHTS] = {{.001, 100}, {.001, 100}, {.001, 100}, {.001, 100}, {1, 10},     {.001, 4},
                           {.001, 4},   {.001, .75}, {0, 4.5},    {0, .8},     {.001, 3.5}, {.001, 5},
                           {.001, .25}, {.001, .9},  {0, 4},      {0, 1},      {1, 6},      {0, 2},
                           {0, 2},      {.01, .8},   {.1, .8}};

#define MIN_STABILITY 0.001

static double clamp(double x, double low, double high)
{
    return fmin(fmax(x, low), high);
}

/* So that several failures within a day do not lose more than one lapse does. */
static double short_term_ceiling(const double *w, int relearning_steps)
{
    if (relearning_steps <= 1) return 2;
    double logarithm = log(w[11]) + log(pow(2, w[13]) - 1) + 0.3 * w[14];
    return clamp(sqrt(fmax(-logarithm / relearning_steps, 0)), 0.01, 2);
}

Fsrs6 fsrs6_make(const double w[FSRS6_WEIGHTS], bool has_short_term, int relearning_steps)
{
    Fsrs6 model = {.has_short_term = has_short_term};
    for (int i = 0; i < FSRS6_WEIGHTS; i++) model.w[i] = clamp(w[i], bounds[i].low, bounds[i].high);
    if (!has_short_term) model.w[19] = clamp(w[19], 0, bounds[19].high);
    double ceiling = short_term_ceiling(model.w, relearning_steps);
    model.w[17] = fmin(model.w[17], ceiling);
    model.w[18] = fmin(model.w[18], ceiling);
    model.factor = pow(0.9, -1 / model.w[20]) - 1;
    return model;
}

static double first_difficulty(const double *w, Grade grade)
{
    return w[4] - exp(w[5] * ((int)grade - 1)) + 1;
}

MemoryState fsrs6_first(const Fsrs6 *model, Grade grade)
{
    assert(grade >= GRADE_AGAIN && grade <= GRADE_EASY);
    return (MemoryState){.stability = fmax(model->w[grade - 1], 0.1),
                         .difficulty = clamp(first_difficulty(model->w, grade), 1, 10)};
}

/* Damped near 10, and drawn back to the difficulty of a first Easy, which is not clamped here. */
static double next_difficulty(const double *w, double difficulty, Grade grade)
{
    double change = -w[6] * ((int)grade - 3) * (10 - difficulty) / 9;
    return clamp(w[7] * first_difficulty(w, GRADE_EASY) + (1 - w[7]) * (difficulty + change), 1, 10);
}

static double same_day(const double *w, double stability, Grade grade)
{
    double growth = exp(w[17] * ((int)grade - 3 + w[18])) * pow(stability, -w[19]);
    return stability * (grade >= GRADE_HARD ? fmax(growth, 1) : growth);
}

static double remembered(const double *w, MemoryState before, double recall, Grade grade)
{
    double growth =
        exp(w[8]) * (11 - before.difficulty) * pow(before.stability, -w[9]) * (exp(w[10] * (1 - recall)) - 1);
    if (grade == GRADE_HARD) growth *= w[15];
    if (grade == GRADE_EASY) growth *= w[16];
    return before.stability * (1 + growth);
}

static double forgotten(const Fsrs6 *model, MemoryState before, double recall)
{
    const double *w = model->w;
    double after = w[11] * pow(before.difficulty, -w[12]) * (pow(before.stability + 1, w[13]) - 1) *
                   exp(w[14] * (1 - recall));
    return fmin(after, before.stability / (model->has_short_term ? exp(w[17] * w[18]) : 1));
}

MemoryState fsrs6_step(const Fsrs6 *model, MemoryState before, int32_t days, Grade grade)
{
    assert(grade >= GRADE_AGAIN && grade <= GRADE_EASY && days >= 0);
    double stability;
    if (days == 0 && model->has_short_term) {
        stability = same_day(model->w, before.stability, grade);
    } else {
        double recall = fsrs6_recall(model, before, days);
        stability = grade == GRADE_AGAIN ? forgotten(model, before, recall)
                                         : remembered(model->w, before, recall, grade);
    }
    return (MemoryState){.stability = clamp(stability, MIN_STABILITY, MEMORY_MAX_DAYS),
                         .difficulty = next_difficulty(model->w, before.difficulty, grade)};
}

double fsrs6_recall(const Fsrs6 *model, MemoryState state, double days)
{
    return pow(1 + model->factor * days / state.stability, -model->w[20]);
}

double fsrs6_interval_factor(const Fsrs6 *model, double retention)
{
    return (pow(retention, -1 / model->w[20]) - 1) / model->factor;
}
