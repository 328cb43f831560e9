/* The formulas of the score, in integers, and the multiplier's steps. */
#ifndef MATCHWICK_PLAY_SCORE_H
#define MATCHWICK_PLAY_SCORE_H

#include <stdint.h>

/* Of a match, by the streak before it: 1 to 4. */
uint32_t score_multiplier(uint32_t streak);
/* `dt_ms` since the match before, or since Go. */
int64_t score_match(int64_t dt_ms, uint32_t streak);
/* `limit_ms` 0: no limit. `left_ms` of it. Streak before this answer. */
int64_t score_answer(int64_t left_ms, int64_t limit_ms, uint32_t streak);
/* 100 to 200, by the streak before. */
uint32_t score_answer_percent(uint32_t streak);

#endif
