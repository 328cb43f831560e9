#include <math.h>

#include "screens/reader.h"
#include "screens/spaced_parts.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define PAD         40.0f
#define LARGE_PAD   20.0f
#define MARK        20.0f
#define MARK_GAP    13.0f
#define CHIP_GAP    10.0f
#define COME_MS     160
#define COME_RISE   16.0f
#define SHOW_MS     220
#define SHOW_FADE   100 /* with reduced motion */
#define TERM_PART   0.45f
#define LEAST_WORDS 60.0f

static float pad_of(const Ui *ui)
{
    return spaced_is_large(ui) ? LARGE_PAD : PAD;
}

static void draw_surface(Ui *ui, Rect card)
{
    DrawShape shape = {.rect = card,
                       .radius = 24,
                       .fill_top = ui_color(ui, TOKEN_TILE0),
                       .fill_bottom = ui_color(ui, TOKEN_TILE1),
                       .border = ui->theme->border,
                       .border_color = ui_color(ui, TOKEN_LINE2)};
    if (!ui->theme->is_flat) {
        shape.shadow_y = 8;
        shape.shadow_blur = 24;
        shape.shadow_color = ui_color(ui, TOKEN_SHADOW);
    }
    draw_shape(ui->draw, shape);
}

/* Texts that stand in no size: they turn their pages by themselves, above the card's own picture. */
typedef struct {
    Rect boxes[2];
    Str texts[2];
    int64_t since_ms[2];
    int count;
} Pages;

/* The largest of the styles in which the whole text stands. Returns the height used. */
static float draw_fitting(Ui *ui, Rect box, Str text, const LabelStyle *labels, int count)
{
    TextStyle styles[4];
    for (int i = 0; i < count; i++) styles[i] = label_style(ui, &labels[i]);
    const TextLayout *layout = text_fit(ui->text, text, styles, count, (Vec){box.w, box.h});
    if (layout->is_cut) return -1;
    text_draw(ui->draw, layout, (Vec){box.x, box.y}, ui_color(ui, TOKEN_TEXT));
    return layout->height;
}

static float draw_or_turn(Ui *ui, Rect box, Str text, const LabelStyle *labels, int count, Pages *pages)
{
    float used = draw_fitting(ui, box, text, labels, count);
    if (used >= 0) return used;
    pages->boxes[pages->count] = box;
    pages->texts[pages->count++] = text;
    return box.h;
}

/* The mark stands beside the first line. */
static Rect draw_mark(Ui *ui, Rect box, Side side, float line)
{
    Vec at = {box.x + MARK / 2, box.y + line / 2};
    if (side == SIDE_TERM)
        paint_term_mark(ui, at, MARK, ui_color(ui, TOKEN_TERM_MARK));
    else
        paint_def_mark(ui, at, MARK, ui_color(ui, TOKEN_DEF_MARK));
    layout_cut_left(&box, MARK, MARK_GAP);
    return box;
}

static float draw_term(Ui *ui, Rect box, Str term, Pages *pages)
{
    static const LabelStyle styles[] = {{T40, WEIGHT_BOLD, TOKEN_TEXT, TEXT_ALIGN_START, false, false, 0},
                                        {T32, WEIGHT_BOLD, TOKEN_TEXT, TEXT_ALIGN_START, false, false, 0},
                                        {T24, WEIGHT_BOLD, TOKEN_TEXT, TEXT_ALIGN_START, false, false, 0},
                                        {T20, WEIGHT_BOLD, TOKEN_TEXT, TEXT_ALIGN_START, false, false, 0}};
    int from = spaced_is_large(ui) ? 2 : 0;
    Rect words = draw_mark(ui, box, SIDE_TERM, ui_type(ui, styles[from].size).line);
    return draw_or_turn(ui, words, term, styles + from, 4 - from, pages);
}

/* Its other wordings stand behind it. */
static Str definition_of(Ui *ui, const Deck *deck, uint32_t card)
{
    StrBuf text;
    str_buf_init(&text, ui->frame);
    str_buf_add(&text, deck_wording(deck, card, 0));
    for (uint32_t i = 1; i < deck_wording_count(deck, card); i++)
        str_buf_addf(&text, "\nAlso: %.*s", STR_FMT(deck_wording(deck, card, i)));
    return str_buf_str(&text);
}

static void draw_definition(Ui *ui, Rect box, Str text, Pages *pages)
{
    static const LabelStyle styles[] = {{T24, WEIGHT_MEDIUM, TOKEN_TEXT, TEXT_ALIGN_START, false, false, 0},
                                        {T20, WEIGHT_MEDIUM, TOKEN_TEXT, TEXT_ALIGN_START, false, false, 0},
                                        {T18, WEIGHT_MEDIUM, TOKEN_TEXT, TEXT_ALIGN_START, false, false, 0}};
    Rect words = draw_mark(ui, box, SIDE_DEFINITION, ui_type(ui, T24).line);
    draw_or_turn(ui, words, text, styles, 3, pages);
}

/* As many as there is room for, then how many more. */
static void draw_tags(Ui *ui, const Deck *deck, uint32_t card, Rect line)
{
    uint32_t count = deck_card_tag_count(deck, card);
    Vec at = {line.x, line.y + (line.h - pill_height(ui)) / 2};
    float right = line.x + line.w, reserve = pill_width(ui, STR("+64"), ICON_NONE);
    for (uint32_t i = 0; i < count; i++) {
        Str tag = deck_tag(deck, deck_card_tag(deck, card, i));
        bool is_last = i + 1 == count;
        if (at.x + pill_width(ui, tag, ICON_NONE) + (is_last ? 0 : CHIP_GAP + reserve) > right) {
            Str more = str_format(ui->frame, "+%u", count - i);
            if (at.x + reserve <= right) pill_draw(ui, at, more, ICON_NONE, TOKEN_SURFACE, TOKEN_SOFT);
            return;
        }
        at.x += pill_draw(ui, at, tag, ICON_NONE, TOKEN_SURFACE, TOKEN_SOFT) + CHIP_GAP;
    }
}

/* Its keys, its name, the star itself: pressed by a pointer too. Returns the width used. */
static float put_star(Ui *ui, bool is_on, Rect foot, bool *is_pressed)
{
    LabelStyle style = {T18, WEIGHT_MEDIUM, TOKEN_MUTED, TEXT_ALIGN_LEFT, false, false, 1};
    UiTrigger trigger = ui_on_key_button(KEY_S, PAD_LB);
    Str words = is_on ? STR("Starred") : STR("Star");
    float prompt = prompt_size(ui, trigger).x, side = ui_type(ui, T18).line;
    float label = ceilf(label_width(ui, words, &style)) + 1;
    float w = prompt + (prompt > 0 ? CHIP_GAP : 0) + side + 8 + label;
    Rect rect = {foot.x + foot.w - w, foot.y, w, foot.h};
    UiHit hit = ui_widget(ui, &(UiWidget){.id = ui_id("star"),
                                          .role = ROLE_TOGGLE,
                                          .label = STR("Star"),
                                          .value = is_on ? STR("On") : STR("Off"),
                                          .flags = UI_POINTER,
                                          .rect = rect,
                                          .radius = 8,
                                          .trigger = trigger});
    *is_pressed = hit.is_activated;
    float middle = rect.y + rect.h / 2, x = rect.x;
    if (prompt > 0) x += prompt_draw_left(ui, trigger, (Vec){x, middle}, PROMPT_NORMAL) + CHIP_GAP;
    Color color = ui_color(ui, is_on ? TOKEN_DEF : TOKEN_MUTED);
    icon_draw(ui->draw, is_on ? ICON_STAR : ICON_STAR_EMPTY, (Rect){x, middle - side / 2, side, side}, color,
              color);
    if (hit.is_hovered || is_on) style.color = TOKEN_TEXT;
    label_draw(ui, (Rect){x + side + 8, rect.y, label, rect.h}, words, &style);
    return w;
}

static void draw_words(Ui *ui, const SpacedScreen *screen, const Model *model, Rect inside, Pages *pages)
{
    const Spaced *sitting = model->spaced.sitting;
    const Deck *deck = model->deck.deck;
    uint32_t card = sitting->at.card;
    float gap = spaced_is_large(ui) ? 10 : 28, least = fmaxf(LEAST_WORDS, ui_type(ui, T32).line);
    Rect term = {inside.x, inside.y, inside.w, fmaxf(least, inside.h * TERM_PART - gap)};
    float used = fmaxf(ui_type(ui, spaced_is_large(ui) ? T24 : T40).line,
                       draw_term(ui, term, deck_term(deck, card), pages));
    for (int i = 0; i < pages->count; i++) pages->since_ms[i] = screen->came_ms;
    layout_cut_top(&inside, used, gap);
    paint_line(ui, (Vec){inside.x, inside.y}, (Vec){inside.x + inside.w, inside.y}, 2,
               ui_color(ui, TOKEN_LINE));
    layout_cut_top(&inside, 2, gap);
    if (!sitting->is_shown) return;
    int term_pages = pages->count;
    draw_definition(ui, inside, definition_of(ui, deck, card), pages);
    for (int i = term_pages; i < pages->count; i++) pages->since_ms[i] = screen->shown_ms;
}

/* A new card comes up; one that shows its answer turns as it is, which at this size is a quick fade. */
static void begin_layer(Ui *ui, const SpacedScreen *screen, bool is_shown, Rect card)
{
    bool is_reduced = ui->in.reduced_motion;
    float come =
        ease(EASE_CUBIC_OUT, ui_progress(ui, screen->came_ms, is_reduced ? SHOW_FADE : COME_MS, true));
    float turn = is_shown ? ui_progress(ui, screen->shown_ms, is_reduced ? SHOW_FADE : SHOW_MS, true) : 1;
    DrawLayer layer = draw_layer_identity(rect_inset(card, -44));
    layer.pivot = rect_center(card);
    layer.alpha = 0.3f + 0.7f * come;
    if (is_reduced)
        layer.alpha *= 0.3f + 0.7f * turn;
    else
        layer.scale_x = turn < 1 ? fmaxf(0.02f, ease(EASE_SINE_OUT, turn)) : 1;
    if (!is_reduced) layer.dy = COME_RISE * (1 - come);
    draw_layer(ui->draw, layer);
}

static void note_words(Ui *ui, const Model *model, Rect area)
{
    const Spaced *sitting = model->spaced.sitting;
    const Deck *deck = model->deck.deck;
    ui_note(ui, ui_id("term"), deck_term(deck, sitting->at.card), area);
    if (sitting->is_shown) ui_note(ui, ui_id("definition"), definition_of(ui, deck, sitting->at.card), area);
}

Intent spaced_card_put(Ui *ui, const SpacedScreen *screen, const Model *model, Rect area)
{
    const Spaced *sitting = model->spaced.sitting;
    uint32_t card = sitting->at.card;
    bool is_starred = model->study->cards[card].is_starred, is_pressed = false;
    begin_layer(ui, screen, sitting->is_shown, area);
    draw_surface(ui, area);
    Rect inside = layout_pad(area, pad_of(ui), spaced_is_large(ui) ? 14 : 34);
    if (!spaced_is_large(ui) || !sitting->is_shown) {
        Rect foot = layout_cut_bottom(&inside, ui_grow(ui, 36, T18, 1), 8);
        if (!spaced_is_large(ui)) foot.y += 14;
        foot.w -= put_star(ui, is_starred, foot, &is_pressed) + CHIP_GAP;
        draw_tags(ui, model->deck.deck, card, foot);
    } else { /* all room for the answer */
        is_pressed = ui_triggered(ui, ui_on_key_button(KEY_S, PAD_LB));
    }
    Pages pages = {.count = 0};
    draw_words(ui, screen, model, inside, &pages);
    draw_layer_end(ui->draw);
    for (int i = 0; i < pages.count; i++)
        reader_text_draw(ui, pages.boxes[i], pages.texts[i], pages.since_ms[i]);
    note_words(ui, model, area);
    return is_pressed ? spaced_input(SPACED_STAR, 0) : intent_none();
}
