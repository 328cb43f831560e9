/* A dialog with one line for each thing to choose from, as many as there are. */
#ifndef MATCHWICK_SCREENS_CHOICE_DIALOG_H
#define MATCHWICK_SCREENS_CHOICE_DIALOG_H

#include "ui/ui.h"

#define CHOICE_OPEN   (-1)
#define CHOICE_CLOSED (-2) /* without a choice */

typedef struct {
    UiId id, rows;
    Str title;
    int count, chosen;
    const void *list; /* handed to the functions */
    Str (*label)(const void *list, int index);
    Str (*detail)(const void *list, int index, Arena *arena); /* at the line's end */
} ChoiceDialog;

/* The index that was chosen, or one of the above. */
int choice_dialog_put(Ui *ui, const ChoiceDialog *choice);

#endif
