#include <string.h>

#include "store/store_inner.h"

/* What the book is reckoned by: read anew when it is next asked. */
static int close_book(StoreBook *book, const StoreSetting *setting)
{
    if (!str_is(setting->key, STR("memory")) && !str_is(setting->key, STR("retention"))) return SQLITE_OK;
    int code = store_book_write(book);
    if (code == SQLITE_OK) store_book_forget(book);
    return code;
}

int store_settings_write(StoreBook *book, const StoreSetting *setting)
{
    int code = close_book(book, setting);
    if (code != SQLITE_OK) return code;
    Binder binder =
        store_db_bind(book->db, SQL_SET_SETTING, "INSERT OR REPLACE INTO setting VALUES (?, ?, ?)");
    bind_integer(&binder, setting->player);
    bind_text(&binder, setting->key);
    bind_text(&binder, setting->value);
    return store_db_finish(book->db, &binder);
}

static Str read_setting(Store *store, int64_t player, Str key, Arena *arena)
{
    Str value = STR("");
    sqlite3_stmt *statement = store_db_statement(&store->file.db, SQL_GET_SETTING,
                                                 "SELECT value FROM setting WHERE player = ? AND key = ?");
    if (statement == NULL) return value;
    Binder binder = {statement, 0};
    bind_integer(&binder, player);
    bind_text(&binder, key);
    int code = sqlite3_step(statement);
    Taker taker = {statement, 0, arena};
    if (code == SQLITE_ROW) value = take_text(&taker);
    store_end_reading(store, statement, code);
    return value;
}

Str store_get_setting(Store *store, int64_t player, const char *key, Arena *arena)
{
    Str value;
    /* The queue first: what leaves it has been committed, so it cannot be missed between the two. */
    if (store->writer != NULL && store_writer_find_setting(store->writer, player, str_of(key), arena, &value))
        return value;
    return read_setting(store, player, str_of(key), arena);
}

StoreTicket store_set_setting(Store *store, int64_t player, const char *key, Str value)
{
    StoreRow row = {.kind = ROW_SETTING, .of.setting = {player, str_of(key), value}};
    return store_hand_over(store, &row);
}
