/* Where a player is in Learn, as a JSON text: the group and its queue, by card ids, and the seed from which
   its questions follow. Which cards are learned is not in it: the store keeps that by card. */
#ifndef MATCHWICK_FORMATS_LEARN_STATE_H
#define MATCHWICK_FORMATS_LEARN_STATE_H

#include "base/err.h"
#include "study/learn.h"

#define LEARN_STATE_FORMAT  "matchwick-learn-state"
#define LEARN_STATE_VERSION 1

typedef struct {
    uint64_t seed;
    LearnGroup group; /* of no cards: between groups */
} LearnState;

/* On one line. */
Str learn_state_write(const LearnState *state, const Deck *deck, Arena *arena);
/* False: it is no such text. A card that has gone from the deck since is left out; whether the group fits the
   selection is for learn_resume to say. */
NODISCARD bool learn_state_read(Str text, const Deck *deck, Arena *arena, LearnState *out, Err *err);

#endif
