/* One decision as plain facts, for the answers table and for results ("missed pairs"). */
#ifndef MATCHWICK_PLAY_FACT_H
#define MATCHWICK_PLAY_FACT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "play/trigram.h"

typedef enum { FORMAT_MATCH, FORMAT_CHOICE } AnswerFormat;

typedef struct {
    AnswerFormat format;
    Str card_id;   /* what was asked: the card of the tile picked first, or of the question */
    uint32_t card; /* DECK_NO_CARD without a deck */
    Side shown_side;
    Str shown;     /* text of the tile picked first, or the prompt */
    Str chosen;    /* text of the other tile or option; empty for a time-out */
    Str chosen_id; /* its card; empty for a time-out or a card's own distractor */
    uint32_t chosen_card;
    bool is_right, is_time_out;
    int64_t at_ms;       /* round clock */
    int64_t response_ms; /* since the decision before, or since Go or the question began */
    uint32_t choices;    /* match: definitions on the board, decoys counted; rush: options */
    bool is_forced;      /* match: it was the only pair left and no decoy with it */
    uint32_t
        read_chars; /* code points that had to be read: match: shown and chosen; rush: prompt and options */
} AnswerFact;

Str answer_format_name(AnswerFormat format); /* "match", "choice" */

#endif
