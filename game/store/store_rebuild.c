#include "store/store_rebuild.h"

#include "store/store_log.h"
#include "store/store_rows.h"

/* --- the tables as before the first answer --- */

#define OF_PLAYER " WHERE study IN (SELECT id FROM study WHERE player = ?1)"

/* Each has the player for its parameter. */
static const char *const emptying[] = {
    "INSERT OR IGNORE INTO study (player, deck_id) SELECT player, deck_id FROM answer"
    " WHERE study = 0 AND player = ?1",
    "UPDATE answer SET study = (SELECT id FROM study WHERE player = ?1 AND deck_id = answer.deck_id)"
    " WHERE study = 0 AND player = ?1",
    "UPDATE learner SET first_right = 0, first_wrong = 0 WHERE player = ?1",
    "UPDATE study SET answers = 0, autoplay = 0, learning = 0, familiar = 0, mastered = 0, bars = 0,"
    " recounted_ms = 0, last_ms = 0, reviews = 0, reviews_in_time = 0 WHERE player = ?1",
    "DELETE FROM study_day" OF_PLAYER,
    "DELETE FROM study_session" OF_PLAYER,
    "DELETE FROM confusion" OF_PLAYER,
    "DELETE FROM calibration" OF_PLAYER,
    "DELETE FROM card_memory" OF_PLAYER
    " AND NOT (is_starred OR is_suspended OR is_learned OR buried_until_ms <> 0)",
    "UPDATE card_memory SET stability = 0, fast = 0, difficulty = 0, last_ms = 0, last_day = 0, answers = 0,"
    " lapses = 0, good_days = 0, last_good_day = 0, has_recalled = 0, last_p = 0, s90 = 0,"
    " due_ms = " STORE_NEVER ", asked_ms = " STORE_NEVER OF_PLAYER,
};

static int empty(StoreDb *db, int64_t player)
{
    int code = SQLITE_OK;
    for (size_t i = 0; code == SQLITE_OK && i < sizeof emptying / sizeof emptying[0]; i++) {
        sqlite3_stmt *statement = NULL;
        code = sqlite3_prepare_v2(db->handle, emptying[i], -1, &statement, NULL);
        sqlite3_bind_int64(statement, 1, player);
        if (code == SQLITE_OK) sqlite3_step(statement);
        int end = sqlite3_finalize(statement);
        if (code == SQLITE_OK) code = end;
    }
    return code;
}

/* --- the log --- */

static bool are_alike(const Verdict *a, const Verdict *b)
{
    return a->p == b->p && a->guess == b->guess && a->slip == b->slip && a->grade == b->grade;
}

/* Is the row as it would be written? */
static bool is_kept(const Judgement *a, const Judgement *b)
{
    return a->was_new == b->was_new && a->due_ms == b->due_ms && a->recall == b->recall &&
           a->is_judged == b->is_judged && a->is_other_judged == b->is_other_judged &&
           (!a->is_judged || are_alike(&a->verdict, &b->verdict)) &&
           (!a->is_other_judged || are_alike(&a->other, &b->other));
}

static int play(StoreBook *book, BookPlayer *player, const LoggedAnswer *logged)
{
    BookStudy *study = store_book_find_study(player, logged->study);
    Judgement judgement = logged->judgement;
    if (study == NULL) return SQLITE_CORRUPT;
    int code = store_step_apply(book, study, &logged->answer, &judgement);
    if (code != SQLITE_OK || is_kept(&judgement, &logged->judgement)) return code;
    return store_log_judge(book->db, logged->id, &judgement);
}

static int play_all(StoreBook *book, BookPlayer *player, int64_t *answers)
{
    StoreLog log;
    store_log_begin(&log, book->db, player->id);
    const LoggedAnswer *logged;
    int code = store_log_next(&log, &logged);
    while (code == SQLITE_OK && logged != NULL) {
        code = play(book, player, logged);
        if (answers != NULL) ++*answers;
        if (code == SQLITE_OK) code = store_log_next(&log, &logged);
    }
    store_log_end(&log);
    return code;
}

int store_rebuild_player(StoreBook *book, BookPlayer *player, int64_t *answers)
{
    player->is_remade = true;
    player->is_dirty = true;
    player->learner = (Learner){0};
    int code = empty(book->db, player->id);
    if (code == SQLITE_OK) code = store_book_all_studies(book, player);
    return code == SQLITE_OK ? play_all(book, player, answers) : code;
}

static int find_players(StoreDb *db, Arena *arena, int64_t **out, size_t *count)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(db->handle, "SELECT id FROM player ORDER BY id", -1, &statement, NULL);
    if (code != SQLITE_OK) return code;
    *count = 0;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        *out = store_db_grow(arena, *out, *count, sizeof **out);
        (*out)[(*count)++] = sqlite3_column_int64(statement, 0);
    }
    return sqlite3_finalize(statement);
}

int store_rebuild_one(StoreDb *db, int64_t player, int64_t *answers)
{
    StoreBook book;
    store_book_init(&book, db);
    int code = store_book_remake_player(&book, player, answers);
    if (code == SQLITE_OK) code = store_book_write(&book);
    store_book_deinit(&book);
    return code;
}

int store_rebuild(StoreDb *db, int64_t *answers)
{
    Arena arena;
    arena_init(&arena, 0);
    int64_t *players = NULL;
    size_t count = 0;
    *answers = 0;
    int code = find_players(db, &arena, &players, &count);
    for (size_t i = 0; code == SQLITE_OK && i < count; i++) code = store_rebuild_one(db, players[i], answers);
    arena_deinit(&arena);
    return code;
}
