#include <math.h>

#include "screens/cards_parts.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define RADIUS    24.0f
#define EDGE      12.0f
#define PAD       24.0f
#define STAR      36.0f
#define MARK      20.0f
#define LEVEL     14.0f
#define PART_GAP  12.0f
#define CHIP_GAP  10.0f
#define TERM_PART 0.4f  /* of the height, where both sides are shown */
#define MORE_PART 0.36f /* of the height, at most, for other wordings and the hint */

static void paint_body(Ui *ui, const CardsFace *face)
{
    bool is_flat = ui->theme->is_flat;
    Color line = ui_color(ui, face->side == SIDE_TERM ? TOKEN_TERM : TOKEN_DEF);
    Color edge = ui_color(ui, face->side == SIDE_TERM ? TOKEN_DEF : TOKEN_TERM);
    DrawShape shape = {.rect = face->rect,
                       .radius = RADIUS,
                       .fill_top = ui_color(ui, TOKEN_TILE0),
                       .fill_bottom = ui_color(ui, TOKEN_TILE1),
                       .border = ui->theme->border,
                       .border_color = is_flat ? line : ui_color(ui, TOKEN_LINE2)};
    if (!is_flat) { /* what lies below is the other side */
        shape.edge = EDGE;
        shape.edge_color = edge;
        shape.shadow_y = 16;
        shape.shadow_blur = 36;
        shape.shadow_color = ui_color(ui, TOKEN_SHADOW);
    }
    draw_shape(ui->draw, shape);
}

static void paint_mark(Ui *ui, Side side, Vec center, float size)
{
    if (side == SIDE_TERM)
        paint_term_mark(ui, center, size, ui_color(ui, TOKEN_TERM_MARK));
    else
        paint_def_mark(ui, center, size, ui_color(ui, TOKEN_DEF_MARK));
}

/* Returns the width used. */
static float paint_side_name(Ui *ui, const CardsFace *face, Rect line)
{
    static const LabelStyle style = {T18, WEIGHT_MEDIUM, TOKEN_MUTED, TEXT_ALIGN_LEFT, false, false, 1};
    paint_mark(ui, face->side, (Vec){line.x + MARK / 2, line.y + line.h / 2}, MARK);
    Str name = face->side == SIDE_TERM ? STR("Term") : STR("Definition");
    if (face->is_both) name = STR("Both sides");
    layout_cut_left(&line, MARK, CHIP_GAP);
    return MARK + CHIP_GAP + label_draw(ui, line, name, &style);
}

/* From the right, as many as there is room for, then how many more. */
static void paint_tags(Ui *ui, const Model *model, uint32_t card, Rect line)
{
    const Deck *deck = model->deck.deck;
    uint32_t count = deck_card_tag_count(deck, card), shown = 0;
    float reserve = pill_width(ui, STR("+64"), ICON_NONE) + CHIP_GAP, used = 0;
    for (; shown < count; shown++) {
        float width = pill_width(ui, deck_tag(deck, deck_card_tag(deck, card, shown)), ICON_NONE) + CHIP_GAP;
        if (used + width + (shown + 1 < count ? reserve : 0) > line.w) break;
        used += width;
    }
    Str more = shown < count ? str_format(ui->frame, "+%u", count - shown) : (Str){0};
    if (more.size) used += pill_width(ui, more, ICON_NONE) + CHIP_GAP;
    Vec at = {line.x + line.w - used + CHIP_GAP, line.y + (line.h - pill_height(ui)) / 2};
    for (uint32_t i = 0; i < shown; i++) {
        Str tag = deck_tag(deck, deck_card_tag(deck, card, i));
        bool is_on = tag_chooser_has(model, tag);
        at.x += pill_draw(ui, at, tag, ICON_NONE, is_on ? TOKEN_TERM_TINT : TOKEN_SURFACE,
                          is_on ? TOKEN_TEXT : TOKEN_SOFT) +
                CHIP_GAP;
    }
    if (more.size) pill_draw(ui, at, more, ICON_NONE, TOKEN_SURFACE, TOKEN_SOFT);
}

/* --- its words --- */

static LabelStyle style_of(const Ui *ui, TextSize size, Side side)
{
    FontWeight plain = ui->theme->is_flat ? WEIGHT_SEMI : WEIGHT_MEDIUM;
    return (LabelStyle){.size = size,
                        .weight = side == SIDE_TERM ? WEIGHT_BOLD : plain,
                        .align = size <= T20 ? TEXT_ALIGN_START : TEXT_ALIGN_CENTER};
}

/* The largest size in which it fits with its words whole, else the smallest, cut. Long texts, which are
   small, begin at one edge. */
static const TextLayout *fit(Ui *ui, Str text, Side side, TextSize largest, Vec box)
{
    static const TextSize sizes[] = {T64, T40, T32, T24, T20, T18};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        if (sizes[i] > largest) continue;
        LabelStyle label = style_of(ui, sizes[i], side);
        TextStyle style = label_style(ui, &label);
        const TextLayout *layout = text_layout(ui->text, text, &style, box.x);
        if (layout->height <= box.y && !layout->has_broken_word) return layout;
    }
    LabelStyle label = style_of(ui, T18, side);
    TextStyle style = label_style(ui, &label);
    return text_fit(ui->text, text, &style, 1, box);
}

/* Other ways to say it, and the hint; empty where there are none. */
static Str more_of(Arena *arena, const Deck *deck, uint32_t card)
{
    StrBuf text;
    str_buf_init(&text, arena);
    for (uint32_t i = 1; i < deck_wording_count(deck, card); i++)
        str_buf_addf(&text, "%sAlso: %s", text.size ? "\n" : "", deck_wording(deck, card, i).data);
    Str hint = deck_hint(deck, card);
    if (hint.size) str_buf_addf(&text, "%sHint: %s", text.size ? "\n" : "", hint.data);
    return text.size ? str_buf_str(&text) : (Str){0};
}

static void paint_lines(Ui *ui, const TextLayout *layout, Vec at, Token color)
{
    text_draw(ui->draw, layout, at, ui_color(ui, color));
}

static bool paint_term(Ui *ui, const Deck *deck, uint32_t card, TextSize largest, Rect box)
{
    const TextLayout *text = fit(ui, deck_term(deck, card), SIDE_TERM, largest, (Vec){box.w, box.h});
    paint_lines(ui, text, (Vec){box.x, box.y + (box.h - text->height) / 2}, TOKEN_TEXT);
    return !text->is_cut;
}

/* The definition, and below it what else there is to say. */
static bool paint_definition(Ui *ui, const Deck *deck, uint32_t card, Rect box)
{
    static const LabelStyle quiet = {T18, WEIGHT_MEDIUM, TOKEN_SOFT, TEXT_ALIGN_CENTER, false, false, 0};
    Str also = more_of(ui->frame, deck, card);
    TextStyle style = label_style(ui, &quiet);
    const TextLayout *more = NULL;
    if (also.size) more = text_fit(ui->text, also, &style, 1, (Vec){box.w, box.h * MORE_PART});
    float below = more ? more->height + PART_GAP : 0;
    Vec room = {box.w, box.h - below};
    const TextLayout *text = fit(ui, deck_wording(deck, card, 0), SIDE_DEFINITION, T40, room);
    float top = box.y + (box.h - text->height - below) / 2;
    paint_lines(ui, text, (Vec){box.x, top}, TOKEN_TEXT);
    if (more && text->style.align != style.align) {
        style.align = text->style.align;
        more = text_fit(ui->text, also, &style, 1, (Vec){box.w, box.h * MORE_PART});
    }
    if (more) paint_lines(ui, more, (Vec){box.x, top + text->height + PART_GAP}, quiet.color);
    return !text->is_cut && !(more && more->is_cut);
}

static bool paint_both(Ui *ui, const Deck *deck, const CardsFace *face, Rect box)
{
    bool is_term_first = face->side == SIDE_TERM;
    float part = (box.h - 2 * PART_GAP) * TERM_PART;
    Rect term = is_term_first ? layout_cut_top(&box, part, 2 * PART_GAP)
                              : layout_cut_bottom(&box, part, 2 * PART_GAP);
    float y = is_term_first ? box.y - PART_GAP : term.y - PART_GAP;
    paint_line(ui, (Vec){box.x, y}, (Vec){box.x + box.w, y}, 1, ui_color(ui, TOKEN_LINE2));
    bool is_term_whole = paint_term(ui, deck, face->card, T40, term);
    return paint_definition(ui, deck, face->card, box) && is_term_whole;
}

static bool paint_words(Ui *ui, const Deck *deck, const CardsFace *face, Rect box)
{
    if (face->is_both) return paint_both(ui, deck, face, box);
    return face->side == SIDE_TERM ? paint_term(ui, deck, face->card, T64, box)
                                   : paint_definition(ui, deck, face->card, box);
}

/* --- its foot --- */

static Rect foot_of(const Ui *ui, Rect card)
{
    Rect inside = layout_pad(card, PAD, PAD - 4);
    return layout_cut_bottom(&inside, ui_grow(ui, STAR, T18, 1), 0);
}

Rect cards_face_star(const Ui *ui, Rect card)
{
    Rect foot = foot_of(ui, card);
    return layout_cut_left(&foot, foot.h, 0);
}

static void paint_star(Ui *ui, const Model *model, const CardsFace *face, Rect foot)
{
    bool is_on = model->study && model->study->cards[face->card].is_starred;
    Color color = ui_color(ui, is_on ? TOKEN_DEF : TOKEN_MUTED);
    Rect star = layout_cut_left(&foot, foot.h, 8);
    icon_draw(ui->draw, is_on ? ICON_STAR : ICON_STAR_EMPTY, rect_inset(star, 1), color, color);
    prompt_draw_left(ui, ui_on_key_button(KEY_S, PAD_Y), (Vec){foot.x, foot.y + foot.h / 2}, PROMPT_NORMAL);
}

static Token level_token(MasteryLevel level)
{
    static const Token tokens[MASTERY_LEVELS] = {TOKEN_MASTERY_NEW, TOKEN_DEF, TOKEN_STREAK, TOKEN_TERM};
    return tokens[level];
}

static void paint_level(Ui *ui, const Model *model, uint32_t card, Rect foot)
{
    static const LabelStyle style = {T18, WEIGHT_MEDIUM, TOKEN_SOFT, TEXT_ALIGN_RIGHT, false, false, 1};
    if (!model->study) return;
    MasteryLevel level = study_level(model->study, card, model->wall_ms);
    float width = label_draw(ui, foot, mastery_name(level), &style) + CHIP_GAP;
    Rect square = {foot.x + foot.w - width - LEVEL, foot.y + (foot.h - LEVEL) / 2, LEVEL, LEVEL};
    draw_rect(ui->draw, square, 4, ui_color(ui, level_token(level)));
}

/* What Space and A do, in the middle. */
static void paint_flip(Ui *ui, const CardsFace *face, Rect foot)
{
    static const LabelStyle style = {T18, WEIGHT_MEDIUM, TOKEN_MUTED, TEXT_ALIGN_LEFT, false, false, 1};
    UiTrigger trigger = ui_on_key_button(KEY_SPACE, ui->in.bindings->of[COMMAND_CONFIRM].button);
    Str words = face->is_both ? STR("Next") : STR("Flip");
    float prompt = prompt_size(ui, trigger).x, label = ceilf(label_width(ui, words, &style)) + 1;
    if (prompt <= 0) return;
    float x = foot.x + (foot.w - prompt - 12 - label) / 2;
    prompt_draw_left(ui, trigger, (Vec){x, foot.y + foot.h / 2}, PROMPT_NORMAL);
    label_draw(ui, (Rect){x + prompt + 12, foot.y, label, foot.h}, words, &style);
}

bool cards_face_paint(Ui *ui, const Model *model, const CardsFace *face)
{
    paint_body(ui, face);
    Rect inside = layout_pad(face->rect, PAD, PAD - 8);
    Rect head = layout_cut_top(&inside, pill_height(ui) + 4, 8);
    Rect foot = foot_of(ui, face->rect);
    inside.h = foot.y - 8 - inside.y;
    layout_cut_left(&head, paint_side_name(ui, face, head), 2 * CHIP_GAP);
    paint_tags(ui, model, face->card, head);
    paint_star(ui, model, face, foot);
    paint_flip(ui, face, foot);
    paint_level(ui, model, face->card, foot);
    return paint_words(ui, model->deck.deck, face, layout_pad(inside, 16, 0));
}

Str cards_face_text(Arena *arena, const Deck *deck, const CardsFace *face)
{
    Str term = deck_term(deck, face->card), also = more_of(arena, deck, face->card);
    Str definition = deck_wording(deck, face->card, 0);
    if (also.size) definition = str_format(arena, "%s\n\n%s", definition.data, also.data);
    if (!face->is_both) return face->side == SIDE_TERM ? term : definition;
    bool is_term_first = face->side == SIDE_TERM;
    return str_format(arena, "%s\n\n%s", is_term_first ? term.data : definition.data,
                      is_term_first ? definition.data : term.data);
}
