/* What differs in a conflict, as a card on each of its two sides; for its screen. */
#ifndef MATCHWICK_SCREENS_CONFLICT_SIDE_H
#define MATCHWICK_SCREENS_CONFLICT_SIDE_H

#include "screens/model.h"

/* In place of a card: what the deck says of itself, the order of the cards */
#define CONFLICT_HEAD  SIZE_MAX
#define CONFLICT_ORDER (SIZE_MAX - 1)

typedef struct {
    size_t *cards; /* of the diff: those that differ; CONFLICT_HEAD and CONFLICT_ORDER before them */
    size_t count;
    DiffOrder order; /* where CONFLICT_ORDER is there */
} ConflictList;

/* Of the model's conflict. */
ConflictList conflict_list(const Model *model, Arena *arena);

typedef struct {
    const DeckCard *card; /* NULL: it is not there */
    Str missing;
    unsigned fields; /* CardField: what differs of a card that is on both sides */
    bool is_chosen;
} ConflictSide;

/* Of `index`, one of the list's. */
ConflictSide conflict_side(const ConflictList *list, const Model *model, size_t index, bool is_theirs,
                           Arena *arena);
/* "The order and 3 cards differ" */
Str conflict_differences(const ConflictList *list, const Model *model, Arena *arena);

#endif
