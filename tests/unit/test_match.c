#include "play/match.h"

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

static Setup sprint_of(uint32_t pairs)
{
    Setup setup = setup_default(VARIANT_SPRINT);
    setup.pairs = pairs;
    return setup;
}

static MatchRound *match_of(Game *g)
{
    return &g->round.as.match;
}

/* Matches one pair with both picks at this time; the partner's number. */
static void match_pair(Game *g, int64_t at_ms)
{
    uint32_t term = open_tile(match_of(g), SIDE_TERM);
    uint32_t definition = match_partner(match_of(g), term);
    assert_int_equal(pick_at(&g->round, at_ms, term), INPUT_TAKEN);
    assert_int_equal(pick_at(&g->round, at_ms, definition), INPUT_TAKEN);
}

static void mismatch(Game *g, int64_t at_ms)
{
    uint32_t first = open_tile(match_of(g), SIDE_TERM), partner = match_partner(match_of(g), first);
    for (uint32_t place = 0; place < match_places(match_of(g)); place++) {
        uint32_t tile = match_tile_number(match_of(g), place);
        const Tile *other = match_at(match_of(g), place);
        if (other->state != TILE_OPEN || other->deal.side == SIDE_TERM || tile == partner) continue;
        assert_int_equal(pick_at(&g->round, at_ms, first), INPUT_TAKEN);
        assert_int_equal(pick_at(&g->round, at_ms, tile), INPUT_TAKEN);
        return;
    }
    fail();
}

static void a_board_has_each_pair_on_places_of_its_own(void **state)
{
    (void)state;
    Game g;
    begin(&g, 30, sprint_of(18), 1);
    bool is_used[12] = {false};
    assert_int_equal(match_places(match_of(&g)), 12);
    for (uint32_t i = 0; i < 12; i++) {
        const Tile *tile = &match_of(&g)->tiles[i];
        assert_in_range(tile->deal.place, 0, 11);
        assert_false(is_used[tile->deal.place]);
        is_used[tile->deal.place] = true;
        assert_int_not_equal(match_partner(match_of(&g), i), MATCH_NO_TILE);
    }
    assert_int_equal(match_pairs_left(match_of(&g)), 18);
    assert_int_equal(match_pairs_open(match_of(&g)), 6);
    fixture_free(&g.f);
}

static void picking_the_selected_tile_again_clears_the_selection(void **state)
{
    (void)state;
    Game g;
    begin(&g, 30, sprint_of(18), 1);
    assert_int_equal(pick_at(&g.round, 1000, 0), INPUT_TAKEN);
    assert_int_equal(match_of(&g)->tiles[0].state, TILE_SELECTED);
    assert_int_equal(pick_at(&g.round, 1080, 0), INPUT_TAKEN);
    assert_int_equal(match_of(&g)->tiles[0].state, TILE_OPEN);
    assert_int_equal(match_of(&g)->selected, MATCH_NO_TILE);
    assert_int_equal(g.round.inputs.count, 2);
    fixture_free(&g.f);
}

static void a_pick_within_80_ms_of_that_tiles_last_is_no_input(void **state)
{
    (void)state;
    Game g;
    begin(&g, 30, sprint_of(18), 1);
    assert_int_equal(pick_at(&g.round, 0, 0), INPUT_TAKEN);
    assert_int_equal(pick_at(&g.round, 79, 0), INPUT_TOO_SOON);
    assert_int_equal(g.round.inputs.count, 1);
    assert_int_equal(match_of(&g)->tiles[0].state, TILE_SELECTED);
    /* The one passed over does not count as accepted. */
    assert_int_equal(pick_at(&g.round, 80, 0), INPUT_TAKEN);
    assert_int_equal(pick_at(&g.round, 81, 2), INPUT_TAKEN); /* another tile may follow at once */
    fixture_free(&g.f);
}

static void a_tile_of_the_same_side_moves_the_selection_at_no_cost(void **state)
{
    (void)state;
    Game g;
    begin(&g, 30, sprint_of(18), 1);
    pick_at(&g.round, 100, 0);
    pick_at(&g.round, 200, 2);
    assert_int_equal(match_of(&g)->selected, 2);
    assert_int_equal(match_of(&g)->tiles[0].state, TILE_OPEN);
    assert_int_equal(match_of(&g)->wrong, 0);
    assert_int_equal(round_fact_count(&g.round), 0);
    fixture_free(&g.f);
}

static void the_other_side_decides_in_either_order(void **state)
{
    (void)state;
    Game g;
    begin(&g, 30, sprint_of(18), 1);
    pick_at(&g.round, 100, 1);
    pick_at(&g.round, 200, 0);
    assert_int_equal(match_of(&g)->right, 1);
    assert_int_equal(match_of(&g)->tiles[0].state, TILE_GONE);
    assert_int_equal(match_of(&g)->selected, MATCH_NO_TILE);
    assert_int_equal(pick_at(&g.round, 900, 0), INPUT_GONE);
    pick_at(&g.round, 1000, 2);
    pick_at(&g.round, 1100, 5);
    assert_int_equal(match_of(&g)->wrong, 1);
    assert_int_equal(match_of(&g)->selected, MATCH_NO_TILE);
    assert_int_equal(match_of(&g)->tiles[2].state, TILE_OPEN);
    fixture_free(&g.f);
}

static void the_nth_mismatch_costs_n_seconds(void **state)
{
    (void)state;
    Game g;
    begin(&g, 30, sprint_of(3), 1);
    for (int n = 1; n <= 4; n++) {
        assert_int_equal(match_next_cost_ms(match_of(&g)), 1000 * n);
        mismatch(&g, 1000 * n);
    }
    assert_int_equal(match_of(&g)->penalty_ms, 10000);
    assert_int_equal(match_shown_ms(match_of(&g), 5000), 15000);
    for (int i = 0; i < 3; i++) match_pair(&g, 5000 + 100 * i);
    Result result = round_result(&g.round);
    assert_int_equal(result.time_ms, 15200);
    assert_int_equal(result.penalty_ms, 10000);
    assert_int_equal(result.wrong, 4);
    assert_int_equal(result.right, 3);
    assert_int_equal(result.inputs, 14);
    fixture_free(&g.f);
}

static void scores_follow_the_time_since_the_match_before_and_the_streak(void **state)
{
    (void)state;
    Game g;
    begin(&g, 30, sprint_of(6), 1);
    match_pair(&g, 1000); /* 100 + 80 */
    assert_int_equal(round_score(&g.round), 180);
    match_pair(&g, 3500); /* 100 + 50 */
    match_pair(&g, 3500); /* 200 */
    assert_int_equal(round_score(&g.round), 530);
    match_pair(&g, 8500); /* streak 3: 100 * 2 */
    assert_int_equal(round_score(&g.round), 730);
    mismatch(&g, 9000);
    assert_int_equal(round_streak(&g.round), 0);
    match_pair(&g, 9500); /* 1,000 ms since the match before, not since the mismatch */
    assert_int_equal(round_score(&g.round), 910);
    assert_int_equal(match_of(&g)->best_streak, 4);
    fixture_free(&g.f);
}

static void a_cleared_board_is_followed_at_once_and_the_last_may_be_smaller(void **state)
{
    (void)state;
    Game g;
    begin(&g, 30, sprint_of(8), 5);
    for (int i = 0; i < 6; i++) match_pair(&g, 100 * i);
    assert_false(round_is_over(&g.round));
    assert_int_equal(match_places(match_of(&g)), 4);
    assert_int_equal(match_pairs_left(match_of(&g)), 2);
    assert_int_equal(pick_at(&g.round, 700, 3), INPUT_GONE);
    match_pair(&g, 800);
    match_pair(&g, 900);
    assert_true(round_is_over(&g.round));
    assert_int_equal(pick_at(&g.round, 1000, 0), INPUT_OVER);
    fixture_free(&g.f);
}

static void decoys_stand_on_every_board_and_go_with_it(void **state)
{
    (void)state;
    Game g;
    begin(&g, 30, setup_default(VARIANT_DECOY), 5);
    assert_int_equal(match_places(match_of(&g)), 15);
    assert_int_equal(match_definitions_open(match_of(&g)), 9);
    uint32_t decoys = 0;
    for (uint32_t i = 0; i < 15; i++) {
        decoys += match_of(&g)->tiles[i].is_decoy;
        assert_int_equal(match_partner(match_of(&g), i) == MATCH_NO_TILE, match_of(&g)->tiles[i].is_decoy);
    }
    assert_int_equal(decoys, 3);
    for (int i = 0; i < 6; i++) match_pair(&g, 100 * i);
    for (uint32_t i = 0; i < 15; i++) assert_int_equal(match_of(&g)->tiles[i].state, TILE_GONE);
    for (int i = 6; i < 12; i++) match_pair(&g, 100 * i);
    assert_true(round_is_over(&g.round));
    fixture_free(&g.f);
}

static void a_decoy_is_a_mismatch_and_its_pick_is_kept_as_a_fact(void **state)
{
    (void)state;
    Game g;
    begin(&g, 30, setup_default(VARIANT_DECOY), 5);
    pick_at(&g.round, 1000, 0);
    pick_at(&g.round, 2500, 14);
    const AnswerFact *fact = round_fact(&g.round, 0);
    assert_false(fact->is_right);
    assert_int_equal(fact->card, match_of(&g)->tiles[0].deal.card);
    assert_int_equal(fact->chosen_card, match_of(&g)->tiles[14].deal.card);
    assert_int_equal(fact->response_ms, 2500);
    assert_int_equal(fact->choices, 9);
    assert_int_equal(fact->shown_side, SIDE_TERM);
    assert_false(fact->is_forced);
    fixture_free(&g.f);
}

static void the_last_pair_without_decoys_is_forced(void **state)
{
    (void)state;
    Game g;
    begin(&g, 30, sprint_of(3), 5);
    for (int i = 0; i < 3; i++) match_pair(&g, 1000 * (i + 1));
    assert_false(round_fact(&g.round, 1)->is_forced);
    assert_true(round_fact(&g.round, 2)->is_forced);
    assert_int_equal(round_fact(&g.round, 2)->response_ms, 1000);
    assert_int_equal(round_fact(&g.round, 2)->choices, 1);
    fixture_free(&g.f);
}

static void a_matched_pair_of_blitz_is_replaced_in_place(void **state)
{
    (void)state;
    Game g;
    begin(&g, 30, setup_default(VARIANT_BLITZ), 5);
    uint32_t a = match_of(&g)->tiles[0].deal.place, b = match_of(&g)->tiles[1].deal.place;
    pick_at(&g.round, 500, 0);
    pick_at(&g.round, 600, 1);
    assert_int_equal(match_of(&g)->tile_count, 14);
    const DealTile *new_tiles[] = {&match_of(&g)->tiles[12].deal, &match_of(&g)->tiles[13].deal};
    for (int i = 0; i < 2; i++) assert_true(new_tiles[i]->place == a || new_tiles[i]->place == b);
    assert_int_not_equal(new_tiles[0]->place, new_tiles[1]->place);
    assert_int_equal(match_pairs_open(match_of(&g)), 6);
    fixture_free(&g.f);
}

/* Cards that a player leaves alone are drawn again and again beside themselves, and wait. */
static void blitz_fills_its_board_while_pairs_are_left_alone(void **state)
{
    (void)state;
    Game g;
    begin(&g, 12, setup_default(VARIANT_BLITZ), 5);
    for (int64_t i = 0; i < 100; i++) {
        uint32_t latest = match_of(&g)->tile_count - 1;
        assert_int_equal(pick_at(&g.round, 100 + 400 * i, latest), INPUT_TAKEN);
        assert_int_equal(pick_at(&g.round, 300 + 400 * i, match_partner(match_of(&g), latest)), INPUT_TAKEN);
        assert_int_equal(match_pairs_open(match_of(&g)), 6);
    }
    fixture_free(&g.f);
}

static void blitz_ends_at_its_limit_and_an_input_there_is_late(void **state)
{
    (void)state;
    Game g;
    begin(&g, 30, setup_default(VARIANT_BLITZ), 5);
    mismatch(&g, 1000);
    assert_int_equal(match_deadline(match_of(&g)), 58000);
    assert_int_equal(match_shown_ms(match_of(&g), 10000), 48000);
    match_pair(&g, 57999);
    uint32_t term = open_tile(match_of(&g), SIDE_TERM);
    assert_int_equal(pick_at(&g.round, 58000, term), INPUT_OVER);
    assert_true(round_is_over(&g.round));
    Result result = round_result(&g.round);
    assert_int_equal(result.time_ms, 60000);
    assert_int_equal(result.penalty_ms, 2000);
    assert_int_equal(result.inputs, 4);
    fixture_free(&g.f);
}

static void blitz_ends_at_the_mismatch_that_uses_up_its_time(void **state)
{
    (void)state;
    Game g;
    begin(&g, 30, setup_default(VARIANT_BLITZ), 5);
    mismatch(&g, 57999); /* 57,999 + 2,000 is short of 60,000 by one */
    assert_false(round_is_over(&g.round));
    assert_int_equal(match_deadline(match_of(&g)), 58000);
    fixture_free(&g.f);
    begin(&g, 30, setup_default(VARIANT_BLITZ), 5);
    mismatch(&g, 58000);
    assert_true(round_is_over(&g.round));
    assert_int_equal(round_result(&g.round).wrong, 1);
    fixture_free(&g.f);
}

static void relaxed_blitz_takes_two_minutes(void **state)
{
    (void)state;
    Game g;
    Setup setup = setup_default(VARIANT_BLITZ);
    setup.timing = TIMING_RELAXED;
    begin(&g, 30, setup, 5);
    assert_int_equal(match_deadline(match_of(&g)), 120000);
    round_apply(&g.round, (Input){120000, INPUT_TICK, 0}, NULL);
    assert_int_equal(round_result(&g.round).time_ms, 120000);
    fixture_free(&g.f);
}

static void what_is_not_there_or_goes_backward_is_no_input(void **state)
{
    (void)state;
    Game g;
    begin(&g, 30, sprint_of(18), 5);
    assert_int_equal(pick_at(&g.round, 500, 12), INPUT_NO_SUCH);
    assert_int_equal(pick_at(&g.round, 500, UINT32_MAX), INPUT_NO_SUCH);
    assert_int_equal(answer_at(&g.round, 500, 0), INPUT_NO_SUCH);
    assert_int_equal(pick_at(&g.round, 500, 0), INPUT_TAKEN);
    assert_int_equal(pick_at(&g.round, 499, 1), INPUT_BACKWARD);
    assert_int_equal(pick_at(&g.round, 500, 1), INPUT_TAKEN);
    assert_int_equal(match_of(&g)->right, 1);
    fixture_free(&g.f);
}

static void a_pause_is_an_input_that_takes_no_round_time(void **state)
{
    (void)state;
    Game g;
    begin(&g, 30, sprint_of(3), 5);
    assert_int_equal(round_apply(&g.round, (Input){100, INPUT_PAUSE, 5000}, NULL), INPUT_TAKEN);
    for (int i = 0; i < 3; i++) match_pair(&g, 200);
    assert_int_equal(round_result(&g.round).inputs, 7);
    assert_int_equal(round_result(&g.round).time_ms, 200);
    assert_int_equal(input_pauses_ms(g.round.inputs.items, g.round.inputs.count), 5000);
    fixture_free(&g.f);
}

static uint32_t count_events(const EventList *events, EventKind kind)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < events->count; i++) count += events->items[i].kind == kind;
    return count;
}

static void events_tell_what_happened(void **state)
{
    (void)state;
    Game g;
    begin(&g, 30, sprint_of(8), 5);
    EventList events = {0};
    for (uint32_t i = 0; i < 6; i++) {
        round_apply(&g.round, (Input){100 * i, INPUT_PICK, 2 * i}, &events);
        round_apply(&g.round, (Input){100 * i, INPUT_PICK, 2 * i + 1}, &events);
    }
    assert_int_equal(count_events(&events, EVENT_SELECTED), 6);
    assert_int_equal(count_events(&events, EVENT_MATCH), 6);
    assert_int_equal(count_events(&events, EVENT_ANSWER), 6);
    assert_int_equal(count_events(&events, EVENT_STREAK), 6);
    assert_int_equal(count_events(&events, EVENT_MULTIPLIER), 2);
    assert_int_equal(count_events(&events, EVENT_BOARD_CLEARED), 1);
    assert_int_equal(count_events(&events, EVENT_TILE_DEALT), 4);
    assert_int_equal(count_events(&events, EVENT_ROUND_ENDED), 0);
    fixture_free(&g.f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_board_has_each_pair_on_places_of_its_own),
        cmocka_unit_test(picking_the_selected_tile_again_clears_the_selection),
        cmocka_unit_test(a_pick_within_80_ms_of_that_tiles_last_is_no_input),
        cmocka_unit_test(a_tile_of_the_same_side_moves_the_selection_at_no_cost),
        cmocka_unit_test(the_other_side_decides_in_either_order),
        cmocka_unit_test(the_nth_mismatch_costs_n_seconds),
        cmocka_unit_test(scores_follow_the_time_since_the_match_before_and_the_streak),
        cmocka_unit_test(a_cleared_board_is_followed_at_once_and_the_last_may_be_smaller),
        cmocka_unit_test(decoys_stand_on_every_board_and_go_with_it),
        cmocka_unit_test(a_decoy_is_a_mismatch_and_its_pick_is_kept_as_a_fact),
        cmocka_unit_test(the_last_pair_without_decoys_is_forced),
        cmocka_unit_test(a_matched_pair_of_blitz_is_replaced_in_place),
        cmocka_unit_test(blitz_fills_its_board_while_pairs_are_left_alone),
        cmocka_unit_test(blitz_ends_at_its_limit_and_an_input_there_is_late),
        cmocka_unit_test(blitz_ends_at_the_mismatch_that_uses_up_its_time),
        cmocka_unit_test(relaxed_blitz_takes_two_minutes),
        cmocka_unit_test(what_is_not_there_or_goes_backward_is_no_input),
        cmocka_unit_test(a_pause_is_an_input_that_takes_no_round_time),
        cmocka_unit_test(events_tell_what_happened),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
