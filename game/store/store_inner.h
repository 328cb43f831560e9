/* What the files of store/ share, private to them. */
#ifndef MATCHWICK_STORE_STORE_INNER_H
#define MATCHWICK_STORE_STORE_INNER_H

#include "store/store.h"
#include "store/store_db.h"
#include "store/store_file.h"
#include "store/store_tickets.h"
#include "store/store_writer.h"

struct Store {
    Arena arena;               /* of this struct's own texts */
    StoreFile file;            /* its connection is the calling thread's; the writer has another */
    StoreWriter *writer;       /* NULL where nothing is kept */
    StoreTicket issued;        /* without a writer: all of them have failed */
    StoreTickets sitting;      /* ids of the runs and tests kept in memory */
    StoreBook book;            /* without a writer: of what is kept in memory */
    int64_t era, data_version; /* of the state that is followed; of the last look at it */
    bool is_replaced;          /* by another */
};

/* A statement to read by, and its next row; at the last one it is reset, and damage told and acted on. */
Taker store_read(const Binder *binder, Arena *arena);
bool store_next(Store *store, Taker *taker);
/* For SQL's LIMIT. */
int64_t store_limit(size_t limit);
/* Damage that a code tells of is acted on. */
void store_meet(Store *store, int code);
/* Columns of study, and what they come to. */
#define STORE_MASTERY_COLUMNS "learning, familiar, mastered, bars, recounted_ms"
StoreMastery store_take_mastery(Taker *taker);
/* The first four of them. */
void store_take_levels(Taker *taker, int32_t levels[MASTERY_LEVELS], double *bars);
/* Ends a reading statement: resets it, and has damage met by `step_code` told and acted on. */
void store_end_reading(Store *store, sqlite3_stmt *statement, int step_code);

/* A change that is done when it returns, on the calling thread. End commits if `is_good`; otherwise, and when
   the commit fails, all is undone and `err` set. */
NODISCARD bool store_begin_change(Store *store, Err *err);
NODISCARD bool store_end_change(Store *store, bool is_good, Err *err);
/* Steps a statement without rows (NULL: it could not be prepared) and resets it; false with `err` set. */
bool store_step_change(Store *store, sqlite3_stmt *statement, Err *err);
/* Only the latter half. */
bool store_finish_step(Store *store, sqlite3_stmt *statement, Err *err);
/* False with `err` set for any code but SQLITE_OK. */
bool store_met_change(Store *store, int code, Err *err);
/* False with a sentence where what was kept cannot be changed: `change` is what cannot be done to it,
   "removed". */
NODISCARD bool store_can_change(const Store *store, const char *change, Err *err);
/* Hands a row to the writer, or writes it at once into memory. */
StoreTicket store_hand_over(Store *store, const StoreRow *row);

#endif
