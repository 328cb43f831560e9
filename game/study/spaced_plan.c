#include "study/spaced_plan.h"

#include <stdlib.h>
#include <string.h>

#define WRONG_UNDER 0.5 /* chance that the last answer was known */

typedef struct {
    uint32_t card;
    double key; /* smaller comes first */
} Candidate;

static int by_key(const void *a, const void *b)
{
    const Candidate *x = a, *y = b;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    return x->card < y->card ? -1 : x->card > y->card;
}

static void add(Spaced *sitting, uint32_t card)
{
    SpacedPlace *at = &sitting->at;
    if (at->planned_count == sitting->planned_room) {
        uint32_t room = sitting->planned_room ? sitting->planned_room * 2 : 64;
        uint32_t *planned = ARENA_NEW_N(sitting->arena, uint32_t, room);
        if (at->planned_count > 0) memcpy(planned, sitting->planned, at->planned_count * sizeof *planned);
        sitting->planned = planned;
        sitting->planned_room = room;
    }
    sitting->planned[at->planned_count++] = card;
}

bool spaced_is_put_aside(const StudyCard *card, const StudyDay *day)
{
    return card->is_suspended || card->buried_until_ms > day->now.at_ms;
}

bool spaced_is_fresh(const StudyCard *card, const StudyDay *day)
{
    return card_memory_is_new(&card->memory) && !spaced_is_put_aside(card, day);
}

/* Was wrong last, today: asked again before the sitting ends, also in one that was broken off. */
static bool is_wrong_today(const StudyCard *card, const StudyDay *day)
{
    if (card_memory_is_new(&card->memory) || spaced_is_put_aside(card, day) || study_is_due(card, day))
        return false;
    return card->memory.last_p < WRONG_UNDER && card->memory.last_ms >= day->start_ms;
}

bool spaced_is_ahead(const StudyCard *card, const StudyDay *day)
{
    return !card_memory_is_new(&card->memory) && !spaced_is_put_aside(card, day) && !study_is_due(card, day);
}

typedef struct {
    Candidate *cards;
    uint32_t count;
} Candidates;

/* The first of those cards in the deck's order. */
static Candidates gather(Spaced *sitting, const StudyDeck *deck, const StudyDay *day,
                         bool (*is_wanted)(const StudyCard *, const StudyDay *), uint32_t limit)
{
    const Pool *pool = &sitting->pool;
    uint32_t count = 0;
    for (uint32_t i = 0; i < pool->count && count < limit; i++)
        count += is_wanted(&deck->cards[pool->cards[i]], day);
    Candidates found = {.cards = ARENA_NEW_N(sitting->arena, Candidate, count)};
    for (uint32_t i = 0; found.count < count; i++)
        if (is_wanted(&deck->cards[pool->cards[i]], day)) found.cards[found.count++].card = pool->cards[i];
    return found;
}

static void sort(Candidates *candidates)
{
    qsort(candidates->cards, candidates->count, sizeof *candidates->cards, by_key);
}

/* What was wrong last is asked again whatever the day's number of reviews says. */
static void keep_within(Candidates *due, const StudyDeck *deck, int32_t limit)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < due->count; i++) {
        const CardMemory *memory = &deck->cards[due->cards[i].card].memory;
        if (memory->last_p >= WRONG_UNDER && limit-- <= 0) continue;
        due->cards[kept++] = due->cards[i];
    }
    due->count = kept;
}

/* The weakest first. */
static Candidates due_cards(Spaced *sitting, const StudyDeck *deck, const StudyDay *day, int32_t limit)
{
    Candidates due = gather(sitting, deck, day, study_is_due, UINT32_MAX);
    for (uint32_t i = 0; i < due.count; i++)
        due.cards[i].key = study_recall(deck, due.cards[i].card, day->now.at_ms);
    sort(&due);
    keep_within(&due, deck, limit > 0 ? limit : 0);
    return due;
}

static Candidates fresh_cards(Spaced *sitting, const StudyDeck *deck, const StudyDay *day, int32_t limit)
{
    return gather(sitting, deck, day, spaced_is_fresh, limit > 0 ? (uint32_t)limit : 0);
}

/* The next of those cards by when they are due. */
static Candidates coming_cards(Spaced *sitting, const StudyDeck *deck, const StudyDay *day,
                               bool (*is_wanted)(const StudyCard *, const StudyDay *), uint32_t limit)
{
    Candidates coming = gather(sitting, deck, day, is_wanted, UINT32_MAX);
    for (uint32_t i = 0; i < coming.count; i++)
        coming.cards[i].key = (double)deck->cards[coming.cards[i].card].due_ms;
    sort(&coming);
    if (coming.count > limit) coming.count = limit;
    return coming;
}

static void plan_all(Spaced *sitting, const Candidates *cards)
{
    for (uint32_t i = 0; i < cards->count; i++) add(sitting, cards->cards[i].card);
}

/* The new ones spread evenly among the due, which come first. */
static void plan_woven(Spaced *sitting, const Candidates *due, const Candidates *fresh)
{
    uint64_t all = (uint64_t)due->count + fresh->count, taken = 0;
    for (uint64_t i = 0; i < all; i++) {
        uint64_t wanted = (i + 1) * fresh->count / all;
        add(sitting, wanted > taken ? fresh->cards[taken].card : due->cards[i - taken].card);
        taken = wanted;
    }
}

void spaced_plan(Spaced *sitting, const StudyDeck *deck, SpacedLimits left, const StudyDay *day)
{
    Candidates due = due_cards(sitting, deck, day, left.reviews);
    Candidates fresh = fresh_cards(sitting, deck, day, left.fresh);
    Candidates wrong = coming_cards(sitting, deck, day, is_wrong_today, UINT32_MAX);
    plan_woven(sitting, &due, &fresh);
    plan_all(sitting, &wrong);
}

void spaced_plan_fresh(Spaced *sitting, const StudyDeck *deck, const StudyDay *day)
{
    Candidates fresh = fresh_cards(sitting, deck, day, SPACED_MORE_NEW);
    plan_all(sitting, &fresh);
}

void spaced_plan_ahead(Spaced *sitting, const StudyDeck *deck, const StudyDay *day)
{
    Candidates ahead = coming_cards(sitting, deck, day, spaced_is_ahead, SPACED_AHEAD);
    plan_all(sitting, &ahead);
}

void spaced_plan_first(Spaced *sitting, uint32_t card)
{
    uint32_t place = 0;
    while (place < sitting->at.planned_count && sitting->planned[place] != card) place++;
    if (place == sitting->at.planned_count) add(sitting, card);
    memmove(sitting->planned + 1, sitting->planned, place * sizeof *sitting->planned);
    sitting->planned[0] = card;
    sitting->at.planned_at = 0;
}
