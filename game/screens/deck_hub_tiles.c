#include "screens/deck_hub_state.h"
#include "screens/mode_card.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"

#define GAP    14
#define NARROW 1.85f /* a tile's least width at 1 % of text */

typedef struct {
    const char *label, *words;
    Icon icon;
    Token color, tint;
    bool is_study; /* there once the mode is */
    StudyMode study;
} HubTileLook;

static const HubTileLook looks[HUB_TILES] = {
    [TILE_MATCH] = {"Match", "Pair up a board", ICON_CARDS, TOKEN_TERM, TOKEN_TERM_TINT, false, 0},
    [TILE_RUSH] = {"Rush", "Multiple choice", ICON_STOPWATCH, TOKEN_DEF, TOKEN_DEF_TINT, false, 0},
    [TILE_LEARN] = {"Learn", "Type the answer", ICON_TYPING, TOKEN_OK, TOKEN_OK_TINT, true, STUDY_LEARN},
    [TILE_TEST] = {"Test", "Graded at the end", ICON_TEST, TOKEN_PAD_X, TOKEN_SURFACE, true, STUDY_TEST},
    [TILE_CARDS] = {"Cards", "Flip and read", ICON_FLASHCARD, TOKEN_SOFT, TOKEN_SURFACE, true, STUDY_CARDS},
    [TILE_SPACED] = {"Spaced", "Review on time", ICON_DECAY, TOKEN_STREAK, TOKEN_STREAK_TINT, true,
                     STUDY_SPACED},
};

static bool is_there(const Model *model, int tile)
{
    return !looks[tile].is_study || model->has_study[looks[tile].study];
}

static int count_tiles(const Model *model)
{
    int count = 0;
    for (int i = 0; i < HUB_TILES; i++) count += is_there(model, i);
    return count;
}

static void set_round(Ui *ui, const VariantChoice *choice, ModeCard *card)
{
    card->unit = STR("Not played yet");
    if (!choice->has_best) return;
    card->figure = variant_figure(ui->frame, choice->setup.variant, &choice->best);
    card->unit = STR("best");
}

static void set_learn(Ui *ui, const StudyTable *table, const StoreStudyRow *own, ModeCard *card)
{
    Str done = format_number(ui->frame, own ? own->learned : 0);
    card->figure =
        str_format(ui->frame, "%.*s of %.*s", STR_FMT(done), STR_FMT(format_number(ui->frame, table->cards)));
    card->unit = STR("cards");
}

static void set_test(Ui *ui, const StoreStudyRow *own, ModeCard *card)
{
    card->unit = STR("Not taken yet");
    if (!own || own->test_best < 0) return;
    card->figure = str_format(ui->frame, "%d%%", own->test_best);
    card->unit = STR("best");
}

static void set_spaced(Ui *ui, const HubState *hub, ModeCard *card)
{
    card->unit = hub->mastery.counts[MASTERY_NEW] > 0 ? STR("New cards wait") : STR("Nothing due");
    if (hub->due == 0) return;
    card->figure = study_table_due(ui->frame, hub->due);
    card->unit = STR("due");
}

static void set_figure(Ui *ui, const HubState *hub, const Model *model, HubTile tile, ModeCard *card)
{
    const StoreStudyRow *own = study_table_own(&hub->table, model);
    switch (tile) {
    case TILE_MATCH: set_round(ui, &hub->played[MODE_MATCH], card); break;
    case TILE_RUSH: set_round(ui, &hub->played[MODE_RUSH], card); break;
    case TILE_LEARN: set_learn(ui, &hub->table, own, card); break;
    case TILE_TEST: set_test(ui, own, card); break;
    case TILE_CARDS:
        card->figure = format_number(ui->frame, hub->starred);
        card->unit = STR("starred");
        break;
    case TILE_SPACED: set_spaced(ui, hub, card); break;
    }
}

static Intent intent_of(HubTile tile)
{
    if (looks[tile].is_study) return (Intent){.kind = INTENT_STUDY_OPEN, .study = looks[tile].study};
    return (Intent){.kind = INTENT_OPEN,
                    .screen = SCREEN_VARIANTS,
                    .text = mode_name(tile == TILE_MATCH ? MODE_MATCH : MODE_RUSH)};
}

static bool put_tile(Ui *ui, const HubState *hub, const Model *model, HubTile tile, Rect rect)
{
    const HubTileLook *look = &looks[tile];
    ModeCard card = {.id = ui_id_index(ui_id("mode"), tile),
                     .rect = rect,
                     .trigger = ui_on_key(KEY_1 + (int)tile),
                     .label = str_of(look->label),
                     .words = str_of(look->words),
                     .icon = look->icon,
                     .color = look->color,
                     .tint = look->tint,
                     .is_default = tile == TILE_MATCH};
    if (hub->tags.selected == 0) card.reason = STR("No card has all of these tags.");
    set_figure(ui, hub, model, tile, &card);
    return mode_card_put(ui, &card).is_activated;
}

/* In one row, or three side by side where the text is large for the width. */
static int columns_of(const Ui *ui, const Model *model, float width)
{
    int count = count_tiles(model);
    bool is_narrow = width / (float)count < NARROW * (float)ui->in.text_percent;
    return is_narrow && count > 3 ? 3 : count;
}

int hub_tile_lines(const Ui *ui, const Model *model, float width)
{
    int columns = columns_of(ui, model, width);
    return (count_tiles(model) + columns - 1) / columns;
}

Intent hub_tiles_put(Ui *ui, const HubState *hub, const Model *model, Rect area)
{
    Intent intent = intent_none();
    int columns = columns_of(ui, model, area.w), lines = hub_tile_lines(ui, model, area.w), at = 0;
    float gap = lines == 1 ? GAP : HUB_TILE_GAP;
    float height = (area.h - gap * (float)(lines - 1)) / (float)lines;
    for (int i = 0; i < HUB_TILES; i++) {
        if (!is_there(model, i)) continue;
        Rect rect = layout_cell(area, at++, columns, height, gap);
        if (put_tile(ui, hub, model, (HubTile)i, rect)) intent = intent_of((HubTile)i);
    }
    return intent;
}
