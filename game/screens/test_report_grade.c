#include <math.h>

#include "screens/test_report_state.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define PAD        28.0f
#define RING       216.0f
#define LEAST_RING 192.0f
#define RING_PEN   20.0f
#define COUNT_MS   900
#define BAR        10.0f
#define PART_GAP   14.0f
#define SIDE_WIDE  700.0f /* from this width on the parts stand beside the ring */

static LabelStyle centered(TextSize size, FontWeight weight, Token color)
{
    return (LabelStyle){
        .size = size, .weight = weight, .color = color, .align = TEXT_ALIGN_CENTER, .is_hud = true};
}

static float count_up(Ui *ui, const TestReportState *state)
{
    return ease(EASE_CUBIC_OUT, ui_progress(ui, state->shown_ms, COUNT_MS, false));
}

static void put_ring(Ui *ui, const TestReportState *state, Rect box)
{
    const TestReport *report = state->report;
    uint32_t percent = test_report_percent(report);
    float part = count_up(ui, state);
    Token token = test_report_is_passed(report) ? TOKEN_OK : TOKEN_BAD;
    paint_layer(ui, box);
    paint_ring(ui, rect_center(box), (box.w - RING_PEN) / 2, RING_PEN, part * (float)percent / 100,
               ui_color(ui, token), ui_color(ui, ui->theme->is_flat ? TOKEN_LINE : TOKEN_WELL));
    paint_layer_end(ui);
    LabelStyle figure = centered(T64, WEIGHT_BOLD, TOKEN_TEXT),
               words = centered(T18, WEIGHT_MEDIUM, TOKEN_MUTED);
    figure.is_tabular = true;
    Str of = str_format(ui->frame, "%u of %u", report->right, report->total);
    Str shown = str_format(ui->frame, "%u%%", (uint32_t)((float)percent * part + 0.001f));
    if (label_width(ui, shown, &figure) > box.w - 2 * RING_PEN - 12) figure.size = T40;
    float middle = box.y + box.h / 2;
    paint_layer(ui, box);
    label_draw(ui, (Rect){box.x, middle - 46, box.w, 68}, shown, &figure);
    label_draw(ui, (Rect){box.x, middle + 22, box.w, 24}, of, &words);
    paint_layer_end(ui);
    ui_note(ui, ui_id("grade"), str_format(ui->frame, "%u%%, %.*s right", percent, STR_FMT(of)), box);
}

static void put_verdict(Ui *ui, const TestReport *report, Rect line)
{
    bool is_passed = test_report_is_passed(report);
    LabelStyle style = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    Str words =
        str_format(ui->frame, "%s, line at %d%%", is_passed ? "Passed" : "Not passed", TEST_PASS_PERCENT);
    float side = 28, w = ceilf(label_width(ui, words, &style)) + 1, x = line.x + (line.w - w - side - 10) / 2;
    Color color = ui_color(ui, is_passed ? TOKEN_OK : TOKEN_BAD);
    Color ink = ui_color(ui, is_passed ? TOKEN_OK_INK : TOKEN_BAD_INK);
    paint_layer(ui, line);
    icon_draw(ui->draw, is_passed ? ICON_TICK_CIRCLE : ICON_CROSS_CIRCLE,
              (Rect){x, line.y + (line.h - side) / 2, side, side}, color, ink);
    label_draw(ui, (Rect){x + side + 10, line.y, w, line.h}, words, &style);
    paint_layer_end(ui);
    ui_note(ui, ui_id("verdict"), words, line);
}

/* "6 min 40 s, best yet"; else how it stands to the test before. */
static Str length_words(Ui *ui, const TestReportState *state)
{
    const TestReport *report = state->report;
    Str length = test_length_words(ui->frame, report->length_ms);
    if (state->is_best) return str_format(ui->frame, "%.*s, best yet", STR_FMT(length));
    if (!state->has_before) return length;
    int change = (int)test_report_percent(report) - (int)state->before_percent;
    if (change == 0) return str_format(ui->frame, "%.*s, as the last", STR_FMT(length));
    return str_format(ui->frame, "%.*s, %s %d%%", STR_FMT(length), change > 0 ? "up" : "down",
                      change > 0 ? change : -change);
}

static void put_length(Ui *ui, const TestReportState *state, Rect line)
{
    LabelStyle style = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_LEFT};
    Color color = ui_color(ui, TOKEN_MUTED);
    float side = ui_type(ui, T18).size + 4;
    Str words = length_words(ui, state);
    paint_layer(ui, line);
    icon_draw(ui->draw, ICON_CLOCK, (Rect){line.x, line.y + (line.h - side) / 2, side, side}, color, color);
    layout_cut_left(&line, side, 10);
    label_draw(ui, line, words, &style);
    paint_layer_end(ui);
    ui_note(ui, ui_id("length"), words, line);
}

/* --- the bars --- */

static float part_height(const Ui *ui)
{
    return ui_type(ui, T18).line + 6 + BAR;
}

/* A bar can have the focus where there are more than fit, so that keys and pads reach them. */
static void put_part(Ui *ui, const TestReportState *state, int at, const TestPart *part, Rect rect,
                     bool can_focus)
{
    LabelStyle name = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    LabelStyle count = {.size = T18,
                        .weight = WEIGHT_SEMI,
                        .color = TOKEN_TEXT,
                        .align = TEXT_ALIGN_RIGHT,
                        .is_tabular = true};
    Str words = str_format(ui->frame, "%u of %u", part->right, part->total);
    ui_widget(ui, &(UiWidget){.id = ui_id_index(ui_id("part"), at),
                              .role = can_focus ? ROLE_ROW : ROLE_TEXT,
                              .label = part->name,
                              .value = words,
                              .flags = can_focus ? UI_FOCUSABLE : 0,
                              .rect = rect,
                              .radius = 8});
    paint_layer(ui, rect);
    Rect line = {rect.x, rect.y, rect.w, ui_type(ui, T18).line};
    float used = label_draw(ui, line, words, &count);
    label_draw(ui, (Rect){line.x, line.y, line.w - used - 12, line.h}, part->name, &name);
    paint_bar(ui, (Rect){rect.x, rect.y + line.h + 6, rect.w, BAR},
              count_up(ui, state) * (float)part->right / (float)part->total,
              ui_color(ui, part->right * 100 >= TEST_PASS_PERCENT * part->total ? TOKEN_OK : TOKEN_DEF));
    paint_layer_end(ui);
}

/* By kind, the written ones first as the hardest; then by tag. */
static int list_parts(Ui *ui, const TestReport *report, TestPart **out)
{
    TestPart *parts = ARENA_NEW_N(ui->frame, TestPart, TEST_KINDS + report->tag_count);
    int count = 0;
    for (int kind = TEST_KINDS - 1; kind >= 0; kind--) {
        if (report->kinds[kind].total == 0) continue;
        parts[count] = report->kinds[kind];
        parts[count++].name = test_kind_label((TestKind)kind);
    }
    for (uint32_t i = 0; i < report->tag_count; i++)
        if (report->tags[i].total) parts[count++] = report->tags[i];
    *out = parts;
    return count;
}

static float parts_height(const Ui *ui, int count)
{
    return (float)count * (part_height(ui) + PART_GAP) - PART_GAP;
}

static void put_parts(Ui *ui, const TestReportState *state, Rect area)
{
    TestPart *parts;
    int count = list_parts(ui, state->report, &parts);
    float pitch = part_height(ui) + PART_GAP, needed = parts_height(ui, count);
    bool is_long = needed > area.h;
    Rect content = area;
    if (is_long) content = scroll_begin(ui, ui_id("parts"), area, needed + 8);
    float right = is_long ? 8 : 0;
    for (int i = 0; i < count; i++) {
        Rect rect = {content.x, content.y + (float)i * pitch, content.w - right, part_height(ui)};
        put_part(ui, state, i, &parts[i], rect, is_long);
    }
    if (is_long) scroll_end(ui);
}

void report_grade_put(Ui *ui, TestReportState *state, Rect area)
{
    float line = ui_type(ui, T20).line, low = ui_type(ui, T18).line;
    paint_layer(ui, area);
    paint_panel(ui, area);
    paint_layer_end(ui);
    Rect inside = layout_pad(area, PAD, PAD - 4), beside = {0};
    bool is_wide = inside.w >= SIDE_WIDE;
    if (is_wide) beside = layout_cut_right(&inside, inside.w * 0.5f, 32);
    TestPart *parts;
    float needed = parts_height(ui, list_parts(ui, state->report, &parts)), below = 2 * line + low + 46;
    float ring = fminf(RING, is_wide ? inside.h - below : fmaxf(LEAST_RING, inside.h - below - needed));
    Rect top = layout_cut_top(&inside, ring, 16);
    put_ring(ui, state, layout_center(top, ring, ring));
    put_verdict(ui, state->report, layout_cut_top(&inside, fmaxf(line, 28), 16));
    put_length(ui, state, layout_cut_bottom(&inside, low, 14));
    put_parts(ui, state, is_wide ? beside : inside);
}
