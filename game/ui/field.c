#include "ui/field.h"

#include <math.h>

#include "ui/field_text.h"
#include "ui/label.h"
#include "ui/paint.h"
#include "ui/prompt.h"
#include "ui/ui_state.h"

enum { HEIGHT = 48, PAD = 18, GAP = 16, RADIUS = 16, LARGE_PAD = 30, LARGE_TEXT = 150 };

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
    if (field->has_lines) label.align = TEXT_ALIGN_START;
    TextStyle style = label_style(ui, &label);
    style.keeps_spaces = true;
    return style;
}

static FieldText text_of(const Ui *ui, const Field *field, Rect inner)
{
    return (FieldText){field->id, inner, style_of(ui, field), field->has_lines};
}

float field_lines_height(const Ui *ui, Str text, float width, int most)
{
    Field field = {.has_lines = true};
    FieldText lines = text_of(ui, &field, (Rect){0, 0, width - 2 * PAD, 0});
    float line = lines.style.line_height, high = field_text_height(ui, &lines, text);
    return field_height(ui) - line + fminf(fmaxf(high, line), line * (float)most);
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

/* What of the box is left for text, within its border. */
static Rect inner_of(const Ui *ui, const Field *field)
{
    float pad = field->is_large ? LARGE_PAD : PAD, side = ui_type(ui, T20).size + 2;
    Rect inner = {field->rect.x + pad, field->rect.y, field->rect.w - 2 * pad, field->rect.h};
    if (field->has_lines) {
        float above = (field_height(ui) - style_of(ui, field).line_height) / 2;
        inner = (Rect){inner.x, inner.y + above, inner.w, inner.h - 2 * above};
    }
    if (!field->icon) return inner;
    return (Rect){inner.x + side + GAP, inner.y, inner.w - side - GAP, inner.h};
}

static Rect draw_box(Ui *ui, const Field *field, const UiHit *hit, bool is_empty)
{
    paint_layer(ui, field->rect);
    draw_surface(ui, field);
    Rect inner = inner_of(ui, field);
    Color color = ui_color(ui, TOKEN_MUTED);
    float side = ui_type(ui, T20).size + 2;
    if (field->icon) {
        Rect box = {inner.x - side - GAP, inner.y + (inner.h - side) / 2, side, side};
        icon_draw(ui->draw, field->icon, box, color, color);
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

static FieldAnswer answer_of(const Ui *ui, const UiHit *hit, const TextEditResult *keys)
{
    const Action *action = &ui->in.action;
    bool is_confirm =
        hit->is_activated && action->kind == ACTION_COMMAND && action->command == COMMAND_CONFIRM;
    bool is_pad = action->event.kind == INPUT_PAD_DOWN, is_touch = action->event.device == DEVICE_TOUCH;
    return (FieldAnswer){.is_changed = keys->is_changed,
                         .is_refused = keys->is_refused,
                         .is_confirmed = is_confirm && !is_pad,
                         .wants_keyboard = hit->is_activated && (is_pad || is_touch)};
}

FieldAnswer field_put(Ui *ui, const Field *field, TextEdit *edit)
{
    TextEditResult keys = {0};
    bool had_focus = ui_focused(ui) == field->id && !ui->state->is_focus_asked;
    FieldText text = text_of(ui, field, inner_of(ui, field));
    /* Before the widget is put: what the field takes is no confirm any more. */
    if (had_focus)
        keys = field_text_keys(ui, &text, edit);
    else
        edit->composition[0] = '\0'; /* the input method was told to stop: nothing would end it later */
    UiWidget widget = widget_of(field, edit);
    if (had_focus) widget.flags |= field_text_flags(ui, &text, edit);
    UiHit hit = ui_widget(ui, &widget);
    text.inner = draw_box(ui, field, &hit, text_edit_text(edit).size == 0 && !edit->composition[0]);
    field_text_pointer(ui, &text, &hit, edit);
    field_text_draw(ui, &text, edit, hit.is_focused);
    return answer_of(ui, &hit, &keys);
}
