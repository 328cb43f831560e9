#include <math.h>

#include "screens/menu.h"
#include "screens/question_card.h"
#include "screens/reader.h"
#include "screens/rush_option.h"
#include "screens/test_paper_state.h"
#include "screens/tile_text.h"
#include "ui/keys.h"
#include "ui/layout.h"

#define CARD_WIDTH  800.0f
#define GAP         16.0f
#define COME_MS     160
#define COME_RISE   16.0f
#define OPTION_HIGH 112.0f
#define LEAST_CARD  96.0f
#define CLAIM_GAP   20.0f

/* A claim stands on the card below what it is claimed of, its mark on the line between them. */
static bool draw_claim(Ui *ui, const TestQuestion *question, Rect inside)
{
    Side side = test_question_answer_side(question);
    Rect below = layout_cut_bottom(&inside, (inside.h - CLAIM_GAP) / 2, CLAIM_GAP);
    Vec middle = {below.x + below.w / 2, below.y - CLAIM_GAP / 2};
    float right = below.x + below.w;
    Color line = ui_color(ui, TOKEN_LINE);
    bool is_cut = question_card_text(ui, inside, question->deal.prompt);
    paint_line(ui, (Vec){below.x, middle.y}, (Vec){middle.x - CLAIM_GAP, middle.y}, 1, line);
    paint_line(ui, (Vec){middle.x + CLAIM_GAP, middle.y}, (Vec){right, middle.y}, 1, line);
    if (side == SIDE_TERM)
        paint_term_mark(ui, middle, 14, ui_color(ui, TOKEN_TERM_MARK));
    else
        paint_def_mark(ui, middle, 14, ui_color(ui, TOKEN_DEF_MARK));
    return question_card_text(ui, below, question->deal.options[question->claim].text) || is_cut;
}

bool paper_card_put(Ui *ui, const TestPaperState *state, const TestQuestion *question, Rect card, Str heading)
{
    bool is_reduced = ui->in.reduced_motion;
    float in = ease(EASE_CUBIC_OUT, ui_progress(ui, state->shown_ms, is_reduced ? 100 : COME_MS, true));
    paint_layer_moved(ui, card, (Vec){0, is_reduced ? 0 : COME_RISE * (1 - in)}, 1, 0.3f + 0.7f * in);
    question_card_surface(ui, card);
    bool has_heading = card.h >= ui_grow(ui, LEAST_CARD, T18, 1) + ui_type(ui, T24).line;
    Rect inside = layout_pad(card, 32, has_heading ? 16 : 8);
    Side shown = question->deal.ask == ASK_TERM ? SIDE_TERM : SIDE_DEFINITION;
    if (has_heading)
        question_card_heading(ui, layout_cut_top(&inside, ui_type(ui, T18).line, 6), shown, heading);
    bool is_claim = question->kind == TEST_TRUE_FALSE;
    bool is_cut =
        is_claim ? draw_claim(ui, question, inside) : question_card_text(ui, inside, question->deal.prompt);
    paint_layer_end(ui);
    ui_note(ui, ui_id("heading"), heading, card);
    ui_note(ui, ui_id("prompt"), question->deal.prompt, card);
    if (is_claim) ui_note(ui, ui_id("claim"), question->deal.options[question->claim].text, card);
    return is_cut;
}

/* One of the answers to choose from, as words: for true/false the first is "True". */
typedef struct {
    Str text;
    Side side;
    uint32_t value; /* what is chosen with it */
    bool is_word;   /* of no side */
} Answer;

static uint32_t answers_of(const TestQuestion *question, Answer *out)
{
    Side side = test_question_answer_side(question);
    if (question->kind == TEST_TRUE_FALSE) {
        out[0] = (Answer){STR("True"), side, TEST_TRUE, true};
        out[1] = (Answer){STR("False"), side, TEST_FALSE, true};
        return 2;
    }
    for (uint32_t i = 0; i < question->deal.option_count; i++)
        out[i] = (Answer){question->deal.options[i].text, side, i, false};
    return question->deal.option_count;
}

static bool put_option(Ui *ui, const Answer *answer, uint32_t at, Rect rect, bool is_chosen, PaperCut *cut)
{
    UiTrigger trigger = ui_on_key(KEY_1 + (int)at);
    UiHit hit = ui_widget(ui, &(UiWidget){.id = paper_option_id(at),
                                          .role = ROLE_OPTION,
                                          .label = answer->text,
                                          .value = is_chosen ? STR("chosen") : (Str){0},
                                          .flags = UI_FOCUSABLE | (is_chosen ? (unsigned)UI_SELECTED : 0u),
                                          .rect = rect,
                                          .radius = OPTION_RADIUS,
                                          .trigger = trigger});
    OptionView view = {.rect = rect,
                       .text = answer->text,
                       .side = answer->side,
                       .look = is_chosen ? OPTION_CHOSEN : OPTION_OPEN,
                       .cap = trigger,
                       .is_hovered = hit.is_hovered,
                       .is_pressed = hit.is_pressed,
                       .has_no_badge = true,
                       .has_no_mark = answer->is_word};
    if (rush_option_draw(ui, &view)) paper_cut_add(cut, answer->text, answer->side, hit.is_focused);
    return hit.is_activated;
}

typedef struct {
    Rect card, options, reader;
    float option_height;
    int columns;
} Places;

static Places places_of(const Ui *ui, uint32_t options, Rect area, bool has_reader)
{
    Places p = {.columns = options > 1 ? 2 : 1};
    float rows = (float)(((int)options + p.columns - 1) / p.columns);
    if (has_reader) p.reader = layout_cut_bottom(&area, fminf(reader_height(ui, 0), area.h * 0.24f), GAP);
    float room = area.h - GAP * rows;
    float card = fmaxf(room - rows * OPTION_HIGH, room * 0.42f);
    p.option_height = (room - card) / rows;
    float width = fminf(area.w, CARD_WIDTH * fmaxf(1, (float)ui->in.text_percent / 110));
    p.card = (Rect){area.x + (area.w - width) / 2, area.y, width, card};
    p.options = (Rect){area.x, area.y + card + GAP, area.w, area.h - card - GAP};
    return p;
}

Intent paper_choice_put(Ui *ui, TestPaperState *state, const TestPaper *paper, Rect area)
{
    const TestQuestion *question = &paper->questions[paper->front];
    Answer answers[SETUP_MAX_OPTIONS];
    uint32_t count = answers_of(question, answers);
    Places p = places_of(ui, count, area, state->has_reader);
    bool is_term = question->deal.ask == ASK_TERM, is_claim = question->kind == TEST_TRUE_FALSE;
    Str heading = is_claim  ? STR("Is this right?")
                  : is_term ? STR("What does it mean?")
                            : STR("Which term fits?");
    PaperCut cut = {0};
    if (paper_card_put(ui, state, question, p.card, heading))
        cut = (PaperCut){true, question->deal.prompt, is_term ? SIDE_TERM : SIDE_DEFINITION};
    Intent intent = intent_none();
    for (uint32_t i = 0; i < count; i++) {
        Rect rect = layout_cell(p.options, (int)i, p.columns, p.option_height, GAP);
        if (put_option(ui, &answers[i], i, rect, question->chosen == answers[i].value, &cut)) {
            intent = test_intent(TEST_CHOOSE, answers[i].value);
            ui_sound(ui, SOUND_PICK, 0);
            state->is_answered = true;
        }
    }
    paper_cut_put(ui, state, &cut, p.reader);
    return intent;
}
