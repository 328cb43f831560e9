#include "ui/setting.h"

#include <math.h>

#include "ui/paint.h"
#include "ui/prompt.h"
#include "ui/setting_row.h"

enum {
    HEIGHT = 56,
    TALL = 68,
    PAD = 16,
    SEGMENT_PAD = 16,
    SEGMENTS = 44,
    TOGGLE_W = 64,
    TOGGLE_H = 36,
    GAP = 14
};
enum { SLIDER_W = 200, SLIDER_H = 10, KNOB = 26, NUMBER_W = 44, STATE_W = 40, CAP = 28, CAP_GAP = 6 };

static const LabelStyle LABEL = {T20, WEIGHT_SEMI, TOKEN_TEXT, TEXT_ALIGN_START, false, false, 1};
static const LabelStyle DETAIL = {T18, WEIGHT_MEDIUM, TOKEN_MUTED, TEXT_ALIGN_START, false, false, 1};
static const LabelStyle OFF = {T18, WEIGHT_MEDIUM, TOKEN_SOFT, TEXT_ALIGN_CENTER, true, false, 1};
static const LabelStyle ON = {T18, WEIGHT_BOLD, TOKEN_TERM_INK, TEXT_ALIGN_CENTER, true, false, 1};
static const LabelStyle VALUE = {T20, WEIGHT_SEMI, TOKEN_TEXT, TEXT_ALIGN_RIGHT, true, false, 1};

float setting_height(const Ui *ui, bool has_detail)
{
    return has_detail ? ui_grow(ui, TALL, T20, 2) : ui_grow(ui, HEIGHT, T20, 1);
}

bool setting_row_is_by_pointer(const Ui *ui)
{
    return ui->in.action.kind == ACTION_POINTER_UP || ui->in.action.kind == ACTION_POINTER_DOWN;
}

UiHit setting_row_begin(Ui *ui, const Setting *row, UiRole role, Str value, UiTrigger trigger)
{
    unsigned flags = UI_FOCUSABLE;
    if (role != ROLE_ROW) flags |= UI_TAKES_X;
    if (row->is_default) flags |= UI_DEFAULT;
    if (row->is_disabled) flags |= UI_DISABLED;
    UiHit hit = ui_widget(ui, &(UiWidget){.id = row->id,
                                          .role = role,
                                          .label = row->label,
                                          .value = row->is_disabled ? row->detail : value,
                                          .flags = flags,
                                          .rect = row->rect,
                                          .radius = 14,
                                          .trigger = trigger});
    if (row->is_disabled) hit.step_x = 0, hit.is_pointer_down = false;
    paint_layer(ui, row->rect);
    if (hit.is_focused || hit.is_hovered)
        draw_rect(ui->draw, row->rect, 14, color_fade(ui_color(ui, TOKEN_RAISED), hit.is_focused ? 1 : 0.5f));
    return hit;
}

void setting_row_words(Ui *ui, const Setting *row, float control_width)
{
    float top = ui_type(ui, T20).line, below = row->detail.size ? ui_type(ui, T18).line : 0;
    float y = row->rect.y + (row->rect.h - top - below) / 2;
    float w = row->rect.w - 2 * PAD - control_width - (control_width > 0 ? GAP : 0);
    LabelStyle label = LABEL;
    if (row->is_disabled) label.color = TOKEN_MUTED;
    label_draw(ui, (Rect){row->rect.x + PAD, y, w, top}, row->label, &label);
    if (below > 0) label_draw(ui, (Rect){row->rect.x + PAD, y + top, w, below}, row->detail, &DETAIL);
}

static float segment_width(Ui *ui, Str option)
{
    return ceilf(label_width(ui, option, &ON)) + 2 * SEGMENT_PAD;
}

static float segments_width(Ui *ui, const Str *options, int count)
{
    float w = 8;
    for (int i = 0; i < count; i++) w += segment_width(ui, options[i]);
    return w;
}

/* Room for two caps, whether they are shown now or not: nothing moves with focus and device. */
static float arrows_width(Ui *ui)
{
    return 2 * ui_grow(ui, CAP, T16, 1) + CAP_GAP + GAP;
}

/* Draws the segments and tells which one the pointer is on; -1: none. */
static int draw_segments(Ui *ui, Rect box, const Str *options, int count, int selected)
{
    paint_well(ui, box, 14);
    int under = -1;
    float x = box.x + 4;
    for (int i = 0; i < count; i++) {
        Rect rect = {x, box.y + 4, segment_width(ui, options[i]), box.h - 8};
        if (i == selected) draw_rect(ui->draw, rect, 10, ui_color(ui, TOKEN_TERM));
        label_draw(ui, rect, options[i], i == selected ? &ON : &OFF);
        if (rect_has((Rect){rect.x, box.y, rect.w, box.h}, ui->pointer)) under = i;
        x += rect.w;
    }
    return under;
}

/* Both at the left: the segments stay where they are when the row gets the focus under a pointer's press. */
static void draw_arrows(Ui *ui, Rect box)
{
    Vec at = {box.x - GAP, box.y + box.h / 2};
    at.x -= prompt_draw_right(ui, ui_on_command(COMMAND_RIGHT), at, PROMPT_NORMAL) + CAP_GAP;
    prompt_draw_right(ui, ui_on_command(COMMAND_LEFT), at, PROMPT_NORMAL);
}

SettingSide setting_row_compact(Ui *ui, Rect box, Str option)
{
    paint_well(ui, box, 14);
    float side = box.h * 0.5f, y = box.y + (box.h - side) / 2;
    Color color = ui_color(ui, TOKEN_SOFT);
    icon_draw(ui->draw, ICON_CHEVRON_LEFT, (Rect){box.x + 8, y, side, side}, color, color);
    icon_draw(ui->draw, ICON_CHEVRON_RIGHT, (Rect){box.x + box.w - side - 8, y, side, side}, color, color);
    LabelStyle style = OFF;
    style.color = TOKEN_TEXT;
    style.weight = WEIGHT_SEMI;
    label_draw(ui, setting_inset_x(box, side + 12), option, &style);
    if (!rect_has(box, ui->pointer)) return SETTING_NO_SIDE;
    return ui->pointer.x < box.x + box.w / 2 ? SETTING_LEFT : SETTING_RIGHT;
}

static int next_of(int selected, int count, int step)
{
    return (selected + step + count) % count;
}

static int stepped(int selected, int count, int step)
{
    int to = selected + step;
    return to < 0 || to >= count ? selected : to;
}

static int picked_by_pointer(int under, SettingSide side, int selected, int count)
{
    if (side == SETTING_LEFT) return next_of(selected, count, -1);
    if (side == SETTING_RIGHT) return next_of(selected, count, 1);
    return under >= 0 ? under : selected;
}

bool setting_choice(Ui *ui, const Setting *row, const Str *options, int count, int *selected)
{
    UiHit hit = setting_row_begin(ui, row, ROLE_CHOICE, options[*selected], ui_on_command(COMMAND_NONE));
    float wide = segments_width(ui, options, count), h = ui_grow(ui, SEGMENTS, T18, 1);
    float arrows = arrows_width(ui), room = row->rect.w - 2 * PAD;
    bool is_compact = label_width(ui, row->label, &LABEL) + GAP + wide + arrows > room;
    float w = is_compact ? fminf(room * 0.5f, segments_width(ui, &options[*selected], 1) + 2 * h) : wide;
    float end = row->rect.x + row->rect.w - PAD;
    Rect box = {end - w, row->rect.y + (row->rect.h - h) / 2, w, h};
    setting_row_words(ui, row, is_compact ? w : w + arrows);
    SettingSide side = is_compact ? setting_row_compact(ui, box, options[*selected]) : SETTING_NO_SIDE;
    int under = is_compact ? -1 : draw_segments(ui, box, options, count, *selected);
    if (hit.is_focused && !is_compact) draw_arrows(ui, box);
    paint_layer_end(ui);
    int to = stepped(*selected, count, hit.step_x);
    if (hit.is_activated)
        to = setting_row_is_by_pointer(ui) ? picked_by_pointer(under, side, *selected, count)
                                           : next_of(*selected, count, 1);
    bool is_changed = to != *selected;
    *selected = to;
    return is_changed;
}

static void draw_toggle(Ui *ui, UiId id, Rect box, bool is_on)
{
    float part = ui_animate(ui, ui_id_index(id, 1), is_on, 120, EASE_CUBIC_OUT);
    Color fill = ui_color(ui, is_on ? TOKEN_TERM : TOKEN_WELL);
    draw_shape(ui->draw, (DrawShape){.rect = box,
                                     .radius = box.h / 2,
                                     .fill_top = fill,
                                     .fill_bottom = fill,
                                     .border = 2,
                                     .border_color = ui_color(ui, is_on ? TOKEN_TERM : TOKEN_LINE2)});
    float d = box.h - 12;
    Rect knob = {box.x + 6 + (box.w - d - 12) * part, box.y + 6, d, d};
    draw_rect(ui->draw, knob, d / 2, ui_color(ui, is_on ? TOKEN_TERM_INK : TOKEN_MUTED));
}

bool setting_toggle(Ui *ui, const Setting *row, bool *is_on)
{
    Str state = *is_on ? STR("On") : STR("Off");
    UiHit hit = setting_row_begin(ui, row, ROLE_TOGGLE, state, ui_on_command(COMMAND_NONE));
    bool was_on = *is_on;
    if (hit.is_activated) *is_on = !*is_on;
    if (hit.step_x) *is_on = hit.step_x > 0;
    LabelStyle value = VALUE;
    value.size = T18;
    float state_width = ceilf(fmaxf(label_width(ui, STR("Off"), &value), STATE_W));
    float w = TOGGLE_W + GAP + state_width, middle = row->rect.y + row->rect.h / 2;
    float right = row->rect.x + row->rect.w - PAD;
    setting_row_words(ui, row, w);
    value.align = TEXT_ALIGN_LEFT;
    label_draw(ui, (Rect){right - state_width, row->rect.y, state_width, row->rect.h},
               *is_on ? STR("On") : STR("Off"), &value);
    draw_toggle(ui, row->id, (Rect){right - w, middle - TOGGLE_H / 2.0f, TOGGLE_W, TOGGLE_H}, *is_on);
    paint_layer_end(ui);
    return was_on != *is_on;
}

static void draw_slider(Ui *ui, Rect track, int percent)
{
    float part = (float)percent / 100, middle = track.y + track.h / 2;
    paint_bar(ui, track, part, ui_color(ui, TOKEN_TERM));
    float x = track.x + part * (track.w - KNOB);
    draw_shape(ui->draw, (DrawShape){.rect = {x, middle - KNOB / 2.0f, KNOB, KNOB},
                                     .radius = KNOB / 2.0f,
                                     .fill_top = ui_color(ui, TOKEN_TEXT),
                                     .fill_bottom = ui_color(ui, TOKEN_TEXT),
                                     .shadow_y = 2,
                                     .shadow_blur = ui->theme->is_flat ? 0 : 6,
                                     .shadow_color = ui_color(ui, TOKEN_SHADOW)});
}

static int at_pointer(const Ui *ui, Rect track, int step)
{
    float part = (ui->pointer.x - track.x - KNOB / 2.0f) / (track.w - KNOB);
    int percent = (int)lroundf(fminf(1, fmaxf(0, part)) * 100 / (float)step) * step;
    return percent > 100 ? 100 : percent;
}

bool setting_slider(Ui *ui, const Setting *row, int step, int *percent)
{
    Str value = str_format(ui->frame, "%d", *percent);
    UiHit hit = setting_row_begin(ui, row, ROLE_SLIDER, value, ui_on_command(COMMAND_NONE));
    float number = ui_grow(ui, NUMBER_W, T20, 1), right = row->rect.x + row->rect.w - PAD;
    Rect track = {right - number - GAP - SLIDER_W, row->rect.y + (row->rect.h - SLIDER_H) / 2, SLIDER_W,
                  SLIDER_H};
    int before = *percent;
    bool is_on_track = ui->pointer.x >= track.x - KNOB && ui->pointer.x <= track.x + track.w + KNOB;
    if (hit.is_pointer_down && is_on_track) *percent = at_pointer(ui, track, step);
    *percent += hit.step_x * step;
    if (*percent < 0) *percent = 0;
    if (*percent > 100) *percent = 100;
    setting_row_words(ui, row, SLIDER_W + GAP + number);
    draw_slider(ui, track, *percent);
    label_draw(ui, (Rect){right - number, row->rect.y, number, row->rect.h},
               str_format(ui->frame, "%d", *percent), &VALUE);
    paint_layer_end(ui);
    return before != *percent;
}
