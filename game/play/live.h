/* A round under a person's hands: turns wall milliseconds into round time and keeps the phases that take no
   round time. Screens pass every event's wall time and call live_advance once a frame; nothing here reads a
   clock. Wall times may be of any origin. An input may be stamped earlier than the frame before it; one from
   before the last thing that happened counts as of that moment. */
#ifndef MATCHWICK_PLAY_LIVE_H
#define MATCHWICK_PLAY_LIVE_H

#include "play/round.h"

#define LIVE_RIGHT_MS 600  /* rush: the clock stands after a right answer */
#define LIVE_WRONG_MS 2000 /* with the right answer shown */
#define LIVE_GUARD_MS 150  /* a new question takes no answer */

typedef enum {
    LIVE_WAITING, /* before Go: nothing of the round may show */
    LIVE_OPEN,    /* the round clock runs */
    LIVE_GUARD,   /* rush: a new question shows, the clock stands */
    LIVE_REVEAL,  /* rush: the last answer shows, the clock stands */
    LIVE_PAUSED,  /* the round must be hidden */
    LIVE_OVER
} LivePhase;

typedef struct {
    Round *round;
    LivePhase phase, paused_phase;
    int64_t now_ms;    /* wall time of the last thing that happened */
    int64_t begun_ms;  /* wall time of Go */
    int64_t ended_ms;  /* wall time of the end */
    int64_t clock_ms;  /* round clock when the phase began */
    int64_t phase_ms;  /* wall time at which the phase began, moved on by pauses */
    int64_t paused_ms; /* wall time at which the pause began */
    uint32_t shown;    /* rush: the question on the screen */
    int64_t reveal_ms; /* length of this reveal */
} LiveRound;

void live_init(LiveRound *live, Round *round);
/* Go. */
void live_begin(LiveRound *live, int64_t now_ms, EventList *events);
/* Whatever the clock brings by now: time-outs, ends of phases, the end of the round. */
void live_advance(LiveRound *live, int64_t now_ms, EventList *events);
/* Both advance first. INPUT_TAKEN, or why nothing happened; in phases that take no answers INPUT_OVER. */
InputAnswer live_pick(LiveRound *live, int64_t now_ms, uint32_t tile, EventList *events);
InputAnswer live_answer(LiveRound *live, int64_t now_ms, uint32_t option, EventList *events);
/* The player goes on: ends a reveal. Nothing in other phases. */
void live_skip(LiveRound *live, int64_t now_ms, EventList *events);
void live_pause(LiveRound *live, int64_t now_ms, EventList *events);
/* Records the pause as one input. */
void live_resume(LiveRound *live, int64_t now_ms);

/* The round clock at a wall time, without changing anything. */
int64_t live_clock_ms(const LiveRound *live, int64_t now_ms);
/* Wall time at which something happens without the player; INT64_MAX for none (also while paused). */
int64_t live_deadline(const LiveRound *live);
/* Rush: the question on the screen: in a reveal the one just decided. */
uint32_t live_question(const LiveRound *live);
/* From Go to the end of the round (or to the last thing that happened). */
int64_t live_wall_ms(const LiveRound *live);

#endif
