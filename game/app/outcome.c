#include "app/outcome.h"

#include "formats/replay.h"

#define OUTCOME_TOP 8

static void add_missed(Outcome *outcome, MissedCard *missed, const AnswerFact *fact)
{
    for (size_t i = 0; i < outcome->missed_count; i++) {
        if (!str_is(missed[i].fact->card_id, fact->card_id)) continue;
        missed[i].misses++;
        return;
    }
    missed[outcome->missed_count++] = (MissedCard){.fact = fact, .misses = 1};
}

void outcome_describe(Outcome *outcome, Session *session)
{
    uint32_t count = round_fact_count(&session->round);
    MissedCard *missed = ARENA_NEW_N(&session->arena, MissedCard, count ? count : 1);
    int64_t *pace = ARENA_NEW_N(&session->arena, int64_t, count ? count : 1);
    outcome->missed_count = 0;
    uint32_t right = 0;
    for (uint32_t i = 0; i < count; i++) {
        const AnswerFact *fact = round_fact(&session->round, i);
        pace[i] = fact->is_right ? fact->response_ms : -fact->response_ms - 1;
        right += fact->is_right;
        if (!fact->is_right) add_missed(outcome, missed, fact);
    }
    outcome->deck = session->source.index->deck;
    outcome->missed = missed;
    outcome->pace_ms = pace;
    outcome->pace_count = count;
    outcome->accuracy_percent = count ? 100 * right / count : 0;
    outcome->can_practise = outcome->missed_count > 0 && session->source.distractors.count >= 3;
    outcome->is_practice = session->is_practice;
    outcome->setup = session->round.setup;
}

static bool is_better(const StoreRun *a, const StoreRun *b)
{
    if (a->rank_key[0] != b->rank_key[0]) return a->rank_key[0] < b->rank_key[0];
    return a->rank_key[1] < b->rank_key[1];
}

/* Rank that the best run before had among the runs that are there now without this one. */
static int rank_before(const Outcome *outcome, const StoreRun *runs, size_t count)
{
    int rank = 1;
    for (size_t i = 0; i < count; i++)
        if (runs[i].id != outcome->run.id && is_better(&runs[i], &outcome->before)) rank++;
    return rank;
}

void outcome_rank(Outcome *outcome, Session *session, Store *store)
{
    StoreRun *runs;
    const StoreRun *own = &outcome->run;
    size_t count =
        store_board(store, &own->board, PERIOD_ALL, 0, own->is_autoplay, SIZE_MAX, &session->arena, &runs);
    outcome->rank = 0;
    for (size_t i = 0; i < count; i++)
        if (runs[i].id == own->id) outcome->rank = runs[i].rank;
    outcome->has_before =
        store_best(store, &own->board, own->player, own->id, &session->arena, &outcome->before);
    outcome->is_best = !outcome->has_before || is_better(own, &outcome->before);
    outcome->rank_before = outcome->has_before ? rank_before(outcome, runs, count) : 0;
    outcome->top = runs;
    outcome->top_count = count < OUTCOME_TOP ? count : OUTCOME_TOP;
}

static void collect_splits(Session *session, const Round *round)
{
    uint32_t count = round_fact_count(round);
    session->best_splits = ARENA_NEW_N(&session->arena, int64_t, count ? count : 1);
    session->best_split_count = 0;
    int64_t penalty = 0, mismatches = 0;
    for (uint32_t i = 0; i < count; i++) {
        const AnswerFact *fact = round_fact(round, i);
        if (fact->is_right)
            session->best_splits[session->best_split_count++] = fact->at_ms + penalty;
        else
            penalty += ++mismatches * MATCH_PENALTY_STEP;
    }
}

void outcome_read_splits(Session *session, const StoreRun *run)
{
    session->best_split_count = 0;
    if (session->round.setup.mode != MODE_MATCH || session->round.setup.variant == VARIANT_BLITZ) return;
    Run decoded;
    Err err = {0};
    if (!replay_read(run->replay, &session->arena, &decoded, &err)) {
        err_log("the best run's replay cannot be read: %s", err.text);
        return;
    }
    Round *round = ARENA_NEW(&session->arena, Round);
    round_init_record(round, &decoded.deal, &decoded.setup, &session->arena, NULL);
    for (uint32_t i = 0; i < decoded.input_count; i++) round_apply(round, decoded.inputs[i], NULL);
    collect_splits(session, round);
}

Practice outcome_practice(const Outcome *outcome, const Session *session)
{
    Practice practice = {.count = 0};
    for (size_t i = 0; i < outcome->missed_count; i++) {
        practice_add(&practice, outcome->missed[i].fact->card);
        practice_add(&practice, outcome->missed[i].fact->chosen_card);
    }
    for (uint32_t i = 0; i < round_fact_count(&session->round); i++)
        practice_fill(&practice, round_fact(&session->round, i)->card);
    const Pool *pool = &session->source.distractors;
    for (uint32_t i = 0; i < pool->count && practice.count < PRACTICE_CARDS; i++)
        practice_fill(&practice, pool->cards[i]);
    practice_sort(&practice);
    return practice;
}
