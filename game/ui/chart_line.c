#include <math.h>

#include "ui/chart.h"
#include "ui/label.h"
#include "ui/paint.h"

enum { STROKE = 3, END_MARK = 12, END_RIM = 3, LEGEND_MARK = 14, LEGEND_GAP = 8, LEGEND_SPACE = 20 };

#define FILL_LOWEST 0.42f
#define FILL_STEP   0.1f

static const LabelStyle NAME = {T18, WEIGHT_MEDIUM, TOKEN_SOFT, TEXT_ALIGN_LEFT, false, false, 1};
static const LabelStyle FIGURE = {T18, WEIGHT_SEMI, TOKEN_TEXT, TEXT_ALIGN_LEFT, false, false, 1};

void chart_mark_draw(Ui *ui, ChartMark mark, Vec c, float size, Color color)
{
    float r = size / 2 * 1.2f; /* a diamond looks as large as a square of its area */
    switch (mark) {
    case CHART_CIRCLE: paint_term_mark(ui, c, size, color); break;
    case CHART_SQUARE: paint_def_mark(ui, c, size, color); break;
    case CHART_DIAMOND:
        draw_polygon(ui->draw, (Vec[]){{c.x, c.y - r}, {c.x + r, c.y}, {c.x, c.y + r}, {c.x - r, c.y}}, 4,
                     color);
        break;
    }
}

static Vec between(Vec a, Vec b, float part)
{
    return (Vec){a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part};
}

/* Walks along the line and draws every other piece; corners within a piece are cut off, which a piece of a
   few units doesn't show. */
static void draw_pieces(Ui *ui, const Vec *points, int count, float width, const float lengths[2],
                        Color color)
{
    bool is_on = true;
    float left = lengths[0];
    Vec from = points[0];
    for (int i = 1; i < count;) {
        Vec to = points[i];
        float distance = hypotf(to.x - from.x, to.y - from.y);
        Vec end = distance > left ? between(from, to, left / distance) : to;
        if (is_on) paint_line(ui, from, end, width, color);
        left -= fminf(distance, left);
        from = end;
        if (left <= 0) {
            is_on = !is_on;
            left = lengths[is_on ? 0 : 1];
        } else {
            i++;
        }
    }
}

void chart_stroke_draw(Ui *ui, const Vec *points, int count, float width, ChartStroke stroke, Color color)
{
    /* round ends add the width to each piece */
    const float dashes[2] = {8, 5 + width}, dots[2] = {0.5f, 4 + width};
    switch (stroke) {
    case CHART_SOLID: draw_line(ui->draw, points, count, width, color); break;
    case CHART_DASHED: draw_pieces(ui, points, count, width, dashes, color); break;
    case CHART_DOTTED: draw_pieces(ui, points, count, width, dots, color); break;
    }
}

/* One value stands at the right end: today. */
static float x_of(Rect plot, int index, int count)
{
    return count > 1 ? plot.x + plot.w * (float)index / (float)(count - 1) : plot.x + plot.w;
}

/* A line from left to right at `sums` plus the values of the series. */
static void lay(const ChartLines *chart, const ChartSeries *series, Rect plot, float *sums, Vec *points)
{
    for (int i = 0; i < chart->count; i++) {
        float value = series->values[i] + (chart->is_stacked ? sums[i] : 0);
        sums[i] = value;
        points[i] = (Vec){x_of(plot, i, chart->count), chart_y(plot, chart->axes.top, value)};
    }
}

static void fill_between(Ui *ui, const Vec *upper, const Vec *lower, int count, Color color)
{
    Vec *outline = ARENA_NEW_N(ui->frame, Vec, (size_t)count * 2);
    for (int i = 0; i < count; i++) {
        outline[i] = upper[i];
        outline[2 * count - 1 - i] = lower[i];
    }
    if (count > 1) draw_polygon(ui->draw, outline, 2 * count, color);
}

static void draw_line_of(Ui *ui, const ChartSeries *series, const Vec *points, int count)
{
    Color color = ui_color(ui, series->color);
    ChartStroke stroke = ui->theme->is_flat ? series->stroke : CHART_SOLID;
    if (count > 1) chart_stroke_draw(ui, points, count, STROKE, stroke, color);
}

static void draw_end_of(Ui *ui, const ChartSeries *series, Vec at)
{
    chart_mark_draw(ui, series->mark, at, END_MARK + 2 * END_RIM, ui_color(ui, TOKEN_SURFACE));
    chart_mark_draw(ui, series->mark, at, END_MARK, ui_color(ui, series->color));
}

void chart_lines_draw(Ui *ui, const ChartLines *chart)
{
    Rect plot = chart_axes_draw(ui, &chart->axes);
    size_t count = (size_t)chart->count;
    float *sums = ARENA_NEW_N(ui->frame, float, count);
    Vec *lines = ARENA_NEW_N(ui->frame, Vec, count * (size_t)(chart->series_count + 1));
    for (int i = 0; i < chart->count; i++) lines[i] = (Vec){x_of(plot, i, chart->count), plot.y + plot.h};
    for (int s = 0; s < chart->series_count; s++) {
        Vec *line = lines + count * (size_t)(s + 1);
        lay(chart, &chart->series[s], plot, sums, line);
        Color fill = color_fade(ui_color(ui, chart->series[s].color), FILL_LOWEST - FILL_STEP * (float)s);
        if (chart->is_stacked) fill_between(ui, line, line - count, chart->count, fill);
    }
    for (int s = chart->series_count - 1; s >= 0; s--)
        draw_line_of(ui, &chart->series[s], lines + count * (size_t)(s + 1), chart->count);
    for (int s = chart->series_count - 1; s >= 0; s--)
        draw_end_of(ui, &chart->series[s], lines[count * (size_t)(s + 2) - 1]);
}

static float legend_width(Ui *ui, Str name, Str figure)
{
    float w = LEGEND_MARK + LEGEND_GAP + ceilf(label_width(ui, name, &NAME));
    if (figure.size) w += LEGEND_GAP + ceilf(label_width(ui, figure, &FIGURE));
    return w + 1;
}

static void draw_legend_of(Ui *ui, Rect box, const ChartSeries *series, Str figure)
{
    Vec at = {box.x + LEGEND_MARK / 2.0f, box.y + box.h / 2};
    chart_mark_draw(ui, series->mark, at, LEGEND_MARK, ui_color(ui, series->color));
    float x = box.x + LEGEND_MARK + LEGEND_GAP, w = ceilf(label_width(ui, series->name, &NAME)) + 1;
    label_draw(ui, (Rect){x, box.y, w, box.h}, series->name, &NAME);
    x += w + LEGEND_GAP - 1;
    if (figure.size) label_draw(ui, (Rect){x, box.y, box.x + box.w - x + 1, box.h}, figure, &FIGURE);
}

float chart_legend_draw(Ui *ui, Rect line, const ChartSeries *series, const Str *figures, int count)
{
    float all = -LEGEND_SPACE;
    for (int i = 0; i < count; i++) all += legend_width(ui, series[i].name, figures[i]) + LEGEND_SPACE;
    if (all > line.w) return 0;
    float x = line.x + line.w - all;
    for (int i = 0; i < count; i++) {
        float w = legend_width(ui, series[i].name, figures[i]);
        draw_legend_of(ui, (Rect){x, line.y, w, line.h}, &series[i], figures[i]);
        x += w + LEGEND_SPACE;
    }
    return all;
}
