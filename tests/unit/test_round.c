/* Properties: what must hold for any sequence of inputs, and for players of different skill. */
#include "play/round.h"

#include "unit/play_fixture.h"

static Input random_input(const Round *round, Rng *rng, int64_t *at_ms)
{
    *at_ms += (int64_t)rng_below(rng, rng_below(rng, 20) ? 400 : 9000);
    if (rng_below(rng, 25) == 0) *at_ms -= 100;
    if (rng_below(rng, 30) == 0) return (Input){*at_ms, INPUT_PAUSE, (int64_t)rng_below(rng, 4000)};
    if (rng_below(rng, 30) == 0) return (Input){*at_ms, INPUT_TICK, 0};
    bool is_match = round->setup.mode == MODE_MATCH;
    if (rng_below(rng, 40) == 0) is_match = !is_match;
    if (!is_match) return (Input){*at_ms, INPUT_ANSWER, (int64_t)rng_below(rng, 5)};
    return (Input){*at_ms, INPUT_PICK, (int64_t)rng_below(rng, 40)};
}

static void check_match(const MatchRound *match)
{
    uint32_t selected = 0, terms = 0, definitions = 0, decoys = 0;
    for (uint32_t i = 0; i < match->tile_count; i++) {
        const Tile *tile = &match->tiles[i];
        selected += tile->state == TILE_SELECTED;
        if (tile->state == TILE_GONE) continue;
        assert_true(match_at(match, tile->deal.place) == tile);
        terms += tile->deal.side == SIDE_TERM;
        definitions += tile->deal.side == SIDE_DEFINITION;
        decoys += tile->is_decoy;
        assert_int_equal(match_partner(match, i) == MATCH_NO_TILE, tile->is_decoy);
    }
    assert_int_equal(selected, match->selected != MATCH_NO_TILE);
    assert_int_equal(terms, definitions - decoys);
    assert_int_equal(terms, match_pairs_open(match));
    assert_int_equal(match->right + match->wrong, match->fact_count);
    assert_true(match->is_over || terms > 0);
    assert_true(match->streak <= match->best_streak && match->best_streak <= match->right);
    int64_t n = match->wrong;
    bool is_blitz = match->setup.variant == VARIANT_BLITZ;
    assert_int_equal(match->penalty_ms, is_blitz ? 2000 * n : 1000 * n * (n + 1) / 2);
    if (is_blitz && !match->is_over) assert_true(match->clock_ms + match->penalty_ms < 60000);
    if (!is_blitz) assert_true(match->right <= match->setup.pairs);
    assert_true(match->score >= 100 * (int64_t)match->right && match->score <= 800 * (int64_t)match->right);
}

static void check_rush(const RushRound *rush)
{
    assert_int_equal(rush->right + rush->wrong, rush->fact_count);
    assert_int_equal(rush->current, rush->fact_count);
    assert_int_equal(rush->answered_ms, rush->began_ms);
    assert_true(rush->began_ms <= rush->clock_ms);
    assert_true(rush->is_over || rush->clock_ms < rush_deadline(rush));
    assert_true(rush->streak <= rush->best_streak && rush->best_streak <= rush->right);
    assert_true(rush->score >= 500 * (int64_t)rush->right && rush->score <= 2000 * (int64_t)rush->right);
    if (rush->setup.variant == VARIANT_SURVIVAL) assert_int_equal(rush->is_over, rush->wrong >= 3);
}

/* Feeds random inputs; then the taken ones alone to a second round, which must come out the same. */
static void play_at_random(const Fixture *f, uint64_t seed)
{
    Arena arena;
    arena_init(&arena, 0);
    Rng rng;
    rng_seed(&rng, seed * 31 + (uint64_t)f->setup.variant);
    Round round, again;
    round_init(&round, &f->source, &f->setup, seed, &arena, NULL);
    round_init(&again, &f->source, &f->setup, seed, &arena, NULL);
    int64_t at_ms = 0, score = 0;
    for (int i = 0; i < 150; i++) {
        Input input = random_input(&round, &rng, &at_ms);
        uint32_t before = round.inputs.count;
        InputAnswer answer = round_apply(&round, input, NULL);
        assert_int_equal(round.inputs.count, before + (answer == INPUT_TAKEN && input.kind != INPUT_TICK));
        assert_true(round_score(&round) >= score);
        score = round_score(&round);
        if (round.setup.mode == MODE_MATCH)
            check_match(&round.as.match);
        else
            check_rush(&round.as.rush);
    }
    for (uint32_t i = 0; i < round.inputs.count; i++)
        assert_int_equal(round_apply(&again, round.inputs.items[i], NULL), INPUT_TAKEN);
    if (round_deadline(&round) < INT64_MAX) {
        round_apply(&round, (Input){INT64_MAX / 4, INPUT_TICK, 0}, NULL);
        assert_true(round_is_over(&round));
    }
    if (round_is_over(&round)) {
        (void)round_apply(&again, (Input){INT64_MAX / 4, INPUT_TICK, 0}, NULL);
        Result a = round_result(&round), b = round_result(&again);
        assert_true(result_is(&a, &b));
        assert_int_equal(round_apply(&round, (Input){INT64_MAX / 4, INPUT_PICK, 0}, NULL), INPUT_OVER);
    }
    arena_deinit(&arena);
}

static void any_sequence_of_inputs_keeps_a_rounds_invariants(void **state)
{
    (void)state;
    for (int variant = 0; variant < VARIANT_COUNT; variant++) {
        Fixture f;
        fixture_of_file(&f, shipped_decks[(size_t)variant % SHIPPED_DECKS]);
        fixture_set_up(&f, setup_default((Variant)variant));
        for (uint64_t seed = 0; seed < 500; seed++) play_at_random(&f, seed);
        fixture_free(&f);
    }
}

/* The last board has but one pair when all else clashes with what is there: small pools must not get stuck.
 */
static void blitz_goes_on_though_most_cards_clash(void **state)
{
    (void)state;
    Fixture f;
    char json[4096];
    int size = snprintf(json, sizeof json, "{\"title\":\"t\",\"cards\":[");
    for (int i = 0; i < 14; i++)
        size += snprintf(json + size, sizeof json - (size_t)size,
                         "%s{\"id\":\"%d\",\"term\":\"term %d\",\"definition\":\"d%d\"}", i ? "," : "", i,
                         i < 6 ? i : 0, i);
    snprintf(json + size, sizeof json - (size_t)size, "]}");
    fixture_of_text(&f, json);
    fixture_set_up(&f, setup_default(VARIANT_BLITZ));
    for (uint64_t seed = 0; seed < 50; seed++) {
        Arena arena;
        arena_init(&arena, 0);
        Round round;
        round_init(&round, &f.source, &f.setup, seed, &arena, NULL);
        for (int64_t at_ms = 100; at_ms < 60000; at_ms += 200) {
            uint32_t term = open_tile(&round.as.match, SIDE_TERM);
            assert_int_equal(pick_at(&round, at_ms, term), INPUT_TAKEN);
            assert_int_equal(pick_at(&round, at_ms, match_partner(&round.as.match, term)), INPUT_TAKEN);
            check_match(&round.as.match);
        }
        assert_int_equal(round.as.match.right, 300);
        arena_deinit(&arena);
    }
    fixture_free(&f);
}

/* Four tries a second, blind. */
static void play_blind(Round *round, Rng *rng)
{
    for (int64_t at_ms = 250; !round_is_over(round); at_ms += 250) {
        if (round->setup.mode == MODE_RUSH) {
            const RushRound *rush = &round->as.rush;
            uint32_t options = rush_question(rush, rush->current)->deal.option_count;
            (void)answer_at(round, at_ms, (uint32_t)rng_below(rng, options));
            continue;
        }
        const MatchRound *match = &round->as.match;
        uint32_t tile;
        do tile = match_tile_number(match, (uint32_t)rng_below(rng, match_places(match)));
        while (match->tiles[tile].state != TILE_OPEN);
        (void)pick_at(round, at_ms, tile);
    }
}

/* Reads (20 ms a character) and knows, with a second and a half to find and press. */
static void play_knowing(Round *round)
{
    int64_t at_ms = 0;
    while (!round_is_over(round)) {
        if (round->setup.mode == MODE_RUSH) {
            const RushRound *rush = &round->as.rush;
            const DealQuestion *deal = &rush_question(rush, rush->current)->deal;
            at_ms += 1500 + 20 * (int64_t)deal->prompt.size;
            (void)answer_at(round, at_ms, deal->right);
            continue;
        }
        const MatchRound *match = &round->as.match;
        uint32_t term = open_tile(match, SIDE_TERM), definition = match_partner(match, term);
        at_ms += 1500 + 20 * (int64_t)match->tiles[definition].deal.text.size;
        (void)pick_at(round, at_ms, term);
        (void)pick_at(round, at_ms, definition);
    }
}

/* Every single round by a quarter; all together (below) by a factor of three. */
static void check_ahead(int64_t blind, int64_t knowing)
{
    if (knowing < 0) /* scores and right answers count down */
        assert_true(5 * blind > 4 * knowing);
    else
        assert_true(4 * blind > 5 * knowing);
}

static void blind_trying_never_beats_knowing(void **state)
{
    (void)state;
    for (size_t i = 0; i < SHIPPED_DECKS; i++)
        for (int variant = 0; variant < VARIANT_COUNT; variant++) {
            Fixture f;
            fixture_of_file(&f, shipped_decks[i]);
            fixture_set_up(&f, setup_default((Variant)variant));
            Rng rng;
            rng_seed(&rng, 5);
            int64_t blind_sum = 0, knowing_sum = 0;
            for (uint64_t seed = 0; seed < 40; seed++) {
                Arena arena;
                arena_init(&arena, 0);
                Round blind, knowing;
                round_init(&blind, &f.source, &f.setup, seed, &arena, NULL);
                round_init(&knowing, &f.source, &f.setup, seed, &arena, NULL);
                play_blind(&blind, &rng);
                play_knowing(&knowing);
                Result a = round_result(&blind), b = round_result(&knowing);
                int64_t blind_key[2], knowing_key[2];
                result_rank_key((Variant)variant, &a, blind_key);
                result_rank_key((Variant)variant, &b, knowing_key);
                check_ahead(blind_key[0], knowing_key[0]);
                blind_sum += blind_key[0];
                knowing_sum += knowing_key[0];
                arena_deinit(&arena);
            }
            if (knowing_sum < 0)
                assert_true(3 * blind_sum > knowing_sum);
            else
                assert_true(blind_sum > 3 * knowing_sum);
            fixture_free(&f);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_sequence_of_inputs_keeps_a_rounds_invariants),
        cmocka_unit_test(blitz_goes_on_though_most_cards_clash),
        cmocka_unit_test(blind_trying_never_beats_knowing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
