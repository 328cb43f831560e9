#include "play/match.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "play/match_board.h"
#include "play/score.h"

void match_init(MatchRound *round, const DealSource *source, const Deal *record, const Setup *setup,
                uint64_t seed, Arena *arena, EventList *events)
{
    *round = (MatchRound){.setup = *setup, .arena = arena, .record = record, .selected = MATCH_NO_TILE};
    if (!record) dealer_init(&round->dealer, source, setup, seed, arena);
    bool is_dealt = match_board_deal(round, events);
    assert(is_dealt || record);
    round->is_over = !is_dealt;
}

static bool is_blitz(const MatchRound *round)
{
    return round->setup.variant == VARIANT_BLITZ;
}

static int64_t blitz_ms(const MatchRound *round)
{
    return round->setup.timing == TIMING_RELAXED ? MATCH_BLITZ_RELAX : MATCH_BLITZ_MS;
}

int64_t match_deadline(const MatchRound *round)
{
    if (!is_blitz(round) || round->is_over) return INT64_MAX;
    int64_t end_ms = blitz_ms(round) - (int64_t)MATCH_BLITZ_COST * round->wrong;
    return end_ms > round->clock_ms ? end_ms : round->clock_ms;
}

static void end(MatchRound *round, int64_t at_ms, EventList *events)
{
    round->is_over = true;
    round->end_ms = at_ms;
    round->clock_ms = at_ms;
    event_add(events, (Event){EVENT_ROUND_ENDED, at_ms, 0, 0, 0});
}

static void set_selected(MatchRound *round, uint32_t number, EventList *events)
{
    if (round->selected != MATCH_NO_TILE) {
        round->tiles[round->selected].state = TILE_OPEN;
        event_add(events, (Event){EVENT_DESELECTED, round->clock_ms, round->selected, 0, 0});
    }
    round->selected = number;
    if (number == MATCH_NO_TILE) return;
    round->tiles[number].state = TILE_SELECTED;
    event_add(events, (Event){EVENT_SELECTED, round->clock_ms, number, 0, 0});
}

static void add_fact(MatchRound *round, uint32_t first, uint32_t second, bool is_right, EventList *events)
{
    if (round->fact_count == round->fact_capacity) {
        uint32_t capacity = round->fact_capacity ? 2 * round->fact_capacity : 32;
        AnswerFact *facts = ARENA_NEW_N(round->arena, AnswerFact, capacity);
        if (round->fact_count) memcpy(facts, round->facts, round->fact_count * sizeof *facts);
        round->facts = facts;
        round->fact_capacity = capacity;
    }
    const DealTile *a = &round->tiles[first].deal, *b = &round->tiles[second].deal;
    uint32_t definitions = match_definitions_open(round);
    event_add(events, (Event){EVENT_ANSWER, round->clock_ms, round->fact_count, 0, 0});
    round->facts[round->fact_count++] =
        (AnswerFact){.format = FORMAT_MATCH,
                     .card_id = a->card_id,
                     .card = a->card,
                     .shown_side = a->side,
                     .shown = a->text,
                     .chosen = b->text,
                     .chosen_id = b->card_id,
                     .chosen_card = b->card,
                     .is_right = is_right,
                     .at_ms = round->clock_ms,
                     .response_ms = round->clock_ms - round->last_decision_ms,
                     .choices = definitions,
                     .is_forced = definitions == 1,
                     .read_chars = (uint32_t)(text_length(a->text) + text_length(b->text))};
    round->last_decision_ms = round->clock_ms;
}

static void clear_board(MatchRound *round, EventList *events)
{
    for (uint32_t i = round->board_first; i < round->tile_count; i++) round->tiles[i].state = TILE_GONE;
    event_add(events, (Event){EVENT_BOARD_CLEARED, round->clock_ms, round->board_number, 0, 0});
    round->board_number++;
    if (!match_board_deal(round, events)) end(round, round->clock_ms, events);
}

static void raise_streak(MatchRound *round, EventList *events)
{
    uint32_t before = score_multiplier(round->streak);
    round->streak++;
    if (round->streak > round->best_streak) round->best_streak = round->streak;
    event_add(events, (Event){EVENT_STREAK, round->clock_ms, 0, 0, round->streak});
    uint32_t after = score_multiplier(round->streak);
    if (after > before) event_add(events, (Event){EVENT_MULTIPLIER, round->clock_ms, 0, 0, after});
}

static void match_tiles(MatchRound *round, uint32_t first, uint32_t second, EventList *events)
{
    add_fact(round, first, second, true, events);
    int64_t points = score_match(round->clock_ms - round->last_match_ms, round->streak);
    round->last_match_ms = round->clock_ms;
    round->score += points;
    round->right++;
    round->tiles[first].state = TILE_GONE;
    round->tiles[second].state = TILE_GONE;
    event_add(events, (Event){EVENT_MATCH, round->clock_ms, first, second, points});
    raise_streak(round, events);
    if (is_blitz(round))
        match_board_replace(round, first, second, events);
    else if (match_pairs_open(round) == 0)
        clear_board(round, events);
}

static void mismatch_tiles(MatchRound *round, uint32_t first, uint32_t second, EventList *events)
{
    add_fact(round, first, second, false, events);
    int64_t cost_ms = match_next_cost_ms(round);
    round->wrong++;
    round->penalty_ms += cost_ms;
    round->tiles[first].state = TILE_OPEN;
    event_add(events, (Event){EVENT_MISMATCH, round->clock_ms, first, second, cost_ms});
    if (round->streak) event_add(events, (Event){EVENT_STREAK_LOST, round->clock_ms, 0, 0, round->streak});
    round->streak = 0;
    if (is_blitz(round) && match_deadline(round) <= round->clock_ms) end(round, round->clock_ms, events);
}

static void pick(MatchRound *round, uint32_t number, EventList *events)
{
    uint32_t first = round->selected;
    Tile *tile = &round->tiles[number];
    tile->picked_ms = round->last_pick_ms = round->clock_ms;
    if (first == number) {
        set_selected(round, MATCH_NO_TILE, events);
    } else if (first == MATCH_NO_TILE || round->tiles[first].deal.side == tile->deal.side) {
        set_selected(round, number, events);
    } else {
        round->selected = MATCH_NO_TILE;
        if (str_is(round->tiles[first].deal.card_id, tile->deal.card_id))
            match_tiles(round, first, number, events);
        else
            mismatch_tiles(round, first, number, events);
    }
}

static InputAnswer judge_pick(const MatchRound *round, Input input)
{
    if (input.value < 0 || input.value >= round->tile_count) return INPUT_NO_SUCH;
    const Tile *tile = &round->tiles[input.value];
    if (tile->state == TILE_GONE) return INPUT_GONE;
    return input.at_ms - tile->picked_ms < MATCH_REPICK_MS ? INPUT_TOO_SOON : INPUT_TAKEN;
}

InputAnswer match_apply(MatchRound *round, Input input, EventList *events)
{
    if (round->is_over) return INPUT_OVER;
    if (input.at_ms < round->clock_ms) return INPUT_BACKWARD;
    if (input.at_ms >= match_deadline(round)) {
        end(round, match_deadline(round), events);
        return input.kind == INPUT_TICK ? INPUT_TAKEN : INPUT_OVER;
    }
    if (input.kind == INPUT_ANSWER) return INPUT_NO_SUCH;
    if (input.kind == INPUT_PAUSE && input.value < 0) return INPUT_NO_SUCH;
    InputAnswer answer = input.kind == INPUT_PICK ? judge_pick(round, input) : INPUT_TAKEN;
    if (answer != INPUT_TAKEN) return answer;
    round->clock_ms = input.at_ms;
    if (input.kind == INPUT_PICK) pick(round, (uint32_t)input.value, events);
    return INPUT_TAKEN;
}

uint32_t match_places(const MatchRound *round)
{
    return round->board_tiles;
}

uint32_t match_tile_number(const MatchRound *round, uint32_t place)
{
    return place < DEALER_MAX_TILES ? round->at_place[place] : MATCH_NO_TILE;
}

const Tile *match_at(const MatchRound *round, uint32_t place)
{
    uint32_t number = match_tile_number(round, place);
    return number == MATCH_NO_TILE ? NULL : &round->tiles[number];
}

static uint32_t count_open(const MatchRound *round, Side side)
{
    uint32_t open = 0;
    for (uint32_t place = 0; place < round->board_tiles; place++) {
        const Tile *tile = match_at(round, place);
        open += tile && tile->state != TILE_GONE && tile->deal.side == side;
    }
    return open;
}

uint32_t match_pairs_open(const MatchRound *round)
{
    return count_open(round, SIDE_TERM);
}

uint32_t match_definitions_open(const MatchRound *round)
{
    return count_open(round, SIDE_DEFINITION);
}

uint32_t match_pairs_left(const MatchRound *round)
{
    return is_blitz(round) ? match_pairs_open(round) : round->setup.pairs - round->right;
}

uint32_t match_partner(const MatchRound *round, uint32_t tile)
{
    assert(tile < round->tile_count);
    const DealTile *one = &round->tiles[tile].deal;
    for (uint32_t place = 0; place < round->board_tiles; place++) {
        const Tile *other = match_at(round, place);
        if (other && other->state != TILE_GONE && other->deal.side != one->side &&
            str_is(other->deal.card_id, one->card_id))
            return match_tile_number(round, place);
    }
    return MATCH_NO_TILE;
}

int64_t match_shown_ms(const MatchRound *round, int64_t clock_ms)
{
    if (!is_blitz(round)) return clock_ms + round->penalty_ms;
    int64_t left_ms = blitz_ms(round) - clock_ms - round->penalty_ms;
    return left_ms > 0 ? left_ms : 0;
}

int64_t match_next_cost_ms(const MatchRound *round)
{
    return is_blitz(round) ? MATCH_BLITZ_COST : (int64_t)MATCH_PENALTY_STEP * (round->wrong + 1);
}
