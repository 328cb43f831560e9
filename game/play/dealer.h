/* Deals from a seed: a pure function of (deck, setup, seed), except that in blitz the places where later
   tiles land, and which cards are passed over there, follow from play. */
#ifndef MATCHWICK_PLAY_DEALER_H
#define MATCHWICK_PLAY_DEALER_H

#include "base/rng.h"
#include "play/deal.h"
#include "play/distractor.h"
#include "play/play_index.h"
#include "play/pool.h"
#include "play/supply.h"

/* Where a round's cards come from. Everything is borrowed and must outlive the round. */
typedef struct {
    const PlayIndex *index;
    Pool pool;        /* the cards asked */
    Pool distractors; /* the cards that options and decoys come from; in ranked rounds the same */
    const DistractorPractice *practice; /* of the card that dealer_ask asks; NULL in ranked rounds */
} DealSource;

typedef struct {
    DealSource source;
    Setup setup;
    uint64_t seed;
    Rng rng;
    Supply supply;
    uint32_t pairs_dealt;
    Arena *arena; /* the round's */
} Dealer;

#define DEALER_MAX_TILES 24

void dealer_init(Dealer *dealer, const DealSource *source, const Setup *setup, uint64_t seed, Arena *arena);
/* The next whole board, at most DEALER_MAX_TILES tiles: each pair's term and definition, then the decoys.
   Returns how many; 0 when all pairs have been dealt. */
uint32_t dealer_board(Dealer *dealer, DealTile *out);
/* Blitz: one more pair that clashes with none of `shown`, on these two places. False when no card fits. */
bool dealer_pair(Dealer *dealer, const uint32_t *shown, uint32_t shown_count, const uint32_t places[2],
                 DealTile out[2]);
/* The next rush question; `number` counts from 0. False when the supply of a variant that asks each card once
   is used up. */
bool dealer_question(Dealer *dealer, uint32_t number, DealQuestion *out);

/* One card asked: its side (of ASK_BOTH), its wording, its options and their places drawn from `rng`. With
   one option there is the right answer alone; where the pool has no more, there are fewer than `options`. No
   limit. */
void dealer_ask(const DealSource *source, uint32_t card, Ask ask, uint32_t options, Rng *rng,
                DealQuestion *out);

/* Limit of a question in ms, 0 for none: a function of the setup, its number from 0 and its texts. */
int64_t question_limit_ms(const Setup *setup, uint32_t number, const DealQuestion *question);

#endif
