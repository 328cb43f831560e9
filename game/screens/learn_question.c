#include <math.h>

#include "screens/learn_parts.h"
#include "screens/menu.h"
#include "screens/question_card.h"
#include "screens/reader.h"
#include "screens/rush_option.h"
#include "ui/widgets.h"

#define PAD         36.0f
#define BELOW_CARD  24.0f /* from the stack's edge to what follows */
#define FIELD       72.0f
#define FIELD_GAP   20.0f
#define LEAST_CARD  112.0f
#define MARK        20.0f
#define COME_MS     160
#define COME_RISE   16.0f
#define SPARKS      16
#define OPTION_PART 0.5f /* of the height, at least, for two rows of options */

static bool is_decided(const Learn *learn)
{
    return learn->phase == LEARN_ANSWERED || learn->phase == LEARN_RETYPING;
}

static float field_room(const Ui *ui)
{
    return learn_is_tight(ui) ? ui_grow(ui, 48, T24, 1) : ui_grow(ui, FIELD, T40, 1);
}

/* What stands below the card. */
static float room_below(const Ui *ui, const Learn *learn, float height)
{
    float field = field_room(ui), verdict = learn_verdict_height(ui);
    float typed = learn_is_tight(ui) ? fmaxf(field, verdict) : field + FIELD_GAP + verdict;
    if (learn->phase == LEARN_RETYPING && learn_is_tight(ui)) typed = field + 8 + learn_reminder_height(ui);
    switch (learn->question.form) {
    case LEARN_FORM_CHOICE: return fmaxf(typed, height * OPTION_PART);
    case LEARN_FORM_TYPED: return typed;
    case LEARN_FORM_CARD: break;
    }
    return is_decided(learn) ? verdict : 0;
}

static Rect cut_card(const Ui *ui, const Learn *learn, Rect *area)
{
    float below = room_below(ui, learn, area->h);
    float gap = below > 0 ? QUESTION_CARD_STACK + BELOW_CARD : QUESTION_CARD_STACK;
    if (learn_is_tight(ui) && below > 0) gap = 12;
    return layout_cut_top(area, fmaxf(area->h - below - gap, LEAST_CARD), gap);
}

static Str heading_of(const Learn *learn)
{
    bool is_term = learn->question.answer_side == SIDE_TERM;
    if (learn->phase == LEARN_RETYPING) return STR("Type it again");
    switch (learn->question.form) {
    case LEARN_FORM_CHOICE: return is_term ? STR("Choose the term") : STR("Choose what it means");
    case LEARN_FORM_TYPED: return is_term ? STR("Type the term") : STR("Type what it means");
    case LEARN_FORM_CARD: break;
    }
    return is_term ? STR("Which term is it?") : STR("What does it mean?");
}

static void draw_mark(Ui *ui, Side side, Vec center)
{
    if (side == SIDE_TERM)
        paint_term_mark(ui, center, MARK, ui_color(ui, TOKEN_TERM_MARK));
    else
        paint_def_mark(ui, center, MARK, ui_color(ui, TOKEN_DEF_MARK));
}

static void draw_heading(Ui *ui, const Model *model, Rect line)
{
    const Learn *learn = model->learn.learn;
    LabelStyle style = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_LEFT};
    Side shown = learn->question.answer_side == SIDE_TERM ? SIDE_DEFINITION : SIDE_TERM;
    draw_mark(ui, shown, (Vec){line.x + MARK / 2, line.y + line.h / 2});
    bool is_starred = model->study && model->study->cards[learn->question.deal.card].is_starred;
    if (is_starred) {
        Rect star = layout_cut_right(&line, line.h, 8);
        icon_draw(ui->draw, ICON_STAR, star, ui_color(ui, TOKEN_DEF), ui_color(ui, TOKEN_DEF));
    }
    layout_cut_left(&line, MARK, 10);
    label_draw(ui, line, heading_of(learn), &style);
}

/* A text in its place on the card. */
typedef struct {
    Rect box;
    Str text;
    Side side;
    int64_t since_ms;
    bool is_cut;
} CardText;

/* Whole in the largest size that holds it; what is too long for that is left to be turned page by page. */
static void draw_words(Ui *ui, CardText *words)
{
    static const TextSize sizes[] = {T40, T32, T24, T20, T18};
    int first = words->side == SIDE_TERM ? 0 : 2;
    TextStyle styles[5];
    for (int i = first; i < 5; i++) {
        LabelStyle style = {.size = sizes[i], .weight = WEIGHT_SEMI, .align = TEXT_ALIGN_START};
        styles[i] = label_style(ui, &style);
    }
    Vec room = {words->box.w, words->box.h};
    const TextLayout *layout = text_fit(ui->text, words->text, &styles[first], 5 - first, room);
    words->is_cut = layout->is_cut;
    Vec at = {words->box.x, words->box.y + (words->box.h - layout->height) / 2};
    if (!layout->is_cut) text_draw(ui->draw, layout, at, ui_color(ui, TOKEN_TEXT));
}

/* Prompt and, once it is turned over, answer below it. */
static int place_texts(const CurrentLearn *current, Rect inside, CardText out[2])
{
    const LearnQuestion *question = &current->learn->question;
    Side prompt_side = question->answer_side == SIDE_TERM ? SIDE_DEFINITION : SIDE_TERM;
    out[0] = (CardText){inside, question->deal.prompt, prompt_side, current->asked_ms, false};
    if (current->learn->phase != LEARN_TURNED) return 1;
    out[0].box = layout_row(inside, 0, 2, 24);
    Rect lower = layout_row(inside, 1, 2, 24);
    layout_cut_left(&lower, MARK, 14);
    out[1] = (CardText){lower, question->answer, question->answer_side, current->answered_ms, false};
    return 2;
}

static void draw_fold(Ui *ui, Side side, const CardText *answer, Rect inside)
{
    float y = answer->box.y - 12;
    paint_line(ui, (Vec){inside.x, y}, (Vec){inside.x + inside.w, y}, 2, ui_color(ui, TOKEN_LINE));
    draw_mark(ui, side, (Vec){inside.x + MARK / 2, answer->box.y + answer->box.h / 2});
}

static void put_card(Ui *ui, const Model *model, Rect card)
{
    const CurrentLearn *current = &model->learn;
    bool is_reduced = ui->in.reduced_motion;
    if (!learn_is_tight(ui)) question_card_stack(ui, card);
    float in = ease(EASE_CUBIC_OUT, ui_progress(ui, current->asked_ms, is_reduced ? 100 : COME_MS, true));
    paint_layer_moved(ui, card, (Vec){0, is_reduced ? 0 : COME_RISE * (1 - in)}, 1, 0.3f + 0.7f * in);
    question_card_surface(ui, card);
    Rect inside = layout_pad(card, PAD, learn_is_tight(ui) ? 12 : 22);
    draw_heading(ui, model, layout_cut_top(&inside, ui_type(ui, T18).line, 8));
    CardText texts[2];
    int count = place_texts(current, inside, texts);
    for (int i = 0; i < count; i++) draw_words(ui, &texts[i]);
    if (count > 1) draw_fold(ui, texts[1].side, &texts[1], inside);
    paint_layer_end(ui);
    for (int i = 0; i < count; i++) {
        if (texts[i].is_cut) reader_text_draw(ui, texts[i].box, texts[i].text, texts[i].since_ms);
        ui_note(ui, ui_id_index(ui_id("learn-text"), i), texts[i].text, card);
    }
}

/* --- options --- */

static OptionLook look_of(const Learn *learn, uint32_t option)
{
    if (learn->phase == LEARN_ASKING) return OPTION_OPEN;
    if (option == learn->question.deal.right) return OPTION_RIGHT;
    return option == learn->answer.chosen ? OPTION_WRONG : OPTION_DIM;
}

/* `cut`: the text of the focused one, if it does not fit. */
static bool put_option(Ui *ui, const Model *model, uint32_t option, Rect rect, Str *cut)
{
    const Learn *learn = model->learn.learn;
    int key = ui->in.bindings->of[COMMAND_OPTION_1 + option].keys[0];
    OptionView view = {.rect = rect,
                       .text = learn->question.deal.options[option].text,
                       .side = learn->question.answer_side,
                       .look = look_of(learn, option),
                       .cap = ui_on_key(key),
                       .decided_ms = model->learn.answered_ms};
    bool is_open = view.look == OPTION_OPEN;
    UiHit hit = ui_widget(ui, &(UiWidget){.id = ui_id_index(ui_id("learn-option"), option),
                                          .role = ROLE_OPTION,
                                          .label = view.text,
                                          .value = view.look == OPTION_RIGHT ? STR("Right") : (Str){0},
                                          .flags = is_open ? (unsigned)(UI_FOCUSABLE | UI_ACTS_ON_PRESS) : 0u,
                                          .rect = rect,
                                          .radius = OPTION_RADIUS,
                                          .trigger = view.cap});
    view.is_hovered = hit.is_hovered;
    view.is_pressed = hit.is_pressed;
    if (rush_option_draw(ui, &view) && hit.is_focused) *cut = view.text;
    return hit.is_activated;
}

static void add_sparks(Ui *ui, LearnScreen *screen, const CurrentLearn *current, Rect right)
{
    const Learn *learn = current->learn;
    bool is_new =
        learn->phase == LEARN_ANSWERED && learn->answer.is_right && current->answers != screen->sparked;
    if (is_new) {
        screen->sparked = current->answers;
        particles_burst(&screen->particles, ui, (Vec){right.x + right.w - 53, right.y + right.h / 2}, SPARKS,
                        ui_color(ui, TOKEN_OK), ui_color(ui, TOKEN_STREAK));
    }
    particles_draw(&screen->particles, ui);
}

static Intent put_options(Ui *ui, LearnScreen *screen, const Model *model, const LearnAreas *areas, Rect area)
{
    const DealQuestion *deal = &model->learn.learn->question.deal;
    int rows = ((int)deal->option_count + 1) / 2;
    float height = (area.h - LEARN_GAP * (float)(rows - 1)) / (float)rows;
    Intent intent = intent_none();
    Str cut = {0};
    for (uint32_t i = 0; i < deal->option_count; i++)
        if (put_option(ui, model, i, layout_cell(area, (int)i, 2, height, LEARN_GAP), &cut))
            intent = learn_input(LEARN_INPUT_CHOOSE, i);
    Rect beside = layout_column(areas->buttons, 1, 2, LEARN_GAP); /* the one button leaves it free */
    if (cut.size) reader_text_draw(ui, beside, cut, model->learn.asked_ms);
    add_sparks(ui, screen, &model->learn, layout_cell(area, (int)deal->right, 2, height, LEARN_GAP));
    return intent;
}

/* --- a typed answer --- */

/* What was typed, as it stands while it is judged. */
static void draw_typed(Ui *ui, const Learn *learn, Rect rect)
{
    const LearnAnswer *answer = &learn->answer;
    Token line = !answer->is_right ? TOKEN_BAD : answer->is_near ? TOKEN_DEF : TOKEN_OK;
    LabelStyle text = {.size = T40, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    LabelStyle tail = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_RIGHT};
    Color fill = ui_color(ui, TOKEN_WELL);
    paint_layer(ui, rect);
    draw_shape(ui->draw, (DrawShape){.rect = rect,
                                     .radius = 16,
                                     .fill_top = fill,
                                     .fill_bottom = fill,
                                     .border = fmaxf(2, ui->theme->border),
                                     .border_color = ui_color(ui, line)});
    Rect inner = layout_pad(rect, 30, 0);
    inner.w -= label_draw(ui, inner, STR("your answer"), &tail) + 16;
    label_draw(ui, inner, answer->typed, &text);
    paint_layer_end(ui);
}

static Intent put_field(Ui *ui, LearnScreen *screen, Rect rect)
{
    Field field = {.id = ui_id("learn-answer"),
                   .rect = rect,
                   .label = STR("Your answer"),
                   .tail = STR("your answer"),
                   .is_default = true,
                   .is_large = true};
    FieldAnswer answer = field_put(ui, &field, &screen->edit);
    if (answer.wants_keyboard) {
        screen->before = screen->edit;
        screen->keyboard = (Keyboard){.is_open = true};
    }
    if (!answer.is_confirmed || str_is_blank(text_edit_text(&screen->edit))) return intent_none();
    Intent intent = learn_input(LEARN_INPUT_TYPE, 0);
    intent.text = text_edit_text(&screen->edit);
    return intent;
}

static void draw_advice(Ui *ui, Rect rect)
{
    LabelStyle style = {
        .size = T20, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_CENTER};
    Str words = STR("Say it to yourself, then turn the card.");
    label_paragraph(ui, rect, words, &style);
    ui_note(ui, ui_id("learn-advice"), words, rect);
}

static Intent put_typing(Ui *ui, LearnScreen *screen, const Model *model, Rect area)
{
    const Learn *learn = model->learn.learn;
    bool is_typing = learn->phase == LEARN_ASKING || learn->phase == LEARN_RETYPING;
    bool has_verdict = learn->phase != LEARN_ASKING;
    Intent intent = intent_none();
    float field = field_room(ui);
    if (learn_is_by_pad(ui, learn) && !screen->keyboard.is_open)
        draw_advice(ui, layout_cut_top(&area, field, FIELD_GAP));
    else if (is_typing)
        intent = put_field(ui, screen, layout_cut_top(&area, field, learn_is_tight(ui) ? 8 : FIELD_GAP));
    else if (!learn_is_tight(ui) && !learn->answer.is_given_up)
        draw_typed(ui, learn, layout_cut_top(&area, field, FIELD_GAP));
    if (!has_verdict) return intent;
    if (learn->phase == LEARN_RETYPING && learn_is_tight(ui)) {
        learn_reminder_put(ui, learn, (Rect){area.x, area.y, area.w, learn_reminder_height(ui)});
        return intent;
    }
    learn_verdict_put(ui, model, (Rect){area.x, area.y, area.w, fminf(area.h, learn_verdict_height(ui))});
    return intent;
}

Intent learn_question_put(Ui *ui, LearnScreen *screen, const Model *model, const LearnAreas *areas)
{
    const Learn *learn = model->learn.learn;
    Rect area = areas->main;
    put_card(ui, model, cut_card(ui, learn, &area));
    bool is_missed = learn->phase == LEARN_ANSWERED && !learn->answer.is_right;
    switch (learn->question.form) {
    case LEARN_FORM_CHOICE:
        if (!is_missed) return put_options(ui, screen, model, areas, area);
        learn_compare_put(ui, model, area);
        break;
    case LEARN_FORM_TYPED: return put_typing(ui, screen, model, area);
    case LEARN_FORM_CARD:
        if (is_decided(learn)) learn_verdict_put(ui, model, area);
        break;
    }
    return intent_none();
}
