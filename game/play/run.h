/* A run: a finished, ranked round as it is kept. An open value; all texts and arrays are views that someone
   else keeps alive. Verifying one plays its inputs through the rules. */
#ifndef MATCHWICK_PLAY_RUN_H
#define MATCHWICK_PLAY_RUN_H

#include "play/play_index.h"
#include "play/round.h"

typedef struct {
    uint32_t rules;
    Str deck_id, deck_title, deck_fingerprint;
    Str player;
    int64_t played_at_s; /* Unix time */
    bool is_autoplay;
    Setup setup; /* resolved; mode and variant are in it */
    uint64_t seed;
    Deal deal;
    const Input *inputs;
    uint32_t input_count;
    Result result;
    int64_t wall_ms; /* from Go to the end */
    Str input;       /* device last used: "keyboard", "mouse", "pad", "touch", "autoplay" */
} Run;

/* Deck, setup, seed, deal, inputs and result of a round that is over; the rest is left for the caller. */
Run run_of_round(const Round *round, const Deck *deck, Arena *arena);
Str run_category(const Run *run);

typedef enum {
    RUN_VERIFIED,
    RUN_DEAL_UNCHECKED, /* the inputs give the result, but the deal could not be held against its deck; or the
                           rules version is unknown, and nothing could be checked */
    RUN_INCONSISTENT
} RunVerdict;

typedef struct {
    RunVerdict verdict;
    char why[200]; /* a sentence; empty if verified */
} RunCheck;

/* `index` is of the deck that has the run's id now, or NULL if there is none. `scratch` is used freely. */
RunCheck run_verify(const Run *run, const PlayIndex *index, Arena *scratch);

#endif
