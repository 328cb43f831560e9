/* What can be done with a whole deck: a menu that the library and the hub share, and the dialogs that its
   rows lead to. */
#ifndef MATCHWICK_SCREENS_DECK_MENU_H
#define MATCHWICK_SCREENS_DECK_MENU_H

#include "screens/collect.h"

#define DECK_MENU_MOST_MERGED 64

typedef enum {
    DECK_MENU_CLOSED,
    DECK_MENU_ROWS,
    DECK_MENU_NEW, /* these ask for a title */
    DECK_MENU_RENAME,
    DECK_MENU_DUPLICATE,
    DECK_MENU_MERGE,
    DECK_MENU_PARTNERS, /* which decks to merge with */
    DECK_MENU_WEAK,
    DECK_MENU_DISCARD,
    DECK_MENU_PROBLEMS
} DeckMenuPage;

typedef struct {
    DeckMenuPage page;
    char path[1024]; /* of the deck that is meant */
    TitleDialog title;
    Collect collect;
    int partners[DECK_MENU_MOST_MERGED]; /* indexes of decks, in the order in which they were chosen */
    int partner_count;
    /* Of the shelf, by each load. */
    const ShelfEntry *decks;
    int count;
    int deck;      /* that of the path; -1: it has gone */
    uint64_t list; /* tells one list from another: indexes hold for one alone */
} DeckMenu;

/* Part of the screen's load; `decks` live as long as what it loads. */
void deck_menu_load(DeckMenu *menu, const ShelfEntry *decks, int count);
void deck_menu_open(DeckMenu *menu, const ShelfEntry *deck);
/* Asks for the title of a new deck at once. */
void deck_menu_new(DeckMenu *menu, Arena *arena);
/* For a key that asks to delete. */
void deck_menu_discard(DeckMenu *menu, const ShelfEntry *deck);
/* The dialogs, while one is open. */
Intent deck_menu_put(Ui *ui, DeckMenu *menu, const Model *model);

#endif
