/* What a round puts before the player, as a replay keeps it. Texts are views into the deck (or into what the
   replay was read into). Who reads a replay sets `right` to the option whose card_id is the question's, and
   every `card` to DECK_NO_CARD. */
#ifndef MATCHWICK_PLAY_DEAL_H
#define MATCHWICK_PLAY_DEAL_H

#include <stdint.h>

#include "base/str.h"
#include "play/setup.h"
#include "play/trigram.h"

typedef struct {
    Str card_id;
    uint32_t card; /* in the deck; DECK_NO_CARD where there is no deck */
    Side side;
    Str text;
    uint32_t place; /* on the board, in reading order */
} DealTile;

typedef struct {
    Str card_id;   /* empty: one of the asked card's own distractors */
    uint32_t card; /* DECK_NO_CARD likewise, or where there is no deck */
    Str text;
} DealOption;

typedef struct {
    Str card_id;
    uint32_t card;
    Ask ask; /* ASK_DEFINITION or ASK_TERM */
    Str prompt;
    DealOption options[SETUP_MAX_OPTIONS];
    uint32_t option_count;
    uint32_t right;   /* option; the one with the asked card's id */
    int64_t limit_ms; /* 0: none */
} DealQuestion;

typedef struct {
    DealTile *tiles; /* match: all that were dealt, in the order of dealing */
    uint32_t tile_count;
    DealQuestion *questions; /* rush: those that were asked */
    uint32_t question_count;
} Deal;

#endif
