#include <math.h>

#include "screens/test_report_state.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define PAD_Y      18.0f
#define NUMBER     56.0f
#define MARK_ROOM  26.0f
#define ICON_GAP   10.0f
#define PART_GAP   20.0f
#define LINE_GAP   4.0f
#define LEAST      62.0f
#define ASK_SHARE  0.49f
#define LARGE_TEXT 125
#define MOST_LINES 12 /* the list scrolls; only a text beyond all measure is cut */

static const LabelStyle PROMPT = {T18, WEIGHT_MEDIUM, TOKEN_TEXT, TEXT_ALIGN_START, false, false, MOST_LINES};
static const LabelStyle CLAIM = {T18, WEIGHT_MEDIUM, TOKEN_SOFT, TEXT_ALIGN_START, false, false, MOST_LINES};
static const LabelStyle GIVEN = {T18, WEIGHT_SEMI, TOKEN_TEXT, TEXT_ALIGN_START, false, false, MOST_LINES};
static const LabelStyle EXPECTED = {T18, WEIGHT_SEMI, TOKEN_OK, TEXT_ALIGN_START, false, false, MOST_LINES};

static float icon_side(const Ui *ui)
{
    return ui_type(ui, T18).size + 4;
}

static float icon_room(const Ui *ui)
{
    return icon_side(ui) + ICON_GAP;
}

/* What stands at the right of a row: the answer that was given, and the right one where that says more. */
typedef struct {
    Str given, expected;             /* `expected` empty: there is no second line */
    const char *of_given, *of_right; /* a word behind each: "given", "correct" */
} Words;

static Words words_of(const TestAnswer *answer, Arena *arena)
{
    bool is_claim = answer->claim.size > 0, is_true = str_is(answer->claim, answer->expected);
    Words words = {.given = answer->given, .of_given = "", .of_right = "correct"};
    if (answer->given.size == 0) words.given = STR("No answer");
    if (answer->is_right) words.of_right = answer->is_near ? "almost" : "full";
    if (!answer->is_right && answer->given.size) words.of_given = "given";
    if (is_claim && is_true)
        words.expected = answer->is_right ? (Str){0} : STR("True");
    else if (is_claim)
        words.expected =
            str_format(arena, answer->is_right ? "%.*s" : "False: %.*s", STR_FMT(answer->expected));
    else if (!str_is(answer->given, answer->expected))
        words.expected = answer->expected;
    if (answer->is_right && words.expected.size) words.of_given = "given";
    return words;
}

typedef struct {
    Rect ask, given;
    bool is_stacked; /* the answer below the question: large text */
} Parts;

static Parts parts_of(const Ui *ui, Rect row)
{
    Parts parts = {.is_stacked = ui->in.text_percent > LARGE_TEXT};
    Rect box = layout_pad(row, 0, PAD_Y);
    layout_cut_left(&box, NUMBER * fmaxf(1, (float)ui->in.text_percent / 125), 0);
    layout_cut_right(&box, 16, 0);
    parts.ask = parts.given = box;
    if (parts.is_stacked) return parts;
    parts.ask.w = floorf(box.w * ASK_SHARE) - PART_GAP;
    parts.given.x += parts.ask.w + PART_GAP;
    parts.given.w -= parts.ask.w + PART_GAP;
    return parts;
}

static float ask_height(Ui *ui, const TestAnswer *answer, float width)
{
    float height = label_height(ui, answer->prompt, &PROMPT, width - MARK_ROOM);
    return answer->claim.size ? height + LINE_GAP + label_height(ui, answer->claim, &CLAIM, width - MARK_ROOM)
                              : height;
}

static float given_height(Ui *ui, const Words *words, float width)
{
    float height = label_height(ui, words->given, &GIVEN, width - icon_room(ui));
    return words->expected.size
               ? height + LINE_GAP + label_height(ui, words->expected, &EXPECTED, width - icon_room(ui))
               : height;
}

float report_answer_height(Ui *ui, const TestAnswer *answer, float width)
{
    Words words = words_of(answer, ui->frame);
    Parts parts = parts_of(ui, (Rect){0, 0, width, 1000});
    float ask = ask_height(ui, answer, parts.ask.w), given = given_height(ui, &words, parts.given.w);
    float height = parts.is_stacked ? ask + 2 * LINE_GAP + given : fmaxf(ask, given);
    return fmaxf(LEAST, ceilf(height) + 2 * PAD_Y);
}

static void draw_side_mark(Ui *ui, Rect box, Side side)
{
    Vec at = {box.x + 7, box.y + ui_type(ui, T18).line / 2};
    if (side == SIDE_TERM)
        paint_term_mark(ui, at, 14, ui_color(ui, TOKEN_TERM_MARK));
    else
        paint_def_mark(ui, at, 14, ui_color(ui, TOKEN_DEF_MARK));
}

static void draw_ask(Ui *ui, const TestAnswer *answer, Rect box)
{
    Side other = answer->shown_side == SIDE_TERM ? SIDE_DEFINITION : SIDE_TERM;
    Rect text = box;
    layout_cut_left(&text, MARK_ROOM, 0);
    draw_side_mark(ui, box, answer->shown_side);
    float used = label_paragraph(ui, text, answer->prompt, &PROMPT) + LINE_GAP;
    if (answer->claim.size == 0) return;
    layout_cut_top(&box, used, 0);
    layout_cut_top(&text, used, 0);
    draw_side_mark(ui, box, other);
    label_paragraph(ui, text, answer->claim, &CLAIM);
}

/* A text, and behind it a quiet word where that fits on its line. Returns the height used. */
static float draw_words(Ui *ui, Rect box, Icon icon, Color color, Str text, const LabelStyle *style,
                        const char *word)
{
    float line = ui_type(ui, T18).line, room = icon_side(ui);
    float side = icon == ICON_ARROW_RIGHT ? room * 0.75f : room;
    Rect at = {box.x + (room - side) / 2, box.y + (line - side) / 2, side, side};
    icon_draw(ui->draw, icon, at, color, color);
    layout_cut_left(&box, icon_room(ui), 0);
    float used = label_paragraph(ui, box, text, style);
    LabelStyle quiet = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_LEFT};
    float w = label_width(ui, text, style) + 10;
    if (used < 1.5f * line && w + label_width(ui, str_of(word), &quiet) <= box.w)
        label_draw(ui, (Rect){box.x + w, box.y, box.w - w, line}, str_of(word), &quiet);
    return used;
}

static void draw_given(Ui *ui, const TestAnswer *answer, const Words *words, Rect box)
{
    LabelStyle given = GIVEN, expected = EXPECTED;
    if (answer->given.size == 0) given.color = TOKEN_SOFT;
    if (answer->is_right && words->expected.size == 0) given.weight = WEIGHT_MEDIUM;
    Color mark = ui_color(ui, answer->is_right ? TOKEN_OK : TOKEN_BAD);
    float used = draw_words(ui, box, answer->is_right ? ICON_TICK : ICON_CROSS, mark, words->given, &given,
                            words->of_given);
    if (words->expected.size == 0) return;
    layout_cut_top(&box, used, LINE_GAP);
    draw_words(ui, box, ICON_ARROW_RIGHT, ui_color(ui, TOKEN_SOFT), words->expected, &expected,
               words->of_right);
}

/* A wrong one is a shade redder: with the cross, enough in a long list. */
static void draw_surface(Ui *ui, bool is_right, Rect row)
{
    Color surface = ui_color(ui, TOKEN_SURFACE), tint = ui_color(ui, TOKEN_BAD_TINT);
    Color bad = ui_color(ui, TOKEN_BAD);
    Color fill = is_right ? surface : color_mix(surface, tint, 0.35f);
    Color line = is_right ? ui_color(ui, TOKEN_LINE) : ui->theme->is_flat ? bad : color_mix(tint, bad, 0.2f);
    draw_shape(ui->draw, (DrawShape){.rect = row,
                                     .radius = 14,
                                     .fill_top = fill,
                                     .fill_bottom = fill,
                                     .border = ui->theme->border,
                                     .border_color = line});
}

void report_answer_draw(Ui *ui, const TestAnswer *answer, uint32_t number, Rect row)
{
    Words words = words_of(answer, ui->frame);
    Parts parts = parts_of(ui, row);
    draw_surface(ui, answer->is_right, row);
    LabelStyle count = {.size = T20,
                        .weight = WEIGHT_BOLD,
                        .color = answer->is_right ? TOKEN_MUTED : TOKEN_SOFT,
                        .align = TEXT_ALIGN_CENTER,
                        .is_tabular = true};
    label_draw(ui,
               (Rect){row.x, row.y, parts.ask.x - row.x,
                      parts.is_stacked ? 2 * PAD_Y + ui_type(ui, T18).line : row.h},
               str_format(ui->frame, "%u", number), &count);
    float ask = ask_height(ui, answer, parts.ask.w), given = given_height(ui, &words, parts.given.w);
    if (parts.is_stacked) {
        layout_cut_top(&parts.given, ask, 2 * LINE_GAP);
    } else { /* both in the row's middle */
        layout_cut_top(&parts.ask, (parts.ask.h - ask) / 2, 0);
        layout_cut_top(&parts.given, (parts.given.h - given) / 2, 0);
    }
    draw_ask(ui, answer, (Rect){parts.ask.x, parts.ask.y, parts.ask.w, ask + 1});
    draw_given(ui, answer, &words, (Rect){parts.given.x, parts.given.y, parts.given.w, given + 1});
}
