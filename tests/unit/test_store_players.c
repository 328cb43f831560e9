#include "unit/store_fixture.h"

#include "base/json.h"

static void players_come_by_name_folded(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    fixture_player(store, "bo");
    fixture_player(store, "Éva");
    fixture_player(store, "Ada");
    fixture_player(store, "Zed");
    StorePlayer *players;
    assert_int_equal(store_players(store, &fixture->arena, &players), 4);
    assert_string_equal(players[0].name.data, "Ada");
    assert_string_equal(players[1].name.data, "bo");
    assert_string_equal(players[2].name.data, "Zed");
    assert_int_equal(players[0].color, 1);
    assert_int_equal(players[0].created_ms, 1000);
    store_close(store);
}

static void the_one_who_was_remembered_played_last(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    StorePlayer *players;
    assert_null(store_last_player(store, NULL, 0, &fixture->arena));
    int64_t bo = fixture_player(store, "Bo");
    fixture_player(store, "Ada");
    size_t count = store_players(store, &fixture->arena, &players);
    assert_string_equal(store_last_player(store, players, count, &fixture->arena)->name.data, "Ada");
    store_remember_player(store, bo, &fixture->arena);
    assert_int_equal(store_last_player(store, players, count, &fixture->arena)->id, bo);
    store_close(store);
    store = store_open(fixture->folder);
    assert_int_equal(store_last_player(store, players, count, &fixture->arena)->id, bo);
    assert_true(store_remove_player(store, bo, NULL));
    count = store_players(store, &fixture->arena, &players);
    assert_string_equal(store_last_player(store, players, count, &fixture->arena)->name.data, "Ada");
    store_close(store);
}

static void check_refused(Store *store, const char *name, const char *sentence)
{
    Err err = {0};
    int64_t id;
    assert_false(store_add_player(store, str_of(name), 0, 1, &id, &err));
    assert_non_null(strstr(err.text, sentence));
}

static void names_that_will_not_do_are_refused_with_a_sentence(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    fixture_player(store, "Ada");
    check_refused(store, "", "at least one character");
    check_refused(store, " \t \xe3\x80\x80 ", "at least one character");
    check_refused(store, "ada", "There is a player named ada already");
    check_refused(store, "  ADA ", "already");
    check_refused(store, "12345678901234567", "at most 16 characters; this one has 17");
    check_refused(store, "A\nB", "one line");
    check_refused(store, "A\xff", "not UTF-8");
    StorePlayer *players;
    assert_int_equal(store_players(store, &fixture->arena, &players), 1);
    store_close(store);
}

static void names_are_trimmed_and_counted_in_what_people_call_characters(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    /* 16 times e with an acute as a code point of its own: 32 code points, 16 characters, made one by NFC. */
    char name[64] = "\xe3\x80\x80 ";
    for (int i = 0; i < 16; i++) strcat(name, "e\xcc\x81");
    fixture_player(store, name);
    StorePlayer *players;
    assert_int_equal(store_players(store, &fixture->arena, &players), 1);
    assert_int_equal(players[0].name.size, 32);
    assert_memory_equal(players[0].name.data, "\xc3\xa9\xc3\xa9", 4);
    store_close(store);
}

static void a_player_can_be_renamed_and_recoloured(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    fixture_player(store, "Bo");
    StoreRun run = fixture_run(ada, 40000, 1);
    fixture_add_run(store, &run);
    Err err = {0};
    assert_true(store_change_player(store, ada, STR("ADA L."), 5, &err));
    assert_false(store_change_player(store, ada, STR("bO"), 5, &err));
    StorePlayer *players;
    store_players(store, &fixture->arena, &players);
    assert_string_equal(players[0].name.data, "ADA L.");
    assert_int_equal(players[0].color, 5);
    BoardKey board = fixture_board();
    StoreRun *runs;
    assert_int_equal(store_board(store, &board, PERIOD_ALL, 0, false, 10, &fixture->arena, &runs), 1);
    assert_string_equal(runs[0].player_name.data, "ADA L.");
    assert_int_equal(runs[0].player_color, 5);
    err_clear(&err);
    assert_false(store_change_player(store, 99, STR("Cy"), 0, &err));
    assert_string_equal(err.text, "That player is not there any more.");
    store_close(store);
}

static void removing_a_player_takes_all_of_theirs_and_nothing_else(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada"), bo = fixture_player(store, "Bo");
    for (int i = 0; i < 3; i++) {
        StoreAnswer answers[] = {fixture_answer(ada), fixture_answer(bo)};
        StoreRun runs[] = {fixture_run(ada, 100, i), fixture_run(bo, 200, i)};
        for (int p = 0; p < 2; p++) {
            store_add_answer(store, &answers[p]);
            store_add_run(store, &runs[p]);
        }
    }
    store_set_setting(store, ada, "theme", STR("paper"));
    store_set_setting(store, bo, "theme", STR("night"));
    Err err = {0};
    assert_true(store_remove_player(store, ada, &err));
    StorePlayer *players;
    assert_int_equal(store_players(store, &fixture->arena, &players), 1);
    assert_int_equal(players[0].runs, 3);
    assert_int_equal(players[0].answers, 3);
    assert_int_equal(store_get_setting(store, ada, "theme", &fixture->arena).size, 0);
    assert_string_equal(store_get_setting(store, bo, "theme", &fixture->arena).data, "night");
    const char *path = store_path(store);
    assert_int_equal(fixture_number(path, "SELECT count(*) FROM run"), 3);
    assert_int_equal(fixture_number(path, "SELECT count(*) FROM answer"), 3);
    assert_int_equal(fixture_number(path, "SELECT count(*) FROM answer_day"), 1);
    assert_int_equal(fixture_number(path, "SELECT sum(runs) FROM board"), 3);
    assert_true(fixture_player(store, "Ada") > bo); /* ids are never used again */
    store_close(store);
}

static void a_player_is_exported_whole_as_json(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    StoreAnswer answer = fixture_answer(ada);
    answer.shown = STR("quotes \" and\nlines");
    StoreRun run = fixture_run(ada, 40000, 1);
    store_add_answer(store, &answer);
    store_add_answer(store, &answer);
    store_add_run(store, &run);
    store_set_setting(store, ada, "theme", STR("paper"));
    store_star_card(store, ada, STR("capitals"), STR("es"), true);
    StoreTest test = {.player = ada,
                      .at_ms = 1764000000000,
                      .deck_id = STR("capitals"),
                      .right = 3,
                      .total = 4,
                      .report = STR("{\"kinds\":2}")};
    store_add_test(store, &test);
    Err err = {0};
    const char *path = fixture_path(fixture, "ada.json");
    assert_true(store_export_player(store, ada, path, &err));

    Str text;
    JsonProblem problem;
    assert_true(file_read(path, 1 << 20, &fixture->arena, &text, &err));
    JsonDoc *doc = json_open(text, 16, &problem);
    if (doc == NULL) fail_msg("%s", problem.text);
    const JsonValue *root = json_root(doc);
    assert_string_equal(json_string(json_find(json_find(root, "player"), "name")).data, "Ada");
    assert_string_equal(json_string(json_find(json_find(root, "settings"), "theme")).data, "paper");
    assert_int_equal(json_count(json_find(root, "answers")), 2);
    const JsonValue *first = json_first(json_find(root, "answers"));
    assert_string_equal(json_string(json_find(first, "shown")).data, "quotes \" and\nlines");
    assert_true(json_bool(json_find(first, "right")));
    assert_false(json_bool(json_find(first, "autoplay")));
    const JsonValue *kept = json_first(json_find(root, "runs"));
    assert_string_equal(json_string(json_find(kept, "seed")).data, "18446744073709551557");
    assert_int_equal(json_kind(json_find(kept, "replay")), JSON_OBJECT);
    assert_int_equal(json_kind(json_find(first, "p")), JSON_NUMBER);
    assert_int_equal(json_count(json_find(root, "cards")), 2);
    assert_true(json_bool(json_find(json_first(json_find(root, "cards")), "starred")));
    assert_int_equal(json_count(json_find(root, "sessions")), 1);
    assert_int_equal(json_kind(json_find(json_first(json_find(root, "tests")), "report")), JSON_OBJECT);
    json_close(doc);

    assert_false(store_export_player(store, 99, fixture_path(fixture, "nobody.json"), &err));
    assert_false(file_is_there(fixture_path(fixture, "nobody.json")));
    store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(players_come_by_name_folded),
        STORE_TEST(the_one_who_was_remembered_played_last),
        STORE_TEST(names_that_will_not_do_are_refused_with_a_sentence),
        STORE_TEST(names_are_trimmed_and_counted_in_what_people_call_characters),
        STORE_TEST(a_player_can_be_renamed_and_recoloured),
        STORE_TEST(removing_a_player_takes_all_of_theirs_and_nothing_else),
        STORE_TEST(a_player_is_exported_whole_as_json),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
