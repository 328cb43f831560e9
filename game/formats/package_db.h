/* A collection of Anki's as SQLite reads it: from a copy, with everything off by which a
   hostile file could run, write or take for ever. For this folder's own files. */
#ifndef MATCHWICK_FORMATS_PACKAGE_DB_H
#define MATCHWICK_FORMATS_PACKAGE_DB_H

#include <sqlite3.h>

#include "formats/package_zip.h"

#define PACKAGE_SCHEMA_OLDEST 11
#define PACKAGE_SCHEMA_TABLES 15 /* from here on note types and decks have tables: before, they are JSON */
#define PACKAGE_SCHEMA_NEWEST 18

typedef struct {
    sqlite3 *handle;
    Arena copy;         /* what it reads, where that is in memory */
    int64_t steps_left; /* of SQLite's machine, until it is stopped */
} PackageDb;

NODISCARD bool package_db_open(PackageDb *db, PackageZip *zip, Err *err);
void package_db_close(PackageDb *db);
/* Is there such a table (and not a view or anything else of that name)? */
bool package_db_has(PackageDb *db, const char *table);

typedef struct {
    PackageDb *db;
    sqlite3_stmt *statement;
    int code;
} PackageRows;

/* for (package_rows_begin(…); package_rows_next(&rows);) …; package_rows_end(&rows, err) */
void package_rows_begin(PackageRows *rows, PackageDb *db, const char *sql);
bool package_rows_next(PackageRows *rows);
/* False with `err`: they could not be read to the end. Must be called. */
NODISCARD bool package_rows_end(PackageRows *rows, Err *err);
int64_t package_rows_integer(PackageRows *rows, int column);
/* Bytes as they are, until the next row. */
Str package_rows_view(PackageRows *rows, int column);
/* As good text in the arena. */
Str package_rows_text(PackageRows *rows, int column, Arena *arena);

#endif
