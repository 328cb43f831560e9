#include "screens/mode_card.h"
#include "screens/variants_state.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"

#define GAP 16

typedef struct {
    const char *words;
    Icon icon;
    Token color, tint;
} VariantLook;

static const VariantLook looks[VARIANT_COUNT] = {
    [VARIANT_DECOY] = {"Spot the decoys", ICON_CARDS, TOKEN_TERM, TOKEN_TERM_TINT},
    [VARIANT_SPRINT] = {"All pairs, fast", ICON_FLAG, TOKEN_OK, TOKEN_OK_TINT},
    [VARIANT_BLITZ] = {"Sixty seconds", ICON_BOLT, TOKEN_DEF, TOKEN_DEF_TINT},
    [VARIANT_CLASSIC] = {"", ICON_STOPWATCH, TOKEN_PAD_X, TOKEN_SURFACE},
    [VARIANT_SURVIVAL] = {"Three lives", ICON_TARGET, TOKEN_BAD, TOKEN_BAD_TINT},
    [VARIANT_MARATHON] = {"Every card once", ICON_AGAIN, TOKEN_STREAK, TOKEN_STREAK_TINT},
};

/* In a few words what it is; the number that this selection gives where it has one. */
static Str words_of(Ui *ui, const Setup *setup)
{
    if (setup->variant == VARIANT_CLASSIC)
        return format_count(ui->frame, setup->questions, "question", "questions");
    if (setup->variant == VARIANT_BLITZ && setup->timing == TIMING_RELAXED) return STR("Two minutes");
    return str_of(looks[setup->variant].words);
}

static ModeCard card_of(Ui *ui, const VariantsState *variants, int i)
{
    const VariantChoice *choice = &variants->cards[i].choice;
    Variant kind = variants_at(variants, i);
    ModeCard card = {.id = ui_id_index(ui_id("variant"), i),
                     .trigger = ui_on_key(KEY_1 + i),
                     .label = variant_label(kind),
                     .words = words_of(ui, &choice->setup),
                     .unit = STR("Not played yet"),
                     .icon = looks[kind].icon,
                     .color = looks[kind].color,
                     .tint = looks[kind].tint,
                     .is_default = i == variants->shown};
    if (!choice->fit.is_playable) card.reason = str_of(choice->fit.reason);
    if (!choice->has_best) return card;
    card.figure = variant_figure(ui->frame, kind, &choice->best);
    card.unit = STR("best");
    return card;
}

int variants_cards_put(Ui *ui, VariantsState *variants, Rect area)
{
    int played = -1;
    for (int i = 0; i < VARIANTS_A_MODE; i++) {
        ModeCard card = card_of(ui, variants, i);
        card.rect = layout_column(area, i, VARIANTS_A_MODE, GAP);
        UiHit hit = mode_card_put(ui, &card);
        if (hit.is_focused) variants->shown = i;
        if (hit.is_activated) played = i;
    }
    return played;
}
