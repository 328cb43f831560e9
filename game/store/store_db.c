#include "store/store_db.h"

#include <assert.h>
#include <string.h>

int store_db_open(StoreDb *db, const char *path, int flags)
{
    *db = (StoreDb){0};
    int code = sqlite3_open_v2(path, &db->handle, flags | SQLITE_OPEN_NOMUTEX, NULL);
    if (db->handle == NULL) err_fatal("Out of memory while opening %s", path);
    if (code != SQLITE_OK) {
        store_db_close(db);
        return code;
    }
    sqlite3_busy_timeout(db->handle, 2000);
    return code;
}

void store_db_close(StoreDb *db)
{
    for (int i = 0; i < SQL_COUNT; i++) sqlite3_finalize(db->statements[i]);
    int code = sqlite3_close(db->handle);
    assert(code == SQLITE_OK); /* a statement was left open */
    (void)code;
    *db = (StoreDb){0};
}

int store_db_exec(StoreDb *db, const char *sql)
{
    return sqlite3_exec(db->handle, sql, NULL, NULL, NULL);
}

sqlite3_stmt *store_db_statement(StoreDb *db, SqlId id, const char *sql)
{
    sqlite3_stmt **slot = &db->statements[id];
    if (*slot == NULL && db->handle != NULL)
        sqlite3_prepare_v3(db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, slot, NULL);
    return *slot;
}

int store_db_run(StoreDb *db, SqlId id, const char *sql)
{
    sqlite3_stmt *statement = store_db_statement(db, id, sql);
    if (statement == NULL) return sqlite3_errcode(db->handle);
    sqlite3_step(statement);
    return sqlite3_reset(statement);
}

int store_db_number(StoreDb *db, const char *sql, int64_t *out)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(db->handle, sql, -1, &statement, NULL);
    if (code != SQLITE_OK) return code;
    if (sqlite3_step(statement) == SQLITE_ROW) *out = sqlite3_column_int64(statement, 0);
    return sqlite3_finalize(statement);
}

bool store_db_is_damage(int code)
{
    int primary = code & 0xff; /* extended codes carry it in their low byte */
    return primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB;
}

Binder store_db_bind(StoreDb *db, SqlId id, const char *sql)
{
    return (Binder){store_db_statement(db, id, sql), 0};
}

int store_db_finish(StoreDb *db, Binder *binder)
{
    if (binder->statement == NULL) return sqlite3_errcode(db->handle);
    sqlite3_step(binder->statement);
    return sqlite3_reset(binder->statement);
}

bool store_db_first(StoreDb *db, Binder *binder, Arena *arena, Taker *taker, int *code)
{
    *taker = (Taker){binder->statement, 0, arena};
    if (binder->statement != NULL && sqlite3_step(binder->statement) == SQLITE_ROW) {
        *code = SQLITE_OK;
        return true;
    }
    *code = binder->statement == NULL ? sqlite3_errcode(db->handle) : sqlite3_reset(binder->statement);
    return false;
}

void bind_integer(Binder *binder, int64_t value)
{
    sqlite3_bind_int64(binder->statement, ++binder->count, value);
}

void bind_real(Binder *binder, double value)
{
    sqlite3_bind_double(binder->statement, ++binder->count, value);
}

void bind_text(Binder *binder, Str value)
{
    const char *data = value.data == NULL ? "" : value.data; /* NULL would bind SQL's NULL */
    sqlite3_bind_text64(binder->statement, ++binder->count, data, value.size, SQLITE_STATIC, SQLITE_UTF8);
}

void bind_null(Binder *binder)
{
    sqlite3_bind_null(binder->statement, ++binder->count);
}

int64_t take_integer(Taker *taker)
{
    return sqlite3_column_int64(taker->statement, taker->count++);
}

int32_t take_int32(Taker *taker)
{
    return sqlite3_column_int(taker->statement, taker->count++);
}

bool take_bool(Taker *taker)
{
    return take_integer(taker) != 0;
}

double take_real(Taker *taker)
{
    return sqlite3_column_double(taker->statement, taker->count++);
}

Str take_text(Taker *taker)
{
    const void *data = sqlite3_column_text(taker->statement, taker->count);
    size_t size = (size_t)sqlite3_column_bytes(taker->statement, taker->count);
    taker->count++;
    return str_copy(taker->arena, (Str){data == NULL ? "" : data, data == NULL ? 0 : size});
}

void *store_db_grow(Arena *arena, void *items, size_t count, size_t item_size)
{
    bool is_full = (count & (count - 1)) == 0; /* 0, 1, 2, 4, 8 … items fill it */
    if (!is_full) return items;
    void *grown = arena_alloc_n(arena, count == 0 ? 1 : count * 2, item_size);
    if (count > 0) memcpy(grown, items, count * item_size);
    return grown;
}
