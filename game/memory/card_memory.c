#include "memory/card_memory.h"

#include <math.h>

#define DAY_MS     86400000
#define KNOWN      0.8 /* p of a day that counts for mastery */
#define LAPSE_DAYS 1   /* S90 of a card that was known */

double card_memory_days(const CardMemory *card, int64_t at_ms)
{
    return at_ms > card->last_ms ? (double)(at_ms - card->last_ms) / DAY_MS : 0;
}

double card_memory_recall(const Memory *memory, const Learner *learner, const CardMemory *card, int64_t at_ms)
{
    if (card_memory_is_new(card)) return learner_prior(learner);
    return memory_recall(memory, card->state, card_memory_days(card, at_ms));
}

/* As the model counts them. */
static double days_until(const Memory *memory, const CardMemory *card, Moment moment)
{
    if (memory->model == MODEL_FSRS7) return card_memory_days(card, moment.at_ms);
    return moment.day > card->last_day ? (double)moment.day - card->last_day : 0;
}

static double stability_of(const Memory *memory, MemoryState state)
{
    return memory->model == MODEL_FSRS6 ? state.stability : memory_interval(memory, state, .9);
}

static bool is_lapse(const CardMemory *card, const Evidence *evidence)
{
    return !evidence_is_right(evidence) && !evidence->is_other && card->s90 >= LAPSE_DAYS;
}

/* Days that the clock was set back to do not count again. */
static void count_day(CardMemory *card, double p, int32_t day)
{
    if (p < KNOWN || (card->good_days > 0 && day <= card->last_good_day)) return;
    card->good_days++;
    card->last_good_day = day;
}

static void keep(CardMemory *card, const Evidence *evidence, const Verdict *verdict, Moment moment)
{
    bool is_recall = evidence->format == EVIDENCE_CARD || evidence->format == EVIDENCE_TYPED;
    if (is_lapse(card, evidence)) card->lapses++;
    if (is_recall && evidence_is_right(evidence)) card->has_recalled = true;
    count_day(card, verdict->p, moment.day);
    card->answers++;
    card->last_p = verdict->p;
    card->last_ms = moment.at_ms;
    card->last_day = moment.day;
}

Verdict card_memory_apply(const Memory *memory, Learner *learner, CardMemory *card, const Evidence *evidence,
                          Moment moment)
{
    bool is_first = card_memory_is_new(card);
    double recall = is_first ? learner_prior(learner)
                             : memory_recall(memory, card->state, days_until(memory, card, moment));
    Verdict verdict = evidence_judge(learner, recall, evidence);
    if (verdict.says_nothing) return verdict;
    card_memory_take(memory, card, evidence, &verdict, moment);
    learner_apply(learner, evidence, is_first);
    return verdict;
}

void card_memory_take(const Memory *memory, CardMemory *card, const Evidence *evidence,
                      const Verdict *verdict, Moment moment)
{
    card->state = card_memory_is_new(card)
                      ? evidence_first(memory, verdict)
                      : evidence_step(memory, card->state, days_until(memory, card, moment), verdict);
    keep(card, evidence, verdict, moment);
    card->s90 = stability_of(memory, card->state);
}

int64_t card_memory_due_ms(const Memory *memory, const CardMemory *card, double retention)
{
    if (card_memory_is_new(card)) return INT64_MAX;
    double interval_ms = memory_interval(memory, card->state, retention) * DAY_MS;
    return card->last_ms + (int64_t)fmax(interval_ms, CARD_MEMORY_SOONEST_MS);
}
