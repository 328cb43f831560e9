/* Asks for the title of a deck of some cards alone: the missed ones of a round, the weak ones of a deck. */
#ifndef MATCHWICK_SCREENS_COLLECT_H
#define MATCHWICK_SCREENS_COLLECT_H

#include "screens/screen.h"
#include "screens/title_dialog.h"

typedef struct {
    CardSet set;
    TitleDialog title;
    const ShelfEntry *decks; /* by each load */
    int count;
} Collect;

/* Part of the screen's load; `decks` live as long as what it loads. */
void collect_load(Collect *collect, const ShelfEntry *decks, int count);
/* The same, where the screen lists no decks itself. */
void collect_load_shelf(Collect *collect, Arena *arena, const Model *model);
/* `of`: the title of the deck; empty: of all decks. */
void collect_open(Collect *collect, CardSet set, Str of, Arena *arena);
/* The dialog, while it is open. `deck_id`: empty: all decks. */
Intent collect_put(Ui *ui, Collect *collect, Str deck_id);

#endif
