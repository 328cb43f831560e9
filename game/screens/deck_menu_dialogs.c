#include <math.h>
#include <string.h>

#include "screens/deck_menu_state.h"
#include "screens/menu.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

/* --- titles --- */

static Str merged_title(const DeckMenu *menu, Arena *arena)
{
    Str own = deck_menu_deck(menu)->title;
    if (menu->partner_count == 1)
        return str_format(arena, "%.*s and %.*s", STR_FMT(own),
                          STR_FMT(menu->decks[menu->partners[0]].title));
    return str_format(arena, "%.*s and %d more", STR_FMT(own), menu->partner_count);
}

static Str proposed(const DeckMenu *menu, DeckMenuPage page, Arena *arena)
{
    if (page == DECK_MENU_NEW) return STR("My deck");
    if (page == DECK_MENU_MERGE) return merged_title(menu, arena);
    return str_format(arena, "%.*s (copy)", STR_FMT(deck_menu_deck(menu)->title));
}

void deck_menu_ask_title(DeckMenu *menu, DeckMenuPage page, Arena *arena)
{
    menu->page = page;
    if (page == DECK_MENU_RENAME)
        title_dialog_open(&menu->title, deck_menu_deck(menu)->title);
    else
        title_dialog_open(&menu->title,
                          deck_title_free(menu->decks, menu->count, proposed(menu, page, arena), arena));
}

static TitleQuestion question_of(const DeckMenu *menu)
{
    TitleQuestion question = {.decks = menu->decks, .count = menu->count};
    switch ((int)menu->page) {
    case DECK_MENU_NEW:
        question.head = STR("New deck");
        question.note = STR("It is saved with its first card.");
        question.action = STR("Add cards");
        break;
    case DECK_MENU_RENAME:
        question.head = question.action = STR("Rename");
        question.except = deck_menu_deck(menu)->path;
        question.note = deck_menu_deck(menu)->origin == SHELF_SHIPPED
                            ? STR("It comes with the game, so you get a copy of your own. Progress stays.")
                            : STR("Its cards and your progress stay.");
        break;
    case DECK_MENU_DUPLICATE:
        question.head = question.action = STR("Duplicate");
        question.note = STR("The same cards in a deck of their own; progress there starts anew.");
        break;
    case DECK_MENU_MERGE:
        question.head = question.action = STR("Merge");
        question.note = STR("A new deck with the cards of all, equal ones once; progress there starts anew. "
                            "The others stay.");
        break;
    default: break;
    }
    return question;
}

static Intent merge(const DeckMenu *menu, Str title, Arena *arena)
{
    Str *paths = ARENA_NEW_N(arena, Str, menu->partner_count + 1);
    paths[0] = deck_menu_deck(menu)->path;
    for (int i = 0; i < menu->partner_count; i++) paths[i + 1] = menu->decks[menu->partners[i]].path;
    return (Intent){.kind = INTENT_DECK_TOOL,
                    .input = TOOL_MERGE,
                    .cards = paths,
                    .card_count = (size_t)menu->partner_count + 1,
                    .value = title};
}

static Intent titled(const DeckMenu *menu, DeckMenuPage page, Arena *arena)
{
    Str title = str_trim(text_edit_text(&menu->title.edit));
    if (page == DECK_MENU_NEW) return (Intent){.kind = INTENT_NEW_DECK, .text = title};
    if (page == DECK_MENU_MERGE) return merge(menu, title, arena);
    Intent intent = deck_menu_tool(menu, page == DECK_MENU_RENAME ? TOOL_RENAME : TOOL_DUPLICATE);
    intent.value = title;
    return intent;
}

Intent deck_menu_title_put(Ui *ui, DeckMenu *menu)
{
    TitleQuestion question = question_of(menu);
    DeckMenuPage page = menu->page;
    bool is_given = title_dialog_put(ui, &menu->title, &question);
    if (!menu->title.is_open) menu->page = DECK_MENU_CLOSED;
    return is_given ? titled(menu, page, ui->frame) : intent_none();
}

/* --- decks to merge with --- */

static int find_partner(const DeckMenu *menu, int deck)
{
    for (int i = 0; i < menu->partner_count; i++)
        if (menu->partners[i] == deck) return i;
    return -1;
}

static void toggle_partner(DeckMenu *menu, int deck)
{
    int at = find_partner(menu, deck);
    if (at < 0 && menu->partner_count < DECK_MENU_MOST_MERGED) menu->partners[menu->partner_count++] = deck;
    if (at < 0) return;
    menu->partner_count--;
    memmove(&menu->partners[at], &menu->partners[at + 1],
            (size_t)(menu->partner_count - at) * sizeof *menu->partners);
}

static bool put_partner(Ui *ui, const DeckMenu *menu, int deck, UiId id, Rect rect)
{
    LabelStyle name = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    LabelStyle quiet = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_RIGHT};
    bool is_on = find_partner(menu, deck) >= 0;
    const ShelfEntry *entry = &menu->decks[deck];
    Str cards = format_count(ui->frame, entry->cards, "card", "cards");
    Row row = {.id = id,
               .rect = rect,
               .label = entry->title,
               .value = cards,
               .look = ROW_CARD,
               .is_selected = is_on};
    UiHit hit = row_begin(ui, &row);
    float side = ui_type(ui, T20).size + 2;
    Rect inside = layout_pad(rect, 18, 0), mark = layout_cut_left(&inside, side, 14);
    Color color = ui_color(ui, is_on ? TOKEN_TERM : TOKEN_MUTED);
    icon_draw(ui->draw, is_on ? ICON_TICK : ICON_PLUS, layout_center(mark, side, side), color, color);
    float width = ceilf(label_width(ui, cards, &quiet)) + 1;
    label_draw(ui, layout_cut_right(&inside, width, 16), cards, &quiet);
    label_draw(ui, inside, entry->title, &name);
    row_end(ui);
    return hit.is_activated;
}

/* All decks that can be read but the one that is meant. */
static int partners_of(const DeckMenu *menu, int *decks)
{
    int count = 0;
    for (int i = 0; i < menu->count; i++)
        if (i != menu->deck && !menu->decks[i].is_bad) decks[count++] = i;
    return count;
}

static void put_foot(Ui *ui, DeckMenu *menu, Rect foot)
{
    Button cancel = {.id = ui_id("partners-cancel"),
                     .rect = layout_column(foot, 0, 2, 16),
                     .label = STR("Cancel"),
                     .is_centered = true};
    Button next = {.id = ui_id("partners-next"),
                   .rect = layout_column(foot, 1, 2, 16),
                   .label = menu->partner_count ? STR("Next") : STR("Choose some"),
                   .kind = menu->partner_count ? BUTTON_PRIMARY : BUTTON_NORMAL,
                   .trigger = ui_on_key_button(KEY_N, PAD_START),
                   .is_disabled = menu->partner_count == 0,
                   .is_centered = true};
    if (button_put(ui, &cancel) || ui_command(ui, COMMAND_BACK)) menu->page = DECK_MENU_CLOSED;
    if (button_put(ui, &next)) deck_menu_ask_title(menu, DECK_MENU_MERGE, ui->frame);
}

void deck_menu_partners_put(Ui *ui, DeckMenu *menu)
{
    int *decks = ARENA_NEW_N(ui->frame, int, menu->count + 1), count = partners_of(menu, decks), pressed = -1;
    float row = row_height(ui), button = button_height(ui, false);
    float high = 56 + ui_type(ui, T32).line + 16 + (float)count * (row + 8) + 12 + button;
    Str title = str_format(ui->frame, "Merge %.*s with", STR_FMT(deck_menu_deck(menu)->title));
    Vec size = menu_dialog_size(ui, ui_grow(ui, 760, T20, 4), high);
    Rect box = dialog_begin(ui, ui_id("partners"), title, size);
    Rect foot = layout_cut_bottom(&box, button, 16);
    ScrollList list = {.id = ui_id("partner"),
                       .view = box,
                       .row_height = row,
                       .gap = 8,
                       .count = count,
                       .takes_pages = true};
    ScrollRows rows = scroll_list_begin(ui, &list);
    for (int i = rows.from; i < rows.to; i++) {
        Rect cell = scroll_list_cell(&list, &rows, i);
        if (put_partner(ui, menu, decks[i], ui_id_index(list.id, i), cell)) pressed = i;
    }
    scroll_end(ui);
    if (pressed >= 0) toggle_partner(menu, decks[pressed]);
    put_foot(ui, menu, foot);
    dialog_end(ui);
}
