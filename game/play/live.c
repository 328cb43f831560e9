#include "play/live.h"

#include <assert.h>

void live_init(LiveRound *live, Round *round)
{
    *live = (LiveRound){.round = round, .phase = LIVE_WAITING};
}

static bool is_rush(const LiveRound *live)
{
    return live->round->setup.mode == MODE_RUSH;
}

static void enter(LiveRound *live, LivePhase phase, int64_t at_ms)
{
    live->phase = phase;
    live->phase_ms = at_ms;
}

static void announce_board(const MatchRound *match, EventList *events)
{
    for (uint32_t i = 0; i < match->tile_count; i++)
        event_add(events, (Event){EVENT_TILE_DEALT, 0, i, match->tiles[i].deal.place, 0});
}

static void show_question(LiveRound *live, int64_t at_ms, EventList *events)
{
    live->shown = live->round->as.rush.current;
    event_add(events, (Event){EVENT_QUESTION, live->clock_ms, live->shown, 0, 0});
    enter(live, LIVE_GUARD, at_ms);
}

void live_begin(LiveRound *live, int64_t now_ms, EventList *events)
{
    assert(live->phase == LIVE_WAITING);
    live->now_ms = live->begun_ms = now_ms;
    if (is_rush(live)) {
        show_question(live, now_ms, events);
    } else {
        announce_board(&live->round->as.match, events);
        enter(live, LIVE_OPEN, now_ms);
    }
}

/* After something was decided, or the round ended, at a wall time. */
static void decided(LiveRound *live, int64_t at_ms)
{
    bool is_over = round_is_over(live->round);
    if (is_over) live->ended_ms = at_ms;
    if (!is_rush(live)) {
        if (!is_over) return;
        live->clock_ms = live->round->as.match.end_ms;
        enter(live, LIVE_OVER, at_ms);
        return;
    }
    const RushRound *rush = &live->round->as.rush;
    if (rush->current == live->shown) return;
    live->clock_ms = rush->clock_ms;
    bool is_right = rush_question(rush, live->shown)->answered == ANSWERED_RIGHT;
    live->reveal_ms = is_right ? LIVE_RIGHT_MS : LIVE_WRONG_MS;
    enter(live, LIVE_REVEAL, at_ms);
}

static void end_reveal(LiveRound *live, int64_t at_ms, EventList *events)
{
    event_add(events, (Event){EVENT_REVEAL_ENDED, live->clock_ms, live->shown, 0, 0});
    if (round_is_over(live->round))
        enter(live, LIVE_OVER, at_ms);
    else
        show_question(live, at_ms, events);
}

int64_t live_deadline(const LiveRound *live)
{
    switch (live->phase) {
    case LIVE_GUARD: return live->phase_ms + LIVE_GUARD_MS;
    case LIVE_REVEAL: return live->phase_ms + live->reveal_ms;
    case LIVE_OPEN: {
        int64_t deadline_ms = round_deadline(live->round);
        return deadline_ms == INT64_MAX ? INT64_MAX : live->phase_ms + deadline_ms - live->clock_ms;
    }
    case LIVE_WAITING:
    case LIVE_PAUSED:
    case LIVE_OVER: break;
    }
    return INT64_MAX;
}

static void pass_deadline(LiveRound *live, int64_t at_ms, EventList *events)
{
    if (live->phase == LIVE_GUARD) {
        enter(live, LIVE_OPEN, at_ms);
        event_add(events, (Event){EVENT_ANSWERS_OPEN, live->clock_ms, live->shown, 0, 0});
    } else if (live->phase == LIVE_REVEAL) {
        end_reveal(live, at_ms, events);
    } else {
        round_apply(live->round, (Input){round_deadline(live->round), INPUT_TICK, 0}, events);
        decided(live, at_ms);
    }
}

void live_advance(LiveRound *live, int64_t now_ms, EventList *events)
{
    for (int64_t at_ms; (at_ms = live_deadline(live)) <= now_ms;) {
        live->now_ms = at_ms;
        pass_deadline(live, at_ms, events);
    }
}

/* Advances to where the player does something. A frame may have looked later already: that changes nothing.
 */
static void arrive(LiveRound *live, int64_t now_ms, EventList *events)
{
    live_advance(live, now_ms, events);
    if (now_ms > live->now_ms) live->now_ms = now_ms;
}

static InputAnswer apply(LiveRound *live, int64_t now_ms, InputKind kind, uint32_t value, EventList *events)
{
    arrive(live, now_ms, events);
    if (live->phase != LIVE_OPEN) return INPUT_OVER;
    Input input = {live_clock_ms(live, live->now_ms), kind, value};
    InputAnswer answer = round_apply(live->round, input, events);
    decided(live, live->now_ms);
    return answer;
}

InputAnswer live_pick(LiveRound *live, int64_t now_ms, uint32_t tile, EventList *events)
{
    return apply(live, now_ms, INPUT_PICK, tile, events);
}

InputAnswer live_answer(LiveRound *live, int64_t now_ms, uint32_t option, EventList *events)
{
    return apply(live, now_ms, INPUT_ANSWER, option, events);
}

void live_skip(LiveRound *live, int64_t now_ms, EventList *events)
{
    arrive(live, now_ms, events);
    if (live->phase == LIVE_REVEAL) end_reveal(live, live->now_ms, events);
}

void live_pause(LiveRound *live, int64_t now_ms, EventList *events)
{
    arrive(live, now_ms, events);
    if (live->phase == LIVE_WAITING || live->phase == LIVE_OVER || live->phase == LIVE_PAUSED) return;
    live->paused_phase = live->phase;
    live->paused_ms = live->now_ms;
    if (live->phase == LIVE_OPEN) {
        live->clock_ms = live_clock_ms(live, live->now_ms);
        live->phase_ms = live->now_ms;
    }
    live->phase = LIVE_PAUSED;
}

void live_resume(LiveRound *live, int64_t now_ms)
{
    if (live->phase != LIVE_PAUSED) return;
    if (now_ms > live->now_ms) live->now_ms = now_ms;
    int64_t took_ms = live->now_ms - live->paused_ms;
    /* In the last reveal the round is over already: that pause is none of its inputs. */
    round_apply(live->round, (Input){live->clock_ms, INPUT_PAUSE, took_ms}, NULL);
    live->phase = live->paused_phase;
    live->phase_ms += took_ms;
}

int64_t live_clock_ms(const LiveRound *live, int64_t now_ms)
{
    if (live->phase != LIVE_OPEN || now_ms < live->phase_ms) return live->clock_ms;
    return live->clock_ms + now_ms - live->phase_ms;
}

uint32_t live_question(const LiveRound *live)
{
    return live->shown;
}

int64_t live_wall_ms(const LiveRound *live)
{
    if (live->phase == LIVE_WAITING) return 0;
    bool is_over = round_is_over(live->round);
    return (is_over ? live->ended_ms : live->now_ms) - live->begun_ms;
}
