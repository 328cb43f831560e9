#define _POSIX_C_SOURCE 200809L

#include "round_fixture.h"
#include "screens/match_board.h"

#define DECK "world-capitals"

static Setup sprint(void)
{
    return setup_default(VARIANT_SPRINT);
}

static AppFixture *playing(void **state)
{
    AppFixture *f = *state;
    start_round(f, DECK, sprint(), 3);
    press_go(f);
    fixture_run(f, 600);
    return f;
}

static void the_countdown_shows_no_text_of_the_round(void **state)
{
    AppFixture *f = *state;
    start_round(f, DECK, sprint(), 3);
    assert_int_equal(app_model(f->app)->round.live->phase, LIVE_WAITING);
    const MatchRound *match = match_of(f);
    for (uint32_t place = 0; place < match_places(match); place++)
        assert_false(is_shown(f, match_at(match, place)->deal.text));
    assert_true(is_shown(f, STR("3")));
    fixture_run(f, 900);
    assert_true(is_shown(f, STR("2")));
}

static void any_key_begins_at_once_and_back_leaves(void **state)
{
    AppFixture *f = *state;
    start_round(f, DECK, sprint(), 3);
    fixture_press(f, KEY_J);
    assert_int_equal(app_model(f->app)->round.live->phase, LIVE_OPEN);
    Intent leave = {.kind = INTENT_GIVE_UP};
    app_apply(f->app, &leave);
    start_round(f, DECK, sprint(), 3);
    fixture_press(f, KEY_ESCAPE);
    assert_null(app_model(f->app)->round.live);
    assert_int_equal(app_screen(f->app)->id, SCREEN_DECK);
}

static void the_countdown_ends_by_itself(void **state)
{
    AppFixture *f = *state;
    start_round(f, DECK, sprint(), 3);
    fixture_run(f, 2500);
    assert_int_equal(app_model(f->app)->round.live->phase, LIVE_OPEN);
}

static void each_tile_is_a_widget_with_the_key_of_its_place(void **state)
{
    AppFixture *f = playing(state);
    const MatchRound *match = match_of(f);
    for (uint32_t place = 0; place < match_places(match); place++) {
        const UiWidget *tile = ui_find_widget(app_ui(f->app), match_board_id(place));
        assert_non_null(tile);
        assert_int_equal(tile->role, ROLE_TILE);
        assert_int_equal(tile->trigger.command, board_command(12, place));
        assert_true(str_is(tile->label, match_at(match, place)->deal.text));
    }
}

static void a_pick_has_the_time_of_its_event(void **state)
{
    AppFixture *f = playing(state);
    int64_t go_ms = app_model(f->app)->round.look->go_ms, at_ms = f->null.now_ms - 7;
    platform_null_push(&f->null, (InputEvent){.kind = INPUT_KEY_DOWN,
                                              .device = DEVICE_KEYBOARD,
                                              .key = key_of_place(f, 5),
                                              .time_ms = at_ms});
    fixture_run(f, 48);
    const InputList *inputs = &app_model(f->app)->round.live->round->inputs;
    assert_int_equal(inputs->count, 1);
    assert_int_equal(inputs->items[0].at_ms, at_ms - go_ms);
    assert_int_equal(inputs->items[0].value, match_tile_number(match_of(f), 5));
}

static void a_pick_moves_the_focus_and_the_reader_says_the_whole_text(void **state)
{
    AppFixture *f = playing(state);
    fixture_press(f, key_of_place(f, 7));
    assert_true(ui_focused(app_ui(f->app)) == match_board_id(7));
    assert_true(ui_find_widget(app_ui(f->app), match_board_id(7))->flags & UI_SELECTED);
    assert_true(str_is(widget_named(f, "reader")->label, match_at(match_of(f), 7)->deal.text));
}

static void a_matched_pair_leaves_the_board_and_the_focus_stays_on_a_tile(void **state)
{
    AppFixture *f = playing(state);
    uint32_t term = term_place(match_of(f), 0), other = partner_place(match_of(f), term);
    fixture_press(f, key_of_place(f, term));
    fixture_press(f, key_of_place(f, other));
    assert_int_equal(match_of(f)->right, 1);
    fixture_run(f, 800);
    assert_null(ui_find_widget(app_ui(f->app), match_board_id(term)));
    assert_null(ui_find_widget(app_ui(f->app), match_board_id(other)));
    const UiWidget *focused = ui_find_widget(app_ui(f->app), ui_focused(app_ui(f->app)));
    assert_non_null(focused);
    assert_int_equal(focused->role, ROLE_TILE);
    assert_true(says(f, "pairs", "17"));
}

static void a_mismatch_says_what_it_costs(void **state)
{
    AppFixture *f = playing(state);
    match_pair(f);
    mismatch_pair(f);
    assert_int_equal(match_of(f)->wrong, 1);
    assert_true(says(f, "penalty", "+1.0"));
    assert_true(says(f, "no-pair", "Not a pair"));
    assert_true(says(f, "streak", "was 1"));
    fixture_run(f, 2000);
    assert_null(widget_named(f, "penalty"));
    assert_null(widget_named(f, "no-pair"));
    assert_true(says(f, "streak", "in a row"));
}

static void the_multiplier_follows_the_steps_of_the_rules(void **state)
{
    AppFixture *f = playing(state);
    for (int streak = 0; streak <= 10; streak++) {
        assert_int_equal(match_of(f)->streak, streak);
        const char *wanted = streak >= 10  ? "\u00d74"
                             : streak >= 6 ? "\u00d73"
                             : streak >= 3 ? "\u00d72"
                                           : "\u00d71";
        assert_true(says(f, "multiplier", wanted));
        match_pair(f);
    }
}

static void a_paused_round_hides_every_text_and_goes_on(void **state)
{
    AppFixture *f = playing(state);
    const MatchRound *match = match_of(f);
    fixture_press(f, KEY_ESCAPE);
    assert_int_equal(app_model(f->app)->round.live->phase, LIVE_PAUSED);
    for (uint32_t place = 0; place < match_places(match); place++)
        assert_false(is_shown(f, match_at(match, place)->deal.text));
    assert_true(says(f, "pause-cost", "more than 3 seconds"));
    fixture_run(f, 4000);
    assert_true(says(f, "pause-cost", "came to more than 3 seconds"));
    fixture_press(f, KEY_ENTER);
    assert_int_equal(app_model(f->app)->round.live->phase, LIVE_OPEN);
    assert_true(is_shown(f, match_at(match, 0)->deal.text));
}

static void a_still_pause_needs_no_frames(void **state)
{
    AppFixture *f = playing(state);
    fixture_press(f, KEY_ESCAPE);
    fixture_run(f, 5000);
    int presents = f->null.presents;
    fixture_run(f, 10000);
    assert_int_equal(f->null.presents, presents);
}

static void while_nothing_moves_the_clock_is_drawn_by_tenths(void **state)
{
    AppFixture *f = playing(state);
    fixture_run(f, 3000);
    int presents = f->null.presents;
    fixture_run(f, 2000);
    assert_in_range(f->null.presents - presents, 18, 22);
}

static void restart_and_give_up_are_one_press_in_the_pause(void **state)
{
    AppFixture *f = playing(state);
    match_pair(f);
    fixture_press(f, KEY_ESCAPE);
    fixture_press(f, KEY_R);
    assert_int_equal(app_screen(f->app)->id, SCREEN_MATCH);
    assert_int_equal(match_of(f)->right, 0);
    press_go(f);
    fixture_press(f, KEY_ESCAPE);
    fixture_press(f, KEY_G);
    assert_null(app_model(f->app)->round.live);
    assert_int_equal(app_screen(f->app)->id, SCREEN_DECK);
}

static PadButton way_to(Rect from, Rect to)
{
    if (to.x + to.w <= from.x) return PAD_LEFT;
    if (to.x >= from.x + from.w) return PAD_RIGHT;
    return to.y < from.y ? PAD_UP : PAD_DOWN;
}

static void go_to_by_pad(AppFixture *f, uint32_t place)
{
    for (int i = 0; i < 40 && ui_focused(app_ui(f->app)) != match_board_id(place); i++) {
        const UiWidget *from = ui_find_widget(app_ui(f->app), ui_focused(app_ui(f->app)));
        const UiWidget *to = ui_find_widget(app_ui(f->app), match_board_id(place));
        press_pad(f, way_to(from->rect, to->rect));
    }
    assert_true(ui_focused(app_ui(f->app)) == match_board_id(place));
}

static void a_pad_alone_matches_takes_back_and_pauses(void **state)
{
    AppFixture *f = playing(state);
    f->null.pad_count = 1;
    uint32_t term = term_place(match_of(f), 0), other = partner_place(match_of(f), term);
    go_to_by_pad(f, term);
    press_pad(f, PAD_A);
    assert_int_equal(match_of(f)->selected, match_tile_number(match_of(f), term));
    fixture_run(f, 200);
    press_pad(f, PAD_B);
    assert_int_equal(match_of(f)->selected, MATCH_NO_TILE);
    fixture_run(f, 200);
    press_pad(f, PAD_A);
    go_to_by_pad(f, other);
    press_pad(f, PAD_A);
    assert_int_equal(match_of(f)->right, 1);
    press_pad(f, PAD_START);
    assert_int_equal(app_model(f->app)->round.live->phase, LIVE_PAUSED);
    press_pad(f, PAD_START);
    assert_int_equal(app_model(f->app)->round.live->phase, LIVE_OPEN);
}

static void a_pointer_picks_on_its_press(void **state)
{
    AppFixture *f = playing(state);
    uint32_t place = term_place(match_of(f), 1);
    press_at(f, rect_center(ui_find_widget(app_ui(f->app), match_board_id(place))->rect));
    assert_int_equal(match_of(f)->selected, match_tile_number(match_of(f), place));
    assert_true(ui_focused(app_ui(f->app)) == match_board_id(place));
}

static void a_pointer_pauses_by_the_hint(void **state)
{
    AppFixture *f = playing(state);
    platform_null_click(&f->null, rect_center(widget_labelled(f, "Pause")->rect));
    fixture_run(f, 32);
    assert_int_equal(app_model(f->app)->round.live->phase, LIVE_PAUSED);
}

static void in_a_blitz_a_matched_pair_is_replaced_in_place(void **state)
{
    AppFixture *f = *state;
    start_round(f, DECK, setup_default(VARIANT_BLITZ), 5);
    press_go(f);
    uint32_t term = term_place(match_of(f), 0);
    Str before = match_at(match_of(f), term)->deal.text;
    match_pair(f);
    fixture_run(f, 800);
    const UiWidget *tile = ui_find_widget(app_ui(f->app), match_board_id(term));
    assert_non_null(tile);
    assert_false(str_is(tile->label, before));
    assert_true(says(f, "timer", "0:59"));
}

static void the_best_run_is_shown_from_the_second_round_on(void **state)
{
    AppFixture *f = *state;
    Setup setup = sprint();
    setup.pairs = 6;
    start_round(f, DECK, setup, 3);
    press_go(f);
    assert_null(widget_named(f, "lead"));
    while (match_of(f)->right < 6) {
        fixture_run(f, 1000);
        match_pair(f);
    }
    fixture_run(f, 1500);
    wait_saved(f);
    fixture_press(f, KEY_ESCAPE);
    start_round(f, DECK, setup, 4);
    press_go(f);
    match_pair(f);
    match_pair(f);
    assert_true(says(f, "lead", "ahead"));
    fixture_run(f, 9000);
    assert_true(says(f, "lead", "behind"));
}

/* Every board of the rules, on every shape: tiles lie apart, inside, and can be pressed. */
static void boards_of_all_sizes_fit_every_window_and_text(void **state)
{
    AppFixture *f = *state;
    static const struct {
        Variant variant;
        uint32_t board;
    } boards[] = {{VARIANT_SPRINT, 3}, {VARIANT_DECOY, 6}, {VARIANT_SPRINT, 10}, {VARIANT_DECOY, 9}};
    for (size_t b = 0; b < sizeof boards / sizeof *boards; b++) {
        Setup setup = setup_default(boards[b].variant);
        setup.board = boards[b].board;
        start_round(f, DECK, setup, b);
        press_go(f);
        for (int s = 0; s < SHAPES; s++) {
            take_shape(f, &shapes[s]);
            assert_controls_are_apart(f);
            const UiWidget *tile = ui_find_widget(app_ui(f->app), match_board_id(0));
            assert_true(tile->rect.h >= 60 &&
                        tile->rect.h <= 208.0f * (float)app_ui(f->app)->in.text_percent / 100);
        }
        fixture_press(f, KEY_ESCAPE);
        assert_controls_are_apart(f);
        fixture_press(f, KEY_G);
        set_setting(f, "text", "100");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ROUND_TEST(the_countdown_shows_no_text_of_the_round),
        ROUND_TEST(any_key_begins_at_once_and_back_leaves),
        ROUND_TEST(the_countdown_ends_by_itself),
        ROUND_TEST(each_tile_is_a_widget_with_the_key_of_its_place),
        ROUND_TEST(a_pick_has_the_time_of_its_event),
        ROUND_TEST(a_pick_moves_the_focus_and_the_reader_says_the_whole_text),
        ROUND_TEST(a_matched_pair_leaves_the_board_and_the_focus_stays_on_a_tile),
        ROUND_TEST(a_mismatch_says_what_it_costs),
        ROUND_TEST(the_multiplier_follows_the_steps_of_the_rules),
        ROUND_TEST(a_paused_round_hides_every_text_and_goes_on),
        ROUND_TEST(a_still_pause_needs_no_frames),
        ROUND_TEST(while_nothing_moves_the_clock_is_drawn_by_tenths),
        ROUND_TEST(restart_and_give_up_are_one_press_in_the_pause),
        ROUND_TEST(a_pad_alone_matches_takes_back_and_pauses),
        ROUND_TEST(a_pointer_picks_on_its_press),
        ROUND_TEST(a_pointer_pauses_by_the_hint),
        ROUND_TEST(in_a_blitz_a_matched_pair_is_replaced_in_place),
        ROUND_TEST(the_best_run_is_shown_from_the_second_round_on),
        ROUND_TEST(boards_of_all_sizes_fit_every_window_and_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
