#include "play/pool.h"

#include "unit/play_fixture.h"

static const char deck_text[] = "{\"title\":\"t\",\"cards\":["
                                "{\"id\":\"a\",\"term\":\"a\",\"definition\":\"1\",\"tags\":[\"x\"]},"
                                "{\"id\":\"b\",\"term\":\"b\",\"definition\":\"2\",\"tags\":[\"x\",\"y\"]},"
                                "{\"id\":\"c\",\"term\":\"c\",\"definition\":\"3\",\"tags\":[\"y\"]},"
                                "{\"id\":\"d\",\"term\":\"d\",\"definition\":\"4\"}]}";

static uint32_t count_of(Fixture *f, TagsMatch match, Str *tags, uint32_t count)
{
    Setup setup = setup_default(VARIANT_SPRINT);
    setup.tags_match = match;
    setup_set_tags(&setup, &f->arena, tags, count);
    return pool_make(&f->arena, f->deck, &setup).count;
}

static void a_pool_is_the_deck_or_its_cards_under_any_or_all_tags(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_text(&f, deck_text);
    Str tags[] = {STR("y"), STR("x")}, unknown[] = {STR("x"), STR("z")};
    assert_int_equal(count_of(&f, TAGS_ANY, NULL, 0), 4);
    assert_int_equal(count_of(&f, TAGS_ALL, NULL, 0), 4);
    assert_int_equal(count_of(&f, TAGS_ANY, tags, 2), 3);
    assert_int_equal(count_of(&f, TAGS_ALL, tags, 2), 1);
    assert_int_equal(count_of(&f, TAGS_ANY, unknown, 2), 2);
    assert_int_equal(count_of(&f, TAGS_ALL, unknown, 2), 0);
    fixture_free(&f);
}

static void a_pool_of_listed_cards_is_in_deck_order_and_each_once(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_text(&f, deck_text);
    uint32_t cards[] = {3, 1, 3};
    Pool pool = pool_make_cards(&f.arena, f.deck, cards, 3);
    assert_int_equal(pool.count, 2);
    assert_int_equal(pool.cards[0], 1);
    assert_int_equal(pool.cards[1], 3);
    assert_true(pool_has(&pool, 3));
    assert_false(pool_has(&pool, 0));
    fixture_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pool_is_the_deck_or_its_cards_under_any_or_all_tags),
        cmocka_unit_test(a_pool_of_listed_cards_is_in_deck_order_and_each_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
