/* What the preview of an import knows, shared by its files. */
#ifndef MATCHWICK_SCREENS_IMPORT_STATE_H
#define MATCHWICK_SCREENS_IMPORT_STATE_H

#include "screens/screen.h"
#include "screens/separator_choice.h"
#include "ui/field.h"

/* What can be chosen, in the order in which it is listed. */
typedef enum {
    CHOICE_FORMAT,
    CHOICE_ENCODING,
    CHOICE_SIDES, /* the separators */
    CHOICE_CARDS,
    CHOICE_QUOTES,
    CHOICE_HEADER,
    CHOICE_HTML,
    CHOICE_GROUP, /* subdeck */
    CHOICE_KIND,  /* note type whose columns follow */
    CHOICE_ROLE_FIRST,
    CHOICE_ROLE_LAST = CHOICE_ROLE_FIRST + COLUMN_ROLE_COUNT - 1,
    CHOICE_SWAP,
    CHOICE_REVIEWS,
    CHOICE_COUNT,
    CHOICE_NONE = -1
} ImportChoice;

typedef struct {
    int32_t number; /* of the import that the rest belongs to */
    bool has_title; /* it was filled in from what was read */
    bool is_named;  /* or by the player */
    TextEdit title;
    Keyboard keyboard;
    bool removes_gone;
    bool shows_notices;
    UiId opened_from;    /* what had the focus then */
    UiId wanted;         /* gets the focus once no dialog stands before it */
    int page;            /* large text: the cards, or the choices */
    UiId left_at[2];     /* what had the focus when a page was turned */
    int kind;            /* note type */
    int shown_card;      /* whose texts are shown whole; -1: none */
    ImportChoice open;   /* whose dialog is open */
    SeparatorDialog own; /* a separator that is not offered */
} ImportState;

/* --- import_choices.c: the panel of choices --- */

Intent import_choices_put(Ui *ui, ImportState *state, const Model *model, Rect area);
/* The dialogs of that panel, where one is open. */
Intent import_choice_dialog_put(Ui *ui, ImportState *state, const Model *model);

/* --- import_items.c: what each choice has to offer --- */

typedef struct {
    const Str *labels, *details;
    int count, chosen; /* -1: none of them */
} ImportItems;

/* Can it be chosen for what is read now? */
bool import_choice_is_there(const ImportState *state, const CurrentImport *import, ImportChoice choice);
Str import_choice_label(ImportChoice choice);
/* What it is now, for people. */
Str import_choice_value(const ImportState *state, const CurrentImport *import, ImportChoice choice,
                        Arena *arena);
/* Of a choice with a dialog. */
ImportItems import_choice_items(const ImportState *state, const CurrentImport *import, ImportChoice choice,
                                Arena *arena);
/* Changes the choices by the item; true where a separator of one's own is wanted instead. */
bool import_choice_take(ImportState *state, const CurrentImport *import, ImportChoice choice, int item,
                        ImportChoices *out);

/* --- import_columns.c: the same of the columns --- */

bool import_column_is_there(const ImportState *state, const CurrentImport *import, ColumnRole role);
Str import_column_label(ColumnRole role);
Str import_column_value(const ImportState *state, const CurrentImport *import, ColumnRole role);
ImportItems import_column_items(const ImportState *state, const CurrentImport *import, ColumnRole role,
                                Arena *arena);
void import_column_take(const ImportState *state, const CurrentImport *import, ColumnRole role, int item,
                        ImportChoices *out);

/* --- import_cards.c --- */

void import_cards_put(Ui *ui, ImportState *state, const CurrentImport *import, Rect area);
/* One card's texts whole, where one is open. */
void import_card_dialog_put(Ui *ui, ImportState *state, const CurrentImport *import);

/* --- import_notices.c --- */

/* How many cards, and what was left out; the latter opens the list of it. Height: that of a chip. */
void import_counts_put(Ui *ui, ImportState *state, const CurrentImport *import, Rect line);
void import_notices_put(Ui *ui, ImportState *state, const CurrentImport *import);

/* --- import_foot.c --- */

/* Whether cards that are gone leave the deck; nothing, of no height, where none is gone. */
float import_gone_height(const Ui *ui, const CurrentImport *import);
void import_gone_put(Ui *ui, ImportState *state, const CurrentImport *import, Rect area);
float import_foot_height(const Ui *ui, const CurrentImport *import);
Intent import_foot_put(Ui *ui, ImportState *state, const CurrentImport *import, Rect area);

#endif
