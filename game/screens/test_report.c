#include "screens/test_report.h"

#include <math.h>
#include <stdlib.h>

#include "formats/test_report.h"
#include "screens/fix_card.h"
#include "screens/menu.h"
#include "screens/test_report_state.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define LEFT_WIDTH  336.0f
#define COLUMN_GAP  24.0f
#define MOST_PAST   500
#define LOOK_SEED   17 /* of the confetti: any will do, it is for the look alone */
#define LARGE_TEXT  125
#define CONFETTI    40
#define CONFETTI_MS 1500
#define COUNT_MS    900

static void load_report(TestReportState *state, Arena *arena, const Model *model, Str argument)
{
    state->id = argument.size ? strtoll(argument.data, NULL, 10) : 0;
    state->report = model->test.report;
    if (state->id == 0) return;
    state->report = NULL;
    StoreTest kept;
    Err err = {0};
    TestReport *report = ARENA_NEW(arena, TestReport);
    if (!store_test(model->store, state->id, arena, &kept)) return;
    if (test_report_read(kept.report, arena, report, &err)) state->report = report;
}

/* The tests before this one, the latest first. */
static void compare(TestReportState *state, Arena *arena, const Model *model)
{
    StoreTest *past;
    const TestReport *report = state->report;
    size_t count = store_tests(model->store, model->player.id, report->deck_id, MOST_PAST, arena, &past);
    state->has_before = false;
    state->is_best = true;
    for (size_t i = 0; i < count; i++) {
        if (past[i].at_ms >= report->at_ms) continue;
        TestReport graded = {.right = (uint32_t)past[i].right, .total = (uint32_t)past[i].total};
        if (!state->has_before) state->before_percent = test_report_percent(&graded);
        state->has_before = true;
        if ((int64_t)graded.right * report->total >= (int64_t)report->right * graded.total)
            state->is_best = false;
    }
    state->is_best = state->is_best && state->has_before;
}

static void load(void *memory, Arena *arena, const Model *model, Str argument)
{
    TestReportState *state = memory;
    load_report(state, arena, model, argument);
    if (state->report) compare(state, arena, model);
    state->heights_width = 0;
}

static bool has_columns(const Ui *ui)
{
    return ui->in.text_percent <= LARGE_TEXT;
}

static void put_pages(Ui *ui, TestReportState *state, Rect area)
{
    const Str labels[] = {STR("Grade"), STR("Answers")};
    menu_tabs(ui, &area, labels, 2, &state->page);
    if (state->page == 0)
        report_grade_put(ui, state, area);
    else
        report_answers_put(ui, state, area);
}

static void celebrate(Ui *ui, TestReportState *state, Rect area)
{
    if (!state->has_begun) {
        state->has_begun = true;
        state->shown_ms = ui->in.now_ms;
        particles_init(&state->particles, LOOK_SEED);
    }
    bool is_time = ui->in.now_ms >= state->shown_ms + COUNT_MS;
    bool is_fresh = state->id == 0 && state->is_best;
    if (is_fresh && is_time && !state->has_celebrated) {
        state->has_celebrated = true;
        Rect from = {area.x, area.y + 40, LEFT_WIDTH, 220};
        particles_confetti(&state->particles, ui, from, CONFETTI, CONFETTI_MS);
    }
    particles_draw(&state->particles, ui);
}

static Intent put_hints(Ui *ui, TestReportState *state, const Model *model, Rect bar)
{
    const TestReport *report = state->report;
    Hint hints[6] = {hint_arrows(STR("Scroll"), false, true)};
    int count = 1, retake = -1, fix = -1;
    uint32_t missed = report->total - report->right;
    bool is_of_deck = model->test.is_there && str_is(report->deck_id, model->deck.id);
    if (missed > 0 && is_of_deck)
        hints[retake = count++] = hint_do(ui_on_key_button(KEY_R, PAD_START),
                                          str_format(ui->frame, "Retake the %u missed", missed));
    int again = count++, page = count++;
    hints[again] = hint_do(ui_on_key_button(KEY_N, PAD_RT), STR("New test"));
    hints[page] = hint_do(ui_on_key_button(KEY_W, PAD_LT), STR("Write as a page"));
    const TestAnswer *answer = report_answer_seen(ui, state);
    if (answer) hints[fix = count++] = fix_card_hint();
    hints[count++] = hint_say(ui_on_command(COMMAND_BACK), STR("Back"));
    int pressed = prompt_hints(ui, bar, hints, count);
    if (pressed < 0) return intent_none();
    if (pressed == fix) return fix_card(report->deck_id, answer->card_id);
    if (pressed == again) return (Intent){.kind = INTENT_BACK}; /* the set-up lies below */
    if (pressed == page) return test_intent(TEST_WRITE_PAGE, state->id);
    if (pressed != retake) return intent_none();
    state->is_asked = model->test.paper != NULL;
    return state->is_asked ? intent_none() : test_intent(TEST_RETAKE, state->id);
}

static Intent put_question(Ui *ui, TestReportState *state)
{
    DialogQuestion question = {.id = ui_id("replace"),
                               .title = STR("Put the other test away?"),
                               .text = STR("A test waits half-way. The missed cards take its place, and what "
                                           "was answered in it is gone."),
                               .answers = {STR("Keep it"), STR("Retake")},
                               .answer_count = 2,
                               .danger = 1,
                               .icon = ICON_WARNING};
    int answer = dialog_ask(ui, &question);
    if (answer >= 0) state->is_asked = false;
    return answer == 1 ? test_intent(TEST_RETAKE, state->id) : intent_none();
}

static void put_unreadable(Ui *ui, Rect area)
{
    LabelStyle style = {.size = T24, .weight = WEIGHT_SEMI, .color = TOKEN_MUTED, .align = TEXT_ALIGN_CENTER};
    label_note(ui, ui_id("nothing"), area, STR("That test cannot be read any more."), &style);
}

static Intent build(void *memory, const Model *model, Ui *ui)
{
    TestReportState *state = memory;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_MENU);
    Str note = state->report && ui->in.text_percent <= LARGE_TEXT ? state->report->deck_title : (Str){0};
    Intent intent = menu_header(ui, model, page.header, STR("Test report"), note);
    if (!state->report) {
        put_unreadable(ui, page.content);
        return intent;
    }
    Rect area = page.content;
    if (has_columns(ui)) {
        Rect left =
            layout_cut_left(&area, LEFT_WIDTH * fmaxf(1, (float)ui->in.text_percent / 110), COLUMN_GAP);
        report_grade_put(ui, state, left);
        report_answers_put(ui, state, area);
    } else {
        put_pages(ui, state, area);
    }
    celebrate(ui, state, page.content);
    intent = menu_first(intent, put_hints(ui, state, model, page.hints));
    return state->is_asked ? menu_first(intent, put_question(ui, state)) : intent;
}

const ScreenKind test_report_screen = {
    .id = SCREEN_TEST_REPORT,
    .name = "test-report",
    .state_size = sizeof(TestReportState),
    .context = INPUT_CONTEXT_MENU,
    .load = load,
    .build = build,
};
