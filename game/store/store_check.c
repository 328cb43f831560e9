/* A database from elsewhere is looked through to its last page before it takes the place of another. */
#include "store/store_file.h"
#include "store/store_schema.h"
#include "store/store_stage.h"

/* What SQLite finds broken first; false if all is sound. */
static bool find_damage(StoreDb *db, const char *sql, Err *err)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(db->handle, sql, -1, &statement, NULL);
    const char *said = NULL;
    if (code == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW) {
        said = (const char *)sqlite3_column_text(statement, 0);
        if (said != NULL && !str_is(str_of(said), STR("ok")))
            err_set(err, "its database is damaged: %s", said);
    }
    int end = sqlite3_finalize(statement);
    if (code == SQLITE_OK) code = end;
    if (code != SQLITE_OK) err_set(err, "its database is damaged: %s", sqlite3_errmsg(db->handle));
    return err->is_set;
}

static bool check_schema(StoreDb *db, Err *err)
{
    int code;
    int64_t version = 0;
    switch (store_schema_look(db, &code)) {
    case SCHEMA_OLDER:
    case SCHEMA_CURRENT: return true;
    case SCHEMA_NEWER:
        store_db_number(db, "PRAGMA user_version", &version);
        return err_set(err,
                       "it was made by a newer version of Matchwick (tables of version %lld, this one knows"
                       " %d): install that one first",
                       (long long)version, STORE_VERSION);
    case SCHEMA_FOREIGN: return err_set(err, "its database is another program's");
    case SCHEMA_EMPTY:
    case SCHEMA_DAMAGED:
    case SCHEMA_UNREADABLE: break;
    }
    return err_set(err, "its database is damaged: %s",
                   code == SQLITE_OK ? "tables are missing" : store_file_reason(code));
}

static int is_there(StoreDb *db, const char *find_sql, Str what, bool *out)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(db->handle, find_sql, -1, &statement, NULL);
    Binder binder = {statement, 0};
    if (code != SQLITE_OK) return code;
    bind_text(&binder, what);
    *out = sqlite3_step(statement) == SQLITE_ROW;
    return sqlite3_finalize(statement);
}

/* Whether `find_sql` finds in the one all that `list_sql` lists of the other. */
static int has_all(StoreDb *db, const char *find_sql, StoreDb *of, const char *list_sql, bool *out)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(of->handle, list_sql, -1, &statement, NULL);
    Arena arena;
    arena_init(&arena, 0);
    Taker taker = {statement, 0, &arena};
    *out = true;
    while (code == SQLITE_OK && *out && sqlite3_step(statement) == SQLITE_ROW) {
        taker.count = 0;
        code = is_there(db, find_sql, take_text(&taker), out);
    }
    arena_deinit(&arena);
    int end = sqlite3_finalize(statement);
    return code == SQLITE_OK ? end : code;
}

/* Triggers run by themselves, and views stand for tables: there are to be none but ours. */
static int has_own_triggers(StoreDb *db, StoreDb *known, bool *out)
{
    return has_all(known, "SELECT 1 FROM sqlite_schema WHERE sql = ?", db,
                   "SELECT sql FROM sqlite_schema WHERE type IN ('trigger', 'view')", out);
}

/* SQLite finds a name that was changed as sound as any. */
static int has_own_columns(StoreDb *db, StoreDb *known, bool *out)
{
    return has_all(db,
                   "SELECT 1 FROM sqlite_schema t, pragma_table_info(t.name) c"
                   " WHERE t.type = 'table' AND t.name || '.' || c.name = ?",
                   known,
                   "SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_info(t.name) c"
                   " WHERE t.type = 'table'",
                   out);
}

static bool check_shape(StoreDb *db, Err *err)
{
    StoreDb known;
    bool has_triggers = true, has_columns = true;
    int code = store_db_open(&known, ":memory:", SQLITE_OPEN_READWRITE);
    if (code == SQLITE_OK) {
        code = store_schema_migrate(&known);
        if (code == SQLITE_OK) code = has_own_triggers(db, &known, &has_triggers);
        if (code == SQLITE_OK) code = has_own_columns(db, &known, &has_columns);
        store_db_close(&known);
    }
    if (code != SQLITE_OK) return err_set(err, "its database cannot be read: %s", store_file_reason(code));
    if (!has_triggers) return err_set(err, "its database holds triggers that are not this game's");
    return has_columns || err_set(err, "its database is damaged: columns are missing");
}

static const char orphans_sql[] = "SELECT 'a row of ' || \"table\" || ' belongs to none of ' || parent FROM "
                                  "pragma_foreign_key_check LIMIT 1";

static bool prepare(StoreDb *db, Err *err)
{
    int code = store_schema_migrate(db);
    if (code == SQLITE_OK && !check_shape(db, err)) return false;
    if (code == SQLITE_OK)
        code = store_db_exec(db, "INSERT OR REPLACE INTO setting VALUES (0, '" STORE_ERA_KEY
                                 "', hex(randomblob(16))); PRAGMA journal_mode = DELETE");
    return code == SQLITE_OK ||
           err_set(err, "its database cannot be made ready: %s", store_file_reason(code));
}

static bool check(StoreDb *db, Err *err)
{
    store_db_exec(db, "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON");
    if (!check_schema(db, err) || find_damage(db, "PRAGMA integrity_check(1)", err) ||
        find_damage(db, orphans_sql, err))
        return false;
    return prepare(db, err);
}

bool store_stage_check(StoreStage *stage, Err *err)
{
    StoreDb db;
    Err own = {0};
    Str path = file_join(&stage->arena, stage->path.data, STORE_DATABASE);
    int code = store_open_alone(&db, path.data, SQLITE_OPEN_READWRITE);
    if (code != SQLITE_OK) return err_set(err, "its database cannot be opened: %s", store_file_reason(code));
    bool is_good = check(&db, &own);
    store_db_close(&db);
    return is_good || err_set(err, "%s", own.text);
}
