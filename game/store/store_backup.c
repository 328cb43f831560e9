#include "store/store_backup.h"

#include <string.h>

#include "base/file_tree.h"
#include "store/store_file.h"
#include "store/store_stage.h"

/* --- copies --- */

/* In one reading transaction; its pages come out in order and without gaps. */
static int copy_database(const char *from, const char *to)
{
    StoreDb db;
    sqlite3_stmt *statement = NULL;
    int code = store_open_alone(&db, from, SQLITE_OPEN_READWRITE);
    if (code != SQLITE_OK) return code;
    code = sqlite3_prepare_v2(db.handle, "VACUUM INTO ?", -1, &statement, NULL);
    Binder binder = {statement, 0};
    if (code == SQLITE_OK) {
        bind_text(&binder, str_of(to));
        sqlite3_step(statement);
    }
    int end = sqlite3_finalize(statement);
    store_db_close(&db);
    return code == SQLITE_OK ? end : code;
}

static bool gather_database(const StoreStage *stage, Arena *arena, Err *err)
{
    Str from = file_join(arena, stage->folder.data, STORE_DATABASE);
    Str to = file_join(arena, stage->path.data, STORE_DATABASE);
    int code = copy_database(from.data, to.data);
    return code == SQLITE_OK || err_set(err, "%s cannot be copied: %s", from.data, store_file_reason(code));
}

static void leave_out(StoreGathered *out, Str path, Arena *arena)
{
    out->left_out = store_db_grow(arena, out->left_out, out->left_out_count, sizeof *out->left_out);
    out->left_out[out->left_out_count++] = path;
}

/* A file that was removed since the folder was listed is none that is kept. */
static bool gather_file(Str from, Str to, uint32_t *count, Err *err)
{
    Err own = {0};
    if (file_copy(from.data, to.data, STORE_FILE_MAX_BYTES, &own)) {
        ++*count;
        return true;
    }
    return !file_is_there(from.data) || err_set(err, "%s", own.text);
}

static bool gather_files(const StoreStage *stage, const char *name, Arena *arena, StoreGathered *out,
                         Err *err)
{
    FileList list;
    uint32_t *count = strcmp(name, STORE_DECKS) == 0 ? &out->decks : &out->bin;
    Str from = file_join(arena, stage->folder.data, name), to = file_join(arena, stage->path.data, name);
    if (!file_is_folder(from.data)) return true;
    bool is_gathered = file_list(from.data, arena, &list, err);
    for (size_t i = 0; is_gathered && i < list.count; i++) {
        Str path = file_join(arena, from.data, list.names[i].data);
        if (store_stage_holds(from.data, list.names[i]))
            is_gathered = gather_file(path, file_join(arena, to.data, list.names[i].data), count, err);
        else if (list.names[i].data[0] != '.')
            leave_out(out, path, arena);
    }
    return is_gathered;
}

bool store_gather(StoreStage *stage, Arena *arena, StoreGathered *out, Err *err)
{
    *out = (StoreGathered){0};
    return gather_database(stage, arena, err) && gather_files(stage, STORE_DECKS, arena, out, err) &&
           gather_files(stage, STORE_BIN, arena, out, err);
}

/* --- what there is --- */

static int read_players(StoreDb *db, Arena *arena, StoreContents *out)
{
    sqlite3_stmt *statement = NULL;
    int code =
        sqlite3_prepare_v2(db->handle, "SELECT name FROM player ORDER BY folded", -1, &statement, NULL);
    if (code != SQLITE_OK) return code;
    Taker taker = {statement, 0, arena};
    while (sqlite3_step(statement) == SQLITE_ROW) {
        taker.count = 0;
        out->players = store_db_grow(arena, out->players, out->player_count, sizeof *out->players);
        out->players[out->player_count++] = take_text(&taker);
    }
    return sqlite3_finalize(statement);
}

static int read_contents(StoreDb *db, Arena *arena, StoreContents *out)
{
    int code = store_db_number(db, "PRAGMA user_version", &out->version);
    if (code == SQLITE_OK) code = store_db_number(db, "SELECT count(*) FROM run", &out->runs);
    if (code == SQLITE_OK)
        code = store_db_number(db, "SELECT coalesce(sum(answers), 0) FROM answer_day", &out->answers);
    if (code == SQLITE_OK) code = store_db_number(db, "SELECT count(*) FROM test", &out->tests);
    return code == SQLITE_OK ? read_players(db, arena, out) : code;
}

bool store_contents(const char *path, Arena *arena, StoreContents *out, Err *err)
{
    StoreDb db;
    *out = (StoreContents){0};
    int code = store_open_alone(&db, path, SQLITE_OPEN_READONLY);
    if (code != SQLITE_OK) return err_set(err, "%s cannot be read: %s", path, store_file_reason(code));
    code = read_contents(&db, arena, out);
    store_db_close(&db);
    return code == SQLITE_OK || err_set(err, "%s cannot be read: %s", path, store_file_reason(code));
}
