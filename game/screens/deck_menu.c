#include "screens/deck_menu.h"

#include <stdio.h>

#include "base/file.h"
#include "screens/deck_menu_state.h"
#include "screens/menu.h"
#include "screens/reading.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define WIDE      940
#define GAP       12.0f
#define TWO_WIDE  125 /* percent of text up to which the rows stand in two columns */
#define MOST_ROWS 8

typedef enum {
    ACT_EDIT,
    ACT_RENAME,
    ACT_DUPLICATE,
    ACT_MERGE,
    ACT_EXPORT,
    ACT_WEAK,
    ACT_PROBLEMS,
    ACT_SHOW,
    ACT_DISCARD
} Act;

typedef struct {
    const char *label, *detail;
    Icon icon;
    int key;
} ActWords;

void deck_menu_load(DeckMenu *menu, const ShelfEntry *decks, int count)
{
    uint64_t list = 0;
    menu->decks = decks;
    menu->count = count;
    menu->deck = -1;
    for (int i = 0; i < count; i++) {
        if (str_is(decks[i].path, str_of(menu->path))) menu->deck = i;
        list = str_hash(decks[i].path, list);
    }
    if (list != menu->list) menu->partner_count = 0;
    menu->list = list;
    collect_load(&menu->collect, decks, count);
}

static void open_page(DeckMenu *menu, const ShelfEntry *deck, DeckMenuPage page)
{
    snprintf(menu->path, sizeof menu->path, "%.*s", STR_FMT(deck->path));
    menu->page = page;
    menu->partner_count = 0;
    deck_menu_load(menu, menu->decks, menu->count);
}

void deck_menu_open(DeckMenu *menu, const ShelfEntry *deck)
{
    open_page(menu, deck, DECK_MENU_ROWS);
}

void deck_menu_new(DeckMenu *menu, Arena *arena)
{
    menu->path[0] = '\0';
    deck_menu_ask_title(menu, DECK_MENU_NEW, arena);
}

/* A deck that comes with the game stays. */
static bool can_discard(const ShelfEntry *deck)
{
    return deck->origin == SHELF_PLAYERS;
}

void deck_menu_discard(DeckMenu *menu, const ShelfEntry *deck)
{
    open_page(menu, deck, can_discard(deck) ? DECK_MENU_DISCARD : DECK_MENU_ROWS);
}

/* --- the rows --- */

static int acts_of(const ShelfEntry *deck, Act acts[MOST_ROWS])
{
    int count = 0;
    if (deck->is_bad) {
        acts[count++] = ACT_PROBLEMS;
    } else {
        static const Act good[] = {ACT_EDIT, ACT_RENAME, ACT_DUPLICATE, ACT_MERGE, ACT_EXPORT, ACT_WEAK};
        for (size_t i = 0; i < sizeof good / sizeof *good; i++) acts[count++] = good[i];
    }
    acts[count++] = ACT_SHOW;
    acts[count++] = ACT_DISCARD;
    return count;
}

/* Why a deck stays, or what comes of deleting it. */
static const char *discard_detail(const ShelfEntry *deck)
{
    switch (deck->origin) {
    case SHELF_SHIPPED: return "It comes with the game";
    case SHELF_ADDED: return "It is in another folder";
    case SHELF_PLAYERS: break;
    }
    return deck->hides_shipped ? "Your copy goes to the bin" : "Kept in the bin for 30 days";
}

static ActWords words_of(Act act, const ShelfEntry *deck)
{
    static const ActWords words[] = {
        [ACT_EDIT] = {"Edit cards", "Change, add, sort, tag", ICON_PENCIL, KEY_E},
        [ACT_RENAME] = {"Rename", "Cards and progress stay", ICON_TYPING, KEY_R},
        [ACT_DUPLICATE] = {"Duplicate", "A second one to change", ICON_FLASHCARD, KEY_C},
        [ACT_MERGE] = {"Merge", "One new deck of several", ICON_CARDS, KEY_M},
        [ACT_EXPORT] = {"Export", "For other programs, to print", ICON_ARROW_RIGHT, KEY_X},
        [ACT_WEAK] = {"Weak cards", "A new deck of them alone", ICON_TARGET, KEY_W},
        [ACT_PROBLEMS] = {"What is wrong", "All that was found in it", ICON_WARNING, KEY_W},
        [ACT_SHOW] = {"Show file", "The folder it is in", ICON_FOLDER, KEY_F},
        [ACT_DISCARD] = {"Delete", NULL, ICON_TRASH, KEY_DELETE},
    };
    ActWords own = words[act];
    if (act == ACT_DISCARD) own.detail = discard_detail(deck);
    if (act == ACT_DISCARD && can_discard(deck) && deck->hides_shipped) own.label = "Back to the original";
    return own;
}

static bool put_row(Ui *ui, const DeckMenu *menu, Act act, Rect rect, bool is_first)
{
    const ShelfEntry *deck = deck_menu_deck(menu);
    ActWords words = words_of(act, deck);
    bool is_off = (act == ACT_DISCARD && !can_discard(deck)) || (act == ACT_MERGE && menu->count < 2);
    Button button = {.id = ui_id_index(ui_id("act"), act),
                     .rect = rect,
                     .label = str_of(words.label),
                     .detail = str_of(words.detail),
                     .icon = words.icon,
                     .kind = act == ACT_DISCARD && can_discard(deck) ? BUTTON_DANGER : BUTTON_NORMAL,
                     .trigger = ui_on_key(words.key),
                     .is_disabled = is_off,
                     .is_default = is_first};
    return button_put(ui, &button);
}

static Intent act_on(DeckMenu *menu, Act act, Arena *arena)
{
    Intent intent = intent_none();
    menu->page = DECK_MENU_CLOSED;
    switch (act) {
    case ACT_EDIT: intent = (Intent){.kind = INTENT_EDIT_DECK, .text = deck_menu_deck(menu)->id}; break;
    case ACT_RENAME: deck_menu_ask_title(menu, DECK_MENU_RENAME, arena); break;
    case ACT_DUPLICATE: deck_menu_ask_title(menu, DECK_MENU_DUPLICATE, arena); break;
    case ACT_WEAK:
        menu->page = DECK_MENU_WEAK;
        collect_open(&menu->collect, CARD_SET_WEAK, deck_menu_deck(menu)->title, arena);
        break;
    case ACT_EXPORT:
        intent = deck_menu_tool(menu, TOOL_EXPORT_OPEN);
        intent.text = deck_menu_deck(menu)->id;
        break;
    case ACT_MERGE: menu->page = DECK_MENU_PARTNERS; break;
    case ACT_PROBLEMS:
        menu->page = DECK_MENU_PROBLEMS;
        intent = deck_menu_tool(menu, TOOL_PROBLEMS);
        break;
    case ACT_SHOW: intent = deck_menu_tool(menu, TOOL_SHOW); break;
    case ACT_DISCARD: menu->page = DECK_MENU_DISCARD; break;
    }
    return intent;
}

static Intent put_rows(Ui *ui, DeckMenu *menu)
{
    Act acts[MOST_ROWS];
    int count = acts_of(deck_menu_deck(menu), acts), chosen = -1;
    int columns = ui->in.text_percent <= TWO_WIDE ? 2 : 1, lines = (count + columns - 1) / columns;
    float row = button_height(ui, true), button = button_height(ui, false);
    float wide = menu_dialog_size(ui, WIDE, 0).x;
    LabelStyle title = {.size = T32, .weight = WEIGHT_BOLD};
    float head = label_height(ui, deck_menu_deck(menu)->title, &title, wide - 64);
    float high = 56 + head + 16 + (float)lines * (row + GAP) + 8 + button;
    Rect box =
        dialog_begin(ui, ui_id("deck-menu"), deck_menu_deck(menu)->title, menu_dialog_size(ui, wide, high));
    Rect foot = layout_cut_bottom(&box, button, 8 + GAP);
    bool is_long = (float)lines * (row + GAP) - GAP > box.h + 1;
    if (is_long) box = scroll_begin(ui, ui_id("acts"), box, (float)lines * (row + GAP) - GAP);
    for (int i = 0; i < count; i++)
        if (put_row(ui, menu, acts[i], layout_cell(box, i, columns, row, GAP), i == 0)) chosen = i;
    if (is_long) scroll_end(ui);
    Button close = {.id = ui_id("deck-menu-close"), .rect = foot, .label = STR("Close"), .is_centered = true};
    if (button_put(ui, &close) || ui_command(ui, COMMAND_BACK)) menu->page = DECK_MENU_CLOSED;
    dialog_end(ui);
    return chosen >= 0 ? act_on(menu, acts[chosen], ui->frame) : intent_none();
}

/* --- deleting, and what is wrong --- */

static Intent put_discard(Ui *ui, DeckMenu *menu)
{
    const ShelfEntry *deck = deck_menu_deck(menu);
    bool is_copy = deck->hides_shipped;
    const char *text =
        deck->is_bad ? "The file stays in the bin for 30 days."
        : is_copy    ? "Your copy goes to the bin, and the deck is as it came with the game again. What "
                       "you know of its cards stays."
                     : "It stays in the bin for 30 days. What you know of its cards is kept, and comes "
                       "back with the deck.";
    DialogQuestion question = {
        .id = ui_id("discard"),
        .title = is_copy ? STR("Back to the original deck?")
                         : str_format(ui->frame, "Delete %.*s?", STR_FMT(deck->title)),
        .text = str_of(text),
        .answers = {is_copy ? STR("Keep my copy") : STR("Keep it"), is_copy ? STR("Go back") : STR("Delete")},
        .answer_count = 2,
        .danger = 1,
        .icon = ICON_TRASH};
    int answer = dialog_ask(ui, &question);
    if (answer >= 0) menu->page = DECK_MENU_CLOSED;
    return answer == 1 ? deck_menu_tool(menu, TOOL_DISCARD) : intent_none();
}

static void put_problems(Ui *ui, DeckMenu *menu, const CurrentTools *tools)
{
    const ShelfEntry *deck = deck_menu_deck(menu);
    bool is_read = tools->problems.size > 0 && str_is(tools->problems_path, deck->path);
    Str text = is_read ? tools->problems : STR("Reading the file…");
    Str title = str_format(ui->frame, "What is wrong with %.*s", STR_FMT(file_name(deck->path)));
    if (reading_put(ui, title, text, ui_id_index(ui_id("problems"), is_read))) menu->page = DECK_MENU_CLOSED;
}

static Intent put_weak(Ui *ui, DeckMenu *menu)
{
    Intent intent = collect_put(ui, &menu->collect, deck_menu_deck(menu)->id);
    if (!menu->collect.title.is_open) menu->page = DECK_MENU_CLOSED;
    return intent;
}

Intent deck_menu_put(Ui *ui, DeckMenu *menu, const Model *model)
{
    bool is_of_deck = menu->page != DECK_MENU_NEW;
    if (menu->page != DECK_MENU_CLOSED && is_of_deck && menu->deck < 0) menu->page = DECK_MENU_CLOSED;
    switch (menu->page) {
    case DECK_MENU_CLOSED: break;
    case DECK_MENU_ROWS: return put_rows(ui, menu);
    case DECK_MENU_NEW:
    case DECK_MENU_RENAME:
    case DECK_MENU_DUPLICATE:
    case DECK_MENU_MERGE: return deck_menu_title_put(ui, menu);
    case DECK_MENU_WEAK: return put_weak(ui, menu);
    case DECK_MENU_PARTNERS: deck_menu_partners_put(ui, menu); break;
    case DECK_MENU_DISCARD: return put_discard(ui, menu);
    case DECK_MENU_PROBLEMS: put_problems(ui, menu, &model->tools); break;
    }
    return intent_none();
}
