/* Cards: turning over the cards under the chosen tags, one after the other. Nothing is asked and nothing is
   graded. A plain value in an arena: it changes through cards_apply alone and knows no clock. Times are
   monotonic milliseconds. */
#ifndef MATCHWICK_STUDY_CARDS_H
#define MATCHWICK_STUDY_CARDS_H

#include "study/study.h"

#define CARDS_LEAST_PACE_S   2
#define CARDS_DEFAULT_PACE_S 5
#define CARDS_MOST_PACE_S    15

/* How a player looks through a deck and where: what is kept for next time. */
typedef struct {
    uint32_t card;   /* shown; DECK_NO_CARD: none yet */
    Side first_side; /* the one on top */
    bool is_flipped;
    bool is_both; /* both sides at once, for reading through */
    bool is_starred_only;
    bool is_shuffled;
    uint64_t seed; /* of the shuffled order; below 2^53 */
    uint32_t lead; /* the card on which it was shuffled: it comes first; DECK_NO_CARD: none */
    int32_t pace_s;
} CardsPlace;

CardsPlace cards_place_default(void);

typedef struct {
    CardsPlace place;
    const uint32_t *order; /* the cards of the stack, each once */
    uint32_t count;        /* may be 0: nothing is starred */
    uint32_t at;           /* of `place.card` in the order */
    const uint32_t *chosen;
    uint32_t chosen_count; /* under the tags, in deck order */
    bool is_playing;
    int64_t turn_ms; /* while it plays: when it turns by itself */
    uint32_t *order_room, *chosen_room;
} Cards;

typedef enum {
    CARDS_CHOOSE, /* cards, count: those under the tags, in deck order; no more than the deck has */
    CARDS_FLIP,
    CARDS_NEXT,
    CARDS_PREVIOUS,
    CARDS_JUMP,       /* number: place in the order, from 0; the nearest there is */
    CARDS_FIND,       /* number: card; nothing if it is not in the order */
    CARDS_STAR,       /* the shown card, or no longer; it stays in the stack until that is laid out anew */
    CARDS_STARRED,    /* starred cards only, or all */
    CARDS_SHUFFLE,    /* number: seed; or back to the deck's order. The shown card stays */
    CARDS_FIRST_SIDE, /* number: Side */
    CARDS_BOTH,       /* both sides, or one */
    CARDS_PLAY,       /* turn by itself, or no longer; at the end it begins anew */
    CARDS_PACE,       /* number: seconds a side */
    CARDS_TIME,       /* time has passed */
    CARDS_INPUTS
} CardsInputKind;

typedef struct {
    CardsInputKind kind;
    int64_t number;
    const uint32_t *cards;
    uint32_t count;
} CardsInput;

/* Room for as many cards as the deck has. Empty until CARDS_CHOOSE, which comes back to the place. */
Cards *cards_make(Arena *arena, uint32_t deck_count, const CardsPlace *place);
/* The one way in which it changes. Stars are the study deck's. */
void cards_apply(Cards *cards, StudyDeck *deck, const CardsInput *input, int64_t now_ms);
/* The side on top; of both, the first. */
Side cards_side(const Cards *cards);

#endif
