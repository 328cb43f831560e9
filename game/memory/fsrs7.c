#include "memory/fsrs7.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>

/* Every number and formula: Open Spaced Repetition, the FSRS-7 of its srs-benchmark with 34 weights. */
const double fsrs7_default_weights[FSRS7_WEIGHTS] = {
    0.1104, 2.2395, 3.9221, 11.7841, 6.1686, 0.6457, 3.6807, 1.9795, 0,      1.3826, 0.7024, 0.5999,
    0.8146, 0.6398, 1,      1.3207,  0.6707, 3.8668, 0.4416, 0.0934, 1.8631, 0.6162, 1.0869, 0.1567,
    0.0801, 0.2421, 0.9464, 0.1433,  0.7145, 0,      0.5667, 0.3734, 0.5333, 0.3048};

static const double lows[FSRS7_WEIGHTS] = {.0001, .0001, .0001, .0001, 1,  .001, .1,   0,    0, .3, .01, .1,
                                           0,     0,     1,     0,     0,  .5,   .001, .001, 0, 0,  1,   .01,
                                           .01,   .2,    .5,    .01,   .1, 0,    .1,   0,    0, 0};
static const double highs[FSRS7_WEIGHTS] = {50,  100, 100, 100, 10, 4,  4,   4, 1.2, 3, 1.5, 1,
                                            3.5, 1,   7,   4,   2,  6,  1.5, 1, 5,   1, 7,   .25,
                                            .95, .85, .99, 1,   1,  .9, 1.1, 1, .6,  .6};

#define SLOW           7  /* the first weight of the slow stability's block */
#define FAST           15 /* of the fast one's */
#define MIN_STABILITY  1e-4
#define EPSILON        1e-5  /* recall keeps this far from 0 and 1 */
#define SHORTEST_DAYS  1e-8  /* about a millisecond */
#define EASIEST_RECALL .9999 /* at which a card is due at once */

/* One of the two curves at some time: recall, and its slope by the logarithm of time. */
typedef struct {
    double recall, slope;
} Curve;

typedef struct {
    Curve fast, whole;
} Curves;

/* (1 + factor t / stability)^-decay */
typedef struct {
    double factor, decay;
} Shape;

/* What of the curves does not depend on time. */
typedef struct {
    Shape fast, slow;
    double fast_share; /* of the mixture */
} Shapes;

static double clamp(double x, double low, double high)
{
    return fmin(fmax(x, low), high);
}

Fsrs7 fsrs7_make(const double w[FSRS7_WEIGHTS])
{
    Fsrs7 model;
    for (int i = 0; i < FSRS7_WEIGHTS; i++) model.w[i] = clamp(w[i], lows[i], highs[i]);
    for (int i = 1; i < GRADE_EASY; i++) model.w[i] = fmax(model.w[i], model.w[i - 1]);
    model.w[26] = fmax(model.w[26], model.w[25]);
    return model;
}

static double first_difficulty(const double *w, Grade grade)
{
    return w[4] - exp(w[5] * ((int)grade - 1)) + 1;
}

MemoryState fsrs7_first(const Fsrs7 *model, Grade grade)
{
    assert(grade >= GRADE_AGAIN && grade <= GRADE_EASY);
    double slow = model->w[grade - 1];
    return (MemoryState){.stability = slow,
                         .fast = fmax(0.8 * slow, MIN_STABILITY),
                         .difficulty = clamp(first_difficulty(model->w, grade), 1, 10)};
}

static Shapes shapes_of(const double *w, MemoryState state)
{
    double harder = state.difficulty - 5;
    double fast_decay = clamp(w[23] * pow(state.fast, w[33] - 0.3), .01, .95);
    double slow_decay = clamp(w[24], .01, .95);
    double fast_weight = w[27] * pow(state.fast, -w[29]);
    double slow_weight = w[28] * pow(state.stability, w[30]) * exp(harder * (w[31] - 0.5));
    return (Shapes){.fast = {exp(fmin(-log(w[25]) / fast_decay, 60)) - 1, fast_decay},
                    .slow = {(pow(w[26], -1 / slow_decay) - 1) * exp(harder * (w[32] - 0.3)), slow_decay},
                    .fast_share = fast_weight / (fast_weight + slow_weight)};
}

static Curve curve_at(Shape shape, double stability, double days)
{
    double grown = shape.factor * days / stability;
    double recall = pow(1 + grown, -shape.decay);
    return (Curve){recall, -shape.decay * recall * grown / (1 + grown)};
}

static Curves curves_at(const Shapes *shapes, MemoryState state, double days)
{
    Curve fast = curve_at(shapes->fast, state.fast, days);
    Curve slow = curve_at(shapes->slow, state.stability, days);
    double share = shapes->fast_share, inner = 1 - 2 * EPSILON;
    return (Curves){fast,
                    {EPSILON + inner * (share * fast.recall + (1 - share) * slow.recall),
                     inner * (share * fast.slope + (1 - share) * slow.slope)}};
}

double fsrs7_recall(const Fsrs7 *model, MemoryState state, double days)
{
    Shapes shapes = shapes_of(model->w, state);
    return curves_at(&shapes, state, days).whole.recall;
}

/* One transition for both stabilities, each with its own block of eight weights and its own recall. */
static double next_stability(const double *w, double stability, double difficulty, double recall, Grade grade)
{
    double lost = fmin(stability, w[3] * (pow(stability + 1, w[4]) - 1) * exp((1 - recall) * w[5]));
    if (grade == GRADE_AGAIN) return clamp(lost, MIN_STABILITY, MEMORY_MAX_DAYS);
    double growth =
        exp(w[0] - 1.5) * (11 - difficulty) * pow(stability, -w[1]) * (exp((1 - recall) * w[2]) - 1);
    if (grade == GRADE_HARD) growth *= w[6];
    if (grade == GRADE_EASY) growth *= w[7];
    return clamp(fmax(lost, stability * (1 + growth)), MIN_STABILITY, MEMORY_MAX_DAYS);
}

/* A failure that was foreseen makes a card less difficult than one that was not. */
static double next_difficulty(const double *w, double difficulty, double recall, Grade grade)
{
    double change = -w[6] * ((int)grade - 3) * (grade == GRADE_AGAIN ? recall + 0.1 : 1);
    double moved = difficulty + (10 - difficulty) * change / 9;
    return clamp(0.01 * first_difficulty(w, GRADE_EASY) + 0.99 * moved, 1, 10);
}

MemoryState fsrs7_step(const Fsrs7 *model, MemoryState before, double days, Grade grade)
{
    assert(grade >= GRADE_AGAIN && grade <= GRADE_EASY && days >= 0);
    const double *w = model->w;
    Shapes shapes = shapes_of(w, before);
    Curves now = curves_at(&shapes, before, days);
    double slow = next_stability(w + SLOW, before.stability, before.difficulty, now.whole.recall, grade);
    double fast = next_stability(w + FAST, before.fast, before.difficulty, now.fast.recall, grade);
    if (grade == GRADE_AGAIN) fast = fmax(fmin(fast, 0.8 * slow), MIN_STABILITY);
    return (MemoryState){slow, fast, next_difficulty(w, before.difficulty, now.whole.recall, grade)};
}

/* Newton's steps on the logarithm of time, halving where they would leave what is left to search. */
double fsrs7_interval(const Fsrs7 *model, MemoryState state, double retention)
{
    if (retention >= EASIEST_RECALL) return 0;
    Shapes shapes = shapes_of(model->w, state);
    if (curves_at(&shapes, state, SHORTEST_DAYS).whole.recall <= retention) return 0;
    if (curves_at(&shapes, state, MEMORY_MAX_DAYS).whole.recall >= retention) return MEMORY_MAX_DAYS;
    double low = log(SHORTEST_DAYS), high = log(MEMORY_MAX_DAYS);
    double x = clamp(log(fmax(state.stability, state.fast)), low, high), moved = high - low;
    for (int i = 0; i < 200 && moved > 1e-14 * (1 + fabs(x)); i++) {
        Curve curve = curves_at(&shapes, state, exp(x)).whole;
        *(curve.recall > retention ? &low : &high) = x;
        double next = x - (curve.recall - retention) / curve.slope;
        if (!(next > low && next < high)) next = low + (high - low) / 2;
        moved = fabs(next - x);
        x = next;
    }
    return exp(x);
}
