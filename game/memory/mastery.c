#include "memory/mastery.h"

#include <math.h>

#define FAMILIAR_DAYS 1
#define MASTERED_DAYS 21
#define GOOD_DAYS     3
#define FADING_RECALL .70

static const Str names[MASTERY_LEVELS] = {[MASTERY_NEW] = STR_INIT("New"),
                                          [MASTERY_LEARNING] = STR_INIT("Learning"),
                                          [MASTERY_FAMILIAR] = STR_INIT("Familiar"),
                                          [MASTERY_MASTERED] = STR_INIT("Mastered")};

Str mastery_name(MasteryLevel level)
{
    return names[level];
}

MasteryLevel mastery_level(const CardMemory *card)
{
    if (card_memory_is_new(card)) return MASTERY_NEW;
    if (card->s90 < FAMILIAR_DAYS || card->last_p < .5) return MASTERY_LEARNING;
    bool is_proven = card->good_days >= GOOD_DAYS && card->has_recalled;
    return card->s90 >= MASTERED_DAYS && is_proven ? MASTERY_MASTERED : MASTERY_FAMILIAR;
}

MasteryLevel mastery_shown(MasteryLevel level, double recall)
{
    bool is_fading = recall < FADING_RECALL && level > MASTERY_LEARNING;
    return is_fading ? level - 1 : level;
}

double mastery_bar(const CardMemory *card, double recall)
{
    if (card_memory_is_new(card)) return 0;
    return recall * fmin(1, log(1 + card->s90) / log(1 + MASTERED_DAYS));
}
