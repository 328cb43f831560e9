/* All that the game keeps, as files: a copy of it for a backup, and another state put in its place. In the
   data folder lie

     matchwick.db   the database
     decks/, bin/   the player's decks, and those that were deleted lately
     staging/       where copies are gathered and restores laid out, each in a folder of its own; one that was
                    left behind by a process that was killed is removed by the next
     restoring/     a state that was laid out whole and is being put in place: whoever opens the store first
                    finishes that

   So a process may be killed at any moment: what is there then is the state before or the one restored. A
   copy that plays on finishes a restore that was left so before it writes next (store_overdue.h). The
   database is exchanged through SQLite in one transaction: other copies of the game see the other content at
   once (`store_is_replaced`). These functions may be called on any thread, and open connections of their own.
 */
#ifndef MATCHWICK_STORE_STORE_BACKUP_H
#define MATCHWICK_STORE_STORE_BACKUP_H

#include "base/file.h"
#include "store/store.h"

#define STORE_DATABASE       "matchwick.db"
#define STORE_DECKS          "decks"
#define STORE_BIN            "bin"
#define STORE_FILE_MAX_BYTES (INT64_C(64) << 20) /* of a file in those: what a deck may have */

typedef struct {
    int64_t version; /* of the tables */
    int64_t runs, answers, tests;
    Str *players; /* names */
    size_t player_count;
} StoreContents;

/* --- a folder below staging/ --- */

typedef struct StoreStage StoreStage;

/* Empty, with decks/ and bin/ in it. NULL with `err` set. */
StoreStage *store_stage_open(const char *folder, Err *err);
const char *store_stage_path(const StoreStage *stage);
/* Removes it with all that is in it. NULL is allowed. */
void store_stage_close(StoreStage *stage);

/* --- copies --- */

typedef struct {
    uint32_t decks, bin;
    /* What is no plain file of at most STORE_FILE_MAX_BYTES, or has a name that archives cannot have. Hidden
       files go without saying. */
    Str *left_out;
    size_t left_out_count;
} StoreGathered;

/* Copies all that is kept there into the stage: the database as it is at one moment, however many write to
   it. What waits in this process is to be flushed before. */
NODISCARD bool store_gather(StoreStage *stage, Arena *arena, StoreGathered *out, Err *err);
/* What a database holds that lies by itself. */
NODISCARD bool store_contents(const char *path, Arena *arena, StoreContents *out, Err *err);

/* --- another state --- */

/* Is the stage's database sound in every page and row, and one that this version can keep? One of an older
   version is migrated. `err` says what is wrong with it. */
NODISCARD bool store_stage_check(StoreStage *stage, Err *err);
/* Puts a checked stage in place, whole; closes it. False: all is as before. */
NODISCARD bool store_restore(StoreStage *stage, Err *err);

/* Finishes what was begun by a process that was killed: for those who look at the decks alone. */
void store_finish_restore(const char *folder);

/* Has another state been put in place since this store was opened, or since that was followed? Rows handed
   over until then fail: they were meant for players of before. Cheap enough for every frame. */
bool store_is_replaced(Store *store);
/* How many answers have failed so, of what was flushed. */
int64_t store_lost(Store *store);
void store_follow(Store *store);

#endif
