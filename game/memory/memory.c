#include "memory/memory.h"

#include <math.h>

static const Str names[] = {[MODEL_FSRS7] = STR_INIT("fsrs7"), [MODEL_FSRS6] = STR_INIT("fsrs6")};

Str memory_model_name(MemoryModel model)
{
    return names[model];
}

bool memory_model_find(Str name, MemoryModel *out)
{
    for (MemoryModel model = MODEL_FSRS7; model <= MODEL_FSRS6; model++) {
        if (!str_is(name, names[model])) continue;
        *out = model;
        return true;
    }
    return false;
}

Memory memory_of_fsrs6(Fsrs6 model)
{
    return (Memory){.model = MODEL_FSRS6, .as.fsrs6 = model};
}

Memory memory_of_fsrs7(Fsrs7 model)
{
    return (Memory){.model = MODEL_FSRS7, .as.fsrs7 = model};
}

Memory memory_make(MemoryModel model)
{
    if (model == MODEL_FSRS6) return memory_of_fsrs6(fsrs6_make(fsrs6_default_weights, true, 1));
    return memory_of_fsrs7(fsrs7_make(fsrs7_default_weights));
}

MemoryState memory_first(const Memory *memory, Grade grade)
{
    return memory->model == MODEL_FSRS6 ? fsrs6_first(&memory->as.fsrs6, grade)
                                        : fsrs7_first(&memory->as.fsrs7, grade);
}

/* FSRS-6 counts whole days; more than fit come to as many as do. */
static int32_t whole_days(double days)
{
    return (int32_t)fmin(floor(days), INT32_MAX);
}

MemoryState memory_step(const Memory *memory, MemoryState before, double days, Grade grade)
{
    if (memory->model == MODEL_FSRS6) return fsrs6_step(&memory->as.fsrs6, before, whole_days(days), grade);
    return fsrs7_step(&memory->as.fsrs7, before, days, grade);
}

MemoryState memory_step_or_lapse(const Memory *memory, MemoryState before, double days, Grade grade,
                                 MemoryState *lapsed)
{
    if (memory->model == MODEL_FSRS7)
        return fsrs7_step_or_lapse(&memory->as.fsrs7, before, days, grade, lapsed);
    *lapsed = memory_step(memory, before, days, GRADE_AGAIN);
    return memory_step(memory, before, days, grade);
}

double memory_recall(const Memory *memory, MemoryState state, double days)
{
    if (memory->model == MODEL_FSRS6) return fsrs6_recall(&memory->as.fsrs6, state, whole_days(days));
    return fsrs7_recall(&memory->as.fsrs7, state, days);
}

double memory_interval(const Memory *memory, MemoryState state, double retention)
{
    if (memory->model == MODEL_FSRS7) return fsrs7_interval(&memory->as.fsrs7, state, retention);
    double days = state.stability * fsrs6_interval_factor(&memory->as.fsrs6, retention);
    return fmin(days, MEMORY_MAX_DAYS);
}
