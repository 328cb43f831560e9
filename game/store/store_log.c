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

int store_log_page(StoreDb *db, const LogPage *page, Arena *arena, LoggedAnswer **out, size_t *count)
{
    *out = NULL;
    *count = 0;
    Binder binder = store_db_bind(db, SQL_LOG,
                                  "SELECT " STORE_LOG_COLUMNS " FROM answer INDEXED BY answer_last"
                                  " WHERE player = ? AND is_undone = 0 AND id > ? ORDER BY id LIMIT ?");
    if (binder.statement == NULL) return sqlite3_errcode(db->handle);
    bind_integer(&binder, page->player);
    bind_integer(&binder, page->after_id);
    bind_integer(&binder, (int64_t)page->limit);
    *out = ARENA_NEW_N(arena, LoggedAnswer, page->limit);
    while (sqlite3_step(binder.statement) == SQLITE_ROW) {
        Taker taker = {binder.statement, 0, arena};
        store_log_take(&taker, &(*out)[(*count)++]);
    }
    return sqlite3_reset(binder.statement);
}

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
