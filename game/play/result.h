/* How a round came out, and how results rank. */
#ifndef MATCHWICK_PLAY_RESULT_H
#define MATCHWICK_PLAY_RESULT_H

#include <stdbool.h>
#include <stdint.h>

#include "play/setup.h"

typedef struct {
    int64_t time_ms; /* match: clock at the last pick + penalties, blitz its whole time; rush: sum of answer
                        times */
    int64_t penalty_ms; /* match */
    int64_t score;
    uint32_t right, wrong, best_streak, stars;
    uint32_t inputs; /* picks or answers and pauses */
} Result;

bool result_is(const Result *a, const Result *b);
/* Two numbers by which runs of one variant rank, smaller first, the second where the first is equal. Equal
 * both: one rank, the earlier run first. */
void result_rank_key(Variant variant, const Result *result, int64_t key[2]);
/* 0 to 3; only decoy, sprint and classic give stars. `items`: pairs matched or questions asked. */
uint32_t result_stars(Variant variant, int64_t time_ms, uint32_t right, uint32_t items);

#endif
