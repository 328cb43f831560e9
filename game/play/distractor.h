/* Wrong options that are plausible and never right by their text (for ranked rounds: nothing of the
   player's history; for practice: by what the player knows, handed in as numbers), and decoys for a board.
   Integers only: every machine deals alike. */
#ifndef MATCHWICK_PLAY_DISTRACTOR_H
#define MATCHWICK_PLAY_DISTRACTOR_H

#include "base/arena.h"
#include "base/rng.h"
#include "play/play_index.h"
#include "play/pool.h"

typedef struct {
    uint32_t card; /* DECK_NO_CARD: one of the asked card's own distractors */
    Str text;      /* lies in the deck */
} Distractor;

/* A card that was taken for the asked one, and how often. */
typedef struct {
    uint32_t card;
    uint32_t count;
} DistractorConfusion;

/* What a player knows of the asked card. The better it is known, the more alike the options: ranks 20 to 64
   with a recall under .6, 6 to 30 up to .85, above that the first. One place goes to a confusion. */
typedef struct {
    uint32_t recall; /* thousandths */
    const DistractorConfusion *confusions;
    uint32_t confusion_count;
} DistractorPractice;

typedef struct {
    const PlayIndex *index;
    const Pool *pool;
    Side answer_side; /* of the options */
    uint32_t card;    /* asked */
    Str prompt;       /* as shown */
    Str answer;       /* the right option as shown */
    uint32_t shorter; /* how many of the wanted shall be shorter than the answer, where they can */
    uint32_t wanted;  /* at most SETUP_MAX_OPTIONS - 1 */
    const DistractorPractice *practice; /* NULL in ranked rounds */
} DistractorQuery;

/* Fills `out` with up to `query->wanted`; fewer where the pool has no more answers that could stand beside
   the right one. The choice among the fitting ranks is drawn from `rng`. */
uint32_t distractor_choose(const DistractorQuery *query, Rng *rng, Arena *scratch, Distractor *out);

/* Decoys: up to `wanted` definitions of cards of the pool that clash with none of the `shown` cards (whose
   texts are `texts`) nor with each other, closest in text first; random ones where nothing is close. */
uint32_t distractor_choose_decoys(const PlayIndex *index, const Pool *pool, const uint32_t *shown,
                                  const Str *texts, uint32_t shown_count, uint32_t wanted, Rng *rng,
                                  Arena *scratch, Distractor *out);

#endif
