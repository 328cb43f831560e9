/* A connection and its statements, private to store/: each statement is prepared once, at its first use.
   A connection belongs to one thread at a time. */
#ifndef MATCHWICK_STORE_STORE_DB_H
#define MATCHWICK_STORE_STORE_DB_H

#include <sqlite3.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

typedef enum {
    SQL_PLAYERS,
    SQL_ADD_PLAYER,
    SQL_CHANGE_PLAYER,
    SQL_REMOVE_PLAYER,
    SQL_REMOVE_SETTINGS,
    SQL_EXPORT_PLAYER,
    SQL_GET_SETTING,
    SQL_SET_SETTING,
    SQL_ADD_ANSWER,
    SQL_EACH_ANSWER,
    SQL_ANSWER_DAYS,
    SQL_LAST_PLAYED,
    SQL_LAST_DECK,
    SQL_PACES,
    SQL_FIRSTS,
    SQL_CHOICE,
    SQL_LEARNER,
    SQL_ADD_LEARNER,
    SQL_CHANGE_LEARNER,
    SQL_STUDY,
    SQL_STUDIES,
    SQL_ADD_STUDY,
    SQL_CHANGE_STUDY,
    SQL_CARD,
    SQL_CARDS,
    SQL_SET_CARD,
    SQL_DROP_CARD,
    SQL_COUNT_DAY,
    SQL_DROP_DAY,
    SQL_NEWEST_SESSION,
    SQL_ADD_SESSION,
    SQL_CHANGE_SESSION,
    SQL_DROP_SESSION,
    SQL_SESSION_FACTS,
    SQL_COUNT_CALIBRATION,
    SQL_COUNT_CONFUSION,
    SQL_DROP_CONFUSION,
    SQL_LAST_ANSWER,
    SQL_MARK_UNDONE,
    SQL_LAST_MS,
    SQL_CARD_VERDICTS,
    SQL_LOG,
    SQL_LOG_REVIEWS,
    SQL_FIND_REVIEW,
    SQL_JUDGE_ANSWER,
    SQL_DECK_CARDS,
    SQL_DUE,
    SQL_STARRED,
    SQL_DUE_DECK,
    SQL_DUE_COUNT,
    SQL_DUE_COUNT_DECK,
    SQL_SPACED_SINCE,
    SQL_CONFUSIONS,
    SQL_MASTERY,
    SQL_SESSIONS,
    SQL_ADD_TEST,
    SQL_TESTS,
    SQL_TEST,
    SQL_STUDY_ROWS,
    SQL_LEARNED_CARDS,
    SQL_PROGRESS_DAYS,
    SQL_CALIBRATION,
    SQL_RESPONSE_TIMES,
    SQL_RESPONSE_TIMES_DECK,
    SQL_HARDEST,
    SQL_ADD_BOARD,
    SQL_ADD_RUN,
    SQL_BOARD,
    SQL_BOARD_TODAY,
    SQL_RANK,
    SQL_RUN,
    SQL_BEST,
    SQL_RUN_IDS,
    SQL_BOARDS,
    SQL_CLEAR_BOARD,
    SQL_DATA_VERSION,
    SQL_ERA,
    SQL_PEOPLE,
    SQL_BEGIN,
    SQL_COMMIT,
    SQL_ROLLBACK,
    SQL_COUNT
} SqlId;

typedef struct {
    sqlite3 *handle;
    sqlite3_stmt *statements[SQL_COUNT];
} StoreDb;

/* `flags` as sqlite3_open_v2's. SQLite's code; closed again if it is not SQLITE_OK. */
int store_db_open(StoreDb *db, const char *path, int flags);
void store_db_close(StoreDb *db);
int store_db_exec(StoreDb *db, const char *sql);
/* NULL if it cannot be prepared (`sqlite3_errcode` says why). Reset it when done. */
sqlite3_stmt *store_db_statement(StoreDb *db, SqlId id, const char *sql);
/* Runs a statement without parameters or rows. */
int store_db_run(StoreDb *db, SqlId id, const char *sql);
/* The first column of the first row; SQLITE_OK, or SQLite's code. */
int store_db_number(StoreDb *db, const char *sql, int64_t *out);
bool store_db_is_damage(int code);

/* Parameters in their order. The texts must live until the statement is reset. */
typedef struct {
    sqlite3_stmt *statement;
    int count;
} Binder;

/* A statement to bind to. */
Binder store_db_bind(StoreDb *db, SqlId id, const char *sql);
/* Steps a statement without rows and resets it; SQLite's code, also where it could not be prepared. */
int store_db_finish(StoreDb *db, Binder *binder);

void bind_integer(Binder *binder, int64_t value);
void bind_real(Binder *binder, double value);
void bind_text(Binder *binder, Str value);
void bind_null(Binder *binder);

/* Columns in their order, texts copied into the arena. */
typedef struct {
    sqlite3_stmt *statement;
    int count;
    Arena *arena;
} Taker;

int64_t take_integer(Taker *taker);
int32_t take_int32(Taker *taker);
bool take_bool(Taker *taker);
double take_real(Taker *taker); /* 0 for NULL */
Str take_text(Taker *taker);
/* The first row of what is bound; false if there is none, or with `code` other than SQLITE_OK. Reset it after
   taking. */
bool store_db_first(StoreDb *db, Binder *binder, Arena *arena, Taker *taker, int *code);

/* Room for one more item in an arena's array that grows by doubling. */
void *store_db_grow(Arena *arena, void *items, size_t count, size_t item_size);

#endif
