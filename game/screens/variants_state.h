/* What the chooser of variants knows, shared by its files. */
#ifndef MATCHWICK_SCREENS_VARIANTS_STATE_H
#define MATCHWICK_SCREENS_VARIANTS_STATE_H

#include "screens/variant_choice.h"

#define VARIANTS_A_MODE   3
#define VARIANTS_TOP_RUNS 12 /* as many as there is room for are shown */

typedef struct {
    VariantChoice choice;
    StoreRun *top;
    size_t top_count;
} VariantCard;

typedef struct {
    Mode mode;
    bool is_ready;    /* the deck has been read */
    bool wants_focus; /* it has just been: the cards take the focus from the head */
    VariantCard cards[VARIANTS_A_MODE];
    int shown; /* card whose board is shown */
    bool are_options_open;
} VariantsState;

static inline Variant variants_at(const VariantsState *variants, int i)
{
    return (Variant)((variants->mode == MODE_MATCH ? VARIANT_DECOY : VARIANT_CLASSIC) + i);
}

/* The cards of the variants: returns the one that was activated, else -1; `shown` follows the focus. */
int variants_cards_put(Ui *ui, VariantsState *variants, Rect area);
/* The board of the shown variant, and beside it how the variant is played. */
void variants_board_draw(Ui *ui, const VariantsState *variants, const Model *model, Rect area);
/* How a variant is played and what its stars ask for; `height` is what it needs in a width. */
float variants_rules_height(Ui *ui, const Setup *setup, float width);
void variants_rules_draw(Ui *ui, const Setup *setup, Rect area);
/* The dialog of the mode's options, where it is open. */
Intent variants_options_dialog(Ui *ui, VariantsState *variants, const Model *model);

#endif
