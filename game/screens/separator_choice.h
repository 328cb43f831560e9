/* What stands between the sides of a card and between cards in delimited text: what is offered, and a dialog
   to type one's own. */
#ifndef MATCHWICK_SCREENS_SEPARATOR_CHOICE_H
#define MATCHWICK_SCREENS_SEPARATOR_CHOICE_H

#include "base/err.h"
#include "ui/field.h"
#include "ui/ui.h"

typedef enum { SEPARATOR_SIDES, SEPARATOR_CARDS, SEPARATOR_PLACES } SeparatorPlace;

Str separator_place_label(SeparatorPlace place);
/* The usual ones, the most usual first. */
int separator_offer(SeparatorPlace place, const Str **out);

typedef struct {
    bool is_open;
    SeparatorPlace place;
    TextEdit text;
    Keyboard keyboard;
    Err err;
} SeparatorDialog;

void separator_dialog_open(SeparatorDialog *dialog, SeparatorPlace place);
/* Where it is open. True when one was given; it lies in the frame's arena. */
bool separator_dialog_put(Ui *ui, SeparatorDialog *dialog, Str *out);

#endif
