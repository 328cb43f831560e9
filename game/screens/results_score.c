#include <math.h>

#include "screens/results_state.h"
#include "screens/variant_choice.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define COUNT_MS        900
#define RIBBON_MS       1200 /* unrolls last */
#define RIBBON_OUT_MS   300
#define RING_SIDE       144.0f
#define CONFETTI        40
#define CONFETTI_MS     1500
#define MOST_STARS      3
#define NO_PACE_PERCENT 150
#define DETAILS_WIDTH   376.0f
#define WIDE_AREA       800.0f

typedef struct {
    Ui *ui;
    ResultsState *state;
    const Outcome *outcome;
} Score;

static LabelStyle centered(TextSize size, FontWeight weight, Token color)
{
    return (LabelStyle){
        .size = size, .weight = weight, .color = color, .align = TEXT_ALIGN_CENTER, .is_tabular = true};
}

static bool has_ribbon(const Outcome *outcome)
{
    return outcome->saved == TICKET_SAVED && outcome->is_best && outcome->has_before && !outcome->is_autoplay;
}

static void draw_ribbon(const Score *score, Rect line)
{
    Ui *ui = score->ui;
    LabelStyle style = centered(T20, WEIGHT_BOLD, TOKEN_DEF_INK);
    Str words = STR("New personal best");
    float part = ease(EASE_CUBIC_OUT, ui_progress(ui, score->state->shown_ms + RIBBON_MS - RIBBON_OUT_MS,
                                                  RIBBON_OUT_MS, false));
    float w = ceilf(label_width(ui, words, &style)) + 48, h = line.h - 8;
    Rect band = {line.x + (line.w - w) / 2, line.y, w, h};
    Color fill = ui_color(ui, TOKEN_DEF), edge = ui_color(ui, TOKEN_DEF_EDGE);
    if (part <= 0) return;
    DrawLayer layer = draw_layer_identity(rect_inset(band, -44));
    layer.scale_x = part;
    draw_layer(ui->draw, layer);
    for (int side = 0; side < 2 && !ui->theme->is_flat; side++) {
        float x = side ? band.x + band.w - 20 : band.x - 32;
        draw_rect(ui->draw, (Rect){x, band.y + 12, 52, h - 2}, 8,
                  color_mix(edge, (Color){0, 0, 0, 255}, 0.2f));
    }
    DrawShape shape = {.rect = band, .radius = 10, .fill_top = fill, .fill_bottom = fill};
    shape.edge = ui->theme->edge;
    shape.edge_color = edge;
    draw_shape(ui->draw, shape);
    label_draw(ui, band, words, &style);
    draw_layer_end(ui->draw);
    ui_note(ui, ui_id("ribbon"), words, band);
}

/* What was played, where no ribbon hangs. */
static void put_name(const Score *score, Rect line)
{
    const Outcome *outcome = score->outcome;
    LabelStyle style = centered(T24, WEIGHT_SEMI, TOKEN_SOFT);
    Str name = variant_label(outcome->setup.variant);
    if (outcome->is_practice) name = STR("Practice");
    if (outcome->is_autoplay) name = str_format(score->ui->frame, "%.*s, played by itself", STR_FMT(name));
    label_note(score->ui, ui_id("played"), line, name, &style);
}

static bool gives_stars(Variant variant)
{
    return variant == VARIANT_DECOY || variant == VARIANT_SPRINT || variant == VARIANT_CLASSIC;
}

static void put_stars(const Score *score, Rect line)
{
    Ui *ui = score->ui;
    int stars = score->outcome->run.stars;
    float side = fminf(line.h, 36), x = line.x + (line.w - side * MOST_STARS - 8 * (MOST_STARS - 1)) / 2;
    for (int i = 0; i < MOST_STARS; i++) {
        bool is_won = i < stars;
        Rect box = {x + (side + 8) * (float)i, line.y + (line.h - side) / 2, side, side};
        float in = is_won ? ui_progress(ui, score->state->shown_ms + 500 + 160 * i, 240, false) : 1;
        Color color = ui_color(ui, is_won ? TOKEN_DEF : TOKEN_LINE2);
        if (in <= 0) continue;
        paint_layer_moved(ui, box, (Vec){0, 0}, in < 1 ? ease(EASE_BACK_OUT, in) : 1, 1);
        icon_draw(ui->draw, is_won ? ICON_STAR : ICON_STAR_EMPTY, box, color, color);
        paint_layer_end(ui);
    }
    ui_note(ui, ui_id("stars"), str_format(ui->frame, "%d of %d stars", stars, MOST_STARS), line);
}

/* A number and, on its foot, the word for what it counts. */
static void put_counted(Ui *ui, Rect line, Str figure, Str unit, const LabelStyle *style)
{
    LabelStyle number = *style, word = centered(T32, WEIGHT_SEMI, TOKEN_SOFT);
    number.align = word.align = TEXT_ALIGN_LEFT;
    word.is_hud = true;
    float a = ceilf(label_width(ui, figure, &number)) + 1, b = ceilf(label_width(ui, unit, &word)) + 1;
    float x = line.x + (line.w - a - 12 - b) / 2;
    /* both stand on one line: letters reach down to about 0.35 of their size below the middle */
    float down = 0.35f * (label_style(ui, &number).size - label_style(ui, &word).size);
    label_draw(ui, (Rect){x, line.y, a, line.h}, figure, &number);
    label_draw(ui, (Rect){x + a + 12, line.y + down, b, line.h}, unit, &word);
}

static void put_figure(const Score *score, Rect line)
{
    Ui *ui = score->ui;
    float part = ease(EASE_CUBIC_OUT, ui_progress(ui, score->state->shown_ms, COUNT_MS, false));
    Str figure = results_figure(ui->frame, score->outcome, part);
    LabelStyle style = centered(T88, WEIGHT_BOLD, TOKEN_TEXT);
    style.is_hud = true;
    Str whole = results_figure(ui->frame, score->outcome, 1), unit = results_unit(score->outcome);
    if (unit.size) {
        put_counted(ui, line, figure, unit, &style);
        whole = str_format(ui->frame, "%.*s %.*s", STR_FMT(whole), STR_FMT(unit));
    } else {
        if (label_width(ui, figure, &style) > line.w) style.size = T64;
        label_draw(ui, line, figure, &style);
    }
    ui_note(ui, ui_id("figure"), whole, line);
}

static void put_change(const Score *score, Rect line)
{
    Ui *ui = score->ui;
    ResultsChange change = results_change(ui->frame, score->outcome);
    if (!change.is_there) return;
    LabelStyle quiet = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_LEFT};
    LabelStyle strong = quiet;
    strong.weight = WEIGHT_SEMI;
    strong.color = change.is_better ? TOKEN_OK : TOKEN_BAD;
    float side = change.amount.size ? ui_type(ui, T18).size : 0;
    float a = label_width(ui, change.amount, &strong), b = label_width(ui, change.words, &quiet);
    float all = side + (side > 0 ? 6 + 8 : 0) + a + b, x = line.x + fmaxf(0, (line.w - all) / 2);
    paint_layer(ui, line);
    if (side > 0) {
        Rect arrow = {x, line.y + (line.h - side) / 2, side, side};
        Color color = ui_color(ui, strong.color);
        icon_draw(ui->draw, change.is_better ? ICON_ARROW_UP : ICON_ARROW_DOWN, arrow, color, color);
        label_draw(ui, (Rect){x + side + 6, line.y, a + 1, line.h}, change.amount, &strong);
        x += side + 6 + a + 8;
    }
    label_draw(ui, (Rect){x, line.y, line.x + line.w - x, line.h}, change.words, &quiet);
    paint_layer_end(ui);
    ui_note(ui, ui_id("change"),
            str_format(ui->frame, "%.*s %.*s", STR_FMT(change.amount), STR_FMT(change.words)), line);
}

static void put_ring(const Score *score, Rect box)
{
    Ui *ui = score->ui;
    uint32_t percent = score->outcome->accuracy_percent;
    float part = ease(EASE_CUBIC_OUT, ui_progress(ui, score->state->shown_ms, COUNT_MS, false));
    paint_layer(ui, box);
    paint_ring(ui, rect_center(box), box.w / 2 - 7, 14, part * (float)percent / 100, ui_color(ui, TOKEN_OK),
               ui_color(ui, ui->theme->is_flat ? TOKEN_LINE : TOKEN_WELL));
    paint_layer_end(ui);
    LabelStyle figure = centered(T32, WEIGHT_BOLD, TOKEN_TEXT),
               word = centered(T18, WEIGHT_MEDIUM, TOKEN_MUTED);
    figure.is_hud = word.is_hud = true;
    Str text = str_format(ui->frame, "%u%%", percent);
    paint_layer(ui, box);
    label_draw(ui, (Rect){box.x, box.y + box.h / 2 - 34, box.w, 40}, text, &figure);
    label_draw(ui, (Rect){box.x, box.y + box.h / 2 + 4, box.w, 26}, STR("accuracy"), &word);
    paint_layer_end(ui);
    ui_note(ui, ui_id("accuracy"), str_format(ui->frame, "%.*s accuracy", STR_FMT(text)), box);
}

typedef struct {
    const char *word;
    Str value;
    Icon icon;
    Token color;
} Stat;

static void put_stat(Ui *ui, Rect box, const Stat *stat)
{
    LabelStyle value = {.size = T32,
                        .weight = WEIGHT_BOLD,
                        .color = TOKEN_TEXT,
                        .align = TEXT_ALIGN_LEFT,
                        .is_tabular = true,
                        .is_hud = true};
    LabelStyle word = {
        .size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_LEFT, .is_hud = true};
    Color color = ui_color(ui, stat->color);
    ui_note(ui, ui_id(stat->word), str_format(ui->frame, "%.*s %s", STR_FMT(stat->value), stat->word), box);
    paint_layer(ui, box);
    Rect icon = layout_cut_left(&box, 32, 14);
    icon_draw(ui->draw, stat->icon, (Rect){icon.x, icon.y + (icon.h - 32) / 2, 32, 32}, color, color);
    if (label_width(ui, stat->value, &value) > box.w) value.size = T24;
    float high = label_style(ui, &value).line_height, low = label_style(ui, &word).line_height;
    float top = box.y + (box.h - high - low) / 2;
    label_draw(ui, (Rect){box.x, top, box.w, high}, stat->value, &value);
    label_draw(ui, (Rect){box.x, top + high, box.w, low}, str_of(stat->word), &word);
    paint_layer_end(ui);
}

static void put_stats(const Score *score, Rect area)
{
    Ui *ui = score->ui;
    const StoreRun *run = &score->outcome->run;
    Variant variant = score->outcome->setup.variant;
    bool is_timed = variant == VARIANT_DECOY || variant == VARIANT_SPRINT;
    bool has_score = is_timed || variant == VARIANT_SURVIVAL;
    Stat first = {"time", format_time(ui->frame, run->time_ms, 1), ICON_CLOCK, TOKEN_TERM};
    if (has_score) first = (Stat){"score", format_number(ui->frame, run->score), ICON_CARDS, TOKEN_TERM};
    if (variant == VARIANT_BLITZ)
        first = (Stat){"right", str_format(ui->frame, "%d", run->right), ICON_TICK, TOKEN_OK};
    Stat second = {"best streak", str_format(ui->frame, "%d in a row", run->best_streak), ICON_BOLT,
                   TOKEN_STREAK};
    put_stat(ui, layout_row(area, 0, 2, 8), &first);
    put_stat(ui, layout_row(area, 1, 2, 8), &second);
}

/* How much of the time the wrong picks cost. */
static void put_penalty(const Score *score, Rect line)
{
    Ui *ui = score->ui;
    const StoreRun *run = &score->outcome->run;
    LabelStyle style = centered(T18, WEIGHT_MEDIUM, TOKEN_MUTED);
    Str cost = format_seconds(ui->frame, run->penalty_ms, 1);
    Str picks = format_count(ui->frame, run->wrong, "wrong pick", "wrong picks");
    bool is_blitz = score->outcome->setup.variant == VARIANT_BLITZ;
    label_note(
        ui, ui_id("penalty"), line,
        str_format(ui->frame, "%.*s: %s%.*s", STR_FMT(picks), is_blitz ? "\u2212" : "+", STR_FMT(cost)),
        &style);
}

static void celebrate(const Score *score, Rect area)
{
    bool is_time = score->ui->in.now_ms >= score->state->shown_ms + RIBBON_MS - RIBBON_OUT_MS;
    if (has_ribbon(score->outcome) && is_time && !score->state->has_celebrated) {
        score->state->has_celebrated = true;
        Rect from = {area.x, area.y + 60, area.w, 240};
        particles_confetti(&score->state->particles, score->ui, from, CONFETTI, CONFETTI_MS);
    }
    particles_draw(&score->state->particles, score->ui);
}

static void put_headline(const Score *score, Rect *area)
{
    Ui *ui = score->ui;
    const Outcome *outcome = score->outcome;
    Rect head = layout_cut_top(area, ui_grow(ui, 52, T20, 1), 4);
    if (has_ribbon(outcome))
        draw_ribbon(score, head);
    else
        put_name(score, head);
    if (gives_stars(outcome->setup.variant) && !outcome->is_practice)
        put_stars(score, layout_cut_top(area, 40, 0));
    put_figure(score, layout_cut_top(area, theme_type(T88, ui->in.text_percent, true).line - 8, 0));
    if (!outcome->is_practice) put_change(score, layout_cut_top(area, ui_type(ui, T18).line + 2, 0));
}

static void put_details(const Score *score, Rect area)
{
    Ui *ui = score->ui;
    if (score->outcome->run.penalty_ms > 0)
        put_penalty(score, layout_cut_top(&area, ui_type(ui, T18).line, 0));
    layout_cut_top(&area, area.h > 340 ? 18 : 10, 0);
    Rect stats = layout_cut_top(&area, RING_SIDE, 16);
    float side = fminf(DETAILS_WIDTH, stats.w);
    stats.x += (stats.w - side) / 2;
    stats.w = side;
    put_ring(score, layout_cut_left(&stats, RING_SIDE, 24));
    put_stats(score, stats);
    area = layout_pad(area, fmaxf(0, (area.w - DETAILS_WIDTH) / 2), 0);
    if (ui->in.text_percent < NO_PACE_PERCENT && area.h >= 80)
        results_pace_put(ui, score->state, score->outcome, area);
}

void results_score_put(Ui *ui, ResultsState *state, const Outcome *outcome, Rect area)
{
    Score score = {ui, state, outcome};
    Rect whole = area;
    if (area.w >= WIDE_AREA) { /* a page of its own: side by side */
        Rect right = layout_cut_right(&area, area.w * 0.46f, 24);
        float needed = RING_SIDE + 10 + ui_type(ui, T18).line;
        put_headline(&score, &area);
        put_details(&score, layout_pad(right, 0, fmaxf(0, (right.h - needed) / 2)));
    } else {
        put_headline(&score, &area);
        put_details(&score, area);
    }
    celebrate(&score, whole);
}
