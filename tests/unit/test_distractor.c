#include "play/distractor.h"

#include "play/plausible.h"
#include "unit/play_fixture.h"

#define DECK(cards) "{\"title\":\"t\",\"cards\":[" cards "]}"
#define CARD(id, term, definition)                                                                           \
    "{\"id\":\"" id "\",\"term\":\"" term "\",\"definition\":\"" definition "\"}"

/* Asks card 0 by its definition; is card 1's term refused? */
static bool is_right_by_text(const char *json)
{
    Fixture f;
    fixture_of_text(&f, json);
    Asked asked =
        asked_make(f.index, &f.arena, SIDE_TERM, 0, deck_wording(f.deck, 0, 0), deck_term(f.deck, 0));
    Option option = option_make(&asked, (SideText){1, 0});
    bool is_right = option_is_right(&asked, &option);
    fixture_free(&f);
    return is_right;
}

static bool is_doubtful(const char *json)
{
    Fixture f;
    fixture_of_text(&f, json);
    Asked asked =
        asked_make(f.index, &f.arena, SIDE_TERM, 0, deck_wording(f.deck, 0, 0), deck_term(f.deck, 0));
    Option option = option_make(&asked, (SideText){1, 0});
    bool is_doubtful = !option_is_right(&asked, &option) && option_is_doubtful(&asked, &option);
    fixture_free(&f);
    return is_doubtful;
}

static void an_option_that_is_right_by_its_text_is_refused(void **state)
{
    (void)state;
    assert_true(is_right_by_text(DECK(CARD("a", "The Hague", "x") "," CARD("b", "Hague!", "y"))));
    assert_true(
        is_right_by_text(DECK(CARD("a", "salt and pepper", "x") "," CARD("b", "pepper and salt", "y"))));
    assert_true(is_right_by_text(DECK(CARD("a", "car, automobile", "x") "," CARD("b", "automobile", "y"))));
    assert_true(is_right_by_text(DECK(CARD("a", "one", "same prompt") "," CARD("b", "two", "Same prompt!"))));
    assert_true(is_right_by_text(DECK(CARD("a", "one", "x") "," CARD("b", "two", "X"))));
    assert_false(is_right_by_text(DECK(CARD("a", "salt", "x") "," CARD("b", "pepper", "y"))));
}

static void an_option_that_could_be_right_or_gives_itself_away_comes_last(void **state)
{
    (void)state;
    assert_true(is_doubtful(
        DECK(CARD("a", "international organisation", "x") "," CARD("b", "international organization", "y"))));
    assert_true(is_doubtful(DECK(CARD("a", "Guinea", "x") "," CARD("b", "Equatorial Guinea", "y"))));
    assert_true(is_doubtful(DECK(CARD("a", "one", "the first of the months in a year") "," CARD(
        "b", "two", "the fist of the months in a year"))));
    assert_true(
        is_doubtful(DECK(CARD("a", "Polly", "turns text into speech") "," CARD("b", "Text Tool", "y"))));
    assert_false(is_doubtful(
        DECK(CARD("a", "Text Reader", "turns text into speech") "," CARD("b", "Text Tool", "y"))));
    assert_false(is_doubtful(DECK(CARD("a", "Polly", "turns text into speech") "," CARD("b", "Lex", "y"))));
}

static void likeness_kind_and_length_decide_the_rank(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_text(&f,
                    DECK(CARD("a", "Amazon Polly", "x") "," CARD("b", "Amazon Lex", "y") "," CARD(
                        "c", "Google Maps",
                        "z") "," CARD("d", "1984", "w") "," CARD("e", "Amazon Polka Wonderland Show", "v")));
    Asked asked = asked_make(f.index, &f.arena, SIDE_TERM, 0, STR("x"), STR("Amazon Polly"));
    int32_t ranks[5];
    for (uint32_t i = 1; i < 5; i++) {
        Option option = option_make(&asked, (SideText){i, 0});
        ranks[i] = option_rank(&asked, &option);
    }
    assert_true(ranks[1] > ranks[2]); /* alike */
    assert_true(ranks[2] > ranks[3]); /* two words beside a number */
    assert_true(ranks[1] > ranks[4]); /* more than twice as long */
    fixture_free(&f);
}

static uint32_t choose(Fixture *f, uint32_t shorter, uint64_t seed, Distractor *out)
{
    DistractorQuery query = {.index = f->index,
                             .pool = &f->source.pool,
                             .answer_side = SIDE_TERM,
                             .card = 0,
                             .prompt = deck_wording(f->deck, 0, 0),
                             .answer = deck_term(f->deck, 0),
                             .shorter = shorter,
                             .wanted = 3};
    Rng rng;
    rng_seed(&rng, seed);
    return distractor_choose(&query, &rng, &f->arena, out);
}

static void as_many_options_are_shorter_as_were_drawn(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_file(&f, "decks/world-capitals.json");
    fixture_set_up(&f, setup_default(VARIANT_CLASSIC));
    size_t length = deck_term(f.deck, 0).size; /* Afghanistan */
    for (uint32_t shorter = 0; shorter <= 3; shorter++)
        for (uint64_t seed = 0; seed < 20; seed++) {
            Distractor out[3];
            uint32_t found = 0;
            assert_int_equal(choose(&f, shorter, seed, out), 3);
            for (int i = 0; i < 3; i++) found += out[i].text.size < length;
            assert_int_equal(found, shorter);
        }
    fixture_free(&f);
}

static void the_choice_follows_the_seed(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_file(&f, "decks/world-capitals.json");
    fixture_set_up(&f, setup_default(VARIANT_CLASSIC));
    uint32_t different = 0;
    for (uint64_t seed = 0; seed < 20; seed++) {
        Distractor a[3], b[3], c[3];
        choose(&f, 1, seed, a);
        choose(&f, 1, seed, b);
        choose(&f, 1, seed + 1, c);
        for (int i = 0; i < 3; i++) {
            assert_int_equal(a[i].card, b[i].card);
            different += a[i].card != c[i].card;
        }
    }
    assert_true(different > 30);
    fixture_free(&f);
}

static void a_pool_with_too_few_answers_gives_fewer(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_text(&f, DECK(CARD("a", "one", "x") "," CARD("b", "two", "y") "," CARD("c", "three", "x")));
    fixture_set_up(&f, setup_default(VARIANT_CLASSIC));
    Distractor out[3];
    assert_int_equal(choose(&f, 0, 1, out), 1);
    assert_int_equal(out[0].card, 1);
    fixture_free(&f);
}

static void decoys_are_close_in_text_and_clash_with_nothing_shown(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_text(
        &f,
        DECK(CARD("a", "alpha", "a red bird of the northern woods") "," CARD("b", "beta", "stone of volcanoes") "," CARD(
            "c", "gamma",
            "unit of weight") "," CARD("d", "delta",
                                       "a blue bird of the southern woods") "," CARD("e", "alpha",
                                                                                     "a green bird of the "
                                                                                     "western woods") "," CARD("f",
                                                                                                               "zeta",
                                                                                                               "king in old tales")));
    fixture_set_up(&f, setup_default(VARIANT_SPRINT));
    uint32_t shown[] = {0, 1, 2};
    Str texts[] = {deck_wording(f.deck, 0, 0), deck_wording(f.deck, 1, 0), deck_wording(f.deck, 2, 0)};
    Rng rng;
    rng_seed(&rng, 1);
    Distractor out[3];
    uint32_t count =
        distractor_choose_decoys(f.index, &f.source.pool, shown, texts, 3, 3, &rng, &f.arena, out);
    assert_int_equal(count, 2); /* e clashes with a */
    assert_int_equal(out[0].card, 3);
    assert_int_equal(out[1].card, 5);
    fixture_free(&f);
}

/* The asked card's answer and those of the options that are drawn for it. */
static uint32_t choose_practised(const Fixture *f, const DistractorPractice *practice, uint64_t seed,
                                 Distractor *out)
{
    Setup setup = setup_default(VARIANT_CLASSIC);
    Arena scratch;
    arena_init(&scratch, 0);
    Pool pool = pool_make(&scratch, f->deck, &setup);
    DistractorQuery query = {.index = f->index,
                             .pool = &pool,
                             .answer_side = SIDE_TERM,
                             .card = 0,
                             .prompt = deck_wording(f->deck, 0, 0),
                             .answer = deck_term(f->deck, 0),
                             .shorter = 1,
                             .wanted = 3,
                             .practice = practice};
    Rng rng;
    rng_seed(&rng, seed);
    uint32_t count = distractor_choose(&query, &rng, &scratch, out);
    arena_deinit(&scratch);
    return count;
}

static uint32_t likeness(const Fixture *f, uint32_t recall)
{
    uint32_t sum = 0;
    Arena scratch;
    arena_init(&scratch, 0);
    Gist answer = gist_make(&scratch, deck_term(f->deck, 0));
    for (uint64_t seed = 0; seed < 40; seed++) {
        Distractor out[SETUP_MAX_OPTIONS];
        uint32_t count = choose_practised(f, &(DistractorPractice){.recall = recall}, seed, out);
        assert_int_equal(count, 3);
        for (uint32_t i = 0; i < count; i++) {
            Gist option = gist_make(&scratch, out[i].text);
            sum += gist_dice(&answer, &option);
        }
    }
    arena_deinit(&scratch);
    return sum;
}

static void in_practice_options_are_the_more_alike_the_better_a_card_is_known(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_file(&f, "decks/world-capitals.json");
    uint32_t weak = likeness(&f, 300), middle = likeness(&f, 700), strong = likeness(&f, 950);
    assert_true(weak < middle);
    assert_true(middle < strong);
    fixture_free(&f);
}

static void in_practice_one_place_goes_to_the_most_frequent_confusion(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_file(&f, "decks/world-capitals.json");
    const DistractorConfusion confusions[] = {{120, 1}, {77, 3}, {0, 9}};
    DistractorPractice practice = {.recall = 300, .confusions = confusions, .confusion_count = 3};
    for (uint64_t seed = 0; seed < 20; seed++) {
        Distractor out[SETUP_MAX_OPTIONS];
        uint32_t count = choose_practised(&f, &practice, seed, out), of_confused = 0;
        for (uint32_t i = 0; i < count; i++) of_confused += out[i].card == 77;
        assert_int_equal(of_confused, 1);
    }
    fixture_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_option_that_is_right_by_its_text_is_refused),
        cmocka_unit_test(an_option_that_could_be_right_or_gives_itself_away_comes_last),
        cmocka_unit_test(likeness_kind_and_length_decide_the_rank),
        cmocka_unit_test(as_many_options_are_shorter_as_were_drawn),
        cmocka_unit_test(the_choice_follows_the_seed),
        cmocka_unit_test(a_pool_with_too_few_answers_gives_fewer),
        cmocka_unit_test(decoys_are_close_in_text_and_clash_with_nothing_shown),
        cmocka_unit_test(in_practice_options_are_the_more_alike_the_better_a_card_is_known),
        cmocka_unit_test(in_practice_one_place_goes_to_the_most_frequent_confusion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
