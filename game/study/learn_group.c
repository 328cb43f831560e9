#include "study/learn_group.h"

#include <string.h>

typedef enum { TURN_WEAK, TURN_NEW, TURN_STRONG } Turn;

typedef struct {
    uint32_t card;
    Turn turn;
    double recall;
} Candidate;

static Candidate weigh(const StudyDeck *deck, uint32_t card, int64_t now_ms)
{
    if (card_memory_is_new(&deck->cards[card].memory)) return (Candidate){card, TURN_NEW, 0};
    double recall = study_recall(deck, card, now_ms);
    return (Candidate){card, study_is_weak(&deck->cards[card].memory, recall) ? TURN_WEAK : TURN_STRONG,
                       recall};
}

static bool comes_before(const Candidate *a, const Candidate *b)
{
    if (a->turn != b->turn) return a->turn < b->turn;
    if (a->recall < b->recall || a->recall > b->recall) return a->recall < b->recall;
    return a->card < b->card;
}

/* Keeps the first LEARN_GROUP of all that are offered. */
static uint32_t offer(Candidate *best, uint32_t count, const Candidate *candidate)
{
    uint32_t at = count;
    while (at > 0 && comes_before(candidate, &best[at - 1])) at--;
    if (at == LEARN_GROUP) return count;
    uint32_t kept = count < LEARN_GROUP ? count + 1 : LEARN_GROUP;
    memmove(&best[at + 1], &best[at], (kept - 1 - at) * sizeof *best);
    best[at] = *candidate;
    return kept;
}

static uint32_t find(const LearnSource *source, int64_t now_ms, bool with_suspended, Candidate *best)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < source->pool.count; i++) {
        uint32_t card = source->pool.cards[i];
        if (source->is_learned[card]) continue;
        if (source->deck->cards[card].is_suspended && !with_suspended) continue;
        Candidate candidate = weigh(source->deck, card, now_ms);
        count = offer(best, count, &candidate);
    }
    return count;
}

void learn_group_make(LearnGroup *group, const LearnSource *source, int64_t now_ms)
{
    Candidate best[LEARN_GROUP];
    uint32_t count = find(source, now_ms, false, best);
    if (count == 0) count = find(source, now_ms, true, best);
    *group = (LearnGroup){.count = count, .waiting = count, .asked = group->asked};
    for (uint32_t i = 0; i < count; i++) {
        group->cards[i] = (LearnCard){.card = best[i].card};
        group->queue[i] = i;
    }
}

static void put_back(LearnGroup *group, uint32_t place, uint32_t at)
{
    if (at > group->waiting) at = group->waiting;
    memmove(&group->queue[at + 1], &group->queue[at], (group->waiting - at) * sizeof group->queue[0]);
    group->queue[at] = place;
    group->waiting++;
}

void learn_group_settle(LearnGroup *group, LearnForm form, bool is_right)
{
    uint32_t place = group->queue[0];
    LearnCard *card = &group->cards[place];
    group->waiting--;
    memmove(&group->queue[0], &group->queue[1], group->waiting * sizeof group->queue[0]);
    group->queue[group->waiting] = 0;
    card->comes_back = !is_right;
    if (!is_right) {
        card->misses++;
        put_back(group, place, LEARN_APART);
    } else if (form == LEARN_FORM_CHOICE) {
        card->stage = LEARN_STAGE_TYPED;
        put_back(group, place, group->waiting);
    } else {
        card->stage = LEARN_STAGE_DONE;
    }
}

bool learn_group_fits(const LearnGroup *group, const Pool *pool)
{
    bool is_queued[LEARN_GROUP] = {false};
    if (group->count == 0 || group->count > LEARN_GROUP || group->waiting > group->count) return false;
    for (uint32_t i = 0; i < group->waiting; i++) {
        if (group->queue[i] >= group->count || is_queued[group->queue[i]]) return false;
        is_queued[group->queue[i]] = true;
    }
    for (uint32_t i = 0; i < group->count; i++) {
        if (is_queued[i] == (group->cards[i].stage == LEARN_STAGE_DONE)) return false;
        if (!pool_has(pool, group->cards[i].card)) return false;
        for (uint32_t k = 0; k < i; k++)
            if (group->cards[k].card == group->cards[i].card) return false;
    }
    return true;
}
