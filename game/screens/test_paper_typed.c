#include <math.h>

#include "screens/menu.h"
#include "screens/reader.h"
#include "screens/test_paper_state.h"
#include "ui/layout.h"

#define CARD_WIDTH 800.0f
#define GAP        20.0f
#define MOST_CARD  260.0f

static Intent typed(const TestPaperState *state)
{
    Intent intent = test_intent(TEST_TYPE, 0);
    intent.text = text_edit_text(&state->edit);
    return intent;
}

static void draw_note(Ui *ui, Rect line)
{
    LabelStyle style = {
        .size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_CENTER};
    paint_layer(ui, line);
    label_draw(ui, line, STR("Case, accents and small typos are forgiven."), &style);
    paint_layer_end(ui);
}

Intent paper_typed_put(Ui *ui, TestPaperState *state, const TestPaper *paper, Rect area)
{
    const TestQuestion *question = &paper->questions[paper->front];
    bool is_term = test_question_answer_side(question) == SIDE_TERM;
    float field = field_height(ui), note = ui_type(ui, T18).line;
    float width = fminf(area.w, CARD_WIDTH * fmaxf(1, (float)ui->in.text_percent / 110));
    Rect strip = {0};
    if (state->has_reader) strip = layout_cut_bottom(&area, fminf(reader_height(ui, 0), area.h * 0.3f), GAP);
    float card = fminf(area.h - field - note - 2 * GAP, ui_grow(ui, MOST_CARD, T32, 2));
    Rect box = layout_center(area, width, card + GAP + field + 12 + note);
    Str heading = is_term ? STR("Write the term") : STR("Write what it means");
    PaperCut cut = {0};
    if (paper_card_put(ui, state, question, layout_cut_top(&box, card, GAP), heading))
        cut = (PaperCut){true, question->deal.prompt, is_term ? SIDE_DEFINITION : SIDE_TERM};
    paper_cut_put(ui, state, &cut, strip);
    Field put = {.id = ui_id("paper-field"),
                 .rect = layout_cut_top(&box, field, 12),
                 .label = STR("Your answer"),
                 .hint = STR("Your answer"),
                 .icon = ICON_PENCIL,
                 .is_default = true};
    FieldAnswer answer = field_put(ui, &put, &state->edit);
    if (answer.wants_keyboard) {
        state->before = state->edit;
        state->keyboard = (Keyboard){.is_open = true};
    }
    draw_note(ui, box);
    if (answer.is_changed) return typed(state);
    if (!answer.is_confirmed) return intent_none();
    uint32_t next = paper_next_page(paper);
    state->is_answered = next == paper->count;
    return state->is_answered ? intent_none() : test_intent(TEST_GO, next);
}

Intent paper_keyboard_put(Ui *ui, TestPaperState *state, const TestPaper *paper)
{
    if (!state->keyboard.is_open) return intent_none();
    Str before = str_copy(ui->frame, text_edit_text(&state->edit));
    Str title = paper->questions[paper->front].deal.prompt;
    KeyboardAnswer answer = keyboard_put(ui, ui_id("paper-keyboard"), title, &state->keyboard, &state->edit);
    if (answer == KEYBOARD_CANCELLED) state->edit = state->before;
    if (answer == KEYBOARD_DONE) state->is_answered = true;
    return str_is(before, text_edit_text(&state->edit)) ? intent_none() : typed(state);
}
