/* Taking the last answer back: its card's memory is played anew from the verdicts that were kept, the rest is
   counted back. */
#include "store/store_inner.h"
#include "store/store_learner.h"
#include "store/store_log.h"
#include "store/store_rows.h"

static int find_last(StoreDb *db, int64_t player, Arena *arena, LoggedAnswer *out)
{
    Binder binder = store_db_bind(db, SQL_LAST_ANSWER,
                                  "SELECT " STORE_LOG_COLUMNS " FROM answer INDEXED BY answer_last"
                                  " WHERE player = ? AND is_undone = 0"
                                  " AND mode <> '" STORE_REVIEW_MODE "' ORDER BY id DESC LIMIT 1");
    bind_integer(&binder, player);
    Taker taker;
    int code;
    if (!store_db_first(db, &binder, arena, &taker, &code))
        return code == SQLITE_OK ? SQLITE_CONSTRAINT : code;
    store_log_take(&taker, out);
    return sqlite3_reset(binder.statement);
}

static int with_id(StoreDb *db, SqlId sql_id, const char *sql, int64_t id)
{
    Binder binder = store_db_bind(db, sql_id, sql);
    bind_integer(&binder, id);
    return store_db_finish(db, &binder);
}

/* --- the card --- */

static void play(const BookCard *card, const LoggedAnswer *logged, CardMemory *memory)
{
    Evidence evidence;
    bool is_other = !str_is(logged->answer.card_id, card->kept.card_id);
    if (!store_learner_evidence(&logged->answer, &evidence)) return;
    evidence.is_other = is_other;
    const Verdict *verdict = is_other ? &logged->judgement.other : &logged->judgement.verdict;
    Moment moment = {logged->answer.at_ms, logged->answer.day};
    if (!verdict->says_nothing)
        card_memory_take(&card->study->player->memory, memory, &evidence, verdict, moment);
}

static int replay(StoreDb *db, const BookCard *card, CardMemory *memory)
{
    *memory = (CardMemory){0};
    Arena arena;
    arena_init(&arena, 0);
    Binder binder =
        store_db_bind(db, SQL_CARD_VERDICTS,
                      "SELECT * FROM (SELECT " STORE_LOG_COLUMNS " FROM answer INDEXED BY answer_card"
                      " WHERE study = ?1 AND card_id = ?2 AND is_undone = 0 UNION ALL"
                      " SELECT " STORE_LOG_COLUMNS " FROM answer INDEXED BY answer_other"
                      " WHERE study = ?1 AND chosen_card = ?2 AND other_p IS NOT NULL AND is_undone = 0)"
                      " ORDER BY " STORE_LOG_ORDER);
    bind_integer(&binder, card->study->id);
    bind_text(&binder, card->kept.card_id);
    while (binder.statement != NULL && sqlite3_step(binder.statement) == SQLITE_ROW) {
        LoggedAnswer logged;
        Taker taker = {binder.statement, 0, &arena};
        store_log_take(&taker, &logged);
        play(card, &logged, memory);
    }
    arena_deinit(&arena);
    return binder.statement == NULL ? sqlite3_errcode(db->handle) : sqlite3_reset(binder.statement);
}

static int remake_card(StoreBook *book, BookStudy *study, Str card_id)
{
    BookCard *card;
    CardMemory memory;
    int code = store_book_card(book, study, card_id, &card);
    if (code == SQLITE_OK) code = replay(book->db, card, &memory);
    if (code == SQLITE_OK) store_step_set_memory(book, card, &memory);
    return code;
}

/* --- the learner --- */

static int forget_pace(StoreBook *book, BookPlayer *player, const LoggedAnswer *logged)
{
    Evidence evidence;
    Learner first = {0};
    if (!store_learner_evidence(&logged->answer, &evidence)) return SQLITE_OK;
    learner_apply(&first, &evidence, logged->judgement.was_new);
    player->learner.first_right -= first.first_right;
    player->learner.first_wrong -= first.first_wrong;
    player->is_dirty = true;
    return store_learner_paces(book->db, player->id, &player->learner);
}

/* --- the session --- */

/* Its times and modes from the answers that are left in it: the deck's last ones. Where the clock was set
   back an earlier session has answers of the same time. */
static int read_session(StoreDb *db, BookStudy *study, Arena *arena)
{
    BookSession *session = &study->session;
    StrBuf modes;
    str_buf_init(&modes, arena);
    Binder binder = store_db_bind(db, SQL_SESSION_FACTS,
                                  "SELECT min(at_ms), max(at_ms), mode FROM"
                                  " (SELECT id, at_ms, mode FROM answer INDEXED BY answer_study"
                                  "  WHERE study = ? AND at_ms BETWEEN ? AND ? AND is_undone = 0"
                                  "  AND mode <> '" STORE_REVIEW_MODE "'"
                                  "  ORDER BY id DESC LIMIT ?)"
                                  " GROUP BY mode ORDER BY min(id)");
    bind_integer(&binder, study->id);
    bind_integer(&binder, session->start_ms);
    bind_integer(&binder, session->end_ms);
    bind_integer(&binder, session->answers);
    session->start_ms = INT64_MAX;
    session->end_ms = INT64_MIN;
    while (binder.statement != NULL && sqlite3_step(binder.statement) == SQLITE_ROW) {
        Taker taker = {binder.statement, 0, arena};
        int64_t start_ms = take_integer(&taker), end_ms = take_integer(&taker);
        if (start_ms < session->start_ms) session->start_ms = start_ms;
        if (end_ms > session->end_ms) session->end_ms = end_ms;
        if (modes.size > 0) str_buf_add(&modes, STR(" "));
        str_buf_add(&modes, take_text(&taker));
    }
    session->modes = str_buf_str(&modes);
    return binder.statement == NULL ? sqlite3_errcode(db->handle) : sqlite3_reset(binder.statement);
}

static int take_from_session(StoreBook *book, BookStudy *study, const StoreAnswer *answer)
{
    BookSession *session = &study->session;
    session->answers--;
    session->right -= answer->is_right;
    session->is_dirty = true;
    if (session->answers > 0) return read_session(book->db, study, &book->arena);
    int code = SQLITE_OK;
    if (session->id != 0)
        code = with_id(book->db, SQL_DROP_SESSION, "DELETE FROM study_session WHERE id = ?", session->id);
    return code == SQLITE_OK ? store_rows_session(book->db, study, &book->arena) : code;
}

/* --- all together --- */

static int drop_what_is_empty(StoreBook *book, BookStudy *study)
{
    int code = store_rows_write_day(book->db, study);
    if (code == SQLITE_OK)
        code = with_id(book->db, SQL_DROP_DAY, "DELETE FROM study_day WHERE study = ? AND answers = 0",
                       study->id);
    if (code == SQLITE_OK)
        code = with_id(book->db, SQL_DROP_CONFUSION, "DELETE FROM confusion WHERE study = ? AND count = 0",
                       study->id);
    return code;
}

static int read_last_ms(StoreDb *db, BookStudy *study)
{
    Binder binder = store_db_bind(db, SQL_LAST_MS,
                                  "SELECT max(at_ms) FROM (SELECT at_ms FROM answer INDEXED BY answer_study"
                                  " WHERE study = ? AND is_undone = 0 AND mode <> '" STORE_REVIEW_MODE "'"
                                  " ORDER BY at_ms DESC LIMIT 1)");
    bind_integer(&binder, study->id);
    Taker taker;
    int code;
    if (!store_db_first(db, &binder, NULL, &taker, &code)) return code;
    study->last_ms = take_integer(&taker); /* 0 for NULL: none is left */
    return sqlite3_reset(binder.statement);
}

static int take_back(StoreBook *book, BookStudy *study, const LoggedAnswer *logged)
{
    const StoreAnswer *answer = &logged->answer;
    int code = forget_pace(book, study->player, logged);
    if (code == SQLITE_OK) code = remake_card(book, study, answer->card_id);
    if (code == SQLITE_OK && store_step_has_other(answer))
        code = remake_card(book, study, answer->chosen_card);
    if (code == SQLITE_OK) code = take_from_session(book, study, answer);
    if (code == SQLITE_OK) code = store_step_confuse(book, study, answer, -1);
    if (code == SQLITE_OK) code = read_last_ms(book->db, study);
    if (code != SQLITE_OK) return code;
    store_step_count(study, answer, &logged->judgement, -1);
    return drop_what_is_empty(book, study);
}

int store_undo_write(StoreBook *book, const StoreUndo *undo)
{
    Arena arena;
    arena_init(&arena, 1024);
    LoggedAnswer last;
    BookStudy *study = NULL;
    int code = store_book_study(book, undo->player, undo->deck_id, false, &study);
    if (code == SQLITE_OK) code = find_last(book->db, undo->player, &arena, &last);
    bool is_that = code == SQLITE_OK && study != NULL && last.study == study->id &&
                   str_is(last.answer.card_id, undo->card_id);
    if (code == SQLITE_OK && !is_that) code = SQLITE_CONSTRAINT;
    if (code == SQLITE_OK)
        code = with_id(book->db, SQL_MARK_UNDONE, "UPDATE answer SET is_undone = 1 WHERE id = ?", last.id);
    if (code == SQLITE_OK) code = take_back(book, study, &last);
    arena_deinit(&arena);
    return code;
}

StoreTicket store_undo_answer(Store *store, int64_t player, Str deck_id, Str card_id)
{
    StoreRow row = {.kind = ROW_UNDO, .of.undo = {player, deck_id, card_id}};
    return store_hand_over(store, &row);
}
