/* Stages, and what was left of them by processes that were killed. Private to store/. */
#ifndef MATCHWICK_STORE_STORE_STAGE_H
#define MATCHWICK_STORE_STORE_STAGE_H

#include "store/store_backup.h"
#include "store/store_db.h"
#include "store/store_lock.h"

struct StoreStage {
    Arena arena;
    Str folder; /* the data folder */
    Str path;
    StoreLock lock; /* held as long as it is in use */
};

/* Finishes a restore that was begun, and removes stages that nobody holds. With the data folder's lock. */
void store_stage_tidy(const char *folder);
/* Of the data folder's own; in the arena. */
Str store_stage_restoring(const char *folder, Arena *arena);
/* Is it of what a backup holds? */
bool store_stage_holds(const char *folder, Str name);

/* Puts in place what is laid out in restoring/, from wherever it has come to. `is_begun`: some of it is in
   place, the rest follows at the next start. With the data folder's lock. */
NODISCARD bool store_stage_finish(const char *folder, bool *is_begun, Err *err);

/* A connection for this alone, which waits for others that write. */
int store_open_alone(StoreDb *db, const char *path, int flags);

/* The database of the data folder becomes that at `from`, in one transaction. SQLite's code. */
int store_exchange(const char *folder, const char *from);
#define STORE_ERA_KEY "restored" /* a setting of the machine's */
/* Tells one restored state from another; 0: none was. */
int store_era(StoreDb *db, int64_t *out);
/* Are they of one restored state? */
bool store_is_same_era(const char *path, const char *other);

#endif
