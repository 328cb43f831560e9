#include "screens/test_paper.h"

#include <math.h>

#include "screens/menu.h"
#include "screens/reader.h"
#include "screens/test_paper_state.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"

#define FOOT_GAP   20
#define SHORT_PART 4 /* under a quarter of the limit the clock turns amber */

UiId paper_option_id(uint32_t option)
{
    return ui_id_index(ui_id("paper-option"), option);
}

void paper_cut_add(PaperCut *cut, Str text, Side side, bool is_focused)
{
    if (is_focused || !cut->is_there) *cut = (PaperCut){true, text, side};
}

void paper_cut_put(Ui *ui, TestPaperState *state, const PaperCut *cut, Rect strip)
{
    if (!cut->is_there) return;
    if (!state->has_reader) ui_keep_moving(ui);
    Reader reader = {
        .id = ui_id("reader"), .side = cut->side, .text = cut->text, .since_ms = state->shown_ms};
    if (state->has_reader) reader_put(ui, strip, &reader, NULL, 0);
    state->has_reader = true;
}

static bool is_same_page(const TestPaper *paper, uint32_t a, uint32_t b)
{
    const TestQuestion *x = &paper->questions[a], *y = &paper->questions[b];
    return x->kind == TEST_MATCHING && y->kind == TEST_MATCHING && x->block == y->block;
}

/* The first option of a page, the one that was chosen, or the field. */
static UiId first_focus(const TestQuestion *question)
{
    if (question->kind == TEST_TYPED) return ui_id("paper-field");
    if (question->kind == TEST_TRUE_FALSE) return paper_option_id(question->chosen == TEST_FALSE ? 1 : 0);
    return paper_option_id(question->chosen == TEST_NOT_CHOSEN ? 0 : question->chosen);
}

/* Another question has come to the front: its page, its text, the focus. */
static void follow(Ui *ui, TestPaperState *state, const TestPaper *paper)
{
    bool is_new = !state->has_begun || state->shown >= paper->count;
    if (!is_new && state->shown == paper->front) return;
    const TestQuestion *question = &paper->questions[paper->front];
    if (is_new || !is_same_page(paper, state->shown, paper->front)) {
        state->shown_ms = ui->in.now_ms;
        state->has_reader = false;
        ui_focus(ui, first_focus(question));
    }
    text_edit_init(&state->edit, test_question_typed(question), 0);
    state->shown = paper->front;
    state->has_begun = true;
}

static void draw_clock(Ui *ui, Rect *header, const TestPaper *paper)
{
    int64_t now_ms = ui->in.now_ms, left = test_paper_left_ms(paper, now_ms);
    bool has_limit = left != INT64_MAX;
    int64_t running = paper->since_ms == TEST_STANDS ? 0 : now_ms - paper->since_ms;
    int64_t shown = has_limit ? left + 999 : paper->spent_ms + (running > 0 ? running : 0);
    bool is_short = has_limit && left < (int64_t)paper->setup.limit_min * 60000 / SHORT_PART;
    ui_wake_at(ui, now_ms + (has_limit ? left % 1000 + 1 : 1000 - shown % 1000));
    LabelStyle style = {.size = T32,
                        .weight = WEIGHT_SEMI,
                        .color = is_short    ? TOKEN_DEF
                                 : has_limit ? TOKEN_TEXT
                                             : TOKEN_MUTED,
                        .align = TEXT_ALIGN_RIGHT,
                        .is_tabular = true,
                        .is_hud = true};
    Str text = format_time(ui->frame, shown, 0);
    float w = ceilf(label_width(ui, text, &style)) + 1, side = 28;
    Rect box = layout_cut_right(header, w + side + 10, 24);
    Color color = ui_color(ui, style.color);
    paint_layer(ui, box);
    icon_draw(ui->draw, ICON_CLOCK, (Rect){box.x, box.y + (box.h - side) / 2, side, side}, color, color);
    label_draw(ui, box, text, &style);
    paint_layer_end(ui);
    ui_note(ui, ui_id("clock"), str_format(ui->frame, has_limit ? "%.*s left" : "%.*s", STR_FMT(text)), box);
}

static Intent put_header(Ui *ui, const TestPaper *paper, Rect area)
{
    draw_clock(ui, &area, paper);
    Str title = str_format(ui->frame, "Question %u of %u", paper->front + 1, paper->count);
    Header header = {.title = title,
                     .has_back = true,
                     .note = str_format(ui->frame, "%u answered", test_paper_answered(paper))};
    return header_put(ui, area, &header) == HEADER_BACK ? test_intent(TEST_LEAVE, 0) : intent_none();
}

static Intent put_body(Ui *ui, TestPaperState *state, const TestPaper *paper, Rect area)
{
    switch (paper->questions[paper->front].kind) {
    case TEST_TRUE_FALSE:
    case TEST_CHOICE: return paper_choice_put(ui, state, paper, area);
    case TEST_MATCHING: return paper_match_put(ui, state, paper, area);
    case TEST_TYPED: return paper_typed_put(ui, state, paper, area);
    }
    return intent_none();
}

/* A key that writes is no hot key while something is written. */
static bool is_writing(const Ui *ui)
{
    return ui->in.device != DEVICE_PAD && ui_focused(ui) == ui_id("paper-field");
}

static Intent put_hints(Ui *ui, const TestPaper *paper, Rect bar, bool *wants_hand_in)
{
    bool is_typed = paper->questions[paper->front].kind == TEST_TYPED;
    Hint turn = hint_say(ui_on_command(COMMAND_PAGE_PREVIOUS), STR("Turn"));
    turn.triggers[turn.trigger_count++] = ui_on_command(COMMAND_PAGE_NEXT);
    Hint hints[5] = {hint_arrows(STR("Move"), true, true),
                     hint_say(ui_on_command(COMMAND_CONFIRM), is_typed ? STR("Go on") : STR("Choose")), turn};
    int count = 3, hand_in = -1;
    if (!is_writing(ui))
        hints[hand_in = count++] = hint_do(ui_on_key_button(KEY_H, PAD_START), STR("Hand in"));
    hints[count++] = hint_say(ui_on_command(COMMAND_BACK), STR("Leave, it waits"));
    int pressed = prompt_hints(ui, bar, hints, count);
    if (pressed >= 0 && pressed == hand_in) *wants_hand_in = true;
    if (ui_command(ui, COMMAND_PAGE_PREVIOUS)) return paper_turn(paper, false, wants_hand_in);
    return ui_command(ui, COMMAND_PAGE_NEXT) ? paper_turn(paper, true, wants_hand_in) : intent_none();
}

static Intent put_question(Ui *ui, TestPaperState *state, const TestPaper *paper)
{
    uint32_t open = paper->count - test_paper_answered(paper);
    DialogQuestion question = {
        .id = ui_id("hand-in"),
        .title = STR("Hand in now?"),
        .text = str_format(ui->frame, "%s still open, and an open one counts as wrong.",
                           format_count(ui->frame, open, "question is", "questions are").data),
        .answers = {STR("Keep answering"), STR("Hand in")},
        .answer_count = 2,
        .danger = -1,
        .icon = ICON_HELP};
    int answer = dialog_ask(ui, &question);
    if (answer >= 0) state->is_asked = false;
    return answer == 1 ? test_intent(TEST_HAND_IN, 0) : intent_none();
}

static Intent build(void *memory, const Model *model, Ui *ui)
{
    TestPaperState *state = memory;
    const TestPaper *paper = model->test.paper;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_MENU);
    if (!paper) return intent_none(); /* handed in: the report comes in the next pass */
    follow(ui, state, paper);
    if (state->is_answered) ui_focus(ui, paper_next_id());
    state->is_answered = false;
    bool wants_hand_in = false;
    Intent intent = put_header(ui, paper, page.header);
    Rect area = page.content;
    Rect foot = layout_cut_bottom(&area, paper_foot_height(ui), FOOT_GAP);
    intent = menu_first(intent, put_body(ui, state, paper, area));
    intent = menu_first(intent, paper_foot_put(ui, paper, foot, &wants_hand_in));
    intent = menu_first(intent, put_hints(ui, paper, page.hints, &wants_hand_in));
    if (wants_hand_in && test_paper_answered(paper) == paper->count)
        intent = menu_first(intent, test_intent(TEST_HAND_IN, 0));
    else if (wants_hand_in)
        state->is_asked = true;
    if (state->is_asked) intent = menu_first(intent, put_question(ui, state, paper));
    return menu_first(intent, paper_keyboard_put(ui, state, paper));
}

const ScreenKind test_paper_screen = {
    .id = SCREEN_TEST_PAPER,
    .name = "test-paper",
    .state_size = sizeof(TestPaperState),
    .context = INPUT_CONTEXT_MENU,
    .build = build,
};
