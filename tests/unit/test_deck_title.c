#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/text.h"
#include "screens/deck_title.h"

static const ShelfEntry decks[] = {
    {.path = STR_INIT("/a/capitals.json"), .title = STR_INIT("World capitals")},
    {.path = STR_INIT("/a/copy.json"), .title = STR_INIT("World capitals 2")},
};
#define COUNT 2

static Str trouble(Arena *arena, const char *title, const char *except)
{
    return deck_title_trouble(decks, COUNT, str_of(title), str_of(except), arena);
}

static void a_title_is_free_when_no_other_deck_has_it_whatever_its_case_and_spaces(void **state)
{
    Arena *arena = *state;
    assert_int_equal(trouble(arena, "Rivers", "").size, 0);
    assert_true(str_has(trouble(arena, " world  CAPITALS ", ""), STR("already")));
    assert_int_equal(trouble(arena, "World Capitals", "/a/capitals.json").size, 0);
    assert_true(str_has(trouble(arena, "World Capitals", "/a/copy.json"), STR("already")));
}

static void a_title_of_nothing_but_space_is_none(void **state)
{
    Arena *arena = *state;
    assert_true(str_has(trouble(arena, "", ""), STR("needs a name")));
    assert_true(str_has(trouble(arena, " \xC2\xA0 ", ""), STR("needs a name")));
}

static void a_proposed_title_counts_on_until_it_is_free(void **state)
{
    Arena *arena = *state;
    assert_string_equal(deck_title_free(decks, COUNT, STR("Rivers"), arena).data, "Rivers");
    assert_string_equal(deck_title_free(decks, COUNT, STR("World capitals"), arena).data, "World capitals 3");
}

static void a_long_proposal_is_cut_so_that_a_number_fits(void **state)
{
    Arena *arena = *state;
    char wish[4 * DECK_TITLE_GRAPHEMES + 1] = "";
    for (int i = 0; i < 2 * DECK_TITLE_GRAPHEMES; i++) strcat(wish, "é");
    Str title = deck_title_free(decks, COUNT, str_of(wish), arena);
    assert_true(text_count_graphemes(title) <= DECK_TITLE_GRAPHEMES - 4);
    assert_int_equal(text_find_invalid_utf8(title), TEXT_NO_OFFSET);
}

static int start(void **state)
{
    static Arena arena;
    arena_init(&arena, 0);
    *state = &arena;
    return 0;
}

static int stop(void **state)
{
    arena_deinit(*state);
    return 0;
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, start, stop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_title_is_free_when_no_other_deck_has_it_whatever_its_case_and_spaces),
        TEST(a_title_of_nothing_but_space_is_none),
        TEST(a_proposed_title_counts_on_until_it_is_free),
        TEST(a_long_proposal_is_cut_so_that_a_number_fits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
