#include <math.h>

#include "base/calendar.h"
#include "screens/spaced_parts.h"
#include "ui/chart.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define PAD            24.0f
#define PAST_SHARE     0.22f /* of the width, for the time since the last answer */
#define CURVE_POINTS   48
#define LEAST_RECALL   0.5f /* at the foot of the plot */
#define HORIZON_FACTOR 3
#define LINE           4.0f
#define THIN_LINE      2.5f
#define AXIS_GAP       10.0f
#define LEGEND_LINE    28.0f

typedef struct {
    Ui *ui;
    const StudyDeck *deck;
    const CardMemory *card; /* before the answer */
    Moment now;
    Rect plot;
    int64_t horizon_ms; /* from now, at the plot's right end */
    float now_x;
} Chart;

static float y_of(const Chart *chart, double recall)
{
    float part = ((float)recall - LEAST_RECALL) / (1 - LEAST_RECALL);
    return chart->plot.y + chart->plot.h * (1 - fminf(1, fmaxf(0, part)));
}

static float x_of(const Chart *chart, int64_t ahead_ms)
{
    float room = chart->plot.x + chart->plot.w - chart->now_x;
    return chart->now_x + room * (float)ahead_ms / (float)chart->horizon_ms;
}

static double recall_at(const Chart *chart, const CardMemory *card, int64_t at_ms)
{
    return card_memory_recall(&chart->deck->memory, &chart->deck->learner, card, at_ms);
}

static LabelStyle axis_style(TextAlign align, bool is_strong)
{
    return (LabelStyle){.size = T16,
                        .weight = is_strong ? WEIGHT_BOLD : WEIGHT_MEDIUM,
                        .color = is_strong ? TOKEN_TEXT : TOKEN_MUTED,
                        .align = align,
                        .is_tabular = true,
                        .max_lines = 1};
}

static float axis_width(const Ui *ui)
{
    LabelStyle style = axis_style(TEXT_ALIGN_RIGHT, true);
    return ceilf(label_width(ui, STR("100"), &style)) + AXIS_GAP;
}

static void draw_level(const Chart *chart, double recall, bool is_review)
{
    Ui *ui = chart->ui;
    Rect plot = chart->plot;
    float y = y_of(chart, recall), line = ui_type(ui, T16).line, left = plot.x - axis_width(ui);
    Vec ends[] = {{plot.x, y}, {plot.x + plot.w, y}};
    Color color = ui_color(ui, is_review ? TOKEN_SOFT : TOKEN_LINE);
    chart_stroke_draw(ui, ends, 2, is_review ? 2 : 1, is_review ? CHART_DOTTED : CHART_SOLID, color);
    LabelStyle style = axis_style(TEXT_ALIGN_RIGHT, is_review);
    label_draw(ui, (Rect){left, y - line / 2, plot.x - AXIS_GAP - left, line},
               str_format(ui->frame, "%.0f", 100 * recall), &style);
}

static void draw_levels(const Chart *chart)
{
    static const double levels[] = {1, 0.75, (double)LEAST_RECALL};
    double retention = chart->deck->retention;
    float apart = ui_type(chart->ui, T16).line;
    for (int i = 0; i < 3; i++)
        if (fabsf(y_of(chart, levels[i]) - y_of(chart, retention)) >= apart)
            draw_level(chart, levels[i], false);
    draw_level(chart, retention, true);
}

/* From `x0` at `from_ms` to `x1` at `to_ms`, closer points where it falls fast, as far as the plot goes. */
static void draw_curve(const Chart *chart, const CardMemory *card, int64_t from_ms, int64_t to_ms, Vec span,
                       float width, ChartStroke stroke, Color color)
{
    Vec points[CURVE_POINTS];
    int count = 0;
    for (int i = 0; i < CURVE_POINTS; i++) {
        double part = (double)i / (CURVE_POINTS - 1), t = part * part;
        double recall = recall_at(chart, card, from_ms + (int64_t)(t * (double)(to_ms - from_ms)));
        points[count++] = (Vec){span.x + (span.y - span.x) * (float)t, y_of(chart, recall)};
        if (recall <= (double)LEAST_RECALL) break;
    }
    chart_stroke_draw(chart->ui, points, count, width, stroke, color);
}

static void draw_past(const Chart *chart)
{
    Ui *ui = chart->ui;
    Color grey = ui_color(ui, TOKEN_MUTED);
    if (card_memory_is_new(chart->card)) return;
    float x = chart->plot.x;
    draw_curve(chart, chart->card, chart->card->last_ms, chart->now.at_ms, (Vec){x, chart->now_x}, 3,
               CHART_SOLID, grey);
    chart_mark_draw(ui, CHART_CIRCLE,
                    (Vec){x, y_of(chart, recall_at(chart, chart->card, chart->card->last_ms))}, 9, grey);
}

static void draw_under(const Chart *chart, float x, Str text, Token color, bool is_strong, float *free_from)
{
    Ui *ui = chart->ui;
    LabelStyle style = axis_style(TEXT_ALIGN_LEFT, is_strong);
    style.color = color;
    float w = ceilf(label_width(ui, text, &style)) + 1, line = ui_type(ui, T16).line;
    float right = chart->plot.x + chart->plot.w, left = fminf(x - w / 2, right - w + 8);
    if (left < *free_from) return;
    label_draw(ui, (Rect){left, chart->plot.y + chart->plot.h + 10, w, line}, text, &style);
    *free_from = left + w + 10;
}

static ChartStroke stroke_of(const Ui *ui, Grade grade)
{
    if (!ui->theme->is_flat) return CHART_SOLID;
    return grade == GRADE_AGAIN ? CHART_DOTTED : grade == GRADE_HARD ? CHART_DASHED : CHART_SOLID;
}

static void draw_grade(const Chart *chart, uint32_t card, Grade grade, bool is_marked)
{
    Ui *ui = chart->ui;
    CardMemory after = spaced_after(chart->deck, card, grade, chart->now);
    Color color = ui_color(ui, spaced_grade_color(grade));
    if (!is_marked) color = color_fade(color, 0.62f);
    int64_t end_ms = chart->now.at_ms + chart->horizon_ms;
    Vec span = {chart->now_x, chart->plot.x + chart->plot.w};
    draw_curve(chart, &after, chart->now.at_ms, end_ms, span, is_marked ? LINE : THIN_LINE,
               stroke_of(ui, grade), color);
    int64_t due = spaced_interval_ms(chart->deck, card, grade, chart->now);
    double recall = recall_at(chart, &after, chart->now.at_ms + due);
    if (due <= chart->horizon_ms && recall > (double)LEAST_RECALL)
        chart_mark_draw(ui, CHART_CIRCLE, (Vec){x_of(chart, due), y_of(chart, recall)}, is_marked ? 13 : 8,
                        color);
}

static void draw_future(const Chart *chart, uint32_t card, Grade marked)
{
    Ui *ui = chart->ui;
    for (int g = GRADE_AGAIN; g <= GRADE_EASY; g++)
        if ((Grade)g != marked) draw_grade(chart, card, (Grade)g, false);
    draw_grade(chart, card, marked, true);
    int64_t due = spaced_interval_ms(chart->deck, card, marked, chart->now);
    float free_from = chart->plot.x - 30;
    draw_under(chart, chart->now_x, STR("now"), TOKEN_TEXT, true, &free_from);
    draw_under(chart, x_of(chart, due), format_interval(ui->frame, due), spaced_grade_color(marked), true,
               &free_from);
    draw_under(chart, chart->plot.x + chart->plot.w, format_interval(ui->frame, chart->horizon_ms),
               TOKEN_MUTED, false, &free_from);
}

static Rect line_of(Ui *ui, Rect *box)
{
    return layout_cut_top(box, fmaxf(LEGEND_LINE, ui_type(ui, T18).line), 2);
}

static void draw_key(Ui *ui, Rect line, ChartStroke stroke, float width, Color color, Str words)
{
    LabelStyle style = {T18, WEIGHT_MEDIUM, TOKEN_SOFT, TEXT_ALIGN_LEFT, false, false, 1};
    Vec ends[] = {{line.x + 2, line.y + line.h / 2}, {line.x + 26, line.y + line.h / 2}};
    chart_stroke_draw(ui, ends, 2, width, stroke, color);
    layout_cut_left(&line, 26, 12);
    label_draw(ui, line, words, &style);
}

static void draw_legend(const Chart *chart, uint32_t card, bool is_shown, Grade marked, Rect box)
{
    Ui *ui = chart->ui;
    int retention = (int)lround(100 * chart->deck->retention);
    Str review = str_format(ui->frame, "review line, %d%% recall", retention);
    Str words;
    Color color = ui_color(ui, TOKEN_MUTED);
    if (is_shown) {
        int64_t due = spaced_interval_ms(chart->deck, card, marked, chart->now);
        words = str_format(ui->frame, "%s: back to %d%% in %s", spaced_grade_name(marked).data, retention,
                           format_interval(ui->frame, due).data);
        color = ui_color(ui, spaced_grade_color(marked));
    } else {
        double now = recall_at(chart, chart->card, chart->now.at_ms);
        words = str_format(ui->frame, "recall now: about %.0f%%", 100 * now);
    }
    ui_note(ui, ui_id("memory-words"), words, box);
    draw_key(ui, line_of(ui, &box), is_shown ? stroke_of(ui, marked) : CHART_SOLID, LINE, color, words);
    if (box.h > 0) draw_key(ui, line_of(ui, &box), CHART_DOTTED, 2, ui_color(ui, TOKEN_SOFT), review);
}

/* As far as the easiest grade puts it off, but so that the pointed-out one stays clear of today. */
static int64_t horizon_of(const StudyDeck *deck, uint32_t card, Grade marked, Moment now)
{
    int64_t easiest = spaced_interval_ms(deck, card, GRADE_EASY, now);
    int64_t most = HORIZON_FACTOR * spaced_interval_ms(deck, card, marked, now);
    if (most < CALENDAR_DAY_MS) most = CALENDAR_DAY_MS;
    return easiest < most ? easiest : most;
}

static void draw_new(Ui *ui, Rect box)
{
    LabelStyle style = {T20, WEIGHT_MEDIUM, TOKEN_SOFT, TEXT_ALIGN_START, false, false, 0};
    Str words = STR("A new card. Your first answer begins its curve.");
    label_paragraph(ui, box, words, &style);
    ui_note(ui, ui_id("memory-words"), words, box);
}

static void draw_chart(Ui *ui, const SpacedScreen *screen, const Model *model, Rect box)
{
    const Spaced *sitting = model->spaced.sitting;
    const StudyDeck *deck = model->study;
    uint32_t card = sitting->at.card;
    bool is_shown = sitting->is_shown;
    int64_t at_ms = is_shown ? sitting->shown_at_ms : model->spaced.day.now.at_ms;
    float line = ui_type(ui, T16).line;
    Chart chart = {
        .ui = ui, .deck = deck, .card = &deck->cards[card].memory, .now = {at_ms, model->spaced.day.now.day}};
    int lines = spaced_is_large(ui) ? 1 : 2;
    Rect legend = layout_cut_bottom(&box, (float)lines * (fmaxf(LEGEND_LINE, ui_type(ui, T18).line) + 2), 8);
    float left = axis_width(ui);
    chart.plot = (Rect){box.x + left, box.y + line / 2, box.w - left - 20, box.h - line * 1.5f - 14};
    chart.horizon_ms = horizon_of(deck, card, screen->marked, chart.now);
    bool is_new = card_memory_is_new(chart.card);
    chart.now_x = chart.plot.x + chart.plot.w * (is_new ? 0.02f : is_shown ? PAST_SHARE : 1);
    draw_levels(&chart);
    draw_past(&chart);
    if (is_shown) draw_future(&chart, card, screen->marked);
    float now_y = is_shown ? y_of(&chart, 1) : y_of(&chart, recall_at(&chart, chart.card, at_ms));
    chart_mark_draw(ui, CHART_CIRCLE, (Vec){chart.now_x, now_y}, 16, ui_color(ui, TOKEN_TEXT));
    draw_legend(&chart, card, is_shown, screen->marked, legend);
}

void spaced_memory_put(Ui *ui, const SpacedScreen *screen, const Model *model, Rect area)
{
    const Spaced *sitting = model->spaced.sitting;
    LabelStyle title = {T20, WEIGHT_BOLD, TOKEN_TEXT, TEXT_ALIGN_LEFT, false, false, 1};
    bool is_new = card_memory_is_new(&model->study->cards[sitting->at.card].memory);
    paint_layer(ui, area);
    paint_panel(ui, area);
    Rect inside = layout_pad(area, PAD, spaced_is_large(ui) ? 12 : 20);
    Str words = STR("Your memory of this card");
    if (!spaced_is_large(ui))
        label_note(ui, ui_id("memory"), layout_cut_top(&inside, ui_type(ui, T20).line, 16), words, &title);
    if (is_new && !sitting->is_shown)
        draw_new(ui, inside);
    else
        draw_chart(ui, screen, model, inside);
    paint_layer_end(ui);
}
