#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "deck/deck_build.h"
#include "deck/deck_read.h"
#include "deck/fingerprint.h"

/* The expected values were made by Python's hashlib.blake2b(digest_size=32), fed with each card's texts in
   order: for c in cards: for t in [id, term, definition, *wordings, "", *distractors, "", *tags]:
   update(t.encode() + b"\0") update(b"\0") */

static void blake2b_of_bytes_is_that_of_the_rfc(void **state)
{
    (void)state;
    uint8_t hash[FINGERPRINT_BYTES];
    char hex[2 * FINGERPRINT_BYTES + 1];
    fingerprint_of_bytes(STR("abc"), hash);
    fingerprint_hex(hash, FINGERPRINT_BYTES, hex);
    assert_string_equal(hex, "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    fingerprint_of_bytes((Str){NULL, 0}, hash);
    fingerprint_hex(hash, FINGERPRINT_BYTES, hex);
    assert_string_equal(hex, "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
}

static Deck *build(const DeckCard *cards, size_t count)
{
    DeckHead head = {.id = STR("d"), .title = STR("D")};
    DeckBuilder *builder = deck_build_open(&head);
    for (size_t i = 0; i < count; i++) deck_build_add(builder, &cards[i]);
    return deck_build_finish(builder);
}

static void a_deck_has_the_fingerprint_that_another_program_finds(void **state)
{
    (void)state;
    const Str wordings[] = {STR("City of light"), STR("Lutetia")}, distractors[] = {STR("Lyon")},
              tags[] = {STR("europe"), STR("west")};
    const DeckCard cards[] = {{.id = STR("fr"),
                               .term = STR("France"),
                               .definition = STR("Paris"),
                               .wordings = {wordings, 2},
                               .distractors = {distractors, 1},
                               .tags = {tags, 2}},
                              {.id = STR("日本"), .term = STR("日本"), .definition = STR("東京")}};
    Deck *deck = build(cards, 2);
    assert_string_equal(deck_fingerprint(deck).data,
                        "f62695999bd57d180a4f26a335adc354cee1a2ab13e767dba9a1383b13cb4913");
    deck_release(deck);
}

static void a_text_longer_than_the_gathering_buffer_is_hashed_whole(void **state)
{
    (void)state;
    static char text[5001];
    memset(text, 'd', 5000);
    const DeckCard card = {.id = STR("x"), .term = STR("big"), .definition = {text, 5000}};
    Deck *deck = build(&card, 1);
    assert_string_equal(deck_fingerprint(deck).data,
                        "459b43fe7b889b26251eddc575a9a8640c0923691570d86271af3a19a0d9d3d6");
    deck_release(deck);
}

static Deck *read(const char *text)
{
    Deck *deck = deck_read_text(str_of(text), STR("d"), NULL);
    assert_non_null(deck);
    return deck;
}

static void check_same(const char *a, const char *b, bool is_same)
{
    Deck *left = read(a), *right = read(b);
    assert_int_equal(str_is(deck_fingerprint(left), deck_fingerprint(right)), is_same);
    deck_release(left);
    deck_release(right);
}

static void what_a_round_never_shows_does_not_change_it(void **state)
{
    (void)state;
    check_same("{\"title\":\"A\",\"cards\":[{\"term\":\"t\",\"definition\":\"d\"}]}",
               "{\"title\":\"B\",\"author\":\"x\",\"cards\":[{\"definition\":\"d\",\"term\":\"t\","
               "\"hint\":\"h\",\"accept\":[\"a\"],\"id\":\"t\"}]}",
               true);
}

/* As of its bytes at once, whatever the pieces it is read by. */
static void a_file_is_hashed_by_pieces(void **state)
{
    (void)state;
    const char *paths[] = {"decks/deck.schema.json", "decks/world-capitals.json", "LICENSE"};
    for (int i = 0; i < 3; i++) {
        Arena arena;
        arena_init(&arena, 0);
        Str bytes;
        int64_t size;
        uint8_t whole[FINGERPRINT_BYTES], pieces[FINGERPRINT_BYTES];
        assert_true(file_read(paths[i], 1 << 20, &arena, &bytes, NULL));
        fingerprint_of_bytes(bytes, whole);
        assert_true(fingerprint_of_file(paths[i], pieces, &size, NULL));
        assert_int_equal(size, bytes.size);
        assert_memory_equal(whole, pieces, sizeof whole);
        arena_deinit(&arena);
    }
    Err err = {0};
    int64_t size;
    uint8_t hash[FINGERPRINT_BYTES];
    assert_false(fingerprint_of_file("decks/none.json", hash, &size, &err));
    assert_non_null(strstr(err.text, "decks/none.json"));
}

static void a_text_in_another_list_changes_it(void **state)
{
    (void)state;
    const char *wording =
        "{\"title\":\"A\",\"cards\":[{\"term\":\"t\",\"definition\":\"d\",\"wordings\":[\"w\"]}]}";
    const char *distractor =
        "{\"title\":\"A\",\"cards\":[{\"term\":\"t\",\"definition\":\"d\",\"distractors\":[\"w\"]}]}";
    const char *tag = "{\"title\":\"A\",\"cards\":[{\"term\":\"t\",\"definition\":\"d\",\"tags\":[\"w\"]}]}";
    check_same(wording, distractor, false);
    check_same(wording, tag, false);
    check_same(distractor, tag, false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blake2b_of_bytes_is_that_of_the_rfc),
        cmocka_unit_test(a_deck_has_the_fingerprint_that_another_program_finds),
        cmocka_unit_test(a_text_longer_than_the_gathering_buffer_is_hashed_whole),
        cmocka_unit_test(a_file_is_hashed_by_pieces),
        cmocka_unit_test(what_a_round_never_shows_does_not_change_it),
        cmocka_unit_test(a_text_in_another_list_changes_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
