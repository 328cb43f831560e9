#include "store/store.h"

#include <assert.h>
#include <stdlib.h>

#include "store/store_backup.h"
#include "store/store_inner.h"

Store *store_open(const char *folder)
{
    Store *store = calloc(1, sizeof *store);
    if (store == NULL) err_fatal("Out of memory");
    arena_init(&store->arena, 4096);
    store_file_open(&store->file, folder, &store->arena);
    store_book_init(&store->book, &store->file.db);
    if (store->file.keep == KEEP_ALL) store->writer = store_writer_open(&store->file);
    store_follow(store);
    return store;
}

void store_close(Store *store)
{
    Arena arena;
    arena_init(&arena, 1024);
    Str unused;
    bool is_failing = store->writer != NULL && store_writer_is_failing(store->writer, &arena, &unused);
    if (store->writer != NULL) store_writer_close(store->writer);
    /* A checkpoint would carry on writing to a file that is damaged, or that nothing can be written to. */
    if (is_failing) sqlite3_db_config(store->file.db.handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    store_db_close(&store->file.db);
    store_book_deinit(&store->book);
    store_tickets_deinit(&store->sitting);
    arena_deinit(&arena);
    arena_deinit(&store->arena);
    free(store);
}

StoreHealth store_health(Store *store, Arena *arena, Str *sentence)
{
    if (store->writer != NULL && store_writer_is_failing(store->writer, arena, sentence))
        return STORE_FAILING;
    *sentence = str_copy(arena, str_of(store->file.sentence.text));
    return store->file.health;
}

const char *store_path(const Store *store)
{
    return store->file.path;
}

TicketState store_ticket(Store *store, StoreTicket ticket)
{
    if (store->writer != NULL) return store_writer_ticket(store->writer, ticket);
    assert(ticket >= 1 && ticket <= store->issued);
    return TICKET_FAILED;
}

int64_t store_ticket_run(Store *store, StoreTicket ticket)
{
    if (store->writer != NULL) return store_writer_run_id(store->writer, ticket);
    int64_t id = 0;
    store_tickets_find(&store->sitting, ticket, &id);
    return id;
}

bool store_flush(Store *store, Err *err)
{
    if (store->writer != NULL) return store_writer_flush(store->writer, err);
    return err_set(err, "%s", store->file.sentence.text);
}

void store_on_change(Store *store, void (*wake)(void *self), void *self)
{
    if (store->writer != NULL) store_writer_on_change(store->writer, wake, self);
}

/* --- for the other files of store/ --- */

StoreTicket store_hand_over(Store *store, const StoreRow *row)
{
    if (store->writer != NULL) return store_writer_add(store->writer, row);
    StoreTicket ticket = ++store->issued;
    int64_t id = 0;
    bool has_table = store->file.keep == KEEP_SITTING || row->kind == ROW_SETTING;
    if (has_table) store_row_write(&store->book, row, &id);
    if (has_table) store_book_write(&store->book);
    if (id != 0) store_tickets_add(&store->sitting, ticket, id);
    return ticket;
}

void store_meet(Store *store, int code)
{
    if (store->writer != NULL && store_db_is_damage(code)) store_writer_stop_for_damage(store->writer);
}

void store_end_reading(Store *store, sqlite3_stmt *statement, int step_code)
{
    store_meet(store, step_code);
    sqlite3_reset(statement);
}

Taker store_read(const Binder *binder, Arena *arena)
{
    return (Taker){binder->statement, 0, arena};
}

bool store_next(Store *store, Taker *taker)
{
    if (taker->statement == NULL) return false;
    int code = sqlite3_step(taker->statement);
    taker->count = 0;
    if (code != SQLITE_ROW) store_end_reading(store, taker->statement, code);
    return code == SQLITE_ROW;
}

int64_t store_limit(size_t limit)
{
    return limit > INT32_MAX ? INT32_MAX : (int64_t)limit;
}

static bool fail_change(Store *store, int code, Err *err)
{
    store_meet(store, code);
    return err_set(err, "%s cannot be changed: %s.", store->file.path, store_file_reason(code));
}

bool store_begin_change(Store *store, Err *err)
{
    int code = store_db_run(&store->file.db, SQL_BEGIN, "BEGIN IMMEDIATE");
    return code == SQLITE_OK || fail_change(store, code, err);
}

bool store_step_change(Store *store, sqlite3_stmt *statement, Err *err)
{
    if (statement == NULL) return fail_change(store, sqlite3_errcode(store->file.db.handle), err);
    sqlite3_step(statement);
    return store_finish_step(store, statement, err);
}

bool store_finish_step(Store *store, sqlite3_stmt *statement, Err *err)
{
    return store_met_change(store, sqlite3_reset(statement), err);
}

bool store_met_change(Store *store, int code, Err *err)
{
    return code == SQLITE_OK || fail_change(store, code, err);
}

bool store_end_change(Store *store, bool is_good, Err *err)
{
    StoreDb *db = &store->file.db;
    int code = is_good ? store_db_run(db, SQL_COMMIT, "COMMIT") : SQLITE_OK;
    if (code != SQLITE_OK) is_good = fail_change(store, code, err);
    if (sqlite3_get_autocommit(db->handle) == 0) store_db_run(db, SQL_ROLLBACK, "ROLLBACK");
    return is_good;
}

bool store_can_change(const Store *store, const char *change, Err *err)
{
    if (store->file.keep != KEEP_PART) return true;
    return err_set(err, "Nothing can be %s: %s", change, store->file.sentence.text);
}
