/* Which cards of the deck are used, by tag: a dialog that the hub and the study modes share. It changes the
   deck's setup, which every mode goes by. */
#ifndef MATCHWICK_SCREENS_TAG_CHOOSER_H
#define MATCHWICK_SCREENS_TAG_CHOOSER_H

#include "screens/screen.h"

typedef struct {
    bool is_open;
    uint32_t selected; /* cards under the chosen tags */
    /* By tag, once it is open: */
    const uint32_t
        *counts;        /* cards with the tag; where all are needed, those that have the chosen ones too */
    const int *mastery; /* percent, the mean of its cards' bars; NULL: not known yet */
} TagChooser;

/* Part of the screen's load; the deck must be ready. */
void tag_chooser_load(TagChooser *chooser, Arena *arena, const Model *model);
/* Opens it: return what it returns. */
Intent tag_chooser_open(TagChooser *chooser, const Model *model);
/* The dialog, where it is open. */
Intent tag_chooser_put(Ui *ui, TagChooser *chooser, const Model *model);

/* Each gives the intent that changes the deck's setup by one thing. */
bool tag_chooser_has(const Model *model, Str tag);
Intent tag_chooser_toggle(const Model *model, Str tag, Arena *arena);
Intent tag_chooser_clear(const Model *model);

#endif
