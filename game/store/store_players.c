#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>

#include "base/text.h"
#include "store/store_inner.h"

size_t store_players(Store *store, Arena *arena, StorePlayer **out)
{
    size_t count = 0;
    *out = NULL;
    sqlite3_stmt *statement = store_db_statement(
        &store->file.db, SQL_PLAYERS,
        "SELECT id, name, color, created_ms, runs, coalesce((SELECT sum(answers) FROM answer_day"
        " WHERE player = player.id), 0) FROM player ORDER BY folded");
    if (statement == NULL) return 0;
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        *out = store_db_grow(arena, *out, count, sizeof **out);
        Taker taker = {statement, 0, arena};
        StorePlayer *player = &(*out)[count++];
        player->id = take_integer(&taker);
        player->name = take_text(&taker);
        player->color = take_int32(&taker);
        player->created_ms = take_integer(&taker);
        player->runs = take_integer(&taker);
        player->answers = take_integer(&taker);
    }
    store_end_reading(store, statement, code);
    return count;
}

#define LAST_KEY "player" /* a setting of the machine's */

const StorePlayer *store_last_player(Store *store, const StorePlayer *players, size_t count, Arena *arena)
{
    Str last = store_get_setting(store, 0, LAST_KEY, arena);
    int64_t id = last.size > 0 ? strtoll(last.data, NULL, 10) : 0;
    for (size_t i = 0; i < count; i++)
        if (players[i].id == id) return &players[i];
    return count > 0 ? &players[0] : NULL;
}

void store_remember_player(Store *store, int64_t id, Arena *arena)
{
    Str text = str_format(arena, "%" PRId64, id);
    if (!str_is(store_get_setting(store, 0, LAST_KEY, arena), text))
        store_set_setting(store, 0, LAST_KEY, text);
}

/* White space of every script off both ends. */
static Str trim(Str name)
{
    size_t from = 0, to = 0, offset = 0;
    bool is_started = false;
    while (offset < name.size) {
        size_t start = offset;
        if (text_kind(text_next(name, &offset)) == TEXT_SPACE) continue;
        if (!is_started) from = start;
        is_started = true;
        to = offset;
    }
    return str_slice(name, from, to);
}

static bool has_control(Str name)
{
    for (size_t offset = 0; offset < name.size;) {
        uint32_t c = text_next(name, &offset);
        if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029) return true;
    }
    return false;
}

static bool check_name(Str name, Arena *arena, Str *clean, Err *err)
{
    if (text_find_invalid_utf8(name) != TEXT_NO_OFFSET)
        return err_set(err, "The name is not UTF-8 text. Type it anew.");
    *clean = trim(text_normalise(arena, name));
    if (clean->size == 0) return err_set(err, "A player needs a name of at least one character.");
    if (has_control(*clean)) return err_set(err, "A name is one line, without tabs.");
    size_t length = text_count_graphemes(*clean);
    if (length > STORE_NAME_GRAPHEMES)
        return err_set(err, "A name has at most %d characters; this one has %zu.", STORE_NAME_GRAPHEMES,
                       length);
    return true;
}

/* One change: name, folded name, colour and `last` are the statement's parameters. */
static bool write_player(Store *store, sqlite3_stmt *statement, const StorePlayer *player, int64_t last,
                         Err *err)
{
    assert(player->color >= 0 && player->color < STORE_PLAYER_COLORS);
    if (statement == NULL) return err_set(err, "Players cannot be read or written.");
    Arena arena;
    arena_init(&arena, 1024);
    Str name = STR("");
    bool is_good = check_name(player->name, &arena, &name, err) && store_begin_change(store, err);
    if (is_good) {
        Binder binder = {statement, 0};
        bind_text(&binder, name);
        bind_text(&binder, text_fold(&arena, name));
        bind_integer(&binder, player->color);
        bind_integer(&binder, last);
        /* The first error stays: this one says more than SQLite's code. */
        if ((sqlite3_step(statement) & 0xff) == SQLITE_CONSTRAINT)
            err_set(err, "There is a player named %.*s already.", STR_FMT(name));
        is_good = store_end_change(store, store_finish_step(store, statement, err), err);
    }
    arena_deinit(&arena);
    return is_good;
}

bool store_add_player(Store *store, Str name, int color, int64_t now_ms, int64_t *id, Err *err)
{
    StoreDb *db = &store->file.db;
    sqlite3_stmt *statement = store_db_statement(
        db, SQL_ADD_PLAYER, "INSERT INTO player (name, folded, color, created_ms) VALUES (?, ?, ?, ?)");
    StorePlayer player = {.name = name, .color = color};
    if (!write_player(store, statement, &player, now_ms, err)) return false;
    *id = sqlite3_last_insert_rowid(db->handle);
    return true;
}

bool store_change_player(Store *store, int64_t id, Str name, int color, Err *err)
{
    StoreDb *db = &store->file.db;
    sqlite3_stmt *statement = store_db_statement(
        db, SQL_CHANGE_PLAYER, "UPDATE player SET name = ?, folded = ?, color = ? WHERE id = ?");
    StorePlayer player = {.name = name, .color = color};
    if (!write_player(store, statement, &player, id, err)) return false;
    return sqlite3_changes(db->handle) == 1 || err_set(err, "That player is not there any more.");
}

static bool remove_rows(Store *store, SqlId sql_id, const char *sql, int64_t player, Err *err)
{
    sqlite3_stmt *statement = store_db_statement(&store->file.db, sql_id, sql);
    if (statement != NULL) sqlite3_bind_int64(statement, 1, player);
    return store_step_change(store, statement, err);
}

bool store_remove_player(Store *store, int64_t id, Err *err)
{
    if (!store_can_change(store, "removed", err)) return false;
    store_flush(store, NULL); /* what still waits is to go too; if it cannot be written, its player is gone */
    if (!store_begin_change(store, err)) return false;
    bool is_good = remove_rows(store, SQL_REMOVE_SETTINGS, "DELETE FROM setting WHERE player = ?", id, err) &&
                   remove_rows(store, SQL_REMOVE_PLAYER, "DELETE FROM player WHERE id = ?", id, err);
    store_book_forget(&store->book); /* it knows the player's decks by numbers that others may get */
    return store_end_change(store, is_good, err);
}
