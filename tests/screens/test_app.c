#define _XOPEN_SOURCE 700 /* SIGXFSZ */

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/resource.h>

#include <cmocka.h>

#include "app/session.h"
#include "app_fixture.h"
#include "screens/board.h"

static int start(void **state)
{
    static AppFixture fixture;
    fixture_open(&fixture);
    *state = &fixture;
    return 0;
}

static int stop(void **state)
{
    fixture_close(*state);
    return 0;
}

static void play_at_once(AppFixture *fixture)
{
    fixture_press(fixture, KEY_ENTER);
    fixture_wait_deck(fixture);
    fixture_run(fixture, 32);
}

static void go(AppFixture *fixture)
{
    play_at_once(fixture);
    fixture_press(fixture, KEY_ENTER);
    assert_int_equal(app_model(fixture->app)->round.live->phase, LIVE_OPEN);
}

static int key_of_tile(const AppFixture *fixture, uint32_t tile)
{
    const Model *model = app_model(fixture->app);
    const MatchRound *match = &model->round.live->round->as.match;
    for (uint32_t place = 0; place < match_places(match); place++)
        if (match_tile_number(match, place) == tile)
            return model->settings.bindings.of[board_command(match_places(match), place)].keys[0];
    return 0;
}

static uint32_t open_term(const MatchRound *match)
{
    for (uint32_t place = 0; place < match_places(match); place++) {
        const Tile *tile = match_at(match, place);
        if (tile && tile->state == TILE_OPEN && tile->deal.side == SIDE_TERM)
            return match_tile_number(match, place);
    }
    return MATCH_NO_TILE;
}

static void match_one(AppFixture *fixture)
{
    const MatchRound *match = &app_model(fixture->app)->round.live->round->as.match;
    uint32_t term = open_term(match);
    uint32_t partner = match_partner(match, term);
    fixture_press(fixture, key_of_tile(fixture, term));
    fixture_press(fixture, key_of_tile(fixture, partner));
}

static void play_to_the_end(AppFixture *fixture)
{
    while (app_screen(fixture->app)->id == SCREEN_MATCH &&
           !round_is_over(app_model(fixture->app)->round.live->round)) {
        match_one(fixture);
        fixture_run(fixture, 300);
    }
    fixture_run(fixture, 2000);
}

static void wait_until_saved(AppFixture *fixture)
{
    Err err = {0};
    assert_true(store_flush(app_model(fixture->app)->store, &err));
    fixture_run(fixture, 100);
}

static void the_first_start_makes_player_1_and_is_two_presses_from_a_round(void **state)
{
    AppFixture *fixture = *state;
    assert_true(str_is(app_model(fixture->app)->player.name, STR("Player 1")));
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_TITLE);
    go(fixture);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_MATCH);
}

static void no_text_of_the_round_shows_before_go(void **state)
{
    AppFixture *fixture = *state;
    play_at_once(fixture);
    const Model *model = app_model(fixture->app);
    assert_int_equal(model->round.live->phase, LIVE_WAITING);
    Arena arena;
    arena_init(&arena, 0);
    Str shown = platform_null_texts(&fixture->null, &arena);
    const MatchRound *match = &model->round.live->round->as.match;
    for (uint32_t place = 0; place < match_places(match); place++) {
        const Tile *tile = match_at(match, place);
        if (tile && tile->deal.side == SIDE_TERM) assert_null(strstr(shown.data, tile->deal.text.data));
    }
    arena_deinit(&arena);
}

static void losing_the_windows_focus_pauses_and_hides_the_board(void **state)
{
    AppFixture *fixture = *state;
    go(fixture);
    fixture_run(fixture, 1000);
    platform_null_push(&fixture->null, (InputEvent){.kind = INPUT_FOCUS_LOST});
    fixture_run(fixture, 500);
    const Model *model = app_model(fixture->app);
    assert_int_equal(model->round.live->phase, LIVE_PAUSED);
    int64_t clock_ms = live_clock_ms(model->round.live, fixture->null.now_ms);
    Arena arena;
    arena_init(&arena, 0);
    Str shown = platform_null_texts(&fixture->null, &arena);
    const Tile *tile = match_at(&model->round.live->round->as.match, 0);
    assert_null(strstr(shown.data, tile->deal.text.data));
    arena_deinit(&arena);
    fixture_run(fixture, 5000);
    assert_int_equal(live_clock_ms(model->round.live, fixture->null.now_ms), clock_ms);
}

static void a_round_ends_in_results_that_say_saved_once_it_is(void **state)
{
    AppFixture *fixture = *state;
    go(fixture);
    play_to_the_end(fixture);
    wait_until_saved(fixture);
    const Outcome *outcome = &app_model(fixture->app)->outcome;
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_RESULTS);
    assert_int_equal(outcome->saved, TICKET_SAVED);
    assert_int_equal(outcome->rank, 1);
    assert_int_equal(outcome->run.right, 12);
    assert_true(outcome->is_best);
}

static void a_run_is_still_there_after_a_new_start(void **state)
{
    AppFixture *fixture = *state;
    go(fixture);
    play_to_the_end(fixture);
    app_close(fixture->app);
    fixture_start(fixture);
    Arena arena;
    arena_init(&arena, 0);
    int64_t *ids;
    assert_int_equal(store_run_ids(app_model(fixture->app)->store, &arena, &ids), 1);
    StoreDay *days;
    assert_int_equal(
        store_answer_days(app_model(fixture->app)->store, app_model(fixture->app)->player.id, &arena, &days),
        1);
    assert_int_equal(days[0].count, 12);
    arena_deinit(&arena);
}

static void an_answer_is_seen_in_the_frame_after_it(void **state)
{
    AppFixture *fixture = *state;
    go(fixture);
    fixture_run(fixture, 1000);
    const MatchRound *match = &app_model(fixture->app)->round.live->round->as.match;
    uint32_t term = open_term(match);
    int presents = fixture->null.presents;
    InputEvent event = {
        .kind = INPUT_KEY_DOWN, .time_ms = fixture->null.now_ms, .key = key_of_tile(fixture, term)};
    app_handle(fixture->app, &event);
    assert_int_equal(match->selected, term);
    app_frame(fixture->app);
    assert_int_equal(fixture->null.presents, presents + 1);
}

static void a_still_title_asks_for_no_frame(void **state)
{
    AppFixture *fixture = *state;
    fixture_run(fixture, 3000);
    int presents = fixture->null.presents;
    fixture_run(fixture, 10000);
    assert_int_equal(fixture->null.presents, presents);
}

static void a_missing_font_is_told_once_on_screen(void **state)
{
    AppFixture *fixture = *state;
    const UiId toast = ui_id("toast");
    err_set(&fixture->null.notice, "install the Debian package fonts-xyzzy");
    platform_null_resize(&fixture->null, 1024, 768);
    fixture_run(fixture, 32);
    const UiWidget *told = ui_find_widget(app_ui(fixture->app), toast);
    assert_non_null(told);
    assert_string_equal(told->label.data, "install the Debian package fonts-xyzzy");
    fixture_run(fixture, 9000);
    assert_null(ui_find_widget(app_ui(fixture->app), toast));
}

static void giving_up_keeps_the_answers_and_makes_no_run(void **state)
{
    AppFixture *fixture = *state;
    go(fixture);
    match_one(fixture);
    Intent give_up = {.kind = INTENT_GIVE_UP, .at_ms = fixture->null.now_ms};
    app_apply(fixture->app, &give_up);
    wait_until_saved(fixture);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_TITLE);
    Arena arena;
    arena_init(&arena, 0);
    int64_t *ids;
    StoreDay *days;
    const Model *model = app_model(fixture->app);
    assert_int_equal(store_run_ids(model->store, &arena, &ids), 0);
    assert_int_equal(store_answer_days(model->store, model->player.id, &arena, &days), 1);
    assert_int_equal(days[0].count, 1);
    arena_deinit(&arena);
}

static void an_answer_counts_for_the_day_on_which_it_was_given(void **state)
{
    AppFixture *fixture = *state;
    int32_t before = app_model(fixture->app)->today;
    go(fixture);
    match_one(fixture);
    fixture->null.wall_ms += 24 * INT64_C(3600000);
    match_one(fixture);
    Intent give_up = {.kind = INTENT_GIVE_UP, .at_ms = fixture->null.now_ms};
    app_apply(fixture->app, &give_up);
    wait_until_saved(fixture);
    Arena arena;
    arena_init(&arena, 0);
    StoreDay *days;
    const Model *model = app_model(fixture->app);
    assert_int_equal(store_answer_days(model->store, model->player.id, &arena, &days), 2);
    assert_int_equal(days[0].day, before);
    assert_int_equal(days[1].day, before + 1);
    arena_deinit(&arena);
}

static void a_new_day_is_noticed_while_the_game_lies_open(void **state)
{
    AppFixture *fixture = *state;
    int32_t before = app_model(fixture->app)->today;
    fixture->null.wall_ms += 24 * INT64_C(3600000);
    fixture_run(fixture, 3000);
    assert_int_equal(app_model(fixture->app)->today, before + 1);
}

static bool is_trouble_told(AppFixture *fixture)
{
    for (int i = 0; i < 500 && app_model(fixture->app)->trouble.size == 0; i++) {
        Err err = {0};
        if (store_flush(app_model(fixture->app)->store, &err)) return false;
        platform_null_push(&fixture->null, (InputEvent){.kind = INPUT_WAKE});
        fixture_run(fixture, 32);
    }
    return app_model(fixture->app)->trouble.size > 0;
}

static void a_disk_that_fills_up_is_told_while_the_round_goes_on(void **state)
{
    AppFixture *fixture = *state;
    struct rlimit limit;
    go(fixture);
    wait_until_saved(fixture);
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    rlim_t before = limit.rlim_cur;
    limit.rlim_cur = 4096;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    match_one(fixture);
    bool is_told = is_trouble_told(fixture);
    limit.rlim_cur = before;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    assert_true(is_told);
    assert_int_equal(app_model(fixture->app)->round.live->phase, LIVE_OPEN);
    wait_until_saved(fixture);
    platform_null_push(&fixture->null, (InputEvent){.kind = INPUT_WAKE});
    fixture_run(fixture, 32);
    assert_int_equal(app_model(fixture->app)->trouble.size, 0);
}

static void a_countdown_waits_while_the_window_is_left(void **state)
{
    AppFixture *fixture = *state;
    play_at_once(fixture);
    platform_null_push(&fixture->null, (InputEvent){.kind = INPUT_FOCUS_LOST});
    fixture_run(fixture, 6000);
    assert_int_equal(app_model(fixture->app)->round.live->phase, LIVE_WAITING);
    platform_null_push(&fixture->null, (InputEvent){.kind = INPUT_FOCUS_GAINED});
    fixture_run(fixture, SESSION_COUNTDOWN_MS - 100);
    assert_int_equal(app_model(fixture->app)->round.live->phase, LIVE_WAITING);
    fixture_run(fixture, 200);
    assert_int_equal(app_model(fixture->app)->round.live->phase, LIVE_OPEN);
}

static void the_mute_key_brings_sound_into_a_sitting_that_began_without(void **state)
{
    AppFixture *fixture = *state;
    app_close(fixture->app);
    AppOptions options = {.store = store_open(fixture->folder), .is_muted = true};
    fixture->app = app_open(&fixture->null.calls, &options);
    assert_int_equal(fixture->null.volume_percent, 0);
    fixture_press(fixture, KEY_F10);
    assert_int_equal(fixture->null.volume_percent, 70);
    fixture_press(fixture, KEY_F10);
    assert_int_equal(fixture->null.volume_percent, 0);
}

static void a_pad_that_plays_another_window_is_not_heard(void **state)
{
    AppFixture *fixture = *state;
    fixture->null.pad_count = 1;
    platform_null_push(&fixture->null, (InputEvent){.kind = INPUT_FOCUS_LOST});
    platform_null_press_pad(&fixture->null, PAD_A);
    fixture_run(fixture, 32);
    assert_int_equal(app_model(fixture->app)->deck.state, DECK_NONE);
    platform_null_push(&fixture->null, (InputEvent){.kind = INPUT_FOCUS_GAINED});
    platform_null_press_pad(&fixture->null, PAD_A);
    fixture_run(fixture, 32);
    assert_int_not_equal(app_model(fixture->app)->deck.state, DECK_NONE);
}

static void who_goes_on_while_a_deck_is_read_is_not_pulled_into_a_round(void **state)
{
    AppFixture *fixture = *state;
    app_apply(fixture->app, &(Intent){.kind = INTENT_QUICK_PLAY, .text = STR("world-capitals")});
    app_apply(fixture->app, &(Intent){.kind = INTENT_OPEN, .screen = SCREEN_SETTINGS});
    fixture_wait_deck(fixture);
    fixture_run(fixture, 32);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_SETTINGS);
}

/* Each opens the other; the screens' stack has an end. */
static void hub_and_leaderboard_lead_to_each_other_any_number_of_times(void **state)
{
    AppFixture *fixture = *state;
    for (int i = 0; i < 12; i++) {
        Intent hub = {.kind = INTENT_OPEN_DECK, .text = STR("morse-code")};
        Intent board = {.kind = INTENT_OPEN, .screen = SCREEN_LEADERBOARD, .text = STR("morse-code")};
        app_apply(fixture->app, &hub);
        fixture_wait_deck(fixture);
        fixture_run(fixture, 32);
        assert_int_equal(app_screen(fixture->app)->id, SCREEN_DECK);
        app_apply(fixture->app, &board);
        fixture_run(fixture, 32);
        assert_int_equal(app_screen(fixture->app)->id, SCREEN_LEADERBOARD);
    }
    fixture_press(fixture, KEY_ESCAPE);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_DECK);
    fixture_press(fixture, KEY_ESCAPE);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_TITLE);
}

static void practice_of_missed_pairs_makes_no_run(void **state)
{
    AppFixture *fixture = *state;
    go(fixture);
    const MatchRound *match = &app_model(fixture->app)->round.live->round->as.match;
    uint32_t term = open_term(match);
    uint32_t right = match_partner(match, term), wrong = MATCH_NO_TILE;
    for (uint32_t place = 0; place < match_places(match); place++) {
        const Tile *tile = match_at(match, place);
        uint32_t number = match_tile_number(match, place);
        if (tile && tile->deal.side == SIDE_DEFINITION && number != right) wrong = number;
    }
    fixture_press(fixture, key_of_tile(fixture, term));
    fixture_press(fixture, key_of_tile(fixture, wrong));
    fixture_run(fixture, 500);
    play_to_the_end(fixture);
    wait_until_saved(fixture);
    assert_int_equal(app_model(fixture->app)->outcome.missed_count, 1);
    Intent practise = {.kind = INTENT_PLAY_MISSED, .at_ms = fixture->null.now_ms};
    app_apply(fixture->app, &practise);
    fixture_press(fixture, KEY_ENTER);
    assert_true(app_model(fixture->app)->round.is_practice);
    play_to_the_end(fixture);
    wait_until_saved(fixture);
    Arena arena;
    arena_init(&arena, 0);
    int64_t *ids;
    assert_int_equal(store_run_ids(app_model(fixture->app)->store, &arena, &ids), 1);
    assert_true(app_model(fixture->app)->outcome.is_practice);
    arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_first_start_makes_player_1_and_is_two_presses_from_a_round, start,
                                        stop),
        cmocka_unit_test_setup_teardown(no_text_of_the_round_shows_before_go, start, stop),
        cmocka_unit_test_setup_teardown(losing_the_windows_focus_pauses_and_hides_the_board, start, stop),
        cmocka_unit_test_setup_teardown(a_round_ends_in_results_that_say_saved_once_it_is, start, stop),
        cmocka_unit_test_setup_teardown(a_run_is_still_there_after_a_new_start, start, stop),
        cmocka_unit_test_setup_teardown(an_answer_is_seen_in_the_frame_after_it, start, stop),
        cmocka_unit_test_setup_teardown(a_still_title_asks_for_no_frame, start, stop),
        cmocka_unit_test_setup_teardown(a_missing_font_is_told_once_on_screen, start, stop),
        cmocka_unit_test_setup_teardown(giving_up_keeps_the_answers_and_makes_no_run, start, stop),
        cmocka_unit_test_setup_teardown(an_answer_counts_for_the_day_on_which_it_was_given, start, stop),
        cmocka_unit_test_setup_teardown(a_new_day_is_noticed_while_the_game_lies_open, start, stop),
        cmocka_unit_test_setup_teardown(a_disk_that_fills_up_is_told_while_the_round_goes_on, start, stop),
        cmocka_unit_test_setup_teardown(a_countdown_waits_while_the_window_is_left, start, stop),
        cmocka_unit_test_setup_teardown(the_mute_key_brings_sound_into_a_sitting_that_began_without, start,
                                        stop),
        cmocka_unit_test_setup_teardown(a_pad_that_plays_another_window_is_not_heard, start, stop),
        cmocka_unit_test_setup_teardown(who_goes_on_while_a_deck_is_read_is_not_pulled_into_a_round, start,
                                        stop),
        cmocka_unit_test_setup_teardown(hub_and_leaderboard_lead_to_each_other_any_number_of_times, start,
                                        stop),
        cmocka_unit_test_setup_teardown(practice_of_missed_pairs_makes_no_run, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
