#include <stdio.h>

#include "app/app_state.h"
#include "app/outcome.h"
#include "play/fit.h"
#include "screens/board.h"
#include "screens/run_record.h"
#include "ui/format.h"

#define RESULTS_DELAY_MS         900 /* the last pair's pop is seen before the results come */
#define RESULTS_DELAY_REDUCED_MS 400
#define MOST_KNOWN_CARDS         20000 /* with more, results don't say which moved */

uint64_t app_seed(const App *app)
{
    const Platform *platform = app->platform;
    uint64_t wall = (uint64_t)platform->wall_ms(platform->self),
             now = (uint64_t)platform->now_ms(platform->self);
    Rng rng;
    rng_seed(&rng, wall * 1000003u + now);
    return rng_next(&rng);
}

Timing app_timing(const App *app, const Setup *setup)
{
    Timing timing = app->model.settings.timing;
    bool has_limits = setup->mode == MODE_RUSH || setup->variant == VARIANT_BLITZ;
    return has_limits ? timing : TIMING_NORMAL;
}

static bool resolve(App *app, Setup *setup, const uint32_t *cards, uint32_t card_count, Err *err)
{
    if (setup->mode == MODE_MATCH)
        setup->board = board_suited(setup->board, setup->variant, app->model.settings.text_percent);
    const Deck *deck = app->model.deck.deck;
    Pool pool = cards ? pool_make_cards(&app->scratch, deck, cards, card_count)
                      : pool_make(&app->scratch, deck, setup);
    Fit fit = fit_setup(&pool, app->model.deck.index->clash, setup);
    if (!fit.is_playable) return err_set(err, "%s", fit.reason);
    return true;
}

static void look_up_best(App *app)
{
    Session *session = &app->session;
    session->board =
        run_record_board(deck_fingerprint(app->model.deck.deck), &session->round.setup, &session->arena);
    if (session->is_practice) return;
    session->has_best =
        store_best(app->store, &session->board, app->model.player.id, 0, &session->arena, &session->best);
    if (!session->has_best) return;
    StoreRun whole;
    if (store_run(app->store, session->best.id, &session->arena, &whole))
        outcome_read_splits(session, &whole);
}

static void show_round(App *app)
{
    const Session *session = &app->session;
    app->model.round = (CurrentRound){.live = &session->live,
                                      .look = &session->look,
                                      .deck_title = deck_title(app->model.deck.deck),
                                      .is_practice = session->is_practice,
                                      .countdown_ms = session->go_at_ms,
                                      .has_best = session->has_best,
                                      .best = session->best,
                                      .best_splits = session->best_splits,
                                      .best_split_count = session->best_split_count};
    app_open_screen(app, session->round.setup.mode == MODE_MATCH ? SCREEN_MATCH : SCREEN_RUSH, (Str){0});
}

/* Reading what is known of a deck takes a moment for each answered card. */
static bool is_small_enough(App *app)
{
    StoreMastery mastery = store_mastery(app->store, app->model.player.id, deck_id(app->model.deck.deck));
    return mastery.cards <= MOST_KNOWN_CARDS;
}

static bool begin(App *app, Setup setup, uint64_t seed, const uint32_t *cards, uint32_t card_count, Err *err)
{
    if (app->model.deck.state != DECK_READY) return err_set(err, "The deck is still being read");
    if (cards && setup.mode == MODE_MATCH) setup.pairs = card_count; /* practice leaves none of them out */
    if (!resolve(app, &setup, cards, card_count, err)) return false;
    app->model.outcome = (Outcome){0};
    Session *session = &app->session;
    session_start(session, app->model.deck.index, &setup, seed, cards, card_count);
    session->device = app->device;
    int64_t now_ms = app->platform->now_ms(app->platform->self);
    session->go_at_ms = now_ms + (app->model.settings.has_countdown ? SESSION_COUNTDOWN_MS : 0);
    look_up_best(app);
    session->marks.arena = &session->arena;
    session->is_studied = is_small_enough(app);
    if (session->is_studied) app_study_deck(app);
    show_round(app);
    app->platform->expect_quick_input(app->platform->self, true);
    return true;
}

bool app_begin_round(App *app, const Setup *setup, uint64_t seed, Err *err)
{
    return begin(app, *setup, seed, NULL, 0, err);
}

/* The deck may have been changed since the round: its cards by their ids. */
static uint32_t card_now(const App *app, uint32_t card)
{
    const Deck *then = app->session.source.index->deck, *now = app->model.deck.deck;
    return then == now ? card : deck_find_card(now, deck_card_id(then, card));
}

static bool begin_practice(App *app, Err *err)
{
    const Outcome *outcome = &app->model.outcome;
    Practice practice = {.count = 0}, then = outcome_practice(outcome, &app->session);
    for (uint32_t i = 0; i < then.count; i++) practice_add(&practice, card_now(app, then.cards[i]));
    practice_sort(&practice);
    Setup setup = setup_default(outcome->setup.mode == MODE_MATCH ? VARIANT_SPRINT : VARIANT_MARATHON);
    setup.ask = outcome->setup.ask;
    return begin(app, setup, app_seed(app), practice.cards, practice.count, err);
}

bool app_begin_practice(App *app, const Str *ids, size_t count, Err *err)
{
    const Deck *deck = app->model.deck.deck;
    Practice practice = {.count = 0};
    if (app->model.deck.state != DECK_READY) return err_set(err, "The deck is still being read");
    for (size_t i = 0; i < count; i++) practice_add(&practice, deck_find_card(deck, ids[i]));
    for (uint32_t i = 0; i < deck_count(deck) && practice.count < PRACTICE_CARDS; i++)
        practice_fill(&practice, i);
    practice_sort(&practice);
    return begin(app, setup_default(VARIANT_SPRINT), app_seed(app), practice.cards, practice.count, err);
}

static const char *device_name(Device device)
{
    switch (device) {
    case DEVICE_KEYBOARD: return "keyboard";
    case DEVICE_MOUSE: return "mouse";
    case DEVICE_PAD: return "pad";
    case DEVICE_TOUCH: return "touch";
    }
    return "keyboard";
}

static StudyFact study_fact(const Session *session, const AnswerFact *fact)
{
    return (StudyFact){.card = fact->card,
                       .chosen_card = fact->chosen_card,
                       .shown_side = fact->shown_side,
                       .shown = fact->shown,
                       .chosen = fact->chosen,
                       .evidence = {.format = fact->format == FORMAT_MATCH ? EVIDENCE_MATCH : EVIDENCE_CHOICE,
                                    .is_right = fact->is_right,
                                    .is_forced = fact->is_forced,
                                    .lost_focus = session->lost_focus,
                                    .choices = (int32_t)fact->choices,
                                    .response_ms = (int32_t)fact->response_ms,
                                    .read_characters = (int32_t)fact->read_chars}};
}

/* The study deck takes the same step as the store's writer; levels before it are kept for the results. */
static void step_memory(App *app, StudyDeck *deck, const AnswerFact *fact, Moment moment)
{
    Session *session = &app->session;
    StudyFact answer = study_fact(session, fact);
    study_mark_fact(&session->marks, deck, &answer, moment.at_ms);
    study_apply(deck, &answer, moment);
}

static void keep_fact(App *app, const AnswerFact *fact)
{
    Session *session = &app->session;
    StudyDeck *deck = session->is_studied ? app_study_deck(app) : NULL; /* before the answer is handed over */
    const Setup *setup = &session->round.setup;
    const Platform *platform = app->platform;
    int64_t wall_ms = platform->wall_ms(platform->self);
    int utc_offset_min = platform->utc_offset_min(platform->self, wall_ms);
    StoreAnswer answer = {.player = app->model.player.id,
                          .at_ms = wall_ms,
                          .day = format_local_day(wall_ms, utc_offset_min), /* rounds go on past midnight */
                          .deck_id = deck_id(app->model.deck.deck),
                          .fingerprint = deck_fingerprint(app->model.deck.deck),
                          .card_id = fact->card_id,
                          .mode = mode_name(setup->mode),
                          .variant = variant_name(setup->variant),
                          .format = answer_format_name(fact->format),
                          .shown = fact->shown,
                          .chosen = fact->chosen,
                          .chosen_card = fact->chosen_id,
                          .is_right = fact->is_right,
                          .is_autoplay = app->is_autoplay,
                          .is_practice = session->is_practice,
                          .lost_focus = session->lost_focus,
                          .is_forced = fact->is_forced,
                          .response_ms = (int32_t)fact->response_ms,
                          .choices = (int32_t)fact->choices,
                          .read_characters = (int32_t)fact->read_chars};
    app->study.last_answer = store_add_answer(app->store, &answer);
    if (deck)
        step_memory(app, deck, fact, (Moment){answer.at_ms, answer.day});
    else
        app->study.is_behind = true;
    session->lost_focus = false;
}

static void keep_facts(App *app)
{
    Session *session = &app->session;
    for (; session->facts_kept < round_fact_count(&session->round); session->facts_kept++)
        keep_fact(app, round_fact(&session->round, session->facts_kept));
}

static void keep_run(App *app)
{
    Session *session = &app->session;
    Outcome *outcome = &app->model.outcome;
    Run run = run_of_round(&session->round, app->model.deck.deck, &session->arena);
    run.player = str_copy(&session->arena, app->model.player.name);
    run.played_at_s = app->platform->wall_ms(app->platform->self) / 1000;
    run.is_autoplay = app->is_autoplay;
    run.wall_ms = live_wall_ms(&session->live);
    run.input = app->is_autoplay ? STR("autoplay") : str_of(device_name(session->device));
    outcome->run = run_record_make(&run, app->model.player.id, &session->arena);
    outcome->run.player_name = run.player;
    outcome->run.player_color = app->model.player.color;
    outcome->is_autoplay = run.is_autoplay;
    outcome->saved = TICKET_WAITING;
    if (!session->is_practice) session->run_ticket = store_add_run(app->store, &outcome->run);
}

static void finish(App *app)
{
    Session *session = &app->session;
    if (session->is_recorded) return;
    session->is_recorded = true;
    app->platform->expect_quick_input(app->platform->self, false);
    app->model.outcome = (Outcome){.is_there = true};
    outcome_describe(&app->model.outcome, session);
    if (session->is_studied)
        app->model.outcome.moves =
            study_moves(&session->marks, app_study_deck(app), app->platform->wall_ms(app->platform->self));
    keep_run(app);
    app_refresh(app);
}

static void take_events(App *app, const EventList *events, int64_t now_ms)
{
    if (events->count == 0) return;
    session_see_events(&app->session, events, now_ms, app->platform);
    keep_facts(app);
    app->needs_frame = true;
    if (round_is_over(&app->session.round)) finish(app);
}

/* The ticket of the run is decided by the writer; only then the results say "saved" and show the rank. */
static void look_at_ticket(App *app)
{
    Session *session = &app->session;
    Outcome *outcome = &app->model.outcome;
    if (!session->is_recorded || session->run_ticket == 0 || outcome->saved == TICKET_SAVED) return;
    TicketState state = store_ticket(app->store, session->run_ticket);
    if (state == outcome->saved) return;
    outcome->saved = state;
    if (state == TICKET_SAVED) {
        outcome->run.id = store_ticket_run(app->store, session->run_ticket);
        outcome_rank(outcome, session, app->store);
        if (outcome->is_best) app->platform->play_sound(app->platform->self, SOUND_PERSONAL_BEST, 0);
    }
    app_refresh(app);
}

/* A match waits until its last pair has popped; a rush has shown its last answer already. */
int64_t app_results_ms(const App *app)
{
    const Session *session = &app->session;
    ScreenId shown = app_screen(app)->id;
    bool is_round = shown == SCREEN_MATCH || shown == SCREEN_RUSH;
    if (!is_round || !session->is_recorded || session->live.phase != LIVE_OVER) return INT64_MAX;
    if (shown == SCREEN_RUSH) return session->live.now_ms;
    bool is_reduced = app->model.settings.reduced_motion;
    return session->look.ended_ms + (is_reduced ? RESULTS_DELAY_REDUCED_MS : RESULTS_DELAY_MS);
}

static void show_results(App *app, int64_t now_ms)
{
    if (now_ms < app_results_ms(app)) return;
    app_close_screen(app);
    app_open_screen(app, SCREEN_RESULTS, (Str){0});
}

void app_advance_round(App *app, int64_t now_ms)
{
    Session *session = &app->session;
    if (!session->is_there) return;
    EventList events = {.count = 0};
    if (session->live.phase == LIVE_WAITING && now_ms >= session->go_at_ms) {
        app->platform->play_sound(app->platform->self, SOUND_GO, 0);
        session->go_wall_ms = app->platform->wall_ms(app->platform->self);
        session->look.go_ms = now_ms;
        live_begin(&session->live, now_ms, &events);
    }
    if (session->live.phase != LIVE_WAITING) live_advance(&session->live, now_ms, &events);
    take_events(app, &events, now_ms);
    session_hear_clock(session, now_ms, app->platform);
    look_at_ticket(app);
    show_results(app, now_ms);
}

void app_end_round(App *app)
{
    if (app->session.is_there && !app->session.is_recorded)
        app->platform->expect_quick_input(app->platform->self, false);
    session_end(&app->session);
    app->model.round = (CurrentRound){0};
    app->model.outcome = (Outcome){0};
}

/* The cards of a practice round, to be practised again; NULL after a round of the whole selection. */
static const uint32_t *practice_cards(App *app, uint32_t *count)
{
    const Pool *pool = &app->session.source.pool;
    if (!app->session.is_practice) return NULL;
    uint32_t *cards = ARENA_NEW_N(&app->scratch, uint32_t, pool->count);
    for (uint32_t i = 0; i < pool->count; i++) {
        cards[*count] = card_now(app, pool->cards[i]);
        *count += cards[*count] != DECK_NO_CARD;
    }
    return cards;
}

/* Closes the round or its results and starts another; the one before is gone, its answers are kept. */
static void start_over(App *app, bool is_practice)
{
    Err err = {0};
    Setup setup = app->session.round.setup;
    Str *tags = ARENA_NEW_N(&app->scratch, Str, setup.tag_count ? setup.tag_count : 1);
    for (uint32_t i = 0; i < setup.tag_count; i++) tags[i] = str_copy(&app->scratch, setup.tags[i]);
    setup.tags = tags;
    uint32_t card_count = 0;
    const uint32_t *cards = practice_cards(app, &card_count);
    app_close_screen(app);
    bool is_begun =
        is_practice ? begin_practice(app, &err) : begin(app, setup, app_seed(app), cards, card_count, &err);
    if (!is_begun) app_toast(app, "%s", err.text);
}

static void pause(App *app, const Intent *intent)
{
    Session *session = &app->session;
    EventList events = {.count = 0};
    LivePhase phase = session->live.phase;
    if (intent->kind == INTENT_RESUME) {
        live_resume(&session->live, intent->at_ms);
    } else if (phase == LIVE_OPEN || phase == LIVE_GUARD || phase == LIVE_REVEAL) {
        live_pause(&session->live, intent->at_ms, &events);
        take_events(app, &events, intent->at_ms);
    }
    app->needs_frame = true;
}

static void play_input(App *app, const Intent *intent)
{
    Session *session = &app->session;
    EventList events = {.count = 0};
    session->device = app->device;
    if (intent->kind == INTENT_PICK)
        live_pick(&session->live, intent->at_ms, (uint32_t)intent->number, &events);
    else if (intent->kind == INTENT_ANSWER)
        live_answer(&session->live, intent->at_ms, (uint32_t)intent->number, &events);
    else
        live_skip(&session->live, intent->at_ms, &events);
    take_events(app, &events, intent->at_ms);
}

void app_round_intent(App *app, const Intent *intent)
{
    Session *session = &app->session;
    if (!session->is_there) return;
    if (intent->kind == INTENT_GO) {
        if (session->live.phase == LIVE_WAITING) session->go_at_ms = intent->at_ms;
        app_advance_round(app, intent->at_ms);
    } else if (intent->kind == INTENT_PAUSE || intent->kind == INTENT_RESUME) {
        pause(app, intent);
    } else if (intent->kind == INTENT_AGAIN || intent->kind == INTENT_RESTART) {
        start_over(app, false);
    } else if (intent->kind == INTENT_PLAY_MISSED) {
        start_over(app, true);
    } else if (intent->kind == INTENT_GIVE_UP) {
        app_end_round(app);
        app_close_screen(app);
    } else {
        play_input(app, intent);
    }
}
