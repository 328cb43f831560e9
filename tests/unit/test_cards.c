#include "study/cards.h"

#include <string.h>

#include "base/rng.h"
#include "formats/cards_state.h"
#include "unit/play_fixture.h"

#define COUNT 12
#define STEPS 20000

typedef struct {
    Fixture f;
    StudyDeck deck;
    Cards *cards;
    int64_t now_ms;
} Sitting;

static const uint32_t all[COUNT] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};

static void begin(Sitting *s)
{
    memset(s, 0, sizeof *s);
    fixture_of_count(&s->f, COUNT);
    s->deck.cards = ARENA_NEW_N(&s->f.arena, StudyCard, COUNT);
    CardsPlace place = cards_place_default();
    s->cards = cards_make(&s->f.arena, COUNT, &place);
}

static void act(Sitting *s, CardsInputKind kind, int64_t number)
{
    CardsInput input = {.kind = kind, .number = number};
    cards_apply(s->cards, &s->deck, &input, s->now_ms);
}

static void choose(Sitting *s, const uint32_t *cards, uint32_t count)
{
    CardsInput input = {.kind = CARDS_CHOOSE, .cards = cards, .count = count};
    cards_apply(s->cards, &s->deck, &input, s->now_ms);
}

static void begin_all(Sitting *s)
{
    begin(s);
    choose(s, all, COUNT);
}

static void the_stack_is_turned_over_from_card_to_card_and_ends_at_its_ends(void **state)
{
    (void)state;
    Sitting s;
    begin_all(&s);
    act(&s, CARDS_PREVIOUS, 0);
    assert_int_equal(s.cards->at, 0);
    assert_int_equal(cards_side(s.cards), SIDE_TERM);
    act(&s, CARDS_FLIP, 0);
    assert_int_equal(cards_side(s.cards), SIDE_DEFINITION);
    act(&s, CARDS_NEXT, 0);
    assert_int_equal(s.cards->place.card, 1);
    assert_int_equal(cards_side(s.cards), SIDE_TERM);
    act(&s, CARDS_JUMP, 1000);
    assert_int_equal(s.cards->at, COUNT - 1);
    act(&s, CARDS_NEXT, 0);
    assert_int_equal(s.cards->at, COUNT - 1);
    act(&s, CARDS_FIND, 4);
    assert_int_equal(s.cards->at, 4);
    act(&s, CARDS_FIND, COUNT);
    act(&s, CARDS_FIND, -1);
    assert_int_equal(s.cards->at, 4);
    fixture_free(&s.f);
}

static void the_definition_can_come_first_and_both_sides_need_no_turning(void **state)
{
    (void)state;
    Sitting s;
    begin_all(&s);
    act(&s, CARDS_FIRST_SIDE, SIDE_DEFINITION);
    assert_int_equal(cards_side(s.cards), SIDE_DEFINITION);
    act(&s, CARDS_FLIP, 0);
    assert_int_equal(cards_side(s.cards), SIDE_TERM);
    act(&s, CARDS_BOTH, 0);
    assert_false(s.cards->place.is_flipped);
    act(&s, CARDS_FLIP, 0);
    assert_false(s.cards->place.is_flipped);
    fixture_free(&s.f);
}

static void starred_cards_make_a_stack_of_their_own(void **state)
{
    (void)state;
    Sitting s;
    begin_all(&s);
    act(&s, CARDS_STARRED, 0);
    assert_int_equal(s.cards->count, 0);
    act(&s, CARDS_STAR, 0); /* there is no card to be starred */
    act(&s, CARDS_STARRED, 0);
    assert_int_equal(s.cards->count, COUNT);
    assert_int_equal(s.cards->at, 0);
    act(&s, CARDS_JUMP, 3);
    act(&s, CARDS_STAR, 0);
    act(&s, CARDS_JUMP, 7);
    act(&s, CARDS_STAR, 0);
    act(&s, CARDS_STARRED, 0);
    assert_int_equal(s.cards->count, 2);
    assert_int_equal(s.cards->place.card, 7);
    act(&s, CARDS_STAR, 0); /* a slip: the card is still at hand */
    assert_int_equal(s.cards->count, 2);
    assert_false(s.deck.cards[7].is_starred);
    act(&s, CARDS_STARRED, 0);
    assert_int_equal(s.cards->at, 7);
    fixture_free(&s.f);
}

static void shuffling_keeps_the_shown_card_and_puts_all_others_behind_it(void **state)
{
    (void)state;
    Sitting s;
    begin_all(&s);
    act(&s, CARDS_JUMP, 5);
    act(&s, CARDS_FLIP, 0);
    act(&s, CARDS_SHUFFLE, 77);
    assert_int_equal(s.cards->at, 0);
    assert_int_equal(s.cards->place.card, 5);
    assert_true(s.cards->place.is_flipped);
    act(&s, CARDS_NEXT, 0);
    uint32_t shown = s.cards->place.card;
    act(&s, CARDS_SHUFFLE, 0);
    assert_int_equal(s.cards->at, shown);
    fixture_free(&s.f);
}

static void playing_turns_side_by_side_at_its_pace_and_stops_at_the_end(void **state)
{
    (void)state;
    Sitting s;
    begin_all(&s);
    act(&s, CARDS_PACE, 3);
    act(&s, CARDS_JUMP, COUNT - 2);
    act(&s, CARDS_PLAY, 0);
    s.now_ms = 2999;
    act(&s, CARDS_TIME, 0);
    assert_false(s.cards->place.is_flipped);
    for (s.now_ms = 3000; s.now_ms <= 9000; s.now_ms += 3000) act(&s, CARDS_TIME, 0);
    assert_int_equal(s.cards->at, COUNT - 1);
    assert_true(s.cards->place.is_flipped);
    assert_true(s.cards->is_playing);
    act(&s, CARDS_TIME, 0);
    assert_false(s.cards->is_playing);
    assert_true(s.cards->place.is_flipped);
    act(&s, CARDS_PLAY, 0); /* once more from the first */
    assert_int_equal(s.cards->at, 0);
    assert_false(s.cards->place.is_flipped);
    act(&s, CARDS_BOTH, 0);
    s.now_ms += 3000;
    act(&s, CARDS_TIME, 0);
    assert_int_equal(s.cards->at, 1);
    fixture_free(&s.f);
}

static void turning_by_hand_gives_a_side_its_whole_time(void **state)
{
    (void)state;
    Sitting s;
    begin_all(&s);
    act(&s, CARDS_PLAY, 0);
    s.now_ms = 4000;
    act(&s, CARDS_NEXT, 0);
    s.now_ms = 5000;
    act(&s, CARDS_STAR, 0);
    act(&s, CARDS_TIME, 0);
    assert_false(s.cards->place.is_flipped);
    s.now_ms = 9000;
    act(&s, CARDS_TIME, 0);
    assert_true(s.cards->place.is_flipped);
    fixture_free(&s.f);
}

/* --- whatever is done in whatever order --- */

static void check_order(const Sitting *s)
{
    const Cards *cards = s->cards;
    bool is_seen[COUNT] = {false}, is_chosen[COUNT] = {false};
    for (uint32_t i = 0; i < cards->chosen_count; i++) is_chosen[cards->chosen[i]] = true;
    for (uint32_t i = 0; i < cards->count; i++) {
        uint32_t card = cards->order[i];
        assert_true(card < COUNT && is_chosen[card] && !is_seen[card]);
        is_seen[card] = true;
        if (i > 0 && !cards->place.is_shuffled) assert_true(cards->order[i - 1] < card);
    }
    if (cards->place.is_starred_only) return;
    assert_int_equal(cards->count, cards->chosen_count);
}

static void check(const Sitting *s)
{
    const Cards *cards = s->cards;
    check_order(s);
    if (cards->count > 0) {
        assert_true(cards->at < cards->count);
        assert_int_equal(cards->order[cards->at], cards->place.card);
    }
    assert_false(cards->place.is_both && cards->place.is_flipped);
    assert_true(cards->place.pace_s >= CARDS_LEAST_PACE_S && cards->place.pace_s <= CARDS_MOST_PACE_S);
    assert_false(cards->is_playing && cards->count == 0);
}

static void check_same(const CardsPlace *a, const CardsPlace *b)
{
    assert_int_equal(a->card, b->card);
    assert_int_equal(a->first_side, b->first_side);
    assert_int_equal(a->is_flipped, b->is_flipped);
    assert_int_equal(a->is_both, b->is_both);
    assert_int_equal(a->is_starred_only, b->is_starred_only);
    assert_int_equal(a->is_shuffled, b->is_shuffled);
    assert_int_equal(a->seed, b->seed);
    assert_int_equal(a->lead, b->lead);
    assert_int_equal(a->pace_s, b->pace_s);
}

/* A crash at any moment, and a start after it: the same card lies there with the same side up, in the same
   order; of starred cards alone those that are not any more are gone. */
static void check_coming_back(Sitting *s)
{
    Arena arena;
    arena_init(&arena, 0);
    const Cards *before = s->cards;
    CardsPlace place = cards_state_read(cards_state_write(&before->place, s->f.deck, &arena), s->f.deck);
    Cards *after = cards_make(&arena, COUNT, &place);
    CardsInput input = {.kind = CARDS_CHOOSE, .cards = before->chosen, .count = before->chosen_count};
    cards_apply(after, &s->deck, &input, s->now_ms);
    if (!before->place.is_starred_only) {
        assert_int_equal(after->count, before->count);
        check_same(&after->place, &before->place);
        for (uint32_t i = 0; i < after->count; i++) assert_int_equal(after->order[i], before->order[i]);
    }
    for (uint32_t i = 0; i < after->count && before->place.is_starred_only; i++)
        assert_true(s->deck.cards[after->order[i]].is_starred);
    arena_deinit(&arena);
}

static void random_input(Sitting *s, Rng *rng)
{
    CardsInputKind kind = (CardsInputKind)rng_below(rng, CARDS_INPUTS);
    s->now_ms += (int64_t)rng_below(rng, 3000);
    if (kind != CARDS_CHOOSE) {
        act(s, kind, (int64_t)rng_below(rng, 40) - 10 + (kind == CARDS_SHUFFLE ? 10 : 0));
        return;
    }
    uint32_t some[COUNT], count = 0;
    uint64_t bits = rng_next(rng) | (rng_below(rng, 4) == 0 ? 0 : rng_next(rng));
    for (uint32_t card = 0; card < COUNT; card++)
        if (bits >> card & 1) some[count++] = card;
    choose(s, some, count);
}

static void any_order_of_inputs_keeps_the_stack_whole(void **state)
{
    (void)state;
    Sitting s;
    Rng rng;
    begin_all(&s);
    rng_seed(&rng, 1);
    for (int i = 0; i < STEPS; i++) {
        random_input(&s, &rng);
        check(&s);
        if (i % 7 == 0) check_coming_back(&s);
    }
    fixture_free(&s.f);
}

static void a_text_that_fits_no_more_is_passed_over(void **state)
{
    (void)state;
    Sitting s;
    begin_all(&s);
    CardsPlace usual = cards_place_default();
    static const char *const texts[] = {"",
                                        "{",
                                        "[]",
                                        "7",
                                        "{\"card\":\"gone\",\"flipped\":true}",
                                        "{\"pace\":1}",
                                        "{\"pace\":\"5\"}",
                                        "{\"card\":5,\"lead\":[],\"first\":true,\"both\":1}"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        CardsPlace place = cards_state_read(str_of(texts[i]), s.f.deck);
        check_same(&place, &usual);
    }
    CardsPlace place = cards_state_read(STR("{\"card\":\"c3\",\"first\":\"definition\"}"), s.f.deck);
    assert_int_equal(place.card, 3);
    assert_int_equal(place.first_side, SIDE_DEFINITION);
    fixture_free(&s.f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_stack_is_turned_over_from_card_to_card_and_ends_at_its_ends),
        cmocka_unit_test(the_definition_can_come_first_and_both_sides_need_no_turning),
        cmocka_unit_test(starred_cards_make_a_stack_of_their_own),
        cmocka_unit_test(shuffling_keeps_the_shown_card_and_puts_all_others_behind_it),
        cmocka_unit_test(playing_turns_side_by_side_at_its_pace_and_stops_at_the_end),
        cmocka_unit_test(turning_by_hand_gives_a_side_its_whole_time),
        cmocka_unit_test(any_order_of_inputs_keeps_the_stack_whole),
        cmocka_unit_test(a_text_that_fits_no_more_is_passed_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
