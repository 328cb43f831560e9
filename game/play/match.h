/* A match round as a value: tiles on a board, pairs to find. Reads only round time. */
#ifndef MATCHWICK_PLAY_MATCH_H
#define MATCHWICK_PLAY_MATCH_H

#include "play/dealer.h"
#include "play/event.h"
#include "play/fact.h"
#include "play/input.h"
#include "play/result.h"

#define MATCH_NO_TILE      UINT32_MAX
#define MATCH_REPICK_MS    80
#define MATCH_BLITZ_MS     60000
#define MATCH_BLITZ_RELAX  120000
#define MATCH_BLITZ_COST   2000
#define MATCH_PENALTY_STEP 1000

typedef enum { TILE_OPEN, TILE_SELECTED, TILE_GONE } TileState;

typedef struct {
    DealTile deal;
    TileState state;
    bool is_decoy;
    int64_t picked_ms; /* last accepted pick; below -MATCH_REPICK_MS: never */
} Tile;

typedef struct {
    Setup setup;
    Arena *arena;
    Dealer dealer;
    const Deal *record; /* NULL: dealt from the seed; else tiles come from here */
    bool is_record_bad; /* the record has no more tiles, or such as no deal has */
    Tile *tiles;
    uint32_t tile_count, tile_capacity;
    uint32_t board_first; /* first tile that may still be on the board */
    uint32_t board_number, board_tiles;
    uint32_t at_place[DEALER_MAX_TILES]; /* the tile last dealt there, gone or not; MATCH_NO_TILE */
    uint32_t selected;
    int64_t clock_ms; /* of the last input or tick */
    int64_t end_ms;   /* once over */
    int64_t last_match_ms, last_decision_ms;
    int64_t penalty_ms, score;
    uint32_t right, wrong, streak, best_streak;
    int64_t last_pick_ms;
    AnswerFact *facts;
    uint32_t fact_count, fact_capacity;
    bool is_over;
} MatchRound;

/* The opening board is dealt. `record` plays on from a replay's tiles, without a deck (source NULL). */
void match_init(MatchRound *round, const DealSource *source, const Deal *record, const Setup *setup,
                uint64_t seed, Arena *arena, EventList *events);
InputAnswer match_apply(MatchRound *round, Input input, EventList *events);
/* Round time at which the round ends by itself; INT64_MAX for none. */
int64_t match_deadline(const MatchRound *round);

uint32_t match_places(const MatchRound *round); /* of the present board */
/* What lies there, or lay there last; NULL for a place that never had a tile. */
const Tile *match_at(const MatchRound *round, uint32_t place);
uint32_t match_tile_number(const MatchRound *round, uint32_t place); /* MATCH_NO_TILE likewise */
uint32_t match_pairs_left(const MatchRound *round);                  /* in all; blitz: on the board */
uint32_t match_pairs_open(const MatchRound *round);                  /* on the board */
uint32_t match_definitions_open(const MatchRound *round);            /* on the board, decoys counted */
/* The tile that makes a pair with this one; MATCH_NO_TILE for a decoy. */
uint32_t match_partner(const MatchRound *round, uint32_t tile);
/* What the timer shows at a round time: clock + penalties so far; blitz: time left. */
int64_t match_shown_ms(const MatchRound *round, int64_t clock_ms);
/* Cost of the next mismatch. */
int64_t match_next_cost_ms(const MatchRound *round);

#endif
