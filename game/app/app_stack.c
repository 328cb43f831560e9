#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "app/app_state.h"

static ScreenSlot *top(App *app)
{
    assert(app->depth > 0);
    return &app->stack[app->depth - 1];
}

static void free_slot(App *app, ScreenSlot *slot)
{
    if (slot->kind->id == SCREEN_EDITOR) app_edit_close(app);
    ui_forget_focus(&app->ui, slot->id);
    free(slot->state);
    arena_deinit(&slot->arena);
}

static void shown(App *app)
{
    ScreenSlot *slot = top(app);
    slot->is_stale = true;
    app->plays_when_loaded = false; /* who went on meanwhile is not pulled back into a round */
    slot->shown_ms = app->platform->now_ms(app->platform->self);
    app->needs_frame = true;
}

/* A screen that is open below comes up anew instead of a second time, and those above it go: hub and
   leaderboard lead to each other without end. */
static void close_for(App *app, ScreenId screen)
{
    int at = 0;
    while (at < app->depth && app->stack[at].kind->id != screen) at++;
    while (app->depth > at) {
        if (top(app)->kind->id == SCREEN_RESULTS) app_end_round(app);
        free_slot(app, top(app));
        app->depth--;
    }
}

void app_open_screen(App *app, ScreenId screen, Str argument)
{
    ScreenSlot slot = {.kind = screen_kind(screen)};
    slot.state = calloc(1, slot.kind->state_size ? slot.kind->state_size : 1);
    if (!slot.state) err_fatal("out of memory");
    arena_init(&slot.arena, 0);
    size_t size = argument.size < sizeof slot.argument ? argument.size : sizeof slot.argument - 1;
    if (size > 0) memcpy(slot.argument, argument.data, size); /* may lie in a screen that goes now */
    close_for(app, screen);
    assert(app->depth < APP_MAX_DEPTH);
    slot.id = ui_id_index(ui_id(slot.kind->name), app->depth + 1);
    app->stack[app->depth++] = slot;
    shown(app);
}

void app_close_screen(App *app)
{
    if (app->depth <= 1) return;
    free_slot(app, top(app));
    app->depth--;
    shown(app);
}

void app_home(App *app)
{
    while (app->depth > 1) {
        free_slot(app, top(app));
        app->depth--;
    }
    if (app->depth == 1) shown(app);
}

void app_stale(App *app)
{
    for (int i = 0; i < app->depth; i++) app->stack[i].is_stale = true;
    app->needs_frame = true;
}
