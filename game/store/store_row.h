/* Rows on their way into the file, private to store/. */
#ifndef MATCHWICK_STORE_STORE_ROW_H
#define MATCHWICK_STORE_STORE_ROW_H

#include "store/store.h"
#include "store/store_book.h"

typedef enum { ROW_SETTING, ROW_ANSWER, ROW_RUN, ROW_UNDO, ROW_MARK, ROW_RECOUNT, ROW_TEST } StoreRowKind;

typedef struct {
    int64_t player;
    Str key, value;
} StoreSetting;

typedef struct {
    int64_t player;
    Str deck_id, card_id;
} StoreUndo;

typedef enum { MARK_STARRED, MARK_SUSPENDED, MARK_LEARNED, MARK_BURIED } MarkKind;

typedef struct {
    MarkKind kind;
    int64_t player;
    Str deck_id, card_id;
    int64_t value; /* 0 or 1; buried: until when */
} StoreMark;

typedef struct {
    int64_t player, now_ms;
    Str deck_id;
} StoreRecount;

typedef struct {
    StoreRowKind kind;
    union {
        StoreSetting setting;
        StoreAnswer answer;
        StoreRun run;
        StoreUndo undo;
        StoreMark mark;
        StoreRecount recount;
        StoreTest test;
    } of;
} StoreRow;

/* Bytes that a copy's texts need behind it, and the copy: every text moved to `texts`. */
size_t store_row_texts_size(const StoreRow *row);
void store_row_copy(StoreRow *copy, const StoreRow *row, char *texts);
/* SQLite's code; of a run or a test also its id. Inside a transaction of the caller's, who writes the book
   at its end. A row that is refused leaves the book as it was. */
int store_row_write(StoreBook *book, const StoreRow *row, int64_t *id);

/* One each, in the files of those modules. */
int store_settings_write(StoreBook *book, const StoreSetting *setting);
int store_answers_write(StoreBook *book, const StoreAnswer *answer);
int store_runs_write(StoreDb *db, const StoreRun *run, int64_t *id);
int store_undo_write(StoreBook *book, const StoreUndo *undo);
int store_marks_write(StoreBook *book, const StoreMark *mark);
int store_memory_recount(StoreBook *book, const StoreRecount *recount);
int store_tests_write(StoreBook *book, const StoreTest *test, int64_t *id);

#endif
