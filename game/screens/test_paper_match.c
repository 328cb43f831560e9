#include <math.h>

#include "screens/menu.h"
#include "screens/reader.h"
#include "screens/rush_option.h"
#include "screens/test_paper_state.h"
#include "screens/tile_text.h"
#include "ui/keys.h"
#include "ui/layout.h"

#define GAP        12.0f
#define COLUMN_GAP 24.0f
#define MOST_ROW   88.0f
#define SLOT       44.0f
#define TERM_SHARE 0.42f /* of the width, for the column of terms: definitions are longer */

static UiId prompt_id(uint32_t question)
{
    return ui_id_index(ui_id("paper-prompt"), question);
}

static void draw_mark(Ui *ui, Vec at, Side side)
{
    if (side == SIDE_TERM)
        paint_term_mark(ui, at, 14, ui_color(ui, TOKEN_TERM_MARK));
    else
        paint_def_mark(ui, at, 14, ui_color(ui, TOKEN_DEF_MARK));
}

/* The place beside a prompt where the option's number stands once it was chosen. */
static void draw_slot(Ui *ui, Rect box, const TestQuestion *question, Side side)
{
    bool is_filled = question->chosen != TEST_NOT_CHOSEN, is_term = side == SIDE_TERM;
    if (!is_filled) {
        draw_shape(ui->draw, (DrawShape){.rect = box,
                                         .radius = 10,
                                         .fill_top = ui_color(ui, TOKEN_WELL),
                                         .fill_bottom = ui_color(ui, TOKEN_WELL),
                                         .border = ui->theme->border,
                                         .border_color = ui_color(ui, TOKEN_LINE)});
        return;
    }
    LabelStyle style = {.size = T20,
                        .weight = WEIGHT_BOLD,
                        .color = is_term ? TOKEN_TERM_INK : TOKEN_DEF_INK,
                        .align = TEXT_ALIGN_CENTER,
                        .is_hud = true};
    draw_rect(ui->draw, box, 10, ui_color(ui, is_term ? TOKEN_TERM : TOKEN_DEF));
    label_draw(ui, box, str_format(ui->frame, "%u", question->chosen + 1), &style);
}

static bool draw_prompt(Ui *ui, Rect rect, const TestQuestion *question, bool is_front)
{
    Side answer = test_question_answer_side(question);
    Side shown = answer == SIDE_TERM ? SIDE_DEFINITION : SIDE_TERM;
    if (is_front)
        draw_shape(ui->draw, (DrawShape){.rect = rect,
                                         .radius = 14,
                                         .border = ui->theme->is_flat ? 4 : 2,
                                         .border_color = ui_color(ui, TOKEN_TEXT)});
    Rect box = layout_pad(rect, 16, 6);
    float side = fminf(SLOT, box.h);
    Rect slot = layout_cut_right(&box, side, 14);
    draw_slot(ui, layout_center(slot, side, side), question, answer);
    draw_mark(ui, (Vec){box.x + 7, box.y + box.h / 2}, shown);
    layout_cut_left(&box, 14, 14);
    const TextLayout *text = tile_text_fit(ui, question->deal.prompt, SIDE_DEFINITION, (Vec){box.w, box.h});
    text_draw(ui->draw, text, (Vec){box.x, box.y + (box.h - text->height) / 2}, ui_color(ui, TOKEN_TEXT));
    return text->is_cut;
}

static bool has_focused_prompt(const Ui *ui, const TestQuestion *question)
{
    for (uint32_t i = 0; i < question->block_count; i++)
        if (ui_focused(ui) == prompt_id(question->block + i)) return true;
    return false;
}

/* The one in front is read where none has the focus: it is the one to find a partner for. */
static bool put_prompt(Ui *ui, const TestPaper *paper, uint32_t at, Rect rect, PaperCut *cut)
{
    const TestQuestion *question = &paper->questions[at];
    bool is_chosen = question->chosen != TEST_NOT_CHOSEN, is_front = at == paper->front;
    Row row = {.id = prompt_id(at),
               .rect = rect,
               .label = question->deal.prompt,
               .value = is_chosen ? question->deal.options[question->chosen].text : STR("open"),
               .look = ROW_CARD,
               .is_selected = is_front,
               .group = ui_id("paper-prompts")};
    UiHit hit = row_begin(ui, &row);
    bool is_read = hit.is_focused || (is_front && !has_focused_prompt(ui, question));
    if (draw_prompt(ui, rect, question, is_front))
        paper_cut_add(cut, question->deal.prompt,
                      question->deal.ask == ASK_TERM ? SIDE_TERM : SIDE_DEFINITION, is_read);
    row_end(ui);
    return hit.is_activated;
}

/* The number of the prompt that has this option; 0: none. */
static uint32_t owner_of(const TestPaper *paper, const TestQuestion *front, uint32_t option)
{
    for (uint32_t i = 0; i < front->block_count; i++)
        if (paper->questions[front->block + i].chosen == option) return front->block + i + 1;
    return 0;
}

static bool put_option(Ui *ui, const TestPaper *paper, uint32_t option, Rect rect, PaperCut *cut)
{
    const TestQuestion *front = &paper->questions[paper->front];
    uint32_t owner = owner_of(paper, front, option);
    bool is_chosen = front->chosen == option;
    Str text = front->deal.options[option].text;
    Str value = owner ? str_format(ui->frame, "of question %u", owner) : STR("free");
    UiTrigger trigger = ui_on_key(KEY_1 + (int)option);
    UiHit hit = ui_widget(ui, &(UiWidget){.id = paper_option_id(option),
                                          .role = ROLE_OPTION,
                                          .label = text,
                                          .value = value,
                                          .flags = UI_FOCUSABLE | (is_chosen ? (unsigned)UI_SELECTED : 0u),
                                          .rect = rect,
                                          .radius = OPTION_RADIUS,
                                          .trigger = trigger});
    OptionView view = {.rect = rect,
                       .text = text,
                       .side = test_question_answer_side(front),
                       .look = is_chosen ? OPTION_CHOSEN
                               : owner   ? OPTION_DIM
                                         : OPTION_OPEN,
                       .cap = trigger,
                       .is_hovered = hit.is_hovered,
                       .is_pressed = hit.is_pressed,
                       .has_no_badge = true};
    if (rush_option_draw(ui, &view)) paper_cut_add(cut, text, view.side, hit.is_focused);
    return hit.is_activated;
}

/* Will this choice be the block's last? Then the focus goes on. */
static bool completes(const TestPaper *paper, const TestQuestion *front, uint32_t option)
{
    uint32_t owner = owner_of(paper, front, option);
    if (owner && owner - 1 != paper->front) return false;
    for (uint32_t i = 0; i < front->block_count; i++) {
        const TestQuestion *other = &paper->questions[front->block + i];
        if (other != front && other->chosen == TEST_NOT_CHOSEN) return false;
    }
    return true;
}

static void draw_heading(Ui *ui, Rect line)
{
    LabelStyle style = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_SOFT, .align = TEXT_ALIGN_LEFT};
    paint_layer(ui, line);
    label_note(ui, ui_id("heading"), line, STR("Which belong together?"), &style);
    paint_layer_end(ui);
}

Intent paper_match_put(Ui *ui, TestPaperState *state, const TestPaper *paper, Rect area)
{
    const TestQuestion *front = &paper->questions[paper->front];
    uint32_t count = front->block_count;
    float share = front->deal.ask == ASK_TERM ? TERM_SHARE : 1 - TERM_SHARE;
    draw_heading(ui, layout_cut_top(&area, ui_type(ui, T20).line, GAP));
    Rect strip = {0};
    if (state->has_reader) strip = layout_cut_bottom(&area, fminf(reader_height(ui, 0), area.h * 0.2f), GAP);
    float row = fminf((area.h + GAP) / (float)count - GAP, ui_grow(ui, MOST_ROW, T18, 2));
    Rect prompts = layout_cut_left(&area, floorf(area.w * share), COLUMN_GAP);
    Intent intent = intent_none();
    PaperCut cut = {0};
    for (uint32_t i = 0; i < count; i++)
        if (put_prompt(ui, paper, front->block + i, layout_cell(prompts, (int)i, 1, row, GAP), &cut))
            intent = test_intent(TEST_GO, front->block + i);
    for (uint32_t i = 0; i < count; i++) {
        if (!put_option(ui, paper, i, layout_cell(area, (int)i, 1, row, GAP), &cut)) continue;
        intent = test_intent(TEST_CHOOSE, i);
        ui_sound(ui, SOUND_PICK, 0);
        state->is_answered = completes(paper, front, i);
    }
    paper_cut_put(ui, state, &cut, strip);
    return intent;
}
