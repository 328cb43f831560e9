#include <math.h>

#include "screens/import_state.h"
#include "screens/match_tile.h"
#include "screens/menu.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define MOST_CARDS 200 /* are shown */
#define TILE_HIGH  92.0f
#define TILE_GAP   12.0f
#define ROW_GAP    14.0f
#define RING       4.0f /* room for the focus ring around the pair */
#define PART_GAP   12.0f
#define MARK_ROOM  28.0f

/* --- what a card has besides its sides --- */

static void add_texts(StrBuf *words, const char *name, const DeckTexts *texts)
{
    for (size_t i = 0; i < texts->count; i++)
        str_buf_addf(words, "%s%s%.*s", i == 0 && words->size > 0 ? "   " : "", i == 0 ? name : ", ",
                     STR_FMT(texts->items[i]));
}

static Str more_words(const DeckCard *card, Arena *arena)
{
    StrBuf words;
    str_buf_init(&words, arena);
    add_texts(&words, "Tags: ", &card->tags);
    if (card->hint.size > 0)
        str_buf_addf(&words, "%sHint: %.*s", words.size > 0 ? "   " : "", STR_FMT(card->hint));
    add_texts(&words, "Also: ", &card->wordings);
    add_texts(&words, "Accepted: ", &card->accepts);
    add_texts(&words, "Wrong answers: ", &card->distractors);
    return str_buf_str(&words);
}

static bool has_more(const DeckCard *card)
{
    return card->tags.count + card->hint.size + card->wordings.count + card->accepts.count +
               card->distractors.count >
           0;
}

/* Is there a line below the tiles: if one of the cards that are shown has more than two sides. */
static bool has_more_line(const ImportResult *result)
{
    size_t most = result->count < MOST_CARDS ? result->count : MOST_CARDS;
    for (size_t i = 0; i < most; i++)
        if (has_more(&result->cards[i].card)) return true;
    return false;
}

/* --- the list --- */

static bool put_card(Ui *ui, const ImportCard *card, UiId id, Rect rect, float tile)
{
    Str more = more_words(&card->card, ui->frame);
    UiHit hit = ui_widget(ui, &(UiWidget){.id = id,
                                          .role = ROLE_ROW,
                                          .label = card->card.term,
                                          .value = str_format(ui->frame, "%.*s. %.*s",
                                                              STR_FMT(card->card.definition), STR_FMT(more)),
                                          .flags = UI_FOCUSABLE,
                                          .rect = rect,
                                          .radius = TILE_RADIUS});
    Rect pair = {rect.x, rect.y, rect.w, tile};
    paint_layer(ui, rect);
    match_tile_draw_side(ui, layout_column(pair, 0, 2, TILE_GAP), SIDE_TERM, card->card.term);
    match_tile_draw_side(ui, layout_column(pair, 1, 2, TILE_GAP), SIDE_DEFINITION, card->card.definition);
    LabelStyle quiet = {.size = T16, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_LEFT};
    Rect line = {rect.x + 10, rect.y + tile + 4, rect.w - 20, rect.h - tile - 4};
    if (line.h > 8 && more.size > 0) label_draw(ui, line, more, &quiet);
    paint_layer_end(ui);
    return hit.is_activated;
}

void import_cards_put(Ui *ui, ImportState *state, const CurrentImport *import, Rect area)
{
    const ImportResult *result = import->result;
    float tile = ui_grow(ui, TILE_HIGH, T20, 2);
    float more = has_more_line(result) ? ui_type(ui, T16).line + 6 : 0;
    ScrollList list = {.id = ui_id("import-card"),
                       .view = area,
                       .row_height = tile + more,
                       .gap = more > 0 ? ROW_GAP / 2 : ROW_GAP,
                       .count = (int)(result->count < MOST_CARDS ? result->count : MOST_CARDS),
                       .takes_pages = true};
    ScrollRows rows = scroll_list_begin(ui, &list);
    for (int i = rows.from; i < rows.to; i++) {
        Rect rect = scroll_list_cell(&list, &rows, i);
        rect = (Rect){rect.x + RING, rect.y, rect.w - 2 * RING, rect.h};
        if (put_card(ui, &result->cards[i], ui_id_index(list.id, i), rect, tile)) state->shown_card = i;
    }
    scroll_end(ui);
}

/* --- one card whole --- */

static const LabelStyle TERM = {T24, WEIGHT_BOLD, TOKEN_TEXT, TEXT_ALIGN_START, false, false, 0};
static const LabelStyle TEXT = {T20, WEIGHT_MEDIUM, TOKEN_TEXT, TEXT_ALIGN_START, false, false, 0};
static const LabelStyle MORE = {T18, WEIGHT_MEDIUM, TOKEN_SOFT, TEXT_ALIGN_START, false, false, 0};

static float whole_height(Ui *ui, const DeckCard *card, float width)
{
    Str more = more_words(card, ui->frame);
    float height = label_height(ui, card->term, &TERM, width) + PART_GAP;
    height += label_height(ui, card->definition, &TEXT, width);
    return more.size > 0 ? height + PART_GAP + label_height(ui, more, &MORE, width) : height;
}

/* A long term leaves room for its definition. */
static void draw_whole(Ui *ui, const DeckCard *card, Rect box)
{
    Rect term = {box.x + MARK_ROOM, box.y, box.w - MARK_ROOM, box.h * 0.4f};
    term.h = fminf(term.h, label_height(ui, card->term, &TERM, term.w));
    paint_term_mark(ui, (Vec){box.x + 7, box.y + ui_type(ui, T24).line / 2}, 14,
                    ui_color(ui, TOKEN_TERM_MARK));
    label_paragraph(ui, term, card->term, &TERM);
    layout_cut_top(&box, term.h, PART_GAP);
    paint_def_mark(ui, (Vec){box.x + 7, box.y + ui_type(ui, T20).line / 2}, 14, ui_color(ui, TOKEN_DEF_MARK));
    layout_cut_left(&box, MARK_ROOM, 0);
    layout_cut_top(&box, label_paragraph(ui, box, card->definition, &TEXT), PART_GAP);
    label_paragraph(ui, box, more_words(card, ui->frame), &MORE);
}

static void put_whole(Ui *ui, ImportState *state, const ImportResult *result)
{
    const ImportCard *card = &result->cards[state->shown_card];
    const char *what = result->format == IMPORT_ANKI_PACKAGE ? "Note" : "Line";
    Str title = str_format(ui->frame, "%s %s", what, format_number(ui->frame, card->line).data);
    float button = button_height(ui, false), head = 56 + ui_type(ui, T32).line + 16;
    float width = menu_dialog_size(ui, ui_grow(ui, 760, T20, 4), 0).x;
    float whole = whole_height(ui, &card->card, width - 64 - MARK_ROOM);
    Vec size = menu_dialog_size(ui, width, head + whole + 28 + button);
    Rect box = dialog_begin(ui, ui_id("import-whole"), title, size);
    Rect foot = layout_cut_bottom(&box, button, 16);
    paint_layer(ui, box);
    draw_whole(ui, &card->card, box);
    paint_layer_end(ui);
    Button close = {.id = ui_id("whole-close"),
                    .rect = foot,
                    .label = STR("Close"),
                    .is_default = true,
                    .is_centered = true};
    if (button_put(ui, &close) || ui_command(ui, COMMAND_BACK)) state->shown_card = -1;
    dialog_end(ui);
}

void import_card_dialog_put(Ui *ui, ImportState *state, const CurrentImport *import)
{
    const ImportResult *result = import->result;
    bool is_there = result && state->shown_card >= 0 && (size_t)state->shown_card < result->count;
    if (is_there)
        put_whole(ui, state, result);
    else
        state->shown_card = -1;
}
