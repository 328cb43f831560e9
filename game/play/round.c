#include "play/round.h"

#include <assert.h>

static bool is_match(const Round *round)
{
    return round->setup.mode == MODE_MATCH;
}

static void init(Round *round, const DealSource *source, const Deal *record, const Setup *setup,
                 EventList *events)
{
    if (setup->mode == MODE_MATCH)
        match_init(&round->as.match, source, record, setup, round->seed, round->arena, events);
    else
        rush_init(&round->as.rush, source, record, setup, round->seed, round->arena);
}

void round_init(Round *round, const DealSource *source, const Setup *setup, uint64_t seed, Arena *arena,
                EventList *events)
{
    *round = (Round){.setup = *setup, .seed = seed, .arena = arena};
    init(round, source, NULL, setup, events);
}

void round_init_record(Round *round, const Deal *record, const Setup *setup, Arena *arena, EventList *events)
{
    *round = (Round){.setup = *setup, .arena = arena};
    init(round, NULL, record, setup, events);
}

InputAnswer round_apply(Round *round, Input input, EventList *events)
{
    InputAnswer answer = is_match(round) ? match_apply(&round->as.match, input, events)
                                         : rush_apply(&round->as.rush, input, events);
    if (answer == INPUT_TAKEN && input.kind != INPUT_TICK)
        input_list_add(&round->inputs, round->arena, input);
    return answer;
}

bool round_is_over(const Round *round)
{
    return is_match(round) ? round->as.match.is_over : round->as.rush.is_over;
}

int64_t round_deadline(const Round *round)
{
    return is_match(round) ? match_deadline(&round->as.match) : rush_deadline(&round->as.rush);
}

static Result match_result(const MatchRound *match)
{
    int64_t time_ms = match->last_pick_ms + match->penalty_ms;
    if (match->setup.variant == VARIANT_BLITZ)
        time_ms = match->setup.timing == TIMING_RELAXED ? MATCH_BLITZ_RELAX : MATCH_BLITZ_MS;
    return (Result){.time_ms = time_ms,
                    .penalty_ms = match->penalty_ms,
                    .score = match->score,
                    .right = match->right,
                    .wrong = match->wrong,
                    .best_streak = match->best_streak,
                    .stars = result_stars(match->setup.variant, time_ms, match->right, match->right)};
}

static Result rush_result(const RushRound *rush)
{
    return (Result){.time_ms = rush->answered_ms,
                    .score = rush->score,
                    .right = rush->right,
                    .wrong = rush->wrong,
                    .best_streak = rush->best_streak,
                    .stars =
                        result_stars(rush->setup.variant, rush->answered_ms, rush->right, rush->current)};
}

Result round_result(const Round *round)
{
    assert(round_is_over(round));
    Result result = is_match(round) ? match_result(&round->as.match) : rush_result(&round->as.rush);
    result.inputs = round->inputs.count;
    return result;
}

uint32_t round_fact_count(const Round *round)
{
    return is_match(round) ? round->as.match.fact_count : round->as.rush.fact_count;
}

const AnswerFact *round_fact(const Round *round, uint32_t i)
{
    assert(i < round_fact_count(round));
    return is_match(round) ? &round->as.match.facts[i] : &round->as.rush.facts[i];
}

uint32_t round_streak(const Round *round)
{
    return is_match(round) ? round->as.match.streak : round->as.rush.streak;
}

int64_t round_score(const Round *round)
{
    return is_match(round) ? round->as.match.score : round->as.rush.score;
}

static Deal match_deal(const MatchRound *match, Arena *arena)
{
    DealTile *tiles = ARENA_NEW_N(arena, DealTile, match->tile_count);
    for (uint32_t i = 0; i < match->tile_count; i++) tiles[i] = match->tiles[i].deal;
    return (Deal){.tiles = tiles, .tile_count = match->tile_count};
}

static Deal rush_deal(const RushRound *rush, uint32_t count, Arena *arena)
{
    DealQuestion *questions = ARENA_NEW_N(arena, DealQuestion, count);
    for (uint32_t i = 0; i < count; i++) questions[i] = rush->questions[i].deal;
    return (Deal){.questions = questions, .question_count = count};
}

Deal round_deal(const Round *round, Arena *arena)
{
    if (is_match(round)) return match_deal(&round->as.match, arena);
    const RushRound *rush = &round->as.rush;
    return rush_deal(rush, rush->is_over ? rush->current : rush->question_count, arena);
}
