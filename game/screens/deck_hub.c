#include "screens/deck_hub.h"

#include <math.h>

#include "screens/board.h"
#include "screens/deck_hub_state.h"
#include "screens/run_record.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define MODES_HEIGHT 176

static Timing timing_of(const Model *model, Variant variant)
{
    bool has_limits = variant_mode(variant) == MODE_RUSH || variant == VARIANT_BLITZ;
    return has_limits ? model->settings.timing : TIMING_NORMAL;
}

/* The setup of a variant with the options and tags chosen for this deck. */
static Setup setup_of(const Model *model, Variant variant)
{
    const Setup *chosen = &model->deck.setup;
    Setup setup = setup_default(variant);
    if (chosen->board && setup.mode == MODE_MATCH) setup.board = chosen->board;
    if (variant == VARIANT_DECOY && setup.board > SETUP_MAX_DECOY_BOARD) setup.board = SETUP_MAX_DECOY_BOARD;
    if (setup.mode == MODE_MATCH)
        setup.board = board_suited(setup.board, variant, model->settings.text_percent);
    if (chosen->options && setup.mode == MODE_RUSH) setup.options = chosen->options;
    if (setup.mode == MODE_RUSH) setup.ask = chosen->ask;
    setup.tags = chosen->tags;
    setup.tag_count = chosen->tag_count;
    setup.tags_match = chosen->tags_match;
    setup.timing = timing_of(model, variant);
    return setup;
}

static void load_variant(HubVariant *out, Variant variant, Arena *arena, const Model *model, const Pool *pool)
{
    *out = (HubVariant){.setup = setup_of(model, variant)};
    out->fit = fit_setup(pool, model->deck.index->clash, &out->setup);
    if (!out->fit.is_playable) return;
    BoardKey board = run_record_board(deck_fingerprint(model->deck.deck), &out->setup, arena);
    out->has_best = store_best(model->store, &board, model->player.id, 0, arena, &out->best);
    out->top_count = store_board(model->store, &board, PERIOD_ALL, model->day_start_ms, false, HUB_TOP_RUNS,
                                 arena, &out->top);
}

static void load(void *state, Arena *arena, const Model *model, Str argument)
{
    (void)argument;
    HubState *hub = state;
    bool was_ready = hub->is_ready;
    hub->is_ready = model->deck.state == DECK_READY;
    if (!hub->is_ready) return;
    Pool pool = pool_make(arena, model->deck.deck, &model->deck.setup);
    tag_chooser_load(&hub->tags, arena, model);
    for (int i = 0; i < VARIANT_COUNT; i++) load_variant(&hub->variants[i], (Variant)i, arena, model, &pool);
    if (was_ready) return;
    hub->shown = (int)model->deck.setup.variant;
    hub->wants_focus = true;
}

static Intent put_header(Ui *ui, const Model *model, Rect area)
{
    Str title = model->deck.state == DECK_READY ? deck_title(model->deck.deck) : model->deck.id;
    Str note = {0};
    if (model->deck.state == DECK_READY)
        note = format_count(ui->frame, deck_count(model->deck.deck), "card", "cards");
    Header header = {.title = title,
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

/* While the deck is read, or where it cannot be. */
static void put_waiting(Ui *ui, const Model *model, Rect area)
{
    bool has_failed = model->deck.state == DECK_FAILED;
    LabelStyle style = {.size = T24,
                        .weight = WEIGHT_SEMI,
                        .color = has_failed ? TOKEN_BAD : TOKEN_MUTED,
                        .align = TEXT_ALIGN_CENTER};
    Str text = has_failed ? str_of(model->deck.error) : STR("Reading the deck…");
    Rect box = layout_center(area, area.w * 0.8f, 160);
    label_paragraph(ui, box, text, &style);
    ui_note(ui, ui_id("waiting"), text, box);
}

static Intent put_hints(Ui *ui, HubState *hub, const Model *model, Rect bar)
{
    Hint hints[] = {
        hint_arrows(STR("Choose"), true, false),
        hint_say(ui_on_command(COMMAND_CONFIRM), STR("Play")),
        hint_do(ui_on_key_button(KEY_T, PAD_X), STR("Tags")),
        hint_do(ui_on_key_button(KEY_O, PAD_LB), STR("Options")),
        hint_do(ui_on_key_button(KEY_B, PAD_RB), STR("Leaderboard")),
    };
    int pressed = prompt_hints(ui, bar, hints, 5);
    if (pressed == 2) return tag_chooser_open(&hub->tags, model);
    if (pressed == 3) hub->are_options_open = true;
    if (pressed == 4)
        return (Intent){.kind = INTENT_OPEN, .screen = SCREEN_LEADERBOARD, .text = model->deck.id};
    return intent_none();
}

static Intent first(Intent a, Intent b)
{
    return a.kind != INTENT_NONE ? a : b;
}

static Intent put_body(Ui *ui, HubState *hub, const Model *model, Rect area)
{
    Intent intent = hub_tags_put(ui, hub, model, layout_cut_top(&area, chip_height(ui), 20));
    float modes = ui_grow(ui, MODES_HEIGHT, T24, 3);
    bool is_double = hub_mode_columns(ui, area.w) < VARIANT_COUNT;
    float height = is_double ? 2 * modes + 16 : modes;
    if (area.h - height < ui_grow(ui, 120, T20, 2)) height = fminf(height, area.h);
    if (hub->wants_focus) ui_focus(ui, ui_id_index(ui_id("mode"), hub->shown));
    hub->wants_focus = false;
    int played = hub_modes_put(ui, hub, model, layout_cut_top(&area, height, 20));
    if (played >= 0)
        intent = first(intent, (Intent){.kind = INTENT_PLAY, .setup = setup_of(model, (Variant)played)});
    if (area.h >= ui_grow(ui, 120, T20, 2)) hub_board_draw(ui, hub, model, area);
    return intent;
}

static Intent build(void *state, const Model *model, Ui *ui)
{
    HubState *hub = state;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_MENU);
    Intent intent = put_header(ui, model, page.header);
    if (!hub->is_ready) {
        put_waiting(ui, model, page.content);
        return intent;
    }
    intent = first(intent, put_body(ui, hub, model, page.content));
    intent = first(intent, put_hints(ui, hub, model, page.hints));
    intent = first(intent, tag_chooser_put(ui, &hub->tags, model));
    if (hub->are_options_open) intent = first(intent, hub_options_dialog(ui, hub, model));
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
