/* What study asks of the store: what is due among a million memory states; opening a deck with 200,000
   answers against one with 200; all memories made anew from a million answers against plain FSRS-7 steps.
   bench_study_store DATA */
#define _POSIX_C_SOURCE 200809L
#include <sqlite3.h>

#include "bench.h"
#include "store/store.h"

#define TIMES         21
#define STEPS         1000000
#define MOST_DUE_US   5000
#define TWO_FRAMES_US (2e6 / 60)
#define NOW_MS        INT64_C(1790000000000)

static void run_sql(const char *folder, const char *sql)
{
    char path[512];
    sqlite3 *db;
    snprintf(path, sizeof path, "%s/matchwick.db", folder);
    bench_require(sqlite3_open(path, &db) == SQLITE_OK, "no database");
    bench_require(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, sqlite3_errmsg(db));
    sqlite3_close(db);
}

static Store *open_with_player(const char *folder, int64_t *player)
{
    Err err = {0};
    Store *store = store_open(folder);
    bench_require(store_add_player(store, STR("Bench"), 0, 1, player, &err), err.text);
    return store;
}

/* --- what is due --- */

static const char many_cards[] =
    "WITH RECURSIVE n(i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < 9)"
    " INSERT INTO study (player, deck_id) SELECT 1, 'deck-' || i FROM n;"
    "WITH RECURSIVE n(i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < 99999)"
    " INSERT INTO card_memory SELECT s.id, printf('card-%06d', i), 1, 10, 5, 5, 1780000000000, 20000, 3, 0,"
    " 2, 20000, 1, 1, 10, 1785000000000 + i * 7919 % 100000 * 100000 + s.id,"
    " 1785000000000 + i * 7919 % 100000 * 100000 + s.id, 0, 0, 0, 0"
    " FROM study s JOIN n ORDER BY s.id, i;";

static double look_for_due(Store *store, int64_t player, Str deck_id)
{
    Arena arena;
    arena_init(&arena, 0);
    StoreDue *due;
    double from_us = bench_now_us();
    bench_require(store_due(store, player, deck_id, NOW_MS, 200, &arena, &due) == 200, "too few are due");
    bench_require(store_due_count(store, player, deck_id, NOW_MS, 10000) == 10000, "too few are counted");
    double us = bench_now_us() - from_us;
    arena_deinit(&arena);
    return us;
}

static void bench_due(const char *folder)
{
    int64_t player;
    double all_us[TIMES], deck_us[TIMES];
    store_close(open_with_player(folder, &player));
    run_sql(folder, many_cards);
    Store *store = store_open(folder);
    for (int i = 0; i < TIMES; i++) {
        all_us[i] = look_for_due(store, player, STR(""));
        deck_us[i] = look_for_due(store, player, STR("deck-5"));
    }
    bench_print("200 that are due among 1,000,000 states, and 10,000 counted / 5 ms (us)",
                bench_median(all_us, TIMES), MOST_DUE_US, 1);
    bench_print("the same in a deck of 100,000 of them / 5 ms (us)", bench_median(deck_us, TIMES),
                MOST_DUE_US, 1);
    store_close(store);
}

/* --- many answers --- */

typedef struct {
    const char *deck;
    int study, cards, answers;
} Studied;

static void add_answers(const char *folder, const Studied *studied)
{
    char sql[2048];
    snprintf(sql, sizeof sql,
             "INSERT INTO study (id, player, deck_id) VALUES (%d, 1, '%s');"
             "WITH RECURSIVE n(i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < %d)"
             " INSERT INTO answer (player, at_ms, day, deck_id, fingerprint, card_id, mode, variant, format,"
             " shown, chosen, chosen_card, is_right, is_autoplay, is_practice, lost_focus, response_ms,"
             " choices, read_characters, grade, study)"
             " SELECT 1, 1700000000000 + i * 20000, 19675 + i / 4320, '%s', '', printf('card-%%d',"
             " i * 7919 %% %d), 'learn', '', CASE i %% 4 WHEN 0 THEN 'typed' WHEN 1 THEN 'match'"
             " ELSE 'choice' END, '', '', '', i %% 6 <> 0, 0, 0, 0, 1500 + i %% 997, 4, 20, 0, %d FROM n;",
             studied->study, studied->deck, studied->answers - 1, studied->deck, studied->cards,
             studied->study);
    run_sql(folder, sql);
}

static void rebuild(Store *store, int64_t expected)
{
    Err err = {0};
    int64_t count;
    bench_require(store_rebuild_memory(store, &count, &err), err.text);
    bench_require(count == expected, "not all answers are played");
}

/* --- opening a deck --- */

static double open_deck(Store *store, int64_t player, Str deck_id)
{
    Arena arena;
    arena_init(&arena, 0);
    StoreStudyRow *rows;
    StoreSession *sessions;
    double from_us = bench_now_us();
    bench_require(store_mastery(store, player, deck_id).cards > 0, "nothing is mastered");
    bench_require(store_study_rows(store, deck_id, NOW_MS, &arena, &rows) == 1, "no row");
    store_sessions(store, player, deck_id, 20, &arena, &sessions);
    double us = bench_now_us() - from_us;
    arena_deinit(&arena);
    return us;
}

static void bench_open(const char *folder)
{
    int64_t player;
    double large_us[TIMES], small_us[TIMES];
    store_close(open_with_player(folder, &player));
    add_answers(folder, &(Studied){"small", 1, 100, 200});
    add_answers(folder, &(Studied){"large", 2, 100000, 200000});
    Store *store = store_open(folder);
    rebuild(store, 200200);
    for (int i = 0; i < TIMES; i++) {
        large_us[i] = open_deck(store, player, STR("large"));
        small_us[i] = open_deck(store, player, STR("small"));
    }
    bench_print("sums and table of a deck with 200,000 answers / with 200, and two frames (us)",
                bench_median(large_us, TIMES), bench_median(small_us, TIMES) + TWO_FRAMES_US, 1);
    store_close(store);
}

/* --- all memories anew --- */

/* Of the processor: both are reckoning, and a busy machine would tell of itself. */
static double processor_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static double step_plainly(void)
{
    Memory memory = memory_make(MODEL_FSRS7);
    MemoryState state = memory_first(&memory, GRADE_GOOD);
    double from_us = processor_us();
    for (int i = 0; i < STEPS; i++)
        state = memory_step(&memory, state, i % 7 * 1.5, i % 6 == 0 ? GRADE_AGAIN : GRADE_GOOD);
    double us = processor_us() - from_us;
    bench_require(state.stability > 0, "no state");
    return us / STEPS;
}

static void bench_rebuild(const char *folder)
{
    int64_t player;
    store_close(open_with_player(folder, &player));
    add_answers(folder, &(Studied){"deck", 1, 20000, STEPS});
    Store *store = store_open(folder);
    rebuild(store, STEPS); /* judges the answers, which a later one finds judged */
    double from_us = processor_us();
    rebuild(store, STEPS);
    double us = (processor_us() - from_us) / STEPS;
    bench_print("an answer of 1,000,000 in making all memories anew / a plain FSRS-7 step (processor, us)",
                us, step_plainly(), 20);
    store_close(store);
}

int main(int argc, char **argv)
{
    bench_require(argc == 2, "DATA is needed");
    char folder[512];
    static void (*const benches[])(const char *folder) = {bench_due, bench_open, bench_rebuild};
    for (int i = 0; i < 3; i++) {
        snprintf(folder, sizeof folder, "%s/%d", argv[1], i);
        benches[i](folder);
    }
    return 0;
}
