#define _POSIX_C_SOURCE 200809L

#include "round_fixture.h"
#include "screens/rush_foot.h"
#include "screens/rush_question.h"

#define DECK "aws-ai-practitioner"

static AppFixture *asking(void **state, Setup setup)
{
    AppFixture *f = *state;
    start_round(f, DECK, setup, 3);
    press_go(f);
    fixture_run(f, 400);
    assert_int_equal(app_model(f->app)->round.live->phase, LIVE_OPEN);
    return f;
}

static const Question *shown(const AppFixture *f)
{
    return rush_question(rush_of(f), live_question(app_model(f->app)->round.live));
}

static void answer(AppFixture *f, uint32_t option)
{
    fixture_press(f, key_of(f, (Command)(COMMAND_OPTION_1 + option)));
}

static void answer_rightly(AppFixture *f)
{
    answer(f, shown(f)->deal.right);
}

static void answer_wrongly(AppFixture *f)
{
    answer(f, (shown(f)->deal.right + 1) % shown(f)->deal.option_count);
}

static LivePhase phase(const AppFixture *f)
{
    return app_model(f->app)->round.live->phase;
}

static void before_go_and_in_a_pause_no_text_of_the_question_shows(void **state)
{
    AppFixture *f = *state;
    start_round(f, DECK, setup_default(VARIANT_CLASSIC), 3);
    const DealQuestion *deal = &rush_question(rush_of(f), 0)->deal;
    assert_false(is_shown(f, deal->options[0].text));
    assert_null(widget_named(f, "prompt"));
    press_go(f);
    fixture_run(f, 400);
    assert_true(is_shown(f, deal->options[0].text));
    assert_true(str_is(widget_named(f, "prompt")->label, deal->prompt));
    fixture_press(f, KEY_ESCAPE);
    assert_int_equal(phase(f), LIVE_PAUSED);
    assert_null(widget_named(f, "prompt"));
    for (uint32_t i = 0; i < deal->option_count; i++) assert_false(is_shown(f, deal->options[i].text));
}

static void the_heading_fits_what_is_asked(void **state)
{
    Setup setup = setup_default(VARIANT_CLASSIC);
    AppFixture *f = asking(state, setup);
    assert_true(is_shown(f, STR("Which term fits?")));
    Intent leave = {.kind = INTENT_GIVE_UP};
    app_apply(f->app, &leave);
    setup.ask = ASK_TERM;
    asking(state, setup);
    assert_true(is_shown(f, STR("What does it mean?")));
}

static void a_right_answer_is_said_with_its_reckoning(void **state)
{
    AppFixture *f = asking(state, setup_default(VARIANT_CLASSIC));
    answer_rightly(f);
    assert_int_equal(phase(f), LIVE_REVEAL);
    assert_int_equal(shown(f)->answered, ANSWERED_RIGHT);
    assert_true(says(f, "verdict", "Right in 0."));
    assert_true(says(f, "verdict", "500 base"));
    const UiWidget *right = ui_find_widget(app_ui(f->app), rush_option_id(shown(f)->deal.right));
    assert_true(str_is(right->value, STR("Right")));
}

/* Base, speed and streak as said come to the points, also with a streak. */
static void the_parts_of_the_points_come_to_their_sum(void **state)
{
    AppFixture *f = asking(state, setup_default(VARIANT_CLASSIC));
    Arena arena;
    arena_init(&arena, 0);
    for (int i = 0; i < 12; i++) {
        fixture_run(f, 100 * i);
        answer_rightly(f);
        Str words = rush_foot_points(&arena, shown(f));
        int base = 0, speed = 0, streak = 0;
        if (i == 0)
            assert_int_equal(sscanf(words.data, "%d base, %d for speed.", &base, &speed), 2);
        else
            assert_int_equal(
                sscanf(words.data, "%d base, %d for speed, %d for the streak.", &base, &speed, &streak), 3);
        assert_int_equal(base + speed + streak, shown(f)->points);
        fixture_run(f, 1000);
    }
    arena_deinit(&arena);
}

static void a_wrong_answer_shows_the_right_one(void **state)
{
    AppFixture *f = asking(state, setup_default(VARIANT_CLASSIC));
    answer_wrongly(f);
    Str right = shown(f)->deal.options[shown(f)->deal.right].text;
    char wanted[200];
    snprintf(wanted, sizeof wanted, "Not this one. It is: %.*s", STR_FMT(right));
    assert_true(says(f, "verdict", wanted));
    uint32_t chosen = shown(f)->chosen;
    assert_true(str_is(ui_find_widget(app_ui(f->app), rush_option_id(chosen))->value, STR("Wrong")));
}

static void a_question_that_runs_out_says_so(void **state)
{
    AppFixture *f = asking(state, setup_default(VARIANT_CLASSIC));
    fixture_run(f, shown(f)->deal.limit_ms);
    assert_int_equal(phase(f), LIVE_REVEAL);
    assert_true(says(f, "verdict", "Time is up"));
}

static void the_reveal_goes_on_by_itself_by_next_and_by_confirm(void **state)
{
    AppFixture *f = asking(state, setup_default(VARIANT_CLASSIC));
    answer_rightly(f);
    fixture_run(f, 650);
    assert_int_equal(live_question(app_model(f->app)->round.live), 1);
    fixture_run(f, 300);
    answer_wrongly(f);
    fixture_press(f, KEY_SPACE);
    assert_int_equal(live_question(app_model(f->app)->round.live), 2);
    fixture_run(f, 300);
    answer_wrongly(f);
    fixture_press(f, KEY_ENTER);
    assert_int_equal(live_question(app_model(f->app)->round.live), 3);
}

static void keys_also_answer_by_focus(void **state)
{
    AppFixture *f = asking(state, setup_default(VARIANT_CLASSIC));
    fixture_press(f, KEY_RIGHT);
    assert_true(ui_focused(app_ui(f->app)) == rush_option_id(1));
    fixture_press(f, KEY_ENTER);
    assert_int_equal(rush_question(rush_of(f), 0)->chosen, 1);
}

static void a_pad_answers_by_position(void **state)
{
    static const PadButton buttons[] = {PAD_X, PAD_Y, PAD_A, PAD_B};
    AppFixture *f = asking(state, setup_default(VARIANT_CLASSIC));
    f->null.pad_count = 1;
    for (uint32_t i = 0; i < 4; i++) {
        press_pad(f, buttons[i]);
        assert_int_equal(rush_question(rush_of(f), i)->chosen, i);
        press_pad(f, PAD_RB);
        fixture_run(f, 300);
        assert_int_equal(live_question(app_model(f->app)->round.live), i + 1);
    }
    press_pad(f, PAD_START);
    assert_int_equal(phase(f), LIVE_PAUSED);
}

static void with_six_options_a_pad_answers_by_focus(void **state)
{
    Setup setup = setup_default(VARIANT_CLASSIC);
    setup.options = 6;
    AppFixture *f = asking(state, setup);
    f->null.pad_count = 1;
    assert_int_equal(shown(f)->deal.option_count, 6);
    press_pad(f, PAD_X);
    assert_int_equal(shown(f)->answered, ANSWERED_NOT);
    press_pad(f, PAD_DOWN);
    press_pad(f, PAD_RIGHT);
    press_pad(f, PAD_A);
    assert_int_equal(rush_question(rush_of(f), 0)->chosen, 3);
}

static void a_pointer_answers_on_its_press(void **state)
{
    AppFixture *f = asking(state, setup_default(VARIANT_CLASSIC));
    press_at(f, rect_center(ui_find_widget(app_ui(f->app), rush_option_id(2))->rect));
    assert_int_equal(rush_question(rush_of(f), 0)->chosen, 2);
}

static void a_survival_shows_its_lives_and_a_marathon_no_time(void **state)
{
    AppFixture *f = asking(state, setup_default(VARIANT_SURVIVAL));
    assert_true(says(f, "lives", "3\u00a0lives left"));
    answer_wrongly(f);
    assert_true(says(f, "lives", "2\u00a0lives left"));
    assert_non_null(widget_named(f, "time-left"));
    Intent leave = {.kind = INTENT_GIVE_UP};
    app_apply(f->app, &leave);
    asking(state, setup_default(VARIANT_MARATHON));
    assert_null(widget_named(f, "time-left"));
    assert_null(widget_named(f, "lives"));
    assert_true(says(f, "question-number", "Question 1 / 108"));
}

static void without_a_limit_nothing_is_drawn_while_nothing_happens(void **state)
{
    AppFixture *f = asking(state, setup_default(VARIANT_MARATHON));
    fixture_run(f, 1000);
    int presents = f->null.presents;
    fixture_run(f, 2000);
    assert_int_equal(f->null.presents, presents);
}

/* From two options to six, both ways of asking, on every shape. */
static void questions_of_all_sizes_fit_every_window_and_text(void **state)
{
    AppFixture *f = *state;
    for (uint32_t options = 2; options <= 6; options++) {
        Setup setup = setup_default(VARIANT_MARATHON);
        setup.options = options;
        setup.ask = options % 2 ? ASK_TERM : ASK_DEFINITION;
        asking(state, setup);
        for (int s = 0; s < SHAPES; s++) {
            take_shape(f, &shapes[s]);
            assert_controls_are_apart(f);
            Rect prompt = widget_named(f, "prompt")->rect;
            Rect option = ui_find_widget(app_ui(f->app), rush_option_id(0))->rect;
            assert_false(overlap(prompt, option));
            assert_true(option.h >= 36);
        }
        Intent leave = {.kind = INTENT_GIVE_UP};
        app_apply(f->app, &leave);
        set_setting(f, "text", "100");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ROUND_TEST(before_go_and_in_a_pause_no_text_of_the_question_shows),
        ROUND_TEST(the_heading_fits_what_is_asked),
        ROUND_TEST(a_right_answer_is_said_with_its_reckoning),
        ROUND_TEST(the_parts_of_the_points_come_to_their_sum),
        ROUND_TEST(a_wrong_answer_shows_the_right_one),
        ROUND_TEST(a_question_that_runs_out_says_so),
        ROUND_TEST(the_reveal_goes_on_by_itself_by_next_and_by_confirm),
        ROUND_TEST(keys_also_answer_by_focus),
        ROUND_TEST(a_pad_answers_by_position),
        ROUND_TEST(with_six_options_a_pad_answers_by_focus),
        ROUND_TEST(a_pointer_answers_on_its_press),
        ROUND_TEST(a_survival_shows_its_lives_and_a_marathon_no_time),
        ROUND_TEST(without_a_limit_nothing_is_drawn_while_nothing_happens),
        ROUND_TEST(questions_of_all_sizes_fit_every_window_and_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
