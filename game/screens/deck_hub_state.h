/* What the hub knows, shared by its files. */
#ifndef MATCHWICK_SCREENS_DECK_HUB_STATE_H
#define MATCHWICK_SCREENS_DECK_HUB_STATE_H

#include "play/fit.h"
#include "screens/screen.h"
#include "screens/tag_chooser.h"

#define HUB_TOP_RUNS 12 /* as many as there is room for are shown */

typedef struct {
    Setup setup; /* resolved for the selection */
    Fit fit;
    bool has_best;
    StoreRun best; /* the player's own */
    StoreRun *top;
    size_t top_count;
} HubVariant;

typedef struct {
    bool is_ready;    /* the deck has been read */
    bool wants_focus; /* it has just been: the modes take the focus from the head */
    HubVariant variants[VARIANT_COUNT];
    TagChooser tags;
    int shown; /* variant whose board is shown */
    bool are_options_open;
} HubState;

/* How many of the six stand side by side: all, or three where the text is large for the width. */
int hub_mode_columns(const Ui *ui, float width);
/* The six cards of the variants: returns the one that was activated, else -1; `shown` follows the focus. */
int hub_modes_put(Ui *ui, HubState *hub, const Model *model, Rect area);
/* The board of the shown variant, and beside it how the variant is played. */
void hub_board_draw(Ui *ui, const HubState *hub, const Model *model, Rect area);
/* How a variant is played and what its stars ask for; `height` is what it needs in a width. */
float hub_rules_height(Ui *ui, const HubVariant *variant, float width);
void hub_rules_draw(Ui *ui, const HubVariant *variant, Rect area);
/* A line of tag chips. */
Intent hub_tags_put(Ui *ui, HubState *hub, const Model *model, Rect line);
/* The dialog, where it is open. */
Intent hub_options_dialog(Ui *ui, HubState *hub, const Model *model);

Str hub_variant_label(Variant variant); /* "Decoy" */
/* The figure by which the variant ranks, for people: a time or a score. */
Str hub_variant_figure(Arena *arena, Variant variant, const StoreRun *run);

#endif
