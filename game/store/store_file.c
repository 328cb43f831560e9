#define _POSIX_C_SOURCE 200809L /* localtime_r */
#include "store/store_file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/file.h"
#include "store/store_backup.h"
#include "store/store_lock.h"
#include "store/store_schema.h"
#include "store/store_stage.h"

#define MARK_ENDING "-damaged"

/* What came of trying to use the file. */
typedef enum { TRY_USABLE, TRY_NEWER, TRY_DAMAGED, TRY_FOREIGN, TRY_READ_ONLY, TRY_FAILED } Try;

static const char *with_ending(Arena *arena, const char *path, const char *ending)
{
    return str_format(arena, "%s%s", path, ending).data;
}

static bool has_wal(const StoreFile *file, Arena *arena)
{
    FileInfo info;
    return file_info(with_ending(arena, file->path, "-wal"), &info) && info.size > 0;
}

void store_file_mark_damaged(const char *path)
{
    Arena arena;
    arena_init(&arena, 1024);
    FILE *mark = fopen(with_ending(&arena, path, MARK_ENDING), "w");
    if (mark != NULL) fclose(mark);
    arena_deinit(&arena);
}

const char *store_file_reason(int code)
{
    switch (code & 0xff) {
    case SQLITE_FULL: return "the disk is full";
    case SQLITE_IOERR: return "the disk fails to read or write";
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return "another program is using it";
    case SQLITE_READONLY:
    case SQLITE_PERM: return "it cannot be written";
    case SQLITE_CANTOPEN: return "it cannot be opened";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return "it is damaged";
    default: return sqlite3_errstr(code);
    }
}

/* --- the file as it should be --- */

/* Journal and durability of a connection that writes. Syncs are left out while a new file is laid out: the
   writer thread syncs it before anything in it counts as saved. */
static int prepare_to_write(StoreFile *file, SchemaState state)
{
    StoreDb *db = &file->db;
    file->is_new = state == SCHEMA_EMPTY;
    int code = store_db_exec(db, file->is_new ? "PRAGMA synchronous = OFF" : "PRAGMA synchronous = FULL");
    if (code == SQLITE_OK) code = store_db_exec(db, "PRAGMA journal_mode = WAL");
    if (code == SQLITE_OK && state != SCHEMA_CURRENT) code = store_schema_migrate(db);
    if (code == SQLITE_OK) code = store_db_exec(db, "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
    return code;
}

static Try try_of(int code)
{
    if (store_db_is_damage(code)) return TRY_DAMAGED;
    int primary = code & 0xff;
    bool is_no_entry = primary == SQLITE_READONLY || primary == SQLITE_CANTOPEN || primary == SQLITE_PERM;
    return is_no_entry ? TRY_READ_ONLY : TRY_FAILED;
}

static Try try_opened(StoreFile *file, int *code)
{
    /* What is not ours, or newer, is not to be touched by a checkpoint on closing. */
    sqlite3_db_config(file->db.handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    SchemaState state = store_schema_look(&file->db, code);
    switch (state) {
    case SCHEMA_NEWER: return TRY_NEWER;
    case SCHEMA_FOREIGN: return TRY_FOREIGN;
    case SCHEMA_DAMAGED: return TRY_DAMAGED;
    case SCHEMA_UNREADABLE: return try_of(*code);
    case SCHEMA_EMPTY:
    case SCHEMA_OLDER:
    case SCHEMA_CURRENT: break;
    }
    if (sqlite3_db_readonly(file->db.handle, "main") == 1) return TRY_READ_ONLY;
    *code = prepare_to_write(file, state);
    if (*code != SQLITE_OK) return try_of(*code);
    sqlite3_db_config(file->db.handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
    return TRY_USABLE;
}

static Try try_file(StoreFile *file, int *code)
{
    *code = store_db_open(&file->db, file->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    if (*code != SQLITE_OK) return try_of(*code);
    Try result = try_opened(file, code);
    if (result != TRY_USABLE) store_db_close(&file->db);
    return result;
}

/* --- where it cannot be used --- */

static void use_memory(StoreFile *file, StoreHealth health)
{
    file->keep = KEEP_SITTING;
    file->health = health;
    int code = store_db_open(&file->db, ":memory:", SQLITE_OPEN_READWRITE);
    if (code == SQLITE_OK) code = store_schema_migrate(&file->db);
    if (code == SQLITE_OK) code = store_db_exec(&file->db, "PRAGMA foreign_keys = ON");
    if (code != SQLITE_OK) err_fatal("No database in memory: %s", sqlite3_errstr(code));
}

/* A path as SQLite's URI: '?', '#' and '%' have a meaning there. */
static const char *uri_of(const char *path, const char *query, Arena *arena)
{
    StrBuf uri;
    str_buf_init(&uri, arena);
    str_buf_add(&uri, STR("file:"));
    for (const char *c = path; *c != '\0'; c++) {
        if (strchr("?#%", *c) != NULL)
            str_buf_addf(&uri, "%%%02X", (unsigned)*c);
        else
            str_buf_add(&uri, (Str){c, 1});
    }
    str_buf_add(&uri, str_of(query));
    return str_copy(arena, str_buf_str(&uri)).data;
}

/* Readable at all? Opening alone reads nothing. */
static bool open_and_look(StoreFile *file, const char *path, int flags)
{
    int64_t tables;
    if (store_db_open(&file->db, path, flags) != SQLITE_OK) return false;
    if (store_db_number(&file->db, "SELECT count(*) FROM sqlite_schema", &tables) == SQLITE_OK &&
        store_schema_shadow(&file->db) == SQLITE_OK)
        return true;
    store_db_close(&file->db);
    return false;
}

/* In a folder where SQLite can make no -shm beside the file, it is read as one that nobody changes: what a
   -wal left by a copy that was killed holds is then not seen. */
static void use_read_only(StoreFile *file, StoreHealth health, Arena *arena)
{
    bool is_read = open_and_look(file, file->path, SQLITE_OPEN_READONLY) ||
                   open_and_look(file, uri_of(file->path, "?immutable=1", arena),
                                 SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
    file->keep = KEEP_PART;
    file->health = health;
    if (!is_read) use_memory(file, health);
}

/* --- damage --- */

/* "…/matchwick.damaged-20261124-180405.db", or with -2, -3 … where that is taken. */
static const char *free_name(const StoreFile *file, Arena *arena)
{
    char stamp[32];
    time_t now = time(NULL);
    struct tm local;
    if (localtime_r(&now, &local) == NULL) local = (struct tm){.tm_mday = 1};
    strftime(stamp, sizeof stamp, "%Y%m%d-%H%M%S", &local);
    size_t stem = strlen(file->path) - strlen(".db");
    Str name = str_format(arena, "%.*s.damaged-%s.db", (int)stem, file->path, stamp);
    for (int n = 2; file_is_there(name.data); n++)
        name = str_format(arena, "%.*s.damaged-%s-%d.db", (int)stem, file->path, stamp, n);
    return name.data;
}

/* The database first: SQLite drops a -wal that is beside no database, never the other way round. */
static bool set_aside(const StoreFile *file, const char *name, Arena *arena)
{
    if (rename(file->path, name) != 0) return false;
    static const char *const endings[] = {"-wal", "-shm"};
    for (size_t i = 0; i < 2; i++) {
        const char *from = with_ending(arena, file->path, endings[i]);
        rename(from, with_ending(arena, name, endings[i])); /* most often there is none */
    }
    remove(with_ending(arena, file->path, MARK_ENDING));
    return true;
}

static void replace(StoreFile *file, Try why, Arena *arena)
{
    const char *what = why == TRY_FOREIGN ? "is another program's" : "is damaged";
    const char *name = free_name(file, arena);
    int code = SQLITE_OK;
    if (!set_aside(file, name, arena)) {
        err_set(
            &file->sentence,
            "The file with your runs, %s, %s and cannot be moved away: %s. Nothing of this sitting is kept.",
            file->path, what, strerror(errno));
        use_memory(file, STORE_READ_ONLY);
        return;
    }
    file->health = STORE_SET_ASIDE;
    err_set(&file->sentence, "The file with your runs %s. It was set aside as %s.", what, name);
    if (try_file(file, &code) == TRY_USABLE) return;
    err_wrap(&file->sentence, "No new file can be begun, and nothing of this sitting is kept (%s)",
             store_file_reason(code));
    use_memory(file, STORE_READ_ONLY);
}

/* --- all together --- */

static void open_locked(StoreFile *file, Arena *arena)
{
    int code = SQLITE_OK;
    bool is_marked = file_is_there(with_ending(arena, file->path, MARK_ENDING)) && file_is_there(file->path);
    file->was_unclean = has_wal(file, arena);
    Try result = is_marked ? TRY_DAMAGED : try_file(file, &code);
    switch (result) {
    case TRY_USABLE: break;
    case TRY_NEWER:
        err_set(&file->sentence,
                "%s was made by a newer version of Matchwick. It is left as it is, and nothing of this "
                "sitting is kept.",
                file->path);
        use_read_only(file, STORE_NEWER, arena);
        break;
    case TRY_DAMAGED:
    case TRY_FOREIGN: replace(file, result, arena); break;
    case TRY_READ_ONLY:
        err_set(&file->sentence,
                "%s cannot be written. What is there is shown, and nothing of this sitting is kept.",
                file->path);
        use_read_only(file, STORE_READ_ONLY, arena);
        break;
    case TRY_FAILED:
        err_set(&file->sentence, "%s cannot be used: %s. Nothing of this sitting is kept.", file->path,
                store_file_reason(code));
        use_read_only(file, STORE_READ_ONLY, arena);
        break;
    }
}

void store_file_open(StoreFile *file, const char *folder, Arena *arena)
{
    *file = (StoreFile){.path = file_join(arena, folder, STORE_DATABASE).data};
    Err err = {0};
    if (!file_make_folder(folder, &err)) {
        err_set(&file->sentence, "There is no folder to keep runs in: %s. Nothing of this sitting is kept.",
                err.text);
        use_memory(file, STORE_READ_ONLY);
        return;
    }
    /* Two copies that start at once would both set a damaged file aside, the second one the new file of the
       first: so one after the other. */
    StoreLock lock = store_lock(folder);
    if (lock.is_held) store_stage_tidy(folder);
    open_locked(file, arena);
    store_unlock(&lock);
}
