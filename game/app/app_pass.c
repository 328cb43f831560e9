#include <string.h>

#include "app/app_state.h"
#include "screens/rush_question.h"

#define SCREEN_CHANGE_MS         180
#define SCREEN_CHANGE_REDUCED_MS 80
#define SCREEN_CHANGE_RISE       12.0f
#define MOST_PASSES              4 /* of one event: the first acts, the others settle focus and layout */

static ScreenSlot *top(App *app)
{
    return &app->stack[app->depth - 1];
}

static void load_stale(App *app, ScreenSlot *slot)
{
    if (!slot->is_stale) return;
    slot->is_stale = false;
    arena_reset(&slot->arena);
    if (slot->kind->load) slot->kind->load(slot->state, &slot->arena, &app->model, str_of(slot->argument));
}

InputContext app_context(const App *app)
{
    const CurrentRound *round = &app->model.round;
    const ScreenKind *kind = app_screen(app);
    if (app->frame.context == INPUT_CONTEXT_TEXT) return INPUT_CONTEXT_TEXT;
    if (kind->context_of) return kind->context_of(app->stack[app->depth - 1].state, &app->model);
    if (kind->context == INPUT_CONTEXT_MENU || !round->live) return INPUT_CONTEXT_MENU;
    bool is_hidden = round->live->phase == LIVE_PAUSED || round->live->phase == LIVE_WAITING;
    if (is_hidden) return INPUT_CONTEXT_MENU;
    bool is_many = kind->context == INPUT_CONTEXT_QUESTION && round->live->round->setup.options > RUSH_MANY;
    return is_many ? INPUT_CONTEXT_MANY : kind->context;
}

static UiInput input_of(App *app, const ScreenSlot *slot, const Action *action)
{
    const Settings *settings = &app->model.settings;
    return (UiInput){.action = *action,
                     .now_ms = app->platform->now_ms(app->platform->self),
                     .view = app->view,
                     .screen = slot->id,
                     .theme = settings->theme,
                     .text_percent = settings->text_percent,
                     .reduced_motion = settings->reduced_motion,
                     .device = app->device,
                     .bindings = &settings->bindings};
}

/* A screen that just came up fades in and rises a little; with reduced motion it only fades. */
static void begin_transition(App *app, const ScreenSlot *slot)
{
    Ui *ui = &app->ui;
    int length = ui->in.reduced_motion ? SCREEN_CHANGE_REDUCED_MS : SCREEN_CHANGE_MS;
    float part = ease(EASE_CUBIC_OUT, ui_progress(ui, slot->shown_ms, length, true));
    ui->draw->alpha = part;
    ui->draw->dy = ui->in.reduced_motion ? 0 : SCREEN_CHANGE_RISE * (1 - part);
}

void app_skip_transition(App *app)
{
    top(app)->shown_ms -= SCREEN_CHANGE_MS;
}

static void play_sounds(App *app)
{
    for (int i = 0; i < app->frame.sound_count; i++)
        app->platform->play_sound(app->platform->self, app->frame.sounds[i].cue, app->frame.sounds[i].step);
}

static Intent build(App *app, const Action *action)
{
    ScreenSlot *slot = top(app);
    load_stale(app, slot);
    UiInput input = input_of(app, slot, action);
    ui_begin(&app->ui, &input);
    begin_transition(app, slot);
    Intent intent = slot->kind->build(slot->state, &app->model, &app->ui);
    app->ui.draw->alpha = 1;
    app->ui.draw->dy = 0;
    ui_settle(&app->ui);
    toast_draw(&app->ui, &app->toast);
    app->frame = ui_end(&app->ui);
    play_sounds(app);
    return intent;
}

void app_pass(App *app, const Action *action)
{
    Action now = *action;
    for (int i = 0; i < MOST_PASSES; i++) {
        Intent intent = build(app, &now);
        if (intent.kind != INTENT_NONE) {
            if (intent.at_ms == 0)
                intent.at_ms = now.kind == ACTION_NONE ? app->ui.in.now_ms : now.event.time_ms;
            app_apply(app, &intent);
            if (app->is_done) return;
        } else if (!app->frame.wants_pass) {
            return;
        }
        now = (Action){.kind = ACTION_NONE};
    }
}
