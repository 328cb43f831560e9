#include <math.h>

#include "ui/chart.h"
#include "ui/format.h"
#include "ui/label.h"
#include "ui/paint.h"

/* The foot of the plot is the counts': a fifth of it. */
#define COUNTS_PART 0.2f

enum { LEAST_POINT = 9, MOST_POINT = 20, STROKE = 3 };

static const LabelStyle COUNT = {T16, WEIGHT_MEDIUM, TOKEN_SOFT, TEXT_ALIGN_CENTER, true, false, 1};

static int32_t most_of(const ChartFit *chart)
{
    int32_t most = 1;
    for (int i = 0; i < chart->count; i++)
        if (chart->bins[i].count > most) most = chart->bins[i].count;
    return most;
}

static Vec place_of(Rect plot, const ChartFitBin *bin)
{
    return (Vec){plot.x + plot.w * bin->predicted, chart_y(plot, 1, bin->measured)};
}

/* All have their numbers above them, or none has. */
static bool have_numbers(Ui *ui, const ChartFit *chart, float step)
{
    return label_width(ui, format_number(ui->frame, most_of(chart)), &COUNT) <= step;
}

static void draw_counts(Ui *ui, const ChartFit *chart, Rect plot)
{
    float most = (float)most_of(chart), high = plot.h * COUNTS_PART, line = ui_type(ui, T16).line;
    float step = plot.w / (float)chart->count;
    bool has_numbers = have_numbers(ui, chart, step);
    for (int i = 0; i < chart->count; i++) {
        if (chart->bins[i].count == 0) continue;
        Rect slot = chart_bar_slot(plot, i, chart->count);
        float h = fmaxf(3, high * (float)chart->bins[i].count / most), head = plot.y + plot.h - h;
        draw_rect(ui->draw, (Rect){slot.x, head, slot.w, h}, fminf(4, slot.w / 3), ui_color(ui, TOKEN_LINE));
        Rect box = {slot.x + slot.w / 2 - step / 2, head - line, step, line};
        Str text = format_number(ui->frame, chart->bins[i].count);
        if (has_numbers) label_draw(ui, box, text, &COUNT);
    }
}

static void draw_points(Ui *ui, const ChartFit *chart, Rect plot)
{
    float most = sqrtf((float)most_of(chart));
    Vec *line = ARENA_NEW_N(ui->frame, Vec, (size_t)chart->count);
    int points = 0;
    for (int i = 0; i < chart->count; i++)
        if (chart->bins[i].count > 0) line[points++] = place_of(plot, &chart->bins[i]);
    Color color = ui_color(ui, TOKEN_TERM);
    if (points > 1) draw_line(ui->draw, line, points, STROKE, color);
    for (int i = 0; i < chart->count; i++) {
        if (chart->bins[i].count == 0) continue;
        float size = LEAST_POINT + (MOST_POINT - LEAST_POINT) * sqrtf((float)chart->bins[i].count) / most;
        Vec at = place_of(plot, &chart->bins[i]);
        paint_term_mark(ui, at, size + 6, ui_color(ui, TOKEN_SURFACE));
        paint_term_mark(ui, at, size, color);
    }
}

void chart_fit_draw(Ui *ui, const ChartFit *chart)
{
    const ChartTick ticks[] = {{0, STR("0%")}, {0.5f, chart->below}, {1, STR("100%")}};
    ChartAxes axes = {
        .area = chart->area, .top = 100, .unit = "%", .ticks = ticks, .tick_count = 3, .is_centered = true};
    Rect plot = chart_axes_draw(ui, &axes);
    draw_counts(ui, chart, plot);
    Vec diagonal[] = {{plot.x, plot.y + plot.h}, {plot.x + plot.w, plot.y}};
    chart_stroke_draw(ui, diagonal, 2, 2, CHART_DASHED, ui_color(ui, TOKEN_MUTED));
    draw_points(ui, chart, plot);
}
