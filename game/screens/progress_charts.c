#include <math.h>

#include "screens/progress_state.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define LEAST_SPAN 14 /* days of mastery over time */
#define WEEKS_SPAN 70 /* up to which weeks are marked, then months */

static const LabelStyle QUIET = {T18, WEIGHT_MEDIUM, TOKEN_MUTED, TEXT_ALIGN_RIGHT, true, false, 1};

static float begun_cards(const ProgressState *progress, int day)
{
    return progress->levels[MASTERY_LEARNING][day] + progress->levels[MASTERY_FAMILIAR][day] +
           progress->levels[MASTERY_MASTERED][day];
}

/* From the first day on that had anything to show, but two weeks at least. */
static int span_of(const ProgressState *progress)
{
    int from = 0;
    while (from < progress->day_count && begun_cards(progress, from) < 1) from++;
    int span = progress->day_count - from;
    return span > LEAST_SPAN ? span : LEAST_SPAN;
}

/* Every seventh day back from today. */
static int week_ticks(Ui *ui, const ProgressState *progress, int span, ChartTick *ticks)
{
    int count = 0;
    for (int i = (span - 1) % 7; i < span; i += 7) {
        int32_t day = progress->today - span + 1 + i;
        ticks[count++] =
            (ChartTick){(float)i / (float)(span - 1), format_date(ui->frame, day, progress->today)};
    }
    return count;
}

/* Where each month begins. */
static int month_ticks(Ui *ui, const ProgressState *progress, int span, ChartTick *ticks)
{
    int count = 0;
    Str last = {0};
    for (int i = 0; i < span; i++) {
        Str month = format_month(ui->frame, progress->today - span + 1 + i);
        if (str_is(month, last)) continue;
        last = month;
        ticks[count++] = (ChartTick){(float)i / (float)(span - 1), month};
    }
    return count;
}

/* All cards of the deck; less where those begun would lie at the bottom of it. */
static float mastery_top(const ProgressState *progress)
{
    float most = 0;
    for (int i = 0; i < progress->day_count; i++) most = fmaxf(most, begun_cards(progress, i));
    float all = (float)(progress->cards + progress->cards % 2);
    return 3 * most < all || all < most ? chart_top(most) : all;
}

int progress_mastery_series(const ProgressState *progress, ChartSeries out[PROGRESS_SHOWN_LEVELS])
{
    static const struct {
        MasteryLevel level;
        Token color;
        ChartMark mark;
        ChartStroke stroke;
    } looks[PROGRESS_SHOWN_LEVELS] = {{MASTERY_MASTERED, TOKEN_TERM, CHART_CIRCLE, CHART_SOLID},
                                      {MASTERY_FAMILIAR, TOKEN_STREAK, CHART_DIAMOND, CHART_DASHED},
                                      {MASTERY_LEARNING, TOKEN_DEF, CHART_SQUARE, CHART_DOTTED}};
    int span = span_of(progress), from = progress->day_count - span;
    for (int i = 0; i < PROGRESS_SHOWN_LEVELS; i++)
        out[i] = (ChartSeries){mastery_name(looks[i].level), looks[i].color, looks[i].mark, looks[i].stroke,
                               progress->levels[looks[i].level] + from};
    return span;
}

Intent progress_mastery_put(Ui *ui, ProgressState *progress, Rect area)
{
    if (progress_is_empty(progress, PANEL_MASTERY))
        return progress_empty_put(ui, progress, PANEL_MASTERY, area);
    ChartSeries series[PROGRESS_SHOWN_LEVELS];
    int span = progress_mastery_series(progress, series);
    Str figures[PROGRESS_SHOWN_LEVELS], value = {0};
    for (int i = 0; i < PROGRESS_SHOWN_LEVELS; i++) {
        figures[i] = format_number(ui->frame, progress_level(progress, (MasteryLevel)(MASTERY_MASTERED - i)));
        value = str_format(ui->frame, "%.*s%s%.*s %.*s", STR_FMT(value), i ? ", " : "",
                           STR_FMT(series[i].name), STR_FMT(figures[i]));
    }
    ProgressFrame frame = progress_panel_begin(ui, PANEL_MASTERY, area, value);
    Rect legend = frame.title;
    if (chart_legend_draw(ui, legend, series, figures, PROGRESS_SHOWN_LEVELS) <= 0) {
        legend = layout_cut_top(&frame.inside, ui_type(ui, T18).line, 8);
        chart_legend_draw(ui, legend, series, figures, PROGRESS_SHOWN_LEVELS);
    }
    ChartTick ticks[PROGRESS_WEEKS];
    ChartLines chart = {.axes = {.area = frame.inside, .top = mastery_top(progress), .ticks = ticks},
                        .series = series,
                        .series_count = PROGRESS_SHOWN_LEVELS,
                        .count = span,
                        .is_stacked = true};
    chart.axes.tick_count =
        span > WEEKS_SPAN ? month_ticks(ui, progress, span, ticks) : week_ticks(ui, progress, span, ticks);
    chart_lines_draw(ui, &chart);
    progress_panel_end(ui);
    if (frame.hit.is_activated) progress_figures_open(progress, PANEL_MASTERY);
    return intent_none();
}

/* The same for bars, which stand beside each other. */
static int bar_ticks(Ui *ui, const ProgressState *progress, ChartTick *ticks)
{
    int count = week_ticks(ui, progress, PROGRESS_RECENT, ticks);
    for (int i = 0; i < count; i++)
        ticks[i].at = (ticks[i].at * (PROGRESS_RECENT - 1) + 0.5f) / PROGRESS_RECENT;
    return count;
}

Intent progress_answers_put(Ui *ui, ProgressState *progress, Rect area)
{
    if (progress_is_empty(progress, PANEL_ANSWERS))
        return progress_empty_put(ui, progress, PANEL_ANSWERS, area);
    float values[PROGRESS_RECENT], right[PROGRESS_RECENT], most = 0;
    int32_t all = 0, all_right = 0;
    for (int i = 0; i < PROGRESS_RECENT; i++) {
        int at = progress->day_count - PROGRESS_RECENT + i;
        values[i] = (float)progress->answers[at];
        right[i] = (float)progress->right[at];
        most = fmaxf(most, values[i]);
        all += progress->answers[at];
        all_right += progress->right[at];
    }
    Str count = format_count(ui->frame, all, "answer", "answers");
    Str words = str_format(ui->frame, "%.*s, %.*s right", STR_FMT(count),
                           STR_FMT(format_percent(ui->frame, all_right, all)));
    ProgressFrame frame = progress_panel_begin(ui, PANEL_ANSWERS, area, words);
    label_draw(ui, frame.title, words, &QUIET);
    ChartTick ticks[PROGRESS_RECENT];
    ChartBars chart = {
        .axes = {.area = frame.inside, .top = chart_top(most), .ticks = ticks, .is_centered = true},
        .values = values,
        .filled = right,
        .count = PROGRESS_RECENT,
        .color = TOKEN_TERM,
        .line_at = -1};
    chart.axes.tick_count = bar_ticks(ui, progress, ticks);
    chart_bars_draw(ui, &chart);
    progress_panel_end(ui);
    if (frame.hit.is_activated) progress_figures_open(progress, PANEL_ANSWERS);
    return intent_none();
}

static int second_ticks(Ui *ui, ChartTick *ticks)
{
    int count = 0;
    for (int i = 0; i < PROGRESS_SECONDS; i += 2) {
        bool is_last = i == PROGRESS_SECONDS - 1;
        Str text = str_format(ui->frame, is_last ? "%d+" : "%d\u2013%d", i, i + 1);
        ticks[count++] = (ChartTick){((float)i + 0.5f) / PROGRESS_SECONDS, text};
    }
    return count;
}

Intent progress_times_put(Ui *ui, ProgressState *progress, Rect area)
{
    if (progress_is_empty(progress, PANEL_TIMES)) return progress_empty_put(ui, progress, PANEL_TIMES, area);
    float most = 0;
    for (int i = 0; i < PROGRESS_SECONDS; i++) most = fmaxf(most, progress->times[i]);
    Str median = format_seconds(ui->frame, progress->median_ms, 1);
    Str label = str_format(ui->frame, "median %.*s", STR_FMT(median));
    ProgressFrame frame = progress_panel_begin(ui, PANEL_TIMES, area, label);
    Str words =
        str_format(ui->frame, "seconds, last %.*s",
                   STR_FMT(format_count(ui->frame, progress->time_count, "right answer", "right answers")));
    label_draw(ui, frame.title, words, &QUIET);
    ChartTick ticks[PROGRESS_SECONDS];
    float at = fminf((float)progress->median_ms / 1000, PROGRESS_SECONDS - 0.5f) / PROGRESS_SECONDS;
    ChartBars chart = {
        .axes = {.area = frame.inside, .top = chart_top(most), .ticks = ticks, .is_centered = true},
        .values = progress->times,
        .count = PROGRESS_SECONDS,
        .color = TOKEN_STREAK,
        .line_at = at,
        .line_label = label};
    chart.axes.tick_count = second_ticks(ui, ticks);
    chart_bars_draw(ui, &chart);
    progress_panel_end(ui);
    if (frame.hit.is_activated) progress_figures_open(progress, PANEL_TIMES);
    return intent_none();
}

static ChartFitBin fit_bin(const StoreCalibration *bin)
{
    if (bin->count == 0) return (ChartFitBin){0};
    return (ChartFitBin){.count = bin->count,
                         .predicted = (float)(bin->predicted / bin->count),
                         .measured = (float)bin->right / (float)bin->count};
}

Intent progress_recall_put(Ui *ui, ProgressState *progress, Rect area)
{
    if (progress_is_empty(progress, PANEL_RECALL))
        return progress_empty_put(ui, progress, PANEL_RECALL, area);
    LabelStyle style = QUIET;
    style.align = TEXT_ALIGN_LEFT;
    style.color = TOKEN_SOFT;
    style.is_tabular = false;
    style.max_lines = 3;
    Str count = format_count(ui->frame, progress->predictions, "answer", "answers");
    Str words = str_format(ui->frame, "Predicted %d%%, measured %d%% in %.*s typed or graded",
                           progress_predicted(progress), progress_measured(progress), STR_FMT(count));
    ProgressFrame frame = progress_panel_begin(ui, PANEL_RECALL, area, words);
    float high = label_height(ui, words, &style, frame.inside.w);
    label_paragraph(ui, layout_cut_top(&frame.inside, high + 1, 8), words, &style);
    ChartFitBin bins[STORE_CALIBRATION_BINS];
    for (int i = 0; i < STORE_CALIBRATION_BINS; i++) bins[i] = fit_bin(&progress->bins[i]);
    ChartFit chart = {
        .area = frame.inside, .bins = bins, .count = STORE_CALIBRATION_BINS, .below = STR("predicted")};
    chart_fit_draw(ui, &chart);
    progress_panel_end(ui);
    if (frame.hit.is_activated) progress_figures_open(progress, PANEL_RECALL);
    return intent_none();
}
