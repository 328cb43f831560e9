/* Titles of decks as people give them: which can be, and one to propose. */
#ifndef MATCHWICK_SCREENS_DECK_TITLE_H
#define MATCHWICK_SCREENS_DECK_TITLE_H

#include "deck/shelf.h"

#define DECK_TITLE_GRAPHEMES 80

/* Why the title can't be, for people; empty if it can. `except`: path of the deck that may have it, empty:
   none. */
Str deck_title_trouble(const ShelfEntry *decks, int count, Str title, Str except, Arena *arena);
/* `wish`, or with a number behind it where a deck is called so already. */
Str deck_title_free(const ShelfEntry *decks, int count, Str wish, Arena *arena);

#endif
