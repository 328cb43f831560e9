#include "play/clash.h"

#include "base/text.h"
#include "play/fold.h"
#include "unit/play_fixture.h"

#define DECK(cards) "{\"title\":\"t\",\"cards\":[" cards "]}"

static void cards_that_share_a_term_or_a_definition_clash(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_text(&f, DECK("{\"term\":\"bank\",\"definition\":\"river side\"},"
                             "{\"term\":\"bank\",\"definition\":\"money house\"},"
                             "{\"term\":\"shore\",\"definition\":\"river side\"},"
                             "{\"term\":\"till\",\"definition\":\"money drawer\"}"));
    const Clash *clash = f.index->clash;
    assert_true(clash_is(clash, 0, 1));
    assert_true(clash_is(clash, 0, 2));
    assert_false(clash_is(clash, 0, 3));
    assert_true(clash_is(clash, 3, 3));
    fixture_free(&f);
}

static void any_card_of_the_deck_may_join_a_term_with_a_definition(void **state)
{
    (void)state;
    Fixture f;
    /* "bank" also means "river side" by card 1, so card 0 and card 2 clash though they share nothing. */
    fixture_of_text(&f, DECK("{\"term\":\"bank\",\"definition\":\"money house\"},"
                             "{\"term\":\"bank\",\"definition\":\"river side\"},"
                             "{\"term\":\"shore\",\"definition\":\"river side\"}"));
    assert_true(clash_is(f.index->clash, 0, 2));
    assert_true(clash_is(f.index->clash, 2, 0));
    fixture_free(&f);
}

static void wordings_count_like_definitions(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_text(&f, DECK("{\"term\":\"a\",\"definition\":\"one\",\"wordings\":[\"uno\"]},"
                             "{\"term\":\"b\",\"definition\":\"ein\",\"wordings\":[\"UNO\"]},"
                             "{\"term\":\"c\",\"definition\":\"uno\"},"
                             "{\"term\":\"d\",\"definition\":\"two\"}"));
    assert_true(clash_is(f.index->clash, 0, 1));
    assert_true(clash_is(f.index->clash, 1, 2));
    assert_false(clash_is(f.index->clash, 1, 3));
    fixture_free(&f);
}

static void texts_are_compared_after_folding(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_text(&f, DECK("{\"term\":\"STRASSE\",\"definition\":\"road\"},"
                             "{\"term\":\"stra\\u00DFe\",\"definition\":\"way\"},"
                             "{\"term\":\"x\",\"definition\":\" Big \\n  Road \"},"
                             "{\"term\":\"y\",\"definition\":\"big road\"},"
                             "{\"term\":\"z\",\"definition\":\"\\uFF42ig road\"}"));
    const Clash *clash = f.index->clash;
    assert_true(clash_is(clash, 0, 1));
    assert_true(clash_is(clash, 2, 3));
    assert_true(clash_is(clash, 3, 4));
    assert_false(clash_is(clash, 0, 2));
    fixture_free(&f);
}

static void a_text_is_known_as_a_definition_of_a_card(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_text(&f, DECK("{\"term\":\"bank\",\"definition\":\"money house\"},"
                             "{\"term\":\"Bank\",\"definition\":\"river side\"},"
                             "{\"term\":\"till\",\"definition\":\"drawer\"}"));
    assert_true(clash_is_definition_of(f.index->clash, 0, STR("River  Side")));
    assert_false(clash_is_definition_of(f.index->clash, 0, STR("drawer")));
    assert_false(clash_is_definition_of(f.index->clash, 0, STR("unheard of")));
    fixture_free(&f);
}

/* The relation by its definition, card against card against card. */
static bool is_clash_by_definition(const Deck *deck, Arena *arena, uint32_t a, uint32_t b)
{
    Str term_a = text_fold(arena, deck_term(deck, a)), term_b = text_fold(arena, deck_term(deck, b));
    if (str_is(term_a, term_b)) return true;
    for (uint32_t card = 0; card < deck_count(deck); card++) {
        Str term = text_fold(arena, deck_term(deck, card));
        uint32_t other = str_is(term, term_a) ? b : str_is(term, term_b) ? a : DECK_NO_CARD;
        if (other == DECK_NO_CARD) continue;
        for (uint32_t i = 0; i < deck_wording_count(deck, card); i++)
            for (uint32_t j = 0; j < deck_wording_count(deck, other); j++)
                if (str_is(text_fold(arena, deck_wording(deck, card, i)),
                           text_fold(arena, deck_wording(deck, other, j))))
                    return true;
    }
    return false;
}

static void the_relation_is_that_of_the_rules_on_random_decks(void **state)
{
    (void)state;
    Rng rng;
    rng_seed(&rng, 11);
    for (int round = 0; round < 40; round++) {
        Fixture f;
        char json[4096];
        int size = snprintf(json, sizeof json, "{\"title\":\"t\",\"cards\":[");
        for (int i = 0; i < 14; i++)
            size +=
                snprintf(json + size, sizeof json - (size_t)size,
                         "%s{\"id\":\"%d\",\"term\":\"t%d\",\"definition\":\"d%d\",\"wordings\":[\"D%d\"]}",
                         i ? "," : "", i, (int)rng_below(&rng, 12), (int)rng_below(&rng, 30),
                         (int)rng_below(&rng, 30));
        snprintf(json + size, sizeof json - (size_t)size, "]}");
        fixture_of_text(&f, json);
        for (uint32_t a = 0; a < 14; a++)
            for (uint32_t b = 0; b < 14; b++)
                assert_int_equal(clash_is(f.index->clash, a, b),
                                 is_clash_by_definition(f.deck, &f.arena, a, b));
        fixture_free(&f);
    }
}

static void folded_hashes_agree_with_folded_texts(void **state)
{
    (void)state;
    static const char *const texts[] = {"Foo  bar",   " foo bar\n", "FOO\tBAR", "foobar", "fo\xC3\xB6",
                                        "FO\xC3\x96", "",           "  ",       "foo bar"};
    Arena arena;
    arena_init(&arena, 0);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        for (size_t j = 0; j < sizeof texts / sizeof texts[0]; j++) {
            Str a = str_of(texts[i]), b = str_of(texts[j]);
            bool is_equal = str_is(text_fold(&arena, a), text_fold(&arena, b));
            assert_int_equal(fold_hash(&arena, a) == fold_hash(&arena, b), is_equal);
        }
    arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cards_that_share_a_term_or_a_definition_clash),
        cmocka_unit_test(any_card_of_the_deck_may_join_a_term_with_a_definition),
        cmocka_unit_test(wordings_count_like_definitions),
        cmocka_unit_test(texts_are_compared_after_folding),
        cmocka_unit_test(a_text_is_known_as_a_definition_of_a_card),
        cmocka_unit_test(the_relation_is_that_of_the_rules_on_random_decks),
        cmocka_unit_test(folded_hashes_agree_with_folded_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
