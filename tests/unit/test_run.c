#include "play/run.h"

#include <string.h>

#include "unit/play_fixture.h"

typedef struct {
    Fixture f;
    Round round;
    Run run;
    Arena scratch;
} Game;

/* Plays a whole round that is right but for some picks, and makes a run of it. */
static void play_match(Round *round, Rng *rng)
{
    MatchRound *match = &round->as.match;
    for (int64_t at_ms = 500; !round_is_over(round); at_ms += 100 + (int64_t)rng_below(rng, 900)) {
        uint32_t term = open_tile(match, SIDE_TERM);
        if (term == MATCH_NO_TILE) term = match->selected; /* the only one left is the one selected */
        uint32_t other = match_partner(match, term);
        if (rng_below(rng, 5) == 0)
            other = match_tile_number(match, (uint32_t)rng_below(rng, match_places(match)));
        (void)pick_at(round, at_ms, term);
        (void)pick_at(round, at_ms + 60, other);
        if (rng_below(rng, 9) == 0) (void)round_apply(round, (Input){at_ms + 80, INPUT_PAUSE, 700}, NULL);
    }
}

static void play_rush(Round *round, Rng *rng)
{
    RushRound *rush = &round->as.rush;
    for (int64_t at_ms = 500; !round_is_over(round); at_ms += 100 + (int64_t)rng_below(rng, 9000)) {
        const DealQuestion *deal = &rush_question(rush, rush->current)->deal;
        bool is_slip = rng_below(rng, 6) == 0;
        (void)answer_at(round, at_ms, is_slip ? (uint32_t)rng_below(rng, deal->option_count) : deal->right);
    }
}

static void begin(Game *g, const char *path, Variant variant, uint64_t seed)
{
    Rng rng;
    rng_seed(&rng, seed);
    fixture_of_file(&g->f, path);
    Setup setup = setup_default(variant);
    fixture_set_up(&g->f, setup);
    round_init(&g->round, &g->f.source, &g->f.setup, seed, &g->f.arena, NULL);
    if (setup.mode == MODE_MATCH)
        play_match(&g->round, &rng);
    else
        play_rush(&g->round, &rng);
    g->run = run_of_round(&g->round, g->f.deck, &g->f.arena);
    arena_init(&g->scratch, 0);
}

static void end(Game *g)
{
    arena_deinit(&g->scratch);
    fixture_free(&g->f);
}

static RunCheck check(Game *g)
{
    arena_reset(&g->scratch);
    return run_verify(&g->run, g->f.index, &g->scratch);
}

static void a_run_of_every_variant_and_deck_is_verified(void **state)
{
    (void)state;
    for (size_t i = 0; i < SHIPPED_DECKS; i++)
        for (int variant = 0; variant < VARIANT_COUNT; variant++) {
            Game g;
            begin(&g, shipped_decks[i], (Variant)variant, 40 + (uint64_t)variant);
            RunCheck checked = check(&g);
            if (checked.verdict != RUN_VERIFIED)
                print_error("%s %d: %s\n", shipped_decks[i], variant, checked.why);
            assert_int_equal(checked.verdict, RUN_VERIFIED);
            end(&g);
        }
}

static void without_its_deck_a_run_is_played_from_its_texts(void **state)
{
    (void)state;
    for (int variant = 0; variant < VARIANT_COUNT; variant++) {
        Game g;
        begin(&g, "decks/morse-code.json", (Variant)variant, 3);
        RunCheck checked = run_verify(&g.run, NULL, &g.scratch);
        assert_int_equal(checked.verdict, RUN_DEAL_UNCHECKED);
        assert_string_equal(checked.why,
                            "Its inputs give its result, but its deal cannot be checked: its deck is "
                            "not there");
        g.run.result.score++;
        assert_int_equal(run_verify(&g.run, NULL, &g.scratch).verdict, RUN_INCONSISTENT);
        end(&g);
    }
}

static void a_deck_that_has_changed_is_said(void **state)
{
    (void)state;
    Game g, other;
    begin(&g, "decks/morse-code.json", VARIANT_SPRINT, 3);
    begin(&other, "decks/c-operators.json", VARIANT_SPRINT, 3);
    RunCheck checked = run_verify(&g.run, other.f.index, &g.scratch);
    assert_int_equal(checked.verdict, RUN_DEAL_UNCHECKED);
    assert_non_null(strstr(checked.why, "the deck has changed since"));
    end(&g);
    end(&other);
}

static void an_edited_result_is_named(void **state)
{
    (void)state;
    Game g;
    begin(&g, "decks/morse-code.json", VARIANT_SPRINT, 3);
    int64_t score = g.run.result.score;
    g.run.result.score += 100;
    char expected[100];
    snprintf(expected, sizeof expected, "Its score is %d, but its inputs give %d", (int)score + 100,
             (int)score);
    assert_string_equal(check(&g).why, expected);
    g.run.result.score = score;
    g.run.result.time_ms--;
    assert_int_equal(check(&g).verdict, RUN_INCONSISTENT);
    end(&g);
}

static void an_edited_input_seed_setup_or_deal_is_inconsistent(void **state)
{
    (void)state;
    for (int variant = 0; variant < VARIANT_COUNT; variant++) {
        Game g;
        begin(&g, "decks/world-capitals.json", (Variant)variant, 3);
        assert_int_equal(check(&g).verdict, RUN_VERIFIED);
        Run kept = g.run;
        g.run.seed++;
        assert_int_equal(check(&g).verdict, RUN_INCONSISTENT);
        g.run = kept;
        g.run.input_count--;
        assert_int_equal(check(&g).verdict, RUN_INCONSISTENT);
        g.run = kept;
        Input *inputs = ARENA_NEW_N(&g.f.arena, Input, kept.input_count);
        memcpy(inputs, kept.inputs, kept.input_count * sizeof *inputs);
        inputs[1].at_ms = inputs[0].at_ms - 1;
        g.run.inputs = inputs;
        assert_int_equal(check(&g).verdict, RUN_INCONSISTENT);
        g.run = kept;
        if (kept.setup.mode == MODE_MATCH)
            g.run.deal.tiles[0].text = STR("edited");
        else
            g.run.deal.questions[0].prompt = STR("edited");
        assert_int_equal(check(&g).verdict, RUN_INCONSISTENT);
        end(&g);
    }
}

static void an_input_that_is_none_is_named_with_its_place(void **state)
{
    (void)state;
    Game g;
    begin(&g, "decks/morse-code.json", VARIANT_SPRINT, 3);
    Input inputs[] = {{100, INPUT_PICK, 0}, {179, INPUT_PICK, 0}};
    g.run.inputs = inputs;
    g.run.input_count = 2;
    assert_string_equal(check(&g).why, "Input 2 at 179 ms picks a tile again within 80 ms");
    inputs[1] = (Input){99, INPUT_PICK, 1};
    assert_string_equal(check(&g).why, "Input 2 at 99 ms comes before the one before it");
    inputs[1] = (Input){200, INPUT_PICK, 500};
    assert_string_equal(check(&g).why, "Input 2 at 200 ms names a tile or option that is not there");
    inputs[1] = (Input){200, INPUT_TICK, 0};
    assert_int_equal(check(&g).verdict, RUN_INCONSISTENT);
    g.run.input_count = 1;
    assert_string_equal(check(&g).why, "The inputs end before the round does");
    end(&g);
}

static void a_record_such_as_no_deal_has_is_inconsistent(void **state)
{
    (void)state;
    Game g;
    begin(&g, "decks/morse-code.json", VARIANT_DECOY, 3);
    g.run.deal.tiles[3].place = g.run.deal.tiles[4].place;
    assert_int_equal(run_verify(&g.run, NULL, &g.scratch).verdict, RUN_INCONSISTENT);
    g.run.deal.tile_count = 0;
    assert_int_equal(run_verify(&g.run, NULL, &g.scratch).verdict, RUN_INCONSISTENT);
    end(&g);
    begin(&g, "decks/morse-code.json", VARIANT_CLASSIC, 3);
    g.run.deal.questions[2].limit_ms += 1000;
    assert_int_equal(run_verify(&g.run, NULL, &g.scratch).verdict, RUN_INCONSISTENT);
    end(&g);
}

static void an_unknown_rules_version_is_said(void **state)
{
    (void)state;
    Game g;
    begin(&g, "decks/morse-code.json", VARIANT_CLASSIC, 3);
    g.run.rules = 2;
    assert_string_equal(check(&g).why,
                        "It was played under rules version 2, which this program does not know");
    end(&g);
}

static void long_pauses_make_a_category_of_their_own(void **state)
{
    (void)state;
    Input inputs[] = {
        {0, INPUT_PICK, 0}, {40, INPUT_PAUSE, 1500}, {45, INPUT_PAUSE, 1500}, {60, INPUT_PAUSE, 1}};
    Run run = {.inputs = inputs, .input_count = 3};
    assert_string_equal(run_category(&run).data, "normal");
    run.input_count = 4;
    assert_string_equal(run_category(&run).data, "normal+paused");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_run_of_every_variant_and_deck_is_verified),
        cmocka_unit_test(without_its_deck_a_run_is_played_from_its_texts),
        cmocka_unit_test(a_deck_that_has_changed_is_said),
        cmocka_unit_test(an_edited_result_is_named),
        cmocka_unit_test(an_edited_input_seed_setup_or_deal_is_inconsistent),
        cmocka_unit_test(an_input_that_is_none_is_named_with_its_place),
        cmocka_unit_test(a_record_such_as_no_deal_has_is_inconsistent),
        cmocka_unit_test(an_unknown_rules_version_is_said),
        cmocka_unit_test(long_pauses_make_a_category_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
