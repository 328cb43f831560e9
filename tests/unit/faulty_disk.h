/* A disk that fails or dawdles when told to, between SQLite and the system's: a VFS that hands everything on.
   It also counts what was written to a -wal since that was last synced, so that a test can say what a power
   cut would have left. */
#ifndef MATCHWICK_TESTS_UNIT_FAULTY_DISK_H
#define MATCHWICK_TESTS_UNIT_FAULTY_DISK_H

#include <sqlite3.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <string.h>
#include <time.h>

typedef struct {
    atomic_int write_code, sync_code; /* SQLITE_OK: as the system says */
    atomic_int sync_ms;               /* a sync takes that long */
    atomic_int wal_syncs, file_syncs, wal_unsynced;
} FaultyDisk;

static FaultyDisk faulty_disk;
static sqlite3_vfs *faulty_below;

typedef struct {
    sqlite3_file base;
    bool is_wal;
    sqlite3_file *below; /* right behind this */
} FaultyFile;

static sqlite3_file *below(sqlite3_file *f)
{
    return ((FaultyFile *)f)->below;
}

static int faulty_close(sqlite3_file *f)
{
    return below(f)->pMethods->xClose(below(f));
}

static int faulty_read(sqlite3_file *f, void *data, int size, sqlite3_int64 at)
{
    return below(f)->pMethods->xRead(below(f), data, size, at);
}

static int faulty_write(sqlite3_file *f, const void *data, int size, sqlite3_int64 at)
{
    int code = atomic_load(&faulty_disk.write_code);
    if (code != SQLITE_OK) return code;
    if (((FaultyFile *)f)->is_wal) atomic_fetch_add(&faulty_disk.wal_unsynced, 1);
    return below(f)->pMethods->xWrite(below(f), data, size, at);
}

static int faulty_truncate(sqlite3_file *f, sqlite3_int64 size)
{
    return below(f)->pMethods->xTruncate(below(f), size);
}

static int faulty_sync(sqlite3_file *f, int flags)
{
    int ms = atomic_load(&faulty_disk.sync_ms);
    const struct timespec pause = {.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000};
    nanosleep(&pause, NULL);
    int code = atomic_load(&faulty_disk.sync_code);
    if (code != SQLITE_OK) return code;
    bool is_wal = ((FaultyFile *)f)->is_wal;
    atomic_fetch_add(is_wal ? &faulty_disk.wal_syncs : &faulty_disk.file_syncs, 1);
    if (is_wal) atomic_store(&faulty_disk.wal_unsynced, 0);
    return below(f)->pMethods->xSync(below(f), flags);
}

static int faulty_size(sqlite3_file *f, sqlite3_int64 *size)
{
    return below(f)->pMethods->xFileSize(below(f), size);
}

static int faulty_lock(sqlite3_file *f, int level)
{
    return below(f)->pMethods->xLock(below(f), level);
}

static int faulty_unlock(sqlite3_file *f, int level)
{
    return below(f)->pMethods->xUnlock(below(f), level);
}

static int faulty_check_lock(sqlite3_file *f, int *out)
{
    return below(f)->pMethods->xCheckReservedLock(below(f), out);
}

static int faulty_control(sqlite3_file *f, int what, void *argument)
{
    return below(f)->pMethods->xFileControl(below(f), what, argument);
}

static int faulty_sector(sqlite3_file *f)
{
    return below(f)->pMethods->xSectorSize(below(f));
}

static int faulty_traits(sqlite3_file *f)
{
    return below(f)->pMethods->xDeviceCharacteristics(below(f));
}

static int faulty_shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **out)
{
    return below(f)->pMethods->xShmMap(below(f), page, size, extend, out);
}

static int faulty_shm_lock(sqlite3_file *f, int offset, int n, int flags)
{
    return below(f)->pMethods->xShmLock(below(f), offset, n, flags);
}

static void faulty_shm_barrier(sqlite3_file *f)
{
    below(f)->pMethods->xShmBarrier(below(f));
}

static int faulty_shm_unmap(sqlite3_file *f, int is_deleted)
{
    return below(f)->pMethods->xShmUnmap(below(f), is_deleted);
}

static const sqlite3_io_methods faulty_methods = {
    .iVersion = 2,
    .xClose = faulty_close,
    .xRead = faulty_read,
    .xWrite = faulty_write,
    .xTruncate = faulty_truncate,
    .xSync = faulty_sync,
    .xFileSize = faulty_size,
    .xLock = faulty_lock,
    .xUnlock = faulty_unlock,
    .xCheckReservedLock = faulty_check_lock,
    .xFileControl = faulty_control,
    .xSectorSize = faulty_sector,
    .xDeviceCharacteristics = faulty_traits,
    .xShmMap = faulty_shm_map,
    .xShmLock = faulty_shm_lock,
    .xShmBarrier = faulty_shm_barrier,
    .xShmUnmap = faulty_shm_unmap,
};

static int faulty_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *f, int flags, int *out_flags)
{
    (void)vfs;
    FaultyFile *file = (FaultyFile *)f;
    file->below = (sqlite3_file *)(file + 1);
    file->is_wal = (flags & SQLITE_OPEN_WAL) != 0;
    int code = faulty_below->xOpen(faulty_below, name, file->below, flags, out_flags);
    file->base.pMethods = file->below->pMethods == NULL ? NULL : &faulty_methods;
    return code;
}

/* From here on every database of this process lies on the faulty disk. */
static inline void faulty_disk_install(void)
{
    static sqlite3_vfs vfs;
    faulty_below = sqlite3_vfs_find(NULL);
    vfs = *faulty_below;
    vfs.zName = "faulty";
    vfs.szOsFile = faulty_below->szOsFile + (int)sizeof(FaultyFile);
    vfs.xOpen = faulty_open;
    sqlite3_vfs_register(&vfs, 1);
}

static inline void faulty_disk_heal(void)
{
    atomic_store(&faulty_disk.write_code, SQLITE_OK);
    atomic_store(&faulty_disk.sync_code, SQLITE_OK);
    atomic_store(&faulty_disk.sync_ms, 0);
}

#endif
