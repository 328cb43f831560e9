#include "unit/store_fixture.h"

#include "store/store_inner.h"

#define DAY_MS INT64_C(86400000)

static void a_run_comes_back_as_it_was(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    StoreRun run = fixture_run(fixture_player(store, "Ada"), 41000, 1), kept;
    int64_t id = fixture_add_run(store, &run);
    assert_true(store_run(store, id, &fixture->arena, &kept));
    assert_int_equal(kept.id, id);
    assert_int_equal(kept.player, run.player);
    assert_string_equal(kept.player_name.data, "Ada");
    assert_true(kept.seed == run.seed);
    assert_int_equal(kept.played_ms, run.played_ms);
    assert_int_equal(kept.rank_key[0], 41000);
    assert_int_equal(kept.rank_key[1], 1);
    assert_int_equal(kept.score, 4200);
    assert_int_equal(kept.time_ms, 41000);
    assert_int_equal(kept.penalty_ms, 1000);
    assert_int_equal(kept.right, 18);
    assert_int_equal(kept.wrong, 1);
    assert_int_equal(kept.best_streak, 12);
    assert_int_equal(kept.stars, 3);
    assert_int_equal(kept.inputs, 38);
    assert_false(kept.is_autoplay);
    assert_true(str_is(kept.board.setup, run.board.setup));
    assert_int_equal(kept.board.rules, 1);
    assert_string_equal(kept.deck_title.data, "World capitals");
    assert_true(str_is(kept.replay, run.replay));
    assert_false(store_run(store, id + 1, &fixture->arena, &kept));
    store_close(store);
}

static void add(Store *store, int64_t player, int64_t key_0, int64_t key_1, int64_t played_ms)
{
    StoreRun run = fixture_run(player, key_0, key_1);
    run.played_ms = played_ms;
    store_add_run(store, &run);
}

static void equal_keys_share_a_rank_the_earlier_run_first(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    add(store, ada, 300, 0, 50);
    add(store, ada, 200, 1, 40);
    add(store, ada, 200, 1, 30); /* came in later, was played earlier */
    add(store, ada, 200, 0, 90);
    add(store, ada, 300, 0, 60);
    assert_true(store_flush(store, NULL));
    BoardKey board = fixture_board();
    StoreRun *runs;
    assert_int_equal(store_board(store, &board, PERIOD_ALL, 0, false, 10, &fixture->arena, &runs), 5);
    static const int ranks[] = {1, 2, 2, 4, 4};
    static const int64_t ids[] = {4, 3, 2, 1, 5};
    for (int i = 0; i < 5; i++) {
        assert_int_equal(runs[i].rank, ranks[i]);
        assert_int_equal(runs[i].id, ids[i]);
        assert_int_equal(runs[i].replay.size, 0);
        assert_int_equal(store_rank(store, &runs[i], PERIOD_ALL, 0), ranks[i]);
    }
    assert_int_equal(store_board(store, &board, PERIOD_ALL, 0, false, 2, &fixture->arena, &runs), 2);
    store_close(store);
}

static void periods_end_at_local_midnights(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada"), today = 20416 * DAY_MS - 3600000;
    add(store, ada, 100, 0, today - 29 * DAY_MS - 1); /* the best, too old for 30 days */
    add(store, ada, 200, 0, today - 29 * DAY_MS);
    add(store, ada, 300, 0, today - 1);
    add(store, ada, 400, 0, today);
    assert_true(store_flush(store, NULL));
    BoardKey board = fixture_board();
    StoreRun *runs;
    Arena *arena = &fixture->arena;
    assert_int_equal(store_board(store, &board, PERIOD_ALL, today, false, 10, arena, &runs), 4);
    assert_int_equal(store_board(store, &board, PERIOD_30_DAYS, today, false, 10, arena, &runs), 3);
    assert_int_equal(runs[0].id, 2);
    assert_int_equal(runs[0].rank, 1);
    assert_int_equal(store_board(store, &board, PERIOD_TODAY, today, false, 10, arena, &runs), 1);
    assert_int_equal(runs[0].id, 4);
    assert_int_equal(store_rank(store, &runs[0], PERIOD_TODAY, today), 1);
    assert_int_equal(store_rank(store, &runs[0], PERIOD_30_DAYS, today), 3);
    store_close(store);
}

static void boards_are_told_apart_by_every_member_of_their_key(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    StoreRun run = fixture_run(fixture_player(store, "Ada"), 100, 0);
    store_add_run(store, &run);
    BoardKey others[6];
    for (int i = 0; i < 6; i++) others[i] = fixture_board();
    others[0].fingerprint = STR("fedcba");
    others[1].mode = STR("rush");
    others[2].variant = STR("decoy");
    others[3].setup = STR("pairs=6 board=6");
    others[4].category = STR("relaxed");
    others[5].rules = 2;
    for (int i = 0; i < 6; i++) {
        run.board = others[i];
        store_add_run(store, &run);
    }
    assert_true(store_flush(store, NULL));
    StoreRun *runs;
    for (int i = 0; i < 6; i++) {
        assert_int_equal(store_board(store, &others[i], PERIOD_ALL, 0, false, 10, &fixture->arena, &runs), 1);
        assert_int_equal(runs[0].id, i + 2);
    }
    store_close(store);
}

static void autoplay_is_never_ranked_with_people(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    StoreRun person = fixture_run(ada, 500, 0), machine = fixture_run(ada, 100, 0), found;
    machine.is_autoplay = true;
    int64_t person_id = fixture_add_run(store, &person), machine_id = fixture_add_run(store, &machine);
    BoardKey board = fixture_board();
    StoreRun *runs;
    assert_int_equal(store_board(store, &board, PERIOD_ALL, 0, false, 10, &fixture->arena, &runs), 1);
    assert_int_equal(runs[0].id, person_id);
    assert_int_equal(store_board(store, &board, PERIOD_ALL, 0, true, 10, &fixture->arena, &runs), 1);
    assert_int_equal(runs[0].id, machine_id);
    assert_true(store_best(store, &board, ada, 0, &fixture->arena, &found));
    assert_int_equal(found.id, person_id);
    assert_int_equal(store_rank(store, &person, PERIOD_ALL, 0), 1);
    store_close(store);
}

static void the_best_before_a_run_is_the_one_to_beat(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada"), bo = fixture_player(store, "Bo");
    add(store, ada, 500, 0, 1);
    add(store, bo, 100, 0, 2);
    add(store, ada, 300, 0, 3);
    add(store, ada, 400, 0, 4);
    assert_true(store_flush(store, NULL));
    BoardKey board = fixture_board();
    StoreRun best;
    assert_true(store_best(store, &board, ada, 0, &fixture->arena, &best));
    assert_int_equal(best.id, 3);
    assert_true(store_best(store, &board, ada, 3, &fixture->arena, &best));
    assert_int_equal(best.id, 1);
    assert_false(store_best(store, &board, ada, 1, &fixture->arena, &best));
    store_close(store);
}

static void the_runs_of_nobody_here_keep_their_name(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    StoreRun run = fixture_run(0, 100, 0), kept;
    run.player_name = STR("Grace");
    run.player_color = 4;
    int64_t id = fixture_add_run(store, &run);
    assert_true(store_run(store, id, &fixture->arena, &kept));
    assert_int_equal(kept.player, 0);
    assert_string_equal(kept.player_name.data, "Grace");
    assert_int_equal(kept.player_color, 4);
    store_close(store);
}

static void boards_are_listed_newest_first(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    StoreRun run = fixture_run(fixture_player(store, "Ada"), 100, 0);
    run.played_ms = 10;
    store_add_run(store, &run);
    run.played_ms = 30;
    run.deck_title = STR("Capitals, renamed");
    store_add_run(store, &run);
    run.board.variant = STR("decoy");
    run.deck_id = STR("kana");
    run.played_ms = 40;
    store_add_run(store, &run);
    run.board.variant = STR("blitz");
    run.played_ms = 50;
    run.is_autoplay = true;
    store_add_run(store, &run);
    assert_true(store_flush(store, NULL));
    StoreBoard *boards;
    Arena *arena = &fixture->arena;
    assert_int_equal(store_boards(store, STR(""), false, arena, &boards), 2);
    assert_string_equal(boards[0].board.variant.data, "decoy");
    assert_string_equal(boards[1].board.variant.data, "sprint");
    assert_int_equal(boards[1].runs, 2);
    assert_int_equal(boards[1].last_ms, 30);
    assert_string_equal(boards[1].deck_title.data, "Capitals, renamed");
    assert_int_equal(store_boards(store, STR(""), true, arena, &boards), 3);
    assert_string_equal(boards[0].board.variant.data, "blitz");
    assert_int_equal(store_boards(store, STR("capitals"), false, arena, &boards), 1);
    assert_int_equal(store_boards(store, STR("kana"), false, arena, &boards), 1);
    assert_int_equal(store_boards(store, STR("kana"), true, arena, &boards), 2);
    assert_int_equal(store_boards(store, STR("morse"), true, arena, &boards), 0);
    store_close(store);
}

static void clearing_a_board_leaves_answers_autoplay_and_other_boards(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    StoreAnswer answer = fixture_answer(ada);
    StoreRun run = fixture_run(ada, 100, 0);
    store_add_answer(store, &answer);
    store_add_run(store, &run);
    store_add_run(store, &run);
    run.is_autoplay = true;
    store_add_run(store, &run);
    run.is_autoplay = false;
    run.board.variant = STR("decoy");
    store_add_run(store, &run);
    assert_true(store_flush(store, NULL));
    BoardKey board = fixture_board();
    Err err = {0};
    assert_true(store_clear_board(store, &board, &err));
    StoreRun *runs;
    Arena *arena = &fixture->arena;
    assert_int_equal(store_board(store, &board, PERIOD_ALL, 0, false, 9, arena, &runs), 0);
    assert_int_equal(store_board(store, &board, PERIOD_ALL, 0, true, 9, arena, &runs), 1);
    int64_t *ids;
    assert_int_equal(store_run_ids(store, arena, &ids), 2);
    assert_int_equal(ids[0], 3);
    assert_int_equal(ids[1], 4);
    StorePlayer *players;
    store_players(store, arena, &players);
    assert_int_equal(players[0].runs, 2);
    assert_int_equal(players[0].answers, 1);
    StoreBoard *boards;
    assert_int_equal(store_boards(store, STR(""), false, arena, &boards), 1);
    store_close(store);
}

static int count_steps(Store *store, SqlId id, int what)
{
    return sqlite3_stmt_status(store->file.db.statements[id], what, false);
}

static void boards_are_read_in_order_through_an_index(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    for (int i = 0; i < 200; i++) add(store, ada, (i * 7919) % 200, 0, i);
    assert_true(store_flush(store, NULL));
    BoardKey board = fixture_board();
    StoreRun *runs, best;
    StoreBoard *boards;
    Arena *arena = &fixture->arena;
    assert_int_equal(store_board(store, &board, PERIOD_ALL, 0, false, 50, arena, &runs), 50);
    store_rank(store, &runs[40], PERIOD_ALL, 0);
    assert_true(store_best(store, &board, ada, 0, arena, &best));
    store_boards(store, STR("capitals"), true, arena, &boards);
    static const SqlId ids[] = {SQL_BOARD, SQL_RANK, SQL_BEST};
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(count_steps(store, ids[i], SQLITE_STMTSTATUS_FULLSCAN_STEP), 0);
        assert_int_equal(count_steps(store, ids[i], SQLITE_STMTSTATUS_SORT), 0);
    }
    /* 50 rows of 200 runs, not all of them. */
    assert_true(count_steps(store, SQL_BOARD, SQLITE_STMTSTATUS_VM_STEP) < 50 * 100);
    /* A list of boards, and ten runs of today, cost the same however many others there are. */
    assert_int_equal(store_board(store, &board, PERIOD_TODAY, 190, false, 50, arena, &runs), 10);
    assert_int_equal(runs[0].rank, 1);
    int few_today = count_steps(store, SQL_BOARD_TODAY, SQLITE_STMTSTATUS_VM_STEP);
    int few = count_steps(store, SQL_BOARDS, SQLITE_STMTSTATUS_VM_STEP);
    for (int i = 0; i < 200; i++) add(store, ada, i, 1, i % 190);
    assert_true(store_flush(store, NULL));
    store_boards(store, STR("capitals"), true, arena, &boards);
    assert_int_equal(count_steps(store, SQL_BOARDS, SQLITE_STMTSTATUS_VM_STEP), 2 * few);
    assert_int_equal(store_board(store, &board, PERIOD_TODAY, 190, false, 50, arena, &runs), 10);
    assert_int_equal(count_steps(store, SQL_BOARD_TODAY, SQLITE_STMTSTATUS_VM_STEP), 2 * few_today);
    store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(a_run_comes_back_as_it_was),
        STORE_TEST(equal_keys_share_a_rank_the_earlier_run_first),
        STORE_TEST(periods_end_at_local_midnights),
        STORE_TEST(boards_are_told_apart_by_every_member_of_their_key),
        STORE_TEST(autoplay_is_never_ranked_with_people),
        STORE_TEST(the_best_before_a_run_is_the_one_to_beat),
        STORE_TEST(the_runs_of_nobody_here_keep_their_name),
        STORE_TEST(boards_are_listed_newest_first),
        STORE_TEST(clearing_a_board_leaves_answers_autoplay_and_other_boards),
        STORE_TEST(boards_are_read_in_order_through_an_index),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
