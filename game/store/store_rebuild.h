/* Memories made anew from the log. Private to store/. Every function returns SQLite's code, inside a
   transaction of the caller's. */
#ifndef MATCHWICK_STORE_STORE_REBUILD_H
#define MATCHWICK_STORE_STORE_REBUILD_H

#include "store/store_book.h"

/* Of a player of whom the book knows nothing but how memories are to be reckoned. Marks stay. `answers` may
   be NULL; else those that were played are added to it. */
int store_rebuild_player(StoreBook *book, BookPlayer *player, int64_t *answers);
/* The same with a book of its own, written at once. */
int store_rebuild_one(StoreDb *db, int64_t player, int64_t *answers);
/* Of all players. */
int store_rebuild(StoreDb *db, int64_t *answers);

#endif
