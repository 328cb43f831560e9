#include "app/session.h"

#include <string.h>

void session_start(Session *session, const PlayIndex *index, const Setup *setup, uint64_t seed,
                   const uint32_t *cards, uint32_t card_count)
{
    session_end(session);
    *session = (Session){.is_there = true, .is_practice = cards != NULL, .countdown_told = 4, .warned_s = -1};
    arena_init(&session->arena, 0);
    Setup kept = *setup;
    setup_set_tags(&kept, &session->arena, setup->tags, setup->tag_count);
    Str *tags = ARENA_NEW_N(&session->arena, Str, kept.tag_count ? kept.tag_count : 1);
    for (uint32_t i = 0; i < kept.tag_count; i++) tags[i] = str_copy(&session->arena, kept.tags[i]);
    kept.tags = tags;
    session->source.index = index;
    session->source.distractors = pool_make(&session->arena, index->deck, &kept);
    session->source.pool = cards ? pool_make_cards(&session->arena, index->deck, cards, card_count)
                                 : session->source.distractors;
    round_init(&session->round, &session->source, &kept, seed, &session->arena, NULL);
    live_init(&session->live, &session->round);
}

void session_end(Session *session)
{
    if (!session->is_there) return;
    arena_deinit(&session->arena);
    session->is_there = false;
}

static TileLook *tile_look(Session *session, uint32_t tile)
{
    return &session->look.tiles[tile % LOOK_MAX_TILES];
}

static void see_match(Session *session, const Event *event, int64_t now_ms)
{
    TileLook *a = tile_look(session, event->a), *b = tile_look(session, event->b);
    a->matched_ms = b->matched_ms = now_ms;
    a->picked_ms = b->picked_ms = 0;
    b->points = event->value;
    session->look.score_ms = now_ms;
    session->look.score_before = round_score(&session->round) - event->value;
}

static void see_mismatch(Session *session, const Event *event, int64_t now_ms)
{
    TileLook *a = tile_look(session, event->a), *b = tile_look(session, event->b);
    a->missed_ms = b->missed_ms = now_ms;
    a->picked_ms = b->picked_ms = 0;
    session->look.penalty_ms = now_ms;
    session->look.penalty = event->value;
}

static void see_right(Session *session, const Event *event, int64_t now_ms)
{
    session->look.decided_ms = session->look.score_ms = now_ms;
    session->look.score_before = round_score(&session->round) - event->value;
}

/* Tiles that replace others are dealt at once; a new board comes tile by tile, which the screen draws from
 * places. */
static void see_dealt(Session *session, const Event *event, int64_t now_ms)
{
    *tile_look(session, event->a) = (TileLook){.dealt_ms = now_ms};
    session->look.board_ms = now_ms;
}

static void see(Session *session, const Event *event, int64_t now_ms)
{
    RoundLook *look = &session->look;
    switch (event->kind) {
    case EVENT_TILE_DEALT: see_dealt(session, event, now_ms); break;
    case EVENT_SELECTED: tile_look(session, event->a)->picked_ms = now_ms; break;
    case EVENT_DESELECTED: tile_look(session, event->a)->picked_ms = 0; break;
    case EVENT_MATCH: see_match(session, event, now_ms); break;
    case EVENT_MISMATCH: see_mismatch(session, event, now_ms); break;
    case EVENT_QUESTION: look->question_ms = now_ms; break;
    case EVENT_RIGHT: see_right(session, event, now_ms); break;
    case EVENT_WRONG:
    case EVENT_TIME_OUT: look->decided_ms = now_ms; break;
    case EVENT_STREAK: look->streak_ms = now_ms; break;
    case EVENT_STREAK_LOST:
        look->streak_lost_ms = now_ms;
        look->streak_lost = event->value;
        break;
    case EVENT_ROUND_ENDED: look->ended_ms = now_ms; break;
    case EVENT_MULTIPLIER:
    case EVENT_BOARD_CLEARED:
    case EVENT_ANSWER:
    case EVENT_ANSWERS_OPEN:
    case EVENT_REVEAL_ENDED: break;
    }
}

static void hear(const Session *session, const Event *event, const Platform *platform)
{
    int streak = (int)round_streak(&session->round);
    switch (event->kind) {
    case EVENT_TILE_DEALT: platform->play_sound(platform->self, SOUND_DEAL, (int)event->b); break;
    case EVENT_SELECTED: platform->play_sound(platform->self, SOUND_PICK, 0); break;
    case EVENT_DESELECTED: platform->play_sound(platform->self, SOUND_UNPICK, 0); break;
    case EVENT_MATCH:
    case EVENT_RIGHT: platform->play_sound(platform->self, SOUND_MATCH, streak > 0 ? streak - 1 : 0); break;
    case EVENT_MISMATCH:
    case EVENT_WRONG:
    case EVENT_TIME_OUT: platform->play_sound(platform->self, SOUND_MISMATCH, 0); break;
    case EVENT_MULTIPLIER: platform->play_sound(platform->self, SOUND_MULTIPLIER, streak); break;
    case EVENT_STREAK_LOST:
        if (event->value >= 3) platform->play_sound(platform->self, SOUND_STREAK_LOST, 0);
        break;
    case EVENT_ROUND_ENDED: platform->play_sound(platform->self, SOUND_ROUND_END, 0); break;
    case EVENT_BOARD_CLEARED:
    case EVENT_QUESTION:
    case EVENT_STREAK:
    case EVENT_ANSWER:
    case EVENT_ANSWERS_OPEN:
    case EVENT_REVEAL_ENDED: break;
    }
}

void session_see_events(Session *session, const EventList *events, int64_t now_ms, const Platform *platform)
{
    for (uint32_t i = 0; i < events->count; i++) {
        see(session, &events->items[i], now_ms);
        hear(session, &events->items[i], platform);
    }
}

static void hear_countdown(Session *session, int64_t now_ms, const Platform *platform)
{
    int64_t left = session->go_at_ms - now_ms;
    int count = (int)((left + 799) / 800);
    if (count < 1 || count >= session->countdown_told) return;
    session->countdown_told = count;
    platform->play_sound(platform->self, SOUND_COUNTDOWN, 0);
}

/* What is left on the clock that runs out, or -1 where none does. */
static int64_t left_ms(const Session *session, int64_t now_ms)
{
    int64_t deadline = round_deadline(&session->round);
    if (session->live.phase != LIVE_OPEN || deadline == INT64_MAX) return -1;
    return deadline - live_clock_ms(&session->live, now_ms);
}

/* The last run is passed where as many pairs are matched in less time than it needed. */
static void hear_best(Session *session, const Platform *platform)
{
    const MatchRound *match = &session->round.as.match;
    if (session->is_best_passed || session->round.setup.mode != MODE_MATCH ||
        session->live.phase != LIVE_OPEN)
        return;
    if (match->right < 3 || match->right > session->best_split_count) return;
    if (match_shown_ms(match, match->last_match_ms) >= session->best_splits[match->right - 1]) return;
    session->is_best_passed = true;
    platform->play_sound(platform->self, SOUND_PASS_BEST, 0);
}

void session_hear_clock(Session *session, int64_t now_ms, const Platform *platform)
{
    if (session->live.phase == LIVE_WAITING) {
        hear_countdown(session, now_ms, platform);
        return;
    }
    int64_t left = left_ms(session, now_ms);
    int64_t second = left < 0 ? -1 : left / 1000;
    if (second >= 0 && second < 5 && second != session->warned_s) {
        if (session->warned_s != -1) platform->play_sound(platform->self, SOUND_LAST_SECONDS, 0);
        session->warned_s = second;
    } else if (second >= 5) {
        session->warned_s = 5;
    }
    hear_best(session, platform);
}

int64_t session_deadline(const Session *session, int64_t now_ms)
{
    if (!session->is_there) return INT64_MAX;
    if (session->live.phase == LIVE_WAITING) {
        int64_t left = session->go_at_ms - now_ms;
        return left <= 0 ? now_ms : session->go_at_ms - (left - 1) / 800 * 800;
    }
    return live_deadline(&session->live);
}
