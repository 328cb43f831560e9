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
#define MOST_STEPS     200   /* of a search: even halving alone would do with fewer */
#define MOST_SCALE     30    /* the logarithm of a factor */

/* One of the two curves at some time: recall, its slope by the logarithm of time, and the slope's slope. */
typedef struct {
    double recall, slope, bend;
} Curve;

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
    model.fast_span = -log(model.w[25]);
    model.slow_decay = clamp(model.w[24], .01, .95);
    model.slow_factor = pow(model.w[26], -1 / model.slow_decay) - 1;
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

static Shapes shapes_of(const Fsrs7 *model, MemoryState state)
{
    const double *w = model->w;
    double harder = state.difficulty - 5;
    double fast_decay = clamp(w[23] * pow(state.fast, w[33] - 0.3), .01, .95);
    double fast_weight = w[27] * pow(state.fast, -w[29]);
    double slow_weight = w[28] * pow(state.stability, w[30]) * exp(harder * (w[31] - 0.5));
    return (Shapes){.fast = {exp(fmin(model->fast_span / fast_decay, 60)) - 1, fast_decay},
                    .slow = {model->slow_factor * exp(harder * (w[32] - 0.3)), model->slow_decay},
                    .fast_share = fast_weight / (fast_weight + slow_weight)};
}

static Curve curve_at(Shape shape, double stability, double days)
{
    double grown = shape.factor * days / stability, part = grown / (1 + grown);
    double recall = pow(1 + grown, -shape.decay), slope = -shape.decay * recall * part;
    return (Curve){recall, slope, slope * (1 - part - shape.decay * part)};
}

static Curve mix(double share, Curve fast, Curve slow)
{
    return (Curve){share * fast.recall + (1 - share) * slow.recall,
                   share * fast.slope + (1 - share) * slow.slope,
                   share * fast.bend + (1 - share) * slow.bend};
}

/* Of the mixture's. */
static double whole_recall(Curve mixture)
{
    return EPSILON + (1 - 2 * EPSILON) * mixture.recall;
}

static Curve mixture_at(const Shapes *shapes, MemoryState state, double days)
{
    return mix(shapes->fast_share, curve_at(shapes->fast, state.fast, days),
               curve_at(shapes->slow, state.stability, days));
}

double fsrs7_recall(const Fsrs7 *model, MemoryState state, double days)
{
    if (days <= 0) return 1 - EPSILON;
    Shapes shapes = shapes_of(model, state);
    return whole_recall(mixture_at(&shapes, state, days));
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

typedef struct {
    double whole, fast;
} Recalls;

static Recalls recalls_at(const Fsrs7 *model, MemoryState state, double days)
{
    assert(days >= 0);
    Shapes shapes = shapes_of(model, state);
    Curve fast = curve_at(shapes.fast, state.fast, days);
    Curve slow = curve_at(shapes.slow, state.stability, days);
    return (Recalls){whole_recall(mix(shapes.fast_share, fast, slow)), fast.recall};
}

static MemoryState step(const double *w, MemoryState before, Recalls recalls, Grade grade)
{
    assert(grade >= GRADE_AGAIN && grade <= GRADE_EASY);
    double slow = next_stability(w + SLOW, before.stability, before.difficulty, recalls.whole, grade);
    double fast = next_stability(w + FAST, before.fast, before.difficulty, recalls.fast, grade);
    if (grade == GRADE_AGAIN) fast = fmax(fmin(fast, 0.8 * slow), MIN_STABILITY);
    return (MemoryState){slow, fast, next_difficulty(w, before.difficulty, recalls.whole, grade)};
}

MemoryState fsrs7_step(const Fsrs7 *model, MemoryState before, double days, Grade grade)
{
    return step(model->w, before, recalls_at(model, before, days), grade);
}

MemoryState fsrs7_step_or_lapse(const Fsrs7 *model, MemoryState before, double days, Grade grade,
                                MemoryState *lapsed)
{
    Recalls recalls = recalls_at(model, before, days);
    *lapsed = step(model->w, before, recalls, GRADE_AGAIN);
    return step(model->w, before, recalls, grade);
}

/* --- what is solved for --- */

/* A root is sought between two ends: where the mixture's recall is the one that is wanted. */
typedef struct {
    double recall, straight;
    double low, high, x;
} Search;

/* The recall of the mixture by which that of the whole is so much. */
static double mixed_recall(double whole)
{
    return (whole - EPSILON) / (1 - 2 * EPSILON);
}

/* Solved for is ln(-ln(recall)): over the logarithms of time and of a stability nearly a straight line. */
static Search search_of(double recall)
{
    double mixed = mixed_recall(recall);
    return (Search){.recall = mixed, .straight = log(-log(mixed))};
}

/* Goes on by one of Halley's steps (Newton's, bent), or halves what is left where that would leave it. True
   after a step so short that none behind it would be seen. */
static bool is_found(Search *search, Curve at)
{
    bool is_beyond = (at.recall > search->recall) == (at.slope < 0);
    *(is_beyond ? &search->low : &search->high) = search->x;
    double logarithm = log(at.recall), slope = at.slope / at.recall,
           bend = at.bend / at.recall - slope * slope;
    double step = (log(-logarithm) - search->straight) * logarithm / slope;
    double turn = bend / slope - slope / logarithm;
    double next = search->x - step / fmax(1 - step * turn / 2, .5);
    bool is_short = fabs(next - search->x) < 1e-6;
    bool is_inside = next > search->low && next < search->high;
    search->x = is_inside || is_short ? next : search->low + (search->high - search->low) / 2;
    return is_short || search->high - search->low < 1e-12;
}

/* Where one curve alone falls to a recall: that of the mixture is between the two. */
static double days_of(Shape shape, double stability, double recall)
{
    return stability * (pow(recall, -1 / shape.decay) - 1) / shape.factor;
}

double fsrs7_interval(const Fsrs7 *model, MemoryState state, double retention)
{
    if (retention >= EASIEST_RECALL) return 0;
    Shapes shapes = shapes_of(model, state);
    Search search = search_of(retention);
    double fast = days_of(shapes.fast, state.fast, search.recall);
    double slow = days_of(shapes.slow, state.stability, search.recall);
    search.low = log(fmin(fast, slow));
    search.high = log(fmax(fast, slow));
    search.x = -log(shapes.fast_share / fast + (1 - shapes.fast_share) / slow);
    for (int i = 0; i < MOST_STEPS && !is_found(&search, mixture_at(&shapes, state, exp(search.x))); i++)
        continue;
    double days = exp(search.x);
    return days < SHORTEST_DAYS ? 0 : fmin(days, MEMORY_MAX_DAYS);
}

static MemoryState scale(MemoryState state, double logarithm)
{
    double factor = exp(logarithm);
    return (MemoryState){state.stability * factor, state.fast * factor, state.difficulty};
}

/* The slope that the fast curve's recall has by the logarithm of its stability: less time seems to have
   passed, and its decay changes. */
static double fast_slope(const Fsrs7 *model, const Shapes *shapes, double grown, Curve fast)
{
    Shape shape = shapes->fast;
    double decay = model->fast_span * (1 + 1 / shape.factor) * grown / (1 + grown) + log(fast.recall);
    return -fast.slope + fast.recall * (model->w[33] - 0.3) * decay;
}

/* The mixture's recall then, with its slope by the logarithm of a factor of both stabilities. */
static Curve scaled_at(const Fsrs7 *model, MemoryState state, double days)
{
    Shapes shapes = shapes_of(model, state);
    double share = shapes.fast_share, share_slope = -share * (1 - share) * (model->w[29] + model->w[30]);
    Curve fast = curve_at(shapes.fast, state.fast, days);
    Curve slow = curve_at(shapes.slow, state.stability, days);
    fast.slope = fast_slope(model, &shapes, shapes.fast.factor * days / state.fast, fast);
    slow.slope = -slow.slope;
    Curve both = mix(share, fast, slow);
    both.slope += share_slope * (fast.recall - slow.recall);
    return both;
}

MemoryState fsrs7_scaled(const Fsrs7 *model, MemoryState state, double days, double recall)
{
    Search search = search_of(recall);
    search.low = -MOST_SCALE;
    search.high = MOST_SCALE;
    for (int i = 0; i < MOST_STEPS && !is_found(&search, scaled_at(model, scale(state, search.x), days)); i++)
        continue;
    MemoryState scaled = scale(state, search.x);
    scaled.stability = clamp(scaled.stability, MIN_STABILITY, MEMORY_MAX_DAYS);
    scaled.fast = clamp(scaled.fast, MIN_STABILITY, MEMORY_MAX_DAYS);
    return scaled;
}
