#include <math.h>

#include "screens/test_report_state.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define ROW_GAP 8.0f
#define NEAR    160.0f /* rows are built this far beyond what is seen */

static bool is_shown(const TestReportState *state, const TestAnswer *answer)
{
    return state->show == SHOW_ALL || (state->show == SHOW_RIGHT) == answer->is_right;
}

static void measure(Ui *ui, TestReportState *state, float width)
{
    if (state->heights_width == width && state->heights_percent == ui->in.text_percent) return;
    state->heights_width = width;
    state->heights_percent = ui->in.text_percent;
    for (uint32_t i = 0; i < state->report->total; i++)
        state->heights[i] = report_answer_height(ui, &state->report->answers[i], width);
}

static float all_heights(const TestReportState *state)
{
    float all = -ROW_GAP;
    for (uint32_t i = 0; i < state->report->total; i++)
        if (is_shown(state, &state->report->answers[i])) all += state->heights[i] + ROW_GAP;
    return all;
}

static void put_row(Ui *ui, const TestAnswer *answer, uint32_t at, Rect rect, bool is_first)
{
    Str given = answer->given.size ? answer->given : STR("No answer");
    ui_widget(ui, &(UiWidget){.id = ui_id_index(ui_id("answer"), at),
                              .role = ROLE_ROW,
                              .label = str_format(ui->frame, "%u. %.*s", at + 1, STR_FMT(answer->prompt)),
                              .value = str_format(ui->frame, "%s: %.*s", answer->is_right ? "right" : "wrong",
                                                  STR_FMT(given)),
                              .flags = UI_FOCUSABLE | (is_first ? (unsigned)UI_DEFAULT : 0u),
                              .rect = rect,
                              .radius = 14});
    paint_layer(ui, rect);
    report_answer_draw(ui, answer, at + 1, rect);
    paint_layer_end(ui);
}

const TestAnswer *report_answer_seen(const Ui *ui, const TestReportState *state)
{
    for (uint32_t i = 0; i < state->report->total; i++)
        if (ui_focused(ui) == ui_id_index(ui_id("answer"), i)) return &state->report->answers[i];
    return NULL;
}

static void put_list(Ui *ui, TestReportState *state, Rect view)
{
    float width = view.w - scroll_bar_width();
    measure(ui, state, width);
    Rect content = scroll_begin(ui, ui_id("answers"), view, fmaxf(all_heights(state), 0));
    /* while it glides, also what it glides to: the focus is there already */
    float shown = view.y - content.y, aim = *ui_keep(ui, ui_id("answers"), 0), y = content.y;
    Rect near = {view.x, view.y + fminf(0, aim - shown) - NEAR, view.w,
                 view.h + fabsf(aim - shown) + 2 * NEAR};
    for (uint32_t i = 0; i < state->report->total; i++) {
        if (!is_shown(state, &state->report->answers[i])) continue;
        Rect rect = {content.x, y, width, state->heights[i]};
        if (!rect_is_empty(rect_intersect(rect, near)))
            put_row(ui, &state->report->answers[i], i, rect, y == content.y);
        y += state->heights[i] + ROW_GAP;
    }
    scroll_end(ui);
}

static void put_none(Ui *ui, const TestReportState *state, Rect area)
{
    LabelStyle style = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_SOFT, .align = TEXT_ALIGN_CENTER};
    Str words =
        state->show == SHOW_WRONG ? STR("Nothing wrong here. Well done.") : STR("None was right this time.");
    Rect line = layout_center(area, area.w, ui_type(ui, T20).line);
    paint_layer(ui, line);
    label_note(ui, ui_id("none"), line, words, &style);
    paint_layer_end(ui);
}

static Chip filter_chip(const TestReportState *state, Ui *ui, int show)
{
    static const Str labels[] = {STR_INIT("All"), STR_INIT("Wrong"), STR_INIT("Right")};
    static const Icon icons[] = {ICON_NONE, ICON_CROSS, ICON_TICK};
    const TestReport *report = state->report;
    uint32_t counts[] = {report->total, report->total - report->right, report->right};
    return (Chip){.id = ui_id_index(ui_id("show"), show),
                  .label = labels[show],
                  .count = str_format(ui->frame, "%u", counts[show]),
                  .icon = icons[show],
                  .role = ROLE_TAB,
                  .group = ui_id("show"),
                  .is_on = state->show == show};
}

static void put_filter(Ui *ui, TestReportState *state, Rect line)
{
    for (int show = SHOW_ALL; show <= SHOW_RIGHT; show++) {
        Chip chip = filter_chip(state, ui, show);
        chip.at = (Vec){line.x, line.y + 2};
        float w = chip_width(ui, &chip);
        if (chip_put(ui, &chip)) state->show = show;
        layout_cut_left(&line, w, 10);
    }
    Hint next = hint_do(ui_on_key_button(KEY_F, PAD_X), STR("Filter"));
    UiTrigger trigger = next.triggers[0];
    if (ui_triggered(ui, trigger)) state->show = (state->show + 1) % 3;
    LabelStyle style = {
        .size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_RIGHT};
    float cap = prompt_size(ui, trigger).x, w = ceilf(label_width(ui, next.label, &style)) + 1;
    if (cap <= 0 || line.w < w + cap + 10) return;
    paint_layer(ui, line);
    label_draw(ui, line, next.label, &style);
    prompt_draw_right(ui, trigger, (Vec){line.x + line.w - w - 10, line.y + line.h / 2}, PROMPT_NORMAL);
    paint_layer_end(ui);
}

void report_answers_put(Ui *ui, TestReportState *state, Rect area)
{
    put_filter(ui, state, layout_cut_top(&area, chip_height(ui) + 4, 16));
    uint32_t right = state->report->right, wrong = state->report->total - right;
    bool is_empty = (state->show == SHOW_WRONG && wrong == 0) || (state->show == SHOW_RIGHT && right == 0);
    if (is_empty)
        put_none(ui, state, area);
    else
        put_list(ui, state, area);
}
