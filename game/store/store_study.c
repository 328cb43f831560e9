#include "store/store_inner.h"
#include "store/store_rows.h"

#define DUE_COUNTED "10000"

/* --- sessions --- */

size_t store_sessions(Store *store, int64_t player, Str deck_id, size_t limit, Arena *arena,
                      StoreSession **out)
{
    size_t count = 0;
    *out = NULL;
    Binder binder = store_db_bind(&store->file.db, SQL_SESSIONS,
                                  "SELECT t.player, t.deck_id, s.start_ms, s.end_ms, s.answers, s.right,"
                                  " s.modes FROM study t JOIN study_session s ON s.study = t.id"
                                  " WHERE ?1 IN (0, t.player) AND ?2 IN ('', t.deck_id)"
                                  " ORDER BY s.start_ms DESC, s.id DESC LIMIT ?3");
    bind_integer(&binder, player);
    bind_text(&binder, deck_id);
    bind_integer(&binder, store_limit(limit));
    Taker taker = store_read(&binder, arena);
    while (store_next(store, &taker)) {
        *out = store_db_grow(arena, *out, count, sizeof **out);
        StoreSession *session = &(*out)[count++];
        session->player = take_integer(&taker);
        session->deck_id = take_text(&taker);
        session->start_ms = take_integer(&taker);
        session->end_ms = take_integer(&taker);
        session->answers = take_int32(&taker);
        session->right = take_int32(&taker);
        session->modes = take_text(&taker);
    }
    return count;
}

/* --- tests --- */

int store_tests_write(StoreBook *book, const StoreTest *test, int64_t *id)
{
    BookStudy *study;
    int code = store_book_study(book, test->player, test->deck_id, true, &study);
    if (code != SQLITE_OK) return code;
    Binder binder = store_db_bind(book->db, SQL_ADD_TEST,
                                  "INSERT INTO test (study, at_ms, length_ms, right, total, report)"
                                  " VALUES (?, ?, ?, ?, ?, ?)");
    bind_integer(&binder, study->id);
    bind_integer(&binder, test->at_ms);
    bind_integer(&binder, test->length_ms);
    bind_integer(&binder, test->right);
    bind_integer(&binder, test->total);
    bind_text(&binder, test->report);
    code = store_db_finish(book->db, &binder);
    if (code == SQLITE_OK) *id = sqlite3_last_insert_rowid(book->db->handle);
    return code;
}

StoreTicket store_add_test(Store *store, const StoreTest *test)
{
    StoreRow row = {.kind = ROW_TEST, .of.test = *test};
    return store_hand_over(store, &row);
}

#define TEST_COLUMNS "e.id, s.player, e.at_ms, e.length_ms, s.deck_id, e.right, e.total"

static void take_test(Taker *taker, StoreTest *test)
{
    *test = (StoreTest){.id = take_integer(taker)};
    test->player = take_integer(taker);
    test->at_ms = take_integer(taker);
    test->length_ms = take_integer(taker);
    test->deck_id = take_text(taker);
    test->right = take_int32(taker);
    test->total = take_int32(taker);
    test->report = STR("");
}

size_t store_tests(Store *store, int64_t player, Str deck_id, size_t limit, Arena *arena, StoreTest **out)
{
    size_t count = 0;
    *out = NULL;
    Binder binder = store_db_bind(&store->file.db, SQL_TESTS,
                                  "SELECT " TEST_COLUMNS " FROM study s JOIN test e ON e.study = s.id"
                                  " WHERE s.player = ? AND s.deck_id = ?"
                                  " ORDER BY e.at_ms DESC, e.id DESC LIMIT ?");
    bind_integer(&binder, player);
    bind_text(&binder, deck_id);
    bind_integer(&binder, store_limit(limit));
    Taker taker = store_read(&binder, arena);
    while (store_next(store, &taker)) {
        *out = store_db_grow(arena, *out, count, sizeof **out);
        take_test(&taker, &(*out)[count++]);
    }
    return count;
}

bool store_test(Store *store, int64_t id, Arena *arena, StoreTest *out)
{
    bool is_there = false;
    Binder binder = store_db_bind(&store->file.db, SQL_TEST,
                                  "SELECT " TEST_COLUMNS ", e.report FROM test e JOIN study s"
                                  " ON s.id = e.study WHERE e.id = ?");
    bind_integer(&binder, id);
    Taker taker = store_read(&binder, arena);
    while (store_next(store, &taker)) {
        is_there = true;
        take_test(&taker, out);
        out->report = take_text(&taker);
    }
    return is_there;
}

/* --- the table of study sessions --- */

/* A player's best time on a deck among the runs of people or of the game itself: of each of the deck's boards
   the first in the order of their ranks. */
#define MATCH_BEST(is_autoplay)                                                                              \
    "(SELECT min(r.time_ms) FROM board b JOIN run r ON r.id = (SELECT id FROM run INDEXED BY run_best"       \
    "  WHERE player = s.player AND board = b.id AND is_autoplay = " is_autoplay " AND deck_id = s.deck_id"   \
    "  ORDER BY key_0, key_1, played_ms, id LIMIT 1)"                                                        \
    " WHERE b.mode = 'match' AND b.variant IN ('sprint', 'decoy'))"

/* Percent, nothing rounded up: 100 is all right. */
#define GRADE "iif(total > 0, right * 100 / total, 0)"

static const char rows_sql[] =
    "SELECT s.player, p.name, p.color, " STORE_MASTERY_COLUMNS ", s.learned,"
    " coalesce((SELECT " GRADE " FROM test WHERE study = s.id ORDER BY at_ms DESC, id DESC LIMIT 1), -1),"
    " coalesce((SELECT max(" GRADE ") FROM test WHERE study = s.id), -1),"
    " coalesce(" MATCH_BEST("0") ", " MATCH_BEST(
        "1") ", 0),"
             " (SELECT count(*) FROM (SELECT 1 FROM card_memory INDEXED BY card_asked_deck WHERE study = s.id"
             "  AND asked_ms <= ?2 AND asked_ms < " STORE_NEVER " AND buried_until_ms <= ?2"
             "  LIMIT " DUE_COUNTED ")),"
             " s.reviews, s.reviews_in_time, s.last_ms, s.answers > 0 AND s.answers = s.autoplay"
             " FROM study s JOIN player p ON p.id = s.player WHERE s.deck_id = ?1"
             " AND (s.answers > 0 OR s.learning + s.familiar + s.mastered > 0 OR EXISTS (SELECT 1 FROM test "
             "WHERE study = s.id)) ORDER BY p.folded";

static void take_row(Taker *taker, StoreStudyRow *row)
{
    row->player = take_integer(taker);
    row->name = take_text(taker);
    row->color = take_int32(taker);
    row->mastery = store_take_mastery(taker);
    row->learned = take_int32(taker);
    row->test_last = take_int32(taker);
    row->test_best = take_int32(taker);
    row->match_best_ms = take_integer(taker);
    row->spaced_due = take_int32(taker);
    row->reviews = take_int32(taker);
    row->reviews_in_time = take_int32(taker);
    row->last_ms = take_integer(taker);
    row->is_autoplay = take_bool(taker);
}

size_t store_study_rows(Store *store, Str deck_id, int64_t now_ms, Arena *arena, StoreStudyRow **out)
{
    size_t count = 0;
    *out = NULL;
    Binder binder = store_db_bind(&store->file.db, SQL_STUDY_ROWS, rows_sql);
    bind_text(&binder, deck_id);
    bind_integer(&binder, now_ms);
    Taker taker = store_read(&binder, arena);
    while (store_next(store, &taker)) {
        *out = store_db_grow(arena, *out, count, sizeof **out);
        take_row(&taker, &(*out)[count++]);
    }
    return count;
}

size_t store_learned_cards(Store *store, int64_t player, Str deck_id, Arena *arena, Str **card_ids)
{
    size_t count = 0;
    *card_ids = NULL;
    Binder binder =
        store_db_bind(&store->file.db, SQL_LEARNED_CARDS,
                      "SELECT card_id FROM card_memory INDEXED BY card_learned WHERE is_learned = 1 AND"
                      " study = (SELECT id FROM study WHERE player = ? AND deck_id = ?) ORDER BY card_id");
    bind_integer(&binder, player);
    bind_text(&binder, deck_id);
    Taker taker = store_read(&binder, arena);
    while (store_next(store, &taker)) {
        *card_ids = store_db_grow(arena, *card_ids, count, sizeof **card_ids);
        (*card_ids)[count++] = take_text(&taker);
    }
    return count;
}
