#include <math.h>

#include "ui/ui_state.h"

/* A finger that moved farther than this drags, it doesn't press. */
static const float DRAG_UNITS = 10;
static const float WHEEL_UNITS = 72; /* a line of the wheel: about one row */
static const float STOP_SPEED = 0.02f;
static const float GLIDE_MS = 325; /* time in which a glide's speed falls to 1/e */

static bool is_under(const UiWidget *w, Vec at)
{
    return rect_has(w->rect, at) && (rect_is_empty(w->clip) || rect_has(w->clip, at));
}

static const UiWidget *top_at(const Ui *ui, Vec at)
{
    const UiList *list = ui_before(ui);
    for (int i = list->count - 1; i >= 0; i--) {
        const UiWidget *w = &list->items[i];
        if (ui_is_live(ui, w) && is_under(w, at)) return w;
    }
    return NULL;
}

static const UiScroll *scroll_at(const Ui *ui, Vec at)
{
    const UiState *s = ui->state;
    const UiScrolls *scrolls = &s->scrolls[1 - s->at];
    for (int i = scrolls->count - 1; i >= 0; i--) {
        const UiScroll *scroll = &scrolls->items[i];
        if (scroll->scope != s->active_scope) continue;
        if (rect_has(rect_join(scroll->view, scroll->bar), at)) return scroll;
    }
    return NULL;
}

static const UiScroll *scroll_find(const Ui *ui, UiId id)
{
    const UiState *s = ui->state;
    const UiScrolls *scrolls = &s->scrolls[1 - s->at];
    for (int i = 0; i < scrolls->count; i++) {
        if (scrolls->items[i].id == id) return &scrolls->items[i];
    }
    return NULL;
}

static void press(Ui *ui, const InputEvent *event)
{
    UiPointer *p = &ui->state->pointer;
    const UiScroll *scroll = scroll_at(ui, event->at);
    *p = (UiPointer){.is_down = true, .pressed_at = event->at, .moved_ms = event->time_ms};
    if (scroll && !rect_is_empty(scroll->bar) && rect_has(rect_inset(scroll->bar, -6), event->at)) {
        p->dragged = scroll->id;
        p->is_bar = true;
        return;
    }
    const UiWidget *w = top_at(ui, event->at);
    if (!w) return;
    p->pressed = w->id;
    if (w->flags & UI_FOCUSABLE) ui_focus_set(ui, w);
    if (w->flags & UI_ACTS_ON_PRESS && !w->scroll) p->activated = w->id;
}

/* The bar's middle follows the pointer. */
static void drag_bar(Ui *ui, const UiScroll *scroll, Vec at)
{
    float part = (at.y - scroll->view.y) / scroll->view.h;
    float to = part * scroll->content_height - scroll->view.h / 2;
    scroll_by(ui, scroll, to - scroll->shown);
}

static void drag_finger(Ui *ui, const UiScroll *scroll, const InputEvent *event, Vec before)
{
    UiPointer *p = &ui->state->pointer;
    float dy = before.y - event->at.y;
    float ms = fmaxf(1, (float)(event->time_ms - p->moved_ms));
    p->speed = 0.5f * p->speed + 0.5f * dy / ms;
    p->moved_ms = event->time_ms;
    scroll_by(ui, scroll, dy);
}

static void start_drag(Ui *ui, const InputEvent *event)
{
    UiPointer *p = &ui->state->pointer;
    float dx = fabsf(event->at.x - p->pressed_at.x), dy = fabsf(event->at.y - p->pressed_at.y);
    const UiScroll *scroll = scroll_at(ui, p->pressed_at);
    if (!scroll || dy < DRAG_UNITS || dy < dx) return;
    p->dragged = scroll->id;
    p->pressed = 0;
}

static void move(Ui *ui, const InputEvent *event, Vec before)
{
    UiPointer *p = &ui->state->pointer;
    const UiWidget *w = top_at(ui, event->at);
    p->hovered = w ? w->id : 0;
    if (!p->is_down) return;
    if (!p->dragged && event->device == DEVICE_TOUCH) start_drag(ui, event);
    const UiScroll *scroll = p->dragged ? scroll_find(ui, p->dragged) : NULL;
    if (scroll && p->is_bar)
        drag_bar(ui, scroll, event->at);
    else if (scroll)
        drag_finger(ui, scroll, event, before);
}

static void release(Ui *ui, const InputEvent *event)
{
    UiPointer *p = &ui->state->pointer;
    const UiWidget *w = p->pressed ? ui_list_find(ui_before(ui), p->pressed) : NULL;
    bool was_on_press = w && w->flags & UI_ACTS_ON_PRESS && !w->scroll;
    if (w && is_under(w, event->at) && ui_is_live(ui, w) && !was_on_press) p->activated = w->id;
    bool has_stopped = event->time_ms - p->moved_ms > 80;
    if (p->dragged && !p->is_bar && !has_stopped && !ui->in.reduced_motion) p->gliding = p->dragged;
    p->is_down = false;
    p->pressed = p->dragged = 0;
}

void ui_pointer_act(Ui *ui, const Action *action)
{
    UiPointer *p = &ui->state->pointer;
    const InputEvent *event = &action->event;
    static const Vec NOWHERE = {-1e6f, -1e6f};
    Vec before = p->is_down ? p->last : NOWHERE;
    p->last = event->at;
    bool is_first_button = event->pointer_button <= 1;
    if (action->kind == ACTION_POINTER_DOWN && is_first_button) press(ui, event);
    if (action->kind == ACTION_POINTER_MOVE) move(ui, event, before);
    if (action->kind == ACTION_POINTER_UP && is_first_button && p->is_down) release(ui, event);
    if (action->kind == ACTION_WHEEL) {
        const UiScroll *scroll = scroll_at(ui, event->at);
        if (scroll) scroll_by(ui, scroll, -event->amount * WHEEL_UNITS);
    }
    p->last = event->at;
}

void ui_pointer_glide(Ui *ui)
{
    UiPointer *p = &ui->state->pointer;
    if (!p->gliding) return;
    const UiScroll *scroll = scroll_find(ui, p->gliding);
    float ms = (float)(ui->in.now_ms - p->moved_ms);
    if (!scroll || fabsf(p->speed) < STOP_SPEED) {
        p->gliding = 0;
        return;
    }
    if (ms > 0) {
        scroll_by(ui, scroll, p->speed * ms);
        p->speed *= expf(-ms / GLIDE_MS);
        p->moved_ms = ui->in.now_ms;
    }
    ui_keep_moving(ui);
}
