/* A draft written back: what did not change stays byte for byte. */
#include "edit_fixture.h"

#include <signal.h>
#include <sys/resource.h>

#include "deck/deck_build.h"

static void replace_definition(Draft *draft, uint32_t card, const char *definition)
{
    DeckCard with = *draft_card(draft, card);
    with.definition = str_of(definition);
    draft_replace(draft, card, &with);
}

static void set_tags(Draft *draft, uint32_t card, const Str *tags, size_t count)
{
    DeckCard with = *draft_card(draft, card);
    with.tags = (DeckTexts){tags, count};
    draft_replace(draft, card, &with);
}

/* --- the layout of a file --- */

static const char *const odd =
    "\xEF\xBB\xBF  {\r\n"
    "\t\"x-number\": 1.0, \"big\":12345678901234567890,\r\n"
    "\t\"title\" : \"T\\u00e9\",\r\n"
    "\t\"cards\": [\r\n"
    "\t\t{ \"definition\": \"1\", \"why\": {\"b\":[1,  2]}, \"term\": \"a\" },\r\n"
    "\r\n"
    "\t\t{ \"term\": \"b\", \"definition\": \"2\", \"tags\": [ \"x\",\"y\" ], \"z\": 1e2 }\r\n"
    "\t],\r\n"
    "\t\"after\": null\r\n"
    "}\r\n\r\n";

static Str with(Fixture *f, const char *text, const char *old, const char *new)
{
    const char *at = strstr(text, old);
    assert_non_null(at);
    return str_format(&f->arena, "%.*s%s%s", (int)(at - text), text, new, at + strlen(old));
}

static void what_is_not_changed_is_the_same_text(void **state)
{
    Fixture *f = *state;
    Draft *draft = fixture_draft(f, str_of(odd));
    assert_text(fixture_text(f, draft), odd);
    replace_definition(draft, 0, "one");
    assert_text(fixture_text(f, draft), with(f, odd, "\"1\"", "\"one\"").data);
    draft_undo(draft);
    replace_definition(draft, 1, "\"two\"\n");
    assert_text(fixture_text(f, draft), with(f, odd, "\"2\"", "\"\\\"two\\\"\\n\"").data);
    draft_close(draft);
}

static void a_list_keeps_what_it_has(void **state)
{
    Fixture *f = *state;
    Draft *draft = fixture_draft(f, str_of(odd));
    set_tags(draft, 1, (const Str[]){STR("x"), STR("new"), STR("y")}, 3);
    assert_text(fixture_text(f, draft), with(f, odd, "[ \"x\",\"y\" ]", "[ \"x\",\"new\",\"y\" ]").data);
    set_tags(draft, 1, (const Str[]){STR("y")}, 1);
    assert_text(fixture_text(f, draft), with(f, odd, "[ \"x\",\"y\" ]", "[ \"y\" ]").data);
    set_tags(draft, 1, NULL, 0);
    assert_text(fixture_text(f, draft), with(f, odd, ", \"tags\": [ \"x\",\"y\" ]", "").data);
    draft_undo(draft);
    set_tags(draft, 0, (const Str[]){STR("n"), STR(" "), STR("m")}, 3);
    assert_text(fixture_text(f, draft), with(f, odd, "\"1\", ", "\"1\", \"tags\": [ \"n\",\"m\" ], ").data);
    draft_close(draft);
}

static void a_new_card_looks_like_those_beside_it(void **state)
{
    Fixture *f = *state;
    Draft *draft = fixture_draft(f, str_of(odd));
    DeckCard card = card_make("n", "9");
    card.tags = (DeckTexts){(const Str[]){STR("x")}, 1};
    draft_insert(draft, 2, &card, 1);
    assert_text(fixture_text(f, draft),
                with(f, odd, "1e2 }",
                     "1e2 },\r\n\r\n\t\t{ \"term\": \"n\", \"definition\": \"9\", \"tags\": [ \"x\" ] }")
                    .data);
    draft_undo(draft);
    draft_insert(draft, 0, &card, 1);
    draft_insert(draft, 0, (const DeckCard[]){{.term = STR("t")}, {.definition = STR("")}}, 0);
    assert_text(
        fixture_text(f, draft),
        with(f, odd, "{ \"definition\"",
             "{ \"term\": \"n\", \"definition\": \"9\", \"tags\": [ \"x\" ] },\r\n\r\n\t\t{ \"definition\"")
            .data);
    draft_close(draft);
}

static void cards_go_with_their_line(void **state)
{
    Fixture *f = *state;
    Draft *draft = fixture_draft(f, str_of(odd));
    draft_remove(draft, (const uint32_t[]){0}, 1);
    assert_text(
        fixture_text(f, draft),
        with(f, odd, "\t\t{ \"definition\": \"1\", \"why\": {\"b\":[1,  2]}, \"term\": \"a\" },\r\n\r\n", "")
            .data);
    draft_undo(draft);
    draft_remove(draft, (const uint32_t[]){1}, 1);
    assert_text(
        fixture_text(f, draft),
        with(f, odd,
             ",\r\n\r\n\t\t{ \"term\": \"b\", \"definition\": \"2\", \"tags\": [ \"x\",\"y\" ], \"z\": 1e2 }",
             "")
            .data);
    draft_close(draft);
}

static void the_head_changes_alone(void **state)
{
    Fixture *f = *state;
    Draft *draft = fixture_draft(f, str_of(odd));
    DeckHead head = *draft_head(draft);
    head.title = STR("U");
    head.term_language = STR("de");
    draft_set_head(draft, &head);
    Str found = fixture_text(f, draft);
    assert_true(str_has(found, STR("\"title\" : \"U\"")));
    assert_true(str_has(found, STR("\"x-number\": 1.0, \"big\":12345678901234567890,")));
    assert_true(str_has(found, STR("\"language\": {\r\n\t\t\"term\": \"de\"\r\n\t}")));
    DeckReport report;
    Deck *deck = deck_read_text(found, STR("deck"), &report);
    assert_non_null(deck);
    assert_text(deck_term_language(deck), "de");
    deck_release(deck);
    draft_close(draft);
}

static void one_line_stays_one_line(void **state)
{
    Fixture *f = *state;
    Draft *draft =
        fixture_draft(f, STR("{\"cards\":[{\"term\":\"a\",\"definition\":\"1\"}],\"title\":\"T\"}"));
    DeckCard card = card_make("b", "2");
    card.accepts = (DeckTexts){(const Str[]){STR("x"), STR("y")}, 2};
    draft_insert(draft, 1, &card, 1);
    replace_definition(draft, 0, "3");
    assert_text(fixture_text(f, draft), "{\"cards\":[{\"term\":\"a\",\"definition\":\"3\"},{\"term\":\"b\","
                                        "\"definition\":\"2\",\"accept\":[\"x\",\"y\"]}],\"title\":\"T\"}");
    draft_close(draft);
}

static void a_new_deck_looks_like_those_of_the_game(void **state)
{
    Fixture *f = *state;
    DeckCard cards[] = {card_make("a", "1"), card_make("b", "2"), {.term = STR("")}};
    cards[0].tags = (DeckTexts){(const Str[]){STR("x"), STR("y")}, 2};
    cards[1].id = STR("given");
    const DeckHead head = {
        .id = STR("new"), .title = STR("New"), .author = STR("Me"), .term_language = STR("en")};
    Draft *draft = draft_new(fixture_path(f, "new.json"), &head, cards, 3);
    assert_true(draft_is_changed(draft));
    fixture_save(draft);
    assert_false(draft_is_changed(draft));
    assert_text(draft_card(draft, 0)->id, "a");
    assert_text(fixture_read(f, fixture_path(f, "new.json")), "{\n"
                                                              "  \"format\": 1,\n"
                                                              "  \"id\": \"new\",\n"
                                                              "  \"title\": \"New\",\n"
                                                              "  \"author\": \"Me\",\n"
                                                              "  \"language\": {\n"
                                                              "    \"term\": \"en\"\n"
                                                              "  },\n"
                                                              "  \"cards\": [\n"
                                                              "    {\n"
                                                              "      \"term\": \"a\",\n"
                                                              "      \"definition\": \"1\",\n"
                                                              "      \"tags\": [\n"
                                                              "        \"x\",\n"
                                                              "        \"y\"\n"
                                                              "      ]\n"
                                                              "    },\n"
                                                              "    {\n"
                                                              "      \"id\": \"given\",\n"
                                                              "      \"term\": \"b\",\n"
                                                              "      \"definition\": \"2\"\n"
                                                              "    }\n"
                                                              "  ]\n"
                                                              "}\n");
    draft_close(draft);
}

/* --- ids --- */

static void a_made_id_outlives_a_new_term(void **state)
{
    Fixture *f = *state;
    Draft *draft =
        fixture_draft(f, STR("{\"title\": \"T\", \"cards\": [{\"term\": \"a\", \"definition\": \"1\"}, "
                             "{\"term\": \"a\", \"definition\": \"2\"}, {\"term\": \"a\", "
                             "\"definition\": \"3\"}]}"));
    assert_text(draft_card(draft, 2)->id, "a-3");
    DeckCard card = *draft_card(draft, 0);
    card.term = STR("b");
    draft_replace(draft, 0, &card);
    draft_move(draft, (const uint32_t[]){2}, 1, 0);
    fixture_save(draft);
    Draft *again = fixture_open(draft_save_path(draft));
    assert_text(draft_card(again, 0)->id, "a-3");
    assert_text(draft_card(again, 1)->id, "a");
    assert_text(draft_card(again, 2)->id, "a-2");
    assert_text(draft_card(again, 1)->term, "b");
    assert_text(fixture_text(f, again),
                "{\"title\": \"T\", \"cards\": [{\"id\": \"a-3\", \"term\": \"a\", \"definition\": \"3\"}, "
                "{\"id\": \"a\", \"term\": \"b\", \"definition\": \"1\"}, {\"term\": \"a\", \"definition\": "
                "\"2\"}]}");
    draft_close(again);
    draft_close(draft);
}

static void a_new_card_never_meets_its_id_by_undo(void **state)
{
    Fixture *f = *state;
    Draft *draft =
        fixture_draft(f, STR("{\"title\": \"T\", \"cards\": [{\"term\": \"z\", \"definition\": \"1\"}]}"));
    const DeckCard card = card_make("fr", "1"), same = card_make("fr", "2");
    draft_insert(draft, 0, &card, 1);
    draft_insert(draft, 0, &same, 1);
    draft_remove(draft, (const uint32_t[]){1}, 1);
    fixture_save(draft);
    assert_text(draft_card(draft, 0)->id, "fr");
    draft_undo(draft);
    draft_undo(draft); /* the first alone is there */
    fixture_save(draft);
    assert_text(draft_card(draft, 0)->id, "fr-2");
    draft_redo(draft);
    fixture_save(draft);
    Draft *again = fixture_open(draft_save_path(draft));
    assert_text(draft_card(again, 0)->id, "fr");
    assert_text(draft_card(again, 0)->definition, "2");
    assert_text(draft_card(again, 1)->id, "fr-2");
    draft_close(again);
    /* what is gone for good makes room */
    draft_remove(draft, (const uint32_t[]){0}, 1);
    draft_insert(draft, 0, &same, 1);
    fixture_save(draft);
    assert_text(draft_card(draft, 0)->id, "fr");
    draft_close(draft);
}

/* --- files --- */

static void undo_goes_back_beyond_a_save(void **state)
{
    Fixture *f = *state;
    Draft *draft = fixture_draft(f, str_of(odd));
    draft_remove(draft, (const uint32_t[]){1}, 1);
    replace_definition(draft, 0, "one");
    fixture_save(draft);
    assert_false(draft_is_changed(draft));
    draft_undo(draft);
    draft_undo(draft);
    assert_true(draft_is_changed(draft));
    assert_text(fixture_text(f, draft), odd);
    fixture_save(draft);
    assert_text(fixture_read(f, draft_save_path(draft)), odd);
    draft_redo(draft);
    draft_redo(draft);
    fixture_save(draft);
    assert_int_equal(draft_count(draft), 1);
    draft_close(draft);
}

static void what_another_program_wrote_is_not_overwritten(void **state)
{
    Fixture *f = *state;
    Draft *draft = fixture_draft(f, str_of(odd));
    replace_definition(draft, 0, "one");
    Str outside = STR("notes, and no deck");
    fixture_write(f, "deck.json", outside);
    Err err = {.is_set = false};
    assert_int_equal(draft_save(draft, false, &err), DRAFT_CHANGED_OUTSIDE);
    assert_text(fixture_read(f, draft_save_path(draft)), outside.data);
    assert_true(draft_is_changed(draft));
    assert_int_equal(draft_save(draft, true, &err), DRAFT_SAVED);
    assert_text(fixture_read(f, draft_save_path(draft)), with(f, odd, "\"1\"", "\"one\"").data);
    draft_undo(draft);
    assert_int_equal(draft_save(draft, false, &err), DRAFT_SAVED);
    unlink(draft_save_path(draft));
    assert_int_equal(draft_save(draft, false, &err), DRAFT_SAVED);
    assert_text(fixture_read(f, draft_save_path(draft)), odd);
    draft_close(draft);
}

/* In place of the system's: between a text's last byte and its taking the place of another, somebody else
   writes to that file. */
static const char *written_meanwhile;

int fsync(int file)
{
    Err err = {.is_set = false};
    const char *path = written_meanwhile;
    written_meanwhile = NULL;
    if (path && !file_write(path, STR("notes, and no deck"), &err)) fail_msg("%s", err.text);
    return fdatasync(file);
}

static void what_another_program_writes_during_a_save_is_not_overwritten(void **state)
{
    Fixture *f = *state;
    Draft *draft = fixture_draft(f, str_of(odd));
    const char *path = fixture_path(f, "deck.json");
    replace_definition(draft, 0, "one");
    FileList list;
    Err err = {.is_set = false};
    written_meanwhile = path;
    assert_int_equal(draft_save(draft, false, &err), DRAFT_CHANGED_OUTSIDE);
    assert_null(written_meanwhile);
    assert_text(fixture_read(f, path), "notes, and no deck");
    assert_true(draft_is_changed(draft));
    assert_int_equal(draft_save(draft, false, &err), DRAFT_CHANGED_OUTSIDE);
    assert_true(file_list(f->folder, &f->arena, &list, &err));
    assert_int_equal(list.count, 1);
    assert_int_equal(draft_save(draft, true, &err), DRAFT_SAVED);
    draft_close(draft);
    const DeckHead head = {.title = STR("New")};
    const DeckCard cards[] = {card_make("a", "b")};
    draft = draft_new(fixture_path(f, "new.json"), &head, cards, 1);
    written_meanwhile = fixture_path(f, "new.json");
    assert_int_equal(draft_save(draft, false, &err), DRAFT_CHANGED_OUTSIDE);
    assert_text(fixture_read(f, fixture_path(f, "new.json")), "notes, and no deck");
    draft_close(draft);
}

static void what_another_program_wrote_keeps_what_the_game_does_not_know(void **state)
{
    Fixture *f = *state;
    Draft *draft = fixture_draft(f, str_of(odd));
    replace_definition(draft, 0, "one");
    draft_insert(draft, 1, (const DeckCard[]){card_make("n", "9")}, 1);
    fixture_write(f, "deck.json",
                  STR("{\n  \"new\": 1.0, \"title\": \"O\",\n  \"cards\": [\n"
                      "    {\"term\": \"b\", \"definition\": \"2!\", \"seen\": true},\n"
                      "    {\"term\": \"o\", \"definition\": \"0\"},\n"
                      "    {\"term\": \"a\", \"level\": 5, \"definition\": \"1\"}\n  ]\n}\n"));
    Err err = {.is_set = false};
    assert_int_equal(draft_save(draft, false, &err), DRAFT_CHANGED_OUTSIDE);
    assert_int_equal(draft_save(draft, true, &err), DRAFT_SAVED);
    assert_text(
        fixture_read(f, draft_save_path(draft)),
        "{\n  \"new\": 1.0, \"title\": \"T\xC3\xA9\",\n  \"cards\": [\n"
        "    {\"term\": \"a\", \"level\": 5, \"definition\": \"one\"},\n"
        "    {\"term\": \"n\", \"definition\": \"9\"},\n"
        "    {\"term\": \"b\", \"definition\": \"2\", \"tags\": [\"x\", \"y\"], \"seen\": true}\n  ]\n}\n");
    assert_false(draft_is_changed(draft));
    assert_true(draft_undo(draft));
    assert_true(draft_undo(draft));
    fixture_save(draft);
    draft_close(draft);
}

static void a_shipped_deck_is_saved_elsewhere(void **state)
{
    Fixture *f = *state;
    const char *path = fixture_write(f, "deck.json", str_of(odd)), *copy = fixture_path(f, "copy.json");
    Draft *draft = draft_open(path, copy, NULL);
    replace_definition(draft, 0, "one");
    fixture_save(draft);
    assert_text(fixture_read(f, path), odd);
    Draft *again = fixture_open(copy);
    assert_text(draft_head(again)->id, "deck"); /* written, as the name says another */
    draft_close(again);
    draft_close(draft);
    draft = draft_open(path, fixture_write(f, "taken.json", STR("notes")), NULL);
    fixture_write(f, "taken.json", STR("other notes"));
    Err err = {.is_set = false};
    assert_int_equal(draft_save(draft, false, &err), DRAFT_CHANGED_OUTSIDE);
    draft_close(draft);
}

static void what_is_not_whole_is_not_saved(void **state)
{
    Fixture *f = *state;
    Draft *draft = fixture_draft(f, str_of(odd));
    draft_insert(draft, 1, (const DeckCard[]){card_make("n", "")}, 1);
    Err err = {.is_set = false};
    assert_int_equal(draft_save(draft, false, &err), DRAFT_INVALID);
    assert_string_equal(err.text, "card 2 has no definition: give it one");
    draft_undo(draft);
    draft_remove(draft, (const uint32_t[]){0, 1}, 2);
    err.is_set = false;
    assert_int_equal(draft_save(draft, false, &err), DRAFT_INVALID);
    assert_string_equal(err.text, "the deck has no cards: add at least one");
    assert_text(fixture_read(f, draft_save_path(draft)), odd);
    draft_close(draft);
}

static void a_folder_that_is_not_there_is_told(void **state)
{
    Fixture *f = *state;
    const DeckHead head = {.id = STR("n"), .title = STR("N")};
    const DeckCard card = card_make("a", "1");
    Draft *draft = draft_new(fixture_path(f, "no/such.json"), &head, &card, 1);
    Err err = {.is_set = false};
    assert_int_equal(draft_save(draft, false, &err), DRAFT_NOT_WRITTEN);
    assert_true(err.is_set);
    assert_true(draft_is_changed(draft));
    draft_close(draft);
}

/* A file may not grow beyond a limit of the process: the system refuses as when the disk is full. */
static void a_full_disk_leaves_the_old_deck_and_the_draft(void **state)
{
    Fixture *f = *state;
    Draft *draft = fixture_draft(f, str_of(odd));
    replace_definition(draft, 0, "a definition that finds no room any more");
    struct rlimit before, small;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = before;
    small.rlim_cur = 100;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    Err err = {.is_set = false};
    DraftSaved saved = draft_save(draft, false, &err);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    assert_int_equal(saved, DRAFT_NOT_WRITTEN);
    assert_true(str_has(str_of(err.text), STR("cannot be written")));
    assert_text(fixture_read(f, draft_save_path(draft)), odd);
    assert_true(draft_is_changed(draft));
    FileList list;
    assert_true(file_list(f->folder, &f->arena, &list, NULL));
    assert_int_equal(list.count, 1); /* nothing half-written beside it */
    fixture_save(draft);
    draft_close(draft);
}

static void a_link_stays_a_link(void **state)
{
    Fixture *f = *state;
    const char *path = fixture_write(f, "deck.json", str_of(odd)), *link = fixture_path(f, "link.json");
    assert_int_equal(symlink("deck.json", link), 0);
    Draft *draft = fixture_open(link);
    replace_definition(draft, 0, "one");
    fixture_save(draft);
    char to[16] = "";
    assert_int_equal(readlink(link, to, sizeof to), 9);
    assert_true(str_has(fixture_read(f, path), STR("\"one\"")));
    draft_close(draft);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        EDIT_TEST(what_is_not_changed_is_the_same_text),
        EDIT_TEST(a_list_keeps_what_it_has),
        EDIT_TEST(a_new_card_looks_like_those_beside_it),
        EDIT_TEST(cards_go_with_their_line),
        EDIT_TEST(the_head_changes_alone),
        EDIT_TEST(one_line_stays_one_line),
        EDIT_TEST(a_new_deck_looks_like_those_of_the_game),
        EDIT_TEST(a_made_id_outlives_a_new_term),
        EDIT_TEST(a_new_card_never_meets_its_id_by_undo),
        EDIT_TEST(undo_goes_back_beyond_a_save),
        EDIT_TEST(what_another_program_wrote_is_not_overwritten),
        EDIT_TEST(what_another_program_writes_during_a_save_is_not_overwritten),
        EDIT_TEST(what_another_program_wrote_keeps_what_the_game_does_not_know),
        EDIT_TEST(a_shipped_deck_is_saved_elsewhere),
        EDIT_TEST(what_is_not_whole_is_not_saved),
        EDIT_TEST(a_folder_that_is_not_there_is_told),
        EDIT_TEST(a_full_disk_leaves_the_old_deck_and_the_draft),
        EDIT_TEST(a_link_stays_a_link),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
