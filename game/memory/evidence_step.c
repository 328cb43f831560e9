/* The memory that is expected after an answer of which it is not sure whether it was known. */
#include <math.h>

#include "memory/evidence.h"

#define MIN_STABILITY 1e-4 /* of FSRS-7 */

/* After a success and after a lapse, and the chance of the success. */
typedef struct {
    MemoryState knew, lapsed;
    double p;
} Branches;

static double between(double x, double a, double b)
{
    return fmin(fmax(x, fmin(a, b)), fmax(a, b));
}

static double mean(double p, double a, double b)
{
    return p * a + (1 - p) * b;
}

static double geometric_mean(double p, double a, double b)
{
    return exp(mean(p, log(a), log(b)));
}

static MemoryState expected6(const Fsrs6 *model, const Branches *of)
{
    double knew = of->knew.stability, lapsed = of->lapsed.stability;
    double days = geometric_mean(of->p, knew, lapsed);
    double recall = mean(of->p, fsrs6_recall(model, of->knew, days), fsrs6_recall(model, of->lapsed, days));
    double stability = model->factor * days / (pow(recall, -1 / model->w[20]) - 1);
    return (MemoryState){.stability = between(stability, knew, lapsed),
                         .difficulty = mean(of->p, of->knew.difficulty, of->lapsed.difficulty)};
}

/* Both stabilities times one factor. */
static MemoryState scaled(MemoryState state, double logarithm)
{
    double factor = exp(logarithm);
    return (MemoryState){.stability = between(state.stability * factor, MIN_STABILITY, MEMORY_MAX_DAYS),
                         .fast = between(state.fast * factor, MIN_STABILITY, MEMORY_MAX_DAYS),
                         .difficulty = state.difficulty};
}

/* The factor is sought at which this state recalls so much after so many days. */
typedef struct {
    const Fsrs7 *model;
    MemoryState mix;
    double days, recall;
} Sought;

/* A factor's logarithm, and by how much it recalls more than is sought. */
typedef struct {
    double x, excess;
} Tried;

static Tried try_scale(const Sought *sought, double x)
{
    double recall = fsrs7_recall(sought->model, scaled(sought->mix, x), sought->days);
    return (Tried){x, recall - sought->recall};
}

static bool are_apart(Tried a, Tried b)
{
    return (a.excess > 0) != (b.excess > 0);
}

/* A bisection that cuts where the line between the two ends is zero, and counts half of the end that stays
   where it is (the Illinois rule): a few cuts do for 1e-13. */
static double bisect_scale(const Sought *sought, Tried stays, Tried last)
{
    for (int i = 0; i < 100 && fabs(last.x - stays.x) > 1e-13; i++) {
        double x = last.x - last.excess * (last.x - stays.x) / (last.excess - stays.excess);
        Tried next = try_scale(sought, x);
        if (fabs(next.excess) < 1e-15) return x;
        if (are_apart(next, last))
            stays = last;
        else
            stays.excess /= 2;
        last = next;
    }
    return last.x;
}

/* No factor is found where even the least stabilities recall more: then the least are taken. */
static double find_scale(const Sought *sought)
{
    Tried near = try_scale(sought, 0), far = near;
    double step = near.excess > 0 ? -0.05 : 0.05;
    for (; fabs(step) < 30 && !are_apart(near, far); step *= 4) {
        near = far;
        far = try_scale(sought, step);
    }
    return are_apart(near, far) ? bisect_scale(sought, near, far) : far.x;
}

/* Of two curves each, no mean stabilities recall as the two branches do on average: so they are scaled. */
static MemoryState expected7(const Fsrs7 *model, const Branches *of)
{
    MemoryState mix = {.stability = geometric_mean(of->p, of->knew.stability, of->lapsed.stability),
                       .fast = geometric_mean(of->p, of->knew.fast, of->lapsed.fast),
                       .difficulty = mean(of->p, of->knew.difficulty, of->lapsed.difficulty)};
    double days = fsrs7_interval(model, mix, .9);
    if (days <= 0) return mix; /* forgotten within a millisecond */
    double recall = mean(of->p, fsrs7_recall(model, of->knew, days), fsrs7_recall(model, of->lapsed, days));
    return scaled(mix, find_scale(&(Sought){model, mix, days, recall}));
}

static MemoryState expected(const Memory *memory, const Branches *of)
{
    if (of->p >= 1) return of->knew;
    if (of->p <= 0) return of->lapsed;
    return memory->model == MODEL_FSRS6 ? expected6(&memory->as.fsrs6, of) : expected7(&memory->as.fsrs7, of);
}

MemoryState evidence_step(const Memory *memory, MemoryState before, double days, const Verdict *verdict)
{
    if (verdict->says_nothing) return before;
    return expected(memory, &(Branches){memory_step(memory, before, days, verdict->grade),
                                        memory_step(memory, before, days, GRADE_AGAIN), verdict->p});
}

MemoryState evidence_first(const Memory *memory, const Verdict *verdict)
{
    return expected(memory, &(Branches){memory_first(memory, verdict->grade),
                                        memory_first(memory, GRADE_AGAIN), verdict->p});
}
