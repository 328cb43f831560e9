#include "play/fit.h"

#include "unit/play_fixture.h"

static Fit fit_of(uint32_t cards, Setup *setup)
{
    Fixture f;
    fixture_of_count(&f, cards);
    Pool pool = pool_make(&f.arena, f.deck, setup);
    Fit fit = fit_setup(&pool, f.index->clash, setup);
    fixture_free(&f);
    return fit;
}

static void a_selection_too_small_says_what_it_needs(void **state)
{
    (void)state;
    Setup blitz = setup_default(VARIANT_BLITZ), decoy = setup_default(VARIANT_DECOY);
    Setup sprint = setup_default(VARIANT_SPRINT), classic = setup_default(VARIANT_CLASSIC);
    assert_string_equal(fit_of(8, &blitz).reason, "Blitz needs 12 cards; this selection has 8");
    assert_string_equal(fit_of(8, &decoy).reason, "Decoy needs 9 cards; this selection has 8");
    assert_string_equal(fit_of(2, &sprint).reason, "Sprint needs 3 cards; this selection has 2");
    assert_string_equal(fit_of(1, &classic).reason,
                        "Classic needs 2 answers that do not clash; this selection has 1");
    assert_true(fit_of(12, &blitz).is_playable);
    assert_true(fit_of(9, &decoy).is_playable);
    assert_true(fit_of(3, &sprint).is_playable);
}

static void fewer_options_are_said(void **state)
{
    (void)state;
    Setup classic = setup_default(VARIANT_CLASSIC);
    Fit fit = fit_of(3, &classic);
    assert_true(fit.is_playable);
    assert_string_equal(fit.note, "This selection gives 3 options a question");
    assert_string_equal(fit_of(4, &classic).note, "");
}

static void pairs_are_the_usual_number_or_the_largest_multiple_of_the_board_or_all(void **state)
{
    (void)state;
    static const struct {
        Variant variant;
        uint32_t cards, board, pairs;
    } cases[] = {
        {VARIANT_SPRINT, 18, 6, 18}, {VARIANT_SPRINT, 17, 6, 12}, {VARIANT_SPRINT, 11, 6, 6},
        {VARIANT_SPRINT, 5, 6, 5},   {VARIANT_SPRINT, 17, 4, 16}, {VARIANT_DECOY, 40, 6, 12},
        {VARIANT_DECOY, 11, 6, 6},   {VARIANT_DECOY, 10, 3, 9},   {VARIANT_BLITZ, 40, 6, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Setup setup = setup_default(cases[i].variant);
        setup.board = cases[i].board;
        assert_true(fit_of(cases[i].cards, &setup).is_playable);
        assert_int_equal(setup.pairs, cases[i].pairs);
    }
}

static void more_pairs_than_cards_are_refused(void **state)
{
    (void)state;
    Setup sprint = setup_default(VARIANT_SPRINT);
    sprint.pairs = 12;
    assert_string_equal(fit_of(10, &sprint).reason, "12 pairs need 12 cards; this selection has 10");
}

static void questions_follow_the_variant_and_the_pool(void **state)
{
    (void)state;
    Setup classic = setup_default(VARIANT_CLASSIC), survival = setup_default(VARIANT_SURVIVAL);
    Setup marathon = setup_default(VARIANT_MARATHON);
    (void)fit_of(30, &classic);
    assert_int_equal(classic.questions, 20);
    classic.questions = 0;
    (void)fit_of(15, &classic);
    assert_int_equal(classic.questions, 15);
    (void)fit_of(15, &survival);
    assert_int_equal(survival.questions, 300);
    (void)fit_of(1200, &marathon);
    assert_int_equal(marathon.questions, 1000);
    (void)fit_of(36, &marathon);
    assert_int_equal(marathon.questions, 36);
}

static void cards_that_clash_count_once_where_they_share_a_board(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_text(&f, "{\"title\":\"t\",\"cards\":[{\"term\":\"a\",\"definition\":\"1\"},"
                        "{\"term\":\"b\",\"definition\":\"1\"},{\"term\":\"c\",\"definition\":\"1\"},"
                        "{\"term\":\"d\",\"definition\":\"2\"}]}");
    Setup sprint = setup_default(VARIANT_SPRINT);
    Pool pool = pool_make(&f.arena, f.deck, &sprint);
    assert_string_equal(fit_setup(&pool, f.index->clash, &sprint).reason,
                        "Sprint needs 3 cards that do not clash; this selection has 2");
    fixture_free(&f);
}

static void play_starts_with_decoy_where_the_selection_allows_it(void **state)
{
    (void)state;
    Pool nine = {.count = 9}, eight = {.count = 8};
    assert_int_equal(fit_default_variant(&nine, MODE_MATCH), VARIANT_DECOY);
    assert_int_equal(fit_default_variant(&eight, MODE_MATCH), VARIANT_SPRINT);
    assert_int_equal(fit_default_variant(&eight, MODE_RUSH), VARIANT_CLASSIC);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_selection_too_small_says_what_it_needs),
        cmocka_unit_test(fewer_options_are_said),
        cmocka_unit_test(pairs_are_the_usual_number_or_the_largest_multiple_of_the_board_or_all),
        cmocka_unit_test(more_pairs_than_cards_are_refused),
        cmocka_unit_test(questions_follow_the_variant_and_the_pool),
        cmocka_unit_test(cards_that_clash_count_once_where_they_share_a_board),
        cmocka_unit_test(play_starts_with_decoy_where_the_selection_allows_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
