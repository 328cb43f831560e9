#include "ui/chip.h"

#include <math.h>

#include "ui/paint.h"
#include "ui/prompt.h"

enum { HEIGHT = 36, PAD = 14, GAP = 8, PILL = 28, PILL_PAD = 10, PILL_GAP = 6 };

static const LabelStyle PILL_TEXT = {T16, WEIGHT_BOLD, TOKEN_TEXT, TEXT_ALIGN_LEFT, true, false, 1};

float chip_height(const Ui *ui)
{
    return ui_grow(ui, HEIGHT, T18, 1);
}

static LabelStyle label_of(const Chip *chip)
{
    LabelStyle style = {T18, WEIGHT_MEDIUM, TOKEN_SOFT, TEXT_ALIGN_LEFT, false, false, 1};
    if (chip->is_on) style.color = TOKEN_TEXT, style.weight = WEIGHT_SEMI;
    if (chip->is_disabled) style.color = TOKEN_MUTED;
    return style;
}

/* Without tints a chip that is on is filled. */
static bool is_filled(const Ui *ui, const Chip *chip)
{
    return chip->is_on && ui->theme->is_flat;
}

static LabelStyle count_of(const Chip *chip)
{
    LabelStyle style = label_of(chip);
    style.is_tabular = true;
    if (!chip->is_on) style.color = TOKEN_MUTED;
    return style;
}

static float icon_side(const Ui *ui)
{
    return ui_type(ui, T18).size + 2;
}

float chip_width(Ui *ui, const Chip *chip)
{
    /* as wide when it is on as when it is off: its neighbours don't move */
    LabelStyle label = label_of(chip), count = count_of(chip);
    label.weight = count.weight = WEIGHT_SEMI;
    float w = label_width(ui, chip->label, &label);
    if (chip->count.size) w += GAP + label_width(ui, chip->count, &count);
    if (chip->icon) w += icon_side(ui) + GAP;
    float prompt = prompt_size(ui, chip->trigger).x;
    if (prompt > 0) w += GAP + prompt;
    w = ceilf(w + 2 * PAD);
    return chip->max_width > 0 ? fminf(w, chip->max_width) : w;
}

static void draw_chip(Ui *ui, const Chip *chip, Rect rect, bool is_hovered)
{
    Token line = chip->is_on ? TOKEN_TERM : is_hovered ? TOKEN_LINE2 : TOKEN_LINE;
    Token fill = is_filled(ui, chip) ? TOKEN_TERM : chip->is_on ? TOKEN_TERM_TINT : TOKEN_SURFACE;
    paint_card(ui, rect, rect.h / 2, fill, line);
    LabelStyle label = label_of(chip), count = count_of(chip);
    if (is_filled(ui, chip)) label.color = count.color = TOKEN_TERM_INK;
    float x = rect.x + PAD, right = rect.x + rect.w - PAD, middle = rect.y + rect.h / 2;
    if (chip->icon) {
        float side = icon_side(ui);
        Color color = ui_color(ui, label.color);
        icon_draw(ui->draw, chip->icon, (Rect){x, middle - side / 2, side, side}, color, color);
        x += side + GAP;
    }
    float prompt = prompt_draw_right(ui, chip->trigger, (Vec){right + 4, middle}, PROMPT_NORMAL);
    if (prompt > 0) right -= prompt + GAP - 4;
    if (chip->count.size) {
        float w = label_width(ui, chip->count, &count);
        label_draw(ui, (Rect){right - w, rect.y, w + 1, rect.h}, chip->count, &count);
        right -= w + GAP;
    }
    label_draw(ui, (Rect){x, rect.y, right - x + 1, rect.h}, chip->label, &label);
}

bool chip_put(Ui *ui, const Chip *chip)
{
    Rect rect = {chip->at.x, chip->at.y, chip_width(ui, chip),
                 chip->height > 0 ? chip->height : chip_height(ui)};
    unsigned flags = UI_FOCUSABLE;
    if (chip->is_on) flags |= UI_SELECTED;
    if (chip->is_disabled) flags |= UI_DISABLED;
    if (chip->is_default) flags |= UI_DEFAULT;
    UiHit hit = ui_widget(ui, &(UiWidget){.id = chip->id,
                                          .role = chip->role == ROLE_TAB ? ROLE_TAB : ROLE_CHIP,
                                          .label = chip->label,
                                          .value = chip->count,
                                          .flags = flags,
                                          .rect = rect,
                                          .radius = rect.h / 2,
                                          .trigger = chip->trigger,
                                          .group = chip->group});
    paint_layer_moved(ui, rect, (Vec){0, hit.is_pressed ? 1 : 0}, 1, 1);
    draw_chip(ui, chip, rect, hit.is_hovered);
    paint_layer_end(ui);
    return hit.is_activated;
}

float pill_height(const Ui *ui)
{
    return ui_grow(ui, PILL, T16, 1);
}

float pill_width(Ui *ui, Str text, Icon icon)
{
    float side = icon ? ui_type(ui, T16).size + PILL_GAP : 0;
    return ceilf(label_width(ui, text, &PILL_TEXT) + side + 2 * PILL_PAD);
}

float pill_draw(Ui *ui, Vec at, Str text, Icon icon, Token fill, Token ink)
{
    float h = pill_height(ui), w = pill_width(ui, text, icon);
    Rect rect = {at.x, at.y, w, h};
    bool is_black = ui->theme->is_flat && fill == TOKEN_WELL;
    draw_rect(ui->draw, rect, h / 2, ui_color(ui, fill));
    if (is_black) paint_card(ui, rect, h / 2, fill, TOKEN_LINE);
    float x = at.x + PILL_PAD;
    Color color = ui_color(ui, ink);
    if (icon) {
        float side = ui_type(ui, T16).size;
        icon_draw(ui->draw, icon, (Rect){x, at.y + (h - side) / 2, side, side}, color, color);
        x += side + PILL_GAP;
    }
    label_draw_color(ui, (Rect){x, at.y, at.x + w - x, h}, text, &PILL_TEXT, color);
    return w;
}
