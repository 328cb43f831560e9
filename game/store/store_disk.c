#include "store/store_disk.h"

#include "store/store_stage.h"

void store_disk_init(StoreDisk *disk, const StoreFile *file)
{
    *disk = (StoreDisk){.path = file->path, .is_file_synced = !file->is_new};
    store_book_init(&disk->book, &disk->db);
    store_overdue_init(&disk->overdue);
}

void store_disk_close(StoreDisk *disk, bool is_damaged)
{
    store_book_deinit(&disk->book);
    store_overdue_deinit(&disk->overdue);
    if (disk->db.handle == NULL) return;
    if (is_damaged) sqlite3_db_config(disk->db.handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    store_db_close(&disk->db);
}

static int sync_file(StoreDb *db, int which)
{
    sqlite3_file *file = NULL;
    int code = sqlite3_file_control(db->handle, "main", which, &file);
    if (code != SQLITE_OK || file == NULL || file->pMethods == NULL) return code;
    return file->pMethods->xSync(file, SQLITE_SYNC_FULL);
}

static int connect(StoreDisk *disk)
{
    if (disk->db.handle != NULL) return SQLITE_OK;
    int code = store_db_open(&disk->db, disk->path, SQLITE_OPEN_READWRITE);
    if (code != SQLITE_OK) return code;
    code = store_db_exec(&disk->db, "PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL");
    int64_t tables; /* opens the file and its -wal: syncs need both */
    if (code == SQLITE_OK) code = store_db_number(&disk->db, "SELECT count(*) FROM sqlite_schema", &tables);
    disk->is_full = false;
    if (code != SQLITE_OK) store_db_close(&disk->db);
    return code;
}

/* A new file was laid out without syncs. A -wal counts for nothing beside an empty database, so this comes
   before any row. */
static int sync_new_file(StoreDisk *disk)
{
    if (disk->is_file_synced) return SQLITE_OK;
    int code = sync_file(&disk->db, SQLITE_FCNTL_FILE_POINTER);
    disk->is_file_synced = code == SQLITE_OK;
    return code;
}

static int set_full(StoreDisk *disk, bool is_full)
{
    if (disk->is_full == is_full) return SQLITE_OK;
    int code =
        store_db_exec(&disk->db, is_full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
    if (code == SQLITE_OK) disk->is_full = is_full;
    return code;
}

/* A row that breaks a constraint is refused by itself; anything else fails the whole transaction. A row that
   was meant for another state than the one there is now, with other players, breaks all. */
static int write_rows(StoreDisk *disk, StoreWaiting *first, size_t count)
{
    StoreWaiting *waiting = first;
    int64_t era;
    int known = store_era(&disk->db, &era);
    if (known != SQLITE_OK) return known;
    for (size_t i = 0; i < count; i++) {
        bool is_of_it =
            waiting->era == era || store_overdue_carries(&disk->overdue, &waiting->row, waiting->era, era);
        int code = is_of_it ? store_row_write(&disk->book, &waiting->row, &waiting->id) : SQLITE_CONSTRAINT;
        waiting->is_refused = (code & 0xff) == SQLITE_CONSTRAINT;
        waiting->is_lost = !is_of_it && waiting->row.kind == ROW_ANSWER;
        if (code != SQLITE_OK && !waiting->is_refused) return code;
        if (i + 1 < count) waiting = waiting->next; /* the last one's is being appended to */
    }
    return SQLITE_OK;
}

static bool is_to_be_synced(const StoreRow *row)
{
    return row->kind == ROW_RUN || row->kind == ROW_TEST;
}

static bool has_synced(const StoreWaiting *first, size_t count)
{
    const StoreWaiting *waiting = first;
    for (size_t i = 0; i < count; i++) {
        if (is_to_be_synced(&waiting->row)) return true;
        if (i + 1 < count) waiting = waiting->next;
    }
    return false;
}

int store_disk_write(StoreDisk *disk, StoreWaiting *first, size_t count)
{
    int code = connect(disk);
    if (code == SQLITE_OK) store_overdue_finish(&disk->overdue, &disk->db, disk->path);
    if (code == SQLITE_OK) code = sync_new_file(disk);
    if (code == SQLITE_OK) code = set_full(disk, has_synced(first, count));
    if (code == SQLITE_OK) code = store_db_run(&disk->db, SQL_BEGIN, "BEGIN IMMEDIATE");
    if (code != SQLITE_OK) return code;
    code = store_book_begin(&disk->book);
    if (code == SQLITE_OK) code = write_rows(disk, first, count);
    if (code == SQLITE_OK) code = store_book_write(&disk->book);
    if (code == SQLITE_OK) code = store_db_run(&disk->db, SQL_COMMIT, "COMMIT");
    bool is_open = sqlite3_get_autocommit(disk->db.handle) == 0;
    if (code != SQLITE_OK) store_book_forget(&disk->book);
    if (code != SQLITE_OK && is_open) store_db_run(&disk->db, SQL_ROLLBACK, "ROLLBACK");
    return code;
}

int store_disk_sync(StoreDisk *disk)
{
    int code = connect(disk);
    if (code == SQLITE_OK) code = sync_new_file(disk);
    if (code == SQLITE_OK) code = sync_file(&disk->db, SQLITE_FCNTL_JOURNAL_POINTER);
    return code;
}

int store_disk_check(StoreDisk *disk, int (*is_wanted_elsewhere)(void *self), void *self)
{
    sqlite3_stmt *statement = NULL;
    int code = connect(disk);
    if (code != SQLITE_OK) return code;
    sqlite3_progress_handler(disk->db.handle, 10000, is_wanted_elsewhere, self);
    code = sqlite3_prepare_v2(disk->db.handle, "PRAGMA quick_check(1)", -1, &statement, NULL);
    bool is_sound = true;
    if (code == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW) {
        const void *said = sqlite3_column_text(statement, 0);
        is_sound = said != NULL && str_is(str_of(said), STR("ok"));
    }
    code = sqlite3_finalize(statement);
    sqlite3_progress_handler(disk->db.handle, 0, NULL, NULL);
    return code == SQLITE_OK && !is_sound ? SQLITE_CORRUPT : code;
}
