/* The decks opened last, by path, size and time of change. Not locked: the shelf does that. For this folder's
   own files. */
#ifndef MATCHWICK_DECK_SHELF_OPENED_H
#define MATCHWICK_DECK_SHELF_OPENED_H

#include "base/file.h"
#include "deck/deck.h"

#define SHELF_OPENED_MAX 4

typedef struct {
    Arena path_arena;
    Str path;
    FileInfo info;
    Deck *deck; /* NULL in an empty place */
    uint64_t last_use;
} ShelfOpenedDeck;

typedef struct {
    ShelfOpenedDeck decks[SHELF_OPENED_MAX];
    uint64_t uses;
} ShelfOpened;

void shelf_opened_deinit(ShelfOpened *opened);
/* A count for the caller, or NULL. */
Deck *shelf_opened_find(ShelfOpened *opened, Str path, FileInfo info);
/* Keeps a count of its own; the one that was not used for longest goes. */
void shelf_opened_keep(ShelfOpened *opened, Str path, FileInfo info, Deck *deck);

#endif
