#include <math.h>

#include "ui/chart.h"
#include "ui/format.h"
#include "ui/label.h"
#include "ui/paint.h"

enum {
    GAP = 4,
    HEAD_GAP = 6,
    SIDE_GAP = 14,
    LEAST_SIDE = 10,
    MOST_SIDE = 44,
    LEGEND_SIDE = 22,
    LEGEND_GAP = 6
};

static const LabelStyle MONTH = {T16, WEIGHT_MEDIUM, TOKEN_MUTED, TEXT_ALIGN_LEFT, false, false, 1};
static const LabelStyle END = {T18, WEIGHT_MEDIUM, TOKEN_MUTED, TEXT_ALIGN_LEFT, true, false, 1};

int32_t chart_calendar_first(int32_t today, int weeks)
{
    return today - format_weekday(today) - 7 * (weeks - 1);
}

int chart_calendar_days(int32_t today, int weeks)
{
    return today - chart_calendar_first(today, weeks) + 1;
}

int chart_calendar_level(int32_t count)
{
    static const int32_t from[CHART_LEVELS] = {0, 1, 10, 20, 40};
    int level = CHART_LEVELS - 1;
    while (level > 0 && count < from[level]) level--;
    return level;
}

/* Where the squares lie and how large they are. */
typedef struct {
    float x, y, side;
} Grid;

static float head_height(const Ui *ui)
{
    return ui_type(ui, T16).line + HEAD_GAP;
}

static float side_width(Ui *ui)
{
    return ceilf(label_width(ui, STR("Wed"), &MONTH)) + SIDE_GAP;
}

static float side_by_width(Ui *ui, float width, int weeks)
{
    float side = (width - side_width(ui) - GAP * (float)(weeks - 1)) / (float)weeks;
    return fmaxf(LEAST_SIDE, fminf(MOST_SIDE, side));
}

float chart_calendar_height(Ui *ui, float width, int weeks)
{
    return head_height(ui) + 7 * side_by_width(ui, width, weeks) + 6 * GAP;
}

static Grid grid_of(Ui *ui, const ChartCalendar *chart)
{
    float head = head_height(ui), left = side_width(ui);
    float by_width = side_by_width(ui, chart->area.w, chart->weeks);
    float by_height = (chart->area.h - head - GAP * 6) / 7;
    float side = fmaxf(LEAST_SIDE, fminf(MOST_SIDE, fminf(by_width, by_height)));
    float x = chart->area.x + left;
    return (Grid){x, chart->area.y + head, floorf(side * 4) / 4};
}

static Rect cell_of(const Grid *grid, const ChartCalendar *chart, int32_t day)
{
    int32_t at = day - chart_calendar_first(chart->today, chart->weeks);
    float step = grid->side + GAP;
    return (Rect){grid->x + step * (float)(at / 7), grid->y + step * (float)(at % 7), grid->side, grid->side};
}

Rect chart_calendar_cell(Ui *ui, const ChartCalendar *chart, int32_t day)
{
    Grid grid = grid_of(ui, chart);
    return cell_of(&grid, chart, day);
}

/* Of 22 units: 6, 12, 16, 19, 22; paler where it is smaller, as long as the theme has tints. */
static void draw_square(Ui *ui, Rect cell, int level)
{
    static const float sizes[CHART_LEVELS] = {6 / 22.0f, 12 / 22.0f, 16 / 22.0f, 19 / 22.0f, 1};
    static const float parts[CHART_LEVELS] = {0, 0.3f, 0.5f, 0.75f, 1};
    Color well = ui_color(ui, TOKEN_WELL), term = ui_color(ui, TOKEN_TERM);
    float side = cell.w * sizes[level], inset = (cell.w - side) / 2;
    Color color = ui->theme->is_flat ? term : color_mix(well, term, parts[level]);
    if (level == 0) color = ui_color(ui, TOKEN_LINE2);
    draw_shape(ui->draw, (DrawShape){.rect = cell,
                                     .radius = cell.w * 0.27f,
                                     .fill_top = well,
                                     .fill_bottom = well,
                                     .border = ui->theme->is_flat ? 1 : 0,
                                     .border_color = ui_color(ui, TOKEN_LINE)});
    draw_rect(ui->draw, rect_inset(cell, inset), side * 0.3f, color);
}

static void draw_months(Ui *ui, const ChartCalendar *chart, const Grid *grid)
{
    int32_t first = chart_calendar_first(chart->today, chart->weeks);
    float free_from = chart->area.x, right = chart->area.x + chart->area.w;
    Str last = {0};
    for (int week = 0; week < chart->weeks; week++) {
        Str month = format_month(ui->frame, first + 7 * week);
        if (str_is(month, last)) continue;
        last = month;
        float x = grid->x + (grid->side + GAP) * (float)week, w = ceilf(label_width(ui, month, &MONTH)) + 1;
        if (x < free_from || x + w > right) continue;
        label_draw(ui, (Rect){x, chart->area.y, w, ui_type(ui, T16).line}, month, &MONTH);
        free_from = x + w + 10;
    }
}

static void draw_weekdays(Ui *ui, const ChartCalendar *chart, const Grid *grid)
{
    static const Str names[] = {STR_INIT("Mon"), STR_INIT("Wed"), STR_INIT("Fri")};
    float line = ui_type(ui, T16).line, step = grid->side + GAP;
    bool is_tight = 2 * step < line;
    for (int i = 0; i < (is_tight ? 1 : 3); i++) {
        float y = grid->y + step * (float)(2 * i) + grid->side / 2 - line / 2;
        label_draw(ui, (Rect){chart->area.x, y, grid->x - chart->area.x, line}, names[i], &MONTH);
    }
}

void chart_calendar_draw(Ui *ui, const ChartCalendar *chart)
{
    Grid grid = grid_of(ui, chart);
    draw_months(ui, chart, &grid);
    draw_weekdays(ui, chart, &grid);
    int32_t first = chart_calendar_first(chart->today, chart->weeks);
    int days = chart_calendar_days(chart->today, chart->weeks);
    for (int i = 0; i < days; i++)
        draw_square(ui, cell_of(&grid, chart, first + i), chart_calendar_level(chart->counts[i]));
}

float chart_calendar_legend(Ui *ui, Rect line)
{
    Str none = STR("0"), most = STR("40+");
    float a = ceilf(label_width(ui, none, &END)) + 1, b = ceilf(label_width(ui, most, &END)) + 1;
    float squares = CHART_LEVELS * LEGEND_SIDE + (CHART_LEVELS - 1) * LEGEND_GAP,
          all = a + 10 + squares + 10 + b;
    if (all > line.w) return 0;
    float x = line.x + line.w - all, y = line.y + (line.h - LEGEND_SIDE) / 2;
    label_draw(ui, (Rect){x, line.y, a, line.h}, none, &END);
    x += a + 10;
    for (int level = 0; level < CHART_LEVELS; level++, x += LEGEND_SIDE + LEGEND_GAP)
        draw_square(ui, (Rect){x, y, LEGEND_SIDE, LEGEND_SIDE}, level);
    label_draw(ui, (Rect){line.x + line.w - b, line.y, b, line.h}, most, &END);
    return all;
}
