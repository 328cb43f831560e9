/* Rows on their way into the file, private to store/. */
#ifndef MATCHWICK_STORE_STORE_ROW_H
#define MATCHWICK_STORE_STORE_ROW_H

#include "store/store.h"
#include "store/store_db.h"

typedef enum { ROW_SETTING, ROW_ANSWER, ROW_RUN } StoreRowKind;

typedef struct {
    int64_t player;
    Str key, value;
} StoreSetting;

typedef struct {
    StoreRowKind kind;
    union {
        StoreSetting setting;
        StoreAnswer answer;
        StoreRun run;
    } of;
} StoreRow;

/* Bytes that a copy's texts need behind it, and the copy: every text moved to `texts`. */
size_t store_row_texts_size(const StoreRow *row);
void store_row_copy(StoreRow *copy, const StoreRow *row, char *texts);
/* SQLite's code; of a run also its id. Inside a transaction of the caller's. */
int store_row_write(StoreDb *db, const StoreRow *row, int64_t *run_id);

/* One each, in the files of those modules. */
int store_settings_write(StoreDb *db, const StoreSetting *setting);
int store_answers_write(StoreDb *db, const StoreAnswer *answer);
int store_runs_write(StoreDb *db, const StoreRun *run, int64_t *id);

#endif
