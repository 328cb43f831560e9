#include "screens/rush_question.h"

#include <math.h>

#include "screens/hud.h"
#include "screens/question_card.h"
#include "screens/rush_option.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define CARD_WIDTH  800.0f
#define GAP         16.0f
#define OPTION_HIGH 112.0f
#define LOW_OPTION  80.0f /* three rows of them */
#define TERM_CARD   112.0f
#define COME_MS     160
#define COME_RISE   16.0f
#define SPARKS      16
#define FLOAT_MS    700
#define FLOAT_RISE  24.0f

typedef struct {
    Rect card;
    Rect options;
    float option_height;
    int columns;
    bool has_stack, has_heading;
} Places;

static Places places_of(const Ui *ui, const DealQuestion *deal, Rect area)
{
    bool is_large = hud_is_least(ui), has_short_prompt = deal->ask == ASK_TERM;
    Places p = {.columns = is_large ? 1 : 2, .has_stack = !is_large, .has_heading = !is_large};
    float rows = (float)(((int)deal->option_count + p.columns - 1) / p.columns);
    float gap = is_large ? 8 : GAP, stack = p.has_stack ? QUESTION_CARD_STACK : 0;
    float room = area.h - stack - GAP - gap * (rows - 1);
    float option = rows > 2 ? LOW_OPTION : OPTION_HIGH, card = room - rows * option;
    if (is_large)
        card = fmaxf(room * 0.36f, 100);
    else if (has_short_prompt)
        card = ui_grow(ui, TERM_CARD, T32, 1);
    else
        card = fmaxf(fminf(card, area.h * 0.45f), 140);
    p.option_height = fminf((room - card) / rows, 168);
    float width = fminf(area.w, is_large ? area.w : CARD_WIDTH * fmaxf(1, (float)ui->in.text_percent / 125));
    p.card = (Rect){area.x + (area.w - width) / 2, area.y, width, card};
    float top = area.y + card + stack + GAP;
    p.options = (Rect){area.x, top, area.w, area.y + area.h - top};
    return p;
}

static Rect option_rect(const Places *p, uint32_t option)
{
    return layout_cell(p->options, (int)option, p->columns, p->option_height, p->columns == 1 ? 8 : GAP);
}

UiId rush_option_id(uint32_t option)
{
    return ui_id_index(ui_id("option"), option);
}

static bool put_card(Ui *ui, const CurrentRound *round, const Places *p, const DealQuestion *deal)
{
    if (p->has_stack) question_card_stack(ui, p->card);
    bool is_reduced = ui->in.reduced_motion;
    float in =
        ease(EASE_CUBIC_OUT, ui_progress(ui, round->look->question_ms, is_reduced ? 100 : COME_MS, true));
    paint_layer_moved(ui, p->card, (Vec){0, is_reduced ? 0 : COME_RISE * (1 - in)}, 1, 0.3f + 0.7f * in);
    question_card_surface(ui, p->card);
    Rect inside = layout_pad(p->card, 32, p->has_heading ? 16 : 8);
    bool is_term = deal->ask == ASK_TERM;
    Str words = is_term ? STR("What does it mean?") : STR("Which term fits?");
    if (p->has_heading)
        question_card_heading(ui, layout_cut_top(&inside, ui_type(ui, T18).line, 6),
                              is_term ? SIDE_TERM : SIDE_DEFINITION, words);
    bool is_cut = question_card_text(ui, inside, deal->prompt);
    paint_layer_end(ui);
    ui_note(ui, ui_id("prompt"), deal->prompt, p->card);
    return is_cut;
}

static OptionLook look_of(const Question *question, uint32_t option)
{
    if (question->answered == ANSWERED_NOT) return OPTION_OPEN;
    if (option == question->deal.right) return OPTION_RIGHT;
    return option == question->chosen ? OPTION_WRONG : OPTION_DIM;
}

/* In a reveal the options can't be had any more, but the focus stays where it was. */
static UiHit put_widget(Ui *ui, const OptionView *view, uint32_t option, bool is_many)
{
    bool is_open = view->look == OPTION_OPEN;
    unsigned flags = is_open ? UI_FOCUSABLE | UI_ACTS_ON_PRESS : 0;
    if (ui->in.device == DEVICE_PAD && !is_many) flags |= UI_NO_RING;
    Str value = view->look == OPTION_RIGHT   ? STR("Right")
                : view->look == OPTION_WRONG ? STR("Wrong")
                                             : (Str){0};
    return ui_widget(ui, &(UiWidget){.id = rush_option_id(option),
                                     .role = ROLE_OPTION,
                                     .label = view->text,
                                     .value = value,
                                     .flags = flags,
                                     .rect = view->rect,
                                     .radius = OPTION_RADIUS,
                                     .trigger = ui_on_command((Command)(COMMAND_OPTION_1 + option))});
}

/* Where a pad picks by focus, its buttons are not shown. */
static UiTrigger cap_of(const Ui *ui, uint32_t option, bool is_many)
{
    Command command = (Command)(COMMAND_OPTION_1 + option);
    if (!is_many) return ui_on_command(command);
    return ui->in.device == DEVICE_PAD ? ui_on_command(COMMAND_NONE)
                                       : ui_on_key(ui->in.bindings->of[command].keys[0]);
}

static void add_cut(QuestionAnswer *answer, Str text)
{
    answer->cut[answer->cut_count++] = text;
}

static void put_option(Ui *ui, const CurrentRound *round, const Places *p, uint32_t i, QuestionAnswer *answer)
{
    const Question *question = rush_question(&round->live->round->as.rush, live_question(round->live));
    bool is_many = round->live->round->setup.options > RUSH_MANY;
    OptionView view = {.rect = option_rect(p, i),
                       .text = question->deal.options[i].text,
                       .side = question->deal.ask == ASK_TERM ? SIDE_DEFINITION : SIDE_TERM,
                       .look = look_of(question, i),
                       .cap = cap_of(ui, i, is_many),
                       .decided_ms = round->look->decided_ms};
    UiHit hit = put_widget(ui, &view, i, is_many);
    view.is_hovered = hit.is_hovered;
    view.is_pressed = hit.is_pressed;
    if (hit.is_activated) answer->answered = i;
    if (!rush_option_draw(ui, &view)) return;
    add_cut(answer, view.text);
    if (hit.is_focused && ui->in.device != DEVICE_TOUCH && !(ui->in.device == DEVICE_PAD && !is_many))
        answer->focused = view.text;
}

/* "+940" rising out of the right option. */
static void draw_points(Ui *ui, const CurrentRound *round, const Question *question, Rect rect)
{
    if (question->answered != ANSWERED_RIGHT) return;
    float part = ui_progress(ui, round->look->decided_ms, FLOAT_MS, false);
    LabelStyle style = {
        .size = T40, .weight = WEIGHT_BOLD, .color = TOKEN_OK, .align = TEXT_ALIGN_RIGHT, .is_hud = true};
    Rect box = {rect.x + rect.w - 260, rect.y - 48, 212, 48};
    float rise = ui->in.reduced_motion ? 0 : FLOAT_RISE * ease(EASE_CUBIC_OUT, part);
    paint_layer_moved(ui, box, (Vec){0, -rise / 2}, 1, 1);
    label_draw(ui, box, format_signed(ui->frame, question->points), &style);
    paint_layer_end(ui);
}

static void add_sparks(Ui *ui, const CurrentRound *round, const Question *question, Rect rect,
                       Particles *particles, int64_t *sparked_ms)
{
    int64_t decided = round->look->decided_ms;
    if (question->answered != ANSWERED_RIGHT || decided <= *sparked_ms) return;
    *sparked_ms = decided;
    Vec from = {rect.x + rect.w - 53, rect.y + rect.h / 2};
    particles_burst(particles, ui, from, SPARKS, ui_color(ui, TOKEN_OK), ui_color(ui, TOKEN_STREAK));
}

QuestionAnswer rush_question_put(Ui *ui, const CurrentRound *round, Rect area, Particles *particles,
                                 int64_t *sparked_ms)
{
    const Question *question = rush_question(&round->live->round->as.rush, live_question(round->live));
    const DealQuestion *deal = &question->deal;
    Places places = places_of(ui, deal, area);
    QuestionAnswer answer = {.answered = RUSH_NO_OPTION};
    if (put_card(ui, round, &places, deal)) add_cut(&answer, deal->prompt);
    for (uint32_t i = 0; i < deal->option_count; i++) put_option(ui, round, &places, i, &answer);
    Rect right = option_rect(&places, deal->right);
    add_sparks(ui, round, question, right, particles, sparked_ms);
    particles_draw(particles, ui);
    draw_points(ui, round, question, right);
    return answer;
}

void rush_question_draw_hidden(Ui *ui, const CurrentRound *round, Rect area)
{
    const Question *question = rush_question(&round->live->round->as.rush, live_question(round->live));
    Places places = places_of(ui, &question->deal, area);
    paint_layer(ui, places.card);
    question_card_surface(ui, places.card);
    paint_layer_end(ui);
    for (uint32_t i = 0; i < question->deal.option_count; i++) {
        Rect rect = option_rect(&places, i);
        paint_layer(ui, rect);
        paint_card(ui, rect, OPTION_RADIUS, TOKEN_SURFACE, TOKEN_LINE);
        paint_layer_end(ui);
    }
}
