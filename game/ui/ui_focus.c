#include <assert.h>

#include "ui/focus.h"
#include "ui/ui_state.h"

enum { RING_MS = 90 };

#define OUT_OF_VIEW 0.01f /* of a distance beyond the edge is left */

static bool can_focus(const Ui *ui, const UiWidget *w)
{
    return ui_is_live(ui, w) && w->flags & UI_FOCUSABLE;
}

UiId ui_focused(const Ui *ui)
{
    return ui->state->focus;
}

void ui_focus(Ui *ui, UiId id)
{
    ui->state->focus = id;
    ui->state->is_focus_asked = true;
    const UiWidget *w = ui_list_find(ui_before(ui), id);
    if (w) scroll_show(ui, &ui->state->scrolls[1 - ui->state->at], w);
}

/* By an arrow or the pointer: heard, and brought into view. */
void ui_focus_set(Ui *ui, const UiWidget *widget)
{
    UiState *s = ui->state;
    if (s->focus == widget->id) return;
    s->focus = widget->id;
    s->focus_rect = widget->rect;
    ui_sound(ui, SOUND_FOCUS, 0);
}

static UiPlace *find_place(UiState *s, UiId screen, UiId scope)
{
    for (int i = 0; i < UI_PLACES_MAX; i++) {
        UiPlace *p = &s->places[i];
        if (p->focus && p->screen == screen && p->scope == scope) return p;
    }
    return NULL;
}

void ui_focus_remember(Ui *ui)
{
    UiState *s = ui->state;
    if (!s->focus) return;
    UiPlace *place = find_place(s, s->screen, s->active_scope);
    for (int i = 0; i < UI_PLACES_MAX && !place; i++) {
        if (!s->places[i].focus) place = &s->places[i];
    }
    for (int i = 0; i < UI_PLACES_MAX && !place; i++) {
        if (s->places[i].pass < s->pass - 1) place = &s->places[i]; /* forgets some screen left before */
    }
    if (place) *place = (UiPlace){s->screen, s->active_scope, s->focus, s->pass};
}

void ui_forget_focus(Ui *ui, UiId screen)
{
    UiState *s = ui->state;
    for (int i = 0; i < UI_PLACES_MAX; i++) {
        if (s->places[i].screen == screen) s->places[i] = (UiPlace){0};
    }
    if (s->screen == screen) s->focus = 0;
}

void ui_focus_enter(Ui *ui, UiId screen)
{
    UiState *s = ui->state;
    ui_before(ui)->count = 0;
    s->scrolls[1 - s->at].count = 0;
    s->screen = screen;
    s->active_scope = 0;
    s->pointer = (UiPointer){0};
    s->ring_id = 0;
    UiPlace *place = find_place(s, screen, 0);
    s->focus = place ? place->focus : 0;
    s->is_focus_asked = place != NULL;
}

static float squeezed(float y, float top, float bottom)
{
    if (y < top) return top - (top - y) * OUT_OF_VIEW;
    return y > bottom ? bottom + (y - bottom) * OUT_OF_VIEW : y;
}

/* Seen from beside an area, what it has scrolled out of view lies at its edge, in its order: were it where
   its place would be, an arrow would lead to what nobody sees. */
static Rect place_of(const Ui *ui, const UiWidget *w)
{
    Rect place = w->rect;
    if (!w->scroll || w->scroll == ui->state->focus_scroll || rect_is_empty(w->clip)) return place;
    float top = w->clip.y, bottom = w->clip.y + w->clip.h;
    place.y = squeezed(w->rect.y, top, bottom);
    place.h = squeezed(w->rect.y + w->rect.h, top, bottom) - place.y;
    return place;
}

/* Those that the focus may go to, in the order of the list. */
typedef struct {
    const UiWidget **widgets;
    FocusSpot *spots;
    int count, from;
} Spots;

static Spots spots_of(const Ui *ui, const UiList *list)
{
    Spots spots = {.from = -1};
    spots.widgets = ARENA_NEW_N(ui->frame, const UiWidget *, (size_t)list->count + 1);
    spots.spots = ARENA_NEW_N(ui->frame, FocusSpot, (size_t)list->count + 1);
    for (int i = 0; i < list->count; i++) {
        const UiWidget *w = &list->items[i];
        if (!can_focus(ui, w)) continue;
        if (w->id == ui->state->focus) spots.from = spots.count;
        spots.widgets[spots.count] = w;
        spots.spots[spots.count++] =
            (FocusSpot){place_of(ui, w), (w->flags & UI_TAKES_X) != 0, (w->flags & UI_TAKES_Y) != 0};
    }
    return spots;
}

static FocusWay way_of(Command command)
{
    if (command == COMMAND_UP) return FOCUS_UP;
    if (command == COMMAND_DOWN) return FOCUS_DOWN;
    return command == COMMAND_LEFT ? FOCUS_LEFT : FOCUS_RIGHT;
}

/* Coming from outside a group leads to its selected widget. */
static const UiWidget *of_group(const Spots *spots, const UiWidget *from, const UiWidget *to)
{
    if (!to->group || to->group == from->group) return to;
    for (int i = 0; i < spots->count; i++) {
        const UiWidget *w = spots->widgets[i];
        if (w->group == to->group && w->flags & UI_SELECTED) return w;
    }
    return to;
}

/* Rows beyond those built are no place to wrap to, and a held key stops at the end. */
static bool may_wrap(const Ui *ui, const UiScrolls *scrolls, const UiWidget *from, const UiWidget *to)
{
    if (ui->in.action.event.is_repeat) return false;
    return !(from->scroll && from->scroll == to->scroll && scroll_is_long(scrolls, from->scroll));
}

void ui_focus_move(Ui *ui, const UiList *list, Command command)
{
    const UiScrolls *scrolls = &ui->state->scrolls[list == ui_now(ui) ? ui->state->at : 1 - ui->state->at];
    Spots spots = spots_of(ui, list);
    if (spots.count == 0 || ui->state->is_consumed) return;
    ui_consume(ui);
    if (spots.from < 0) {
        int nearest = focus_nearest(spots.spots, spots.count, ui->state->focus_rect);
        ui_focus_set(ui, spots.widgets[nearest]);
        return;
    }
    const FocusLinks *links = focus_links(spots.spots, spots.count, ui->frame);
    FocusWay way = way_of(command);
    const FocusLinks *here = &links[spots.from];
    const UiWidget *from = spots.widgets[spots.from], *to = spots.widgets[here->to[way]];
    if (here->is_wrap[way] && !may_wrap(ui, scrolls, from, to)) return;
    to = of_group(&spots, from, to);
    ui_focus_set(ui, to);
    scroll_show(ui, scrolls, to);
}

static int find_default(const Spots *spots)
{
    for (int i = 0; i < spots->count; i++) {
        if (spots->widgets[i]->flags & UI_DEFAULT) return i;
    }
    return 0;
}

/* A row that scrolled away is followed by one of its list. */
static int nearest_of_area(const Ui *ui, const Spots *spots)
{
    FocusSpot *same = ARENA_NEW_N(ui->frame, FocusSpot, (size_t)spots->count);
    int *index = ARENA_NEW_N(ui->frame, int, (size_t)spots->count);
    int count = 0;
    for (int i = 0; i < spots->count; i++) {
        if (!ui->state->focus_scroll || spots->widgets[i]->scroll != ui->state->focus_scroll) continue;
        index[count] = i;
        same[count++] = spots->spots[i];
    }
    if (count) return index[focus_nearest(same, count, ui->state->focus_rect)];
    return focus_nearest(spots->spots, spots->count, ui->state->focus_rect);
}

/* Which of the spots has the focus now that its widget is gone, or that nothing had it yet. */
static int successor(const Ui *ui, const Spots *spots)
{
    UiState *s = ui->state;
    UiPlace *place = s->focus ? NULL : find_place(s, s->screen, s->active_scope);
    for (int i = 0; i < spots->count && place; i++) {
        if (spots->widgets[i]->id == place->focus) return i;
    }
    bool was_here = s->focus && !s->is_focus_asked && !rect_is_empty(s->focus_rect);
    return was_here ? nearest_of_area(ui, spots) : find_default(spots);
}

static void note_text(Ui *ui, const UiWidget *w)
{
    UiState *s = ui->state;
    const Platform *p = ui->platform;
    s->is_text = w && w->flags & UI_TAKES_TEXT;
    bool is_same = s->is_text && w->rect.x == s->text_rect.x && w->rect.y == s->text_rect.y;
    if (s->is_text && !(s->is_text_started && is_same)) {
        s->text_rect = w->rect;
        p->start_text_input(p->self, w->rect);
    } else if (!s->is_text && s->is_text_started) {
        p->stop_text_input(p->self);
    }
    s->is_text_started = s->is_text;
}

void ui_focus_settle(Ui *ui)
{
    UiState *s = ui->state;
    Spots spots = spots_of(ui, ui_now(ui));
    if (spots.count == 0) {
        note_text(ui, NULL);
        return;
    }
    if (spots.from < 0) {
        spots.from = successor(ui, &spots);
        s->focus = spots.widgets[spots.from]->id;
        bool is_scrolled = ui->in.action.kind == ACTION_WHEEL || s->pointer.dragged || s->pointer.gliding;
        if (!is_scrolled) scroll_show(ui, &s->scrolls[s->at], spots.widgets[spots.from]);
        s->wants_pass = true;
    }
    const UiWidget *w = spots.widgets[spots.from];
    s->focus_rect = w->rect;
    s->focus_scroll = w->scroll;
    note_text(ui, w);
}

static float between(float a, float b, float t)
{
    return a + (b - a) * t;
}

/* The ring glides from where it was to where the widget is now, even if that moves. */
static Rect ring_now(Ui *ui, const UiWidget *w)
{
    UiState *s = ui->state;
    if (s->ring_id != w->id) {
        s->ring_from = s->ring_id ? s->ring : w->rect;
        s->ring_start_ms = ui->in.now_ms;
        s->ring_id = w->id;
    }
    float t = ease(EASE_CUBIC_OUT, ui_progress(ui, s->ring_start_ms, RING_MS, false));
    Rect a = s->ring_from, b = w->rect;
    s->ring = (Rect){between(a.x, b.x, t), between(a.y, b.y, t), between(a.w, b.w, t), between(a.h, b.h, t)};
    return s->ring;
}

void ui_focus_ring(Ui *ui)
{
    UiState *s = ui->state;
    const UiWidget *w = ui_list_find(ui_now(ui), s->focus);
    if (!w || w->flags & UI_NO_RING || ui->in.device == DEVICE_TOUCH) {
        s->ring_id = 0;
        return;
    }
    const Theme *theme = ui->theme;
    float out = theme->ring_gap + theme->ring_width;
    Rect rect = rect_inset(ring_now(ui, w), -out);
    Rect clip = rect_inset(w->clip, -2 * out);
    bool is_clipped = !rect_is_empty(w->clip);
    if (is_clipped) draw_clip(ui->draw, clip);
    draw_layer(ui->draw, draw_layer_identity(rect));
    draw_shape(ui->draw, (DrawShape){.rect = rect,
                                     .radius = w->radius + out,
                                     .border = theme->ring_width,
                                     .border_color = theme_color(theme, TOKEN_FOCUS)});
    draw_layer_end(ui->draw);
    if (is_clipped) draw_clip_end(ui->draw);
}
