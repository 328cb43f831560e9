/* A restore that its process did not live to finish, met by a copy of the game that plays on: whatever it
   wrote into the state of before would be gone with that at the next start. Private to store/. */
#ifndef MATCHWICK_STORE_STORE_OVERDUE_H
#define MATCHWICK_STORE_STORE_OVERDUE_H

#include "store/store_db.h"
#include "store/store_row.h"

/* What the writer knows of it. */
typedef struct {
    bool has_tried;   /* to finish what lies there: it is tried once */
    int64_t from, to; /* eras, of the one that was finished last */
    Arena arena;      /* of */
    int64_t *people;  /* the players of before who are in the restored state too, the same ones */
    size_t count;
} StoreOverdue;

void store_overdue_init(StoreOverdue *overdue);
void store_overdue_deinit(StoreOverdue *overdue);
/* Before a transaction: finishes it, as the next start would. Waits a few seconds where another process is at
   it. */
void store_overdue_finish(StoreOverdue *overdue, StoreDb *db, const char *path);
/* Goes a row of another era into this one all the same? What was played (answers, runs, tests) by one of
   those players does, until the caller has heard of the other state. */
bool store_overdue_carries(const StoreOverdue *overdue, const StoreRow *row, int64_t from, int64_t to);

#endif
