#include <math.h>

#include "screens/learn_parts.h"
#include "screens/reader.h"
#include "ui/widgets.h"

#define HEIGHT 136.0f
#define PAD    30.0f
#define RADIUS 16.0f

float learn_verdict_height(const Ui *ui)
{
    return ui_grow(ui, learn_is_tight(ui) ? 96 : HEIGHT, T24, 1) + (ui_grow(ui, 0, T18, 1));
}

static void draw_panel(Ui *ui, Rect rect, Token fill, Token line)
{
    Color color = ui_color(ui, fill);
    draw_shape(ui->draw, (DrawShape){.rect = rect,
                                     .radius = RADIUS,
                                     .fill_top = color,
                                     .fill_bottom = color,
                                     .border = fmaxf(2, ui->theme->border),
                                     .border_color = ui_color(ui, line)});
}

static void draw_title(Ui *ui, Rect line, Icon icon, Token color, Token ink, Str words)
{
    LabelStyle style = {.size = T24, .weight = WEIGHT_BOLD, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    float side = ui_type(ui, T24).size + 4;
    Rect box = layout_cut_left(&line, side, 12);
    box.y += (box.h - side) / 2;
    box.h = side;
    icon_draw(ui->draw, icon, box, ui_color(ui, color), ui_color(ui, ink));
    label_draw(ui, line, words, &style);
}

static const LabelStyle SOFT = {T18, WEIGHT_MEDIUM, TOKEN_SOFT, TEXT_ALIGN_START, false, false, 0};

/* --- almost --- */

static const LabelStyle STRONG = {T20, WEIGHT_SEMI, TOKEN_TEXT, TEXT_ALIGN_LEFT, false, false, 0};

typedef struct {
    Str what, worth; /* "One letter missing.", "Counts as right." */
} SideWords;

static SideWords side_words(Ui *ui, const LearnAnswer *answer)
{
    return (SideWords){learn_letters_words(ui->frame, answer),
                       answer->is_right ? STR("Counts as right.") : STR("Counts as wrong.")};
}

static float side_width(const Ui *ui, const SideWords *words)
{
    return ceilf(fmaxf(label_width(ui, words->what, &STRONG), label_width(ui, words->worth, &SOFT))) + 1;
}

static void draw_side_words(Ui *ui, const SideWords *words, Rect box)
{
    float high = ui_type(ui, T20).line, low = ui_type(ui, T18).line, top = box.y + (box.h - high - low) / 2;
    label_draw(ui, (Rect){box.x, top, box.w, high}, words->what, &STRONG);
    label_draw(ui, (Rect){box.x, top + high, box.w, low}, words->worth, &SOFT);
}

static void put_almost(Ui *ui, const CurrentLearn *current, Rect panel)
{
    const LearnAnswer *answer = &current->learn->answer;
    Rect inside = layout_pad(panel, PAD, 12);
    Str title = str_format(ui->frame, "Almost: %.*s", STR_FMT(answer->verdict.expected));
    SideWords words = side_words(ui, answer);
    paint_layer(ui, panel);
    draw_panel(ui, panel, TOKEN_DEF_TINT, TOKEN_DEF);
    draw_title(ui, layout_cut_top(&inside, ui_type(ui, T24).line + 8, 0), ICON_ALMOST, TOKEN_DEF, TOKEN_DEF,
               title);
    if (learn_is_tight(ui)) {
        Str line = str_format(ui->frame, "%.*s %.*s", STR_FMT(words.what), STR_FMT(words.worth));
        label_draw(ui, inside, line, &SOFT);
        paint_layer_end(ui);
    } else {
        draw_side_words(ui, &words, layout_cut_right(&inside, side_width(ui, &words), 24));
        paint_layer_end(ui);
        if (!learn_letters_draw(ui, current, inside))
            reader_text_draw(ui, inside, answer->verdict.expected, current->answered_ms);
    }
    ui_note(ui, ui_id("learn-verdict"), title, panel);
}

float learn_reminder_height(const Ui *ui)
{
    return ui_type(ui, T20).line + 24;
}

void learn_reminder_put(Ui *ui, const Learn *learn, Rect line)
{
    Str words = str_format(ui->frame, "It is: %.*s", STR_FMT(learn->answer.verdict.expected));
    paint_layer(ui, line);
    draw_panel(ui, line, TOKEN_OK_TINT, TOKEN_OK);
    label_draw(ui, layout_pad(line, PAD, 0), words, &STRONG);
    paint_layer_end(ui);
    ui_note(ui, ui_id("learn-verdict"), words, line);
}

/* --- right --- */

static void put_right(Ui *ui, const CurrentLearn *current, Rect panel)
{
    const LearnAnswer *answer = &current->learn->answer;
    Rect inside = layout_pad(panel, PAD, 12);
    Str title = answer->is_overruled
                    ? STR("Counted as right")
                    : str_format(ui->frame, "Right: %.*s", STR_FMT(answer->verdict.expected));
    float high = ui_type(ui, T24).line + 8, low = ui_type(ui, T20).line;
    inside.y += fmaxf(0, (inside.h - high - low) / 2);
    paint_layer(ui, panel);
    draw_panel(ui, panel, TOKEN_OK_TINT, TOKEN_OK);
    draw_title(ui, layout_cut_top(&inside, high, 0), ICON_TICK_CIRCLE, TOKEN_OK, TOKEN_OK_INK, title);
    Str words = answer->is_overruled
                    ? str_format(ui->frame, "The card says: %.*s", STR_FMT(answer->verdict.expected))
                    : STR("Done for this group.");
    label_draw(ui, (Rect){inside.x, inside.y, inside.w, low}, words, &SOFT);
    paint_layer_end(ui);
    ui_note(ui, ui_id("learn-verdict"), title, panel);
}

/* --- wrong: two texts side by side --- */

typedef struct {
    Str title, text;
    Str more; /* what the text belongs to; may be empty */
    bool is_right;
} Half;

static void draw_half(Ui *ui, Rect rect, const Half *half, int64_t since_ms)
{
    Token fill = half->is_right ? TOKEN_OK_TINT : TOKEN_BAD_TINT,
          line = half->is_right ? TOKEN_OK : TOKEN_BAD;
    Token ink = half->is_right ? TOKEN_OK_INK : TOKEN_BAD_INK;
    Rect inside = layout_pad(rect, 24, 10);
    LabelStyle title = {.size = T18, .weight = WEIGHT_SEMI, .color = TOKEN_SOFT, .align = TEXT_ALIGN_LEFT};
    LabelStyle styles[] = {
        {.size = T24, .weight = WEIGHT_BOLD, .color = TOKEN_TEXT, .align = TEXT_ALIGN_START},
        {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_START},
        {.size = T18, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_START}};
    paint_layer(ui, rect);
    draw_panel(ui, rect, fill, line);
    Rect head = layout_cut_top(&inside, ui_type(ui, T18).line, 4);
    float side = ui_type(ui, T18).size + 2;
    Rect icon = layout_cut_left(&head, side, 8);
    icon.y += (icon.h - side) / 2;
    icon.h = side;
    icon_draw(ui->draw, half->is_right ? ICON_TICK_CIRCLE : ICON_CROSS_CIRCLE, icon, ui_color(ui, line),
              ui_color(ui, ink));
    label_draw(ui, head, half->title, &title);
    float room = inside.h;
    if (half->more.size) room = fminf(room / 2, label_height(ui, half->text, &styles[0], inside.w));
    label_fit(ui, layout_cut_top(&inside, room, 8), half->text, styles, 3);
    bool has_more = half->more.size && inside.h >= ui_type(ui, T18).line;
    bool is_whole = has_more && label_height(ui, half->more, &SOFT, inside.w) <= inside.h;
    if (is_whole) label_paragraph(ui, inside, half->more, &SOFT);
    paint_layer_end(ui);
    if (has_more && !is_whole) reader_text_draw(ui, inside, half->more, since_ms);
}

static void put_halves(Ui *ui, const CurrentLearn *current, Rect area, const Half *wrong, const Half *right)
{
    int64_t since_ms = current->answered_ms;
    if (wrong->text.size) {
        draw_half(ui, layout_column(area, 0, 2, LEARN_GAP), wrong, since_ms);
        draw_half(ui, layout_column(area, 1, 2, LEARN_GAP), right, since_ms);
    } else {
        draw_half(ui, area, right, since_ms);
    }
    Str words = str_format(ui->frame, "Not this one. It is: %.*s", STR_FMT(right->text));
    ui_note(ui, ui_id("learn-verdict"), words, area);
}

static void put_wrong(Ui *ui, const CurrentLearn *current, Rect panel)
{
    const LearnAnswer *answer = &current->learn->answer;
    bool is_given_up = answer->is_given_up && current->learn->phase == LEARN_ANSWERED;
    Half wrong = {.title = STR("You typed"), .text = is_given_up ? (Str){0} : answer->typed};
    Half right = {.title = STR("Right answer"), .text = answer->verdict.expected, .is_right = true};
    if (is_given_up) right.title = STR("The answer; it comes back");
    put_halves(ui, current, panel, &wrong, &right);
}

void learn_verdict_put(Ui *ui, const Model *model, Rect panel)
{
    const CurrentLearn *current = &model->learn;
    const LearnAnswer *answer = &current->learn->answer;
    bool is_near = answer->typed.size > 0 && answer->verdict.match == TYPED_NEAR && !answer->is_overruled;
    bool is_retyped_wrong = current->learn->phase == LEARN_RETYPING && answer->verdict.match == TYPED_WRONG;
    if (is_near)
        put_almost(ui, current, panel);
    else if (answer->is_right && !is_retyped_wrong)
        put_right(ui, current, panel);
    else
        put_wrong(ui, current, panel);
}

/* The text on the other side of a card. */
static Str belongs_to(const Model *model, uint32_t card, Side answer_side)
{
    const Deck *deck = model->deck.deck;
    if (card == DECK_NO_CARD) return (Str){0};
    return answer_side == SIDE_TERM ? deck_wording(deck, card, 0) : deck_term(deck, card);
}

void learn_compare_put(Ui *ui, const Model *model, Rect area)
{
    const Learn *learn = model->learn.learn;
    const DealQuestion *deal = &learn->question.deal;
    Side side = learn->question.answer_side;
    Half wrong = {.title = STR("You chose")};
    Half right = {.title = STR("Right answer"),
                  .text = learn->question.answer,
                  .more = belongs_to(model, deal->card, side),
                  .is_right = true};
    if (learn->answer.chosen != LEARN_NO_OPTION) {
        wrong.text = deal->options[learn->answer.chosen].text;
        wrong.more = belongs_to(model, deal->options[learn->answer.chosen].card, side);
    }
    put_halves(ui, &model->learn, area, &wrong, &right);
}
