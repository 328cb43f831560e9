#include <math.h>

#include "ui/chart.h"
#include "ui/label.h"

enum { WIDEST = 44, NARROW = 8, LABEL_GAP = 8 };

static const LabelStyle LINE_LABEL = {T16, WEIGHT_SEMI, TOKEN_TEXT, TEXT_ALIGN_LEFT, true, false, 1};

Rect chart_bar_slot(Rect plot, int index, int count)
{
    float step = plot.w / (float)count, w = fminf(WIDEST, step > NARROW ? step * 0.72f : step - 1);
    return (Rect){plot.x + step * ((float)index + 0.5f) - w / 2, plot.y, w, plot.h};
}

/* The full part from the foot, the rest above it as an outline; what is left of a value under a unit is seen
   all the same. */
static void draw_bar(Ui *ui, const ChartBars *chart, Rect plot, int index)
{
    Rect slot = chart_bar_slot(plot, index, chart->count);
    float value = chart->values[index], filled = chart->filled ? chart->filled[index] : value;
    float foot = plot.y + plot.h, head = chart_y(plot, chart->axes.top, value);
    float full = chart_y(plot, chart->axes.top, filled), radius = fminf(5, slot.w / 3);
    Color color = ui_color(ui, chart->color);
    if (value <= 0) return;
    head = fminf(head, foot - 3);
    if (filled < value)
        draw_shape(ui->draw, (DrawShape){.rect = {slot.x, head, slot.w, foot - head},
                                         .radius = radius,
                                         .border = fminf(2, slot.w / 3),
                                         .border_color = color});
    if (filled >= value) full = head;
    if (filled > 0) draw_rect(ui->draw, (Rect){slot.x, full, slot.w, foot - full}, radius, color);
}

static void draw_upright(Ui *ui, const ChartBars *chart, Rect plot)
{
    float x = plot.x + plot.w * chart->line_at;
    Vec line[] = {{x, plot.y}, {x, plot.y + plot.h}};
    chart_stroke_draw(ui, line, 2, 2, CHART_DASHED, ui_color(ui, TOKEN_TEXT));
    float w = ceilf(label_width(ui, chart->line_label, &LINE_LABEL)) + 1, high = ui_type(ui, T16).line;
    bool is_right = x + LABEL_GAP + w <= plot.x + plot.w;
    Rect box = {is_right ? x + LABEL_GAP : x - LABEL_GAP - w, plot.y, w, high};
    Rect back = {box.x - 4, box.y, box.w + 8, box.h};
    draw_rect(ui->draw, back, 6, ui_color(ui, TOKEN_SURFACE)); /* bars may lie below */
    label_draw(ui, box, chart->line_label, &LINE_LABEL);
}

void chart_bars_draw(Ui *ui, const ChartBars *chart)
{
    Rect plot = chart_axes_draw(ui, &chart->axes);
    for (int i = 0; i < chart->count; i++) draw_bar(ui, chart, plot, i);
    if (chart->line_at >= 0) draw_upright(ui, chart, plot);
}
