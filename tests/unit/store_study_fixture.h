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

#endif
