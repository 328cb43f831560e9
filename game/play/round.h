/* A round of either mode, behind one door: inputs go in, events come out. No wall time (see live.h). The
   round lies where the caller puts it; what grows lies in the arena given, which must outlive it. Two rounds
   made of the same source, setup and seed and fed the same inputs are equal on every machine. */
#ifndef MATCHWICK_PLAY_ROUND_H
#define MATCHWICK_PLAY_ROUND_H

#include "play/match.h"
#include "play/rush.h"

typedef struct {
    Setup setup; /* resolved */
    uint64_t seed;
    Arena *arena;
    InputList inputs; /* all that were taken, pauses too */
    union {
        MatchRound match;
        RushRound rush;
    } as; /* by setup.mode */
} Round;

/* `setup` must have been resolved (fit_setup) and playable. `events` may be NULL here and below. */
void round_init(Round *round, const DealSource *source, const Setup *setup, uint64_t seed, Arena *arena,
                EventList *events);
/* Plays on from what a replay has dealt, without its deck. */
void round_init_record(Round *round, const Deal *record, const Setup *setup, Arena *arena, EventList *events);
/* The only function that changes a round. First everything that the clock brings by `input.at_ms`, then the
   input. Records it if it is one. */
InputAnswer round_apply(Round *round, Input input, EventList *events);
bool round_is_over(const Round *round);
int64_t round_deadline(const Round *round); /* round time; INT64_MAX for none */
/* Of a round that is over. */
Result round_result(const Round *round);
uint32_t round_fact_count(const Round *round);
const AnswerFact *round_fact(const Round *round, uint32_t i);
uint32_t round_streak(const Round *round);
int64_t round_score(const Round *round);
/* What was dealt so far (match) or asked so far (rush), as a replay keeps it; views into the round. */
Deal round_deal(const Round *round, Arena *arena);

#endif
