#include "ui/scroll.h"

#include <assert.h>
#include <math.h>

#include "ui/keys.h"
#include "ui/ui_state.h"

enum { BAR = 6, BAR_ROOM = 14, GLIDE_MS = 120, RING_ROOM = 6 };

float scroll_bar_width(void)
{
    return BAR_ROOM;
}

static float clamp(float v, float low, float high)
{
    return fminf(fmaxf(v, low), fmaxf(low, high));
}

/* Whole pixels, so that what scrolls keeps its pictures. */
static float snapped(const Ui *ui, float v)
{
    float scale = ui->in.view.scale > 0 ? ui->in.view.scale : 1;
    return roundf(v * scale) / scale;
}

static UiId glide_id(UiId id)
{
    return ui_id_index(id, 1);
}

static float furthest(const UiScroll *scroll)
{
    return fmaxf(0, scroll->content_height - scroll->view.h);
}

/* At once, as far as there is content: a finger, a wheel, the bar. */
void scroll_by(Ui *ui, const UiScroll *scroll, float by)
{
    float *offset = ui_keep(ui, scroll->id, 0);
    *offset = clamp(*offset + by, 0, furthest(scroll));
}

static const UiScroll *find(const UiScrolls *scrolls, UiId id)
{
    for (int i = 0; i < scrolls->count; i++) {
        if (scrolls->items[i].id == id) return &scrolls->items[i];
    }
    return NULL;
}

bool scroll_is_long(const UiScrolls *scrolls, UiId id)
{
    const UiScroll *scroll = find(scrolls, id);
    return scroll && furthest(scroll) > 0;
}

void scroll_show(Ui *ui, const UiScrolls *scrolls, const UiWidget *widget)
{
    const UiScroll *scroll = widget->scroll ? find(scrolls, widget->scroll) : NULL;
    if (!scroll) return;
    float *offset = ui_keep(ui, scroll->id, 0);
    float top = widget->rect.y - scroll->view.y + scroll->shown - RING_ROOM;
    float bottom = top + widget->rect.h + 2 * RING_ROOM;
    float to = *offset;
    if (bottom > to + scroll->view.h) to = bottom - scroll->view.h;
    if (top < to) to = top;
    *offset = clamp(to, 0, furthest(scroll));
}

static void draw_bar(Ui *ui, UiScroll *scroll)
{
    if (furthest(scroll) <= 0) return;
    float length = fmaxf(32, scroll->view.h * scroll->view.h / scroll->content_height);
    float at = scroll->shown / furthest(scroll) * (scroll->view.h - length);
    float x = scroll->view.x + scroll->view.w - BAR;
    scroll->bar = (Rect){x, scroll->view.y, BAR, scroll->view.h};
    draw_rect(ui->draw, scroll->bar, BAR / 2.0f, ui_color(ui, TOKEN_WELL));
    draw_rect(ui->draw, (Rect){x, scroll->view.y + snapped(ui, at), BAR, length}, BAR / 2.0f,
              ui_color(ui, TOKEN_LINE2));
}

Rect scroll_begin(Ui *ui, UiId id, Rect view, float content_height)
{
    UiState *s = ui->state;
    UiScrolls *scrolls = &s->scrolls[s->at];
    assert(!s->scroll && scrolls->count < UI_SCROLLS_MAX);
    UiScroll *scroll = &scrolls->items[scrolls->count++];
    *scroll = (UiScroll){.id = id, .view = view, .content_height = content_height};
    scroll->scope = s->depth ? s->scopes[s->depth - 1] : 0;
    float *offset = ui_keep(ui, id, 0);
    *offset = clamp(*offset, 0, furthest(scroll));
    bool is_direct = s->pointer.dragged == id || s->pointer.gliding == id;
    float shown = ui_animate(ui, glide_id(id), *offset, is_direct ? 0 : GLIDE_MS, EASE_CUBIC_OUT);
    scroll->shown = snapped(ui, shown);
    draw_bar(ui, scroll);
    s->scroll = id;
    s->clip = rect_inset(view, -RING_ROOM);
    draw_clip(ui->draw, s->clip);
    bool has_bar = furthest(scroll) > 0;
    return (Rect){view.x, view.y - scroll->shown, view.w - (has_bar ? BAR_ROOM : 0), content_height};
}

void scroll_end(Ui *ui)
{
    assert(ui->state->scroll);
    ui->state->scroll = 0;
    ui->state->clip = (Rect){0};
    draw_clip_end(ui->draw);
}

static int columns_of(const ScrollList *list)
{
    return list->columns > 1 ? list->columns : 1;
}

static float pitch(const ScrollList *list)
{
    return list->row_height + list->gap;
}

static float content_height(const ScrollList *list)
{
    int lines = (list->count + columns_of(list) - 1) / columns_of(list);
    return lines > 0 ? (float)lines * pitch(list) - list->gap : 0;
}

static int focused_index(Ui *ui, const ScrollList *list)
{
    const float *kept = ui_keep(ui, ui_id_index(list->id, -1), -1);
    int guess = (int)*kept;
    if (guess >= 0 && guess < list->count && ui_id_index(list->id, guess) == ui_focused(ui)) return guess;
    for (int i = 0; i < list->count; i++) {
        if (ui_id_index(list->id, i) == ui_focused(ui)) return i;
    }
    return -1;
}

void scroll_list_show(Ui *ui, const ScrollList *list, int index)
{
    float *offset = ui_keep(ui, list->id, 0);
    float top = (float)(index / columns_of(list)) * pitch(list);
    if (top - RING_ROOM < *offset) *offset = fmaxf(0, top - RING_ROOM);
    float bottom = top + list->row_height + RING_ROOM;
    if (bottom > *offset + list->view.h) *offset = bottom - list->view.h;
    ui_jump(ui, glide_id(list->id), *offset); /* its row must be built in this pass */
}

void scroll_list_focus(Ui *ui, const ScrollList *list, int index)
{
    if (index < 0 || index >= list->count) return;
    ui_focus(ui, ui_id_index(list->id, index));
    scroll_list_show(ui, list, index);
}

static int key_of(const Ui *ui)
{
    Action a = ui_free_action(ui);
    return a.kind == ACTION_KEY && a.event.kind == INPUT_KEY_DOWN && !ui->state->is_text ? a.event.key : 0;
}

/* Where a page or end key leads from `at`; -1: no such key. */
static int page_target(Ui *ui, const ScrollList *list, int at)
{
    int lines = (int)(list->view.h / pitch(list));
    int by = (lines > 1 ? lines - 1 : 1) * columns_of(list);
    if (list->takes_pages && ui_command(ui, COMMAND_PAGE_PREVIOUS)) return at - by < 0 ? 0 : at - by;
    if (list->takes_pages && ui_command(ui, COMMAND_PAGE_NEXT))
        return at + by >= list->count ? list->count - 1 : at + by;
    int key = key_of(ui);
    if (key == KEY_HOME || key == KEY_END) ui_consume(ui);
    if (key == KEY_HOME) return 0;
    return key == KEY_END ? list->count - 1 : -1;
}

ScrollRows scroll_list_begin(Ui *ui, const ScrollList *list)
{
    int at = focused_index(ui, list);
    *ui_keep(ui, ui_id_index(list->id, -1), -1) = (float)at;
    int to = list->count && (at >= 0 || list->takes_pages) ? page_target(ui, list, at < 0 ? 0 : at) : -1;
    if (to >= 0) scroll_list_focus(ui, list, to);
    Rect content = scroll_begin(ui, list->id, list->view, content_height(list));
    float shown = list->view.y - content.y;
    /* while it glides, also what it glides to: the focus is there already */
    float aim = *ui_keep(ui, list->id, 0);
    int first = (int)(fminf(shown, aim) / pitch(list)) - 1;
    int last = (int)((fmaxf(shown, aim) + list->view.h) / pitch(list)) + 2;
    ScrollRows rows = {.from = first < 0 ? 0 : first * columns_of(list), .to = last * columns_of(list)};
    if (rows.to > list->count) rows.to = list->count;
    rows.content = content;
    return rows;
}

Rect scroll_list_cell(const ScrollList *list, const ScrollRows *rows, int index)
{
    int columns = columns_of(list);
    float w = (rows->content.w - list->gap * (float)(columns - 1)) / (float)columns;
    float x = rows->content.x + (float)(index % columns) * (w + list->gap);
    return (Rect){x, rows->content.y + (float)(index / columns) * pitch(list), w, list->row_height};
}
