/* What applying an input (or the clock) did, for sounds, animations, narration and the store. */
#ifndef MATCHWICK_PLAY_EVENT_H
#define MATCHWICK_PLAY_EVENT_H

#include <stdbool.h>
#include <stdint.h>

typedef enum {
    EVENT_TILE_DEALT,    /* a: tile, b: place */
    EVENT_SELECTED,      /* a: tile */
    EVENT_DESELECTED,    /* a: tile */
    EVENT_MATCH,         /* a, b: tiles in the order picked; value: points */
    EVENT_MISMATCH,      /* a, b: tiles in the order picked; value: cost in ms */
    EVENT_BOARD_CLEARED, /* a: its number from 0 */
    EVENT_QUESTION,      /* a: its number from 0; it shows from now on (only from live.h) */
    EVENT_RIGHT,         /* a: question, b: option; value: points */
    EVENT_WRONG,         /* a: question, b: option */
    EVENT_TIME_OUT,      /* a: question */
    EVENT_STREAK,        /* value: streak now, after a right answer */
    EVENT_STREAK_LOST,   /* value: what it was, 1 or more */
    EVENT_MULTIPLIER,    /* value: match: multiplier of the next match; rush: percent of the next answer; only
                            when it rose */
    EVENT_ANSWER,        /* a: number of the AnswerFact that was added to the round */
    EVENT_ANSWERS_OPEN,  /* a: question; its 150 ms are over (only from live.h) */
    EVENT_REVEAL_ENDED,  /* a: question that was shown (only from live.h) */
    EVENT_ROUND_ENDED    /* nothing more is decided; live.h still shows a rush's last reveal */
} EventKind;

typedef struct {
    EventKind kind;
    int64_t at_ms; /* round clock */
    uint32_t a, b;
    int64_t value;
} Event;

#define EVENTS_MAX 128

typedef struct {
    Event items[EVENTS_MAX];
    uint32_t count;
    bool is_cut; /* there were more */
} EventList;

/* `events` may be NULL. */
void event_add(EventList *events, Event event);

#endif
