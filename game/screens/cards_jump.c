#include "base/text.h"
#include "screens/cards_parts.h"
#include "screens/menu.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define MOST_HITS 500 /* more need another word */

/* The place that is typed as a number, from 0; -1: it is none. */
static int64_t typed_place(Str text, uint32_t count)
{
    int64_t number = 0;
    if (text.size == 0 || text.size > 7) return -1;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9') return -1;
        number = number * 10 + (text.data[i] - '0');
    }
    return number >= 1 && number <= count ? number - 1 : -1;
}

static bool has_words(Arena *arena, const Deck *deck, uint32_t card, Str wanted)
{
    if (str_has(text_fold(arena, deck_term(deck, card)), wanted)) return true;
    return str_has(text_fold(arena, deck_wording(deck, card, 0)), wanted);
}

/* The card of that number first, then those that have the words. */
static void find(CardsScreen *screen, Arena *arena, const Model *model, Str typed)
{
    const Cards *cards = model->cards;
    Str wanted = text_fold(arena, typed);
    uint32_t *hits = ARENA_NEW_N(arena, uint32_t, MOST_HITS);
    int64_t place = typed_place(wanted, cards->count);
    if (place >= 0) hits[screen->hit_count++] = (uint32_t)place;
    for (uint32_t i = 0; i < cards->count && screen->hit_count < MOST_HITS; i++)
        if (i != place && has_words(arena, model->deck.deck, cards->order[i], wanted))
            hits[screen->hit_count++] = i;
    screen->hits = hits;
}

void cards_jump_load(CardsScreen *screen, Arena *arena, const Model *model)
{
    screen->hits = NULL;
    screen->hit_count = 0;
    if (screen->dialog != CARDS_JUMPING) return;
    Str typed = str_trim(text_edit_text(&screen->wanted));
    if (typed.size)
        find(screen, arena, model, typed);
    else
        screen->hit_count = model->cards->count;
}

Intent cards_jump_open(CardsScreen *screen)
{
    screen->dialog = CARDS_JUMPING;
    text_edit_init(&screen->wanted, (Str){0}, 60);
    return (Intent){.kind = INTENT_RELOAD};
}

static bool put_row(Ui *ui, const Model *model, const ScrollList *list, int index, uint32_t at, Rect cell)
{
    static const LabelStyle quiet = {T18, WEIGHT_MEDIUM, TOKEN_MUTED, TEXT_ALIGN_LEFT, true, false, 1};
    static const LabelStyle strong = {T20, WEIGHT_SEMI, TOKEN_TEXT, TEXT_ALIGN_START, false, false, 1};
    static const LabelStyle soft = {T18, WEIGHT_MEDIUM, TOKEN_SOFT, TEXT_ALIGN_START, false, false, 1};
    static const float shares[] = {-1, 2, 3};
    uint32_t card = model->cards->order[at];
    Str number = format_number(ui->frame, at + 1);
    Row row = {.id = ui_id_index(list->id, index),
               .rect = cell,
               .label = deck_term(model->deck.deck, card),
               .value = number,
               .look = ROW_CARD};
    UiHit hit = row_begin(ui, &row);
    Rect inside = layout_pad(cell, 16, 0);
    label_draw(ui, layout_cut_left(&inside, ui_grow(ui, 60, T18, 1), 8), number, &quiet);
    RowCells cells = row_cells(inside, shares, 3, 16);
    label_draw(ui, cells.cells[1], row.label, &strong);
    label_draw(ui, cells.cells[2], deck_wording(model->deck.deck, card, 0), &soft);
    row_end(ui);
    return hit.is_activated;
}

/* The place in the order that was picked; -1: none. */
static int64_t put_hits(Ui *ui, const CardsScreen *screen, const Model *model, Rect view)
{
    static const LabelStyle style = {T20, WEIGHT_MEDIUM, TOKEN_SOFT, TEXT_ALIGN_CENTER, false, false, 2};
    if (screen->hit_count == 0) {
        label_paragraph(ui, layout_pad(view, 0, 24), STR("No card here has that in it."), &style);
        return -1;
    }
    ScrollList list = {.id = ui_id("jump-row"),
                       .view = view,
                       .row_height = row_height(ui),
                       .gap = 6,
                       .count = (int)screen->hit_count,
                       .takes_pages = true};
    ScrollRows rows = scroll_list_begin(ui, &list);
    int64_t picked = -1;
    for (int i = rows.from; i < rows.to; i++) {
        uint32_t at = screen->hits ? screen->hits[(uint32_t)i] : (uint32_t)i;
        if (put_row(ui, model, &list, i, at, scroll_list_cell(&list, &rows, i))) picked = (int64_t)at;
    }
    scroll_end(ui);
    return picked;
}

static bool put_cancel(Ui *ui, Rect foot)
{
    Button cancel = {.id = ui_id("jump-cancel"),
                     .rect = layout_column(foot, 1, 2, 16),
                     .label = STR("Cancel"),
                     .is_centered = true};
    return button_put(ui, &cancel) || ui_command(ui, COMMAND_BACK);
}

/* What was typed finds others. */
static Intent put_keyboard(Ui *ui, CardsScreen *screen)
{
    if (!screen->keyboard.is_open) return intent_none();
    KeyboardAnswer answer = keyboard_put(ui, ui_id("jump-keyboard"), STR("A number or a word"),
                                         &screen->keyboard, &screen->wanted);
    if (answer == KEYBOARD_OPEN) return intent_none();
    screen->keyboard.is_open = false;
    return (Intent){.kind = INTENT_RELOAD};
}

static int64_t first_hit(const CardsScreen *screen)
{
    return screen->hits && screen->hit_count > 0 ? (int64_t)screen->hits[0] : -1;
}

Intent cards_jump_put(Ui *ui, CardsScreen *screen, const Model *model)
{
    Rect box = dialog_begin(ui, ui_id("cards-jump"), STR("Jump to a card"), menu_dialog_size(ui, 860, 640));
    Rect foot = layout_cut_bottom(&box, button_height(ui, false), 16);
    Field field = {.id = ui_id("jump-field"),
                   .rect = layout_cut_top(&box, field_height(ui), 12),
                   .label = STR("A number or a word"),
                   .hint = STR("A number or a word"),
                   .icon = ICON_SEARCH,
                   .is_default = true};
    FieldAnswer answer = field_put(ui, &field, &screen->wanted);
    if (answer.wants_keyboard) screen->keyboard = (Keyboard){.is_open = true};
    int64_t picked = put_hits(ui, screen, model, box);
    if (answer.is_confirmed && picked < 0) picked = first_hit(screen);
    bool is_left = put_cancel(ui, foot);
    dialog_end(ui);
    Intent typed = answer.is_changed ? (Intent){.kind = INTENT_RELOAD} : put_keyboard(ui, screen);
    if (picked < 0 && !is_left) return typed;
    screen->dialog = CARDS_NO_DIALOG;
    return picked >= 0 ? cards_input(CARDS_JUMP, picked) : intent_none();
}
