#include "base/file.h"
#include "store/store_inner.h"

/* SQLite prints the JSON. A seed has 64 bits and is a text, as in replays. */
static const char export_sql[] =
    "SELECT json_object('format', 'matchwick-player', 'version', 1,"
    " 'player', json_object('name', name, 'color', color, 'created_ms', created_ms),"
    " 'settings', (SELECT json_group_object(key, value) FROM setting WHERE player = p.id),"
    " 'runs', (SELECT json_group_array(json_object('fingerprint', b.fingerprint, 'mode', b.mode,"
    "   'variant', b.variant, 'setup', b.setup, 'category', b.category, 'rules', b.rules,"
    "   'deck_id', r.deck_id, 'deck_title', r.deck_title, 'seed', format('%llu', r.seed),"
    "   'played_ms', r.played_ms, 'score', r.score, 'time_ms', r.time_ms, 'penalty_ms', r.penalty_ms,"
    "   'right', r.right, 'wrong', r.wrong, 'best_streak', r.best_streak, 'stars', r.stars,"
    "   'inputs', r.inputs, 'autoplay', json(iif(r.is_autoplay, 'true', 'false')),"
    "   'replay', iif(json_valid(r.replay), json(r.replay), r.replay)))"
    "   FROM run r JOIN board b ON b.id = r.board WHERE r.player = p.id),"
    " 'cards', (SELECT json_group_array(json_object('deck_id', s.deck_id, 'card_id', c.card_id,"
    "   'stability', stability, 'fast', fast, 'difficulty', difficulty, 'answers', c.answers,"
    "   'lapses', lapses, 's90', s90, 'last_ms', c.last_ms, 'due_ms', iif(c.answers > 0, due_ms, NULL),"
    "   'starred', json(iif(is_starred, 'true', 'false')),"
    "   'suspended', json(iif(is_suspended, 'true', 'false')),"
    "   'learned', json(iif(is_learned, 'true', 'false')), 'buried_until_ms', buried_until_ms))"
    "   FROM study s JOIN card_memory c ON c.study = s.id WHERE s.player = p.id),"
    " 'sessions', (SELECT json_group_array(json_object('deck_id', s.deck_id, 'start_ms', start_ms,"
    "   'end_ms', end_ms, 'answers', e.answers, 'right', right, 'modes', modes))"
    "   FROM study s JOIN study_session e ON e.study = s.id WHERE s.player = p.id),"
    " 'tests', (SELECT json_group_array(json_object('deck_id', s.deck_id, 'at_ms', at_ms,"
    "   'length_ms', length_ms, 'right', right, 'total', total,"
    "   'report', iif(json_valid(report), json(report), report)))"
    "   FROM study s JOIN test e ON e.study = s.id WHERE s.player = p.id),"
    " 'answers', (SELECT json_group_array(json_object('at_ms', at_ms, 'day', day, 'deck_id', deck_id,"
    "   'fingerprint', fingerprint, 'card_id', card_id, 'mode', mode, 'variant', variant,"
    "   'format', format, 'shown', shown, 'chosen', chosen, 'chosen_card', chosen_card,"
    "   'right', json(iif(is_right, 'true', 'false')), 'autoplay', json(iif(is_autoplay, 'true', 'false')),"
    "   'practice', json(iif(is_practice, 'true', 'false')),"
    "   'lost_focus', json(iif(lost_focus, 'true', 'false')), 'response_ms', response_ms,"
    "   'choices', choices, 'read_characters', read_characters,"
    "   'near', json(iif(is_near, 'true', 'false')), 'forced', json(iif(is_forced, 'true', 'false')),"
    "   'grade', iif(grade > 0, grade, NULL), 'recall', recall, 'p', p, 'guess', guess, 'slip', slip,"
    "   'undone', json(iif(is_undone, 'true', 'false'))))"
    "   FROM answer WHERE player = p.id)) FROM player p WHERE id = ?";

static bool read_export(Store *store, int64_t id, Arena *arena, Str *text, Err *err)
{
    StoreDb *db = &store->file.db;
    sqlite3_stmt *statement = store_db_statement(db, SQL_EXPORT_PLAYER, export_sql);
    if (statement == NULL) return err_set(err, "The player cannot be read: %s", sqlite3_errmsg(db->handle));
    sqlite3_bind_int64(statement, 1, id);
    int code = sqlite3_step(statement);
    Taker taker = {statement, 0, arena};
    if (code == SQLITE_ROW) *text = take_text(&taker);
    if (code == SQLITE_DONE) err_set(err, "That player is not there any more.");
    if (code != SQLITE_ROW) err_set(err, "The player cannot be read: %s", sqlite3_errmsg(db->handle));
    store_end_reading(store, statement, code);
    return code == SQLITE_ROW;
}

bool store_export_player(Store *store, int64_t id, const char *path, Err *err)
{
    if (store->writer != NULL && !store_flush(store, err)) return false;
    Arena arena;
    arena_init(&arena, 0);
    Str text = STR("");
    bool is_done = read_export(store, id, &arena, &text, err) && file_write(path, text, err);
    arena_deinit(&arena);
    return is_done;
}
