#include "ui/field_text.h"

#include <math.h>

#include "ui/draw.h"
#include "ui/keys.h"
#include "ui/ui_state.h"

enum { DOUBLE_MS = 350, SPANS_MAX = 8, CARET = 2 };
enum { SHIFT_X = 2, PRESSED_MS, SHIFT_Y, GOAL_X }; /* what is kept by the field's id */

static const TextLayout *layout_of(const Ui *ui, const FieldText *text, Str words)
{
    float width = text->has_lines ? fmaxf(text->inner.w - CARET - 1, 1) : TEXT_ANY_WIDTH;
    return text_layout(ui->text, words, &text->style, width);
}

float field_text_height(const Ui *ui, const FieldText *text, Str words)
{
    return layout_of(ui, text, words)->height;
}

/* A text as it is shown: how far it is scrolled, and the line that the cursor is in. */
typedef struct {
    TextEditView view;
    const TextLayout *layout;
    int line;
    float caret; /* from the layout's left side */
    float *shift_x, *shift_y;
} Shown;

/* Where a line ends because it is full, a cursor between the two is at the start of the next. */
static int line_at(const TextLayout *layout, size_t offset)
{
    int line = 0;
    while (line + 1 < layout->line_count && layout->lines[line + 1].from <= offset) line++;
    return line;
}

static Shown shown_of(Ui *ui, const FieldText *text, const TextEdit *edit)
{
    Shown shown = {.view = text_edit_view(edit, ui->frame)};
    shown.layout = layout_of(ui, text, shown.view.text);
    shown.line = text->has_lines ? line_at(shown.layout, shown.view.cursor) : 0;
    shown.caret = text_caret_x(ui->text, shown.layout, shown.line, shown.view.cursor);
    return shown;
}

static void keep_shift(Ui *ui, const FieldText *text, Shown *shown)
{
    ui_keep(ui, ui_id_index(text->id, SHIFT_Y), 0);
    shown->shift_x = ui_keep(ui, ui_id_index(text->id, SHIFT_X), 0);
    shown->shift_y = ui_keep(ui, ui_id_index(text->id, SHIFT_Y), 0);
}

/* --- keys --- */

static void carry_out(Ui *ui, TextEdit *edit, TextEditResult *result)
{
    const Platform *p = ui->platform;
    TextEditResult more = {0};
    switch (result->ask) {
    case TEXT_EDIT_COPY:
    case TEXT_EDIT_CUT:
        p->set_clipboard(p->self, text_edit_selected(edit));
        if (result->ask == TEXT_EDIT_CUT) more = text_edit_insert(edit, STR(""));
        break;
    case TEXT_EDIT_PASTE: more = text_edit_insert(edit, p->get_clipboard(p->self, ui->frame)); break;
    case TEXT_EDIT_NOTHING: break;
    }
    result->is_changed |= more.is_changed;
    result->is_refused |= more.is_refused;
}

/* Up and down keep to the column in which they began, though a line between is shorter. */
static float goal_x(Ui *ui, const FieldText *text, const Shown *shown, size_t cursor)
{
    float *goal = ui_keep(ui, ui_id_index(text->id, GOAL_X), -1);
    float *from = ui_keep(ui, ui_id_index(text->id, GOAL_X + 1), -1);
    bool goes_on = *from >= 0 && (size_t)*from == cursor;
    goal = ui_keep(ui, ui_id_index(text->id, GOAL_X), -1);
    if (!goes_on || *goal < 0) *goal = shown->caret;
    return *goal;
}

static bool move_line(Ui *ui, const FieldText *text, const Shown *shown, TextEdit *edit, const InputEvent *e)
{
    int to = shown->line + (e->key == KEY_UP ? -1 : 1);
    if (to < 0 || to >= shown->layout->line_count) return false;
    float x = goal_x(ui, text, shown, edit->cursor);
    text_edit_place(edit, text_offset_at(ui->text, shown->layout, to, x), e->mods & MOD_SHIFT);
    *ui_keep(ui, ui_id_index(text->id, GOAL_X + 1), -1) = (float)edit->cursor;
    return true;
}

/* Of a line that ends because it is full, the end is before its last character. */
static size_t line_end(const TextLayout *layout, int line)
{
    const TextLine *at = &layout->lines[line];
    bool is_full =
        line + 1 < layout->line_count && layout->lines[line + 1].from == at->to && at->to > at->from;
    return is_full ? at->to - 1 : at->to;
}

/* Keys that go by the lines as they are shown. */
static bool take_line_key(Ui *ui, const FieldText *text, TextEdit *edit, const InputEvent *e)
{
    bool is_plain = !(e->mods & (MOD_CTRL | MOD_ALT | MOD_GUI));
    if (!text->has_lines || e->kind != INPUT_KEY_DOWN || !is_plain || edit->composition[0]) return false;
    Shown shown = shown_of(ui, text, edit);
    const TextLine *line = &shown.layout->lines[shown.line];
    switch (e->key) {
    case KEY_UP:
    case KEY_DOWN: return move_line(ui, text, &shown, edit, e);
    case KEY_HOME: text_edit_place(edit, line->from, e->mods & MOD_SHIFT); return true;
    case KEY_END: text_edit_place(edit, line_end(shown.layout, shown.line), e->mods & MOD_SHIFT); return true;
    default: return false;
    }
}

TextEditResult field_text_keys(Ui *ui, const FieldText *text, TextEdit *edit)
{
    Action action = ui_free_action(ui);
    InputEventKind kind = action.event.kind;
    bool is_text = action.kind == ACTION_TEXT || action.kind == ACTION_TEXT_EDITING;
    bool is_key = (action.kind == ACTION_KEY || action.kind == ACTION_COMMAND) && kind == INPUT_KEY_DOWN;
    TextEditResult result = {0};
    if (!is_text && !is_key) return result;
    if (take_line_key(ui, text, edit, &action.event)) {
        ui_consume(ui);
        result.is_handled = true;
        return result;
    }
    Shown shown = shown_of(ui, text, edit);
    bool is_rtl = shown.layout->lines[shown.line].is_rtl;
    result = text_edit_apply(edit, &action.event, is_rtl);
    if (result.ask != TEXT_EDIT_NOTHING) carry_out(ui, edit, &result);
    if (result.is_handled) ui_consume(ui);
    return result;
}

unsigned field_text_flags(const Ui *ui, const FieldText *text, const TextEdit *edit)
{
    if (!text->has_lines) return 0;
    TextEditView view = text_edit_view(edit, ui->frame);
    const TextLayout *layout = layout_of(ui, text, view.text);
    int line = line_at(layout, view.cursor);
    unsigned flags = 0;
    if (line > 0) flags |= UI_TAKES_UP;
    if (line + 1 < layout->line_count) flags |= UI_TAKES_DOWN;
    return flags;
}

/* --- where it stands --- */

static float top_of(const FieldText *text, const Shown *shown)
{
    if (text->has_lines) return text->inner.y - *shown->shift_y;
    return text->inner.y + (text->inner.h - shown->layout->height) / 2;
}

static float within(float v, float most)
{
    return fminf(fmaxf(0, v), fmaxf(0, most));
}

static void follow_cursor(const FieldText *text, Shown *shown)
{
    const TextLayout *layout = shown->layout;
    Rect inner = text->inner;
    float line = layout->style.line_height, top = (float)shown->line * line;
    if (text->has_lines) {
        if (top + line - *shown->shift_y > inner.h) *shown->shift_y = top + line - inner.h;
        if (top < *shown->shift_y) *shown->shift_y = top;
        *shown->shift_y = within(*shown->shift_y, layout->height - inner.h);
        *shown->shift_x = 0;
        return;
    }
    if (shown->caret - *shown->shift_x > inner.w - CARET)
        *shown->shift_x = shown->caret - inner.w + CARET + 1;
    if (shown->caret < *shown->shift_x) *shown->shift_x = shown->caret;
    *shown->shift_x = within(*shown->shift_x, layout->width + CARET + 1 - inner.w);
}

/* --- the pointer --- */

static size_t offset_at(Ui *ui, const FieldText *text, const TextEdit *edit)
{
    Shown shown = shown_of(ui, text, edit);
    keep_shift(ui, text, &shown);
    int line = 0;
    if (text->has_lines) {
        float y = (ui->pointer.y - top_of(text, &shown)) / shown.layout->style.line_height;
        line = (int)within(floorf(y), (float)(shown.layout->line_count - 1));
    }
    float x = ui->pointer.x - text->inner.x + *shown.shift_x;
    return text_edit_offset(edit, text_offset_at(ui->text, shown.layout, line, x));
}

void field_text_pointer(Ui *ui, const FieldText *text, const UiHit *hit, TextEdit *edit)
{
    ActionKind kind = ui->in.action.kind;
    if (!hit->is_pointer_down || (kind != ACTION_POINTER_DOWN && kind != ACTION_POINTER_MOVE)) return;
    size_t offset = offset_at(ui, text, edit);
    float *last_ms = ui_keep(ui, ui_id_index(text->id, PRESSED_MS), -1e9f);
    float now_ms = (float)ui->in.action.event.time_ms;
    bool is_down = kind == ACTION_POINTER_DOWN;
    if (is_down && now_ms - *last_ms < DOUBLE_MS)
        text_edit_select_word(edit, offset);
    else
        text_edit_place(edit, offset, !is_down || ui->in.action.event.mods & MOD_SHIFT);
    if (is_down) *last_ms = now_ms;
}

/* --- drawing --- */

typedef struct {
    size_t from, to;
    bool is_line; /* under the text, else behind it */
} Part;

static void draw_line_part(Ui *ui, const FieldText *text, const Shown *shown, int line, Part part)
{
    const TextLine *at = &shown->layout->lines[line];
    size_t from = part.from > at->from ? part.from : at->from, to = part.to < at->to ? part.to : at->to;
    TextSpan spans[SPANS_MAX];
    int count = from < to ? text_spans(ui->text, shown->layout, line, from, to, spans, SPANS_MAX) : 0;
    float h = shown->layout->style.line_height, y = top_of(text, shown) + at->top;
    for (int i = 0; i < count; i++) {
        float x = text->inner.x + spans[i].x - *shown->shift_x;
        Rect rect = {x, part.is_line ? y + h - 3 : y, spans[i].width, part.is_line ? 2 : h};
        Color color = ui_color(ui, part.is_line || ui->theme->is_flat ? TOKEN_TERM : TOKEN_TERM_TINT);
        if (!part.is_line && ui->theme->is_flat) color = color_fade(color, 0.35f); /* white stays readable */
        draw_rect(ui->draw, rect, part.is_line ? 1 : 4, color);
    }
}

static void draw_part(Ui *ui, const FieldText *text, const Shown *shown, Part part)
{
    for (int line = 0; line < shown->layout->line_count && part.from < part.to; line++)
        draw_line_part(ui, text, shown, line, part);
}

static void draw_cursor(Ui *ui, const FieldText *text, const Shown *shown)
{
    float h = shown->layout->style.line_height;
    float y = top_of(text, shown) + shown->layout->lines[shown->line].top;
    Rect bar = {text->inner.x + shown->caret - *shown->shift_x, y + 1, CARET, h - 2};
    draw_rect(ui->draw, bar, 1, ui_color(ui, TOKEN_TERM));
}

void field_text_draw(Ui *ui, const FieldText *text, const TextEdit *edit, bool has_cursor)
{
    UiState *s = ui->state;
    Shown shown = shown_of(ui, text, edit);
    keep_shift(ui, text, &shown);
    follow_cursor(text, &shown);
    Rect clip = rect_is_empty(s->clip) ? text->inner : rect_intersect(text->inner, s->clip);
    if (rect_is_empty(clip)) return;
    draw_clip(ui->draw, clip);
    Part selected = {shown.view.selected_from, shown.view.selected_to, false};
    if (has_cursor) draw_part(ui, text, &shown, selected);
    Vec at = {text->inner.x - *shown.shift_x, top_of(text, &shown)};
    text_draw(ui->draw, shown.layout, at, ui_color(ui, TOKEN_TEXT));
    draw_part(ui, text, &shown, (Part){shown.view.composed_from, shown.view.composed_to, true});
    if (has_cursor) draw_cursor(ui, text, &shown);
    if (rect_is_empty(s->clip))
        draw_clip_end(ui->draw);
    else
        draw_clip(ui->draw, s->clip);
}
