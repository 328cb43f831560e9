/* A variant on the current deck as a player sees it before playing: its setup, whether this selection of
   cards can be played so, and the player's best. */
#ifndef MATCHWICK_SCREENS_VARIANT_CHOICE_H
#define MATCHWICK_SCREENS_VARIANT_CHOICE_H

#include "play/fit.h"
#include "screens/screen.h"

typedef struct {
    Setup setup; /* resolved for the selection */
    Fit fit;
    bool has_best;
    StoreRun best; /* the player's own */
} VariantChoice;

/* The setup of a variant with the options and tags chosen for this deck. */
Setup variant_setup(const Model *model, Variant variant);
/* For screens' `load`; the deck must be ready, `pool` its selection. */
VariantChoice variant_choice(const Model *model, Variant variant, const Pool *pool, Arena *arena);

Str variant_label(Variant variant); /* "Decoy" */
Str variant_mode_label(Mode mode);  /* "Match" */
/* The figure by which the variant ranks, for people: a time or a score. */
Str variant_figure(Arena *arena, Variant variant, const StoreRun *run);

#endif
