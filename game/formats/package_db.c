#include "formats/package_db.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "formats/package_copy.h"

#define MAX_STEPS    INT64_C(500000000) /* some seconds */
#define STEPS_A_CALL 10000
#define MAX_VALUE    (64 << 20)

/* --- safe reading --- */

static int count_steps(void *context)
{
    PackageDb *db = context;
    db->steps_left -= STEPS_A_CALL;
    return db->steps_left < 0;
}

/* Reading tables is all that is allowed, and asking what their columns are. */
static int authorize(void *context, int action, const char *what, const char *b, const char *c, const char *d)
{
    (void)context, (void)b, (void)c, (void)d;
    bool is_reading = action == SQLITE_SELECT || action == SQLITE_READ || action == SQLITE_FUNCTION;
    bool is_asking = action == SQLITE_PRAGMA && strcmp(what, "table_xinfo") == 0;
    return is_reading || is_asking ? SQLITE_OK : SQLITE_DENY;
}

/* Anki's own order of names needs to be there; what it is matters to no query of ours. */
static int collate(void *context, int a_size, const void *a, int b_size, const void *b)
{
    (void)context;
    return str_compare((Str){a, (size_t)a_size}, (Str){b, (size_t)b_size});
}

static bool harden(PackageDb *db)
{
    static const int off[] = {SQLITE_DBCONFIG_ENABLE_TRIGGER,
                              SQLITE_DBCONFIG_ENABLE_VIEW,
                              SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION,
                              SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER,
                              SQLITE_DBCONFIG_TRUSTED_SCHEMA,
                              SQLITE_DBCONFIG_DQS_DML,
                              SQLITE_DBCONFIG_DQS_DDL};
    bool is_safe = sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL) == SQLITE_OK;
    for (size_t i = 0; i < sizeof off / sizeof *off; i++)
        is_safe = sqlite3_db_config(db->handle, off[i], 0, (int *)NULL) == SQLITE_OK && is_safe;
    sqlite3_limit(db->handle, SQLITE_LIMIT_LENGTH, MAX_VALUE);
    sqlite3_limit(db->handle, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(db->handle, SQLITE_LIMIT_WORKER_THREADS, 0);
    sqlite3_limit(db->handle, SQLITE_LIMIT_EXPR_DEPTH, 50);
    db->steps_left = MAX_STEPS;
    sqlite3_progress_handler(db->handle, STEPS_A_CALL, count_steps, db);
    return is_safe && sqlite3_exec(db->handle, "PRAGMA query_only = 1", NULL, NULL, NULL) == SQLITE_OK &&
           sqlite3_exec(db->handle, "PRAGMA cell_size_check = 1", NULL, NULL, NULL) == SQLITE_OK &&
           sqlite3_create_collation(db->handle, "unicase", SQLITE_UTF8, NULL, collate) == SQLITE_OK &&
           sqlite3_set_authorizer(db->handle, authorize, NULL) == SQLITE_OK;
}

bool package_db_open(PackageDb *db, PackageZip *zip, Err *err)
{
    *db = (PackageDb){0};
    arena_init(&db->copy, 0);
    bool is_open = package_copy_open(zip, &db->copy, &db->handle, err);
    if (is_open && !harden(db)) is_open = err_set(err, "its collection cannot be read safely");
    if (!is_open) package_db_close(db);
    return is_open;
}

void package_db_close(PackageDb *db)
{
    sqlite3_close(db->handle);
    db->handle = NULL;
    arena_deinit(&db->copy);
}

/* --- rows --- */

void package_rows_begin(PackageRows *rows, PackageDb *db, const char *sql)
{
    *rows = (PackageRows){.db = db};
    rows->code = sqlite3_prepare_v2(db->handle, sql, -1, &rows->statement, NULL);
}

bool package_rows_next(PackageRows *rows)
{
    if (rows->code == SQLITE_OK || rows->code == SQLITE_ROW) rows->code = sqlite3_step(rows->statement);
    return rows->code == SQLITE_ROW;
}

bool package_rows_end(PackageRows *rows, Err *err)
{
    int code = rows->code & 0xff; /* extended codes carry it in their low byte */
    bool is_read = code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE;
    if (code == SQLITE_INTERRUPT)
        err_set(err, "its collection takes too long to be read: no Anki made it");
    else if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
        err_set(err, "its collection is damaged (SQLite: %s)", sqlite3_errmsg(rows->db->handle));
    else if (!is_read)
        err_set(err, "its collection cannot be read (SQLite: %s)", sqlite3_errmsg(rows->db->handle));
    sqlite3_finalize(rows->statement);
    rows->statement = NULL;
    return is_read;
}

int64_t package_rows_integer(PackageRows *rows, int column)
{
    return sqlite3_column_int64(rows->statement, column);
}

Str package_rows_view(PackageRows *rows, int column)
{
    const void *bytes = sqlite3_column_text(rows->statement, column);
    int size = sqlite3_column_bytes(rows->statement, column);
    return bytes && size > 0 ? (Str){bytes, (size_t)size} : STR("");
}

Str package_rows_text(PackageRows *rows, int column, Arena *arena)
{
    Str view = package_rows_view(rows, column), text = text_repair(arena, view);
    return text.data == view.data ? str_copy(arena, text) : text;
}

static bool has_row(PackageDb *db, const char *sql)
{
    PackageRows rows;
    package_rows_begin(&rows, db, sql);
    bool has = package_rows_next(&rows);
    return package_rows_end(&rows, NULL) && has;
}

/* A column that is computed when it is read could compute anything; these are marked as hidden. */
static bool has_computed(PackageDb *db, const char *table)
{
    char sql[128];
    PackageRows rows;
    bool has = false;
    snprintf(sql, sizeof sql, "PRAGMA table_xinfo(%s)", table);
    for (package_rows_begin(&rows, db, sql); package_rows_next(&rows);)
        has = has || package_rows_integer(&rows, 6) != 0;
    return !package_rows_end(&rows, NULL) || has;
}

bool package_db_has(PackageDb *db, const char *table)
{
    char sql[128];
    snprintf(sql, sizeof sql,
             "SELECT 1 FROM sqlite_master WHERE type = 'table' AND rootpage > 0 AND name = '%s'", table);
    return has_row(db, sql) && !has_computed(db, table);
}
