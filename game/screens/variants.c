#include "screens/variants.h"

#include <math.h>

#include "screens/deck_wait.h"
#include "screens/menu.h"
#include "screens/run_record.h"
#include "screens/variants_state.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define CARDS_HEIGHT 176
#define BOARD_LEAST  120 /* a lower one is left out */

static void load_card(VariantCard *out, Variant variant, Arena *arena, const Model *model, const Pool *pool)
{
    *out = (VariantCard){.choice = variant_choice(model, variant, pool, arena)};
    if (!out->choice.fit.is_playable) return;
    BoardKey board = run_record_board(deck_fingerprint(model->deck.deck), &out->choice.setup, arena);
    out->top_count = store_board(model->store, &board, PERIOD_ALL, model->day_start_ms, false,
                                 VARIANTS_TOP_RUNS, arena, &out->top);
}

static void load(void *state, Arena *arena, const Model *model, Str argument)
{
    VariantsState *variants = state;
    bool was_ready = variants->is_ready;
    if (!mode_find(argument, &variants->mode)) variants->mode = MODE_MATCH;
    variants->is_ready = model->deck.state == DECK_READY;
    if (!variants->is_ready) return;
    Pool pool = pool_make(arena, model->deck.deck, &model->deck.setup);
    for (int i = 0; i < VARIANTS_A_MODE; i++)
        load_card(&variants->cards[i], variants_at(variants, i), arena, model, &pool);
    if (was_ready) return;
    variants->shown = (int)model->deck.played_last[variants->mode] - (int)variants_at(variants, 0);
    variants->wants_focus = true;
}

static Intent put_hints(Ui *ui, VariantsState *variants, const Model *model, Rect bar)
{
    Hint hints[] = {
        hint_arrows(STR("Choose"), true, false),
        hint_say(ui_on_command(COMMAND_CONFIRM), STR("Play")),
        hint_do(ui_on_key_button(KEY_O, PAD_LB), STR("Options")),
        hint_do(ui_on_key_button(KEY_B, PAD_RB), STR("Leaderboard")),
    };
    int pressed = prompt_hints(ui, bar, hints, 4);
    if (pressed == 2) variants->are_options_open = true;
    if (pressed == 3)
        return (Intent){.kind = INTENT_OPEN, .screen = SCREEN_LEADERBOARD, .text = model->deck.id};
    return intent_none();
}

static Intent put_body(Ui *ui, VariantsState *variants, const Model *model, Rect area)
{
    float height = ui_grow(ui, CARDS_HEIGHT, T24, 3);
    float least = ui_grow(ui, BOARD_LEAST, T20, 2);
    if (area.h - height < least) height = fminf(height, area.h);
    if (variants->wants_focus) ui_focus(ui, ui_id_index(ui_id("variant"), variants->shown));
    variants->wants_focus = false;
    int played = variants_cards_put(ui, variants, layout_cut_top(&area, height, 20));
    if (area.h >= least) variants_board_draw(ui, variants, model, area);
    if (played < 0) return intent_none();
    return (Intent){.kind = INTENT_PLAY, .setup = variant_setup(model, variants_at(variants, played))};
}

static Intent build(void *state, const Model *model, Ui *ui)
{
    VariantsState *variants = state;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_MENU);
    Str note = variants->is_ready ? deck_title(model->deck.deck) : (Str){0};
    Intent intent = menu_header(ui, model, page.header, variant_mode_label(variants->mode), note);
    if (!variants->is_ready) return menu_first(intent, deck_wait_put(ui, model, page.content));
    intent = menu_first(intent, put_body(ui, variants, model, page.content));
    intent = menu_first(intent, put_hints(ui, variants, model, page.hints));
    if (variants->are_options_open) intent = menu_first(intent, variants_options_dialog(ui, variants, model));
    return intent;
}

const ScreenKind variants_screen = {
    .id = SCREEN_VARIANTS,
    .name = "variants",
    .state_size = sizeof(VariantsState),
    .context = INPUT_CONTEXT_MENU,
    .load = load,
    .build = build,
};
