/* What the players screen knows, shared by its files. */
#ifndef MATCHWICK_SCREENS_PLAYERS_STATE_H
#define MATCHWICK_SCREENS_PLAYERS_STATE_H

#include "screens/screen.h"
#include "ui/text_edit.h"
#include "ui/widgets.h"

#define CLASS_MAX_LINES 200
#define CLASS_MAX_BYTES (16 * 1024)

/* The name and colour being typed: of a new player (id 0) or one that is there. */
typedef struct {
    bool is_open;
    int64_t id;
    TextEdit edit, before; /* before: as it was when the keyboard on screen opened */
    int color;
    bool is_refused; /* something typed did not fit */
    bool is_told;    /* was confirmed with a name that can't be */
    Keyboard keyboard;
} NameDialog;

/* A list of names from the clipboard, looked at before it is taken. */
typedef struct {
    bool is_open, is_cut; /* cut: the clipboard held more */
    char text[CLASS_MAX_BYTES];
    size_t size;
    bool is_left_out[CLASS_MAX_LINES]; /* by the player, by line */
} ClassDialog;

typedef struct {
    int32_t *last_days; /* local day of each player's last answer, as the model's list; -1: never */
    int count;
    int64_t shown;     /* id of the player in the pane: the one focused last */
    int64_t asked_for; /* id of the player whose removal is asked about; 0: none */
    int64_t seen; /* id of the player who played when the list was put last: another is brought into view */
    bool is_leaving; /* a player was picked: back in the next pass */
    NameDialog name;
    ClassDialog class_list;
} PlayersState;

/* Why the name can't be, for people; empty if it can. `except`: the player who has it already, 0 for none. */
Str players_name_trouble(const Model *model, Str name, int64_t except, Arena *arena);

void players_name_open(NameDialog *dialog, const StorePlayer *player, int color);
/* Puts the dialog, while it is open. */
Intent players_name_put(Ui *ui, NameDialog *dialog, const Model *model);

/* Reads the clipboard and opens the preview. */
void players_class_open(Ui *ui, ClassDialog *dialog);
Intent players_class_put(Ui *ui, ClassDialog *dialog, const Model *model);

#endif
