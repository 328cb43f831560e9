#include "ui/chart.h"

#include <math.h>

#include "ui/label.h"
#include "ui/layout.h"
#include "ui/paint.h"

enum { LABEL_GAP = 8, TICK_GAP = 10, RIGHT_ROOM = 8, LINES = 3 };

static const LabelStyle VALUE = {T16, WEIGHT_MEDIUM, TOKEN_MUTED, TEXT_ALIGN_RIGHT, true, false, 1};
static const LabelStyle TICK = {T16, WEIGHT_MEDIUM, TOKEN_MUTED, TEXT_ALIGN_LEFT, false, false, 1};

float chart_top(float largest)
{
    static const float steps[] = {2, 4, 6, 10};
    for (float ten = 1; ten < 1e9f; ten *= 10)
        for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
            if (steps[i] * ten >= largest) return steps[i] * ten;
    return largest;
}

static Str value_text(Ui *ui, const ChartAxes *axes, int line)
{
    float value = axes->top * (float)line / (LINES - 1);
    const char *unit = axes->unit ? axes->unit : "";
    bool is_whole = value == floorf(value);
    return str_format(ui->frame, is_whole ? "%.0f%s" : "%.1f%s", (double)value, unit);
}

Rect chart_plot(Ui *ui, const ChartAxes *axes)
{
    float left = 0, line = ui_type(ui, T16).line;
    for (int i = 0; i < LINES; i++) left = fmaxf(left, label_width(ui, value_text(ui, axes, i), &VALUE));
    Rect plot = axes->area;
    layout_cut_left(&plot, ceilf(left), LABEL_GAP);
    layout_cut_right(&plot, RIGHT_ROOM, 0);
    layout_cut_top(&plot, line / 2, 0);
    layout_cut_bottom(&plot, axes->tick_count > 0 ? line : line / 2, axes->tick_count > 0 ? LABEL_GAP : 0);
    return plot;
}

float chart_y(Rect plot, float top, float value)
{
    float part = top > 0 ? value / top : 0;
    return plot.y + plot.h * (1 - fminf(1, fmaxf(0, part)));
}

static void draw_ticks(Ui *ui, const ChartAxes *axes, Rect plot)
{
    float line = ui_type(ui, T16).line, free_from = axes->area.x, right = axes->area.x + axes->area.w;
    for (int i = 0; i < axes->tick_count; i++) {
        float w = ceilf(label_width(ui, axes->ticks[i].text, &TICK)) + 1;
        float x = plot.x + plot.w * axes->ticks[i].at - (axes->is_centered ? w / 2 : 0);
        x = fmaxf(axes->area.x, fminf(x, right - w));
        if (x < free_from) continue;
        label_draw(ui, (Rect){x, plot.y + plot.h + LABEL_GAP, w, line}, axes->ticks[i].text, &TICK);
        free_from = x + w + TICK_GAP;
    }
}

Rect chart_axes_draw(Ui *ui, const ChartAxes *axes)
{
    Rect plot = chart_plot(ui, axes);
    float line = ui_type(ui, T16).line;
    for (int i = 0; i < LINES; i++) {
        float y = chart_y(plot, LINES - 1, (float)i);
        paint_line(ui, (Vec){plot.x, y}, (Vec){plot.x + plot.w, y}, i == 0 ? 2 : 1,
                   ui_color(ui, i == 0 ? TOKEN_LINE2 : TOKEN_LINE));
        if (i == 1 && plot.h < 2 * line) continue; /* would lie on the others */
        Rect box = {axes->area.x, y - line / 2, plot.x - LABEL_GAP - axes->area.x + 1, line};
        label_draw(ui, box, value_text(ui, axes, i), &VALUE);
    }
    draw_ticks(ui, axes, plot);
    return plot;
}
