#include "store/store_inner.h"
#include "store/store_log.h"

static void bind_facts(Binder *binder, const StoreAnswer *answer)
{
    bind_integer(binder, answer->player);
    bind_integer(binder, answer->at_ms);
    bind_integer(binder, answer->day);
    bind_text(binder, answer->deck_id);
    bind_text(binder, answer->fingerprint);
    bind_text(binder, answer->card_id);
    bind_text(binder, answer->mode);
    bind_text(binder, answer->variant);
    bind_text(binder, answer->format);
    bind_text(binder, answer->shown);
    bind_text(binder, answer->chosen);
    bind_text(binder, answer->chosen_card);
    bind_integer(binder, answer->is_right);
    bind_integer(binder, answer->is_autoplay);
    bind_integer(binder, answer->is_practice);
    bind_integer(binder, answer->lost_focus);
    bind_integer(binder, answer->response_ms);
    bind_integer(binder, answer->choices);
    bind_integer(binder, answer->read_characters);
    bind_integer(binder, answer->is_near);
    bind_integer(binder, answer->is_forced);
    bind_integer(binder, answer->grade);
}

int store_answers_insert(StoreBook *book, const BookStudy *study, const StoreAnswer *answer,
                         const Judgement *judgement)
{
    Binder binder = store_db_bind(
        book->db, SQL_ADD_ANSWER,
        "INSERT INTO answer (player, at_ms, day, deck_id, fingerprint, card_id, mode, variant, format, shown,"
        " chosen, chosen_card, is_right, is_autoplay, is_practice, lost_focus, response_ms, choices,"
        " read_characters, is_near, is_forced, grade, study, was_new, due_ms, recall, p, guess, slip, judged,"
        " other_p, other_guess, other_slip, other_judged) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
        " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    bind_facts(&binder, answer);
    bind_integer(&binder, study->id);
    store_log_bind_judgement(&binder, judgement);
    return store_db_finish(book->db, &binder);
}

int store_answers_write(StoreBook *book, const StoreAnswer *answer)
{
    BookStudy *study;
    Judgement judgement = {0};
    int code = store_book_study(book, answer->player, answer->deck_id, true, &study);
    if (code == SQLITE_OK) code = store_step_apply(book, study, answer, &judgement);
    return code == SQLITE_OK ? store_answers_insert(book, study, answer, &judgement) : code;
}

StoreTicket store_add_answer(Store *store, const StoreAnswer *answer)
{
    StoreRow row = {.kind = ROW_ANSWER, .of.answer = *answer};
    return store_hand_over(store, &row);
}

static void take_answer(Taker *taker, StoreAnswer *answer)
{
    answer->at_ms = take_integer(taker);
    answer->day = take_int32(taker);
    answer->fingerprint = take_text(taker);
    answer->card_id = take_text(taker);
    answer->mode = take_text(taker);
    answer->variant = take_text(taker);
    answer->format = take_text(taker);
    answer->shown = take_text(taker);
    answer->chosen = take_text(taker);
    answer->chosen_card = take_text(taker);
    answer->is_right = take_bool(taker);
    answer->is_autoplay = take_bool(taker);
    answer->is_practice = take_bool(taker);
    answer->lost_focus = take_bool(taker);
    answer->response_ms = take_int32(taker);
    answer->choices = take_int32(taker);
    answer->read_characters = take_int32(taker);
    answer->is_near = take_bool(taker);
    answer->is_forced = take_bool(taker);
    answer->grade = take_int32(taker);
}

void store_each_answer(Store *store, int64_t player, Str deck_id, StoreAnswerTaker take, void *self)
{
    Arena arena;
    arena_init(&arena, 0);
    Binder binder = store_db_bind(
        &store->file.db, SQL_EACH_ANSWER,
        "SELECT at_ms, day, fingerprint, card_id, mode, variant, format, shown, chosen, chosen_card, "
        "is_right,"
        " is_autoplay, is_practice, lost_focus, response_ms, choices, read_characters, is_near, is_forced,"
        " grade FROM answer WHERE study = (SELECT id FROM study WHERE player = ? AND deck_id = ?)"
        " AND is_undone = 0 ORDER BY at_ms, id");
    bind_integer(&binder, player);
    bind_text(&binder, deck_id);
    Taker taker = store_read(&binder, &arena);
    while (store_next(store, &taker)) {
        StoreAnswer answer = {.player = player, .deck_id = deck_id};
        take_answer(&taker, &answer);
        take(self, &answer);
        arena_reset(&arena);
    }
    arena_deinit(&arena);
}

size_t store_answer_days(Store *store, int64_t player, Arena *arena, StoreDay **out)
{
    size_t count = 0;
    *out = NULL;
    sqlite3_stmt *statement = store_db_statement(&store->file.db, SQL_ANSWER_DAYS,
                                                 "SELECT day, answers - autoplay FROM answer_day"
                                                 " WHERE player = ? AND answers > autoplay ORDER BY day");
    if (statement == NULL) return 0;
    Binder binder = {statement, 0};
    bind_integer(&binder, player);
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        *out = store_db_grow(arena, *out, count, sizeof **out);
        Taker taker = {statement, 0, arena};
        StoreDay *day = &(*out)[count++];
        day->day = take_int32(&taker);
        day->count = take_integer(&taker);
    }
    store_end_reading(store, statement, code);
    return count;
}

int64_t store_last_played(Store *store, int64_t player, Str deck_id)
{
    sqlite3_stmt *statement = store_db_statement(
        &store->file.db, SQL_LAST_PLAYED, "SELECT last_ms FROM deck_played WHERE player = ? AND deck_id = ?");
    if (statement == NULL) return 0;
    Binder binder = {statement, 0};
    bind_integer(&binder, player);
    bind_text(&binder, deck_id);
    int code = sqlite3_step(statement);
    int64_t last_ms = code == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
    store_end_reading(store, statement, code);
    return last_ms;
}

Str store_last_deck(Store *store, int64_t player, Arena *arena)
{
    Str deck_id = STR("");
    sqlite3_stmt *statement = store_db_statement(&store->file.db, SQL_LAST_DECK,
                                                 "SELECT deck_id FROM deck_played WHERE ?1 IN (0, player)"
                                                 " ORDER BY last_ms DESC LIMIT 1");
    if (statement == NULL) return deck_id;
    Binder binder = {statement, 0};
    bind_integer(&binder, player);
    int code = sqlite3_step(statement);
    Taker taker = {statement, 0, arena};
    if (code == SQLITE_ROW) deck_id = take_text(&taker);
    store_end_reading(store, statement, code);
    return deck_id;
}
