#include "play/setup.h"

#include <string.h>

#include "unit/play_fixture.h"

static bool set(Setup *setup, const char *key, const char *value, Err *err)
{
    *err = (Err){0};
    return setup_set(setup, str_of(key), str_of(value), err);
}

static void names_are_found_again(void **state)
{
    (void)state;
    for (int i = 0; i < VARIANT_COUNT; i++) {
        Variant found;
        assert_true(variant_find(variant_name((Variant)i), &found));
        assert_int_equal(found, i);
    }
    Variant none;
    assert_false(variant_find(STR("Decoy"), &none));
    assert_int_equal(variant_mode(VARIANT_BLITZ), MODE_MATCH);
    assert_int_equal(variant_mode(VARIANT_CLASSIC), MODE_RUSH);
}

static void numbers_are_set_within_their_range(void **state)
{
    (void)state;
    Err err;
    Setup setup = setup_default(VARIANT_SPRINT);
    assert_true(set(&setup, "pairs", "60", &err));
    assert_int_equal(setup.pairs, 60);
    assert_true(set(&setup, "board", "10", &err));
    assert_int_equal(setup.board, 10);
    assert_false(set(&setup, "pairs", "61", &err));
    assert_string_equal(err.text, "pairs is a number from 3 to 60, not \"61\"");
    assert_int_equal(setup.pairs, 60);
    assert_false(set(&setup, "board", "2", &err));
    assert_false(set(&setup, "board", "-6", &err));
    assert_false(set(&setup, "board", "6x", &err));
    assert_false(set(&setup, "board", "", &err));
    assert_false(set(&setup, "board", "4294967302", &err));
}

static void decoy_boards_end_at_nine(void **state)
{
    (void)state;
    Err err;
    Setup setup = setup_default(VARIANT_DECOY);
    assert_true(set(&setup, "board", "9", &err));
    assert_int_equal(setup_decoys(&setup), 4);
    assert_false(set(&setup, "board", "10", &err));
    assert_string_equal(err.text, "board is a number from 3 to 9, not \"10\"");
}

static void a_key_of_the_other_mode_is_refused_with_those_that_exist(void **state)
{
    (void)state;
    Err err;
    Setup match = setup_default(VARIANT_SPRINT), rush = setup_default(VARIANT_CLASSIC);
    assert_false(set(&match, "options", "4", &err));
    assert_string_equal(err.text,
                        "match has no \"options\" to set; it has pairs, board, tags_match and timing");
    assert_false(set(&rush, "pairs", "4", &err));
    assert_false(set(&rush, "seed", "4", &err));
}

static void what_a_variant_does_not_have_cannot_be_set(void **state)
{
    (void)state;
    Err err;
    Setup blitz = setup_default(VARIANT_BLITZ), survival = setup_default(VARIANT_SURVIVAL);
    assert_false(set(&blitz, "pairs", "12", &err));
    assert_false(set(&blitz, "timing", "off", &err));
    assert_true(set(&blitz, "timing", "relaxed", &err));
    assert_false(set(&survival, "questions", "12", &err));
}

static void words_are_set_by_name(void **state)
{
    (void)state;
    Err err;
    Setup rush = setup_default(VARIANT_CLASSIC);
    assert_true(set(&rush, "ask", "both", &err));
    assert_int_equal(rush.ask, ASK_BOTH);
    assert_true(set(&rush, "timing", "off", &err));
    assert_int_equal(rush.timing, TIMING_OFF);
    assert_true(set(&rush, "tags_match", "all", &err));
    assert_int_equal(rush.tags_match, TAGS_ALL);
    assert_false(set(&rush, "ask", "everything", &err));
    assert_string_equal(err.text, "ask is definition, term or both, not \"everything\"");
}

static void tags_are_sorted_and_each_once(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    Setup setup = setup_default(VARIANT_SPRINT);
    Str tags[] = {STR("europe"), STR("asia"), STR("europe"), STR("africa")};
    setup_set_tags(&setup, &arena, tags, 4);
    assert_int_equal(setup.tag_count, 3);
    assert_string_equal(setup.tags[0].data, "africa");
    assert_string_equal(setup.tags[1].data, "asia");
    assert_string_equal(setup.tags[2].data, "europe");
    arena_deinit(&arena);
}

static void equal_setups_have_one_key_and_others_another(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    Setup a = setup_default(VARIANT_SPRINT), b = a, c = a;
    Str one[] = {STR("x"), STR("y,z")}, other[] = {STR("x,y"), STR("z")};
    a.pairs = b.pairs = c.pairs = 18;
    assert_string_equal(setup_key(&a, &arena).data, "pairs=18 board=6");
    setup_set_tags(&b, &arena, one, 2);
    setup_set_tags(&c, &arena, other, 2);
    assert_string_not_equal(setup_key(&b, &arena).data, setup_key(&c, &arena).data);
    c = b;
    c.tags_match = TAGS_ALL;
    assert_string_not_equal(setup_key(&b, &arena).data, setup_key(&c, &arena).data);
    c = a;
    c.timing = TIMING_RELAXED;
    assert_string_equal(setup_key(&a, &arena).data, setup_key(&c, &arena).data);
    arena_deinit(&arena);
}

static void help_has_its_category(void **state)
{
    (void)state;
    assert_string_equal(category_name(TIMING_NORMAL, 3000).data, "normal");
    assert_string_equal(category_name(TIMING_NORMAL, 3001).data, "normal+paused");
    assert_string_equal(category_name(TIMING_RELAXED, 0).data, "relaxed");
    assert_string_equal(category_name(TIMING_OFF, 99999).data, "off+paused");
}

static void a_setup_from_a_file_is_checked(void **state)
{
    (void)state;
    Err err = {0};
    Setup setup = setup_default(VARIANT_SPRINT);
    setup.pairs = 18;
    assert_true(setup_check(&setup, &err));
    setup.pairs = 2;
    assert_false(setup_check(&setup, &err));
    setup = setup_default(VARIANT_BLITZ);
    assert_true(setup_check(&setup, &err));
    setup.timing = TIMING_OFF;
    assert_false(setup_check(&setup, &err));
    setup = setup_default(VARIANT_SURVIVAL);
    setup.questions = 20;
    assert_false(setup_check(&setup, &err));
    setup = setup_default(VARIANT_CLASSIC);
    setup.questions = 20;
    Str unsorted[] = {STR("b"), STR("a")};
    assert_true(setup_check(&setup, &err));
    setup.tags = unsorted;
    setup.tag_count = 2;
    assert_false(setup_check(&setup, &err));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_found_again),
        cmocka_unit_test(numbers_are_set_within_their_range),
        cmocka_unit_test(decoy_boards_end_at_nine),
        cmocka_unit_test(a_key_of_the_other_mode_is_refused_with_those_that_exist),
        cmocka_unit_test(what_a_variant_does_not_have_cannot_be_set),
        cmocka_unit_test(words_are_set_by_name),
        cmocka_unit_test(tags_are_sorted_and_each_once),
        cmocka_unit_test(equal_setups_have_one_key_and_others_another),
        cmocka_unit_test(help_has_its_category),
        cmocka_unit_test(a_setup_from_a_file_is_checked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
