#include <stdio.h>

#include "app/app_state.h"

/* What is remembered for the deck: the variant played, its options, and those of the other mode as they were.
 */
static void remember(App *app, const Setup *played)
{
    Setup kept = app->model.deck.setup;
    kept.mode = played->mode;
    kept.variant = played->variant;
    app_save_setup(app, &kept);
}

static void play(App *app, const Setup *wanted)
{
    Err err = {0};
    Setup setup = *wanted;
    setup.timing = app_timing(app, &setup);
    remember(app, wanted);
    if (!app_begin_round(app, &setup, app_seed(app), &err)) app_toast(app, "%s", err.text);
}

static void open_deck(App *app, Str id)
{
    bool is_there = app->model.deck.state == DECK_READY && str_is(app->model.deck.id, id);
    if (!is_there) app_load_deck(app, id, false);
    app_open_screen(app, SCREEN_DECK, id);
}

/* How the memory is reckoned, or how Spaced asks. */
static void take_study_setting(App *app, Str key)
{
    bool is_of_memory = str_is(key, STR("retention")) || str_is(key, STR("memory"));
    bool is_of_spaced =
        str_is(key, STR("new-cards")) || str_is(key, STR("reviews")) || str_is(key, STR("rollover"));
    if (is_of_memory) app_recount_all(app);
    if (is_of_memory || is_of_spaced) app_spaced_restart(app);
}

static void set(App *app, const Intent *intent)
{
    Err err = {0};
    Settings *settings = &app->model.settings;
    if (!settings_set(settings, app->store, app->model.player.id, intent->text, intent->value, &err)) {
        app_toast(app, "%s", err.text);
        return;
    }
    if (str_is(intent->text, STR("theme"))) app->is_theme_given = false;
    if (str_is(intent->text, STR("text"))) app->is_text_given = false;
    if (str_is(intent->text, STR("muted")) || str_is(intent->text, STR("volume"))) app->is_mute_given = false;
    if (str_is(intent->text, STR("fullscreen")))
        app->platform->set_fullscreen(app->platform->self, settings->is_fullscreen);
    app_apply_settings(app);
    take_study_setting(app, intent->text);
    app_stale(app);
}

static void bind(App *app, const Intent *intent)
{
    Bindings *bindings = &app->model.settings.bindings;
    Command taken = COMMAND_NONE;
    if (intent->kind == INTENT_RESET_BINDINGS)
        bindings_default(bindings);
    else if (intent->kind == INTENT_BIND_KEY)
        taken = bindings_set_key(bindings, intent->command, 0, (int)intent->number);
    else
        taken = bindings_set_button(bindings, intent->command, (PadButton)intent->number);
    if (taken != COMMAND_NONE) app_toast(app, "Taken from \"%s\"", command_label(taken));
    Str text = bindings_save(bindings, &app->scratch);
    store_set_setting(app->store, app->model.player.id, "bindings", text);
    app_stale(app);
}

static void clear_board(App *app, const BoardKey *board)
{
    Err err = {0};
    if (!store_clear_board(app->store, board, &err)) app_toast(app, "%s", err.text);
    app_refresh(app);
}

void app_show_folder(App *app, Str folder)
{
    Err err = {0};
    Str path = str_copy(&app->scratch, folder);
    if (app->platform->open_folder(app->platform->self, path.data, &err)) return;
    app_toast(app, "The folder is %s (%s)", path.data, err.text);
}

static void screen_intent(App *app, const Intent *intent)
{
    switch ((int)intent->kind) {
    case INTENT_QUIT: app_quit(app); break;
    case INTENT_BACK:
        if (app_screen(app)->id == SCREEN_RESULTS) app_end_round(app);
        app_close_screen(app);
        break;
    case INTENT_HOME:
        app_end_round(app);
        app_home(app);
        break;
    case INTENT_OPEN:
        if (intent->screen == SCREEN_BACKUP) app_backup_open(app);
        app_open_screen(app, intent->screen, intent->text);
        if (intent->screen == SCREEN_LIBRARY) app_keep_tell_new(app);
        break;
    case INTENT_RELOAD: app->stack[app->depth - 1].is_stale = true; break;
    case INTENT_OPEN_DECK: open_deck(app, intent->text); break;
    case INTENT_PLAY: play(app, &intent->setup); break;
    case INTENT_QUICK_PLAY:
        app_load_deck(app, intent->text.size ? intent->text : app->model.last_deck_id, true);
        break;
    case INTENT_PLAY_CARDS: app_play_cards(app, intent); break;
    case INTENT_SET: set(app, intent); break;
    case INTENT_CLEAR_BOARD: clear_board(app, &intent->board); break;
    case INTENT_OPEN_DECKS_FOLDER: app_show_folder(app, str_of(app->decks_folder)); break;
    case INTENT_REFRESH_SHELF: shelf_refresh(app->shelf); break;
    case INTENT_SET_SETUP:
        app_save_setup(app, &intent->setup);
        app_cards_choose(app);
        app_spaced_restart(app);
        app_stale(app);
        break;
    default: break;
    }
}

void app_apply(App *app, const Intent *intent)
{
    app->needs_frame = true;
    switch (intent->kind) {
    case INTENT_AGAIN:
    case INTENT_GO:
    case INTENT_PICK:
    case INTENT_ANSWER:
    case INTENT_SKIP:
    case INTENT_PAUSE:
    case INTENT_RESUME:
    case INTENT_RESTART:
    case INTENT_GIVE_UP:
    case INTENT_PLAY_MISSED: app_round_intent(app, intent); break;
    case INTENT_STUDY_OPEN:
    case INTENT_KNOW_DECK:
    case INTENT_STUDY: app_study_intent(app, intent); break;
    case INTENT_CHOOSE_PLAYER:
    case INTENT_ADD_PLAYERS:
    case INTENT_CHANGE_PLAYER:
    case INTENT_REMOVE_PLAYER:
    case INTENT_EXPORT_PLAYER: app_player_intent(app, intent); break;
    case INTENT_BIND_KEY:
    case INTENT_BIND_BUTTON:
    case INTENT_RESET_BINDINGS: bind(app, intent); break;
    case INTENT_IMPORT_FILE:
    case INTENT_IMPORT_PASTE:
    case INTENT_IMPORT_CHOOSE:
    case INTENT_IMPORT_WRITE:
    case INTENT_IMPORT_LEAVE: app_import_intent(app, intent); break;
    case INTENT_BACKUP: app_backup_intent(app, intent); break;
    case INTENT_EDIT_DECK:
    case INTENT_NEW_DECK:
    case INTENT_EDIT: app_edit_intent(app, intent); break;
    case INTENT_DECK_TOOL: app_tool_intent(app, intent); break;
    case INTENT_NONE:
    case INTENT_QUIT:
    case INTENT_BACK:
    case INTENT_HOME:
    case INTENT_OPEN:
    case INTENT_RELOAD:
    case INTENT_OPEN_DECK:
    case INTENT_PLAY:
    case INTENT_QUICK_PLAY:
    case INTENT_PLAY_CARDS:
    case INTENT_SET:
    case INTENT_CLEAR_BOARD:
    case INTENT_OPEN_DECKS_FOLDER:
    case INTENT_REFRESH_SHELF:
    case INTENT_SET_SETUP: screen_intent(app, intent); break;
    }
}
