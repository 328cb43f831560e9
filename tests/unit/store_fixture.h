/* What the store's tests share: a folder of their own, rows to write, and ways to look behind. */
#ifndef MATCHWICK_TESTS_UNIT_STORE_FIXTURE_H
#define MATCHWICK_TESTS_UNIT_STORE_FIXTURE_H

#include "unit/folder_fixture.h"

#include <sqlite3.h>
#include <time.h>

#include "store/store.h"

#define STORE_TEST(test) FOLDER_TEST(test)

static inline void fixture_sleep_ms(long ms)
{
    const struct timespec pause = {.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000};
    nanosleep(&pause, NULL);
}

static inline int64_t fixture_player(Store *store, const char *name)
{
    Err err = {0};
    int64_t id = 0;
    bool is_added = store_add_player(store, str_of(name), 1, 1000, &id, &err);
    if (!is_added) fail_msg("%s", err.text);
    return id;
}

static inline StoreAnswer fixture_answer(int64_t player)
{
    return (StoreAnswer){.player = player,
                         .at_ms = 1764000000000,
                         .day = 20416,
                         .deck_id = STR("capitals"),
                         .fingerprint =
                             STR("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"),
                         .card_id = STR("fr"),
                         .mode = STR("rush"),
                         .variant = STR("classic"),
                         .format = STR("choice"),
                         .shown = STR("The city on the Seine that is its seat of government"),
                         .chosen = STR("France"),
                         .chosen_card = STR("fr"),
                         .is_right = true,
                         .response_ms = 1803,
                         .choices = 4,
                         .read_characters = 77};
}

static inline BoardKey fixture_board(void)
{
    return (BoardKey){.fingerprint = STR("0123456789abcdef"),
                      .mode = STR("match"),
                      .variant = STR("sprint"),
                      .setup = STR("pairs=18 board=6"),
                      .category = STR(""),
                      .rules = 1};
}

static inline StoreRun fixture_run(int64_t player, int64_t key_0, int64_t key_1)
{
    return (StoreRun){.player = player,
                      .player_name = STR("Ada"),
                      .board = fixture_board(),
                      .deck_id = STR("capitals"),
                      .deck_title = STR("World capitals"),
                      .seed = UINT64_C(18446744073709551557),
                      .played_ms = 1764000000000,
                      .rank_key = {key_0, key_1},
                      .score = 4200,
                      .time_ms = key_0,
                      .penalty_ms = 1000,
                      .right = 18,
                      .wrong = 1,
                      .best_streak = 12,
                      .stars = 3,
                      .inputs = 38,
                      .replay = STR("{\"format\":\"matchwick-replay\",\"seed\":\"18446744073709551557\"}")};
}

/* Adds the run and waits for it; its id. */
static inline int64_t fixture_add_run(Store *store, const StoreRun *run)
{
    StoreTicket ticket = store_add_run(store, run);
    Err err = {0};
    if (!store_flush(store, &err)) fail_msg("%s", err.text);
    assert_int_equal(store_ticket(store, ticket), TICKET_SAVED);
    return store_ticket_run(store, ticket);
}

/* One number out of the file, past the store. */
static inline int64_t fixture_number(const char *path, const char *sql)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    sqlite3_busy_timeout(db, 5000);
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK) fail_msg("%s", sqlite3_errmsg(db));
    int64_t number = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : INT64_MIN;
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return number;
}

/* Does SQLite find every page and every index sound, and every row's parent there? */
static inline bool fixture_is_sound(const char *path)
{
    return fixture_number(path, "SELECT integrity_check = 'ok' FROM pragma_integrity_check") == 1 &&
           fixture_number(path, "SELECT count(*) FROM pragma_foreign_key_check") == 0;
}

static inline StoreHealth fixture_health(Fixture *fixture, Store *store, const char **sentence)
{
    Str said;
    StoreHealth health = store_health(store, &fixture->arena, &said);
    *sentence = said.data;
    return health;
}

#endif
