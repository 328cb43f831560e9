#include "screens/hud.h"

#include <math.h>

#include "ui/format.h"
#include "ui/widgets.h"

#define RING_SIDE     80.0f
#define RING_RADIUS   31.0f
#define STREAK_GAP    16.0f
#define COUNT_UP_MS   300
#define STEP_MS       240
#define LOST_MS       500
#define LOST_WORDS_MS 1600
#define LOST_ARCS     5
#define LOST_FALL     24.0f

Rect hud_area(const LayoutPage *page)
{
    return (Rect){page->content.x, page->canvas.y, page->content.w, HUD_HEIGHT};
}

bool hud_is_least(const Ui *ui)
{
    return ui->in.text_percent >= HUD_LARGE_PERCENT;
}

static LabelStyle label_of(const Ui *ui, bool is_right)
{
    return (LabelStyle){.size = T18,
                        .weight = WEIGHT_MEDIUM,
                        .color = TOKEN_MUTED,
                        .align = is_right ? TEXT_ALIGN_RIGHT : TEXT_ALIGN_LEFT,
                        .is_hud = ui->in.text_percent > 150};
}

static LabelStyle value_of(const HudStat *stat)
{
    return (LabelStyle){.size = stat->size,
                        .weight = WEIGHT_BOLD,
                        .color = TOKEN_TEXT,
                        .align = TEXT_ALIGN_LEFT,
                        .is_tabular = true,
                        .is_hud = true};
}

static LabelStyle unit_style(void)
{
    return (LabelStyle){.size = T20,
                        .weight = WEIGHT_SEMI,
                        .color = TOKEN_MUTED,
                        .align = TEXT_ALIGN_LEFT,
                        .is_tabular = true,
                        .is_hud = true};
}

/* The unit stands on the value's line: lower than its middle. */
static void draw_unit(Ui *ui, Rect box, Str unit, TextSize size)
{
    LabelStyle style = unit_style();
    float drop = (theme_type(size, ui->in.text_percent, true).size - label_style(ui, &style).size) * 0.36f;
    label_draw(ui, rect_move(box, 0, drop), unit, &style);
}

float hud_stat_put(Ui *ui, Rect box, const HudStat *stat)
{
    LabelStyle label = label_of(ui, stat->is_right), value = value_of(stat), unit = unit_style();
    float label_height = label_style(ui, &label).line_height * 0.92f;
    float value_height = fminf(label_style(ui, &value).line_height * 0.92f, HUD_HEIGHT - label_height - 6);
    float value_width = ceilf(label_width(ui, stat->value, &value));
    float unit_width = stat->unit.size ? ceilf(label_width(ui, stat->unit, &unit)) + 8 : 0;
    float width = fmaxf(ceilf(label_width(ui, stat->label, &label)), value_width + unit_width);
    float top = box.y + (HUD_HEIGHT - label_height - value_height) / 2 + 1;
    float x = stat->is_right ? box.x + box.w - width : box.x;
    float value_x = stat->is_right ? box.x + box.w - value_width - unit_width : box.x;
    label_draw(ui, (Rect){stat->is_right ? x - 6 : x, top, width + 6, label_height}, stat->label, &label);
    Rect line = {value_x, top + label_height, value_width + 6, value_height};
    label_draw(ui, line, stat->value, &value);
    if (stat->unit.size)
        draw_unit(ui, (Rect){value_x + value_width + 8, line.y, unit_width + 6, line.h}, stat->unit,
                  stat->size);
    Str said = str_format(ui->frame, "%.*s: %.*s %.*s", STR_FMT(stat->label), STR_FMT(stat->value),
                          STR_FMT(stat->unit));
    ui_note(ui, stat->id, said, (Rect){x, box.y, width, HUD_HEIGHT});
    return width;
}

int64_t hud_score(Ui *ui, const RoundLook *look, int64_t score)
{
    if (look->score_ms == 0) return score;
    float part = ease(EASE_CUBIC_OUT, ui_progress(ui, look->score_ms, COUNT_UP_MS, false));
    return look->score_before + (int64_t)((float)(score - look->score_before) * part);
}

static float lost_part(Ui *ui, const RoundLook *look, int ms, bool is_kept)
{
    return look->streak_lost_ms ? ui_progress(ui, look->streak_lost_ms, ms, is_kept) : 1;
}

/* The ring as it breaks: five arcs fall apart. */
static void draw_lost(Ui *ui, Vec center, float part)
{
    float fall = ease(EASE_QUAD_IN, part) * LOST_FALL;
    for (int i = 0; i < LOST_ARCS; i++) {
        float from = 72.0f * (float)i - 26, middle = (from + 20) * 3.14159265f / 180;
        Rect box = {center.x - RING_SIDE / 2, center.y - RING_SIDE / 2, RING_SIDE, RING_SIDE};
        DrawLayer layer = draw_layer_identity(box);
        layer.dx = sinf(middle) * 8 * part;
        layer.dy = fall * (0.7f + 0.3f * cosf(middle + (float)i));
        layer.alpha = 1 - part * part;
        draw_layer(ui->draw, layer);
        draw_arc(ui->draw, (DrawArc){.center = center,
                                     .radius = RING_RADIUS,
                                     .width = 6,
                                     .from_deg = from,
                                     .sweep_deg = 40,
                                     .has_round_ends = true,
                                     .color = ui_color(ui, TOKEN_STREAK)});
        draw_layer_end(ui->draw);
    }
}

static void draw_disc(Ui *ui, Vec c, bool glows)
{
    DrawShape disc = {.rect = {c.x - RING_RADIUS, c.y - RING_RADIUS, 2 * RING_RADIUS, 2 * RING_RADIUS},
                      .radius = RING_RADIUS,
                      .fill_top = ui_color(ui, TOKEN_STREAK_TINT),
                      .fill_bottom = ui_color(ui, TOKEN_STREAK_TINT)};
    if (glows && !ui->theme->is_flat) {
        disc.glow_blur = 28;
        disc.glow_color = ui_color(ui, TOKEN_GLOW_STREAK);
    }
    draw_shape(ui->draw, disc);
}

static void draw_ring(Ui *ui, Vec center, const RoundLook *look, const HudStreak *streak)
{
    float step = look->streak_ms ? ui_progress(ui, look->streak_ms, STEP_MS, false) : 1;
    float lost = lost_part(ui, look, LOST_MS, false);
    bool is_breaking = lost < 1 && streak->streak == 0;
    Rect box = {center.x - RING_SIDE / 2, center.y - RING_SIDE / 2, RING_SIDE, RING_SIDE};
    float swell = 1 + 0.15f * sinf(3.14159265f * ease(EASE_QUAD_OUT, step));
    paint_layer_moved(ui, box, (Vec){0, 0}, step < 1 ? swell : 1, 1);
    draw_disc(ui, center, streak->streak > 0);
    if (!is_breaking)
        paint_segments(ui, center, RING_RADIUS, streak->segments, streak->filled, ui_color(ui, TOKEN_STREAK),
                       ui_color(ui, TOKEN_LINE2));
    LabelStyle style = {.size = streak->is_small ? T18 : T32,
                        .weight = WEIGHT_BOLD,
                        .color = TOKEN_TEXT,
                        .align = TEXT_ALIGN_CENTER};
    TextStyle fixed = label_style(ui, &style);
    fixed.size = streak->is_small ? 18 : 30; /* the ring does not grow with the text */
    fixed.line_height = 36;
    fixed.max_lines = 1;
    const TextLayout *text = text_layout(ui->text, streak->multiplier, &fixed, RING_SIDE);
    text_draw(ui->draw, text, (Vec){box.x, center.y - 18}, ui_color(ui, TOKEN_TEXT));
    paint_layer_end(ui);
    if (is_breaking) draw_lost(ui, center, lost);
}

float hud_streak_put(Ui *ui, Rect area, const RoundLook *look, const HudStreak *streak)
{
    draw_ring(ui, (Vec){area.x + area.w - RING_SIDE / 2, area.y + HUD_HEIGHT / 2}, look, streak);
    ui_note(ui, ui_id("multiplier"), streak->multiplier,
            (Rect){area.x + area.w - RING_SIDE, area.y, RING_SIDE, HUD_HEIGHT});
    if (hud_is_least(ui)) return RING_SIDE;
    bool is_lost = lost_part(ui, look, LOST_WORDS_MS, true) < 1 && streak->streak == 0;
    if (is_lost) ui_wake_at(ui, look->streak_lost_ms + LOST_WORDS_MS);
    Str unit = ui->in.text_percent >= 150 ? (Str){0}
               : is_lost                  ? str_format(ui->frame, "was %lld", (long long)look->streak_lost)
                                          : STR("in a row");
    HudStat words = {.id = ui_id("streak"),
                     .label = is_lost ? STR("Streak lost") : STR("Streak"),
                     .value = str_format(ui->frame, "%u", streak->streak),
                     .unit = unit,
                     .size = T40,
                     .is_right = true};
    Rect box = {area.x, area.y, area.w - RING_SIDE - STREAK_GAP, area.h};
    return RING_SIDE + STREAK_GAP + hud_stat_put(ui, box, &words);
}
