#include <math.h>

#include "screens/test_setup_state.h"
#include "study/test_report.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define PAD 20.0f

static uint32_t percent_of(const StoreTest *test)
{
    TestReport graded = {.right = (uint32_t)test->right, .total = (uint32_t)test->total};
    return test_report_percent(&graded);
}

/* Against the test before it: "up 8", "down 3"; nothing for the first and where it is the same. */
static void draw_change(Ui *ui, const TestSetupState *state, int at, Rect box)
{
    if (at + 1 >= state->past_count) return;
    int change = (int)percent_of(&state->past[at]) - (int)percent_of(&state->past[at + 1]);
    if (change == 0) return;
    Token token = change > 0 ? TOKEN_OK : TOKEN_BAD;
    LabelStyle style = {
        .size = T18, .weight = WEIGHT_SEMI, .color = token, .align = TEXT_ALIGN_RIGHT, .is_tabular = true};
    float used = label_draw(ui, box, str_format(ui->frame, "%d", change > 0 ? change : -change), &style);
    float side = ui_type(ui, T18).size;
    Rect arrow = {box.x + box.w - used - side - 6, box.y + (box.h - side) / 2, side, side};
    Color color = ui_color(ui, token);
    icon_draw(ui->draw, change > 0 ? ICON_ARROW_UP : ICON_ARROW_DOWN, arrow, color, color);
}

static void draw_test(Ui *ui, const TestSetupState *state, const Model *model, int at, Rect row)
{
    const StoreTest *test = &state->past[at];
    bool is_passed = percent_of(test) >= TEST_PASS_PERCENT;
    LabelStyle day = {.size = T18, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    LabelStyle quiet = {.size = T18,
                        .weight = WEIGHT_MEDIUM,
                        .color = TOKEN_MUTED,
                        .align = TEXT_ALIGN_RIGHT,
                        .is_tabular = true};
    LabelStyle grade = {.size = T20,
                        .weight = WEIGHT_BOLD,
                        .color = TOKEN_TEXT,
                        .align = TEXT_ALIGN_RIGHT,
                        .is_tabular = true};
    Rect box = layout_pad(row, 16, 0);
    float side = ui_type(ui, T18).size + 2, unit = (float)ui->in.text_percent / 100;
    Rect mark = layout_cut_left(&box, side, 12);
    Color color = ui_color(ui, is_passed ? TOKEN_OK : TOKEN_BAD);
    icon_draw(ui->draw, is_passed ? ICON_TICK : ICON_CROSS, layout_center(mark, side, side), color, color);
    draw_change(ui, state, at, layout_cut_right(&box, 56 * unit, 8));
    label_draw(ui, layout_cut_right(&box, 60 * unit, 10), str_format(ui->frame, "%u%%", percent_of(test)),
               &grade);
    label_draw(ui, layout_cut_right(&box, 96 * unit, 10),
               str_format(ui->frame, "%d of %d", test->right, test->total), &quiet);
    int32_t local = format_local_day(test->at_ms, model->utc_offset_min);
    label_draw(ui, box, format_day(ui->frame, local, model->today), &day);
}

static Str said(Ui *ui, const TestSetupState *state, int at)
{
    const StoreTest *test = &state->past[at];
    Str words = str_format(ui->frame, "%u%%, %d of %d", percent_of(test), test->right, test->total);
    if (at + 1 >= state->past_count) return words;
    int change = (int)percent_of(test) - (int)percent_of(&state->past[at + 1]);
    return str_format(ui->frame, "%.*s, %s %d", STR_FMT(words), change >= 0 ? "up" : "down",
                      change >= 0 ? change : -change);
}

static Intent put_rows(Ui *ui, const TestSetupState *state, const Model *model, Rect area)
{
    ScrollList list = {.id = ui_id("past"),
                       .view = area,
                       .row_height = row_height(ui),
                       .gap = 6,
                       .count = state->past_count};
    ScrollRows rows = scroll_list_begin(ui, &list);
    Intent intent = intent_none();
    for (int i = rows.from; i < rows.to; i++) {
        const StoreTest *test = &state->past[i];
        int32_t local = format_local_day(test->at_ms, model->utc_offset_min);
        Row row = {.id = ui_id_index(list.id, i),
                   .rect = scroll_list_cell(&list, &rows, i),
                   .label =
                       str_format(ui->frame, "Test of %s", format_day(ui->frame, local, model->today).data),
                   .value = said(ui, state, i),
                   .look = ROW_CARD};
        UiHit hit = row_begin(ui, &row);
        draw_test(ui, state, model, i, row.rect);
        row_end(ui);
        if (hit.is_activated)
            intent = (Intent){.kind = INTENT_OPEN,
                              .screen = SCREEN_TEST_REPORT,
                              .text = str_format(ui->frame, "%lld", (long long)test->id)};
    }
    scroll_end(ui);
    return intent;
}

Intent test_past_put(Ui *ui, const TestSetupState *state, const Model *model, Rect area)
{
    LabelStyle title = {.size = T20, .weight = WEIGHT_BOLD, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    LabelStyle quiet = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_LEFT};
    paint_layer(ui, area);
    paint_panel(ui, area);
    paint_layer_end(ui);
    Rect inside = layout_pad(area, PAD, 16);
    Rect head = layout_cut_top(&inside, ui_type(ui, T20).line, 12);
    paint_layer(ui, head);
    label_note(ui, ui_id("past-title"), head, STR("Past tests"), &title);
    paint_layer_end(ui);
    if (state->past_count == 0) {
        Str words = STR("No tests on this deck yet. The first one sets the mark.");
        paint_layer(ui, inside);
        label_paragraph(ui, inside, words, &quiet);
        paint_layer_end(ui);
        ui_note(ui, ui_id("no-past"), words, inside);
    }
    return state->past_count ? put_rows(ui, state, model, inside) : intent_none();
}
