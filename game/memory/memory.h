/* How well a player remembers a card: one interface, two models of Open Spaced Repetition behind it. FSRS-7
   is the default, as it alone predicts recall within the day; FSRS-6 is there for parity with other programs.
   Days are those since the answer before: fractions count in FSRS-7, whole days alone in FSRS-6. Nothing here
   reads a clock: the same answers give the same states, bit for bit. */
#ifndef MATCHWICK_MEMORY_MEMORY_H
#define MATCHWICK_MEMORY_MEMORY_H

#include "base/str.h"
#include "memory/fsrs6.h"
#include "memory/fsrs7.h"

typedef enum { MODEL_FSRS7, MODEL_FSRS6 } MemoryModel;

typedef struct {
    MemoryModel model;
    union {
        Fsrs7 fsrs7;
        Fsrs6 fsrs6;
    } as;
} Memory;

Str memory_model_name(MemoryModel model); /* "fsrs7" */
bool memory_model_find(Str name, MemoryModel *out);

/* With the model's default weights; FSRS-6 with short term and one relearning step. */
Memory memory_make(MemoryModel model);
Memory memory_of_fsrs6(Fsrs6 model);
Memory memory_of_fsrs7(Fsrs7 model);

/* After the first answer to a card, and after each later one. */
MemoryState memory_first(const Memory *memory, Grade grade);
MemoryState memory_step(const Memory *memory, MemoryState before, double days, Grade grade);
/* The same and, beside it, the state after Again. */
MemoryState memory_step_or_lapse(const Memory *memory, MemoryState before, double days, Grade grade,
                                 MemoryState *lapsed);
/* The chance of recall that many days after the last answer, 0 to 1. */
double memory_recall(const Memory *memory, MemoryState state, double days);
/* Days until recall falls to `retention`, 0 to MEMORY_MAX_DAYS, not rounded. */
double memory_interval(const Memory *memory, MemoryState state, double retention);

#endif
