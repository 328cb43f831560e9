#include "store/store_rows.h"

/* --- players --- */

int store_rows_choice(StoreDb *db, int64_t player, StoreChoice *out)
{
    *out = (StoreChoice){MODEL_FSRS7, STORE_RETENTION_PERCENT};
    Arena arena;
    arena_init(&arena, 256);
    Binder binder = store_db_bind(
        db, SQL_CHOICE,
        "SELECT (SELECT value FROM setting WHERE player = ?1 AND key = 'memory'),"
        " (SELECT CAST(value AS INTEGER) FROM setting WHERE player = ?1 AND key = 'retention')");
    bind_integer(&binder, player);
    Taker taker;
    int code;
    if (store_db_first(db, &binder, &arena, &taker, &code)) {
        memory_model_find(take_text(&taker), &out->model);
        int32_t percent = take_int32(&taker);
        if (percent >= STORE_RETENTION_MIN && percent <= STORE_RETENTION_MAX)
            out->retention_percent = percent;
        sqlite3_reset(binder.statement);
    }
    arena_deinit(&arena);
    return code;
}

static int add_learner(StoreDb *db, int64_t player, const StoreChoice *choice)
{
    Binder binder =
        store_db_bind(db, SQL_ADD_LEARNER, "INSERT INTO learner (player, model, retention) VALUES (?, ?, ?)");
    bind_integer(&binder, player);
    bind_text(&binder, memory_model_name(choice->model));
    bind_integer(&binder, choice->retention_percent);
    return store_db_finish(db, &binder);
}

int store_rows_learner(StoreDb *db, int64_t player, StoreChoice *choice, Learner *learner)
{
    Arena arena;
    arena_init(&arena, 256);
    Binder binder = store_db_bind(
        db, SQL_LEARNER, "SELECT model, retention, first_right, first_wrong FROM learner WHERE player = ?");
    bind_integer(&binder, player);
    Taker taker;
    int code;
    bool is_there = store_db_first(db, &binder, &arena, &taker, &code);
    if (is_there) {
        memory_model_find(take_text(&taker), &choice->model);
        choice->retention_percent = take_int32(&taker);
        learner->first_right = take_int32(&taker);
        learner->first_wrong = take_int32(&taker);
        sqlite3_reset(binder.statement);
    }
    arena_deinit(&arena);
    return is_there || code != SQLITE_OK ? code : add_learner(db, player, choice);
}

int store_rows_change_learner(StoreDb *db, const BookPlayer *player)
{
    Binder binder = store_db_bind(db, SQL_CHANGE_LEARNER,
                                  "UPDATE learner SET model = ?, retention = ?, first_right = ?,"
                                  " first_wrong = ? WHERE player = ?");
    bind_text(&binder, memory_model_name(player->memory.model));
    bind_integer(&binder, player->retention_percent);
    bind_integer(&binder, player->learner.first_right);
    bind_integer(&binder, player->learner.first_wrong);
    bind_integer(&binder, player->id);
    return store_db_finish(db, &binder);
}

/* --- decks --- */

int store_rows_decks(StoreDb *db, int64_t player, Arena *arena, Str **out, size_t *count)
{
    *out = NULL;
    *count = 0;
    Binder binder = store_db_bind(db, SQL_STUDIES, "SELECT deck_id FROM study WHERE player = ?");
    if (binder.statement == NULL) return sqlite3_errcode(db->handle);
    bind_integer(&binder, player);
    while (sqlite3_step(binder.statement) == SQLITE_ROW) {
        *out = store_db_grow(arena, *out, *count, sizeof **out);
        Taker taker = {binder.statement, 0, arena};
        (*out)[(*count)++] = take_text(&taker);
    }
    return sqlite3_reset(binder.statement);
}

static void take_study(Taker *taker, BookStudy *study)
{
    study->id = take_integer(taker);
    study->answers = take_integer(taker);
    study->autoplay = take_integer(taker);
    for (int level = MASTERY_LEARNING; level < MASTERY_LEVELS; level++)
        study->levels[level] = take_int32(taker);
    study->bars = take_integer(taker);
    study->recounted_ms = take_integer(taker);
    study->last_ms = take_integer(taker);
    study->reviews = take_int32(taker);
    study->reviews_in_time = take_int32(taker);
    study->learned = take_int32(taker);
}

int store_rows_study(StoreDb *db, BookStudy *study)
{
    Binder binder = store_db_bind(db, SQL_STUDY,
                                  "SELECT id, answers, autoplay, learning, familiar, mastered, bars,"
                                  " recounted_ms, last_ms, reviews, reviews_in_time, learned"
                                  " FROM study WHERE player = ? AND deck_id = ?");
    bind_integer(&binder, study->player->id);
    bind_text(&binder, study->deck_id);
    Taker taker;
    int code;
    if (!store_db_first(db, &binder, NULL, &taker, &code)) return code;
    take_study(&taker, study);
    return sqlite3_reset(binder.statement);
}

int store_rows_add_study(StoreDb *db, BookStudy *study)
{
    Binder binder = store_db_bind(db, SQL_ADD_STUDY, "INSERT INTO study (player, deck_id) VALUES (?, ?)");
    bind_integer(&binder, study->player->id);
    bind_text(&binder, study->deck_id);
    int code = store_db_finish(db, &binder);
    if (code == SQLITE_OK) study->id = sqlite3_last_insert_rowid(db->handle);
    return code;
}

int store_rows_change_study(StoreDb *db, const BookStudy *study)
{
    Binder binder = store_db_bind(db, SQL_CHANGE_STUDY,
                                  "UPDATE study SET answers = ?, autoplay = ?, learning = ?, familiar = ?,"
                                  " mastered = ?, bars = ?, recounted_ms = ?, last_ms = ?,"
                                  " reviews = ?, reviews_in_time = ?, learned = ? WHERE id = ?");
    bind_integer(&binder, study->answers);
    bind_integer(&binder, study->autoplay);
    for (int level = MASTERY_LEARNING; level < MASTERY_LEVELS; level++)
        bind_integer(&binder, study->levels[level]);
    bind_integer(&binder, study->bars);
    bind_integer(&binder, study->recounted_ms);
    bind_integer(&binder, study->last_ms);
    bind_integer(&binder, study->reviews);
    bind_integer(&binder, study->reviews_in_time);
    bind_integer(&binder, study->learned);
    bind_integer(&binder, study->id);
    return store_db_finish(db, &binder);
}

/* --- sessions, days, calibration --- */

int store_rows_session(StoreDb *db, BookStudy *study, Arena *arena)
{
    BookSession *session = &study->session;
    *session = (BookSession){.modes = STR("")};
    Binder binder = store_db_bind(db, SQL_NEWEST_SESSION,
                                  "SELECT id, start_ms, end_ms, answers, right, modes FROM study_session"
                                  " WHERE study = ? ORDER BY id DESC LIMIT 1");
    bind_integer(&binder, study->id);
    Taker taker;
    int code;
    if (!store_db_first(db, &binder, arena, &taker, &code)) return code;
    session->id = take_integer(&taker);
    session->start_ms = take_integer(&taker);
    session->end_ms = take_integer(&taker);
    session->answers = take_int32(&taker);
    session->right = take_int32(&taker);
    session->modes = take_text(&taker);
    return sqlite3_reset(binder.statement);
}

static Binder bind_session(StoreDb *db, const BookStudy *study)
{
    if (study->session.id != 0)
        return store_db_bind(db, SQL_CHANGE_SESSION,
                             "UPDATE study_session SET study = ?, start_ms = ?, end_ms = ?, answers = ?,"
                             " right = ?, modes = ? WHERE id = ?");
    return store_db_bind(db, SQL_ADD_SESSION,
                         "INSERT INTO study_session (study, start_ms, end_ms, answers, right, modes)"
                         " VALUES (?, ?, ?, ?, ?, ?)");
}

int store_rows_write_session(StoreDb *db, BookStudy *study)
{
    BookSession *session = &study->session;
    if (!session->is_dirty) return SQLITE_OK;
    Binder binder = bind_session(db, study);
    bind_integer(&binder, study->id);
    bind_integer(&binder, session->start_ms);
    bind_integer(&binder, session->end_ms);
    bind_integer(&binder, session->answers);
    bind_integer(&binder, session->right);
    bind_text(&binder, session->modes);
    if (session->id != 0) bind_integer(&binder, session->id);
    int code = store_db_finish(db, &binder);
    if (code == SQLITE_OK && session->id == 0) session->id = sqlite3_last_insert_rowid(db->handle);
    session->is_dirty = false;
    return code;
}

int store_rows_write_day(StoreDb *db, BookStudy *study)
{
    BookDay *day = &study->day;
    if (day->answers == 0 && day->right == 0) return SQLITE_OK;
    Binder binder = store_db_bind(
        db, SQL_COUNT_DAY,
        "INSERT INTO study_day VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (study, day) DO UPDATE SET"
        " answers = answers + excluded.answers, right = right + excluded.right,"
        " learning = excluded.learning, familiar = excluded.familiar, mastered = excluded.mastered,"
        " bars = excluded.bars");
    bind_integer(&binder, study->id);
    bind_integer(&binder, day->day);
    bind_integer(&binder, day->answers);
    bind_integer(&binder, day->right);
    for (int level = MASTERY_LEARNING; level < MASTERY_LEVELS; level++)
        bind_integer(&binder, study->levels[level]);
    bind_integer(&binder, study->bars);
    *day = (BookDay){0};
    return store_db_finish(db, &binder);
}

static int add_calibration(StoreDb *db, int64_t study, int bin, const BookCalibration *added)
{
    Binder binder = store_db_bind(db, SQL_COUNT_CALIBRATION,
                                  "INSERT INTO calibration VALUES (?, ?, ?, ?, ?)"
                                  " ON CONFLICT (study, bin) DO UPDATE SET count = count + excluded.count,"
                                  " right = right + excluded.right,"
                                  " predicted = predicted + excluded.predicted");
    bind_integer(&binder, study);
    bind_integer(&binder, bin);
    bind_integer(&binder, added->count);
    bind_integer(&binder, added->right);
    bind_integer(&binder, added->predicted);
    return store_db_finish(db, &binder);
}

int store_rows_write_calibration(StoreDb *db, BookStudy *study)
{
    int code = SQLITE_OK;
    for (int bin = 0; code == SQLITE_OK && bin < STORE_CALIBRATION_BINS; bin++) {
        BookCalibration *added = &study->calibration[bin];
        bool is_any = added->count != 0 || added->right != 0 || added->predicted != 0;
        if (is_any) code = add_calibration(db, study->id, bin, added);
        *added = (BookCalibration){0};
    }
    return code;
}
