/* A screen: state, load, build. The app keeps a stack of them; the top one is built and drawn.

   `load` reads what the screen lists (from store and shelf) into its arena; it is called when the screen
   opens, comes back to the top, when the store, shelf or players changed, and on INTENT_RELOAD. The arena is
   emptied before each load; plain values in the state stay. `build` puts the widgets of one pass and returns
   at most one intent; it reads nothing but state and model. */
#ifndef MATCHWICK_SCREENS_SCREEN_H
#define MATCHWICK_SCREENS_SCREEN_H

#include "screens/intent.h"
#include "screens/model.h"
#include "ui/text_layout.h"
#include "ui/ui.h"

typedef struct {
    ScreenId id;
    const char *name; /* of pictures and tests: "library" */
    size_t state_size;
    InputContext context; /* of actions while no text field has the focus; of rounds while they go on */
    /* Where that changes by what the screen shows; NULL: it does not. */
    InputContext (*context_of)(const void *state, const Model *model);
    void (*load)(void *state, Arena *arena, const Model *model,
                 Str argument); /* argument: Intent.text of INTENT_OPEN */
    Intent (*build)(void *state, const Model *model, Ui *ui);
} ScreenKind;

const ScreenKind *screen_kind(ScreenId id);

#endif
