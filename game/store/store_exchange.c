/* Another database in the place of the present one. */
#include "store/store_inner.h"
#include "store/store_stage.h"

#define BUSY_MS 10000 /* another copy may be writing a long log anew */

int store_open_alone(StoreDb *db, const char *path, int flags)
{
    int code = store_db_open(db, path, flags);
    if (code == SQLITE_OK) sqlite3_busy_timeout(db->handle, BUSY_MS);
    return code;
}

/* --- eras --- */

int store_era(StoreDb *db, int64_t *out)
{
    Arena arena;
    arena_init(&arena, 256);
    Binder binder = store_db_bind(db, SQL_ERA,
                                  "SELECT value FROM setting WHERE player = 0 AND key = '" STORE_ERA_KEY "'");
    Taker taker;
    int code;
    *out = 0;
    if (store_db_first(db, &binder, &arena, &taker, &code)) {
        *out = (int64_t)str_hash(take_text(&taker), 1);
        code = sqlite3_reset(binder.statement);
    }
    arena_deinit(&arena);
    return code;
}

static int64_t era_at(const char *path)
{
    StoreDb db;
    int64_t era = 0;
    if (store_db_open(&db, path, SQLITE_OPEN_READWRITE) != SQLITE_OK) return 0;
    store_era(&db, &era);
    store_db_close(&db);
    return era;
}

bool store_is_same_era(const char *path, const char *other)
{
    int64_t era = era_at(path);
    return era != 0 && era == era_at(other);
}

bool store_is_replaced(Store *store)
{
    int64_t version = 0, era = 0;
    if (store->writer == NULL) return false;
    Binder binder = store_db_bind(&store->file.db, SQL_DATA_VERSION, "PRAGMA data_version");
    Taker taker = store_read(&binder, NULL);
    while (store_next(store, &taker)) version = take_integer(&taker);
    if (version == store->data_version) return store->is_replaced;
    store->data_version = version;
    store->is_replaced = store_era(&store->file.db, &era) == SQLITE_OK && era != store->era;
    return store->is_replaced;
}

int64_t store_lost(Store *store)
{
    return store->writer != NULL ? store_writer_lost(store->writer) : 0;
}

void store_follow(Store *store)
{
    store_era(&store->file.db, &store->era);
    store->is_replaced = false;
    if (store->writer != NULL) store_writer_follow(store->writer, store->era);
}

/* --- the exchange --- */

/* Pages of one size alone go into a database with a -wal. */
static int match_pages(StoreDb *from, StoreDb *to)
{
    int64_t own = 0, wanted = 0;
    int code = store_db_number(from, "PRAGMA page_size", &own);
    if (code == SQLITE_OK) code = store_db_number(to, "PRAGMA page_size", &wanted);
    if (code != SQLITE_OK || own == wanted) return code;
    char sql[64];
    sqlite3_snprintf(sizeof sql, sql, "PRAGMA page_size = %lld; VACUUM", (long long)wanted);
    return store_db_exec(from, sql);
}

static int copy_pages(StoreDb *from, StoreDb *to)
{
    sqlite3_backup *backup = sqlite3_backup_init(to->handle, "main", from->handle, "main");
    if (backup == NULL) return sqlite3_errcode(to->handle);
    int code = sqlite3_backup_step(backup, -1);
    int end = sqlite3_backup_finish(backup);
    if (code == SQLITE_DONE) return SQLITE_OK;
    return end != SQLITE_OK ? end : code;
}

static int exchange(StoreDb *from, StoreDb *to)
{
    int code = store_db_exec(to, "PRAGMA synchronous = FULL");
    if (code == SQLITE_OK) code = match_pages(from, to);
    if (code == SQLITE_OK) code = copy_pages(from, to);
    /* Where others read, the -wal stays as long as it is. */
    if (code == SQLITE_OK) store_db_exec(to, "PRAGMA wal_checkpoint(TRUNCATE)");
    return code;
}

int store_exchange(const char *folder, const char *path)
{
    Arena arena;
    arena_init(&arena, 1024);
    StoreDb from, to;
    int code = store_open_alone(&from, path, SQLITE_OPEN_READWRITE);
    if (code == SQLITE_OK) {
        code = store_open_alone(&to, file_join(&arena, folder, STORE_DATABASE).data,
                                SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
        if (code == SQLITE_OK) {
            code = exchange(&from, &to);
            store_db_close(&to);
        }
        store_db_close(&from);
    }
    arena_deinit(&arena);
    return code;
}
