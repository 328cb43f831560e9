#include "store/store_log.h"

static bool take_verdict(Taker *taker, Verdict *out)
{
    bool is_judged = sqlite3_column_type(taker->statement, taker->count) != SQLITE_NULL;
    *out = (Verdict){.p = take_real(taker)};
    out->guess = take_real(taker);
    out->slip = take_real(taker);
    int32_t grade = take_int32(taker);
    out->grade = grade >= GRADE_AGAIN && grade <= GRADE_EASY ? (Grade)grade : GRADE_GOOD;
    out->says_nothing = !is_judged;
    return is_judged;
}

static void take_judgement(Taker *taker, Judgement *out)
{
    *out = (Judgement){.was_new = take_bool(taker)};
    out->due_ms = take_integer(taker);
    out->recall = take_real(taker);
    out->is_judged = take_verdict(taker, &out->verdict);
    out->is_other_judged = take_verdict(taker, &out->other);
}

void store_log_take(Taker *taker, LoggedAnswer *out)
{
    StoreAnswer *answer = &out->answer;
    *out = (LoggedAnswer){.id = take_integer(taker)};
    out->study = take_integer(taker);
    answer->at_ms = take_integer(taker);
    answer->day = take_int32(taker);
    answer->card_id = take_text(taker);
    answer->mode = take_text(taker);
    answer->format = take_text(taker);
    answer->chosen_card = take_text(taker);
    answer->is_right = take_bool(taker);
    answer->is_autoplay = take_bool(taker);
    answer->lost_focus = take_bool(taker);
    answer->is_near = take_bool(taker);
    answer->is_forced = take_bool(taker);
    answer->grade = take_int32(taker);
    answer->response_ms = take_int32(taker);
    answer->choices = take_int32(taker);
    answer->read_characters = take_int32(taker);
    take_judgement(taker, &out->judgement);
}

/* --- the order of playing --- */

#define PAGE 4096

static const char own_sql[] = "SELECT " STORE_LOG_COLUMNS " FROM answer INDEXED BY answer_last"
                              " WHERE player = ?1 AND is_undone = 0 AND id > ?3"
                              " AND mode <> '" STORE_REVIEW_MODE "' AND ?2 IS NOT NULL ORDER BY id LIMIT ?4";
static const char reviews_sql[] = "SELECT " STORE_LOG_COLUMNS " FROM answer INDEXED BY answer_review"
                                  " WHERE player = ?1 AND mode = '" STORE_REVIEW_MODE "' AND is_undone = 0"
                                  " AND (at_ms, id) > (?2, ?3) ORDER BY at_ms, id LIMIT ?4";

static void begin_side(LogSide *side)
{
    *side = (LogSide){.at_ms = INT64_MIN, .id = INT64_MIN};
    arena_init(&side->arena, PAGE * 1024);
}

void store_log_begin(StoreLog *log, StoreDb *db, int64_t player)
{
    log->db = db;
    log->player = player;
    begin_side(&log->own);
    begin_side(&log->reviews);
}

void store_log_end(StoreLog *log)
{
    arena_deinit(&log->own.arena);
    arena_deinit(&log->reviews.arena);
}

static int read_page(StoreLog *log, LogSide *side)
{
    bool is_own = side == &log->own;
    Binder binder =
        store_db_bind(log->db, is_own ? SQL_LOG : SQL_LOG_REVIEWS, is_own ? own_sql : reviews_sql);
    if (binder.statement == NULL) return sqlite3_errcode(log->db->handle);
    bind_integer(&binder, log->player);
    bind_integer(&binder, side->at_ms);
    bind_integer(&binder, side->id);
    bind_integer(&binder, PAGE);
    arena_reset(&side->arena);
    side->items = ARENA_NEW_N(&side->arena, LoggedAnswer, PAGE);
    side->count = side->next = 0;
    while (sqlite3_step(binder.statement) == SQLITE_ROW) {
        Taker taker = {binder.statement, 0, &side->arena};
        store_log_take(&taker, &side->items[side->count++]);
    }
    side->is_at_end = side->count < PAGE;
    return sqlite3_reset(binder.statement);
}

/* The side's next one; NULL: there is none. */
static int look(StoreLog *log, LogSide *side, const LoggedAnswer **out)
{
    int code = SQLITE_OK;
    if (side->next == side->count && !side->is_at_end) code = read_page(log, side);
    *out = code == SQLITE_OK && side->next < side->count ? &side->items[side->next] : NULL;
    return code;
}

int store_log_next(StoreLog *log, const LoggedAnswer **out)
{
    const LoggedAnswer *own, *review = NULL;
    int code = look(log, &log->own, &own);
    if (code == SQLITE_OK) code = look(log, &log->reviews, &review);
    bool is_review = review != NULL && (own == NULL || review->answer.at_ms <= own->answer.at_ms);
    *out = is_review ? review : own;
    if (*out == NULL || code != SQLITE_OK) return code;
    LogSide *side = is_review ? &log->reviews : &log->own;
    side->next++;
    side->at_ms = (*out)->answer.at_ms;
    side->id = (*out)->id;
    return code;
}

/* --- judgements --- */

static void bind_verdict(Binder *binder, bool is_judged, const Verdict *verdict)
{
    if (!is_judged) {
        for (int i = 0; i < 4; i++) bind_null(binder);
        return;
    }
    bind_real(binder, verdict->p);
    bind_real(binder, verdict->guess);
    bind_real(binder, verdict->slip);
    bind_integer(binder, verdict->grade);
}

void store_log_bind_judgement(Binder *binder, const Judgement *judgement)
{
    bind_integer(binder, judgement->was_new);
    bind_integer(binder, judgement->due_ms);
    bind_real(binder, judgement->recall);
    bind_verdict(binder, judgement->is_judged, &judgement->verdict);
    bind_verdict(binder, judgement->is_other_judged, &judgement->other);
}

int store_log_judge(StoreDb *db, int64_t id, const Judgement *judgement)
{
    Binder binder = store_db_bind(db, SQL_JUDGE_ANSWER,
                                  "UPDATE answer SET was_new = ?, due_ms = ?, recall = ?, p = ?, guess = ?,"
                                  " slip = ?, judged = ?, other_p = ?, other_guess = ?, other_slip = ?,"
                                  " other_judged = ? WHERE id = ?");
    store_log_bind_judgement(&binder, judgement);
    bind_integer(&binder, id);
    return store_db_finish(db, &binder);
}
