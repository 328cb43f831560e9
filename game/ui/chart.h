/* The game's own charts, on the draw list: lines and stacked areas over time, bars, a calendar of days, and
   what was predicted against what was measured. They take plain arrays and know nothing of what is counted.
   Nothing here is a widget: a screen puts one around. What is told apart by colour is told apart by a mark, a
   kind of stroke, a size or an order as well. Lengths are layout units, values any. */
#ifndef MATCHWICK_UI_CHART_H
#define MATCHWICK_UI_CHART_H

#include "ui/ui.h"

/* --- axes (chart.c) --- */

typedef struct {
    float at; /* 0 .. 1 along the axis below */
    Str text;
} ChartTick;

typedef struct {
    Rect area;        /* labels included */
    float top;        /* value at the plot's upper end: see chart_top */
    const char *unit; /* behind the values beside the plot: "%"; NULL: none */
    const ChartTick
        *ticks; /* below the plot, from left to right; one that would touch the last is left out */
    int tick_count;
    bool is_centered; /* ticks stand in the middle below their place, not from it on */
} ChartAxes;

/* The least of 2, 4, 6, 10, 20, 40, 60 … that is no less: its half is a whole number too. */
float chart_top(float largest);
/* Where the values lie: what the labels leave of the area. */
Rect chart_plot(Ui *ui, const ChartAxes *axes);
/* Three lines across with their values, and the ticks; returns the plot. */
Rect chart_axes_draw(Ui *ui, const ChartAxes *axes);
/* Height on screen of a value: nothing above the plot, nothing below. */
float chart_y(Rect plot, float top, float value);

/* --- lines and areas (chart_line.c) --- */

typedef enum { CHART_CIRCLE, CHART_DIAMOND, CHART_SQUARE } ChartMark;
typedef enum { CHART_SOLID, CHART_DASHED, CHART_DOTTED } ChartStroke;

typedef struct {
    Str name;
    Token color;
    ChartMark mark;      /* at the line's end and in the legend */
    ChartStroke stroke;  /* shown in the theme without tints; elsewhere lines are solid */
    const float *values; /* evenly spaced from left to right */
} ChartSeries;

typedef struct {
    ChartAxes axes;
    const ChartSeries *series; /* stacked: the lowest first */
    int series_count, count;   /* count: values of each, from 1 */
    bool is_stacked;
} ChartLines;

void chart_lines_draw(Ui *ui, const ChartLines *chart);
void chart_stroke_draw(Ui *ui, const Vec *points, int count, float width, ChartStroke stroke, Color color);
void chart_mark_draw(Ui *ui, ChartMark mark, Vec center, float size, Color color);
/* Mark, name and figure of each series, to the right end of a line; the first series at the left. Returns the
   width; draws nothing where the line is too short. */
float chart_legend_draw(Ui *ui, Rect line, const ChartSeries *series, const Str *figures, int count);

/* --- bars (chart_bars.c) --- */

typedef struct {
    ChartAxes axes;
    const float *values;
    const float *filled; /* the part of each bar that is full; the rest is an outline. NULL: all of it */
    int count;
    Token color;
    float line_at;  /* 0 .. 1 along the axis: a dashed line upright, as for a median; below 0: none */
    Str line_label; /* at its head */
} ChartBars;

/* The index-th bar, as wide as it is drawn and as high as the plot. */
Rect chart_bar_slot(Rect plot, int index, int count);
void chart_bars_draw(Ui *ui, const ChartBars *chart);

/* --- a calendar of days (chart_calendar.c) --- */

#define CHART_LEVELS 5

typedef struct {
    Rect area;
    const int32_t *counts; /* by day from chart_calendar_first on, the last is today */
    int32_t today;         /* local days since 1970-01-01 */
    int weeks;             /* columns; a week begins on Monday */
} ChartCalendar;

int32_t chart_calendar_first(int32_t today, int weeks); /* the Monday at the upper left */
int chart_calendar_days(int32_t today, int weeks);      /* from then to today */
/* 0: none, then 1, 10, 20 and 40 or more. */
int chart_calendar_level(int32_t count);
/* What it needs to be as wide as that. */
float chart_calendar_height(Ui *ui, float width, int weeks);
Rect chart_calendar_cell(Ui *ui, const ChartCalendar *chart, int32_t day);
/* The level is the size of the inner square. */
void chart_calendar_draw(Ui *ui, const ChartCalendar *chart);
/* "0", a square of each level, "40+", to the right end of the line; returns the width. */
float chart_calendar_legend(Ui *ui, Rect line);

/* --- predicted against measured (chart_fit.c) --- */

typedef struct {
    int32_t count;             /* answers; 0: the bin is left out */
    float predicted, measured; /* means, 0 .. 1 */
} ChartFitBin;

typedef struct {
    Rect area;
    const ChartFitBin *bins; /* equal parts of 0 .. 1, rising */
    int count;
    Str below; /* what runs along the axis below: "predicted" */
} ChartFit;

/* The diagonal, where both are the same; a point for each bin, larger with more answers; at the foot a bar
   and a number for how many. */
void chart_fit_draw(Ui *ui, const ChartFit *chart);

#endif
