#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "fake_ui.h"
#include "ui/chart.h"

#define MONDAY 20591 /* 18 May 2026 */

static const Rect area = {100, 50, 700, 200};
static const ChartTick ticks[] = {{0, STR_INIT("Jun")}, {0.01f, STR_INIT("Jul")}, {0.5f, STR_INIT("Aug")}};

typedef void DrawChart(Ui *ui);

/* Draws in a pass of its own; what it drew is in the fake's draw list. */
static void draw_nothing_else(Ui *ui, void *state)
{
    (*(DrawChart **)state)(ui);
}

static FakeUi *drawn(DrawChart *chart, ThemeId theme)
{
    static FakeUi fake;
    fake_ui_init(&fake);
    fake.input.theme = theme;
    fake_ui_pass(&fake, draw_nothing_else, &chart);
    return &fake;
}

static int count_kind(const FakeUi *fake, DrawKind kind)
{
    int found = 0;
    const DrawList *list = fake->ui.draw;
    for (int i = 0; i < list->count; i++) found += list->commands[i].kind == kind;
    return found;
}

/* All texts one behind the other: digits of one width are runs of their own. */
static bool has_text(const FakeUi *fake, const char *text)
{
    char all[512] = "";
    size_t size = 0;
    const DrawList *list = fake->ui.draw;
    for (int i = 0; i < list->count; i++) {
        Str part = list->commands[i].as.text.text;
        if (list->commands[i].kind != DRAW_TEXT) continue;
        size += (size_t)snprintf(all + size, sizeof all - size, "%.*s", STR_FMT(part));
        assert_true(size < sizeof all);
    }
    return strstr(all, text) != NULL;
}

static Rect bounds_of(const DrawCommand *command)
{
    if (command->kind == DRAW_SHAPE) return command->as.shape.rect;
    if (command->kind != DRAW_LINE && command->kind != DRAW_POLYGON) return (Rect){0};
    bool is_line = command->kind == DRAW_LINE;
    const Vec *points = is_line ? command->as.line.points : command->as.polygon.points;
    int count = is_line ? command->as.line.count : command->as.polygon.count;
    Rect all = {points[0].x, points[0].y, 0.01f, 0.01f};
    for (int i = 1; i < count; i++) all = rect_join(all, (Rect){points[i].x, points[i].y, 0.01f, 0.01f});
    return all;
}

/* Nothing leaves the chart's area but the rim of a mark at its edge. */
static void assert_inside(const FakeUi *fake, Rect within)
{
    Rect room = rect_inset(within, -1);
    const DrawList *list = fake->ui.draw;
    for (int i = 0; i < list->count; i++) {
        Rect r = bounds_of(&list->commands[i]);
        if (rect_is_empty(r)) continue;
        if (r.x < room.x || r.y < room.y || r.x + r.w > room.x + room.w || r.y + r.h > room.y + room.h)
            fail_msg("command %d leaves the chart: %.1f %.1f %.1f %.1f", i, (double)r.x, (double)r.y,
                     (double)r.w, (double)r.h);
    }
}

static void the_top_is_round_and_its_half_whole(void **state)
{
    (void)state;
    static const float cases[][2] = {{0, 2},  {1, 2},   {2, 2},     {3, 4},     {4, 4},    {5, 6},
                                     {7, 10}, {41, 60}, {108, 200}, {399, 400}, {401, 600}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_true(fabsf(chart_top(cases[i][0]) - cases[i][1]) < 0.01f);
}

static void draw_empty_axes(Ui *ui)
{
    chart_axes_draw(ui, &(ChartAxes){.area = area, .top = 10, .unit = "%", .ticks = ticks, .tick_count = 3});
}

static void axes_have_three_values_and_no_ticks_that_touch(void **state)
{
    (void)state;
    FakeUi *fake = drawn(draw_empty_axes, THEME_NIGHT);
    assert_true(has_text(fake, "0%"));
    assert_true(has_text(fake, "5%"));
    assert_true(has_text(fake, "10%"));
    assert_true(has_text(fake, "Jun"));
    assert_false(has_text(fake, "Jul")); /* would lie on Jun */
    assert_true(has_text(fake, "Aug"));
    assert_inside(fake, area);
    fake_ui_deinit(fake);
}

static void values_beyond_the_plot_stay_at_its_edge(void **state)
{
    (void)state;
    Rect plot = {0, 100, 50, 200};
    assert_true(chart_y(plot, 10, 0) == 300);
    assert_true(chart_y(plot, 10, 5) == 200);
    assert_true(chart_y(plot, 10, 10) == 100);
    assert_true(chart_y(plot, 10, 15) == 100);
    assert_true(chart_y(plot, 10, -3) == 300);
    assert_true(chart_y(plot, 0, 5) == 300);
}

static const float low[] = {0, 1, 2, 4}, high[] = {2, 2, 3, 4};
static const ChartSeries both[] = {{STR_INIT("Mastered"), TOKEN_TERM, CHART_CIRCLE, CHART_SOLID, low},
                                   {STR_INIT("Learning"), TOKEN_DEF, CHART_SQUARE, CHART_DOTTED, high}};

static void draw_stacked(Ui *ui)
{
    chart_lines_draw(ui, &(ChartLines){.axes = {.area = area, .top = 10},
                                       .series = both,
                                       .series_count = 2,
                                       .count = 4,
                                       .is_stacked = true});
}

static void draw_one_value(Ui *ui)
{
    chart_lines_draw(ui, &(ChartLines){.axes = {.area = area, .top = 10},
                                       .series = both,
                                       .series_count = 2,
                                       .count = 1,
                                       .is_stacked = true});
}

static void stacked_series_lie_on_each_other(void **state)
{
    (void)state;
    FakeUi *fake = drawn(draw_stacked, THEME_NIGHT);
    Rect plot = chart_plot(&fake->ui, &(ChartAxes){.area = area, .top = 10});
    const DrawList *list = fake->ui.draw;
    const DrawLine *lines[2] = {NULL, NULL};
    int found = 0;
    for (int i = 0; i < list->count; i++)
        if (list->commands[i].kind == DRAW_LINE && list->commands[i].as.line.count == 4 && found < 2)
            lines[found++] = &list->commands[i].as.line;
    assert_int_equal(found, 2); /* the upper one is drawn first, so that the lower lies on it */
    assert_true(fabsf(lines[0]->points[3].y - chart_y(plot, 10, 8)) < 0.01f);
    assert_true(fabsf(lines[1]->points[3].y - chart_y(plot, 10, 4)) < 0.01f);
    assert_true(fabsf(lines[1]->points[3].x - (plot.x + plot.w)) < 0.01f);
    assert_int_equal(count_kind(fake, DRAW_POLYGON), 2);
    fake_ui_deinit(fake);
}

static void one_value_is_a_mark_at_the_right(void **state)
{
    (void)state;
    FakeUi *fake = drawn(draw_one_value, THEME_NIGHT);
    assert_int_equal(count_kind(fake, DRAW_POLYGON), 0);
    assert_int_equal(count_kind(fake, DRAW_SHAPE), 4); /* two marks with their rims */
    assert_inside(fake, area);
    fake_ui_deinit(fake);
}

/* Without tints lines differ by their stroke: the dotted one comes in many pieces. */
static void strokes_differ_where_there_are_no_tints(void **state)
{
    (void)state;
    FakeUi *fake = drawn(draw_stacked, THEME_NIGHT);
    int solid = count_kind(fake, DRAW_LINE);
    fake_ui_deinit(fake);
    fake = drawn(draw_stacked, THEME_CONTRAST);
    assert_true(count_kind(fake, DRAW_LINE) > solid + 40);
    fake_ui_deinit(fake);
}

static void draw_half_full(Ui *ui)
{
    static const float values[] = {8, 0, 4}, filled[] = {6, 0, 4};
    chart_bars_draw(ui, &(ChartBars){.axes = {.area = area, .top = 10},
                                     .values = values,
                                     .filled = filled,
                                     .count = 3,
                                     .color = TOKEN_TERM,
                                     .line_at = 0.5f,
                                     .line_label = STR("median")});
}

static void bars_are_full_as_far_as_they_are_right(void **state)
{
    (void)state;
    FakeUi *fake = drawn(draw_half_full, THEME_NIGHT);
    Rect plot = chart_plot(&fake->ui, &(ChartAxes){.area = area, .top = 10});
    const DrawList *list = fake->ui.draw;
    Rect shapes[8];
    int found = 0;
    for (int i = 0; i < list->count && found < 8; i++)
        if (list->commands[i].kind == DRAW_SHAPE) shapes[found++] = list->commands[i].as.shape.rect;
    assert_int_equal(found, 4); /* outline and full part, one that is all full, the label's ground */
    assert_true(fabsf(shapes[0].y - chart_y(plot, 10, 8)) < 0.01f);
    assert_true(fabsf(shapes[1].y - chart_y(plot, 10, 6)) < 0.01f);
    assert_true(fabsf(shapes[2].y - chart_y(plot, 10, 4)) < 0.01f);
    assert_true(fabsf(shapes[2].y + shapes[2].h - (plot.y + plot.h)) < 0.01f);
    assert_true(has_text(fake, "median"));
    assert_inside(fake, area);
    fake_ui_deinit(fake);
}

static void the_calendar_begins_on_a_monday(void **state)
{
    (void)state;
    for (int32_t today = MONDAY; today < MONDAY + 7; today++) {
        assert_int_equal(chart_calendar_first(today, 26), MONDAY - 25 * 7);
        assert_int_equal(chart_calendar_days(today, 26), 25 * 7 + today - MONDAY + 1);
    }
}

static void levels_rise_with_the_answers(void **state)
{
    (void)state;
    static const int32_t counts[] = {-1, 0, 1, 9, 10, 19, 20, 39, 40, 4000};
    static const int levels[] = {0, 0, 1, 1, 2, 2, 3, 3, 4, 4};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        assert_int_equal(chart_calendar_level(counts[i]), levels[i]);
}

#define TODAY (MONDAY + 4)
static const Rect calendar_area = {40, 40, 728, 214};
static int32_t counts_of_days[26 * 7];

static ChartCalendar calendar(void)
{
    return (ChartCalendar){.area = calendar_area, .counts = counts_of_days, .today = TODAY, .weeks = 26};
}

static void draw_calendar(Ui *ui)
{
    ChartCalendar chart = calendar();
    for (int i = 0; i < 26 * 7; i++) counts_of_days[i] = i % 50;
    chart_calendar_draw(ui, &chart);
}

static void days_stand_in_columns_of_weeks(void **state)
{
    (void)state;
    FakeUi *fake = drawn(draw_calendar, THEME_NIGHT);
    ChartCalendar chart = calendar();
    Rect today = chart_calendar_cell(&fake->ui, &chart, TODAY);
    Rect yesterday = chart_calendar_cell(&fake->ui, &chart, TODAY - 1);
    Rect before = chart_calendar_cell(&fake->ui, &chart, TODAY - 7);
    assert_true(yesterday.x == today.x && yesterday.y < today.y);
    assert_true(before.y == today.y && before.x + before.w < today.x);
    assert_true(today.w == today.h && today.w > 20);
    assert_inside(fake, calendar_area);
    assert_int_equal(count_kind(fake, DRAW_SHAPE), 2 * chart_calendar_days(TODAY, 26));
    fake_ui_deinit(fake);
}

/* The inner square's size alone tells the level, in every theme. */
static void levels_differ_by_size(void **state)
{
    (void)state;
    for (ThemeId theme = THEME_NIGHT; theme < THEME_COUNT; theme++) {
        FakeUi *fake = drawn(draw_calendar, theme);
        const DrawList *list = fake->ui.draw;
        float sizes[CHART_LEVELS] = {0};
        int shape = 0;
        for (int i = 0; i < list->count; i++) {
            if (list->commands[i].kind != DRAW_SHAPE) continue;
            if (shape % 2 == 1)
                sizes[chart_calendar_level(counts_of_days[shape / 2])] = list->commands[i].as.shape.rect.w;
            shape++;
        }
        for (int level = 1; level < CHART_LEVELS; level++) assert_true(sizes[level] > sizes[level - 1] + 2);
        fake_ui_deinit(fake);
    }
}

static void draw_fit(Ui *ui)
{
    static const ChartFitBin bins[] = {{0, 0, 0}, {10, 0.3f, 0.25f}, {40, 0.55f, 0.6f}, {90, 0.9f, 0.95f}};
    chart_fit_draw(ui, &(ChartFit){.area = {100, 50, 340, 340}, .bins = bins, .count = 4, .below = STR("x")});
}

static void points_stand_at_what_was_predicted_and_measured(void **state)
{
    (void)state;
    FakeUi *fake = drawn(draw_fit, THEME_NIGHT);
    assert_true(has_text(fake, "10"));
    assert_true(has_text(fake, "90"));
    const DrawList *list = fake->ui.draw;
    float sizes[3];
    int found = 0;
    for (int i = 0; i < list->count; i++) { /* each point has a rim before it */
        const DrawShape *shape = &list->commands[i].as.shape;
        bool is_circle = list->commands[i].kind == DRAW_SHAPE && shape->radius == shape->rect.w / 2;
        if (is_circle && found++ % 2 == 1) sizes[found / 2 - 1] = shape->rect.w;
    }
    assert_int_equal(found, 6);
    assert_true(sizes[0] < sizes[1] && sizes[1] < sizes[2]); /* more answers, a larger point */
    assert_inside(fake, (Rect){100, 50, 340, 340});
    fake_ui_deinit(fake);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_top_is_round_and_its_half_whole),
        cmocka_unit_test(axes_have_three_values_and_no_ticks_that_touch),
        cmocka_unit_test(values_beyond_the_plot_stay_at_its_edge),
        cmocka_unit_test(stacked_series_lie_on_each_other),
        cmocka_unit_test(one_value_is_a_mark_at_the_right),
        cmocka_unit_test(strokes_differ_where_there_are_no_tints),
        cmocka_unit_test(bars_are_full_as_far_as_they_are_right),
        cmocka_unit_test(the_calendar_begins_on_a_monday),
        cmocka_unit_test(levels_rise_with_the_answers),
        cmocka_unit_test(days_stand_in_columns_of_weeks),
        cmocka_unit_test(levels_differ_by_size),
        cmocka_unit_test(points_stand_at_what_was_predicted_and_measured),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
