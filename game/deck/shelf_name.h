/* Which deck is meant by a name. For this folder's own files. */
#ifndef MATCHWICK_DECK_SHELF_NAME_H
#define MATCHWICK_DECK_SHELF_NAME_H

#include "deck/shelf.h"

/* The path of the deck with this id, else with this title, else of the bad deck whose file has this name;
   else `name` itself. An error where two decks share the title. */
NODISCARD bool shelf_name_path(const ShelfEntry *entries, size_t count, Str name, Str *path, Err *err);

#endif
