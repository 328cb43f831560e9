/* What the bindings screen knows, shared by its files. */
#ifndef MATCHWICK_SCREENS_BINDINGS_STATE_H
#define MATCHWICK_SCREENS_BINDINGS_STATE_H

#include "screens/screen.h"

typedef struct {
    Command waiting; /* for whose new key or button the dialog waits; COMMAND_NONE: none */
    int64_t until_ms;
    char refusal[200]; /* why the last one could not be taken */
    bool is_reset_asked;
    Intent next; /* the other half of a swap, for the next pass */
} BindingsState;

/* What a key or button that was pressed leads to. A command that menus can't do without (the arrows, pick,
   back) never ends without a key and a button: it gets the old one of `command` in exchange, and where there
   is none the answer is refused with a sentence. */
typedef struct {
    Intent bind;
    Intent swap; /* INTENT_NONE: nothing is exchanged */
    Str refusal; /* not empty: neither is to be done */
} BindingsAnswer;

BindingsAnswer bindings_answer(const Bindings *bindings, Command command, const InputEvent *event,
                               Arena *arena);

/* The dialog that waits for a key or button; it closes itself after a while, by its button, or with an
   answer. */
Intent bindings_wait_put(Ui *ui, BindingsState *state, const Model *model);

#endif
