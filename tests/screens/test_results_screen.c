#define _POSIX_C_SOURCE 200809L

#include "round_fixture.h"
#include "screens/results.h"

#define DECK "world-capitals"

static Setup six_pairs(void)
{
    Setup setup = setup_default(VARIANT_SPRINT);
    setup.pairs = 6;
    return setup;
}

/* Up to the results; `wrong` mismatches first. */
static AppFixture *played(void **state, int wrong, int64_t pause_ms)
{
    AppFixture *f = *state;
    start_round(f, DECK, six_pairs(), 3);
    press_go(f);
    for (int i = 0; i < wrong; i++) {
        mismatch_pair(f);
        fixture_run(f, 300);
    }
    while (match_of(f)->right < 6) {
        fixture_run(f, pause_ms);
        match_pair(f);
    }
    fixture_run(f, 1500);
    assert_int_equal(app_screen(f->app)->id, SCREEN_RESULTS);
    return f;
}

static void the_figure_is_the_time_and_the_run_is_said_to_be_saved(void **state)
{
    AppFixture *f = played(state, 0, 500);
    wait_saved(f);
    fixture_run(f, 1500);
    assert_int_equal(app_model(f->app)->outcome.saved, TICKET_SAVED);
    char wanted[32];
    int64_t ms = app_model(f->app)->outcome.run.time_ms;
    snprintf(wanted, sizeof wanted, "0:%02d.%d", (int)(ms / 1000), (int)(ms / 100 % 10));
    assert_true(says(f, "figure", wanted));
    assert_true(says(f, "saved", "Saved"));
    assert_true(says(f, "change", "Your first run here"));
    assert_true(says(f, "accuracy", "100%"));
    assert_true(says(f, "stars", "3 of 3 stars"));
    assert_true(says(f, "none-missed", "Nothing missed"));
    assert_null(widget_labelled(f, "Practise missed"));
}

static void missed_pairs_are_listed_with_what_was_picked(void **state)
{
    AppFixture *f = played(state, 1, 500);
    const Outcome *outcome = &app_model(f->app)->outcome;
    assert_int_equal(outcome->missed_count, 1);
    const AnswerFact *fact = outcome->missed[0].fact;
    const UiWidget *card = ui_find_widget(app_ui(f->app), ui_id_index(ui_id("missed"), 0));
    assert_true(str_is(card->label, deck_term(app_model(f->app)->deck.deck, fact->card)));
    char wanted[256];
    snprintf(wanted, sizeof wanted, "You picked the meaning of %.*s",
             STR_FMT(deck_term(app_model(f->app)->deck.deck, fact->chosen_card)));
    assert_true(str_is(card->value, str_of(wanted)));
    assert_true(says(f, "penalty", "1\u00a0wrong pick: +1.0"));
    assert_non_null(widget_labelled(f, "Practise missed"));
}

static void a_better_run_has_a_ribbon_a_worse_one_says_by_how_much(void **state)
{
    AppFixture *f = played(state, 0, 900);
    wait_saved(f);
    assert_null(widget_named(f, "ribbon"));
    fixture_press(f, KEY_ESCAPE);
    played(state, 0, 400);
    wait_saved(f);
    fixture_run(f, 1500);
    assert_true(says(f, "ribbon", "New personal best"));
    assert_true(says(f, "change", "faster than your last best"));
    fixture_press(f, KEY_ESCAPE);
    played(state, 0, 600);
    wait_saved(f);
    fixture_run(f, 1500);
    assert_null(widget_named(f, "ribbon"));
    assert_true(says(f, "change", "slower than your best"));
}

static void the_buttons_go_where_they_say_by_keys(void **state)
{
    AppFixture *f = played(state, 1, 300);
    wait_saved(f);
    fixture_press(f, KEY_L);
    assert_int_equal(app_screen(f->app)->id, SCREEN_LEADERBOARD);
    fixture_press(f, KEY_ESCAPE);
    assert_int_equal(app_screen(f->app)->id, SCREEN_RESULTS);
    fixture_press(f, KEY_A);
    assert_int_equal(app_screen(f->app)->id, SCREEN_MATCH);
    assert_false(app_model(f->app)->round.is_practice);
    fixture_press(f, KEY_ESCAPE);
    assert_int_equal(app_screen(f->app)->id, SCREEN_DECK);
    played(state, 1, 300);
    fixture_press(f, KEY_ENTER);
    assert_int_equal(app_screen(f->app)->id, SCREEN_MATCH);
    fixture_press(f, KEY_ESCAPE);
    played(state, 1, 300);
    fixture_press(f, KEY_M);
    assert_true(app_model(f->app)->round.is_practice);
}

static void the_buttons_go_where_they_say_by_pad(void **state)
{
    AppFixture *f = played(state, 1, 300);
    f->null.pad_count = 1;
    press_pad(f, PAD_Y);
    assert_int_equal(app_screen(f->app)->id, SCREEN_LEADERBOARD);
    press_pad(f, PAD_B);
    assert_int_equal(app_screen(f->app)->id, SCREEN_RESULTS);
    press_pad(f, PAD_X);
    assert_true(app_model(f->app)->round.is_practice);
    press_pad(f, PAD_B);
    played(state, 0, 300);
    press_pad(f, PAD_B);
    assert_int_equal(app_screen(f->app)->id, SCREEN_DECK);
    played(state, 0, 300);
    press_pad(f, PAD_A);
    assert_int_equal(app_screen(f->app)->id, SCREEN_MATCH);
}

static void still_results_need_no_frames(void **state)
{
    AppFixture *f = played(state, 1, 300);
    wait_saved(f);
    fixture_run(f, 5000);
    int presents = f->null.presents;
    fixture_run(f, 10000);
    assert_int_equal(f->null.presents, presents);
}

/* A hand-made outcome, for what a well store does not show. */
typedef struct {
    PlatformNull null;
    Ui ui;
    Model model;
    Bindings bindings;
    void *state;
    StoreRun top[8];
    int64_t pace[3];
    AnswerFact facts[40];
    MissedCard missed[40];
} Hand;

static int hand_setup(void **state)
{
    static Hand hand;
    memset(&hand, 0, sizeof hand);
    platform_null_init(&hand.null);
    ui_init(&hand.ui, &hand.null.calls);
    bindings_default(&hand.bindings);
    hand.state = calloc(1, results_screen.state_size);
    Outcome *outcome = &hand.model.outcome;
    hand.pace[0] = 900;
    hand.pace[1] = -1501;
    *outcome = (Outcome){.is_there = true,
                         .setup = setup_default(VARIANT_CLASSIC),
                         .pace_ms = hand.pace,
                         .pace_count = 2,
                         .accuracy_percent = 50};
    outcome->run = (StoreRun){.player_name = STR("Mira"),
                              .deck_title = STR("Deck"),
                              .score = 1460,
                              .time_ms = 2400,
                              .right = 1,
                              .wrong = 1,
                              .best_streak = 1};
    hand.null.now_ms = 1000;
    *state = &hand;
    return 0;
}

static int hand_teardown(void **state)
{
    Hand *hand = *state;
    free(hand->state);
    ui_deinit(&hand->ui);
    platform_null_deinit(&hand->null);
    return 0;
}

static void hand_build(Hand *hand)
{
    for (int i = 0; i < 3; i++) {
        UiInput input = {.now_ms = hand->null.now_ms,
                         .view = hand->null.view,
                         .screen = 1,
                         .text_percent = 100,
                         .bindings = &hand->bindings};
        ui_begin(&hand->ui, &input);
        results_screen.build(hand->state, &hand->model, &hand->ui);
        ui_end(&hand->ui);
        hand->null.now_ms += 2000;
    }
}

static bool hand_says(Hand *hand, UiId id, const char *text)
{
    const UiWidget *widget = ui_find_widget(&hand->ui, id);
    char label[512];
    if (!widget) return false;
    snprintf(label, sizeof label, "%.*s", STR_FMT(widget->label));
    return strstr(label, text) != NULL;
}

static void a_run_that_waits_says_saving(void **state)
{
    Hand *hand = *state;
    hand->model.outcome.saved = TICKET_WAITING;
    hand_build(hand);
    assert_true(hand_says(hand, ui_id("saved"), "Saving"));
    assert_null(ui_find_widget(&hand->ui, ui_id("reason")));
    hand->model.trouble = STR("The disk is full.");
    hand_build(hand);
    assert_true(hand_says(hand, ui_id("reason"), "waits to be kept. The disk is full."));
}

static void a_run_that_cannot_be_kept_says_why(void **state)
{
    Hand *hand = *state;
    hand->model.outcome.saved = TICKET_FAILED;
    hand->model.trouble = STR("The data folder is read-only.");
    hand_build(hand);
    assert_true(hand_says(hand, ui_id("saved"), "Not saved"));
    assert_true(hand_says(hand, ui_id("reason"), "could not be kept. The data folder is read-only."));
    assert_true(hand_says(hand, ui_id("figure"), "1"));
}

static void practice_says_that_it_is_not_ranked(void **state)
{
    Hand *hand = *state;
    hand->model.outcome.is_practice = true;
    hand_build(hand);
    assert_true(hand_says(hand, ui_id("played"), "Practice"));
    assert_true(hand_says(hand, ui_id("saved"), "Not ranked"));
    assert_null(ui_find_widget(&hand->ui, ui_id("stars")));
}

static void a_rank_beyond_the_eighth_is_shown_below_seven(void **state)
{
    Hand *hand = *state;
    Outcome *outcome = &hand->model.outcome;
    outcome->saved = TICKET_SAVED;
    outcome->run.id = 99;
    outcome->rank = 23;
    for (int i = 0; i < 8; i++)
        hand->top[i] = (StoreRun){.id = i + 1, .player_name = STR("Jonas"), .score = 5000 - i, .rank = i + 1};
    outcome->top = hand->top;
    outcome->top_count = 8;
    hand_build(hand);
    assert_true(hand_says(hand, ui_id_index(ui_id("top-row"), 99), "23. Mira"));
    assert_non_null(ui_find_widget(&hand->ui, ui_id_index(ui_id("top-row"), 7)));
    assert_null(ui_find_widget(&hand->ui, ui_id_index(ui_id("top-row"), 8)));
}

/* Forty misses are more than fit: each can be reached by the focus, and comes into view with it. */
static void many_missed_cards_can_be_reached_by_keys(void **state)
{
    Hand *hand = *state;
    Outcome *outcome = &hand->model.outcome;
    for (int i = 0; i < 40; i++) {
        hand->facts[i] = (AnswerFact){.shown_side = SIDE_TERM,
                                      .shown = STR("Term"),
                                      .card = DECK_NO_CARD,
                                      .chosen_card = DECK_NO_CARD,
                                      .is_time_out = i % 2,
                                      .chosen = STR("another")};
        hand->missed[i] = (MissedCard){.fact = &hand->facts[i], .misses = 1};
    }
    outcome->missed = hand->missed;
    outcome->missed_count = 40;
    hand_build(hand);
    UiId last = ui_id_index(ui_id("missed"), 39);
    const UiWidget *card = ui_find_widget(&hand->ui, last);
    assert_true(card->flags & UI_FOCUSABLE);
    assert_true(str_is(card->value, STR("No answer in time")));
    assert_true(card->rect.y > hand->null.view.canvas.h);
    ui_focus(&hand->ui, last);
    hand_build(hand);
    card = ui_find_widget(&hand->ui, last);
    assert_true(card->rect.y + card->rect.h <= card->clip.y + card->clip.h + 1);
}

static void results_fit_every_window_and_text(void **state)
{
    AppFixture *f = played(state, 3, 300);
    wait_saved(f);
    for (int s = 0; s < SHAPES; s++) {
        take_shape(f, &shapes[s]);
        assert_controls_are_apart(f);
        Rect figure = widget_named(f, "figure")->rect, ring = widget_named(f, "accuracy")->rect;
        assert_false(overlap(figure, ring));
        assert_true(ring.h >= 100);
        assert_true(ring.y + ring.h <= widget_labelled(f, "Again")->rect.y);
    }
}

int main(void)
{
#define HAND_TEST(test) cmocka_unit_test_setup_teardown(test, hand_setup, hand_teardown)
    const struct CMUnitTest tests[] = {
        ROUND_TEST(the_figure_is_the_time_and_the_run_is_said_to_be_saved),
        ROUND_TEST(missed_pairs_are_listed_with_what_was_picked),
        ROUND_TEST(a_better_run_has_a_ribbon_a_worse_one_says_by_how_much),
        ROUND_TEST(the_buttons_go_where_they_say_by_keys),
        ROUND_TEST(the_buttons_go_where_they_say_by_pad),
        ROUND_TEST(still_results_need_no_frames),
        ROUND_TEST(results_fit_every_window_and_text),
        HAND_TEST(a_run_that_waits_says_saving),
        HAND_TEST(a_run_that_cannot_be_kept_says_why),
        HAND_TEST(practice_says_that_it_is_not_ranked),
        HAND_TEST(a_rank_beyond_the_eighth_is_shown_below_seven),
        HAND_TEST(many_missed_cards_can_be_reached_by_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
