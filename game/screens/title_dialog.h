/* A dialog that asks what a deck shall be called. */
#ifndef MATCHWICK_SCREENS_TITLE_DIALOG_H
#define MATCHWICK_SCREENS_TITLE_DIALOG_H

#include "screens/deck_title.h"
#include "ui/text_edit.h"
#include "ui/widgets.h"

typedef struct {
    bool is_open;
    TextEdit edit, before; /* before: as it was when the keyboard on screen opened */
    bool is_told;          /* was confirmed with a title that can't be */
    Keyboard keyboard;
} TitleDialog;

/* What it is for. */
typedef struct {
    Str head, note, action; /* "Rename", a line on what comes of it, "Rename" */
    const ShelfEntry *decks;
    int count;
    Str except; /* as deck_title_trouble */
} TitleQuestion;

void title_dialog_open(TitleDialog *dialog, Str proposed);
/* True once, with the dialog closed, when the title is to be taken: text_edit_text(&dialog->edit). */
bool title_dialog_put(Ui *ui, TitleDialog *dialog, const TitleQuestion *question);

#endif
