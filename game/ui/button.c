#include "ui/button.h"

#include <math.h>

#include "ui/paint.h"
#include "ui/prompt.h"

enum { HEIGHT = 56, TALL = 80, RADIUS = 16, PAD = 16, MENU_PAD = 24, GAP = 16, ICON_SIDE = 28, PRESS = 3 };

float button_height(const Ui *ui, bool has_detail)
{
    return has_detail ? ui_grow(ui, TALL, T20, 2) : ui_grow(ui, HEIGHT, T20, 1);
}

static UiTrigger shown_trigger(const Button *b)
{
    return b->shows_confirm ? ui_on_command(COMMAND_CONFIRM) : b->trigger;
}

static LabelStyle label_of(const Button *b)
{
    LabelStyle style = {T20, WEIGHT_SEMI, TOKEN_TEXT, TEXT_ALIGN_LEFT, false, false, 1};
    if (b->kind == BUTTON_PRIMARY && b->detail.size) style.size = T24, style.weight = WEIGHT_BOLD;
    if (b->kind == BUTTON_PRIMARY) style.color = TOKEN_TERM_INK;
    if (b->kind == BUTTON_DANGER) style.color = TOKEN_BAD;
    if (b->is_disabled) style.color = TOKEN_MUTED;
    if (b->is_centered) style.align = TEXT_ALIGN_CENTER;
    return style;
}

static LabelStyle detail_of(const Button *b)
{
    LabelStyle style = {T18, WEIGHT_MEDIUM, TOKEN_MUTED, TEXT_ALIGN_LEFT, false, false, 1};
    if (b->kind == BUTTON_PRIMARY && !b->is_disabled)
        style.color = TOKEN_TERM_INK, style.weight = WEIGHT_SEMI;
    if (b->is_centered) style.align = TEXT_ALIGN_CENTER;
    return style;
}

static float side_pad(const Button *b)
{
    bool is_in_menu = b->kind == BUTTON_QUIET || (b->kind == BUTTON_PRIMARY && b->detail.size > 0);
    return is_in_menu ? MENU_PAD : PAD + 4;
}

static float icon_side(const Ui *ui)
{
    return ui_grow(ui, ICON_SIDE, T20, 1);
}

float button_width(Ui *ui, const Button *b)
{
    if (b->kind == BUTTON_ICON) return button_height(ui, false);
    LabelStyle label = label_of(b), detail = detail_of(b);
    float w = fmaxf(label_width(ui, b->label, &label), label_width(ui, b->detail, &detail));
    float prompt = prompt_size(ui, shown_trigger(b)).x;
    if (prompt > 0) w += GAP + prompt;
    if (b->icon) w += icon_side(ui) + GAP;
    return ceilf(w + 2 * side_pad(b));
}

static Color see_through(Color c)
{
    return color_fade(c, 0.72f);
}

static PaintRaised surface_of(const Ui *ui, const Button *b)
{
    PaintRaised r = {.rect = b->rect, .radius = RADIUS, .line = ui_color(ui, TOKEN_LINE)};
    r.edge = ui_color(ui, TOKEN_EDGE);
    r.top = r.bottom = ui_color(ui, TOKEN_RAISED);
    if (b->kind == BUTTON_PRIMARY) {
        r.top = ui_color(ui, TOKEN_PRIMARY0);
        r.bottom = ui_color(ui, TOKEN_PRIMARY1);
        r.line = ui_color(ui, TOKEN_PRIMARY_LINE);
        r.edge = ui_color(ui, TOKEN_TERM_EDGE);
    }
    if (b->kind == BUTTON_DANGER) r.line = ui_color(ui, TOKEN_BAD);
    return r;
}

static void draw_surface(Ui *ui, const Button *b, bool is_hovered)
{
    bool is_flat = b->kind == BUTTON_QUIET || b->is_disabled;
    if (!is_flat) {
        PaintRaised r = surface_of(ui, b);
        if (is_hovered && b->kind != BUTTON_PRIMARY) r.line = ui_color(ui, TOKEN_LINE2);
        paint_raised(ui, &r);
        return;
    }
    Color fill = ui_color(ui, is_hovered ? TOKEN_RAISED : TOKEN_SURFACE);
    if (!ui->theme->is_flat) fill = see_through(fill);
    draw_shape(ui->draw, (DrawShape){.rect = b->rect,
                                     .radius = RADIUS,
                                     .fill_top = fill,
                                     .fill_bottom = fill,
                                     .border = ui->theme->border,
                                     .border_color = ui_color(ui, is_hovered ? TOKEN_LINE2 : TOKEN_LINE)});
}

static Color icon_color(const Ui *ui, const Button *b)
{
    if (b->is_disabled) return ui_color(ui, TOKEN_MUTED);
    if (b->kind == BUTTON_PRIMARY) return ui_color(ui, TOKEN_TERM_INK);
    return ui_color(ui, b->kind == BUTTON_DANGER ? TOKEN_BAD : TOKEN_SOFT);
}

static void draw_words(Ui *ui, const Button *b, Rect box)
{
    LabelStyle label = label_of(b), detail = detail_of(b);
    if (!b->detail.size) {
        label_draw(ui, box, b->label, &label);
        return;
    }
    float top = ui_type(ui, label.size).line, below = ui_type(ui, detail.size).line;
    float y = box.y + (box.h - top - below) / 2;
    label_draw(ui, (Rect){box.x, y, box.w, top}, b->label, &label);
    label_draw(ui, (Rect){box.x, y + top, box.w, below}, b->detail, &detail);
}

static void draw_content(Ui *ui, const Button *b)
{
    Color color = icon_color(ui, b);
    Color second = b->kind == BUTTON_PRIMARY || b->is_disabled ? color : ui_color(ui, TOKEN_TEXT);
    float side = icon_side(ui), middle = b->rect.y + b->rect.h / 2;
    if (b->kind == BUTTON_ICON) {
        Vec c = rect_center(b->rect);
        icon_draw(ui->draw, b->icon, (Rect){c.x - side / 2, c.y - side / 2, side, side}, color, second);
        return;
    }
    float left = b->rect.x + side_pad(b), right = b->rect.x + b->rect.w - side_pad(b);
    if (b->icon) {
        icon_draw(ui->draw, b->icon, (Rect){left, middle - side / 2, side, side}, color, second);
        left += side + GAP;
    }
    PromptLook look = b->kind == BUTTON_PRIMARY ? PROMPT_ON_PRIMARY : PROMPT_NORMAL;
    float prompt = b->is_disabled ? 0 : prompt_draw_right(ui, shown_trigger(b), (Vec){right, middle}, look);
    if (prompt > 0) right -= prompt + GAP;
    draw_words(ui, b, (Rect){left, b->rect.y, right - left + 1, b->rect.h});
}

static UiWidget widget_of(const Button *b)
{
    unsigned flags = UI_FOCUSABLE;
    if (b->is_disabled) flags |= UI_DISABLED;
    if (b->is_default) flags |= UI_DEFAULT;
    return (UiWidget){.id = b->id,
                      .role = ROLE_BUTTON,
                      .label = b->label,
                      .value = b->detail,
                      .flags = flags,
                      .rect = b->rect,
                      .radius = RADIUS,
                      .trigger = b->trigger};
}

bool button_put(Ui *ui, const Button *button)
{
    UiWidget widget = widget_of(button);
    UiHit hit = ui_widget(ui, &widget);
    bool is_raised = button->kind != BUTTON_QUIET && !button->is_disabled;
    float sunk = hit.is_pressed && !button->is_disabled ? (is_raised ? PRESS : 1) : 0;
    float down = ui_animate(ui, ui_id_index(button->id, 1), sunk, 60, EASE_CUBIC_OUT);
    paint_layer_moved(ui, button->rect, (Vec){0, down}, 1, 1);
    draw_surface(ui, button, hit.is_hovered);
    draw_content(ui, button);
    paint_layer_end(ui);
    return hit.is_activated;
}
