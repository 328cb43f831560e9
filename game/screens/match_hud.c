#include "screens/match_hud.h"

#include <math.h>

#include "screens/best_run.h"
#include "screens/hud.h"
#include "ui/format.h"
#include "ui/widgets.h"

#define TIMER_WIDTH  272.0f
#define TIMER_BOTTOM 92.0f
#define PENALTY_MS   800
#define PENALTY_DROP 14.0f
#define TRACK_TOP    106.0f
#define MOST_DOTS    24
#define LAST_SECONDS 10000

typedef struct {
    Ui *ui;
    const CurrentRound *round;
    const MatchRound *match;
    Rect area;
    int64_t shown_ms;
    bool is_blitz;
} Hud;

/* The next tenth, when time is cut and not rounded. */
static void wake_for_clock(const Hud *hud)
{
    int64_t now = hud->ui->in.now_ms, rest = hud->shown_ms % 100;
    if (hud->round->live->phase != LIVE_OPEN) return;
    ui_wake_at(hud->ui, hud->is_blitz ? now + rest + 1 : now + 100 - rest);
}

static float penalty_part(const Hud *hud)
{
    const RoundLook *look = hud->round->look;
    if (look->penalty_ms == 0) return 1;
    if (!hud->ui->in.reduced_motion) return ui_progress(hud->ui, look->penalty_ms, PENALTY_MS, true);
    int64_t over = look->penalty_ms + PENALTY_MS;
    if (hud->ui->in.now_ms >= over) return 1;
    ui_wake_at(hud->ui, over);
    return 0;
}

static void draw_timer_panel(const Hud *hud, Rect panel, bool is_alarmed)
{
    Ui *ui = hud->ui;
    Rect rect = {panel.x, panel.y - 40, panel.w, panel.h + 40};
    DrawShape shape = {.rect = rect,
                       .radius = 24,
                       .fill_top = ui_color(ui, TOKEN_SURFACE),
                       .fill_bottom = ui_color(ui, TOKEN_RAISED),
                       .border = is_alarmed ? 2 : ui->theme->border,
                       .border_color = ui_color(ui, is_alarmed ? TOKEN_BAD : TOKEN_LINE)};
    if (ui->theme->is_flat && !is_alarmed) shape.border_color = ui_color(ui, TOKEN_LINE2);
    if (!ui->theme->is_flat) {
        shape.shadow_y = 8;
        shape.shadow_blur = 24;
        shape.shadow_color = ui_color(ui, TOKEN_SHADOW);
    }
    paint_layer(ui, rect);
    draw_shape(ui->draw, shape);
    paint_layer_end(ui);
}

static LabelStyle timer_style(TextSize size, Token color)
{
    return (LabelStyle){.size = size,
                        .weight = WEIGHT_BOLD,
                        .color = color,
                        .align = TEXT_ALIGN_LEFT,
                        .is_tabular = true,
                        .is_hud = true};
}

/* Minutes and seconds large, the tenth small, on one line. Outside any layer: each digit is a picture that is
 * kept, and a tick copies one of them. */
static void draw_time(const Hud *hud, Rect panel, Str whole, Str tenth)
{
    Ui *ui = hud->ui;
    bool is_short = hud->is_blitz && hud->shown_ms < LAST_SECONDS;
    LabelStyle large = timer_style(T64, is_short ? TOKEN_DEF : TOKEN_TEXT),
               small = timer_style(T40, TOKEN_SOFT);
    TextStyle large_style = label_style(ui, &large), small_style = label_style(ui, &small);
    const TextLayout *a = text_layout(ui->text, whole, &large_style, TEXT_ANY_WIDTH);
    const TextLayout *b = text_layout(ui->text, tenth, &small_style, TEXT_ANY_WIDTH);
    float x = panel.x + (panel.w - a->width - b->width) / 2;
    float y = panel.y + (panel.h - a->height) / 2;
    text_draw(ui->draw, a, (Vec){x, y}, ui_color(ui, large.color));
    float line = y + a->lines[0].baseline - b->lines[0].baseline;
    text_draw(ui->draw, b, (Vec){x + a->width, line}, ui_color(ui, TOKEN_SOFT));
}

static Rect put_timer(const Hud *hud, bool is_alarmed)
{
    Ui *ui = hud->ui;
    Str time = format_time(ui->frame, hud->shown_ms, 1);
    size_t dot = time.size;
    while (dot > 0 && time.data[dot - 1] != '.') dot--;
    Str whole = str_slice(time, 0, dot ? dot - 1 : time.size),
        tenth = str_slice(time, dot ? dot - 1 : 0, time.size);
    LabelStyle large = timer_style(T64, TOKEN_TEXT), small = timer_style(T40, TOKEN_SOFT);
    float needed = label_width(ui, whole, &large) + label_width(ui, tenth, &small) + 48;
    float width = fmaxf(TIMER_WIDTH, ceilf(needed));
    Rect panel = {hud->area.x + (hud->area.w - width) / 2, hud->area.y - 2, width, TIMER_BOTTOM + 2};
    draw_timer_panel(hud, panel, is_alarmed);
    draw_time(hud, panel, whole, tenth);
    ui_note(ui, ui_id("timer"), time, panel);
    return panel;
}

/* A dot for each pair: filled while it is left. */
static void draw_dots(const Hud *hud, float x, float right, uint32_t left)
{
    uint32_t pairs = hud->match->setup.pairs;
    Ui *ui = hud->ui;
    if (pairs > MOST_DOTS) return;
    uint32_t columns = pairs <= 18 ? 6 : 8, rows = (pairs + columns - 1) / columns;
    Rect box = {x, hud->area.y + 66 - 9 * (float)(rows - 1) - 8, 18 * (float)columns,
                18 * (float)(rows - 1) + 16};
    if (box.x + box.w > right) return;
    paint_layer(ui, box);
    for (uint32_t i = 0; i < pairs; i++) {
        Vec c = {box.x + 8 + 18 * (float)(i % columns), box.y + 8 + 18 * (float)(i / columns)};
        bool is_left = i >= pairs - left;
        DrawShape dot = {.rect = {c.x - 5, c.y - 5, 10, 10}, .radius = 5, .border = 2};
        dot.fill_top = dot.fill_bottom = dot.border_color = ui_color(ui, TOKEN_TEXT);
        if (!is_left) {
            dot.fill_top = dot.fill_bottom = (Color){0};
            dot.border_color = ui_color(ui, TOKEN_LINE2);
        }
        draw_shape(ui->draw, dot);
    }
    paint_layer_end(ui);
}

static void put_pairs(const Hud *hud, Rect box)
{
    Ui *ui = hud->ui;
    uint32_t left = match_pairs_left(hud->match);
    HudStat stat = {.id = ui_id("pairs"),
                    .label = hud->is_blitz ? STR("Pairs") : STR("Pairs left"),
                    .value = str_format(ui->frame, "%u", hud->is_blitz ? hud->match->right : left),
                    .size = T40};
    hud_stat_put(ui, box, &stat);
    if (hud->is_blitz || ui->in.text_percent > 150) return;
    LabelStyle digits = timer_style(T40, TOKEN_TEXT);
    float room = ceilf(label_width(ui, STR("00"), &digits)) + 14;
    draw_dots(hud, box.x + room, box.x + box.w, left);
}

static void put_left(const Hud *hud, Rect box)
{
    Ui *ui = hud->ui;
    if (hud_is_least(ui)) {
        put_pairs(hud, box);
        return;
    }
    int64_t score = hud_score(ui, hud->round->look, hud->match->score);
    HudStat stat = {.id = ui_id("score"),
                    .label = STR("Score"),
                    .value = format_number(ui->frame, score),
                    .size = hud->is_blitz ? T64 : T40};
    float used = hud_stat_put(ui, box, &stat);
    layout_cut_left(&box, fmaxf(212, used + 32), 0);
    put_pairs(hud, box);
}

/* What a mismatch just cost drops out of the timer. */
static void draw_penalty(const Hud *hud, Rect box, float part)
{
    Ui *ui = hud->ui;
    LabelStyle style = timer_style(T40, TOKEN_BAD);
    Str cost = format_seconds(ui->frame, hud->round->look->penalty, 1);
    Str text = str_format(ui->frame, "%s%.*s", hud->is_blitz ? "\u2212" : "+", STR_FMT(cost));
    DrawLayer layer = draw_layer_identity(box);
    layer.alpha = part < 0.5f ? 1 : 2 * (1 - part);
    layer.dy = ui->in.reduced_motion ? 0 : PENALTY_DROP * (ease(EASE_CUBIC_OUT, part) - 1);
    draw_layer(ui->draw, layer);
    label_draw(ui, box, text, &style);
    draw_layer_end(ui->draw);
    ui_note(ui, ui_id("penalty"), text, box);
}

static void put_right(const Hud *hud, Rect box, const BestRun *best, float penalty)
{
    Ui *ui = hud->ui;
    bool is_dropping = penalty < 1;
    if (is_dropping) draw_penalty(hud, (Rect){box.x, box.y + 6, box.w, 50}, penalty);
    if (!best->is_there || hud_is_least(ui)) return;
    if (is_dropping) {
        best_run_lead_put(ui, (Rect){box.x, box.y + 58, box.w, 30}, best, T18);
        return;
    }
    LabelStyle label = {
        .size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_LEFT, .is_hud = true};
    label_draw(ui, (Rect){box.x, box.y + 14, box.w, 26}, STR("Best run"), &label);
    best_run_lead_put(ui, (Rect){box.x, box.y + 40, box.w, 40}, best, T24);
}

static HudStreak streak_of(const Hud *hud)
{
    static const struct {
        uint32_t from;
        int steps;
    } tiers[] = {{0, 3}, {3, 3}, {6, 4}, {10, 1}}; /* streaks at which the multiplier rises */
    uint32_t streak = hud->match->streak, tier = 0;
    while (tier < 3 && streak >= tiers[tier + 1].from) tier++;
    return (HudStreak){.streak = streak,
                       .segments = tiers[tier].steps,
                       .filled = tier == 3 ? 1 : (int)(streak - tiers[tier].from),
                       .multiplier = str_format(hud->ui->frame, "\u00d7%u", tier + 1)};
}

/* In a blitz the track is the time that is left. */
static void draw_track(const Hud *hud, const BestRun *best)
{
    Rect track = {hud->area.x, hud->area.y + TRACK_TOP, hud->area.w, hud->ui->theme->is_flat ? 8 : 6};
    if (best->is_there) {
        best_run_track_draw(hud->ui, track, best);
    } else if (hud->is_blitz) {
        int64_t whole = hud->match->setup.timing == TIMING_RELAXED ? MATCH_BLITZ_RELAX : MATCH_BLITZ_MS;
        bool is_short = hud->shown_ms < LAST_SECONDS;
        paint_bar(hud->ui, track, (float)hud->shown_ms / (float)whole,
                  ui_color(hud->ui, is_short ? TOKEN_DEF : TOKEN_TERM));
    }
}

void match_hud_put(Ui *ui, const CurrentRound *round, const LayoutPage *page)
{
    const MatchRound *match = &round->live->round->as.match;
    int64_t shown_ms = match_shown_ms(match, live_clock_ms(round->live, ui->in.now_ms));
    Hud hud = {ui, round, match, hud_area(page), shown_ms, match->setup.variant == VARIANT_BLITZ};
    wake_for_clock(&hud);
    BestRun best = best_run_at(round, shown_ms);
    float penalty = penalty_part(&hud);
    Rect timer = put_timer(&hud, penalty < 1);
    put_left(&hud, (Rect){hud.area.x, hud.area.y, timer.x - hud.area.x - 16, hud.area.h});
    HudStreak streak = streak_of(&hud);
    float used = hud_streak_put(ui, hud.area, round->look, &streak);
    float x = timer.x + timer.w + 20;
    put_right(&hud, (Rect){x, hud.area.y, hud.area.x + hud.area.w - used - 16 - x, hud.area.h}, &best,
              penalty);
    draw_track(&hud, &best);
}
