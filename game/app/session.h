/* One round as it is played: its memory, its live clock, its look, and what of it has been handed to the
 * store. */
#ifndef MATCHWICK_APP_SESSION_H
#define MATCHWICK_APP_SESSION_H

#include "play/live.h"
#include "screens/model.h"
#include "study/moves.h"
#include "ui/platform.h"

#define SESSION_COUNTDOWN_MS 2400 /* 3, 2, 1 at 800 ms each */

typedef struct {
    bool is_there;
    bool is_practice;
    bool lost_focus;  /* since the decision before */
    bool is_recorded; /* its end was handled */
    Arena arena;
    DealSource source;
    Round round;
    LiveRound live;
    RoundLook look;
    int64_t go_at_ms;    /* when the countdown ends */
    int countdown_told;  /* last count heard, 3 .. 1 */
    int64_t warned_s;    /* last of the final seconds heard */
    int64_t go_wall_ms;  /* wall time of Go */
    uint32_t facts_kept; /* decisions handed to the store */
    Device device;       /* used last in this round */
    StoreTicket run_ticket;
    BoardKey board;
    bool is_studied;  /* the study deck takes each answer as well */
    StudyMarks marks; /* levels before this round's answers */
    bool has_best, is_best_passed;
    StoreRun best;
    int64_t *best_splits;
    uint32_t best_split_count;
} Session;

/* Makes the round; nothing runs before session_go. `cards` (may be NULL) makes a practice round of those
 * cards. */
void session_start(Session *session, const PlayIndex *index, const Setup *setup, uint64_t seed,
                   const uint32_t *cards, uint32_t card_count);
void session_end(Session *session); /* frees it; nothing happens when there is none */

/* Sounds and times for what happened. `number` of tiles counts on. */
void session_see_events(Session *session, const EventList *events, int64_t now_ms, const Platform *platform);
/* Countdown, last five seconds, passing the best run: what is heard without an event. */
void session_hear_clock(Session *session, int64_t now_ms, const Platform *platform);
/* Monotonic time at which the round needs a frame by itself; INT64_MAX for none. */
int64_t session_deadline(const Session *session, int64_t now_ms);

#endif
