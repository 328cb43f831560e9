#include "screens/rush_hud.h"

#include <math.h>

#include "play/score.h"
#include "screens/hud.h"
#include "ui/format.h"
#include "ui/widgets.h"

#define BAR_TOP       106.0f
#define BAR_HEIGHT    12.0f
#define BAR_FRAME_MS  33 /* the bar's own pace: 150 units a second at most */
#define SHORT_PART    0.25f
#define SHORT_FADE_MS 200
#define PULSE_MS      1000
#define DOT_STEP      17.0f
#define DOTS_MOST     24
#define CENTER_WIDTH  420.0f
#define LIFE_SIDE     24.0f

typedef struct {
    Ui *ui;
    const CurrentRound *round;
    const RushRound *rush;
    Rect area;
    uint32_t shown; /* question */
} Hud;

static LabelStyle center_style(TextSize size, FontWeight weight, Token color)
{
    return (LabelStyle){.size = size,
                        .weight = weight,
                        .color = color,
                        .align = TEXT_ALIGN_LEFT,
                        .is_tabular = true,
                        .is_hud = true};
}

/* "Question 7 / 20", on one line about the middle. */
static void put_number(const Hud *hud, Rect box)
{
    Ui *ui = hud->ui;
    bool has_total = hud->rush->setup.variant != VARIANT_SURVIVAL;
    LabelStyle word = center_style(T18, WEIGHT_MEDIUM, TOKEN_MUTED);
    LabelStyle number = center_style(T40, WEIGHT_BOLD, TOKEN_TEXT);
    LabelStyle total = center_style(T24, WEIGHT_SEMI, TOKEN_SOFT);
    Str n = str_format(ui->frame, "%u", hud->shown + 1);
    Str all = has_total ? str_format(ui->frame, "/ %u", rush_total(hud->rush)) : (Str){0};
    float a = hud_is_least(ui) ? 0 : label_width(ui, STR("Question"), &word) + 10;
    float b = label_width(ui, n, &number), c = has_total ? label_width(ui, all, &total) + 10 : 0;
    float x = box.x + (box.w - a - b - c) / 2;
    if (a > 0) label_draw(ui, (Rect){x, box.y + 6, a, box.h}, STR("Question"), &word);
    label_draw(ui, (Rect){x + a, box.y, b + 1, box.h}, n, &number);
    if (c > 0) label_draw(ui, (Rect){x + a + b + 10, box.y + 4, c, box.h}, all, &total);
    ui_note(ui, ui_id("question-number"),
            str_format(ui->frame, "Question %.*s %.*s", STR_FMT(n), STR_FMT(all)), box);
}

/* Right: filled with a tick's colour; wrong: a cross; the present one tall; those to come empty. */
static void draw_dot(Ui *ui, float x, float y, const Question *question, bool is_shown)
{
    Answered answered = question ? question->answered : ANSWERED_NOT;
    if (answered == ANSWERED_NOT && !is_shown) {
        draw_shape(ui->draw, (DrawShape){.rect = {x, y + 3, 13, 13},
                                         .radius = 4,
                                         .border = 2,
                                         .border_color = ui_color(ui, TOKEN_LINE2)});
        return;
    }
    bool is_right = answered == ANSWERED_RIGHT;
    Token token = answered == ANSWERED_NOT ? TOKEN_TEXT : is_right ? TOKEN_OK : TOKEN_BAD;
    Rect box = is_shown ? (Rect){x - 1, y, 15, 19} : (Rect){x, y + 3, 13, 13};
    draw_rect(ui->draw, box, is_shown ? 5 : 4, ui_color(ui, token));
    if (answered == ANSWERED_NOT || is_right) return;
    Color ink = ui_color(ui, TOKEN_BAD_INK);
    Vec c = rect_center(box);
    paint_line(ui, (Vec){c.x - 2.5f, c.y - 2.5f}, (Vec){c.x + 2.5f, c.y + 2.5f}, 2, ink);
    paint_line(ui, (Vec){c.x + 2.5f, c.y - 2.5f}, (Vec){c.x - 2.5f, c.y + 2.5f}, 2, ink);
}

static void draw_dots(const Hud *hud, Rect box, uint32_t total)
{
    float x = box.x + (box.w - DOT_STEP * (float)total + 4) / 2;
    paint_layer(hud->ui, box);
    for (uint32_t i = 0; i < total; i++) {
        const Question *question = i < hud->rush->question_count ? rush_question(hud->rush, i) : NULL;
        draw_dot(hud->ui, x + DOT_STEP * (float)i, box.y, question, i == hud->shown);
    }
    paint_layer_end(hud->ui);
}

static void draw_heart(Ui *ui, Rect box, Color color)
{
    float r = box.w * 0.27f, x = box.x + box.w / 2, y = box.y + box.h * 0.36f;
    draw_rect(ui->draw, (Rect){x - 2 * r + 1, y - r, 2 * r, 2 * r}, r, color);
    draw_rect(ui->draw, (Rect){x - 1, y - r, 2 * r, 2 * r}, r, color);
    Vec points[] = {{x - 2 * r + 2, y + r * 0.45f},
                    {x, y - r * 0.4f},
                    {x + 2 * r - 2, y + r * 0.45f},
                    {x, box.y + box.h * 0.94f}};
    draw_polygon(ui->draw, points, 4, color);
}

/* A heart for each life; a lost one is a small cross. */
static void put_lives(const Hud *hud, Rect box)
{
    Ui *ui = hud->ui;
    uint32_t lives = rush_lives(hud->rush);
    float x = box.x + (box.w - (LIFE_SIDE + 8) * RUSH_SURVIVAL_LIVES + 8) / 2;
    paint_layer(ui, box);
    for (uint32_t i = 0; i < RUSH_SURVIVAL_LIVES; i++) {
        Rect one = {x + (LIFE_SIDE + 8) * (float)i, box.y, LIFE_SIDE, LIFE_SIDE};
        Color gone = ui_color(ui, TOKEN_LINE2);
        if (i < lives)
            draw_heart(ui, one, ui_color(ui, TOKEN_BAD));
        else
            icon_draw(ui->draw, ICON_CROSS, rect_inset(one, 3), gone, gone);
    }
    paint_layer_end(ui);
    ui_note(ui, ui_id("lives"), format_count(ui->frame, lives, "life left", "lives left"), box);
}

static void put_progress(const Hud *hud, Rect box)
{
    uint32_t total = rush_total(hud->rush);
    if (hud->rush->setup.variant == VARIANT_SURVIVAL) {
        put_lives(hud, box);
    } else if (total <= DOTS_MOST) {
        draw_dots(hud, box, total);
    } else {
        float part = (float)(hud->rush->right + hud->rush->wrong) / (float)total;
        Rect bar = layout_center(box, 342, 10);
        paint_bar(hud->ui, bar, part, ui_color(hud->ui, TOKEN_OK));
    }
}

typedef struct {
    int64_t left_ms, limit_ms; /* limit 0: none */
} TimeLeft;

static TimeLeft time_left(const Hud *hud)
{
    const LiveRound *live = hud->round->live;
    const Question *question = rush_question(hud->rush, hud->shown);
    int64_t limit = question->deal.limit_ms;
    if (limit == 0) return (TimeLeft){0, 0};
    if (question->answered != ANSWERED_NOT) return (TimeLeft){limit - question->took_ms, limit};
    return (TimeLeft){rush_left_ms(hud->rush, live_clock_ms(live, hud->ui->in.now_ms)), limit};
}

static void draw_pill(const Hud *hud, Rect bar, float x, int64_t left_ms, Color fill, Color ink, float scale)
{
    Ui *ui = hud->ui;
    LabelStyle style = {
        .size = T20, .weight = WEIGHT_BOLD, .align = TEXT_ALIGN_CENTER, .is_tabular = true, .is_hud = true};
    Str text = format_seconds(ui->frame, left_ms, 1);
    float w = ceilf(label_width(ui, text, &style)) + 28, h = 32;
    float left = fminf(fmaxf(x - w / 2, bar.x), bar.x + bar.w - w);
    Rect home = {0, 0, w, h};
    paint_layer_moved(ui, home, (Vec){left, bar.y + bar.h / 2 - h / 2}, scale, 1);
    draw_rect(ui->draw, home, h / 2, fill);
    label_draw_color(ui, home, text, &style, ink);
    paint_layer_end(ui);
}

static float pulse(Ui *ui, bool is_running)
{
    if (!is_running || ui->in.reduced_motion) return 1;
    ui_keep_moving(ui);
    float t = (float)(ui->in.now_ms % PULSE_MS) / PULSE_MS;
    return 1 + 0.06f * sinf(3.14159265f * t);
}

static void put_time(const Hud *hud)
{
    Ui *ui = hud->ui;
    TimeLeft time = time_left(hud);
    if (time.limit_ms == 0) return;
    bool is_running = hud->round->live->phase == LIVE_OPEN;
    float part = (float)time.left_ms / (float)time.limit_ms;
    bool is_short = part < SHORT_PART;
    float amber = ui_fade(ui, ui_id("amber"), is_short, is_short, SHORT_FADE_MS, 0);
    Color fill = color_mix(ui_color(ui, TOKEN_TERM), ui_color(ui, TOKEN_DEF), amber);
    Color ink = ui_color(ui, is_short ? TOKEN_DEF_INK : TOKEN_TERM_INK);
    Rect bar = {hud->area.x, hud->area.y + BAR_TOP, hud->area.w, BAR_HEIGHT};
    paint_bar(ui, bar, part, fill);
    draw_pill(hud, bar, bar.x + bar.w * part, time.left_ms, fill, ink, pulse(ui, is_running && is_short));
    if (is_running) {
        int64_t tenth = time.left_ms % 100 + 1, step = ui->in.reduced_motion ? tenth : BAR_FRAME_MS;
        ui_wake_at(ui, ui->in.now_ms + (step < tenth ? step : tenth));
    }
    ui_note(ui, ui_id("time-left"), format_seconds(ui->frame, time.left_ms, 1), bar);
}

static HudStreak streak_of(const Hud *hud)
{
    uint32_t streak = hud->rush->streak;
    Str percent = str_format(hud->ui->frame, "+%u%%", score_answer_percent(streak) - 100);
    return (HudStreak){.streak = streak,
                       .segments = 10,
                       .filled = streak < 10 ? (int)streak : 10,
                       .multiplier = percent,
                       .is_small = true};
}

void rush_hud_put(Ui *ui, const CurrentRound *round, const LayoutPage *page)
{
    const RushRound *rush = &round->live->round->as.rush;
    Hud hud = {ui, round, rush, hud_area(page), live_question(round->live)};
    Rect center = layout_center(hud.area, CENTER_WIDTH, hud.area.h);
    if (!hud_is_least(ui)) {
        HudStat score = {.id = ui_id("score"),
                         .label = STR("Score"),
                         .value = format_number(ui->frame, hud_score(ui, round->look, rush->score)),
                         .size = T40};
        hud_stat_put(ui, hud.area, &score);
    }
    HudStreak streak = streak_of(&hud);
    hud_streak_put(ui, hud.area, round->look, &streak);
    put_number(&hud, (Rect){center.x, center.y + 10, center.w, 48});
    put_progress(&hud, (Rect){center.x, center.y + 64, center.w, 24});
    put_time(&hud);
}
