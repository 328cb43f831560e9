#include "play/result.h"

bool result_is(const Result *a, const Result *b)
{
    return a->time_ms == b->time_ms && a->penalty_ms == b->penalty_ms && a->score == b->score &&
           a->right == b->right && a->wrong == b->wrong && a->best_streak == b->best_streak &&
           a->stars == b->stars && a->inputs == b->inputs;
}

void result_rank_key(Variant variant, const Result *result, int64_t key[2])
{
    switch (variant) {
    case VARIANT_DECOY:
    case VARIANT_SPRINT: key[0] = result->time_ms, key[1] = result->wrong; break;
    case VARIANT_BLITZ: key[0] = -result->score, key[1] = result->wrong; break;
    case VARIANT_CLASSIC: key[0] = -result->score, key[1] = result->time_ms; break;
    case VARIANT_SURVIVAL: key[0] = -(int64_t)result->right, key[1] = -result->score; break;
    case VARIANT_MARATHON: key[0] = -(int64_t)result->right, key[1] = result->time_ms; break;
    }
}

static uint32_t stars_of_pace(int64_t time_ms, uint32_t pairs)
{
    if (time_ms <= (int64_t)2500 * pairs) return 3;
    return time_ms <= (int64_t)4000 * pairs ? 2 : 1;
}

static uint32_t stars_of_share(uint32_t right, uint32_t questions)
{
    if (questions == 0) return 0;
    if (right * 100 >= questions * 90) return 3;
    if (right * 100 >= questions * 75) return 2;
    return right * 100 >= questions * 50 ? 1 : 0;
}

uint32_t result_stars(Variant variant, int64_t time_ms, uint32_t right, uint32_t items)
{
    if (variant == VARIANT_DECOY || variant == VARIANT_SPRINT) return stars_of_pace(time_ms, items);
    return variant == VARIANT_CLASSIC ? stars_of_share(right, items) : 0;
}
