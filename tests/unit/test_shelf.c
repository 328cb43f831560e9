#define _POSIX_C_SOURCE 200809L
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "deck/shelf.h"
#include "temp_folder.h"

enum { SHIPPED, PLAYERS, ADDED, FOLDERS };

typedef struct {
    Arena arena;
    char root[TEMP_FOLDER_SIZE];
    ShelfFolder folders[FOLDERS];
} Fixture;

static int set_up(void **state)
{
    Fixture *f = calloc(1, sizeof *f);
    if (!f) return -1;
    arena_init(&f->arena, 0);
    temp_folder_make(f->root);
    static const char *const names[] = {"shipped", "players", "added"};
    for (int i = 0; i < FOLDERS; i++) {
        const char *path = file_join(&f->arena, f->root, names[i]).data;
        f->folders[i] = (ShelfFolder){path, (ShelfOrigin)i};
        if (!file_make_folder(path, NULL)) return -1;
    }
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    Fixture *f = *state;
    file_tree_remove(f->root);
    arena_deinit(&f->arena);
    free(f);
    return 0;
}

static Str put(Fixture *f, int folder, const char *name, Str text)
{
    Str path = file_join(&f->arena, f->folders[folder].path, name);
    Err err = {.is_set = false};
    if (!file_write(path.data, text, &err)) fail_msg("%s", err.text);
    return path;
}

static Str deck_text(Fixture *f, const char *id, const char *title, const char *term)
{
    return str_format(
        &f->arena,
        "{\"id\": \"%s\", \"title\": \"%s\", \"cards\": [{\"term\": \"%s\", \"definition\": \"d\", "
        "\"tags\": [\"few\", \"all\"]}, {\"term\": \"u\", \"definition\": \"e\", \"tags\": "
        "[\"all\"]}]}",
        id, title, term);
}

static Str put_deck(Fixture *f, int folder, const char *name, const char *id, const char *title)
{
    return put(f, folder, name, deck_text(f, id, title, "t"));
}

static Shelf *open_read(Fixture *f)
{
    Shelf *shelf = shelf_open(f->folders, FOLDERS);
    shelf_wait(shelf);
    assert_true(shelf_is_read(shelf));
    return shelf;
}

/* The titles in their order, bad ones with "!" before. */
static void check_titles(Fixture *f, Shelf *shelf, const char *expected)
{
    ShelfEntry *entries;
    size_t count = shelf_list(shelf, &f->arena, &entries);
    StrBuf titles;
    str_buf_init(&titles, &f->arena);
    for (size_t i = 0; i < count; i++)
        str_buf_addf(&titles, "%s%s%.*s", i ? ", " : "", entries[i].is_bad ? "!" : "",
                     STR_FMT(entries[i].title));
    str_buf_add(&titles, STR(""));
    assert_string_equal(count ? str_buf_str(&titles).data : "", expected);
}

static void an_empty_shelf_is_read_too(void **state)
{
    Fixture *f = *state;
    const ShelfFolder missing = {"/nowhere/decks", SHELF_ADDED};
    Shelf *shelf = shelf_open(&missing, 1);
    shelf_wait(shelf);
    assert_true(shelf_is_read(shelf));
    check_titles(f, shelf, "");
    shelf_close(shelf);
    shelf = shelf_open(NULL, 0);
    shelf_close(shelf); /* at once, while it may be looking */
    shelf_close(NULL);
}

static void decks_of_all_folders_stand_by_title_whatever_its_case(void **state)
{
    Fixture *f = *state;
    put_deck(f, SHIPPED, "1.json", "a", "banana");
    put_deck(f, PLAYERS, "2.json", "b", "Cherry");
    put_deck(f, ADDED, "3.json", "c", "Apple");
    put(f, SHIPPED, "deck.schema.json", STR("{}"));
    put(f, SHIPPED, "readme.txt", STR("no deck"));
    Shelf *shelf = open_read(f);
    check_titles(f, shelf, "Apple, banana, Cherry");
    shelf_close(shelf);
}

static void an_entry_has_what_the_library_shows(void **state)
{
    Fixture *f = *state;
    Str path = put_deck(f, PLAYERS, "x.json", "my-id", "Mine");
    Shelf *shelf = open_read(f);
    ShelfEntry *entry;
    assert_int_equal(shelf_list(shelf, &f->arena, &entry), 1);
    shelf_close(shelf); /* the copies stay */
    assert_true(str_is(entry->path, path));
    assert_int_equal(entry->origin, SHELF_PLAYERS);
    assert_string_equal(entry->id.data, "my-id");
    assert_int_equal(entry->cards, 2);
    assert_int_equal(entry->fingerprint.size, DECK_FINGERPRINT_HEX);
    assert_int_equal(entry->tag_count, 2);
    assert_string_equal(entry->tags[0].data, "all"); /* on two cards, though named second */
    assert_int_equal(entry->tag_cards[0], 2);
    assert_string_equal(entry->tags[1].data, "few");
    assert_false(entry->is_bad);
}

static void an_entry_says_that_it_hides_a_shipped_deck(void **state)
{
    Fixture *f = *state;
    ShelfEntry *entries;
    put_deck(f, SHIPPED, "a.json", "one", "Shipped one");
    put_deck(f, SHIPPED, "b.json", "two", "Shipped two");
    put_deck(f, PLAYERS, "x.json", "one", "My one");
    put_deck(f, PLAYERS, "y.json", "three", "My three");
    put_deck(f, ADDED, "z.json", "three", "Other three");
    Shelf *shelf = open_read(f);
    assert_int_equal(shelf_list(shelf, &f->arena, &entries), 3);
    assert_true(str_is(entries[0].title, STR("My one")) && entries[0].hides_shipped);
    assert_true(str_is(entries[1].title, STR("Other three")) && !entries[1].hides_shipped);
    assert_true(str_is(entries[2].title, STR("Shipped two")) && !entries[2].hides_shipped);
    shelf_close(shelf);
}

static void of_one_id_the_latest_folder_wins(void **state)
{
    Fixture *f = *state;
    put_deck(f, SHIPPED, "z.json", "same", "Shipped");
    put_deck(f, PLAYERS, "y.json", "same", "Player's");
    Str added = put_deck(f, ADDED, "x.json", "same", "Added");
    Shelf *shelf = open_read(f);
    check_titles(f, shelf, "Added");
    unlink(added.data);
    shelf_refresh(shelf);
    shelf_wait(shelf);
    check_titles(f, shelf, "Player's");
    Deck *deck = shelf_find(shelf, STR("same"), NULL);
    assert_string_equal(deck_title(deck).data, "Player's");
    deck_release(deck);
    shelf_close(shelf);
}

static void of_one_id_in_one_folder_the_later_name_is_a_bad_deck(void **state)
{
    Fixture *f = *state;
    put_deck(f, PLAYERS, "a.json", "same", "First");
    put_deck(f, PLAYERS, "b.json", "same", "Second");
    Shelf *shelf = open_read(f);
    check_titles(f, shelf, "First, !Second");
    ShelfEntry *entries;
    shelf_list(shelf, &f->arena, &entries);
    assert_string_equal(entries[1].error.data,
                        "the id \"same\" is that of \"a.json\" too; each deck needs its own");
    shelf_close(shelf);
}

static void a_bad_deck_is_shown_with_its_first_error_and_harms_no_other(void **state)
{
    Fixture *f = *state;
    put_deck(f, SHIPPED, "good.json", "good", "Good");
    put_deck(f, SHIPPED, "bad.json", "bad", "Shipped bad");
    Str path = put(f, PLAYERS, "bad.json", STR("{\"title\": \"B\",\n\"cards\": [1, 2]}"));
    Shelf *shelf = open_read(f);
    check_titles(f, shelf, "!bad, Good, Shipped bad");
    ShelfEntry *entries;
    shelf_list(shelf, &f->arena, &entries);
    assert_string_equal(entries[0].error.data,
                        "2:11: the card is a number; it must be an object with \"term\" and \"definition\"");
    Err err = {.is_set = false};
    assert_null(shelf_find(shelf, path, &err));
    assert_non_null(strstr(err.text, "bad.json:2:11: error: the card is a number"));
    shelf_close(shelf);
}

static void a_changed_file_is_noticed(void **state)
{
    Fixture *f = *state;
    put_deck(f, PLAYERS, "a.json", "a", "Old");
    Shelf *shelf = open_read(f);
    uint32_t version = shelf_version(shelf);
    shelf_refresh(shelf);
    shelf_wait(shelf);
    assert_int_equal(shelf_version(shelf), version); /* nothing changed */

    Deck *old = shelf_find(shelf, STR("a"), NULL);
    put(f, PLAYERS, "a.json", deck_text(f, "a", "New title", "other"));
    put_deck(f, PLAYERS, "b.json", "b", "Brand new");
    Deck *deck = shelf_find(shelf, STR("a"), NULL); /* even before the shelf has looked again */
    assert_string_equal(deck_term(deck, 0).data, "other");
    assert_string_equal(deck_term(old, 0).data, "t"); /* whoever holds the old one keeps it */
    deck_release(deck);
    deck_release(old);

    shelf_refresh(shelf);
    shelf_wait(shelf);
    assert_true(shelf_version(shelf) != version);
    check_titles(f, shelf, "Brand new, New title");
    shelf_close(shelf);
}

static void an_unchanged_deck_is_opened_once(void **state)
{
    Fixture *f = *state;
    put_deck(f, PLAYERS, "a.json", "a", "A");
    Shelf *shelf = open_read(f);
    Deck *first = shelf_find(shelf, STR("a"), NULL), *again = shelf_find(shelf, STR("A"), NULL);
    assert_ptr_equal(first, again);
    char id[2] = "b"; /* more decks than are kept */
    for (; id[0] < 'h'; id[0]++) {
        Str path = put_deck(f, PLAYERS, id, id, id);
        deck_release(shelf_find(shelf, path, NULL));
    }
    Deck *later = shelf_find(shelf, STR("a"), NULL);
    assert_ptr_not_equal(first, later);
    assert_true(str_is(deck_fingerprint(first), deck_fingerprint(later)));
    deck_release(first);
    deck_release(again);
    deck_release(later);
    shelf_close(shelf);
}

static void check_not_found(Shelf *shelf, Str name, const char *expected)
{
    Err err = {.is_set = false};
    assert_null(shelf_find(shelf, name, &err));
    if (!strstr(err.text, expected)) fail_msg("%s", err.text);
}

static void a_deck_is_named_by_id_then_title_then_path(void **state)
{
    Fixture *f = *state;
    Str one = put_deck(f, SHIPPED, "one.json", "one", "two");
    Str two = put_deck(f, SHIPPED, "two.json", "two", "Double");
    put_deck(f, SHIPPED, "three.json", "three", "Double");
    Shelf *shelf = open_read(f);
    Deck *deck = shelf_find(shelf, STR("two"), NULL); /* the id, not the title of the other */
    assert_string_equal(deck_title(deck).data, "Double");
    deck_release(deck);
    deck = shelf_find(shelf, one, NULL);
    assert_string_equal(deck_id(deck).data, "one");
    deck_release(deck);
    assert_string_equal(shelf_path(shelf, STR("two"), &f->arena).data, two.data);
    assert_string_equal(shelf_path(shelf, one, &f->arena).data, one.data);
    assert_int_equal(shelf_path(shelf, STR("Double"), &f->arena).size, 0);
    assert_int_equal(shelf_path(shelf, STR("none"), &f->arena).size, 0);
    check_not_found(shelf, STR("Double"), "two decks have the title \"Double\": three (");
    check_not_found(shelf, STR("Double"), str_format(&f->arena, "two (%s)", two.data).data);
    check_not_found(shelf, STR("double"), "there is no deck \"double\"");
    check_not_found(shelf, STR(""), "there is no deck");
    shelf_close(shelf);
}

static void count_wakes(void *self)
{
    atomic_fetch_add((atomic_int *)self, 1);
}

static void a_waiting_loop_is_woken_by_changes(void **state)
{
    Fixture *f = *state;
    atomic_int wakes = 0;
    Shelf *shelf = open_read(f);
    shelf_on_change(shelf, count_wakes, &wakes);
    shelf_refresh(shelf);
    shelf_wait(shelf);
    assert_int_equal(atomic_load(&wakes), 0);
    Str path = put_deck(f, PLAYERS, "a.json", "a", "A");
    shelf_refresh(shelf);
    shelf_wait(shelf);
    assert_int_equal(atomic_load(&wakes), 1);
    unlink(path.data);
    shelf_refresh(shelf);
    shelf_wait(shelf);
    assert_int_equal(atomic_load(&wakes), 2);
    shelf_close(shelf);
}

static void the_shelf_can_be_asked_while_it_reads(void **state)
{
    Fixture *f = *state;
    enum { DECKS = 300 };
    char name[32];
    for (int i = 0; i < DECKS; i++) {
        snprintf(name, sizeof name, "deck%03d", i);
        put_deck(f, PLAYERS, str_format(&f->arena, "%s.json", name).data, name, name);
    }
    Shelf *shelf = shelf_open(f->folders, FOLDERS);
    size_t count = 0;
    Arena arena;
    arena_init(&arena, 0);
    while (count < DECKS) {
        ShelfEntry *entries;
        size_t now = shelf_list(shelf, &arena, &entries);
        assert_true(now >= count && now <= DECKS);
        count = now;
        if (count > 0) deck_release(shelf_find(shelf, entries[count - 1].id, NULL));
        arena_reset(&arena);
        shelf_refresh(shelf);
    }
    assert_true(shelf_version(shelf) < DECKS / 4); /* in batches: each one makes a screen list all again */
    arena_deinit(&arena);
    shelf_close(shelf);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(an_empty_shelf_is_read_too),
        TEST(decks_of_all_folders_stand_by_title_whatever_its_case),
        TEST(an_entry_has_what_the_library_shows),
        TEST(an_entry_says_that_it_hides_a_shipped_deck),
        TEST(of_one_id_the_latest_folder_wins),
        TEST(of_one_id_in_one_folder_the_later_name_is_a_bad_deck),
        TEST(a_bad_deck_is_shown_with_its_first_error_and_harms_no_other),
        TEST(a_changed_file_is_noticed),
        TEST(an_unchanged_deck_is_opened_once),
        TEST(a_deck_is_named_by_id_then_title_then_path),
        TEST(a_waiting_loop_is_woken_by_changes),
        TEST(the_shelf_can_be_asked_while_it_reads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
