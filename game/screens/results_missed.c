#include <math.h>

#include "screens/fix_card.h"
#include "screens/results_state.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define CARD_RADIUS 16.0f
#define PAD_X       18.0f
#define PAD_Y       20.0f
#define GAP         12.0f
#define MARK_ROOM   24.0f
#define MOST_LINES  12 /* the list scrolls; only a text beyond all measure is cut */

static const LabelStyle TERM = {T20, WEIGHT_BOLD, TOKEN_TEXT, TEXT_ALIGN_START, false, false, 2};
static const LabelStyle DEFINITION = {T18,   WEIGHT_MEDIUM, TOKEN_SOFT, TEXT_ALIGN_START,
                                      false, false,         MOST_LINES};
static const LabelStyle PICKED = {T18, WEIGHT_MEDIUM, TOKEN_MUTED, TEXT_ALIGN_START, false, false, 3};

/* Texts of one missed card. The wording that was shown, where a definition was. */
typedef struct {
    Str term, definition, picked;
} Missed;

static Missed missed_of(const Model *model, const MissedCard *missed, Arena *arena)
{
    const Deck *deck = model->outcome.deck;
    const AnswerFact *fact = missed->fact;
    Missed m = {.picked = results_picked(arena, deck, missed)};
    if (fact->shown_side == SIDE_TERM)
        m.term = fact->shown;
    else
        m.definition = fact->shown;
    if (!deck || fact->card == DECK_NO_CARD) return m;
    if (m.term.size == 0) m.term = deck_term(deck, fact->card);
    if (m.definition.size == 0) m.definition = deck_wording(deck, fact->card, 0);
    if (missed->misses > 1)
        m.picked = str_format(arena, "%.*s, missed %u times", STR_FMT(m.picked), missed->misses);
    return m;
}

static float card_height(Ui *ui, const Missed *m, float width)
{
    float inner = width - 2 * PAD_X - MARK_ROOM;
    return 2 * PAD_Y + label_height(ui, m->term, &TERM, inner) + 6 +
           label_height(ui, m->definition, &DEFINITION, inner) + 7 +
           label_height(ui, m->picked, &PICKED, inner);
}

static float cards_height(Ui *ui, const Missed *cards, size_t count, float width)
{
    float all = 4 - GAP;
    for (size_t i = 0; i < count; i++) all += card_height(ui, &cards[i], width) + GAP;
    return all;
}

static void put_line(Ui *ui, Rect *box, Str text, const LabelStyle *style, float gap)
{
    float h = label_height(ui, text, style, box->w - MARK_ROOM);
    Rect line = layout_cut_top(box, h, gap);
    label_paragraph(ui, (Rect){line.x + MARK_ROOM, line.y, line.w - MARK_ROOM, h + 1}, text, style);
}

static void draw_card(Ui *ui, Rect rect, const Missed *m)
{
    paint_card(ui, rect, CARD_RADIUS, TOKEN_SURFACE, TOKEN_LINE);
    Rect box = layout_pad(rect, PAD_X, PAD_Y);
    float half = ui_type(ui, T20).line / 2, low = ui_type(ui, T18).line / 2;
    paint_term_mark(ui, (Vec){box.x + 7, box.y + half}, 14, ui_color(ui, TOKEN_TERM_MARK));
    put_line(ui, &box, m->term, &TERM, 6);
    paint_def_mark(ui, (Vec){box.x + 7, box.y + low}, 14, ui_color(ui, TOKEN_DEF_MARK));
    put_line(ui, &box, m->definition, &DEFINITION, 7);
    Color bad = ui_color(ui, TOKEN_BAD);
    icon_draw(ui->draw, ICON_CROSS, (Rect){box.x - 1, box.y + low - 8, 17, 17}, bad, bad);
    put_line(ui, &box, m->picked, &PICKED, 0);
}

/* Cards can have the focus: keys and pads reach those that don't fit, and Enter puts one right. */
static bool put_card(Ui *ui, Rect rect, const Missed *m, size_t index)
{
    UiHit hit = ui_widget(ui, &(UiWidget){.id = ui_id_index(ui_id("missed"), (int64_t)index),
                                          .role = ROLE_ROW,
                                          .label = m->term,
                                          .value = m->picked,
                                          .flags = UI_FOCUSABLE,
                                          .rect = rect,
                                          .radius = CARD_RADIUS});
    paint_layer(ui, rect);
    draw_card(ui, rect, m);
    paint_layer_end(ui);
    return hit.is_activated && ui->in.action.kind == ACTION_COMMAND;
}

static uint32_t asked_count(const Outcome *outcome)
{
    switch (outcome->setup.variant) {
    case VARIANT_DECOY:
    case VARIANT_SPRINT: return outcome->setup.pairs;
    case VARIANT_CLASSIC:
    case VARIANT_SURVIVAL:
    case VARIANT_MARATHON: return (uint32_t)(outcome->run.right + outcome->run.wrong);
    case VARIANT_BLITZ: break;
    }
    return 0;
}

static void put_head(Ui *ui, const Outcome *outcome, Rect line)
{
    bool is_match = outcome->setup.mode == MODE_MATCH;
    LabelStyle title = {.size = T20, .weight = WEIGHT_BOLD, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    LabelStyle count = {.size = T18, .weight = WEIGHT_SEMI, .color = TOKEN_BAD, .align = TEXT_ALIGN_LEFT};
    line = layout_pad(line, 4, 0);
    label_note(ui, ui_id("missed-head"), line, is_match ? STR("Missed pairs") : STR("Missed cards"), &title);
    if (outcome->missed_count == 0) return;
    uint32_t asked = asked_count(outcome);
    Str text = asked ? str_format(ui->frame, "%zu of %u", outcome->missed_count, asked)
                     : str_format(ui->frame, "%zu", outcome->missed_count);
    float w = ceilf(label_width(ui, text, &count)), x = line.x + line.w - w;
    Color bad = ui_color(ui, TOKEN_BAD);
    count.align = TEXT_ALIGN_RIGHT;
    label_draw(ui, line, text, &count);
    icon_draw(ui->draw, ICON_CROSS, (Rect){x - 26, line.y + line.h / 2 - 10, 20, 20}, bad, bad);
}

static void draw_none(Ui *ui, const Outcome *outcome, Rect area)
{
    LabelStyle style = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_SOFT, .align = TEXT_ALIGN_CENTER};
    bool has_played = outcome->run.right > 0;
    Str text = has_played ? STR("Nothing missed. Well played.") : STR("Nothing was answered.");
    Color ok = ui_color(ui, TOKEN_OK), ink = ui_color(ui, TOKEN_OK_INK);
    Rect box = layout_center(area, area.w, 56 + 12 + 2 * ui_type(ui, T20).line);
    paint_layer(ui, box);
    if (has_played)
        icon_draw(ui->draw, ICON_TICK_CIRCLE, layout_center(layout_cut_top(&box, 56, 12), 56, 56), ok, ink);
    label_paragraph(ui, box, text, &style);
    paint_layer_end(ui);
    ui_note(ui, ui_id("none-missed"), text, box);
}

/* What the answers did to what is known of the cards. */
static void put_moves(Ui *ui, const Outcome *outcome, Rect *area)
{
    Str words = study_moves_words(ui->frame, outcome->moves);
    if (words.size == 0) return;
    bool is_up = outcome->moves.up > 0;
    LabelStyle style = {.size = T18, .weight = WEIGHT_SEMI, .color = TOKEN_SOFT, .align = TEXT_ALIGN_LEFT};
    Rect line = layout_pad(layout_cut_bottom(area, ui_type(ui, T18).line, 8), 4, 0);
    Color color = ui_color(ui, is_up ? TOKEN_OK : TOKEN_BAD);
    paint_layer(ui, line);
    Rect icon = layout_cut_left(&line, 20, 8);
    icon_draw(ui->draw, is_up ? ICON_ARROW_UP : ICON_ARROW_DOWN, layout_center(icon, 20, 20), color, color);
    label_note(ui, ui_id("moves"), line, words, &style);
    paint_layer_end(ui);
}

static bool has_focus(const Ui *ui, size_t missed)
{
    return ui_focused(ui) == ui_id_index(ui_id("missed"), (int64_t)missed);
}

/* The one that has the focus, else the first. */
static size_t wanted(const Ui *ui, const Outcome *outcome)
{
    size_t at = outcome->missed_count - 1;
    while (at > 0 && !has_focus(ui, at)) at--;
    return at;
}

static Intent fix(const Ui *ui, const Model *model)
{
    const Outcome *outcome = &model->outcome;
    return fix_card(model->deck.id, outcome->missed[wanted(ui, outcome)].fact->card_id);
}

static Str fix_words(const Ui *ui, const Outcome *outcome)
{
    bool is_one = outcome->missed_count == 1 || has_focus(ui, wanted(ui, outcome));
    return is_one ? STR("Fix this card") : STR("Fix the first");
}

/* In a line of its own it has room to say which. */
static bool put_fix(Ui *ui, const Outcome *outcome, Rect *area, Rect *line, float beside)
{
    Button button = {.id = ui_id("fix"), .label = STR("Fix"), .trigger = fix_card_trigger()};
    float width = button_width(ui, &button);
    bool is_stacked = line->w - width - 12 < beside;
    if (is_stacked) {
        button.label = fix_words(ui, outcome);
        button.icon = ICON_PENCIL;
    }
    button.rect = is_stacked ? layout_cut_bottom(area, button_height(ui, false), 12)
                             : layout_cut_right(line, width, 12);
    return button_put(ui, &button);
}

/* They can become a deck of their own, and one of them be put right, while their deck is there. */
static Intent put_collect(Ui *ui, ResultsState *state, const Model *model, Rect *area)
{
    if (model->deck.state != DECK_READY) return intent_none();
    Button make = {.id = ui_id("collect"),
                   .label = STR("Make a deck"),
                   .icon = ICON_PLUS,
                   .trigger = ui_on_key_button(KEY_D, PAD_START)};
    Rect line = layout_cut_bottom(area, button_height(ui, false), 12);
    bool is_fix = put_fix(ui, &model->outcome, area, &line, button_width(ui, &make));
    make.rect = line;
    if (button_put(ui, &make))
        collect_open(&state->collect, CARD_SET_MISSED, deck_title(model->deck.deck), ui->frame);
    return is_fix ? fix(ui, model) : intent_none();
}

Intent results_missed_put(Ui *ui, ResultsState *state, const Model *model, Rect area)
{
    const Outcome *outcome = &model->outcome;
    put_moves(ui, outcome, &area);
    put_head(ui, outcome, layout_cut_top(&area, ui_grow(ui, 40, T20, 1), 8));
    if (outcome->missed_count == 0) {
        draw_none(ui, outcome, area);
        return intent_none();
    }
    Intent intent = put_collect(ui, state, model, &area);
    Missed *cards = ARENA_NEW_N(ui->frame, Missed, outcome->missed_count);
    for (size_t i = 0; i < outcome->missed_count; i++)
        cards[i] = missed_of(model, &outcome->missed[i], ui->frame);
    float width = area.w, all = cards_height(ui, cards, outcome->missed_count, width);
    bool is_long = all > area.h;
    if (is_long) width -= scroll_bar_width();
    if (is_long) all = cards_height(ui, cards, outcome->missed_count, width);
    Rect content = scroll_begin(ui, ui_id("missed-scroll"), area, all);
    float y = content.y + 2;
    for (size_t i = 0; i < outcome->missed_count; i++) {
        Rect rect = {content.x, y, width, card_height(ui, &cards[i], width)};
        if (put_card(ui, rect, &cards[i], i)) intent = fix(ui, model);
        y += rect.h + GAP;
    }
    scroll_end(ui);
    return intent;
}
