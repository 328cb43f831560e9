#include "unit/store_study_fixture.h"

static StoreAnswer in_mode(int64_t player, const char *mode, bool is_right, int64_t at_ms)
{
    StoreAnswer answer = study_answer(player, "fr", "choice", is_right, at_ms);
    answer.mode = str_of(mode);
    return answer;
}

static void ten_minutes_without_an_answer_end_a_session(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada"), bo = fixture_player(store, "Bo");
    static const struct {
        const char *mode;
        int64_t at_ms;
        bool is_right;
    } answers[] = {{"match", 0, true},
                   {"learn", 600000, false},
                   {"match", 1200000, true},
                   {"spaced", 1800001, true},
                   {"spaced", 1900000, true}};
    for (size_t i = 0; i < 5; i++) {
        StoreAnswer answer =
            in_mode(ada, answers[i].mode, answers[i].is_right, STUDY_START_MS + answers[i].at_ms);
        store_add_answer(store, &answer);
        if (i == 2) study_flush(store);
    }
    StoreAnswer other = in_mode(bo, "rush", true, STUDY_START_MS + 1000000);
    store_add_answer(store, &other);
    other.deck_id = STR("kana");
    store_add_answer(store, &other);
    study_flush(store);
    StoreSession *sessions;
    assert_int_equal(store_sessions(store, ada, STR("capitals"), 10, &fixture->arena, &sessions), 2);
    assert_int_equal(sessions[0].start_ms, STUDY_START_MS + 1800001);
    assert_int_equal(sessions[0].end_ms, STUDY_START_MS + 1900000);
    assert_int_equal(sessions[0].answers, 2);
    assert_string_equal(sessions[0].modes.data, "spaced");
    assert_int_equal(sessions[1].start_ms, STUDY_START_MS);
    assert_int_equal(sessions[1].end_ms, STUDY_START_MS + 1200000);
    assert_int_equal(sessions[1].answers, 3);
    assert_int_equal(sessions[1].right, 2);
    assert_string_equal(sessions[1].modes.data, "match learn");
    assert_int_equal(sessions[1].player, ada);
    assert_int_equal(store_sessions(store, 0, STR(""), 10, &fixture->arena, &sessions), 4);
    assert_int_equal(store_sessions(store, 0, STR(""), 1, &fixture->arena, &sessions), 1);
    assert_int_equal(store_sessions(store, bo, STR(""), 10, &fixture->arena, &sessions), 2);
    assert_int_equal(store_sessions(store, 0, STR("kana"), 10, &fixture->arena, &sessions), 1);
    assert_string_equal(sessions[0].deck_id.data, "kana");
    store_close(store);
}

static void a_session_goes_on_after_a_restart(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    StoreAnswer answer = in_mode(ada, "learn", true, STUDY_START_MS);
    store_add_answer(store, &answer);
    store_close(store);
    store = store_open(fixture->folder);
    answer.at_ms += 300000;
    store_add_answer(store, &answer);
    study_flush(store);
    StoreSession *sessions;
    assert_int_equal(store_sessions(store, ada, STR("capitals"), 10, &fixture->arena, &sessions), 1);
    assert_int_equal(sessions[0].answers, 2);
    store_close(store);
}

static StoreTest test_of(int64_t player, int32_t right, int64_t at_ms)
{
    return (StoreTest){.player = player,
                       .at_ms = at_ms,
                       .length_ms = 61000,
                       .deck_id = STR("capitals"),
                       .right = right,
                       .total = 40,
                       .report = STR("{\"questions\":[]}")};
}

static void tests_are_kept_with_their_reports(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    StoreTest first = test_of(ada, 39, STUDY_START_MS), second = test_of(ada, 20, STUDY_START_MS + 1);
    store_add_test(store, &first);
    StoreTicket ticket = store_add_test(store, &second);
    study_flush(store);
    assert_int_equal(store_ticket(store, ticket), TICKET_SAVED);
    StoreTest *tests, test;
    assert_int_equal(store_tests(store, ada, STR("capitals"), 10, &fixture->arena, &tests), 2);
    assert_int_equal(tests[0].right, 20);
    assert_int_equal(tests[0].id, store_ticket_run(store, ticket));
    assert_int_equal(tests[0].length_ms, 61000);
    assert_int_equal(tests[0].report.size, 0);
    assert_int_equal(tests[1].right, 39);
    assert_true(store_test(store, tests[1].id, &fixture->arena, &test));
    assert_int_equal(test.player, ada);
    assert_string_equal(test.deck_id.data, "capitals");
    assert_string_equal(test.report.data, "{\"questions\":[]}");
    assert_false(store_test(store, 99, &fixture->arena, &test));
    int64_t count;
    assert_true(store_rebuild_memory(store, &count, NULL));
    assert_int_equal(store_tests(store, ada, STR("capitals"), 1, &fixture->arena, &tests), 1);
    store_close(store);
}

static void add_runs(Store *store, int64_t player, bool is_autoplay)
{
    StoreRun run = fixture_run(player, 41000, 2);
    run.is_autoplay = is_autoplay;
    store_add_run(store, &run);
    run.rank_key[0] = run.time_ms = 38500;
    store_add_run(store, &run);
    run.deck_id = STR("other deck, same cards");
    run.rank_key[0] = run.time_ms = 100;
    store_add_run(store, &run);
    run = fixture_run(player, -900, 0);
    run.board.variant = STR("blitz");
    run.time_ms = 500;
    store_add_run(store, &run);
}

static void a_row_of_each_player_fills_the_table(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t bo = fixture_player(store, "Bo"), ada = fixture_player(store, "ada");
    fixture_player(store, "Nobody");
    int64_t demo = fixture_player(store, "Demo");
    StoreAnswer answer = in_mode(ada, "spaced", true, STUDY_START_MS);
    answer.format = STR("typed");
    store_add_answer(store, &answer);
    study_flush(store);
    StoreCard *cards;
    store_cards(store, ada, STR("capitals"), &fixture->arena, &cards);
    answer.at_ms = cards[0].due_ms + STUDY_DAY_MS; /* just in time */
    store_add_answer(store, &answer);
    study_flush(store);
    store_cards(store, ada, STR("capitals"), &fixture->arena, &cards);
    answer.at_ms = cards[0].due_ms + STUDY_DAY_MS + 1;
    store_add_answer(store, &answer);
    store_learned(store, ada, STR("capitals"), STR("fr"), true);
    store_learned(store, ada, STR("capitals"), STR("es"), true);
    store_learned(store, ada, STR("capitals"), STR("it"), true);
    store_learned(store, ada, STR("capitals"), STR("es"), false);
    StoreTest best = test_of(ada, 39, STUDY_START_MS), last = test_of(ada, 20, STUDY_START_MS + 1);
    store_add_test(store, &best);
    store_add_test(store, &last);
    add_runs(store, ada, false);
    StoreAnswer played = in_mode(bo, "match", false, STUDY_START_MS);
    store_add_answer(store, &played);
    played.player = demo;
    played.is_autoplay = true;
    store_add_answer(store, &played);
    add_runs(store, demo, true);
    study_flush(store);

    StoreStudyRow *rows;
    int64_t later_ms = answer.at_ms + 1000 * STUDY_DAY_MS;
    assert_int_equal(store_study_rows(store, STR("capitals"), later_ms, &fixture->arena, &rows), 3);
    assert_string_equal(rows[0].name.data, "ada");
    assert_int_equal(rows[0].player, ada);
    assert_int_equal(rows[0].color, 1);
    assert_int_equal(rows[0].mastery.cards, 1);
    assert_int_equal(rows[0].learned, 2);
    assert_int_equal(rows[0].test_last, 50);
    assert_int_equal(rows[0].test_best, 97);
    assert_int_equal(rows[0].match_best_ms, 38500);
    assert_int_equal(rows[0].spaced_due, 1);
    assert_int_equal(rows[0].reviews, 2);
    assert_int_equal(rows[0].reviews_in_time, 1);
    assert_int_equal(rows[0].last_ms, answer.at_ms);
    assert_false(rows[0].is_autoplay);
    assert_string_equal(rows[1].name.data, "Bo");
    assert_int_equal(rows[1].test_last, -1);
    assert_int_equal(rows[1].test_best, -1);
    assert_int_equal(rows[1].match_best_ms, 0);
    assert_false(rows[1].is_autoplay);
    assert_string_equal(rows[2].name.data, "Demo");
    assert_int_equal(rows[2].match_best_ms, 38500);
    assert_true(rows[2].is_autoplay);
    assert_int_equal(rows[2].mastery.cards, 1);
    assert_int_equal(store_study_rows(store, STR("kana"), later_ms, &fixture->arena, &rows), 0);

    Str *learned;
    assert_int_equal(store_learned_cards(store, ada, STR("capitals"), &fixture->arena, &learned), 2);
    assert_string_equal(learned[0].data, "fr");
    assert_string_equal(learned[1].data, "it");
    assert_int_equal(store_learned_cards(store, bo, STR("capitals"), &fixture->arena, &learned), 0);
    store_close(store);
}

static void a_day_of_spaced_counts_new_cards_and_reviews(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    static const struct {
        const char *card, *mode;
        int64_t minute;
    } answers[] = {{"old", "spaced", -9000}, {"new", "spaced", 1},  {"new", "spaced", 20},
                   {"old", "spaced", 2},     {"old", "spaced", 30}, {"played", "match", 3},
                   {"played", "spaced", 40}};
    for (size_t i = 0; i < 7; i++) {
        StoreAnswer answer =
            study_answer(ada, answers[i].card, "card", true, STUDY_START_MS + answers[i].minute * 60000);
        answer.mode = str_of(answers[i].mode);
        store_add_answer(store, &answer);
    }
    study_flush(store);
    StoreSpacedToday today = store_spaced_since(store, ada, STR("capitals"), STUDY_START_MS);
    assert_int_equal(today.fresh, 1);
    assert_int_equal(today.reviews, 2);
    store_undo_answer(store, ada, STR("capitals"), STR("played"));
    study_flush(store);
    assert_int_equal(store_spaced_since(store, ada, STR("capitals"), STUDY_START_MS).reviews, 1);
    assert_int_equal(store_spaced_since(store, ada, STR("kana"), STUDY_START_MS).fresh, 0);
    store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(ten_minutes_without_an_answer_end_a_session),
        STORE_TEST(a_session_goes_on_after_a_restart),
        STORE_TEST(tests_are_kept_with_their_reports),
        STORE_TEST(a_row_of_each_player_fills_the_table),
        STORE_TEST(a_day_of_spaced_counts_new_cards_and_reviews),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
