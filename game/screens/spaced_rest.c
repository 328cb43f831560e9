#include <math.h>

#include "base/calendar.h"
#include "screens/spaced_parts.h"
#include "ui/chart.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define PAD        32.0f
#define GAP        16.0f
#define WAYS_MOST  6
#define LEAST_PLOT 120.0f
#define FIGURES    2

static int64_t wall_now(const Ui *ui, const SpacedScreen *screen, const Model *model)
{
    return model->spaced.day.now.at_ms + (ui->in.now_ms - screen->rest_ms);
}

/* Has something become due, or a new day of study begun, since the screen came to rest? */
static bool has_news(Ui *ui, const SpacedScreen *screen, const Model *model)
{
    const StudyDay *day = &model->spaced.day;
    const SpacedSummary *summary = &model->spaced.sitting->summary;
    if (summary->due_left > 0) return true;
    int64_t at_ms = summary->next_ms < day->end_ms ? summary->next_ms : day->end_ms;
    int64_t left = at_ms - wall_now(ui, screen, model);
    if (left > 0) ui_wake_at(ui, ui->in.now_ms + left);
    return left <= 0;
}

/* --- words --- */

static uint32_t reviewed(const Spaced *sitting)
{
    return sitting->tally_before.reviewed + sitting->at.tally.reviewed;
}

static Str headline(const Spaced *sitting)
{
    if (sitting->pool.count == 0) return STR("No card has these tags");
    if (reviewed(sitting) > 0) return STR("Done for now");
    return STR("Nothing is due");
}

static Str count_words(Ui *ui, const Spaced *sitting)
{
    uint32_t right = sitting->tally_before.right + sitting->at.tally.right, all = reviewed(sitting);
    if (all == 0) return (Str){0};
    return str_format(ui->frame, "%s, %u right (%s).", format_count(ui->frame, all, "answer", "answers").data,
                      right, format_percent(ui->frame, right, all).data);
}

static Str when(Ui *ui, const SpacedScreen *screen, const Model *model)
{
    const StudyDay *day = &model->spaced.day;
    int64_t next_ms = model->spaced.sitting->summary.next_ms;
    if (next_ms < day->end_ms) {
        int64_t left = next_ms - wall_now(ui, screen, model);
        return left <= 0 ? STR("now") : str_format(ui->frame, "in %s", format_interval(ui->frame, left).data);
    }
    int64_t days = (next_ms - day->start_ms) / CALENDAR_DAY_MS;
    return days == 1 ? STR("tomorrow") : str_format(ui->frame, "in %lld days", (long long)days);
}

static Str next_words(Ui *ui, const SpacedScreen *screen, const Model *model)
{
    const SpacedSummary *summary = &model->spaced.sitting->summary;
    if (model->spaced.sitting->pool.count == 0)
        return STR("Study all cards, or choose other tags in the deck's hub.");
    if (summary->due_left > 0)
        return str_format(ui->frame, "%s still due, beyond your reviews of a day.",
                          format_count(ui->frame, summary->due_left, "card is", "cards are").data);
    if (summary->next_ms == INT64_MAX && summary->new_left > 0) return STR("No card has been begun yet.");
    if (summary->next_ms == INT64_MAX) return STR("All cards are put aside.");
    bool is_one = summary->next_count == 1;
    Str time = when(ui, screen, model);
    if (is_one) return str_format(ui->frame, "The next card comes back %s.", time.data);
    return str_format(ui->frame, "The next %s cards come back %s.",
                      format_number(ui->frame, summary->next_count).data, time.data);
}

/* --- ways on --- */

typedef struct {
    Button items[WAYS_MOST];
    Intent intents[WAYS_MOST];
    int count;
} Ways;

static void add_way(Ways *ways, Str label, Icon icon, UiTrigger trigger, Intent intent)
{
    int i = ways->count++;
    ways->items[i] = (Button){.id = ui_id_index(ui_id("way"), i),
                              .label = label,
                              .icon = icon,
                              .trigger = trigger,
                              .kind = i == 0 ? BUTTON_PRIMARY : BUTTON_NORMAL,
                              .shows_confirm = false,
                              .is_default = i == 0};
    ways->intents[i] = intent;
}

static Intent without_tags(const Model *model)
{
    Intent intent = {.kind = INTENT_SET_SETUP, .setup = model->deck.setup};
    intent.setup.tag_count = 0;
    return intent;
}

static Ways ways_of(Ui *ui, const SpacedScreen *screen, const Model *model)
{
    const Spaced *sitting = model->spaced.sitting;
    const SpacedSummary *summary = &sitting->summary;
    Ways ways = {0};
    if (has_news(ui, screen, model))
        add_way(&ways, STR("Go on reviewing"), ICON_PLAY, ui_on_key_button(KEY_G, PAD_X),
                spaced_input(SPACED_REFRESH, 0));
    if (sitting->pool.count == 0)
        add_way(&ways, STR("Study all cards"), ICON_PLAY, ui_on_key(KEY_A), without_tags(model));
    add_way(&ways, STR("Back to the deck"), ICON_ARROW_LEFT, ui_on_command(COMMAND_NONE),
            (Intent){.kind = INTENT_BACK});
    if (summary->new_left > 0) {
        int64_t count = summary->new_left < SPACED_MORE_NEW ? summary->new_left : SPACED_MORE_NEW;
        Str label =
            str_format(ui->frame, "Study %s", format_count(ui->frame, count, "new card", "new cards").data);
        add_way(&ways, label, ICON_PLUS, ui_on_key(KEY_N), spaced_input(SPACED_TAKE_NEW, 0));
    }
    if (summary->ahead_left > 0)
        add_way(&ways, STR("Learn ahead"), ICON_CLOCK, ui_on_key(KEY_L), spaced_input(SPACED_TAKE_AHEAD, 0));
    if (summary->put_aside > 0)
        add_way(&ways,
                str_format(ui->frame, "Take back %s",
                           format_count(ui->frame, summary->put_aside, "card", "cards").data),
                ICON_AGAIN, ui_on_key(KEY_T), spaced_input(SPACED_TAKE_BACK, 0));
    return ways;
}

static int columns_of(Ui *ui, Ways *ways, float width)
{
    float widest = 0;
    for (int i = 0; i < ways->count; i++) widest = fmaxf(widest, button_width(ui, &ways->items[i]));
    int columns = (int)((width + GAP) / (widest + GAP));
    return columns < 1 ? 1 : columns > ways->count ? ways->count : columns;
}

static Intent put_ways(Ui *ui, Ways *ways, int columns, Rect area)
{
    Intent intent = intent_none();
    for (int i = 0; i < ways->count; i++) {
        ways->items[i].rect = layout_cell(area, i, columns, button_height(ui, false), GAP);
        if (button_put(ui, &ways->items[i])) intent = ways->intents[i];
    }
    return intent;
}

/* --- figures and forecast --- */

static void draw_figure(Ui *ui, int index, Rect box, double part, Str words)
{
    LabelStyle number = {T40, WEIGHT_BOLD, TOKEN_TERM, TEXT_ALIGN_LEFT, true, true, 1};
    LabelStyle label = {T18, WEIGHT_MEDIUM, TOKEN_SOFT, TEXT_ALIGN_LEFT, false, false, 2};
    Str percent = str_format(ui->frame, "%.0f%%", 100 * part);
    Rect head = layout_cut_top(&box, theme_type(T40, ui->in.text_percent, true).line, 0);
    label_draw(ui, head, percent, &number);
    label_paragraph(ui, box, words, &label);
    ui_note(ui, ui_id_index(ui_id("figure"), index), str_format(ui->frame, "%s %s", percent.data, words.data),
            head);
}

static Str ready_words(Ui *ui, const Model *model)
{
    const CurrentSpaced *spaced = &model->spaced;
    Str day = format_day(ui->frame, spaced->ready_day, spaced->day.number);
    bool is_exam = spaced->sitting->exam_day == spaced->ready_day;
    if (is_exam) return str_format(ui->frame, "ready for the exam: %s", day.data);
    return str_format(ui->frame, "still known on %s", day.data);
}

static float figures_height(const Ui *ui)
{
    return theme_type(T40, ui->in.text_percent, true).line + 2 * ui_type(ui, T18).line;
}

static void draw_figures(Ui *ui, const Model *model, Rect area)
{
    draw_figure(ui, 0, layout_column(area, 0, FIGURES, GAP), model->spaced.known, STR("known now"));
    draw_figure(ui, 1, layout_column(area, 1, FIGURES, GAP), model->spaced.ready, ready_words(ui, model));
}

static void note_forecast(Ui *ui, const SpacedSummary *summary, Rect area)
{
    uint32_t week = 0, month = 0;
    for (int i = 0; i < STUDY_FORECAST_DAYS; i++) {
        month += summary->forecast[i];
        if (i < 7) week += summary->forecast[i];
    }
    ui_note(ui, ui_id("forecast"),
            str_format(ui->frame, "Due in the next 30 days: %u, %u of them within 7 days", month, week),
            area);
}

static void draw_forecast(Ui *ui, const Model *model, Rect area)
{
    const SpacedSummary *summary = &model->spaced.sitting->summary;
    LabelStyle title = {T20, WEIGHT_BOLD, TOKEN_TEXT, TEXT_ALIGN_LEFT, false, false, 1};
    float values[STUDY_FORECAST_DAYS], most = 0;
    for (int i = 0; i < STUDY_FORECAST_DAYS; i++) {
        values[i] = (float)summary->forecast[i];
        most = fmaxf(most, values[i]);
    }
    int32_t today = model->spaced.day.number;
    ChartTick ticks[] = {{0.5f / STUDY_FORECAST_DAYS, STR("today")},
                         {10.5f / STUDY_FORECAST_DAYS, format_day(ui->frame, today + 10, today)},
                         {20.5f / STUDY_FORECAST_DAYS, format_day(ui->frame, today + 20, today)},
                         {1, format_day(ui->frame, today + 29, today)}};
    label_draw(ui, layout_cut_top(&area, ui_type(ui, T20).line, 12), STR("Due in the next 30 days"), &title);
    chart_bars_draw(ui, &(ChartBars){.axes = {.area = area,
                                              .top = chart_top(most),
                                              .ticks = ticks,
                                              .tick_count = 4,
                                              .is_centered = true},
                                     .values = values,
                                     .count = STUDY_FORECAST_DAYS,
                                     .color = TOKEN_DEF,
                                     .line_at = -1});
    note_forecast(ui, summary, area);
}

/* --- all of it --- */

/* The figures in a sentence, where there is no room for large ones. */
static void put_known(Ui *ui, const Model *model, Rect area, const LabelStyle *style)
{
    Str words = str_format(ui->frame, "%.0f%% known now, %.0f%% %s.", 100 * model->spaced.known,
                           100 * model->spaced.ready, ready_words(ui, model).data);
    label_paragraph(ui, area, words, style);
    ui_note(ui, ui_id("known"), words, area);
}

static void put_words(Ui *ui, const SpacedScreen *screen, const Model *model, Rect area)
{
    const Spaced *sitting = model->spaced.sitting;
    LabelStyle head = {T40, WEIGHT_BOLD, TOKEN_TEXT, TEXT_ALIGN_START, false, true, 2};
    LabelStyle body = {T20, WEIGHT_MEDIUM, TOKEN_SOFT, TEXT_ALIGN_START, false, false, 0};
    Str title = headline(sitting), count = count_words(ui, sitting), next = next_words(ui, screen, model);
    Rect line = layout_cut_top(&area, label_height(ui, title, &head, area.w), 12);
    label_paragraph(ui, line, title, &head);
    ui_note(ui, ui_id("headline"), title, line);
    if (count.size) {
        line = layout_cut_top(&area, label_height(ui, count, &body, area.w), 4);
        label_paragraph(ui, line, count, &body);
        ui_note(ui, ui_id("count"), count, line);
    }
    line = layout_cut_top(&area, label_height(ui, next, &body, area.w), spaced_is_large(ui) ? 4 : 24);
    label_paragraph(ui, line, next, &body);
    ui_note(ui, ui_id("next"), next, line);
    if (sitting->pool.count == 0) return;
    if (!spaced_is_large(ui) && area.h >= figures_height(ui)) draw_figures(ui, model, area);
    if (spaced_is_large(ui)) put_known(ui, model, area, &body);
}

Intent spaced_rest_put(Ui *ui, SpacedScreen *screen, const Model *model, Rect area)
{
    Ways ways = ways_of(ui, screen, model);
    int columns = columns_of(ui, &ways, area.w), rows = (ways.count + columns - 1) / columns;
    layout_cut_top(&area, 8, 0);
    float foot = (float)rows * (button_height(ui, false) + GAP);
    Rect buttons = layout_cut_bottom(&area, foot, 8);
    bool is_wide = !spaced_is_large(ui);
    paint_layer(ui, area);
    paint_panel(ui, area);
    Rect inside = layout_pad(area, PAD, is_wide ? 28 : 16);
    if (is_wide && inside.h > LEAST_PLOT) {
        Rect chart = layout_cut_right(&inside, floorf(inside.w * 0.56f), 40);
        draw_forecast(ui, model, chart);
    }
    if (!is_wide && screen->is_memory_shown)
        draw_forecast(ui, model, inside);
    else
        put_words(ui, screen, model, inside);
    paint_layer_end(ui);
    return put_ways(ui, &ways, columns, buttons);
}
