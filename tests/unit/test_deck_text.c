/* New deck files: their text and their names. */
#include "edit_fixture.h"

#include "edit/deck_files.h"

static void a_new_file_looks_like_those_of_the_game(void **state)
{
    Fixture *f = *state;
    DeckCard cards[] = {card_make("a", "1"), card_make("", " "), card_make("b", "2"), card_make("c", "3")};
    cards[0].id = cards[2].id = STR("one");
    cards[0].wordings = (DeckTexts){(const Str[]){STR("x"), STR(" "), STR("y\n")}, 3};
    cards[2].hint = STR("h");
    const DeckHead head = {.id = STR("new"), .title = STR("New"), .license = STR("CC0-1.0")};
    Str text;
    Err err = {.is_set = false};
    assert_true(deck_files_text(&head, cards, 4, &f->arena, &text, &err));
    assert_text(text, "{\n"
                      "  \"format\": 1,\n"
                      "  \"id\": \"new\",\n"
                      "  \"title\": \"New\",\n"
                      "  \"license\": \"CC0-1.0\",\n"
                      "  \"cards\": [\n"
                      "    {\n"
                      "      \"id\": \"one\",\n"
                      "      \"term\": \"a\",\n"
                      "      \"definition\": \"1\",\n"
                      "      \"wordings\": [\n"
                      "        \"x\",\n"
                      "        \"y\\n\"\n"
                      "      ]\n"
                      "    },\n"
                      "    {\n"
                      "      \"term\": \"b\",\n"
                      "      \"definition\": \"2\",\n"
                      "      \"hint\": \"h\"\n"
                      "    },\n"
                      "    {\n"
                      "      \"term\": \"c\",\n"
                      "      \"definition\": \"3\"\n"
                      "    }\n"
                      "  ]\n"
                      "}\n");
}

static void the_game_s_own_decks_are_written_as_they_are(void **state)
{
    Fixture *f = *state;
    FileList list;
    assert_true(file_list(MATCHWICK_SOURCE_DIR "/decks", &f->arena, &list, NULL));
    for (size_t i = 0; i < list.count; i++) {
        if (!deck_is_deck_file(list.names[i])) continue;
        const char *path = file_join(&f->arena, MATCHWICK_SOURCE_DIR "/decks", list.names[i].data).data;
        Deck *deck = deck_load_file(path, NULL);
        assert_non_null(deck);
        DeckCard *cards = ARENA_NEW_N(&f->arena, DeckCard, deck_count(deck));
        for (uint32_t card = 0; card < deck_count(deck); card++)
            cards[card] = deck_card_of(deck, card, &f->arena);
        DeckHead head = deck_head_of(deck);
        Str text = {0}, own = fixture_read(f, path), schema = STR("  \"$schema\": \"deck.schema.json\",\n");
        assert_true(deck_files_text(&head, cards, deck_count(deck), &f->arena, &text, NULL));
        Str rest = str_slice(own, 2 + schema.size, own.size); /* the schema does not lie beside a new file */
        assert_true(str_is(str_slice(own, 2, 2 + schema.size), schema));
        assert_text(str_slice(text, 2, text.size), rest.data);
        deck_release(deck);
    }
}

static void what_no_deck_can_hold_is_refused(void **state)
{
    Fixture *f = *state;
    const DeckHead head = {.id = STR("n"), .title = STR("N")}, untitled = {.id = STR("n"), .title = STR(" ")};
    DeckCard cards[] = {card_make("a", "1"), card_make("b", "")};
    Str text;
    Err err = {.is_set = false};
    assert_false(deck_files_text(&head, cards, 2, &f->arena, &text, &err));
    assert_string_equal(err.text, "card 2 has no definition: give it one");
    err_clear(&err);
    assert_false(deck_files_text(&head, cards, 0, &f->arena, &text, &err));
    assert_string_equal(err.text, "the deck has no cards: add at least one");
    err_clear(&err);
    assert_false(deck_files_text(&untitled, cards, 1, &f->arena, &text, &err));
    assert_string_equal(err.text, "the deck has no title: give it one");
}

static const char *free_id(Fixture *f, const char *title, const Str *taken, size_t taken_count)
{
    const DeckPlace place = {f->folder, str_of(title), taken, taken_count};
    return str_copy(&f->arena, deck_files_free_id(&place, &f->arena)).data;
}

static void a_free_id_comes_from_the_title(void **state)
{
    Fixture *f = *state;
    assert_string_equal(free_id(f, "World capitals", NULL, 0), "world-capitals");
    assert_string_equal(free_id(f, "../../etc/passwd", NULL, 0), "etc-passwd");
    fixture_write(f, "world-capitals.json", STR("x"));
    assert_string_equal(free_id(f, "World capitals!", NULL, 0), "world-capitals-2");
    const Str taken[] = {STR("other"), STR("world-capitals-2")};
    assert_string_equal(free_id(f, "World Capitals", taken, 2), "world-capitals-3");
    assert_true(str_starts(str_of(free_id(f, "???", NULL, 0)), STR("x-")));
}

static Str name_of(Fixture *f, const char *id)
{
    return file_name(deck_files_path(f->folder, str_of(id), &f->arena));
}

static void an_id_names_nothing_outside_its_folder(void **state)
{
    Fixture *f = *state;
    assert_text(deck_files_path("/decks", STR("My deck"), &f->arena), "/decks/My deck.json");
    assert_text(name_of(f, "../up"), "up.json");
    assert_text(name_of(f, ".hidden"), "hidden.json");
    assert_text(name_of(f, "deck.schema"), "deck-schema.json");
    assert_text(name_of(f, "a\nb"), "a-b.json");
    char long_id[300];
    memset(long_id, 'a', sizeof long_id - 1);
    long_id[sizeof long_id - 1] = '\0';
    assert_int_equal(name_of(f, long_id).size, 64 + 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        EDIT_TEST(a_new_file_looks_like_those_of_the_game),
        EDIT_TEST(the_game_s_own_decks_are_written_as_they_are),
        EDIT_TEST(what_no_deck_can_hold_is_refused),
        EDIT_TEST(a_free_id_comes_from_the_title),
        EDIT_TEST(an_id_names_nothing_outside_its_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
