/* The writer thread's own connection: transactions of rows, syncs, the check of all pages. Private to store/.
   Every function returns SQLite's code, and opens the connection if it is not open. */
#ifndef MATCHWICK_STORE_STORE_DISK_H
#define MATCHWICK_STORE_STORE_DISK_H

#include "store/store_book.h"
#include "store/store_file.h"
#include "store/store_overdue.h"
#include "store/store_queue.h"

typedef struct {
    const char *path;
    StoreDb db;
    StoreBook book;
    bool is_file_synced;
    bool is_full; /* synchronous = FULL, not NORMAL */
    StoreOverdue overdue;
} StoreDisk;

void store_disk_init(StoreDisk *disk, const StoreFile *file);
/* `is_damaged`: leaves the -wal as it is. */
void store_disk_close(StoreDisk *disk, bool is_damaged);
/* `count` rows from `first` on in one transaction: all are committed but those that a constraint refuses,
   which are marked; or none. On the disk when it returns, with all transactions before, if a run or a test is
   among them. The `next` of the last one is not read. */
int store_disk_write(StoreDisk *disk, StoreWaiting *first, size_t count);
/* What was committed is on the disk when it returns. */
int store_disk_sync(StoreDisk *disk);
/* SQLITE_CORRUPT if a page is broken; SQLITE_INTERRUPT once `is_wanted_elsewhere` says other than 0. */
int store_disk_check(StoreDisk *disk, int (*is_wanted_elsewhere)(void *self), void *self);

#endif
