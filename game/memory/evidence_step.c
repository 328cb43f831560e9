/* The memory that is expected after an answer of which it is not sure whether it was known. */
#include <math.h>

#include "memory/evidence.h"

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

/* Of two curves each, no mean stabilities recall as the two branches do on average: so they are scaled. */
static MemoryState expected7(const Fsrs7 *model, const Branches *of)
{
    MemoryState mix = {.stability = geometric_mean(of->p, of->knew.stability, of->lapsed.stability),
                       .fast = geometric_mean(of->p, of->knew.fast, of->lapsed.fast),
                       .difficulty = mean(of->p, of->knew.difficulty, of->lapsed.difficulty)};
    double days = fsrs7_interval(model, mix, .9);
    if (days <= 0) return mix; /* forgotten within a millisecond */
    double recall = mean(of->p, fsrs7_recall(model, of->knew, days), fsrs7_recall(model, of->lapsed, days));
    return fsrs7_scaled(model, mix, days, recall);
}

static MemoryState expected(const Memory *memory, const Branches *of)
{
    return memory->model == MODEL_FSRS6 ? expected6(&memory->as.fsrs6, of) : expected7(&memory->as.fsrs7, of);
}

/* Sure of it, there is one branch alone. */
static bool is_sure(const Verdict *verdict, Grade *grade)
{
    *grade = verdict->p >= 1 ? verdict->grade : GRADE_AGAIN;
    return verdict->p >= 1 || verdict->p <= 0;
}

MemoryState evidence_step(const Memory *memory, MemoryState before, double days, const Verdict *verdict)
{
    Grade grade;
    Branches branches = {.p = verdict->p};
    if (verdict->says_nothing) return before;
    if (is_sure(verdict, &grade)) return memory_step(memory, before, days, grade);
    branches.knew = memory_step_or_lapse(memory, before, days, verdict->grade, &branches.lapsed);
    return expected(memory, &branches);
}

MemoryState evidence_first(const Memory *memory, const Verdict *verdict)
{
    Grade grade;
    if (is_sure(verdict, &grade)) return memory_first(memory, grade);
    return expected(memory, &(Branches){memory_first(memory, verdict->grade),
                                        memory_first(memory, GRADE_AGAIN), verdict->p});
}
