/* FSRS-7 of Open Spaced Repetition, the finished version with 34 weights: two stabilities, fast and slow,
   whose curves are mixed; time in fractions of a day, so that recall within the day is told too. */
#ifndef MATCHWICK_MEMORY_FSRS7_H
#define MATCHWICK_MEMORY_FSRS7_H

#include "memory/grade.h"

#define FSRS7_WEIGHTS 34

typedef struct {
    double w[FSRS7_WEIGHTS];
    double fast_span, slow_decay, slow_factor; /* of the curves, what depends on the weights alone */
} Fsrs7;

extern const double fsrs7_default_weights[FSRS7_WEIGHTS];

/* Weights beyond their bounds are brought back to them. */
Fsrs7 fsrs7_make(const double w[FSRS7_WEIGHTS]);
MemoryState fsrs7_first(const Fsrs7 *model, Grade grade);
/* `days` since the answer before, from 0. */
MemoryState fsrs7_step(const Fsrs7 *model, MemoryState before, double days, Grade grade);
/* The same and, beside it, the state after Again: what both begin with is reckoned once. */
MemoryState fsrs7_step_or_lapse(const Fsrs7 *model, MemoryState before, double days, Grade grade,
                                MemoryState *lapsed);
double fsrs7_recall(const Fsrs7 *model, MemoryState state, double days);
/* Days until recall falls to `retention`, to 1e-12 of themselves; 0 under a millisecond, at most
   MEMORY_MAX_DAYS. */
double fsrs7_interval(const Fsrs7 *model, MemoryState state, double retention);
/* Both stabilities times the one factor at which recall after so many days, over 0, is `recall`; within the
   bounds of a stability. */
MemoryState fsrs7_scaled(const Fsrs7 *model, MemoryState state, double days, double recall);

#endif
