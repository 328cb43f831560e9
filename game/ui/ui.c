#include "ui/ui.h"

#include <assert.h>
#include <string.h>

#include "ui/keys.h"
#include "ui/ui_state.h"

enum { FRAME_BLOCK = 256 * 1024, WIDGETS_FIRST = 256, GLIDES = 2048, KEPT = 512 };

UiId ui_id(const char *name)
{
    UiId id = str_hash(str_of(name), 0);
    return id ? id : 1;
}

UiId ui_id_index(UiId base, int64_t index)
{
    /* SplitMix64's finaliser: neighbours get distant ids */
    uint64_t z = base + ((uint64_t)index + 1) * UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    z ^= z >> 31;
    return z ? z : 1;
}

const char *ui_role_name(UiRole role)
{
    static const char *const names[ROLE_COUNT] = {"button", "tile",   "option", "chip",  "tab", "choice",
                                                  "toggle", "slider", "row",    "field", "key", "text"};
    assert(role < ROLE_COUNT);
    return names[role];
}

void ui_init(Ui *ui, const Platform *platform)
{
    Arena own;
    arena_init(&own, 0);
    UiState *s = ARENA_NEW(&own, UiState);
    s->own = own;
    for (int i = 0; i < 2; i++) {
        arena_init(&s->frames[i], FRAME_BLOCK);
        s->lists[i].capacity = WIDGETS_FIRST;
        s->lists[i].items = ARENA_NEW_N(&s->own, UiWidget, WIDGETS_FIRST);
    }
    keep_init(&s->glides, &s->own, GLIDES);
    keep_init(&s->kept, &s->own, KEPT);
    *ui = (Ui){.state = s, .platform = platform, .text = text_cache_open(platform)};
}

void ui_deinit(Ui *ui)
{
    text_cache_close(ui->text);
    arena_deinit(&ui->state->frames[0]);
    arena_deinit(&ui->state->frames[1]);
    Arena own = ui->state->own; /* the state lies in it */
    arena_deinit(&own);
    ui->state = NULL;
}

UiWidget *ui_list_find(const UiList *list, UiId id)
{
    for (int i = 0; i < list->count; i++) {
        if (list->items[i].id == id) return &list->items[i];
    }
    return NULL;
}

bool ui_is_live(const Ui *ui, const UiWidget *w)
{
    return w->scope == ui->state->active_scope && w->flags & (UI_FOCUSABLE | UI_POINTER);
}

static bool is_direction(const Action *action)
{
    return action->kind == ACTION_COMMAND && action->command >= COMMAND_UP &&
           action->command <= COMMAND_RIGHT;
}

static void begin_pass(Ui *ui)
{
    UiState *s = ui->state;
    s->pass++;
    s->at = 1 - s->at;
    Arena *frame = &s->frames[s->at];
    arena_reset(frame);
    draw_begin(&s->draws[s->at], frame);
    ui->frame = frame;
    ui->draw = &s->draws[s->at];
    s->lists[s->at].count = 0;
    s->scrolls[s->at].count = 0;
    s->depth = 0;
    s->newest_scope = 0;
    s->scroll = 0;
    s->clip = (Rect){0};
    s->is_consumed = s->is_moving = s->wants_pass = s->is_unmoved = s->is_focus_asked = s->is_settled = false;
    s->step_x = s->step_y = 0;
    s->wake_at_ms = INT64_MAX;
    s->sound_count = 0;
    s->pointer.activated = 0;
}

static void take_direction(Ui *ui, const Action *action)
{
    UiState *s = ui->state;
    const UiWidget *w = ui_list_find(ui_before(ui), s->focus);
    bool is_x = action->command == COMMAND_LEFT || action->command == COMMAND_RIGHT;
    int step = action->command == COMMAND_RIGHT || action->command == COMMAND_DOWN ? 1 : -1;
    /* a pad has no use for a cursor: its arrows leave a field */
    bool is_by_pad = action->event.kind == INPUT_PAD_DOWN && w && w->flags & UI_TAKES_TEXT;
    unsigned taking = is_x ? UI_TAKES_X : UI_TAKES_Y | (step < 0 ? UI_TAKES_UP : UI_TAKES_DOWN);
    if (w && ui_is_live(ui, w) && w->flags & taking && !is_by_pad) {
        *(is_x ? &s->step_x : &s->step_y) = step;
    } else if (ui_before(ui)->count == 0) {
        s->is_unmoved = true;
    } else {
        ui_focus_move(ui, ui_before(ui), action->command);
    }
}

static void take_action(Ui *ui, const Action *action)
{
    if (is_direction(action)) take_direction(ui, action);
    if (action->kind >= ACTION_POINTER_MOVE && action->kind <= ACTION_WHEEL) {
        ui->pointer = action->event.at;
        ui_pointer_act(ui, action);
    }
    if (action->kind == ACTION_FOCUS_LOST) ui->state->pointer.is_down = false;
}

void ui_begin(Ui *ui, const UiInput *input)
{
    assert(ui->platform && input->bindings);
    UiState *s = ui->state;
    ui->in = *input;
    ui->theme = theme_get(input->theme);
    begin_pass(ui);
    text_cache_frame(ui->text, input->view.scale);
    s->has_pad = ui->platform->pad_count(ui->platform->self) > 0;
    if (s->has_pad) s->pad_family = ui->platform->pad_family(ui->platform->self);
    if (input->screen != s->screen) ui_focus_enter(ui, input->screen);
    take_action(ui, &input->action);
    ui_pointer_glide(ui);
}

void ui_settle(Ui *ui)
{
    UiState *s = ui->state;
    assert(s->depth == 0 && s->scroll == 0);
    s->is_settled = true;
    if (s->newest_scope != s->active_scope) {
        ui_focus_remember(ui);
        s->active_scope = s->newest_scope;
        s->focus = 0;
        s->pointer.pressed = 0;
        s->wants_pass = true;
    }
    /* whoever took the action may have changed what was put before it, or closed a dialog */
    if (s->is_consumed) s->wants_pass = true;
    ui_focus_settle(ui);
    if (s->is_unmoved && ui_now(ui)->count > 0) {
        ui_focus_move(ui, ui_now(ui), ui->in.action.command);
        s->wants_pass = true;
    }
    ui_focus_remember(ui);
    ui_focus_ring(ui);
}

UiFrame ui_end(Ui *ui)
{
    UiState *s = ui->state;
    if (!s->is_settled) ui_settle(ui);
    return (UiFrame){.is_moving = s->is_moving,
                     .wants_pass = s->wants_pass,
                     .wake_at_ms = s->wake_at_ms,
                     .context = s->is_text ? INPUT_CONTEXT_TEXT : INPUT_CONTEXT_MENU,
                     .sounds = s->sounds,
                     .sound_count = s->sound_count};
}

static UiWidget *list_add(Ui *ui)
{
    UiList *list = ui_now(ui);
    if (list->count == list->capacity) {
        UiWidget *more = ARENA_NEW_N(&ui->state->own, UiWidget, (size_t)list->capacity * 2);
        memcpy(more, list->items, sizeof *more * (size_t)list->count);
        list->items = more;
        list->capacity *= 2;
    }
    return &list->items[list->count++];
}

static bool is_confirm(const Ui *ui)
{
    const Action *a = &ui->in.action;
    return !ui->state->is_consumed && a->kind == ACTION_COMMAND && a->command == COMMAND_CONFIRM;
}

static bool is_activated(Ui *ui, const UiWidget *w)
{
    UiState *s = ui->state;
    bool is_hit = s->pointer.activated == w->id || (s->focus == w->id && is_confirm(ui));
    if (is_hit) s->is_consumed = true;
    return is_hit || ui_triggered(ui, w->trigger);
}

static UiHit hit_of(Ui *ui, UiWidget *w)
{
    UiState *s = ui->state;
    UiHit hit = {0};
    if (!ui_is_live(ui, w)) return hit;
    if (s->focus == 0 && w->flags & UI_DEFAULT && !s->is_focus_asked) s->focus = w->id;
    bool is_on = is_activated(ui, w);
    if (is_on && w->flags & UI_FOCUSABLE && !(w->flags & UI_DISABLED)) s->focus = w->id;
    hit.is_activated = is_on && !(w->flags & UI_DISABLED);
    hit.is_focused = s->focus == w->id;
    hit.is_pressed = s->pointer.is_down && s->pointer.pressed == w->id && rect_has(w->rect, ui->pointer);
    hit.is_pointer_down = s->pointer.is_down && s->pointer.pressed == w->id;
    hit.is_hovered = ui->in.device == DEVICE_MOUSE && s->pointer.hovered == w->id && !s->pointer.is_down;
    if (hit.is_focused) {
        hit.step_x = s->step_x;
        hit.step_y = s->step_y;
    }
    return hit;
}

UiHit ui_widget(Ui *ui, const UiWidget *widget)
{
    UiState *s = ui->state;
    UiWidget *w = list_add(ui);
    *w = *widget;
    w->scope = s->depth ? s->scopes[s->depth - 1] : 0;
    w->scroll = s->scroll;
    w->clip = s->clip;
    w->label = str_copy(ui->frame, widget->label);
    w->value = str_copy(ui->frame, widget->value);
    UiHit hit = hit_of(ui, w);
    if (hit.is_focused) w->flags |= UI_FOCUSED;
    if (hit.is_pressed) w->flags |= UI_PRESSED;
    if (hit.is_hovered) w->flags |= UI_HOVERED;
    return hit;
}

void ui_note(Ui *ui, UiId id, Str text, Rect rect)
{
    ui_widget(ui, &(UiWidget){.id = id, .role = ROLE_TEXT, .label = text, .rect = rect});
}

const UiWidget *ui_widgets(const Ui *ui, int *count)
{
    const UiList *list = ui_now(ui)->count ? ui_now(ui) : ui_before(ui);
    *count = list->count;
    return list->items;
}

const UiWidget *ui_find_widget(const Ui *ui, UiId id)
{
    return ui_list_find(ui_now(ui)->count ? ui_now(ui) : ui_before(ui), id);
}

bool ui_is_scope_active(const Ui *ui)
{
    const UiState *s = ui->state;
    return (s->depth ? s->scopes[s->depth - 1] : 0) == s->active_scope;
}

bool ui_command(Ui *ui, Command command)
{
    const Action *a = &ui->in.action;
    if (ui->state->is_consumed || a->kind != ACTION_COMMAND || a->command != command) return false;
    if (!ui_is_scope_active(ui)) return false;
    ui_consume(ui);
    return true;
}

/* F1 to F12 write nothing: they are heard from within a field too. */
static bool writes(int key)
{
    return key < KEY_F1 || key > KEY_F1 + 11;
}

static bool is_chord(const InputEvent *e, UiTrigger trigger)
{
    int key = trigger.mods & MOD_CTRL ? input_shortcut_key(e) : e->key;
    return e->kind == INPUT_KEY_DOWN && e->mods == trigger.mods && key == trigger.key;
}

static bool is_own_key(const Ui *ui, UiTrigger trigger)
{
    const Action *a = &ui->in.action;
    const InputEvent *e = &a->event;
    bool is_key = a->kind == ACTION_KEY || (a->kind == ACTION_COMMAND && trigger.mods);
    if (!is_key) return false;
    if (trigger.mods && e->kind == INPUT_KEY_DOWN) return is_chord(e, trigger);
    if (a->kind != ACTION_KEY) return false;
    if (e->kind == INPUT_PAD_DOWN) return trigger.has_button && e->button == trigger.button;
    bool is_plain = !(e->mods & (MOD_CTRL | MOD_ALT | MOD_GUI));
    bool is_typing = ui->state->is_text && writes(e->key);
    return e->kind == INPUT_KEY_DOWN && is_plain && !is_typing && trigger.key != 0 && e->key == trigger.key;
}

/* A pad's button of a widget goes before the command that the button has in menus: X or Y of a results page.
 */
static bool is_own_button(const Ui *ui, UiTrigger trigger)
{
    const Action *a = &ui->in.action;
    return trigger.command == COMMAND_NONE && trigger.has_button && a->kind == ACTION_COMMAND &&
           a->event.kind == INPUT_PAD_DOWN && a->event.button == trigger.button && !a->event.is_repeat;
}

bool ui_triggered(Ui *ui, UiTrigger trigger)
{
    if (ui->state->is_consumed || !ui_is_scope_active(ui)) return false;
    if (trigger.command != COMMAND_NONE) return ui_command(ui, trigger.command);
    if (!is_own_key(ui, trigger) && !is_own_button(ui, trigger)) return false;
    ui_consume(ui);
    return true;
}

void ui_consume(Ui *ui)
{
    ui->state->is_consumed = true;
}

Action ui_free_action(const Ui *ui)
{
    if (ui->state->is_consumed || !ui_is_scope_active(ui)) return (Action){.kind = ACTION_NONE};
    return ui->in.action;
}

void ui_scope_begin(Ui *ui, UiId id)
{
    UiState *s = ui->state;
    assert(s->depth < UI_SCOPES_MAX);
    s->scopes[s->depth++] = id;
    s->newest_scope = id;
}

void ui_scope_end(Ui *ui)
{
    assert(ui->state->depth > 0);
    ui->state->depth--;
}

void ui_sound(Ui *ui, SoundCue cue, int step)
{
    UiState *s = ui->state;
    if (s->sound_count < UI_SOUNDS_MAX) s->sounds[s->sound_count++] = (UiSound){cue, step};
}
