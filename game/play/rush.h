/* A rush round as a value: one question after another. Its clock stands between questions, so a question
   begins at the round time at which the one before was decided; live.h keeps the wall's time. */
#ifndef MATCHWICK_PLAY_RUSH_H
#define MATCHWICK_PLAY_RUSH_H

#include "play/dealer.h"
#include "play/event.h"
#include "play/fact.h"
#include "play/input.h"
#include "play/result.h"

#define RUSH_SURVIVAL_LIVES 3

typedef enum { ANSWERED_NOT, ANSWERED_RIGHT, ANSWERED_WRONG, ANSWERED_LATE } Answered;

typedef struct {
    DealQuestion deal;
    Answered answered;
    uint32_t chosen; /* option; UINT32_MAX for none */
    int64_t took_ms; /* a time-out: the whole limit */
    int64_t points;
} Question;

typedef struct {
    Setup setup;
    Arena *arena;
    Dealer dealer;
    const Deal *record;
    bool is_record_bad;
    Question *questions;
    uint32_t question_count, question_capacity; /* dealt; may be ahead of those asked */
    uint32_t current;                           /* being asked; once over: how many were asked */
    int64_t began_ms;                           /* round time of the current one's start */
    int64_t clock_ms, end_ms;
    int64_t score, answered_ms;
    uint32_t right, wrong, streak, best_streak;
    AnswerFact *facts;
    uint32_t fact_count, fact_capacity;
    bool is_over;
} RushRound;

void rush_init(RushRound *round, const DealSource *source, const Deal *record, const Setup *setup,
               uint64_t seed, Arena *arena);
InputAnswer rush_apply(RushRound *round, Input input, EventList *events);
/* Round time at which the current question runs out; INT64_MAX for none. */
int64_t rush_deadline(const RushRound *round);
/* Deals questions ahead of play, until `count` are there or no more can be: for showing a deal. */
void rush_deal_ahead(RushRound *round, uint32_t count);
/* How many will be asked at most. */
uint32_t rush_total(const RushRound *round);
const Question *rush_question(const RushRound *round, uint32_t number);
/* Of the current question, at a round time. Without a limit: 0. */
int64_t rush_left_ms(const RushRound *round, int64_t clock_ms);
uint32_t rush_lives(const RushRound *round); /* survival: wrong answers left until the end */

#endif
