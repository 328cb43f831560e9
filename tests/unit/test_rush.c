#include "play/rush.h"

#include <string.h>

#include "unit/play_fixture.h"

typedef struct {
    Fixture f;
    Round round;
} Game;

static void begin(Game *g, uint32_t cards, Setup setup, uint64_t seed)
{
    fixture_of_count(&g->f, cards);
    fixture_set_up(&g->f, setup);
    round_init(&g->round, &g->f.source, &g->f.setup, seed, &g->f.arena, NULL);
}

static RushRound *rush_of(Game *g)
{
    return &g->round.as.rush;
}

static const Question *current(Game *g)
{
    return rush_question(rush_of(g), rush_of(g)->current);
}

static void right_at(Game *g, int64_t at_ms)
{
    assert_int_equal(answer_at(&g->round, at_ms, current(g)->deal.right), INPUT_TAKEN);
}

static void wrong_at(Game *g, int64_t at_ms)
{
    assert_int_equal(answer_at(&g->round, at_ms, wrong_option(current(g))), INPUT_TAKEN);
}

static void classic_asks_twenty_and_ranks_by_score(void **state)
{
    (void)state;
    Game g;
    begin(&g, 40, setup_default(VARIANT_CLASSIC), 3);
    assert_int_equal(rush_total(rush_of(&g)), 20);
    for (int i = 1; i <= 20; i++) {
        assert_int_equal(current(&g)->deal.option_count, 4);
        assert_int_equal(current(&g)->deal.limit_ms, 8000);
        right_at(&g, 1000 * i);
    }
    assert_true(round_is_over(&g.round));
    Result result = round_result(&g.round);
    /* 500 + 500 * 7000 / 8000 = 937; with 0, 10, ... 90 %, then 100 % more */
    int64_t expected = 0;
    for (int i = 0; i < 20; i++) expected += 937 * (100 + 10 * (i < 10 ? i : 10)) / 100;
    assert_int_equal(result.score, expected);
    assert_int_equal(result.time_ms, 20000);
    assert_int_equal(result.stars, 3);
    assert_int_equal(result.right, 20);
    fixture_free(&g.f);
}

static void no_card_is_asked_twice_in_classic(void **state)
{
    (void)state;
    Game g;
    begin(&g, 20, setup_default(VARIANT_CLASSIC), 3);
    rush_deal_ahead(rush_of(&g), 100);
    assert_int_equal(rush_of(&g)->question_count, 20);
    for (uint32_t i = 0; i < 20; i++)
        for (uint32_t j = 0; j < i; j++)
            assert_int_not_equal(rush_question(rush_of(&g), i)->deal.card,
                                 rush_question(rush_of(&g), j)->deal.card);
    fixture_free(&g.f);
}

static void an_answer_at_the_limit_is_late_and_counts_for_the_next_question(void **state)
{
    (void)state;
    Game g;
    begin(&g, 40, setup_default(VARIANT_CLASSIC), 3);
    right_at(&g, 7999);
    assert_int_equal(round_score(&g.round), 500);
    assert_int_equal(rush_deadline(rush_of(&g)), 15999);
    rush_deal_ahead(rush_of(&g), 3);
    uint32_t next_right = rush_question(rush_of(&g), 2)->deal.right;
    assert_int_equal(answer_at(&g.round, 15999, next_right), INPUT_TAKEN);
    assert_int_equal(rush_question(rush_of(&g), 1)->answered, ANSWERED_LATE);
    assert_int_equal(rush_question(rush_of(&g), 1)->took_ms, 8000);
    assert_int_equal(rush_question(rush_of(&g), 2)->answered, ANSWERED_RIGHT);
    assert_int_equal(rush_question(rush_of(&g), 2)->took_ms, 0);
    assert_int_equal(rush_of(&g)->wrong, 1);
    fixture_free(&g.f);
}

static void time_outs_follow_from_the_clock_and_count_their_whole_limit(void **state)
{
    (void)state;
    Game g;
    begin(&g, 40, setup_default(VARIANT_CLASSIC), 3);
    right_at(&g, 2000);
    assert_int_equal(round_apply(&g.round, (Input){INT64_MAX / 4, INPUT_TICK, 0}, NULL), INPUT_TAKEN);
    assert_true(round_is_over(&g.round));
    Result result = round_result(&g.round);
    assert_int_equal(result.time_ms, 2000 + 19 * 8000);
    assert_int_equal(result.wrong, 19);
    assert_int_equal(result.inputs, 1);
    assert_true(round_fact(&g.round, 19)->is_time_out);
    assert_int_equal(round_fact(&g.round, 19)->chosen.size, 0);
    fixture_free(&g.f);
}

static void survival_ends_at_the_third_wrong_answer_or_time_out(void **state)
{
    (void)state;
    Game g;
    begin(&g, 10, setup_default(VARIANT_SURVIVAL), 3);
    wrong_at(&g, 100);
    assert_int_equal(rush_lives(rush_of(&g)), 2);
    right_at(&g, 200);
    round_apply(&g.round, (Input){rush_deadline(rush_of(&g)), INPUT_TICK, 0}, NULL);
    assert_false(round_is_over(&g.round));
    wrong_at(&g, rush_of(&g)->clock_ms + 1);
    assert_true(round_is_over(&g.round));
    assert_int_equal(round_result(&g.round).right, 1);
    assert_int_equal(round_result(&g.round).wrong, 3);
    assert_int_equal(rush_total(rush_of(&g)), 4);
    fixture_free(&g.f);
}

static void survival_goes_through_the_pool_again_and_ends_after_300(void **state)
{
    (void)state;
    Game g;
    begin(&g, 10, setup_default(VARIANT_SURVIVAL), 3);
    for (int i = 1; i <= 300; i++) right_at(&g, 10 * i);
    assert_true(round_is_over(&g.round));
    assert_int_equal(round_result(&g.round).right, 300);
    for (uint32_t block = 0; block < 300; block += 10)
        for (uint32_t i = block; i < block + 10; i++)
            for (uint32_t j = block; j < i; j++)
                assert_int_not_equal(rush_question(rush_of(&g), i)->deal.card,
                                     rush_question(rush_of(&g), j)->deal.card);
    fixture_free(&g.f);
}

static void survival_limits_shrink_by_five_percent_in_integers_down_to_three_seconds(void **state)
{
    (void)state;
    Setup setup = setup_default(VARIANT_SURVIVAL);
    DealQuestion question = {.prompt = STR("short"), .option_count = 1, .options = {{.text = STR("too")}}};
    /* f: 1000, 950, 902, 856, 813 ... */
    static const int64_t expected[] = {8000, 7600, 7216, 6848, 6504};
    for (uint32_t i = 0; i < 5; i++) assert_int_equal(question_limit_ms(&setup, i, &question), expected[i]);
    assert_int_equal(question_limit_ms(&setup, 299, &question), 3000);
    setup.timing = TIMING_RELAXED;
    assert_int_equal(question_limit_ms(&setup, 1, &question), 15200);
    setup.timing = TIMING_OFF;
    assert_int_equal(question_limit_ms(&setup, 1, &question), 0);
}

static void reading_is_not_what_is_timed(void **state)
{
    (void)state;
    char text[1000];
    memset(text, 'x', sizeof text);
    Setup setup = setup_default(VARIANT_CLASSIC);
    DealQuestion question = {.prompt = {text, 100}, .option_count = 2, .options = {{.text = {text, 20}}}};
    assert_int_equal(question_limit_ms(&setup, 0, &question), 8000);
    question.options[1].text = STR("y");
    assert_int_equal(question_limit_ms(&setup, 0, &question), 8040);
    question.options[1].text = STR("\xC3\xA9"); /* characters, not bytes */
    assert_int_equal(question_limit_ms(&setup, 0, &question), 8040);
    question.prompt.size = 1000;
    assert_int_equal(question_limit_ms(&setup, 0, &question), 20000);
    setup.timing = TIMING_RELAXED;
    assert_int_equal(question_limit_ms(&setup, 0, &question), 40000);
}

static void marathon_asks_every_card_once_without_a_limit(void **state)
{
    (void)state;
    Game g;
    begin(&g, 36, setup_default(VARIANT_MARATHON), 3);
    bool is_asked[36] = {false};
    for (int i = 1; i <= 36; i++) {
        assert_false(is_asked[current(&g)->deal.card]);
        is_asked[current(&g)->deal.card] = true;
        assert_int_equal(rush_deadline(rush_of(&g)), INT64_MAX);
        right_at(&g, 100000 * i);
    }
    assert_true(round_is_over(&g.round));
    assert_int_equal(round_result(&g.round).time_ms, 3600000);
    fixture_free(&g.f);
}

static void ask_chooses_what_the_prompt_is(void **state)
{
    (void)state;
    for (int ask = ASK_DEFINITION; ask <= ASK_BOTH; ask++) {
        Game g;
        Setup setup = setup_default(VARIANT_MARATHON);
        setup.ask = (Ask)ask;
        begin(&g, 40, setup, 9);
        rush_deal_ahead(rush_of(&g), 40);
        uint32_t terms = 0;
        for (uint32_t i = 0; i < 40; i++) {
            const DealQuestion *q = &rush_question(rush_of(&g), i)->deal;
            Str term = deck_term(g.f.deck, q->card), definition = deck_wording(g.f.deck, q->card, 0);
            terms += q->ask == ASK_TERM;
            assert_true(str_is(q->prompt, q->ask == ASK_TERM ? term : definition));
            assert_true(str_is(q->options[q->right].text, q->ask == ASK_TERM ? definition : term));
        }
        assert_in_range(terms,
                        ask == ASK_TERM   ? 40
                        : ask == ASK_BOTH ? 8
                                          : 0,
                        ask == ASK_TERM   ? 40
                        : ask == ASK_BOTH ? 32
                                          : 0);
        fixture_free(&g.f);
    }
}

static void a_question_depends_on_seed_and_number_alone(void **state)
{
    (void)state;
    Game a, b;
    begin(&a, 40, setup_default(VARIANT_CLASSIC), 12);
    begin(&b, 40, setup_default(VARIANT_CLASSIC), 12);
    rush_deal_ahead(rush_of(&a), 20);
    for (int i = 1; i <= 20; i++) right_at(&b, 5 * i);
    for (uint32_t i = 0; i < 20; i++) {
        const DealQuestion *x = &rush_question(rush_of(&a), i)->deal,
                           *y = &rush_question(rush_of(&b), i)->deal;
        assert_true(str_is(x->prompt, y->prompt));
        assert_int_equal(x->right, y->right);
        for (uint32_t j = 0; j < 4; j++) assert_true(str_is(x->options[j].text, y->options[j].text));
    }
    fixture_free(&a.f);
    fixture_free(&b.f);
}

static void options_that_are_not_there_are_no_input(void **state)
{
    (void)state;
    Game g;
    begin(&g, 40, setup_default(VARIANT_CLASSIC), 3);
    assert_int_equal(answer_at(&g.round, 10, 4), INPUT_NO_SUCH);
    assert_int_equal(round_apply(&g.round, (Input){10, INPUT_ANSWER, -1}, NULL), INPUT_NO_SUCH);
    assert_int_equal(pick_at(&g.round, 10, 0), INPUT_NO_SUCH);
    assert_int_equal(g.round.inputs.count, 0);
    right_at(&g, 20);
    assert_int_equal(answer_at(&g.round, 19, 0), INPUT_BACKWARD);
    fixture_free(&g.f);
}

static void a_small_selection_gives_fewer_options(void **state)
{
    (void)state;
    Game g;
    begin(&g, 3, setup_default(VARIANT_CLASSIC), 3);
    assert_int_equal(rush_total(rush_of(&g)), 3);
    assert_int_equal(current(&g)->deal.option_count, 3);
    for (int i = 1; i <= 3; i++) right_at(&g, i);
    assert_int_equal(round_fact(&g.round, 0)->choices, 3);
    fixture_free(&g.f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(classic_asks_twenty_and_ranks_by_score),
        cmocka_unit_test(no_card_is_asked_twice_in_classic),
        cmocka_unit_test(an_answer_at_the_limit_is_late_and_counts_for_the_next_question),
        cmocka_unit_test(time_outs_follow_from_the_clock_and_count_their_whole_limit),
        cmocka_unit_test(survival_ends_at_the_third_wrong_answer_or_time_out),
        cmocka_unit_test(survival_goes_through_the_pool_again_and_ends_after_300),
        cmocka_unit_test(survival_limits_shrink_by_five_percent_in_integers_down_to_three_seconds),
        cmocka_unit_test(reading_is_not_what_is_timed),
        cmocka_unit_test(marathon_asks_every_card_once_without_a_limit),
        cmocka_unit_test(ask_chooses_what_the_prompt_is),
        cmocka_unit_test(a_question_depends_on_seed_and_number_alone),
        cmocka_unit_test(options_that_are_not_there_are_no_input),
        cmocka_unit_test(a_small_selection_gives_fewer_options),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
