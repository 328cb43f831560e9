#include <string.h>

#include "store/store_inner.h"

#define DAY_MS INT64_C(86400000)

/* The board of a key as the first six parameters. */
#define BOARD_ID                                                                                             \
    "(SELECT id FROM board WHERE fingerprint = ?1 AND mode = ?2 AND variant = ?3 AND setup = ?4"             \
    " AND category = ?5 AND rules = ?6)"

#define RUN_COLUMNS                                                                                          \
    "r.id, coalesce(r.player, 0), coalesce(p.name, r.player_name), coalesce(p.color, r.player_color),"       \
    " b.fingerprint, b.mode, b.variant, b.setup, b.category, b.rules, r.deck_id, r.deck_title, r.seed,"      \
    " r.played_ms, r.key_0, r.key_1, r.score, r.time_ms, r.penalty_ms, r.right, r.wrong, r.best_streak,"     \
    " r.stars, r.inputs, r.is_autoplay"

#define RUN_TABLES " JOIN board b ON b.id = r.board LEFT JOIN player p ON p.id = r.player"
#define BEST_FIRST " ORDER BY r.key_0, r.key_1, r.played_ms, r.id"

static void bind_board(Binder *binder, const BoardKey *board)
{
    bind_text(binder, board->fingerprint);
    bind_text(binder, board->mode);
    bind_text(binder, board->variant);
    bind_text(binder, board->setup);
    bind_text(binder, board->category);
    bind_integer(binder, board->rules);
}

static BoardKey take_board(Taker *taker)
{
    BoardKey board;
    board.fingerprint = take_text(taker);
    board.mode = take_text(taker);
    board.variant = take_text(taker);
    board.setup = take_text(taker);
    board.category = take_text(taker);
    board.rules = take_int32(taker);
    return board;
}

static int write_board(StoreDb *db, const BoardKey *board)
{
    sqlite3_stmt *statement =
        store_db_statement(db, SQL_ADD_BOARD,
                           "INSERT INTO board (fingerprint, mode, variant, setup, category, rules)"
                           " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
    if (statement == NULL) return sqlite3_errcode(db->handle);
    Binder binder = {statement, 0};
    bind_board(&binder, board);
    sqlite3_step(statement);
    return sqlite3_reset(statement);
}

static void bind_run(Binder *binder, const StoreRun *run)
{
    bind_board(binder, &run->board);
    if (run->player != 0) bind_integer(binder, run->player);
    if (run->player == 0) bind_null(binder);
    bind_text(binder, run->player_name);
    bind_integer(binder, run->player_color);
    bind_text(binder, run->deck_id);
    bind_text(binder, run->deck_title);
    int64_t seed;
    memcpy(&seed, &run->seed, sizeof seed);
    bind_integer(binder, seed);
    bind_integer(binder, run->played_ms);
    bind_integer(binder, run->rank_key[0]);
    bind_integer(binder, run->rank_key[1]);
    bind_integer(binder, run->score);
    bind_integer(binder, run->time_ms);
    bind_integer(binder, run->penalty_ms);
    bind_integer(binder, run->right);
    bind_integer(binder, run->wrong);
    bind_integer(binder, run->best_streak);
    bind_integer(binder, run->stars);
    bind_integer(binder, run->inputs);
    bind_integer(binder, run->is_autoplay);
    bind_text(binder, run->replay);
}

int store_runs_write(StoreDb *db, const StoreRun *run, int64_t *id)
{
    int code = write_board(db, &run->board);
    if (code != SQLITE_OK) return code;
    sqlite3_stmt *statement = store_db_statement(
        db, SQL_ADD_RUN,
        "INSERT INTO run (board, player, player_name, player_color, deck_id, deck_title, seed, played_ms,"
        " key_0, key_1, score, time_ms, penalty_ms, right, wrong, best_streak, stars, inputs, is_autoplay,"
        " replay) VALUES (" BOARD_ID ", ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,"
        " ?21, ?22, ?23, ?24, ?25)");
    if (statement == NULL) return sqlite3_errcode(db->handle);
    Binder binder = {statement, 0};
    bind_run(&binder, run);
    sqlite3_step(statement);
    code = sqlite3_reset(statement);
    if (code == SQLITE_OK) *id = sqlite3_last_insert_rowid(db->handle);
    return code;
}

StoreTicket store_add_run(Store *store, const StoreRun *run)
{
    StoreRow row = {.kind = ROW_RUN, .of.run = *run};
    return store_hand_over(store, &row);
}

static void take_run(Taker *taker, StoreRun *run)
{
    *run = (StoreRun){.id = take_integer(taker)};
    run->player = take_integer(taker);
    run->player_name = take_text(taker);
    run->player_color = take_int32(taker);
    run->board = take_board(taker);
    run->deck_id = take_text(taker);
    run->deck_title = take_text(taker);
    int64_t seed = take_integer(taker);
    memcpy(&run->seed, &seed, sizeof seed);
    run->played_ms = take_integer(taker);
    run->rank_key[0] = take_integer(taker);
    run->rank_key[1] = take_integer(taker);
    run->score = take_integer(taker);
    run->time_ms = take_integer(taker);
    run->penalty_ms = take_integer(taker);
    run->right = take_int32(taker);
    run->wrong = take_int32(taker);
    run->best_streak = take_int32(taker);
    run->stars = take_int32(taker);
    run->inputs = take_int32(taker);
    run->is_autoplay = take_integer(taker) != 0;
    run->replay = STR("");
}

static int64_t period_start(StorePeriod period, int64_t day_start_ms)
{
    switch (period) {
    case PERIOD_ALL: return INT64_MIN;
    case PERIOD_30_DAYS: return day_start_ms - 29 * DAY_MS;
    case PERIOD_TODAY: return day_start_ms;
    }
    return INT64_MIN;
}

static void set_rank(StoreRun *runs, size_t index)
{
    const StoreRun *before = index > 0 ? &runs[index - 1] : NULL;
    bool is_shared = before != NULL && before->rank_key[0] == runs[index].rank_key[0] &&
                     before->rank_key[1] == runs[index].rank_key[1];
    runs[index].rank = is_shared ? before->rank : (int)index + 1;
}

#define BOARD_SQL(index)                                                                                     \
    "SELECT " RUN_COLUMNS " FROM run r INDEXED BY " index RUN_TABLES " WHERE r.board = " BOARD_ID            \
    " AND r.is_autoplay = ?7 AND r.played_ms >= ?8" BEST_FIRST " LIMIT ?9"

/* A day's runs are few among a board's: they are found by their time and then sorted. Walking 100,000 runs
   from the best on to find ten took 13 ms. */
static sqlite3_stmt *board_statement(Store *store, StorePeriod period)
{
    if (period == PERIOD_TODAY)
        return store_db_statement(&store->file.db, SQL_BOARD_TODAY, BOARD_SQL("run_time"));
    return store_db_statement(&store->file.db, SQL_BOARD, BOARD_SQL("run_rank"));
}

size_t store_board(Store *store, const BoardKey *board, StorePeriod period, int64_t day_start_ms,
                   bool is_autoplay, size_t limit, Arena *arena, StoreRun **out)
{
    size_t count = 0;
    *out = NULL;
    sqlite3_stmt *statement = board_statement(store, period);
    if (statement == NULL) return 0;
    Binder binder = {statement, 0};
    bind_board(&binder, board);
    bind_integer(&binder, is_autoplay);
    bind_integer(&binder, period_start(period, day_start_ms));
    bind_integer(&binder, store_limit(limit));
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        *out = store_db_grow(arena, *out, count, sizeof **out);
        Taker taker = {statement, 0, arena};
        take_run(&taker, &(*out)[count]);
        set_rank(*out, count++);
    }
    store_end_reading(store, statement, code);
    return count;
}

int store_rank(Store *store, const StoreRun *run, StorePeriod period, int64_t day_start_ms)
{
    sqlite3_stmt *statement = store_db_statement(
        &store->file.db, SQL_RANK,
        "SELECT count(*) FROM run r INDEXED BY run_rank WHERE r.board = " BOARD_ID
        " AND r.is_autoplay = ?7 AND r.played_ms >= ?8 AND (r.key_0, r.key_1) < (?9, ?10)");
    if (statement == NULL) return 1;
    Binder binder = {statement, 0};
    bind_board(&binder, &run->board);
    bind_integer(&binder, run->is_autoplay);
    bind_integer(&binder, period_start(period, day_start_ms));
    bind_integer(&binder, run->rank_key[0]);
    bind_integer(&binder, run->rank_key[1]);
    int code = sqlite3_step(statement);
    int better = code == SQLITE_ROW ? sqlite3_column_int(statement, 0) : 0;
    store_end_reading(store, statement, code);
    return better + 1;
}

bool store_run(Store *store, int64_t id, Arena *arena, StoreRun *out)
{
    sqlite3_stmt *statement = store_db_statement(
        &store->file.db, SQL_RUN, "SELECT " RUN_COLUMNS ", r.replay FROM run r" RUN_TABLES " WHERE r.id = ?");
    if (statement == NULL) return false;
    Binder binder = {statement, 0};
    bind_integer(&binder, id);
    int code = sqlite3_step(statement);
    if (code == SQLITE_ROW) {
        Taker taker = {statement, 0, arena};
        take_run(&taker, out);
        out->replay = take_text(&taker);
    }
    store_end_reading(store, statement, code);
    return code == SQLITE_ROW;
}

bool store_best(Store *store, const BoardKey *board, int64_t player, int64_t before_run, Arena *arena,
                StoreRun *out)
{
    sqlite3_stmt *statement = store_db_statement(
        &store->file.db, SQL_BEST,
        "SELECT " RUN_COLUMNS " FROM run r INDEXED BY run_best" RUN_TABLES " WHERE r.board = " BOARD_ID
        " AND r.player = ?7 AND r.is_autoplay = 0 AND r.id < ?8" BEST_FIRST " LIMIT 1");
    if (statement == NULL) return false;
    Binder binder = {statement, 0};
    bind_board(&binder, board);
    bind_integer(&binder, player);
    bind_integer(&binder, before_run == 0 ? INT64_MAX : before_run);
    int code = sqlite3_step(statement);
    Taker taker = {statement, 0, arena};
    if (code == SQLITE_ROW) take_run(&taker, out);
    store_end_reading(store, statement, code);
    return code == SQLITE_ROW;
}

size_t store_run_ids(Store *store, Arena *arena, int64_t **out)
{
    size_t count = 0;
    *out = NULL;
    sqlite3_stmt *statement =
        store_db_statement(&store->file.db, SQL_RUN_IDS, "SELECT id FROM run ORDER BY id");
    if (statement == NULL) return 0;
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        *out = store_db_grow(arena, *out, count, sizeof **out);
        (*out)[count++] = sqlite3_column_int64(statement, 0);
    }
    store_end_reading(store, statement, code);
    return count;
}

size_t store_boards(Store *store, Str deck_id, bool with_autoplay, Arena *arena, StoreBoard **out)
{
    size_t count = 0;
    *out = NULL;
    /* is_autoplay <= ?1 would walk all runs of a board: each kind is asked for by itself. */
    sqlite3_stmt *statement = store_db_statement(
        &store->file.db, SQL_BOARDS,
        "WITH listed AS (SELECT b.*, runs + iif(?1, autoplay_runs, 0) AS counted, max("
        " coalesce((SELECT max(played_ms) FROM run WHERE board = b.id AND is_autoplay = 0), -1),"
        " iif(?1, coalesce((SELECT max(played_ms) FROM run WHERE board = b.id AND is_autoplay = 1), -1), -1)"
        ") AS last_ms FROM board b WHERE ?2 = ''"
        " OR EXISTS (SELECT 1 FROM run WHERE deck_id = ?2 AND board = b.id AND is_autoplay = 0)"
        " OR ?1 AND EXISTS (SELECT 1 FROM run WHERE deck_id = ?2 AND board = b.id AND is_autoplay = 1))"
        "SELECT l.fingerprint, l.mode, l.variant, l.setup, l.category, l.rules, r.deck_id, r.deck_title,"
        " l.counted, l.last_ms FROM listed l JOIN run r ON r.id ="
        " (SELECT max(id) FROM run WHERE board = l.id AND is_autoplay IN (0, ?1) AND played_ms = l.last_ms)"
        " WHERE l.counted > 0 ORDER BY l.last_ms DESC, l.id DESC");
    if (statement == NULL) return 0;
    Binder binder = {statement, 0};
    bind_integer(&binder, with_autoplay);
    bind_text(&binder, deck_id);
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        *out = store_db_grow(arena, *out, count, sizeof **out);
        Taker taker = {statement, 0, arena};
        StoreBoard *item = &(*out)[count++];
        item->board = take_board(&taker);
        item->deck_id = take_text(&taker);
        item->deck_title = take_text(&taker);
        item->runs = take_integer(&taker);
        item->last_ms = take_integer(&taker);
    }
    store_end_reading(store, statement, code);
    return count;
}

bool store_clear_board(Store *store, const BoardKey *board, Err *err)
{
    if (!store_can_change(store, "removed", err) || !store_begin_change(store, err)) return false;
    sqlite3_stmt *statement = store_db_statement(
        &store->file.db, SQL_CLEAR_BOARD, "DELETE FROM run WHERE is_autoplay = 0 AND board = " BOARD_ID);
    if (statement != NULL) {
        Binder binder = {statement, 0};
        bind_board(&binder, board);
    }
    return store_end_change(store, store_step_change(store, statement, err), err);
}
