#include <math.h>

#include "screens/progress_state.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/widgets.h"

static Str day_words(Ui *ui, const ProgressState *progress, int32_t day)
{
    int at = day - progress->today + progress->day_count - 1;
    Str name = format_day(ui->frame, day, progress->today);
    if (progress->answers[at] == 0) return str_format(ui->frame, "%.*s: no answers", STR_FMT(name));
    Str right = format_number(ui->frame, progress->right[at]);
    Str all = format_number(ui->frame, progress->answers[at]);
    return str_format(ui->frame, "%.*s: %.*s of %.*s right", STR_FMT(name), STR_FMT(right), STR_FMT(all));
}

UiId progress_day_id(int32_t day)
{
    return ui_id_index(ui_id("day"), day);
}

int32_t progress_picked_day(const ProgressState *progress)
{
    return progress->picked ? progress->picked : progress->today;
}

/* Each day is a widget, so that arrows, the mouse and a finger pick it; the picked one has the focus when it
   comes back. True when one was activated. */
static bool put_days(Ui *ui, ProgressState *progress, const ChartCalendar *chart)
{
    bool is_activated = false;
    for (int i = 0; i < progress->day_count; i++) {
        int32_t day = progress->today - progress->day_count + 1 + i;
        Rect cell = chart_calendar_cell(ui, chart, day);
        UiWidget widget = {.id = progress_day_id(day),
                           .role = ROLE_BUTTON,
                           .label = day_words(ui, progress, day),
                           .flags = UI_FOCUSABLE,
                           .rect = cell,
                           .radius = cell.w * 0.27f,
                           .group = ui_id("days")};
        if (day == progress_picked_day(progress)) widget.flags |= UI_SELECTED;
        if (day == progress->today) widget.flags |= UI_DEFAULT;
        UiHit hit = ui_widget(ui, &widget);
        if (hit.is_focused) progress->picked = day;
        is_activated |= hit.is_activated;
    }
    return is_activated;
}

/* The picked day in words, between the title and the legend; above the calendar where it has no room. */
static void draw_told(Ui *ui, const ProgressState *progress, ProgressFrame *frame)
{
    LabelStyle style = {.size = T18,
                        .weight = WEIGHT_MEDIUM,
                        .color = TOKEN_SOFT,
                        .align = TEXT_ALIGN_LEFT,
                        .is_tabular = true};
    Str words = day_words(ui, progress, progress_picked_day(progress));
    float legend = chart_calendar_legend(ui, frame->title);
    Rect line = frame->title;
    line.w -= legend > 0 ? legend + 16 : 0;
    if (label_width(ui, words, &style) > line.w)
        line = layout_cut_top(&frame->inside, ui_type(ui, T18).line, 8);
    label_draw(ui, line, words, &style);
}

Intent progress_days_put(Ui *ui, ProgressState *progress, Rect area)
{
    if (progress_is_empty(progress, PANEL_DAYS)) return progress_empty_put(ui, progress, PANEL_DAYS, area);
    if (progress->picked > progress->today || progress->today - progress->picked >= progress->day_count)
        progress->picked = 0; /* the day is over, or the clock was set back */
    Str value = format_count(ui->frame, progress->answered, "answer", "answers");
    ProgressFrame frame = progress_panel_begin(ui, PANEL_DAYS, area, value);
    draw_told(ui, progress, &frame);
    ChartCalendar chart = {
        .area = frame.inside, .counts = progress->answers, .today = progress->today, .weeks = PROGRESS_WEEKS};
    chart_calendar_draw(ui, &chart);
    progress_panel_end(ui);
    if (put_days(ui, progress, &chart)) progress_figures_open(progress, PANEL_DAYS);
    return intent_none();
}
