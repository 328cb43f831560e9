/* A restore that its process did not live to finish, met by a copy of the game that plays on: whatever it
   wrote into the state of before would be gone with that at the next start. Private to store/. */
#ifndef MATCHWICK_STORE_STORE_OVERDUE_H
#define MATCHWICK_STORE_STORE_OVERDUE_H

#include "store/store_db.h"
#include "store/store_queue.h"

/* Before a transaction: finishes it, as the next start would. What was played of the rows (answers, runs,
   tests) by a player who is in the restored state too, the same one, is of that state from now on; the others
   are refused by their era. `has_tried`: it is tried once. Waits a few seconds where another process is at
   it. */
void store_overdue_finish(StoreDb *db, const char *path, StoreWaiting *first, size_t count, bool *has_tried);
#endif
