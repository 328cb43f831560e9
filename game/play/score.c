#include "play/score.h"

uint32_t score_multiplier(uint32_t streak)
{
    if (streak >= 10) return 4;
    if (streak >= 6) return 3;
    return streak >= 3 ? 2 : 1;
}

int64_t score_match(int64_t dt_ms, uint32_t streak)
{
    int64_t fast_ms = dt_ms < 5000 ? 5000 - dt_ms : 0;
    return (100 + 100 * fast_ms / 5000) * score_multiplier(streak);
}

uint32_t score_answer_percent(uint32_t streak)
{
    return 100 + 10 * (streak < 10 ? streak : 10);
}

int64_t score_answer(int64_t left_ms, int64_t limit_ms, uint32_t streak)
{
    int64_t base = limit_ms > 0 ? 500 + 500 * left_ms / limit_ms : 500;
    return base * score_answer_percent(streak) / 100;
}
