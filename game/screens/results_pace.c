#include <math.h>

#include "screens/results_state.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define BAR_DELAY_MS 20
#define BARS_MS      800 /* however many there are, the last one starts by then */
#define BAR_MS       240
#define BARS_HIGH    150.0f
#define WIDEST_STEP  31.0f

/* Response times as bars; the fastest right one stands out, a wrong one has a cross. */
typedef struct {
    int64_t longest_ms, fastest_ms;
    size_t fastest;
} Pace;

typedef struct {
    const Outcome *outcome;
    Pace pace;
    size_t first, count; /* those that are shown */
    int64_t shown_ms;
} Bars;

static Pace pace_of(const Outcome *outcome)
{
    Pace pace = {.longest_ms = 1, .fastest_ms = -1};
    for (size_t i = 0; i < outcome->pace_count; i++) {
        int64_t ms = outcome->pace_ms[i], length = ms < 0 ? -ms - 1 : ms;
        if (length > pace.longest_ms) pace.longest_ms = length;
        if (ms < 0 || (pace.fastest_ms >= 0 && ms >= pace.fastest_ms)) continue;
        pace.fastest_ms = ms;
        pace.fastest = i;
    }
    return pace;
}

static void draw_cross(Ui *ui, Vec c, Color color)
{
    paint_line(ui, (Vec){c.x - 3.5f, c.y - 3.5f}, (Vec){c.x + 3.5f, c.y + 3.5f}, 2.5f, color);
    paint_line(ui, (Vec){c.x + 3.5f, c.y - 3.5f}, (Vec){c.x - 3.5f, c.y + 3.5f}, 2.5f, color);
}

static void draw_bar(Ui *ui, const Bars *bars, size_t i, Rect slot)
{
    const Pace *pace = &bars->pace;
    int64_t ms = bars->outcome->pace_ms[i];
    bool is_wrong = ms < 0;
    float part = (float)(is_wrong ? -ms - 1 : ms) / (float)pace->longest_ms;
    int64_t after_ms = (int64_t)(i - bars->first) * BAR_DELAY_MS,
            all_ms = (int64_t)bars->count * BAR_DELAY_MS;
    int64_t start = bars->shown_ms + (all_ms > BARS_MS ? after_ms * BARS_MS / all_ms : after_ms);
    float in = ease(EASE_CUBIC_OUT, ui_progress(ui, start, BAR_MS, false));
    float room = slot.h - 16, height = fmaxf(4, room * part * in);
    bool is_fastest = !is_wrong && i == pace->fastest;
    Color color = ui_color(ui, is_wrong ? TOKEN_BAD : is_fastest ? TOKEN_DEF : TOKEN_TERM);
    Rect bar = {slot.x, slot.y + slot.h - height, slot.w, height};
    draw_rect(ui->draw, bar, fminf(5, slot.w / 2), color);
    if (is_wrong && slot.w >= 7) draw_cross(ui, (Vec){slot.x + slot.w / 2, bar.y - 9}, color);
}

/* The last ones, where there are more than can be told apart. */
void results_pace_put(Ui *ui, const ResultsState *state, const Outcome *outcome, Rect area)
{
    if (outcome->pace_count == 0) return;
    Bars bars = {.outcome = outcome, .pace = pace_of(outcome), .shown_ms = state->shown_ms};
    bool is_match = outcome->setup.mode == MODE_MATCH;
    Rect head = layout_cut_top(&area, ui_type(ui, T18).line, 8);
    LabelStyle quiet = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_LEFT};
    Str count = format_count(ui->frame, (int64_t)outcome->pace_count, is_match ? "pick" : "answer",
                             is_match ? "picks" : "answers");
    label_note(ui, ui_id("pace"), head, str_format(ui->frame, "Pace, %.*s", STR_FMT(count)), &quiet);
    if (bars.pace.fastest_ms >= 0) {
        quiet.align = TEXT_ALIGN_RIGHT;
        Str fastest = format_seconds(ui->frame, bars.pace.fastest_ms, 1);
        label_draw(ui, head, str_format(ui->frame, "fastest %.*s", STR_FMT(fastest)), &quiet);
    }
    area = layout_cut_top(&area, BARS_HIGH, 0);
    size_t most = (size_t)(area.w / 5);
    bars.count = outcome->pace_count > most ? most : outcome->pace_count;
    bars.first = outcome->pace_count - bars.count;
    float step = fminf(WIDEST_STEP, area.w / (float)bars.count), gap = step > 12 ? 6 : 2;
    for (size_t i = 0; i < bars.count; i++)
        draw_bar(ui, &bars, bars.first + i, (Rect){area.x + step * (float)i, area.y, step - gap, area.h});
}
