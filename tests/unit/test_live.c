#include "play/live.h"

#include "unit/play_fixture.h"

typedef struct {
    Fixture f;
    Round round;
    LiveRound live;
    EventList events;
} Game;

#define GO 1000000 /* wall time of Go: any origin */

static void begin(Game *g, Setup setup)
{
    *g = (Game){0};
    fixture_of_count(&g->f, 40);
    fixture_set_up(&g->f, setup);
    round_init(&g->round, &g->f.source, &g->f.setup, 8, &g->f.arena, NULL);
    live_init(&g->live, &g->round);
    live_begin(&g->live, GO, &g->events);
}

static uint32_t right_option(const Game *g)
{
    return rush_question(&g->round.as.rush, g->round.as.rush.current)->deal.right;
}

static void a_match_runs_from_go_and_stands_while_paused(void **state)
{
    (void)state;
    Game g;
    begin(&g, setup_default(VARIANT_SPRINT));
    assert_int_equal(g.events.count, 12);
    assert_int_equal(g.live.phase, LIVE_OPEN);
    assert_int_equal(live_clock_ms(&g.live, GO + 700), 700);
    assert_int_equal(live_pick(&g.live, GO + 1204, 0, NULL), INPUT_TAKEN);
    live_pause(&g.live, GO + 2000, NULL);
    assert_int_equal(g.live.phase, LIVE_PAUSED);
    assert_int_equal(live_pick(&g.live, GO + 2500, 1, NULL), INPUT_OVER);
    assert_int_equal(live_clock_ms(&g.live, GO + 9000), 2000);
    live_resume(&g.live, GO + 12000);
    assert_int_equal(live_clock_ms(&g.live, GO + 12300), 2300);
    assert_int_equal(live_pick(&g.live, GO + 12300, 1, NULL), INPUT_TAKEN);
    const Input *inputs = g.round.inputs.items;
    assert_int_equal(g.round.inputs.count, 3);
    assert_int_equal(inputs[0].at_ms, 1204);
    assert_int_equal(inputs[1].kind, INPUT_PAUSE);
    assert_int_equal(inputs[1].at_ms, 2000);
    assert_int_equal(inputs[1].value, 10000);
    assert_int_equal(inputs[2].at_ms, 2300);
    fixture_free(&g.f);
}

static void blitz_ends_by_itself_and_not_while_paused(void **state)
{
    (void)state;
    Game g;
    begin(&g, setup_default(VARIANT_BLITZ));
    assert_int_equal(live_deadline(&g.live), GO + 60000);
    live_pause(&g.live, GO + 1000, NULL);
    assert_int_equal(live_deadline(&g.live), INT64_MAX);
    live_advance(&g.live, GO + 90000, NULL);
    live_resume(&g.live, GO + 101000);
    assert_int_equal(live_deadline(&g.live), GO + 160000);
    live_advance(&g.live, GO + 159999, NULL);
    assert_int_equal(g.live.phase, LIVE_OPEN);
    live_advance(&g.live, GO + 160500, NULL);
    assert_int_equal(g.live.phase, LIVE_OVER);
    assert_int_equal(live_wall_ms(&g.live), 160000);
    fixture_free(&g.f);
}

static void a_new_question_takes_no_answer_for_150_ms(void **state)
{
    (void)state;
    Game g;
    begin(&g, setup_default(VARIANT_CLASSIC));
    assert_int_equal(g.live.phase, LIVE_GUARD);
    assert_int_equal(live_answer(&g.live, GO + 149, right_option(&g), NULL), INPUT_OVER);
    assert_int_equal(live_clock_ms(&g.live, GO + 149), 0);
    assert_int_equal(live_answer(&g.live, GO + 150, right_option(&g), NULL), INPUT_TAKEN);
    assert_int_equal(g.round.inputs.items[0].at_ms, 0);
    fixture_free(&g.f);
}

static void the_clock_stands_while_an_answer_shows(void **state)
{
    (void)state;
    Game g;
    begin(&g, setup_default(VARIANT_CLASSIC));
    live_answer(&g.live, GO + 1150, right_option(&g), NULL);
    assert_int_equal(g.live.phase, LIVE_REVEAL);
    assert_int_equal(live_question(&g.live), 0);
    assert_int_equal(live_deadline(&g.live), GO + 1750);
    live_advance(&g.live, GO + 1749, NULL);
    assert_int_equal(live_question(&g.live), 0);
    live_advance(&g.live, GO + 1750, NULL);
    assert_int_equal(live_question(&g.live), 1);
    assert_int_equal(g.live.phase, LIVE_GUARD);
    live_advance(&g.live, GO + 2900, NULL);
    assert_int_equal(live_clock_ms(&g.live, GO + 2900), 2000);
    uint32_t wrong = (right_option(&g) + 1) % 4;
    live_answer(&g.live, GO + 2900, wrong, NULL);
    assert_int_equal(g.round.inputs.items[1].at_ms, 2000);
    assert_int_equal(live_deadline(&g.live), GO + 4900);
    fixture_free(&g.f);
}

static void the_player_may_go_on_before_a_reveal_ends(void **state)
{
    (void)state;
    Game g;
    begin(&g, setup_default(VARIANT_CLASSIC));
    live_skip(&g.live, GO + 100, NULL);
    assert_int_equal(g.live.phase, LIVE_GUARD);
    live_answer(&g.live, GO + 1150, (right_option(&g) + 1) % 4, NULL);
    live_skip(&g.live, GO + 1300, NULL);
    assert_int_equal(live_question(&g.live), 1);
    assert_int_equal(live_deadline(&g.live), GO + 1450);
    fixture_free(&g.f);
}

static void a_time_out_is_found_at_its_moment_however_late_the_frame(void **state)
{
    (void)state;
    Game g;
    begin(&g, setup_default(VARIANT_CLASSIC));
    live_advance(&g.live, GO + 150 + 8000 + 500, &g.events);
    assert_int_equal(g.live.phase, LIVE_REVEAL);
    assert_int_equal(live_deadline(&g.live), GO + 150 + 8000 + 2000);
    /* Away for long: question, reveal and guard of 10,150 ms each. */
    live_advance(&g.live, GO + 3 * 10150 + 100, NULL);
    assert_int_equal(live_question(&g.live), 3);
    assert_int_equal(g.live.phase, LIVE_GUARD);
    assert_int_equal(g.round.as.rush.clock_ms, 24000);
    fixture_free(&g.f);
}

static void a_pause_in_a_reveal_keeps_the_rest_of_it(void **state)
{
    (void)state;
    Game g;
    begin(&g, setup_default(VARIANT_CLASSIC));
    live_answer(&g.live, GO + 1150, right_option(&g), NULL);
    live_pause(&g.live, GO + 1250, NULL);
    live_resume(&g.live, GO + 6250);
    assert_int_equal(g.live.phase, LIVE_REVEAL);
    assert_int_equal(live_deadline(&g.live), GO + 6750);
    assert_int_equal(g.round.inputs.count, 2);
    assert_int_equal(g.round.inputs.items[1].at_ms, 1000);
    assert_int_equal(g.round.inputs.items[1].value, 5000);
    fixture_free(&g.f);
}

static void the_last_answer_shows_before_the_round_is_over(void **state)
{
    (void)state;
    Game g;
    Setup setup = setup_default(VARIANT_CLASSIC);
    setup.questions = 1;
    begin(&g, setup);
    live_answer(&g.live, GO + 1150, right_option(&g), NULL);
    assert_true(round_is_over(&g.round));
    assert_int_equal(g.live.phase, LIVE_REVEAL);
    assert_int_equal(live_question(&g.live), 0);
    live_pause(&g.live, GO + 1200, NULL);
    live_resume(&g.live, GO + 1300);
    assert_int_equal(g.round.inputs.count, 1);
    live_advance(&g.live, GO + 1850, NULL);
    assert_int_equal(g.live.phase, LIVE_OVER);
    assert_int_equal(live_wall_ms(&g.live), 1150);
    fixture_free(&g.f);
}

static void an_input_counts_from_its_own_stamp_but_not_before_the_last_thing(void **state)
{
    (void)state;
    Game g;
    begin(&g, setup_default(VARIANT_SPRINT));
    live_advance(&g.live, GO + 1000, NULL);
    assert_int_equal(live_pick(&g.live, GO + 995, 0, NULL), INPUT_TAKEN);
    assert_int_equal(live_pick(&g.live, GO + 990, 2, NULL), INPUT_TAKEN);
    assert_int_equal(g.round.inputs.items[0].at_ms, 995);
    assert_int_equal(g.round.inputs.items[1].at_ms, 995);
    fixture_free(&g.f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_match_runs_from_go_and_stands_while_paused),
        cmocka_unit_test(blitz_ends_by_itself_and_not_while_paused),
        cmocka_unit_test(a_new_question_takes_no_answer_for_150_ms),
        cmocka_unit_test(the_clock_stands_while_an_answer_shows),
        cmocka_unit_test(the_player_may_go_on_before_a_reveal_ends),
        cmocka_unit_test(a_time_out_is_found_at_its_moment_however_late_the_frame),
        cmocka_unit_test(a_pause_in_a_reveal_keeps_the_rest_of_it),
        cmocka_unit_test(the_last_answer_shows_before_the_round_is_over),
        cmocka_unit_test(an_input_counts_from_its_own_stamp_but_not_before_the_last_thing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
