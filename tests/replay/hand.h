/* A hand that plays a round by itself, to its end, on the round clock alone: right as often as its skill
   says, with all that people do besides: second thoughts, other tiles of the same side, pauses, answers too
   late. */
#ifndef MATCHWICK_TESTS_HAND_H
#define MATCHWICK_TESTS_HAND_H

#include "base/rng.h"
#include "play/round.h"

typedef struct {
    Rng rng;
    uint32_t skill;   /* percent of decisions that are right */
    int64_t pause_ms; /* length of its one pause, after the third decision; 0: none */
    int64_t pace_ms;  /* a decision takes half of this to one and a half of it */
    int64_t now_ms;   /* round clock */
    uint32_t decided;
} Hand;

static inline bool hand_chance(Hand *hand, uint32_t percent)
{
    return rng_below(&hand->rng, 100) < percent;
}

static inline void hand_give(Hand *hand, Round *round, InputKind kind, int64_t value)
{
    (void)round_apply(round, (Input){hand->now_ms, kind, value}, NULL);
}

static inline void hand_wait(Hand *hand)
{
    hand->now_ms += hand->pace_ms / 2 + (int64_t)rng_below(&hand->rng, (uint64_t)hand->pace_ms);
}

/* An open tile of the board, of one side, that is not `except`; MATCH_NO_TILE if there is none. */
static inline uint32_t hand_find_tile(Hand *hand, const MatchRound *match, Side side, uint32_t except)
{
    uint32_t found = MATCH_NO_TILE, count = 0;
    for (uint32_t place = 0; place < match_places(match); place++) {
        const Tile *tile = match_at(match, place);
        uint32_t number = match_tile_number(match, place);
        if (!tile || tile->state == TILE_GONE || tile->deal.side != side || number == except) continue;
        if (rng_below(&hand->rng, ++count) == 0) found = number;
    }
    return found;
}

static inline void hand_match(Hand *hand, Round *round)
{
    const MatchRound *match = &round->as.match;
    hand_wait(hand);
    uint32_t term = hand_find_tile(hand, match, SIDE_TERM, MATCH_NO_TILE);
    uint32_t other = hand_find_tile(hand, match, SIDE_TERM, term);
    if (hand_chance(hand, 10) && other != MATCH_NO_TILE) hand_give(hand, round, INPUT_PICK, other);
    if (hand_chance(hand, 10)) { /* picked, put down, picked again */
        hand_give(hand, round, INPUT_PICK, term);
        hand->now_ms += 80;
        hand_give(hand, round, INPUT_PICK, term);
        hand->now_ms += 80;
    }
    uint32_t partner = match_partner(match, term);
    uint32_t wrong = hand_find_tile(hand, match, SIDE_DEFINITION, partner);
    bool is_right = hand_chance(hand, hand->skill) || wrong == MATCH_NO_TILE;
    hand_give(hand, round, INPUT_PICK, term);
    hand->now_ms += (int64_t)rng_below(&hand->rng, 3) * 150; /* at times both at one moment */
    hand_give(hand, round, INPUT_PICK, is_right ? partner : wrong);
}

static inline void hand_rush(Hand *hand, Round *round)
{
    const RushRound *rush = &round->as.rush;
    const DealQuestion *question = &rush_question(rush, rush->current)->deal;
    int64_t deadline = round_deadline(round);
    if (deadline < INT64_MAX && hand_chance(hand, (100 - hand->skill) / 3)) {
        hand->now_ms = deadline;
        hand_give(hand, round, INPUT_TICK, 0);
        return;
    }
    hand_wait(hand);
    uint32_t wrong = (question->right + 1) % question->option_count;
    hand_give(hand, round, INPUT_ANSWER, hand_chance(hand, hand->skill) ? question->right : wrong);
}

static inline void hand_play(Hand *hand, Round *round)
{
    while (!round_is_over(round)) {
        if (round->setup.mode == MODE_MATCH)
            hand_match(hand, round);
        else
            hand_rush(hand, round);
        if (++hand->decided == 3 && hand->pause_ms > 0 && !round_is_over(round))
            hand_give(hand, round, INPUT_PAUSE, hand->pause_ms);
    }
}

#endif
