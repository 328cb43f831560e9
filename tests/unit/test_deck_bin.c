#define _POSIX_C_SOURCE 200809L
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "deck/deck_read.h"
#include "edit/deck_files.h"
#include "temp_folder.h"

#define DAY_MS INT64_C(86400000)
#define NOW_MS (20000 * DAY_MS)

typedef struct {
    Arena arena;
    char root[TEMP_FOLDER_SIZE];
    const char *folder, *bin;
    Err err;
} Fixture;

static int set_up(void **state)
{
    static Fixture f;
    f = (Fixture){.err = {.is_set = false}};
    arena_init(&f.arena, 0);
    temp_folder_make(f.root);
    f.folder = file_join(&f.arena, f.root, "decks").data;
    f.bin = file_join(&f.arena, f.root, "bin").data;
    *state = &f;
    return file_make_folder(f.folder, NULL) ? 0 : -1;
}

static int tear_down(void **state)
{
    Fixture *f = *state;
    file_tree_remove(f->root);
    arena_deinit(&f->arena);
    return 0;
}

static const char *put(Fixture *f, const char *name, const char *text)
{
    const char *path = file_join(&f->arena, f->folder, name).data;
    assert_true(file_write(path, str_of(text), &f->err));
    return path;
}

static const char *put_deck(Fixture *f, const char *name, const char *cards)
{
    return put(f, name,
               str_format(&f->arena,
                          "{\n  \"format\": 1,\n  \"x-mine\": [1, 2],\n  \"title\": \"Title of %s\",\n"
                          "  \"cards\": [%s]\n}\n",
                          name, cards)
                   .data);
}

#define CAT "{\"term\": \"chat\", \"definition\": \"cat\", \"tags\": [\"a\"]}"
#define DOG "{\"id\": \"d\", \"term\": \"chien\", \"definition\": \"dog\", \"x-note\": \"kept\"}"

static DeckPlace place_of(Fixture *f, Str title)
{
    return (DeckPlace){.folder = f->folder, .title = title};
}

static Str text_of(Fixture *f, Str path)
{
    Str text = {0};
    assert_true(file_read(path.data, 1 << 20, &f->arena, &text, &f->err));
    return text;
}

/* --- the bin --- */

static void a_deck_lies_in_the_bin_with_its_name_title_and_time_and_comes_back_as_it_was(void **state)
{
    Fixture *f = *state;
    BinDeck *decks;
    const char *path = put_deck(f, "french.json", CAT "," DOG);
    Str before = text_of(f, str_of(path));
    assert_int_equal(deck_files_bin(f->bin, NOW_MS, &f->arena, &decks), 0);
    assert_true(deck_files_discard(path, f->bin, NOW_MS, &f->err));
    assert_false(file_is_there(path));
    assert_int_equal(deck_files_bin(f->bin, NOW_MS, &f->arena, &decks), 1);
    assert_true(str_is(decks[0].name, STR("french.json")));
    assert_true(str_is(decks[0].title, STR("Title of french.json")));
    assert_int_equal(decks[0].cards, 2);
    assert_int_equal(decks[0].at_ms, NOW_MS);
    assert_true(deck_files_restore(&decks[0], f->folder, &f->err));
    assert_true(str_is(text_of(f, str_of(path)), before));
    assert_int_equal(deck_files_bin(f->bin, NOW_MS, &f->arena, &decks), 0);
}

static void the_latest_comes_first_and_one_name_may_lie_there_often(void **state)
{
    Fixture *f = *state;
    BinDeck *decks;
    for (int i = 0; i < 3; i++)
        assert_true(deck_files_discard(put_deck(f, "a.json", CAT), f->bin, NOW_MS, &f->err));
    assert_true(deck_files_discard(put_deck(f, "b.json", CAT), f->bin, NOW_MS + DAY_MS, &f->err));
    assert_int_equal(deck_files_bin(f->bin, NOW_MS + DAY_MS, &f->arena, &decks), 4);
    assert_true(str_is(decks[0].name, STR("b.json")));
    for (int i = 1; i < 4; i++) assert_true(str_is(decks[i].name, STR("a.json")));
}

static void after_30_days_it_is_gone_and_not_before(void **state)
{
    Fixture *f = *state;
    BinDeck *decks;
    assert_true(deck_files_discard(put_deck(f, "a.json", CAT), f->bin, NOW_MS, &f->err));
    assert_int_equal(deck_files_bin(f->bin, NOW_MS + 30 * DAY_MS - 1, &f->arena, &decks), 1);
    assert_int_equal(deck_files_bin(f->bin, NOW_MS + 30 * DAY_MS, &f->arena, &decks), 0);
    assert_int_equal(deck_files_bin(f->bin, NOW_MS, &f->arena, &decks), 0);
}

static void a_deck_that_cannot_be_read_can_be_deleted_too_and_other_files_are_left_alone(void **state)
{
    Fixture *f = *state;
    BinDeck *decks;
    assert_true(deck_files_discard(put(f, "bad.json", "{"), f->bin, NOW_MS, &f->err));
    assert_true(file_write(file_join(&f->arena, f->bin, "readme.txt").data, STR("x"), &f->err));
    assert_true(file_write(file_join(&f->arena, f->bin, "-a.json").data, STR("x"), &f->err));
    assert_int_equal(deck_files_bin(f->bin, NOW_MS, &f->arena, &decks), 1);
    assert_true(str_is(decks[0].title, STR("bad")));
    assert_int_equal(decks[0].cards, 0);
    assert_true(deck_files_destroy(&decks[0], &f->err));
    assert_false(deck_files_destroy(&decks[0], &f->err));
    assert_int_equal(deck_files_bin(f->bin, NOW_MS + 400 * DAY_MS, &f->arena, &decks), 0);
    assert_true(file_is_there(file_join(&f->arena, f->bin, "readme.txt").data));
}

static void what_comes_back_takes_no_other_deck_s_place(void **state)
{
    Fixture *f = *state;
    BinDeck *decks;
    assert_true(deck_files_discard(put_deck(f, "a.json", CAT), f->bin, NOW_MS, &f->err));
    const char *path = put_deck(f, "a.json", DOG);
    Str before = text_of(f, str_of(path));
    assert_int_equal(deck_files_bin(f->bin, NOW_MS, &f->arena, &decks), 1);
    assert_true(deck_files_restore(&decks[0], f->folder, &f->err));
    assert_true(str_is(text_of(f, str_of(path)), before));
    assert_true(file_is_there(file_join(&f->arena, f->folder, "a-2.json").data));
}

static void a_file_that_has_vanished_is_an_error(void **state)
{
    Fixture *f = *state;
    assert_false(
        deck_files_discard(file_join(&f->arena, f->folder, "none.json").data, f->bin, NOW_MS, &f->err));
    assert_true(str_has(str_of(f->err.text), STR("none.json")));
}

/* --- copies --- */

static void a_duplicate_differs_in_id_and_title_alone(void **state)
{
    Fixture *f = *state;
    DeckReport report;
    const char *path = put_deck(f, "french.json", CAT "," DOG);
    DeckPlace place = place_of(f, STR("Le chat"));
    Str made = deck_files_duplicate(path, &place, &f->arena, &f->err);
    assert_true(str_ends(made, STR("/le-chat.json")));
    Str text = text_of(f, made);
    assert_true(str_has(text, STR("\"x-mine\": [1, 2]")));
    assert_true(str_has(text, STR("\"x-note\": \"kept\"")));
    Deck *deck = deck_read_file(made.data, &report);
    assert_non_null(deck);
    assert_string_equal(deck_title(deck).data, "Le chat");
    assert_string_equal(deck_id(deck).data, "le-chat");
    assert_string_equal(deck_card_id(deck, 1).data, "d");
    deck_release(deck);
}

static void a_duplicate_keeps_clear_of_ids_that_are_taken(void **state)
{
    Fixture *f = *state;
    Str taken[] = {STR("le-chat")};
    DeckPlace place = {.folder = f->folder, .title = STR("Le chat"), .taken = taken, .taken_count = 1};
    Str made = deck_files_duplicate(put_deck(f, "french.json", CAT), &place, &f->arena, &f->err);
    assert_true(str_ends(made, STR("/le-chat-2.json")));
    made = deck_files_duplicate(put_deck(f, "french.json", CAT), &place, &f->arena, &f->err);
    assert_true(str_ends(made, STR("/le-chat-3.json")));
}

static void a_bad_deck_is_not_duplicated(void **state)
{
    Fixture *f = *state;
    DeckPlace place = place_of(f, STR("Le chat"));
    assert_int_equal(deck_files_duplicate(put(f, "bad.json", "{"), &place, &f->arena, &f->err).size, 0);
    assert_true(str_has(str_of(f->err.text), STR("bad.json:1:")));
    assert_false(file_is_there(file_join(&f->arena, f->folder, "le-chat.json").data));
}

static void merging_takes_equal_cards_once_with_the_tags_of_both(void **state)
{
    Fixture *f = *state;
    DeckReport report;
    const char *paths[] = {
        put_deck(f, "one.json", CAT "," DOG),
        put_deck(f, "two.json",
                 "{\"id\": \"d\", \"term\": \"vache\", \"definition\": \"cow\"},"
                 "{\"term\": \"CHAT\", \"definition\": \"  cat\", \"tags\": [\"a\", \"b\"]}"),
    };
    DeckPlace place = place_of(f, STR("Both"));
    Str made = deck_files_merge(paths, 2, &place, &f->arena, &f->err);
    Deck *deck = deck_read_file(made.data, &report);
    assert_non_null(deck);
    assert_int_equal(deck_count(deck), 3);
    assert_int_equal(deck_card_tag_count(deck, 0), 2);
    assert_string_equal(deck_term(deck, 0).data, "chat");
    assert_string_equal(deck_card_id(deck, 1).data, "d");
    assert_string_equal(deck_term(deck, 2).data, "vache");
    assert_true(!str_is(deck_card_id(deck, 2), STR("d")));
    deck_release(deck);
}

static void merging_with_a_bad_deck_makes_nothing(void **state)
{
    Fixture *f = *state;
    const char *paths[] = {put_deck(f, "one.json", CAT), put(f, "bad.json", "[")};
    DeckPlace place = place_of(f, STR("Both"));
    assert_int_equal(deck_files_merge(paths, 2, &place, &f->arena, &f->err).size, 0);
    assert_true(str_has(str_of(f->err.text), STR("bad.json")));
    assert_false(file_is_there(file_join(&f->arena, f->folder, "both.json").data));
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_deck_lies_in_the_bin_with_its_name_title_and_time_and_comes_back_as_it_was),
        TEST(the_latest_comes_first_and_one_name_may_lie_there_often),
        TEST(after_30_days_it_is_gone_and_not_before),
        TEST(a_deck_that_cannot_be_read_can_be_deleted_too_and_other_files_are_left_alone),
        TEST(what_comes_back_takes_no_other_deck_s_place),
        TEST(a_file_that_has_vanished_is_an_error),
        TEST(a_duplicate_differs_in_id_and_title_alone),
        TEST(a_duplicate_keeps_clear_of_ids_that_are_taken),
        TEST(a_bad_deck_is_not_duplicated),
        TEST(merging_takes_equal_cards_once_with_the_tags_of_both),
        TEST(merging_with_a_bad_deck_makes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
