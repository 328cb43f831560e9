/* What a selection of cards can play. */
#ifndef MATCHWICK_PLAY_FIT_H
#define MATCHWICK_PLAY_FIT_H

#include "play/play_index.h"
#include "play/pool.h"
#include "play/setup.h"

typedef struct {
    bool is_playable;
    char reason[160]; /* why not: "Blitz needs 12 cards; this selection has 8" */
    char note[160];   /* playable, but to be said: "This selection gives 3 options a question"; else empty */
} Fit;

/* Resolves every default of the setup for this selection (pairs: the variant's number, or the largest
   multiple of `board` that the selection gives, or all of it where it has fewer) and says whether it can be
   played. `clash` may be NULL: then cards are counted alone. */
Fit fit_setup(const Pool *pool, const Clash *clash, Setup *setup);
/* The variant that Play starts with: decoy where the selection allows it, else sprint; rush: classic. */
Variant fit_default_variant(const Pool *pool, Mode mode);

#endif
