/* Handing an answer to the store, as a frame does, against committing a like row by SQLite alone (WAL,
   synchronous NORMAL) in the same thread. bench_store DATA */
#define _POSIX_C_SOURCE 200809L
#include <sqlite3.h>

#include "base/err.h"
#include "bench.h"
#include "store/store.h"

#define ANSWERS 500

static sqlite3 *open_bare(const char *path)
{
    sqlite3 *db;
    bench_require(sqlite3_open(path, &db) == SQLITE_OK, "no database");
    const char *const words =
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
        "CREATE TABLE IF NOT EXISTS answer (id INTEGER PRIMARY KEY, at_ms INTEGER,"
        " card_id TEXT, shown TEXT, chosen TEXT, is_right INTEGER, response_ms INTEGER)";
    bench_require(sqlite3_exec(db, words, NULL, NULL, NULL) == SQLITE_OK, sqlite3_errmsg(db));
    return db;
}

static double commit_bare(sqlite3_stmt *insert)
{
    double from_us = bench_now_us();
    bench_require(sqlite3_step(insert) == SQLITE_DONE, "an answer is not committed");
    sqlite3_reset(insert);
    return bench_now_us() - from_us;
}

static double hand_over(Store *store, int64_t player, int64_t number)
{
    StoreAnswer answer = {.player = player,
                          .at_ms = 1790000000000 + number,
                          .day = 20000,
                          .deck_id = STR("aws-ai-practitioner"),
                          .fingerprint =
                              STR("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"),
                          .card_id = STR("amazon-bedrock"),
                          .mode = STR("rush"),
                          .variant = STR("marathon"),
                          .format = STR("choice"),
                          .shown = STR("A managed service that offers foundation models through one API"),
                          .chosen = STR("Amazon Bedrock"),
                          .chosen_card = STR("amazon-bedrock"),
                          .is_right = true,
                          .response_ms = 1800,
                          .choices = 4};
    double from_us = bench_now_us();
    bench_require(store_add_answer(store, &answer) > 0, "an answer is not taken");
    return bench_now_us() - from_us;
}

int main(int argc, char **argv)
{
    bench_require(argc == 2, "DATA is needed");
    char path[512];
    Err err = {0};
    int64_t player = 0;
    static double handed_us[ANSWERS], bare_us[ANSWERS];
    Store *store = store_open(argv[1]);
    bench_require(store_add_player(store, STR("Bench"), 0, 1, &player, &err), err.text);
    snprintf(path, sizeof path, "%s/bare.db", argv[1]);
    sqlite3 *db = open_bare(path);
    sqlite3_stmt *insert;
    const char *const words =
        "INSERT INTO answer (at_ms, card_id, shown, chosen, is_right, response_ms) VALUES"
        " (1790000000000, 'amazon-bedrock', 'A managed service that offers foundation"
        " models through one API', 'Amazon Bedrock', 1, 1800)";
    bench_require(sqlite3_prepare_v2(db, words, -1, &insert, NULL) == SQLITE_OK, sqlite3_errmsg(db));
    for (int i = 0; i < ANSWERS; i++) {
        handed_us[i] = hand_over(store, player, i);
        bare_us[i] = commit_bare(insert);
    }
    bench_require(store_flush(store, &err), err.text);
    double handed = bench_median(handed_us, ANSWERS), bare = bench_median(bare_us, ANSWERS);
    bench_print("an answer handed to the writer / committed by bare SQLite, median (us)", handed, bare, 1);
    bench_print("an answer handed to the writer / committed by bare SQLite, 99 of 100 (us)",
                handed_us[ANSWERS * 99 / 100], bare_us[ANSWERS * 99 / 100], 1);
    sqlite3_finalize(insert);
    sqlite3_close(db);
    store_close(store);
    return 0;
}
