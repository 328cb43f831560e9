#include "screens/deck_hub.h"

#include <math.h>

#include "screens/deck_hub_state.h"
#include "screens/deck_wait.h"
#include "screens/menu.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define NO_NOTE_PERCENT 150
#define TILES_HIGH      176
#define TILES_LEAST     100 /* a lower one has no room for its figure */
#define PART_GAP        20
#define TABLE_PAD       12 /* above and below the table in its panel */

static void load_played(HubState *hub, Arena *arena, const Model *model)
{
    Pool pool = pool_make(arena, model->deck.deck, &model->deck.setup);
    for (int mode = MODE_MATCH; mode <= MODE_RUSH; mode++)
        hub->played[mode] = variant_choice(model, model->deck.played_last[mode], &pool, arena);
}

static void load_known(HubState *hub, Arena *arena, const Model *model)
{
    int64_t player = model->player.id;
    StoreMastery kept = store_mastery(model->store, player, model->deck.id);
    hub->mastery = mastery_parts(&kept, deck_count(model->deck.deck));
    hub->starred = store_starred_count(model->store, player, model->deck.id);
    study_table_load(&hub->table, arena, model);
    const StoreStudyRow *own = study_table_own(&hub->table, model);
    hub->due = own ? own->spaced_due : 0;
}

static void load_menu(HubState *hub, Arena *arena, const Model *model)
{
    ShelfEntry *decks;
    int count = (int)shelf_list(model->shelf, arena, &decks);
    deck_menu_load(&hub->menu, decks, count);
}

static void load(void *state, Arena *arena, const Model *model, Str argument)
{
    (void)argument;
    HubState *hub = state;
    bool was_ready = hub->is_ready;
    hub->is_ready = model->deck.state == DECK_READY;
    load_menu(hub, arena, model);
    if (!hub->is_ready) return;
    load_played(hub, arena, model);
    load_known(hub, arena, model);
    tag_chooser_load(&hub->tags, arena, model);
    if (!was_ready) hub->wants_focus = true;
}

static Intent put_header(Ui *ui, const HubState *hub, const Model *model, Rect area)
{
    if (!hub->is_ready) return menu_header(ui, model, area, model->deck.id, (Str){0});
    Header header = {.title = deck_title(model->deck.deck)};
    if (ui->in.text_percent < NO_NOTE_PERCENT) /* large text leaves the title the room */
        header.note = format_count(ui->frame, deck_count(model->deck.deck), "card", "cards");
    if (hub->due > 0)
        header.pill = str_format(ui->frame, "%.*s due", STR_FMT(study_table_due(ui->frame, hub->due)));
    return menu_header_put(ui, model, area, &header);
}

static void open_menu(HubState *hub, Str id)
{
    for (int i = 0; i < hub->menu.count; i++) {
        const ShelfEntry *deck = &hub->menu.decks[i];
        if (deck->is_bad || !str_is(deck->id, id)) continue;
        deck_menu_open(&hub->menu, deck);
        return;
    }
}

static Intent put_hints(Ui *ui, HubState *hub, const Model *model, Rect bar)
{
    Hint hints[] = {
        hint_arrows(STR("Choose"), true, false),
        hint_say(ui_on_command(COMMAND_CONFIRM), STR("Open")),
        hint_do(ui_on_key_button(KEY_T, PAD_X), STR("Tags")),
        hint_do(ui_on_key_button(KEY_D, PAD_LT), STR("Deck…")),
        hint_do(ui_on_key_button(KEY_E, PAD_RT), STR("Edit cards")),
        hint_do(ui_on_key_button(KEY_S, PAD_LB), STR("Sessions")),
        hint_do(ui_on_key_button(KEY_B, PAD_RB), STR("Leaderboard")),
        hint_do(ui_on_key_button(KEY_P, PAD_START), STR("Progress")),
    };
    hints[7].is_last = true;
    int pressed = prompt_hints(ui, bar, hints, 8);
    if (pressed == 2) return tag_chooser_open(&hub->tags, model);
    if (pressed == 3) open_menu(hub, model->deck.id);
    if (pressed == 4) return (Intent){.kind = INTENT_EDIT_DECK, .text = model->deck.id};
    if (pressed == 5) return (Intent){.kind = INTENT_OPEN, .screen = SCREEN_SESSIONS, .text = model->deck.id};
    if (pressed == 6)
        return (Intent){.kind = INTENT_OPEN, .screen = SCREEN_LEADERBOARD, .text = model->deck.id};
    if (pressed == 7) return (Intent){.kind = INTENT_OPEN, .screen = SCREEN_PROGRESS, .text = model->deck.id};
    return intent_none();
}

static Intent put_sessions(Ui *ui, HubState *hub, const Model *model, Rect area)
{
    LabelStyle title = {.size = T20, .weight = WEIGHT_BOLD, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    LabelStyle quiet = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_LEFT};
    paint_layer(ui, area);
    paint_panel(ui, area);
    paint_layer_end(ui);
    Rect inside = layout_pad(area, 10, TABLE_PAD);
    Rect head = layout_pad(layout_cut_top(&inside, ui_type(ui, T20).line, 4), 14, 0);
    paint_layer(ui, head);
    label_note(ui, ui_id("sessions"), head, STR("Study sessions"), &title);
    paint_layer_end(ui);
    if (hub->table.count > 0) return study_table_put(ui, &hub->table, model, inside);
    Str words = STR("No study sessions yet. Choose a mode above: every answer counts.");
    inside = layout_pad(inside, 14, 6);
    paint_layer(ui, inside);
    label_paragraph(ui, inside, words, &quiet);
    ui_note(ui, ui_id("no-sessions"), words, inside);
    paint_layer_end(ui);
    return intent_none();
}

/* What has room at this text size and in this window, from the top down; the table of sessions, which has a
   screen of its own, goes first. */
typedef struct {
    float mastery, tags, tiles;
    bool is_flat;
} Heights;

static Heights heights_of(Ui *ui, const HubState *hub, const Model *model, Rect area)
{
    float tile = ui_grow(ui, TILES_HIGH, T24, 3);
    float lines = (float)hub_tile_lines(ui, model, area.w);
    Heights heights = {.mastery = hub_mastery_height(ui, hub, area.w, false),
                       .tags = chip_height(ui),
                       .tiles = lines * (tile + HUB_TILE_GAP) - HUB_TILE_GAP};
    float least = lines * ui_grow(ui, TILES_LEAST, T24, 2);
    float rest = area.h - heights.tags - 2 * PART_GAP;
    heights.is_flat = rest - heights.mastery < least;
    if (heights.is_flat) heights.mastery = hub_mastery_height(ui, hub, area.w, true);
    heights.tiles = fminf(heights.tiles, rest - heights.mastery);
    return heights;
}

static Intent put_body(Ui *ui, HubState *hub, const Model *model, Rect area)
{
    Heights heights = heights_of(ui, hub, model, area);
    hub_mastery_draw(ui, hub, layout_cut_top(&area, heights.mastery, 14), heights.is_flat);
    Intent intent = hub_tags_put(ui, hub, model, layout_cut_top(&area, heights.tags, PART_GAP));
    if (hub->wants_focus) ui_focus(ui, ui_id_index(ui_id("mode"), TILE_MATCH));
    hub->wants_focus = false;
    Rect tiles = layout_cut_top(&area, heights.tiles, PART_GAP);
    intent = menu_first(intent, hub_tiles_put(ui, hub, model, tiles));
    float least = study_table_least_height(ui) + ui_type(ui, T20).line + 2 * TABLE_PAD;
    if (area.h < least) return intent;
    return menu_first(intent, put_sessions(ui, hub, model, area));
}

static Intent build(void *state, const Model *model, Ui *ui)
{
    HubState *hub = state;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_MENU);
    Intent intent = put_header(ui, hub, model, page.header);
    if (!hub->is_ready) return menu_first(intent, deck_wait_put(ui, model, page.content));
    intent = menu_first(intent, put_body(ui, hub, model, page.content));
    intent = menu_first(intent, put_hints(ui, hub, model, page.hints));
    intent = menu_first(intent, tag_chooser_put(ui, &hub->tags, model));
    intent = menu_first(intent, deck_menu_put(ui, &hub->menu, model));
    if (hub->table.opened) intent = menu_first(intent, study_table_dialog(ui, &hub->table, model));
    return intent;
}

const ScreenKind deck_hub_screen = {
    .id = SCREEN_DECK,
    .name = "deck",
    .state_size = sizeof(HubState),
    .context = INPUT_CONTEXT_MENU,
    .load = load,
    .build = build,
};
