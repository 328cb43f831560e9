#include "screens/library.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "screens/library_state.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"

#define CARD_WIDTH   256
#define CARD_HEIGHT  216
#define PANE_WIDTH   368
#define GRID_GAP     16
#define CHIP_GAP     10.0f
#define LEAST_FILTER 220.0f /* wide; else the tools beside it say less */

static int by_last_played(const void *a, const void *b)
{
    const LibraryDeck *x = a, *y = b;
    if (x->last_ms != y->last_ms) return x->last_ms < y->last_ms ? 1 : -1;
    return str_compare(x->entry.title, y->entry.title);
}

static Str folded_words(Arena *arena, const ShelfEntry *entry)
{
    StrBuf text;
    str_buf_init(&text, arena);
    str_buf_addf(&text, "%.*s %.*s", STR_FMT(entry->title), STR_FMT(entry->id));
    for (uint32_t i = 0; i < entry->tag_count; i++) str_buf_addf(&text, " %.*s", STR_FMT(entry->tags[i]));
    return text_fold(arena, str_buf_str(&text));
}

static void filter(LibraryState *library, Arena *arena)
{
    Str wanted = text_fold(arena, text_edit_text(&library->filter));
    library->shown_count = 0;
    library->selected = 0;
    for (int i = 0; i < library->count; i++) {
        if (!str_has(library->decks[i].folded, wanted)) continue;
        if (strcmp(library->selected_id, library->decks[i].entry.id.data) == 0)
            library->selected = library->shown_count;
        library->shown[library->shown_count++] = i;
    }
}

static void load(void *state, Arena *arena, const Model *model, Str argument)
{
    (void)argument;
    LibraryState *library = state;
    if (!library->has_filter_edit) {
        text_edit_init(&library->filter, (Str){0}, 60);
        library->has_filter_edit = true;
        library->seen_made = model->made.count;
    }
    ShelfEntry *entries;
    library->is_read = shelf_is_read(model->shelf);
    library->count = (int)shelf_list(model->shelf, arena, &entries);
    deck_menu_load(&library->menu, entries, library->count);
    library->decks = ARENA_NEW_N(arena, LibraryDeck, library->count + 1);
    library->shown = ARENA_NEW_N(arena, int, library->count + 1);
    for (int i = 0; i < library->count; i++) {
        library->decks[i].entry = entries[i];
        library->decks[i].entry.id = str_copy(arena, entries[i].id);
        library->decks[i].folded = folded_words(arena, &entries[i]);
        library->decks[i].last_ms = store_last_played(model->store, model->player.id, entries[i].id);
    }
    if (library->order == 1)
        qsort(library->decks, (size_t)library->count, sizeof *library->decks, by_last_played);
    filter(library, arena);
}

static Intent put_header(Ui *ui, const LibraryState *library, const Model *model, Rect area)
{
    Str note = library->is_read ? format_count(ui->frame, library->count, "deck", "decks")
                                : STR("Looking for decks…");
    if (model->tools.is_busy) note = STR("Working…");
    Header header = {.title = STR("Library"),
                     .has_back = true,
                     .note = note,
                     .player = model->player.name,
                     .player_color = model->player.color,
                     .can_switch = true};
    switch (header_put(ui, area, &header)) {
    case HEADER_BACK: return (Intent){.kind = INTENT_BACK};
    case HEADER_PLAYER: return (Intent){.kind = INTENT_OPEN, .screen = SCREEN_PLAYERS};
    case HEADER_NOTHING: break;
    }
    return intent_none();
}

static bool put_chip(Ui *ui, Chip *chip, Rect *line)
{
    Rect place = layout_cut_right(line, chip_width(ui, chip), CHIP_GAP);
    chip->at = (Vec){place.x, place.y};
    return chip_put(ui, chip);
}

/* The filter, the order of the shelf, and a deck of one's own. */
static Intent put_tools(Ui *ui, LibraryState *library, Rect line)
{
    Chip order = {.id = ui_id("order"),
                  .height = line.h,
                  .label = library->order == 1 ? STR("Last played") : STR("By name"),
                  .trigger = ui_on_key(KEY_O),
                  .role = ROLE_CHIP};
    Chip fresh = {.id = ui_id("new"),
                  .height = line.h,
                  .label = STR("New deck"),
                  .icon = ICON_PLUS,
                  .trigger = ui_on_key_button(KEY_N, PAD_LT),
                  .role = ROLE_CHIP};
    Chip import = {.id = ui_id("import"),
                   .height = line.h,
                   .label = STR("Import"),
                   .icon = ICON_ARROW_DOWN,
                   .trigger = ui_on_key_button(KEY_I, PAD_RT),
                   .role = ROLE_CHIP};
    float chips = chip_width(ui, &import) + chip_width(ui, &fresh) + chip_width(ui, &order) + 3 * CHIP_GAP;
    if (line.w - chips < ui_grow(ui, LEAST_FILTER, T20, 4)) fresh.label = STR("New");
    bool is_wanted = put_chip(ui, &import, &line);
    if (put_chip(ui, &fresh, &line)) deck_menu_new(&library->menu, ui->frame);
    bool is_turned = put_chip(ui, &order, &line);
    Field field = {.id = ui_id("filter"),
                   .rect = line,
                   .label = STR("Filter by name or tag"),
                   .hint = STR("Filter by name or tag"),
                   .icon = ICON_SEARCH,
                   .trigger = ui_on_key_button(KEY_SLASH, PAD_X)};
    FieldAnswer answer = field_put(ui, &field, &library->filter);
    if (answer.wants_keyboard) library->keyboard = (Keyboard){.is_open = true};
    if (is_turned) library->order = 1 - library->order;
    if (is_wanted) return (Intent){.kind = INTENT_OPEN, .screen = SCREEN_IMPORT_FILES};
    return is_turned || answer.is_changed ? (Intent){.kind = INTENT_RELOAD} : intent_none();
}

/* What a first deck can come from. */
static Intent put_first_deck(Ui *ui, Rect box)
{
    Button import = {.id = ui_id("empty-import"),
                     .rect = layout_row(box, 0, 2, 12),
                     .label = STR("Import a deck"),
                     .icon = ICON_ARROW_DOWN,
                     .kind = BUTTON_PRIMARY,
                     .is_default = true};
    Button open = {.id = ui_id("empty-folder"),
                   .rect = layout_row(box, 1, 2, 12),
                   .label = STR("Open the decks folder"),
                   .icon = ICON_FOLDER};
    if (button_put(ui, &import)) return (Intent){.kind = INTENT_OPEN, .screen = SCREEN_IMPORT_FILES};
    return button_put(ui, &open) ? (Intent){.kind = INTENT_OPEN_DECKS_FOLDER} : intent_none();
}

/* Nothing to show: why, and the ways to a deck. */
static Intent put_empty(Ui *ui, const LibraryState *library, Rect area)
{
    LabelStyle style = {
        .size = T20, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_CENTER};
    bool is_empty = library->count == 0 && library->is_read;
    Str text = STR("Looking for decks…");
    if (library->count > 0)
        text = STR("No deck has that in its name or tags.");
    else if (is_empty)
        text =
            STR("No decks yet. Bring one in from Quizlet, Knowt, Anki or a spreadsheet, or make a new one.");
    float buttons = 2 * button_height(ui, false) + 12, width = area.w * 0.8f;
    float words = label_height(ui, text, &style, width);
    Rect box = layout_center(area, width, words + (is_empty ? 20 + buttons : 0));
    Rect line = layout_cut_top(&box, words, 20);
    paint_layer(ui, line);
    label_paragraph(ui, line, text, &style);
    paint_layer_end(ui);
    ui_note(ui, ui_id("empty"), text, line);
    float wide = fminf(ui_grow(ui, 380, T20, 8), box.w);
    return is_empty ? put_first_deck(ui, layout_center(box, wide, buttons)) : intent_none();
}

static int columns_of(const Ui *ui, float width)
{
    float least = CARD_WIDTH * (0.92f + 0.008f * (float)(ui->in.text_percent - 100));
    int columns = (int)((width + GRID_GAP) / (least + GRID_GAP));
    return columns < 1 ? 1 : columns;
}

/* The board that a row of decks stands on. */
static void draw_board(Ui *ui, Rect cell, Rect content)
{
    Rect board = {content.x - 6, cell.y + cell.h, content.w + 12, 10};
    paint_layer(ui, board);
    draw_shape(ui->draw, (DrawShape){.rect = board,
                                     .radius = 5,
                                     .fill_top = ui_color(ui, TOKEN_LINE),
                                     .fill_bottom = ui_color(ui, TOKEN_LINE),
                                     .edge = ui->theme->edge > 0 ? 2 : 0,
                                     .edge_color = ui_color(ui, TOKEN_EDGE)});
    paint_layer_end(ui);
}

/* To the deck that was made since, once the shelf has it; a filter may hide it. */
static void focus_made(Ui *ui, LibraryState *library, const Model *model, const ScrollList *list)
{
    if (library->seen_made == model->made.count || !ui_is_scope_active(ui)) return;
    for (int i = 0; i < library->count; i++)
        if (str_is(library->decks[i].entry.id, str_of(model->made.id)))
            library->seen_made = model->made.count;
    if (library->seen_made != model->made.count) return;
    for (int i = 0; i < library->shown_count; i++)
        if (str_is(library->decks[library->shown[i]].entry.id, str_of(model->made.id)))
            scroll_list_focus(ui, list, i);
}

static Intent put_shelf(Ui *ui, LibraryState *library, const Model *model, Rect area)
{
    if (library->shown_count == 0) return put_empty(ui, library, area);
    ScrollList list = {.id = ui_id("deck"),
                       .view = area,
                       .row_height = ui_grow(ui, CARD_HEIGHT, T20, 4),
                       .gap = GRID_GAP,
                       .count = library->shown_count,
                       .columns = columns_of(ui, area.w - scroll_bar_width()),
                       .takes_pages = true};
    focus_made(ui, library, model, &list);
    ScrollRows rows = scroll_list_begin(ui, &list);
    for (int i = rows.from; i < rows.to; i += list.columns)
        draw_board(ui, scroll_list_cell(&list, &rows, i), rows.content);
    Intent intent = intent_none();
    for (int i = rows.from; i < rows.to; i++) {
        if (!library_card_put(ui, library, model, i, list.id, scroll_list_cell(&list, &rows, i))) continue;
        const ShelfEntry *entry = &library->decks[library->shown[i]].entry;
        if (entry->is_bad)
            deck_menu_open(&library->menu, entry);
        else
            intent = (Intent){.kind = INTENT_OPEN_DECK, .text = entry->id};
    }
    scroll_end(ui);
    return intent;
}

static Intent put_hints(Ui *ui, LibraryState *library, Rect bar)
{
    Hint hints[] = {hint_arrows(STR("Browse"), true, true),
                    hint_say(ui_on_command(COMMAND_CONFIRM), STR("Open")),
                    hint_do(ui_on_key_button(KEY_D, PAD_START), STR("Deck…")),
                    hint_do(ui_on_key_button(KEY_M, PAD_RIGHT_STICK), STR("Quick match")),
                    hint_do(ui_on_key_button(KEY_B, PAD_BACK), STR("Bin")),
                    hint_do(ui_on_key_button(KEY_F, PAD_LEFT_STICK), STR("Folder"))};
    int pressed = prompt_hints(ui, bar, hints, 6);
    if (pressed == 4) return (Intent){.kind = INTENT_OPEN, .screen = SCREEN_BIN};
    if (pressed == 5) return (Intent){.kind = INTENT_OPEN_DECKS_FOLDER};
    if (library->shown_count == 0) return intent_none();
    const ShelfEntry *entry = library_selected(library);
    if (pressed == 2) deck_menu_open(&library->menu, entry);
    if (ui_triggered(ui, ui_on_key(KEY_DELETE))) deck_menu_discard(&library->menu, entry);
    bool is_played = pressed == 3 && !entry->is_bad;
    return is_played ? (Intent){.kind = INTENT_QUICK_PLAY, .text = entry->id} : intent_none();
}

static Intent first(Intent a, Intent b)
{
    return a.kind != INTENT_NONE ? a : b;
}

static Intent build(void *state, const Model *model, Ui *ui)
{
    LibraryState *library = state;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_MENU);
    Intent intent = put_header(ui, library, model, page.header);
    Rect area = page.content;
    bool has_pane = ui->in.text_percent <= 150 && library->shown_count > 0;
    if (has_pane)
        intent =
            first(intent, library_details_put(ui, library, model, layout_cut_right(&area, PANE_WIDTH, 24)));
    intent = first(intent, put_tools(ui, library, layout_cut_top(&area, field_height(ui), 12)));
    intent = first(intent, put_shelf(ui, library, model, area));
    intent = first(intent, put_hints(ui, library, page.hints));
    if (library->keyboard.is_open) {
        KeyboardAnswer answer = keyboard_put(ui, ui_id("filter-keyboard"), STR("Filter by name or tag"),
                                             &library->keyboard, &library->filter);
        if (answer != KEYBOARD_OPEN) library->keyboard.is_open = false;
        if (answer == KEYBOARD_DONE) intent = first(intent, (Intent){.kind = INTENT_RELOAD});
    }
    return first(intent, deck_menu_put(ui, &library->menu, model));
}

const ScreenKind library_screen = {
    .id = SCREEN_LIBRARY,
    .name = "library",
    .state_size = sizeof(LibraryState),
    .context = INPUT_CONTEXT_MENU,
    .load = load,
    .build = build,
};
