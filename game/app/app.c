#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app_state.h"
#include "base/file.h"

#define HELD_COUNTDOWN_MS 800  /* after coming back, where there is no countdown else */
#define SHELF_REFRESH_MS  2000 /* a changed deck file is noticed within this */

/* Beside the folder of the decks, so that moving into it never copies. */
static void set_bin_folder(App *app)
{
    Str beside = file_folder(&app->scratch, str_of(app->decks_folder));
    snprintf(app->bin_folder, sizeof app->bin_folder, "%s",
             file_join(&app->scratch, beside.data, "bin").data);
}

static void open_shelf(App *app, const AppOptions *options)
{
    ShelfFolder folders[3];
    size_t count = 0;
    if (options->shipped_decks) folders[count++] = (ShelfFolder){options->shipped_decks, SHELF_SHIPPED};
    Err err = {0};
    if (options->decks_folder) {
        snprintf(app->decks_folder, sizeof app->decks_folder, "%s", options->decks_folder);
        if (!file_make_folder(options->decks_folder, &err)) err_log("%s", err.text);
        set_bin_folder(app);
        folders[count++] = (ShelfFolder){options->decks_folder, SHELF_PLAYERS};
    }
    if (options->added_decks) folders[count++] = (ShelfFolder){options->added_decks, SHELF_ADDED};
    const Platform *platform = app->platform;
    app->shelf = shelf_open(folders, count);
    shelf_on_change(app->shelf, platform->wake, platform->self);
    app->loader = loader_open(&loaded_deck_job, app->shelf, platform->wake, platform->self);
    app->edit.loader = loader_open(&loaded_draft_job, app->data_folder, platform->wake, platform->self);
    app->edit.keeper = draft_keeper_open();
    app->work = work_queue_open(platform->wake, platform->self);
}

static void take_folders(App *app, const AppOptions *options)
{
    const char *home = options->home_folder, *downloads = options->downloads_folder;
    snprintf(app->home_folder, sizeof app->home_folder, "%s", home ? home : "/");
    snprintf(app->downloads_folder, sizeof app->downloads_folder, "%s",
             downloads ? downloads : app->home_folder);
    app->model.decks_folder = str_of(app->decks_folder);
    app->model.home_folder = str_of(app->home_folder);
    app->model.downloads_folder = str_of(app->downloads_folder);
}

App *app_open(const Platform *platform, const AppOptions *options)
{
    App *app = calloc(1, sizeof *app);
    if (!app) err_fatal("out of memory");
    app->platform = platform;
    app->store = options->store;
    app->is_autoplay = options->is_autoplay;
    app->is_mute_given = options->is_muted;
    app->given_text = options->text_percent;
    app->is_text_given = options->text_percent != 0;
    app->is_theme_given = options->theme && theme_find(str_of(options->theme), &app->given_theme);
    arena_init(&app->lists, 0);
    arena_init(&app->scratch, 0);
    arena_init(&app->wanted, 0);
    arena_init(&app->import.arena, 0);
    ui_init(&app->ui, platform);
    open_shelf(app, options);
    store_on_change(app->store, platform->wake, platform->self);
    app->view = platform->view(platform->self);
    app->model = (Model){
        .platform = platform, .store = app->store, .shelf = app->shelf, .version = STR(MATCHWICK_VERSION)};
    take_folders(app, options);
    app_backup_init(app);
    app_study_list(app);
    app_open_player(app, options->player);
    app_open_screen(app, SCREEN_TITLE, (Str){0});
    app_skip_transition(app); /* there is nothing that the first screen could fade over */
    return app;
}

void app_close(App *app)
{
    app_backup_close(app);
    app_test_close(app);
    session_end(&app->session);
    while (app->depth > 1) app_close_screen(app);
    free(app->stack[0].state);
    arena_deinit(&app->stack[0].arena);
    app_close_tools(app);
    app_edit_close(app);
    draft_keeper_close(app->edit.keeper);
    loader_close(app->edit.loader);
    loader_close(app->loader);
    app_import_close(app);
    app_cards_close(app);
    app_spaced_close(app);
    app_learn_close(app);
    app_study_forget(app);
    loaded_deck_free(app->deck);
    loaded_deck_free(app->round_deck);
    shelf_close(app->shelf);
    store_close(app->store);
    ui_deinit(&app->ui);
    arena_deinit(&app->lists);
    arena_deinit(&app->scratch);
    arena_deinit(&app->wanted);
    free(app);
}

static bool is_from_person(const InputEvent *event)
{
    switch ((int)event->kind) {
    case INPUT_KEY_DOWN:
    case INPUT_PAD_DOWN:
    case INPUT_POINTER_DOWN:
    case INPUT_POINTER_MOVE:
    case INPUT_WHEEL: return true;
    default: return false;
    }
}

/* A round that nobody looks at is paused; what was asked then says nothing about speed. */
static void leave_window(App *app, int64_t at_ms)
{
    app_spaced_look_away(app);
    app_test_look_away(app, at_ms);
    app->learn.lost_focus = true;
    if (!app->session.is_there) return;
    app->session.lost_focus = true;
    Intent pause = {.kind = INTENT_PAUSE, .at_ms = at_ms};
    app_apply(app, &pause);
}

static void flip(App *app, const char *key, bool is_on)
{
    Intent intent = {.kind = INTENT_SET, .text = str_of(key), .value = is_on ? STR("1") : STR("0")};
    app_apply(app, &intent);
}

/* Commands that mean the same on every screen but that where keys are chosen: there any key may be the
   answer. True if it was one. */
static bool handle_everywhere(App *app, const Action *action)
{
    if (app_screen(app)->id == SCREEN_BINDINGS) return false;
    if (action->kind != ACTION_COMMAND || action->event.is_repeat) return false;
    if (action->command == COMMAND_MUTE) {
        flip(app, "muted", !(app->model.settings.is_muted || app->is_mute_given));
        app_toast(app, app->model.settings.is_muted ? "Sound off" : "Sound on");
        return true;
    }
    if (action->command != COMMAND_FULLSCREEN) return false;
    flip(app, "fullscreen", !app->view.is_fullscreen);
    return true;
}

/* A countdown waits for the player: away from the window it stays at its first number. */
static void hold_countdown(App *app, int64_t now_ms)
{
    Session *session = &app->session;
    if (!app->is_away || !session->is_there || session->live.phase != LIVE_WAITING) return;
    session->go_at_ms =
        now_ms + (app->model.settings.has_countdown ? SESSION_COUNTDOWN_MS : HELD_COUNTDOWN_MS);
    session->countdown_told = 4;
    app->model.round.countdown_ms = session->go_at_ms;
}

/* Pads are heard without the focus, but then they play another game. True if the event is not for this one.
 */
static bool handle_away(App *app, const InputEvent *event)
{
    if (event->kind == INPUT_FOCUS_LOST) app->is_away = true;
    bool is_here = event->kind == INPUT_FOCUS_GAINED || event->kind == INPUT_KEY_DOWN ||
                   event->kind == INPUT_POINTER_DOWN;
    if (is_here) app->is_away = false;
    return app->is_away && event->kind == INPUT_PAD_DOWN;
}

/* What the window and the machine tell. True if it was no person's input. */
static bool handle_machine(App *app, const InputEvent *event)
{
    switch ((int)event->kind) {
    case INPUT_QUIT: app_quit(app); return true;
    case INPUT_DROP: app_import_drop(app); return true;
    case INPUT_RESIZED:
    case INPUT_EXPOSED:
    case INPUT_LAYOUT_CHANGED:
    case INPUT_PADS_CHANGED:
    case INPUT_WAKE:
        app->view = app->platform->view(app->platform->self);
        app->needs_frame = app->needs_frame || event->kind != INPUT_WAKE;
        app->has_news = app->has_news || event->kind == INPUT_WAKE;
        return true;
    case INPUT_FOCUS_LOST: leave_window(app, event->time_ms); return false;
    default: return false;
    }
}

void app_handle(App *app, const InputEvent *event)
{
    arena_reset(&app->scratch);
    if (handle_machine(app, event) || handle_away(app, event)) return;
    if (is_from_person(event) && app->device != event->device) {
        app->device = event->device;
        app->needs_frame = true;
    }
    if (app_follow(app)) return; /* what was meant is not there any more */
    hold_countdown(app, event->time_ms);
    app_advance_round(app, event->time_ms);
    app_test_advance(app, event->time_ms);
    Action action = input_translate(&app->model.settings.bindings, app_context(app), event);
    if (action.kind == ACTION_NONE || handle_everywhere(app, &action)) return;
    app_pass(app, &action);
    app->needs_frame = true;
}

/* News of other threads and of the clock. */
static void take_news(App *app, int64_t now_ms)
{
    if (app_take_deck(app)) app->needs_frame = true;
    if (app_take_tools(app)) app->needs_frame = true;
    if (app_edit_take(app)) app->needs_frame = true;
    if (app_save_take(app)) app->needs_frame = true;
    app_backup_news(app);
    uint32_t version = shelf_version(app->shelf);
    if (version != app->shelf_version) {
        app->shelf_version = version;
        app_refresh(app);
        app_renew_deck(app);
    }
    if (app->has_news) {
        app_refresh_trouble(app);
        app_recount_news(app);
        app_spaced_news(app);
    }
    app->has_news = false;
    app_import_news(app);
    app_keep_advance(app, now_ms);
    hold_countdown(app, now_ms);
    app_advance_round(app, now_ms);
    app_test_advance(app, now_ms);
}

/* The first look comes after the first frame: many decks would take the processor from it. */
static void look_at_shelf(App *app, int64_t now_ms)
{
    if (now_ms < app->refresh_ms || app->model.round.live) return;
    shelf_refresh(app->shelf);
    if (app_is_day_over(app)) app_refresh(app);
    app->refresh_ms = now_ms + SHELF_REFRESH_MS;
}

/* Text that was just laid out may have wanted a font that is not there. */
static void tell_notice(App *app)
{
    Err notice = {0};
    if (app->platform->take_notice(app->platform->self, &notice))
        app_tell(app, TOAST_ERROR, str_of(notice.text));
}

void app_draw(App *app)
{
    app->needs_frame = false;
    Action nothing = {.kind = ACTION_NONE};
    app_pass(app, &nothing);
    app->platform->present(app->platform->self, app->ui.draw);
    tell_notice(app);
}

void app_frame(App *app)
{
    arena_reset(&app->scratch);
    int64_t now_ms = app->platform->now_ms(app->platform->self);
    take_news(app, now_ms);
    if (app->needs_frame || app->frame.is_moving || now_ms >= app->frame.wake_at_ms) app_draw(app);
    look_at_shelf(app, now_ms);
}

static int64_t sooner(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

int64_t app_deadline_ms(const App *app)
{
    int64_t now_ms = app->platform->now_ms(app->platform->self);
    int64_t due = sooner(session_deadline(&app->session, now_ms), app_results_ms(app));
    return sooner(due, app_test_deadline_ms(app));
}

int64_t app_due_ms(const App *app)
{
    int64_t now_ms = app->platform->now_ms(app->platform->self);
    if (app->needs_frame) return now_ms;
    int64_t due = app->frame.is_moving ? app->ui.in.now_ms + app->view.frame_ms : app->frame.wake_at_ms;
    due = sooner(sooner(due, app_deadline_ms(app)), app_keep_due_ms(app));
    return app->model.round.live ? due : sooner(due, app->refresh_ms);
}

bool app_is_done(const App *app)
{
    return app->is_done;
}

/* Waits for an event until the next frame is due, then takes all that came. */
static void take_events(App *app)
{
    const Platform *platform = app->platform;
    int64_t wait = app_due_ms(app) - platform->now_ms(platform->self);
    int timeout = wait <= 0 ? 0 : wait > 3600000 ? 3600000 : (int)wait;
    InputEvent event;
    while (!app->is_done && platform->next_event(platform->self, timeout, &event)) {
        app_handle(app, &event);
        timeout = 0;
    }
}

void app_run(App *app)
{
    while (!app->is_done) {
        app_frame(app);
        take_events(app);
    }
}

void app_read_shelf(App *app)
{
    shelf_wait(app->shelf);
    app_refresh(app);
}

bool app_open_deck(App *app, Str name, Err *err)
{
    app_read_shelf(app);
    app_load_deck(app, name.size ? name : app->model.last_deck_id, false);
    app_install_deck(app, loader_wait(app->loader));
    if (app->model.deck.state == DECK_FAILED) return err_set(err, "%s", app->model.deck.error);
    app_open_screen(app, SCREEN_DECK, app->model.deck.id);
    return true;
}

bool app_start_round(App *app, const Setup *setup, uint64_t seed, Err *err)
{
    return app_begin_round(app, setup, seed, err);
}

void app_keep_window(App *app, Str place)
{
    store_set_setting(app->store, 0, "window", place);
}

const Model *app_model(const App *app)
{
    return &app->model;
}

const Ui *app_ui(const App *app)
{
    return &app->ui;
}

const ScreenKind *app_screen(const App *app)
{
    return app->stack[app->depth - 1].kind;
}
