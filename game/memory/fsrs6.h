/* FSRS-6 of Open Spaced Repetition, as its ts-fsrs 5.4.2 computes it, but not rounded to 8 decimals at each
   operation (that comes to less than 1e-6 relative). Time is counted in whole days. */
#ifndef MATCHWICK_MEMORY_FSRS6_H
#define MATCHWICK_MEMORY_FSRS6_H

#include <stdbool.h>
#include <stdint.h>

#include "memory/grade.h"

#define FSRS6_WEIGHTS 21

typedef struct {
    double w[FSRS6_WEIGHTS];
    double factor;       /* makes recall 0.9 after S days */
    bool has_short_term; /* answers of the same day have a formula of their own */
} Fsrs6;

extern const double fsrs6_default_weights[FSRS6_WEIGHTS];

/* Weights beyond their bounds are brought back to them; more than one relearning step makes the bounds of
   w17 and w18 narrower. */
Fsrs6 fsrs6_make(const double w[FSRS6_WEIGHTS], bool has_short_term, int relearning_steps);
MemoryState fsrs6_first(const Fsrs6 *model, Grade grade);
/* `days` since the answer before; 0 the same day. */
MemoryState fsrs6_step(const Fsrs6 *model, MemoryState before, int32_t days, Grade grade);
double fsrs6_recall(const Fsrs6 *model, MemoryState state, double days);
/* Days until recall falls to `retention` for a stability of one day. */
double fsrs6_interval_factor(const Fsrs6 *model, double retention);

#endif
