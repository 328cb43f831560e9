/* For tests of memory: bits that must agree, numbers that must be near, answers by chance. */
#ifndef MATCHWICK_TESTS_MEMORY_FIXTURE_H
#define MATCHWICK_TESTS_MEMORY_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "base/rng.h"
#include "memory/mastery.h"

#define FIXTURE_DAY_MS INT64_C(86400000)

#define expect_about(value, wanted, tolerance) about_or_fail(#value, value, wanted, tolerance, __LINE__)

static inline void about_or_fail(const char *what, double value, double wanted, double tolerance, int line)
{
    if (!(fabs(value - wanted) <= tolerance))
        fail_msg("line %d: %s is %.9g, not %.9g", line, what, value, wanted);
}

static inline bool is_same_bits(double a, double b)
{
    return memcmp(&a, &b, sizeof a) == 0;
}

static inline bool is_same_state(MemoryState a, MemoryState b)
{
    return is_same_bits(a.stability, b.stability) && is_same_bits(a.fast, b.fast) &&
           is_same_bits(a.difficulty, b.difficulty);
}

static inline bool is_same_card(const CardMemory *a, const CardMemory *b)
{
    return is_same_state(a->state, b->state) && a->last_ms == b->last_ms && a->last_day == b->last_day &&
           a->answers == b->answers && a->lapses == b->lapses && a->good_days == b->good_days &&
           a->last_good_day == b->last_good_day && a->has_recalled == b->has_recalled &&
           is_same_bits(a->last_p, b->last_p) && is_same_bits(a->s90, b->s90);
}

/* 0 to 1, without 1. */
static inline double chance(Rng *rng)
{
    return (double)(rng_next(rng) >> 11) / 9007199254740992.0;
}

/* An answer as any mode might give. */
static inline Evidence random_evidence(Rng *rng)
{
    EvidenceFormat format = (EvidenceFormat)rng_below(rng, EVIDENCE_FORMATS);
    bool is_right = rng_below(rng, 4) > 0;
    return (Evidence){.format = format,
                      .is_right = is_right,
                      .is_near = is_right && rng_below(rng, 8) == 0,
                      .is_forced = format == EVIDENCE_MATCH && rng_below(rng, 6) == 0,
                      .is_other = format == EVIDENCE_MATCH && !is_right && rng_below(rng, 2),
                      .lost_focus = rng_below(rng, 16) == 0,
                      .grade = is_right ? GRADE_HARD + (int)rng_below(rng, 3) : GRADE_AGAIN,
                      .choices = 2 + (int32_t)rng_below(rng, 5),
                      .response_ms = (int32_t)rng_below(rng, 9000),
                      .read_characters = (int32_t)rng_below(rng, 60)};
}

#endif
