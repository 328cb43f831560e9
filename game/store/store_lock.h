/* One process at a time works on what lies in the data folder. Private to store/. */
#ifndef MATCHWICK_STORE_STORE_LOCK_H
#define MATCHWICK_STORE_STORE_LOCK_H

#include <stdbool.h>

typedef struct {
    int fd; /* negative: the folder cannot be opened */
    bool is_held;
} StoreLock;

/* Waits for others a few seconds. A lock is gone with its process. Where locking does not work, or takes too
   long, it is not held. */
StoreLock store_lock(const char *folder);
/* Does not wait. */
StoreLock store_try_lock(const char *folder);
void store_unlock(StoreLock *lock);

#endif
