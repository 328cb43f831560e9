/* The decks of tests/unit/decks/ through the loader; tests/lint/check_deck_schema.py holds the schema to the
   same files and says what their names mean. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "deck/deck_read.h"

#define EXAMPLES MATCHWICK_SOURCE_DIR "/tests/unit/decks"
#define SHIPPED  MATCHWICK_SOURCE_DIR "/decks"

static FileList list_folder(const char *folder, Arena *arena)
{
    FileList list;
    Err err = {.is_set = false};
    if (!file_list(folder, arena, &list, &err)) fail_msg("%s", err.text);
    return list;
}

static void the_loader_finds_what_the_name_says(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    FileList list = list_folder(EXAMPLES, &arena);
    assert_true(list.count > 50);
    for (size_t i = 0; i < list.count; i++) {
        Str path = file_join(&arena, EXAMPLES, list.names[i].data);
        DeckReport report;
        Deck *deck = deck_read_file(path.data, &report);
        bool is_expected = str_starts(list.names[i], STR("good_"));
        if ((deck != NULL) != is_expected)
            fail_msg("%s: %s", list.names[i].data, deck ? "taken" : report.problems[0].text);
        assert_int_equal(report.errors, is_expected ? 0 : 1); /* each holds one fault */
        deck_release(deck);
    }
    arena_deinit(&arena);
}

static void every_shipped_deck_is_read_without_an_error_or_a_warning(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    FileList list = list_folder(SHIPPED, &arena);
    int decks = 0;
    for (size_t i = 0; i < list.count; i++) {
        if (!deck_is_deck_file(list.names[i])) continue;
        Str path = file_join(&arena, SHIPPED, list.names[i].data);
        DeckReport report;
        Deck *deck = deck_read_file(path.data, &report);
        if (report.count > 0) fail_msg("%s", deck_problem_line(&arena, path.data, &report.problems[0]).data);
        deck_release(deck);
        decks++;
    }
    assert_true(decks >= 6);
    arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_loader_finds_what_the_name_says),
        cmocka_unit_test(every_shipped_deck_is_read_without_an_error_or_a_warning),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
