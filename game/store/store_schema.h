/* The tables, and the way from any older version to this one. Private to store/. */
#ifndef MATCHWICK_STORE_STORE_SCHEMA_H
#define MATCHWICK_STORE_STORE_SCHEMA_H

#include "store/store_db.h"

#define STORE_VERSION        3          /* PRAGMA user_version */
#define STORE_APPLICATION_ID 0x4D57434B /* "MWCK": PRAGMA application_id */

typedef enum {
    SCHEMA_EMPTY,   /* nothing in it yet */
    SCHEMA_OLDER,   /* to be migrated, or with answers that a copy of an older version has added since */
    SCHEMA_CURRENT, /* and all tables are there */
    SCHEMA_NEWER,
    SCHEMA_DAMAGED, /* not a database, broken, or tables are missing */
    SCHEMA_FOREIGN, /* another program's database */
    SCHEMA_UNREADABLE
} SchemaState;

/* Reads header and schema alone. `code` is SQLite's when unreadable or damaged. */
SchemaState store_schema_look(StoreDb *db, int *code);
/* In one transaction; another copy may be doing the same at the same time. An empty connection in memory gets
 * the whole schema. SQLite's code. */
int store_schema_migrate(StoreDb *db);
/* Shadows what a sitting may change by tables in memory, on a connection that cannot write its file. */
int store_schema_shadow(StoreDb *db);

#endif
