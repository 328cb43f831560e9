/* What the tests of the store's study share: many answers of every kind, and all that is derived of them. */
#ifndef MATCHWICK_TESTS_UNIT_STORE_STUDY_FIXTURE_H
#define MATCHWICK_TESTS_UNIT_STORE_STUDY_FIXTURE_H

#include "unit/store_fixture.h"

#include "base/rng.h"

#define STUDY_DAY_MS   INT64_C(86400000)
#define STUDY_START_MS (20416 * STUDY_DAY_MS + 9 * INT64_C(3600000)) /* nine o'clock of day 20416 */

/* An answer in a format, right or wrong, at a time. */
static inline StoreAnswer study_answer(int64_t player, const char *card, const char *format, bool is_right,
                                       int64_t at_ms)
{
    StoreAnswer answer = fixture_answer(player);
    answer.at_ms = at_ms;
    answer.day = (int32_t)(at_ms / STUDY_DAY_MS);
    answer.card_id = str_of(card);
    answer.mode = STR("learn");
    answer.variant = STR("");
    answer.format = str_of(format);
    answer.is_right = is_right;
    answer.chosen_card = STR("");
    answer.grade = strcmp(format, "card") != 0 ? 0 : is_right ? GRADE_GOOD : GRADE_AGAIN;
    return answer;
}

static inline void study_flush(Store *store)
{
    Err err = {0};
    if (!store_flush(store, &err)) fail_msg("%s", err.text);
}

/* Rows as bytes, so that numbers are compared to the last bit. */
static inline Str study_dump(Fixture *fixture, const char *path, const char *sql)
{
    StrBuf rows;
    str_buf_init(&rows, &fixture->arena);
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    sqlite3_busy_timeout(db, 5000);
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK) fail_msg("%s", sqlite3_errmsg(db));
    while (sqlite3_step(statement) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(statement); i++) {
            double real = sqlite3_column_double(statement, i);
            if (sqlite3_column_type(statement, i) == SQLITE_FLOAT)
                str_buf_addf(&rows, "%a", real);
            else
                str_buf_addf(&rows, "%s", (const char *)sqlite3_column_text(statement, i));
            str_buf_add(&rows, STR("|"));
        }
        str_buf_add(&rows, STR("\n"));
    }
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return str_copy(&fixture->arena, str_buf_str(&rows));
}

static const char study_cards_sql[] = "SELECT * FROM card_memory ORDER BY study, card_id";
static const char study_all_sql[] =
    "SELECT 1, player, model, retention, first_right, first_wrong FROM learner UNION ALL"
    " SELECT 2, id, answers, learning, familiar, mastered FROM study UNION ALL"
    " SELECT 3, id, autoplay, reviews, reviews_in_time, last_ms FROM study UNION ALL"
    " SELECT 4, study, day, answers, right, learning * 10000 + familiar * 100 + mastered FROM study_day"
    " UNION ALL SELECT 5, study, start_ms, end_ms, answers || ' ' || right, modes FROM study_session UNION "
    "ALL"
    " SELECT 6, study, asked, chosen, count, 0 FROM confusion UNION ALL"
    " SELECT 7, study, bin, count, right, predicted FROM calibration WHERE count > 0 UNION ALL"
    " SELECT 8, id, p, guess, slip, judged FROM answer WHERE is_undone = 0 UNION ALL"
    " SELECT 9, id, recall, was_new, due_ms, other_p FROM answer WHERE is_undone = 0 UNION ALL"
    " SELECT 10, id, other_guess, other_slip, other_judged, is_undone FROM answer WHERE is_undone = 0"
    " ORDER BY 1, 2, 3, 4";

static inline Str study_dump_store(Fixture *fixture, Store *store, const char *sql)
{
    study_flush(store);
    return study_dump(fixture, store_path(store), sql);
}

static inline void study_assert_same(Str a, Str b)
{
    if (str_is(a, b)) return;
    size_t at = 0;
    while (at < a.size && at < b.size && a.data[at] == b.data[at]) at++;
    size_t from = at > 200 ? at - 200 : 0;
    fail_msg("differ: …%.*s\n\n…%.*s", (int)(at + 100 - from), a.data + from, (int)(at + 100 - from),
             b.data + from);
}

/* --- many answers of all kinds --- */

static const char *const study_formats[] = {"card", "typed", "choice", "truefalse", "match"};
static const char *const study_modes[] = {"cards", "learn", "test", "spaced", "match", "rush"};
static const char *const study_decks[] = {"capitals", "kana", "morse"};

static inline StoreAnswer study_any_answer(Fixture *fixture, Rng *rng, int64_t player, int64_t at_ms)
{
    Arena *arena = &fixture->arena;
    const char *card = str_format(arena, "card-%d", (int)rng_below(rng, 25)).data;
    StoreAnswer answer =
        study_answer(player, card, study_formats[rng_below(rng, 5)], rng_below(rng, 4) > 0, at_ms);
    bool is_card = str_is(answer.format, STR("card"));
    answer.deck_id = str_of(study_decks[rng_below(rng, 3)]);
    answer.mode = str_of(study_modes[rng_below(rng, 6)]);
    answer.is_autoplay = rng_below(rng, 10) == 0;
    answer.is_near = rng_below(rng, 10) == 0;
    answer.is_forced = answer.is_right && rng_below(rng, 12) == 0;
    answer.lost_focus = rng_below(rng, 15) == 0;
    answer.response_ms = 800 + (int32_t)rng_below(rng, 9000);
    answer.choices = 2 + (int32_t)rng_below(rng, 6);
    answer.read_characters = (int32_t)rng_below(rng, 60);
    if (is_card) answer.grade = answer.is_right ? 2 + (int32_t)rng_below(rng, 3) : 1;
    if (!answer.is_right) answer.chosen_card = str_format(arena, "card-%d", (int)rng_below(rng, 25));
    return answer;
}

/* Answers of two players, one of them by FSRS-6; every fifth is taken back, some of them two in a row; at
   times the store is closed between, or another copy has written. */
static inline Store *study_add_many(Fixture *fixture, Store *store, int count)
{
    Rng rng;
    rng_seed(&rng, 3);
    int64_t players[] = {fixture_player(store, "Ada"), fixture_player(store, "Bo")};
    store_set_setting(store, players[1], "memory", STR("fsrs6"));
    int64_t at_ms = STUDY_START_MS;
    StoreAnswer last[2][2] = {0};
    for (int i = 0; i < count; i++) {
        at_ms += rng_below(&rng, 12) == 0 ? (int64_t)rng_below(&rng, 3 * STUDY_DAY_MS)
                                          : (int64_t)rng_below(&rng, 90000);
        size_t who = rng_below(&rng, 2);
        StoreAnswer answer = study_any_answer(fixture, &rng, players[who], at_ms);
        store_add_answer(store, &answer);
        last[who][1] = last[who][0];
        last[who][0] = answer;
        int undone = rng_below(&rng, 5) == 0 ? 1 + (i > 10 && rng_below(&rng, 3) == 0) : 0;
        for (int back = 0; back < undone; back++)
            store_undo_answer(store, players[who], last[who][back].deck_id, last[who][back].card_id);
        if (rng_below(&rng, 40) == 0) study_flush(store);
        if (i % 300 == 299) {
            store_close(store);
            store = store_open(fixture->folder);
        }
    }
    study_flush(store);
    return store;
}

#endif
