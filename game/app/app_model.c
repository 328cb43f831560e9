#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "app/app_state.h"
#include "ui/format.h"

static void copy_text(char *to, size_t room, Str text)
{
    size_t size = text.size < room ? text.size : room - 1;
    if (size > 0) memcpy(to, text.data, size);
    to[size] = '\0';
}

static void refresh_time(App *app)
{
    const Platform *platform = app->platform;
    Model *model = &app->model;
    model->wall_ms = platform->wall_ms(platform->self);
    model->utc_offset_min = platform->utc_offset_min(platform->self, model->wall_ms);
    model->today = format_local_day(model->wall_ms, model->utc_offset_min);
    model->day_start_ms = (int64_t)model->today * 86400000 - (int64_t)model->utc_offset_min * 60000;
}

bool app_is_day_over(const App *app)
{
    const Platform *platform = app->platform;
    int64_t wall_ms = platform->wall_ms(platform->self);
    return format_local_day(wall_ms, platform->utc_offset_min(platform->self, wall_ms)) != app->model.today;
}

static void refresh_players(App *app)
{
    Model *model = &app->model;
    StorePlayer *players;
    model->player_count = store_players(app->store, &app->lists, &players);
    model->players = players;
    int64_t id = model->player.id;
    for (size_t i = 0; i < model->player_count; i++)
        if (players[i].id == id) model->player = players[i];
}

static void refresh_streak(App *app)
{
    StoreDay *days;
    size_t count = store_answer_days(app->store, app->model.player.id, &app->lists, &days);
    DayAnswers *answers = ARENA_NEW_N(&app->lists, DayAnswers, count ? count : 1);
    for (size_t i = 0; i < count; i++) answers[i] = (DayAnswers){days[i].day, (uint32_t)days[i].count};
    app->model.streak = day_streak(answers, (uint32_t)count, app->model.today);
}

/* The title of a deck on the shelf; empty if it is not there. */
static Str shelf_title(const ShelfEntry *entries, size_t count, Str id)
{
    for (size_t i = 0; i < count; i++)
        if (str_is(entries[i].id, id) && !entries[i].is_bad) return entries[i].title;
    return (Str){0};
}

/* A first player starts with the first shipped deck of the exam. */
static void refresh_last_deck(App *app)
{
    ShelfEntry *entries;
    size_t count = shelf_list(app->shelf, &app->lists, &entries);
    Str id = store_last_deck(app->store, app->model.player.id, &app->lists);
    Str title = shelf_title(entries, count, id);
    if (title.size == 0) {
        id = STR("aws-ai-practitioner");
        title = shelf_title(entries, count, id);
    }
    for (size_t i = 0; i < count && title.size == 0; i++) {
        if (entries[i].is_bad) continue;
        id = entries[i].id;
        title = entries[i].title;
    }
    copy_text(app->last_deck_id, sizeof app->last_deck_id, id);
    copy_text(app->last_deck_title, sizeof app->last_deck_title, title);
    app->model.last_deck_id = str_of(app->last_deck_id);
    app->model.last_deck_title = str_of(app->last_deck_title);
}

void app_refresh_trouble(App *app)
{
    Str sentence = {0};
    store_health(app->store, &app->scratch, &sentence);
    copy_text(app->trouble, sizeof app->trouble, sentence);
    app->model.trouble = str_of(app->trouble);
    if (strcmp(app->trouble, app->told_trouble) == 0) return;
    app->needs_frame = true;
    memcpy(app->told_trouble, app->trouble, sizeof app->told_trouble);
    if (sentence.size > 0) app_tell(app, TOAST_ERROR, sentence);
}

void app_refresh(App *app)
{
    arena_reset(&app->lists);
    refresh_time(app);
    refresh_players(app);
    refresh_streak(app);
    refresh_last_deck(app);
    app_refresh_trouble(app);
    app_recount(app);
    app_stale(app);
}

void app_apply_settings(App *app)
{
    Settings *settings = &app->model.settings;
    if (app->is_theme_given) settings->theme = app->given_theme;
    if (app->is_text_given) settings->text_percent = app->given_text;
    bool is_silent = settings->is_muted || app->is_mute_given;
    app->platform->set_volume(app->platform->self, is_silent ? 0 : settings->volume);
    app->needs_frame = true;
}

void app_choose_player(App *app, int64_t id)
{
    const Model *model = &app->model;
    for (size_t i = 0; i < model->player_count; i++) {
        if (model->players[i].id != id) continue;
        app_test_close(app); /* saves for the player before */
        app->model.player = model->players[i];
        app_cards_close(app);
        app_spaced_close(app);
        app_learn_close(app);
        app_study_forget(app);
        app_recall_setup(app);
        store_remember_player(app->store, id, &app->scratch);
        app->model.settings = settings_load(app->store, id, &app->scratch);
        app->model.outcome.is_there = false;
        app_apply_settings(app);
        app_refresh(app);
        return;
    }
}

void app_tell(App *app, ToastKind kind, Str text)
{
    toast_show(&app->toast, kind, text, app->platform->now_ms(app->platform->self));
    app->needs_frame = true;
}

void app_deck_made(App *app, Str id)
{
    snprintf(app->model.made.id, sizeof app->model.made.id, "%.*s", STR_FMT(id));
    app->model.made.count++;
}

void app_toast(App *app, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char text[sizeof app->toast.text];
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    app_tell(app, TOAST_NEWS, str_of(text));
}
