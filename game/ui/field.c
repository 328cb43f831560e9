#include "ui/field.h"

#include <math.h>

#include "ui/label.h"
#include "ui/paint.h"
#include "ui/prompt.h"
#include "ui/ui_state.h"

enum {
    HEIGHT = 48,
    PAD = 18,
    GAP = 16,
    DOUBLE_MS = 350,
    SPANS_MAX = 8,
    CARET = 2,
    RADIUS = 16,
    LARGE_PAD = 30,
    LARGE_TEXT = 150
};

static const LabelStyle HINT = {T20, WEIGHT_MEDIUM, TOKEN_MUTED, TEXT_ALIGN_START, false, false, 1};

static TextSize size_of(const Ui *ui, const Field *field)
{
    if (!field->is_large) return T20;
    return ui->in.text_percent < LARGE_TEXT ? T40 : T24;
}

float field_height(const Ui *ui)
{
    return ui_grow(ui, HEIGHT, T20, 1);
}

static TextStyle style_of(const Ui *ui, const Field *field)
{
    LabelStyle label = {T20, WEIGHT_MEDIUM, TOKEN_TEXT, TEXT_ALIGN_LEFT, false, false, 0};
    label.size = size_of(ui, field);
    if (field->is_large) label.weight = WEIGHT_SEMI;
    TextStyle style = label_style(ui, &label);
    style.keeps_spaces = true;
    return style;
}

static const TextLayout *layout_of(const Ui *ui, const Field *field, Str text)
{
    TextStyle style = style_of(ui, field);
    return text_layout(ui->text, text, &style, TEXT_ANY_WIDTH);
}

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

/* Before the widget is put: what the field takes is no confirm any more. */
static TextEditResult take_keys(Ui *ui, const Field *field, TextEdit *edit)
{
    Action action = ui_free_action(ui);
    InputEventKind kind = action.event.kind;
    bool is_text = action.kind == ACTION_TEXT || action.kind == ACTION_TEXT_EDITING;
    bool is_key = (action.kind == ACTION_KEY || action.kind == ACTION_COMMAND) && kind == INPUT_KEY_DOWN;
    if (!is_text && !is_key) return (TextEditResult){0};
    TextEditView view = text_edit_view(edit, ui->frame);
    bool is_rtl = layout_of(ui, field, view.text)->lines[0].is_rtl;
    TextEditResult result = text_edit_apply(edit, &action.event, is_rtl);
    if (result.ask != TEXT_EDIT_NOTHING) carry_out(ui, edit, &result);
    if (result.is_handled) ui_consume(ui);
    return result;
}

/* The part of the box in which text stands; `shift` is how far it is scrolled. */
typedef struct {
    Rect inner;
    float *shift;
    const TextLayout *layout;
    TextEditView view;
} Inside;

static void follow_caret(Inside *in, float caret)
{
    float most = fmaxf(0, in->layout->width + CARET + 1 - in->inner.w);
    if (caret - *in->shift > in->inner.w - CARET) *in->shift = caret - in->inner.w + CARET + 1;
    if (caret < *in->shift) *in->shift = caret;
    *in->shift = fminf(fmaxf(0, *in->shift), most);
}

static void take_pointer(Ui *ui, const Field *field, const Inside *in, const UiHit *hit, TextEdit *edit)
{
    ActionKind kind = ui->in.action.kind;
    if (!hit->is_pointer_down || (kind != ACTION_POINTER_DOWN && kind != ACTION_POINTER_MOVE)) return;
    float x = ui->pointer.x - in->inner.x + *in->shift;
    size_t offset = text_edit_offset(edit, text_offset_at(ui->text, in->layout, 0, x));
    float *last_ms = ui_keep(ui, ui_id_index(field->id, 3), -1e9f);
    float now_ms = (float)ui->in.action.event.time_ms;
    bool is_down = kind == ACTION_POINTER_DOWN;
    if (is_down && now_ms - *last_ms < DOUBLE_MS)
        text_edit_select_word(edit, offset);
    else
        text_edit_place(edit, offset, !is_down || ui->in.action.event.mods & MOD_SHIFT);
    if (is_down) *last_ms = now_ms;
}

static void draw_spans(Ui *ui, const Inside *in, size_t from, size_t to, bool is_line)
{
    TextSpan spans[SPANS_MAX];
    int count = from < to ? text_spans(ui->text, in->layout, 0, from, to, spans, SPANS_MAX) : 0;
    float h = in->layout->height, y = in->inner.y + (in->inner.h - h) / 2;
    for (int i = 0; i < count; i++) {
        float x = in->inner.x + spans[i].x - *in->shift;
        Rect rect = {x, is_line ? y + h - 3 : y, spans[i].width, is_line ? 2 : h};
        Color color = ui_color(ui, is_line || ui->theme->is_flat ? TOKEN_TERM : TOKEN_TERM_TINT);
        if (!is_line && ui->theme->is_flat) color = color_fade(color, 0.35f); /* white stays readable */
        draw_rect(ui->draw, rect, is_line ? 1 : 4, color);
    }
}

static void draw_text_part(Ui *ui, Inside *in, bool is_focused)
{
    UiState *s = ui->state;
    Rect clip = rect_is_empty(s->clip) ? in->inner : rect_intersect(in->inner, s->clip);
    float caret = text_caret_x(ui->text, in->layout, 0, in->view.cursor);
    follow_caret(in, caret);
    if (rect_is_empty(clip)) return;
    draw_clip(ui->draw, clip);
    if (is_focused) draw_spans(ui, in, in->view.selected_from, in->view.selected_to, false);
    float y = in->inner.y + (in->inner.h - in->layout->height) / 2;
    text_draw(ui->draw, in->layout, (Vec){in->inner.x - *in->shift, y}, ui_color(ui, TOKEN_TEXT));
    draw_spans(ui, in, in->view.composed_from, in->view.composed_to, true);
    if (is_focused) {
        Rect bar = {in->inner.x + caret - *in->shift, y + 1, CARET, in->layout->height - 2};
        draw_rect(ui->draw, bar, 1, ui_color(ui, TOKEN_TERM));
    }
    if (rect_is_empty(s->clip))
        draw_clip_end(ui->draw);
    else
        draw_clip(ui->draw, s->clip);
}

static void draw_surface(Ui *ui, const Field *field)
{
    if (!field->is_large) {
        paint_well(ui, field->rect, RADIUS);
        return;
    }
    Color fill = ui_color(ui, TOKEN_WELL);
    draw_shape(ui->draw, (DrawShape){.rect = field->rect,
                                     .radius = RADIUS,
                                     .fill_top = fill,
                                     .fill_bottom = fill,
                                     .border = fmaxf(2, ui->theme->border),
                                     .border_color = ui_color(ui, TOKEN_DEF)});
}

/* What stands at the right end; returns the room it takes. */
static float draw_tail(Ui *ui, const Field *field, const UiHit *hit, Rect inner)
{
    Vec at = {field->rect.x + field->rect.w - 12, field->rect.y + field->rect.h / 2};
    float prompt = hit->is_focused ? 0 : prompt_draw_right(ui, field->trigger, at, PROMPT_NORMAL);
    if (prompt > 0) return prompt + GAP - 6;
    if (field->tail.size == 0) return 0;
    LabelStyle style = {T18, WEIGHT_MEDIUM, TOKEN_MUTED, TEXT_ALIGN_RIGHT, false, false, 1};
    return label_draw(ui, inner, field->tail, &style) + GAP;
}

static Rect draw_box(Ui *ui, const Field *field, const UiHit *hit, bool is_empty)
{
    float pad = field->is_large ? LARGE_PAD : PAD;
    paint_layer(ui, field->rect);
    draw_surface(ui, field);
    Rect inner = (Rect){field->rect.x + pad, field->rect.y, field->rect.w - 2 * pad, field->rect.h};
    Color color = ui_color(ui, TOKEN_MUTED);
    float side = ui_type(ui, T20).size + 2;
    if (field->icon) {
        Rect box = {inner.x, inner.y + (inner.h - side) / 2, side, side};
        icon_draw(ui->draw, field->icon, box, color, color);
        inner.x += side + GAP;
        inner.w -= side + GAP;
    }
    inner.w -= draw_tail(ui, field, hit, inner);
    if (is_empty && field->hint.size) label_draw(ui, inner, field->hint, &HINT);
    paint_layer_end(ui);
    return inner;
}

static UiWidget widget_of(const Field *field, const TextEdit *edit)
{
    unsigned flags = UI_FOCUSABLE | UI_TAKES_X | UI_TAKES_TEXT;
    if (field->is_default) flags |= UI_DEFAULT;
    return (UiWidget){.id = field->id,
                      .role = ROLE_FIELD,
                      .label = field->label,
                      .value = text_edit_text(edit),
                      .flags = flags,
                      .rect = field->rect,
                      .radius = RADIUS,
                      .trigger = field->trigger};
}

FieldAnswer field_put(Ui *ui, const Field *field, TextEdit *edit)
{
    TextEditResult keys = {0};
    bool had_focus = ui_focused(ui) == field->id && !ui->state->is_focus_asked;
    if (had_focus)
        keys = take_keys(ui, field, edit);
    else
        edit->composition[0] = '\0'; /* the input method was told to stop: nothing would end it later */
    UiWidget widget = widget_of(field, edit);
    UiHit hit = ui_widget(ui, &widget);
    Inside in = {.view = text_edit_view(edit, ui->frame)};
    in.inner = draw_box(ui, field, &hit, in.view.text.size == 0);
    in.shift = ui_keep(ui, ui_id_index(field->id, 2), 0);
    in.layout = layout_of(ui, field, in.view.text);
    take_pointer(ui, field, &in, &hit, edit);
    in.view = text_edit_view(edit, ui->frame);
    in.shift = ui_keep(ui, ui_id_index(field->id, 2), 0);
    draw_text_part(ui, &in, hit.is_focused);
    const Action *action = &ui->in.action;
    bool is_confirm =
        hit.is_activated && action->kind == ACTION_COMMAND && action->command == COMMAND_CONFIRM;
    bool is_pad = action->event.kind == INPUT_PAD_DOWN, is_touch = action->event.device == DEVICE_TOUCH;
    return (FieldAnswer){.is_changed = keys.is_changed,
                         .is_refused = keys.is_refused,
                         .is_confirmed = is_confirm && !is_pad,
                         .wants_keyboard = hit.is_activated && (is_pad || is_touch)};
}
