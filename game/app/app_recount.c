/* A deck's mastery is kept, never counted when it is looked at. As recall falls day by day, and as settings
   say what is due, it is brought up to the present once a day and when those settings change. */
#include <stdlib.h>

#include "app/app_state.h"

#define CHANGED "memory-changed" /* setting of a player: when, in Unix milliseconds */

static int64_t wall_ms(const App *app)
{
    return app->platform->wall_ms(app->platform->self);
}

static int64_t changed_ms(App *app)
{
    Str text = store_get_setting(app->store, app->model.player.id, CHANGED, &app->scratch);
    return text.size ? strtoll(text.data, NULL, 10) : 0;
}

static bool is_asked(App *app)
{
    StoreTicket asked = app->study.recount;
    return asked != 0 && store_ticket(app->store, asked) == TICKET_WAITING;
}

/* Where the clock was set back, times to come say nothing. */
static bool is_needed(App *app, int64_t recounted_ms)
{
    int64_t now_ms = wall_ms(app), changed = changed_ms(app);
    bool is_behind = changed <= now_ms && recounted_ms < changed;
    return is_behind || recounted_ms > now_ms || recounted_ms < app->model.day_start_ms;
}

void app_recount(App *app)
{
    const Model *model = &app->model;
    if (model->deck.state != DECK_READY || is_asked(app)) return;
    StoreMastery kept = store_mastery(app->store, model->player.id, model->deck.id);
    if (kept.cards == 0 || !is_needed(app, kept.recounted_ms)) return;
    app->study.recount = store_recount(app->store, model->player.id, model->deck.id, wall_ms(app));
}

/* The current deck at once, the others when they are opened. */
void app_recount_all(App *app)
{
    Str now = str_format(&app->scratch, "%lld", (long long)wall_ms(app));
    store_set_setting(app->store, app->model.player.id, CHANGED, now);
    app_study_reckon_anew(app);
}

/* Meanwhile another deck may have become the current one. What the store refused is not asked for at once. */
static bool take_recount(App *app)
{
    StoreTicket asked = app->study.recount;
    if (asked == 0 || is_asked(app)) return false;
    app->study.recount = 0;
    if (store_ticket(app->store, asked) != TICKET_SAVED) return false;
    app_recount(app);
    return true;
}

static bool take_answer(App *app)
{
    StoreTicket last = app->study.last_answer;
    if (last == app->study.seen || store_ticket(app->store, last) == TICKET_WAITING) return false;
    app->study.seen = last;
    return true;
}

void app_recount_news(App *app)
{
    ScreenId shown = app_screen(app)->id;
    bool is_shown = shown == SCREEN_DECK || shown == SCREEN_SESSIONS || shown == SCREEN_PROGRESS;
    bool is_recounted = take_recount(app), is_seen = take_answer(app);
    if (is_shown && (is_recounted || is_seen)) app_stale(app);
}
