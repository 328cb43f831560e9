#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "deck/deck_build.h"
#include "deck/deck_id.h"

static void check_text(Str text, const char *expected)
{
    assert_int_equal(text.size, strlen(expected));
    assert_string_equal(text.data, expected); /* and so the zero byte is there */
}

static DeckBuilder *open_builder(void)
{
    DeckHead head = {.id = STR("d"), .title = STR("Deck")};
    return deck_build_open(&head);
}

static void add(DeckBuilder *builder, const char *id, const char *term)
{
    DeckCard card = {.id = str_of(id), .term = str_of(term), .definition = STR("def")};
    deck_build_add(builder, &card);
}

static void a_deck_gives_back_what_was_put_in(void **state)
{
    (void)state;
    DeckHead head = {.id = STR("capitals"),
                     .title = STR("World capitals"),
                     .description = STR("All"),
                     .author = STR("Us"),
                     .license = STR("CC0-1.0"),
                     .source = STR("UN"),
                     .term_language = STR("en"),
                     .definition_language = STR("fr")};
    DeckBuilder *builder = deck_build_open(&head);
    const Str wordings[] = {STR("City of light")}, accepts[] = {STR("paris, france"), STR("Paree")},
              distractors[] = {STR("Lyon")}, tags[] = {STR("europe"), STR("west")},
              tags_of_japan[] = {STR("asia"), STR("europe")};
    deck_build_add(builder, &(DeckCard){.id = STR("fr"),
                                        .term = STR("France"),
                                        .definition = STR("Paris"),
                                        .hint = STR("Seine"),
                                        .wordings = {wordings, 1},
                                        .accepts = {accepts, 2},
                                        .distractors = {distractors, 1},
                                        .tags = {tags, 2}});
    deck_build_add(builder, &(DeckCard){.id = STR("jp"),
                                        .term = STR("日本"),
                                        .definition = STR("東京"),
                                        .tags = {tags_of_japan, 2}});
    Deck *deck = deck_build_finish(builder);

    check_text(deck_id(deck), "capitals");
    check_text(deck_title(deck), "World capitals");
    check_text(deck_description(deck), "All");
    check_text(deck_author(deck), "Us");
    check_text(deck_license(deck), "CC0-1.0");
    check_text(deck_source(deck), "UN");
    check_text(deck_term_language(deck), "en");
    check_text(deck_definition_language(deck), "fr");
    assert_int_equal(deck_fingerprint(deck).size, DECK_FINGERPRINT_HEX);

    assert_int_equal(deck_count(deck), 2);
    check_text(deck_card_id(deck, 0), "fr");
    check_text(deck_term(deck, 0), "France");
    assert_int_equal(deck_wording_count(deck, 0), 2);
    check_text(deck_wording(deck, 0, 0), "Paris");
    check_text(deck_wording(deck, 0, 1), "City of light");
    assert_int_equal(deck_accept_count(deck, 0), 2);
    check_text(deck_accept(deck, 0, 1), "Paree");
    assert_int_equal(deck_distractor_count(deck, 0), 1);
    check_text(deck_distractor(deck, 0, 0), "Lyon");
    check_text(deck_hint(deck, 0), "Seine");
    check_text(deck_term(deck, 1), "日本");
    assert_int_equal(deck_wording_count(deck, 1), 1);
    assert_int_equal(deck_accept_count(deck, 1), 0);
    assert_int_equal(deck_distractor_count(deck, 1), 0);
    check_text(deck_hint(deck, 1), "");

    assert_int_equal(deck_tag_count(deck), 3);
    check_text(deck_tag(deck, 0), "europe");
    check_text(deck_tag(deck, 2), "asia");
    assert_int_equal(deck_tag_cards(deck, 0), 2);
    assert_int_equal(deck_tag_cards(deck, 1), 1);
    assert_int_equal(deck_find_tag(deck, STR("west")), 1);
    assert_int_equal(deck_find_tag(deck, STR("West")), UINT32_MAX);
    assert_int_equal(deck_card_tag_count(deck, 1), 2);
    assert_int_equal(deck_card_tag(deck, 1, 0), 2);
    assert_int_equal(deck_card_tag(deck, 1, 1), 0);
    assert_true(deck_card_has_tag(deck, 1, 0));
    assert_false(deck_card_has_tag(deck, 1, 1));
    deck_release(deck);
}

static void a_deck_lives_until_its_last_owner_lets_go(void **state)
{
    (void)state;
    DeckBuilder *builder = open_builder();
    add(builder, "a", "A");
    Deck *deck = deck_build_finish(builder);
    assert_ptr_equal(deck_retain(deck), deck);
    deck_release(deck);
    check_text(deck_term(deck, 0), "A");
    deck_release(deck);
    deck_release(NULL);
}

static void a_cancelled_builder_leaves_nothing_behind(void **state)
{
    (void)state;
    DeckBuilder *builder = open_builder();
    add(builder, "a", "A");
    deck_build_cancel(builder); /* the leak checker looks */
}

static void many_cards_are_found_by_their_ids(void **state)
{
    (void)state;
    enum { CARDS = 5000 };
    DeckBuilder *builder = open_builder();
    char id[32];
    for (int i = 0; i < CARDS; i++) {
        snprintf(id, sizeof id, "card %d", i);
        assert_int_equal(deck_build_find(builder, str_of(id)), DECK_NO_CARD);
        add(builder, id, "term");
        assert_int_equal(deck_build_find(builder, str_of(id)), i);
    }
    Deck *deck = deck_build_finish(builder);
    for (int i = 0; i < CARDS; i++) {
        snprintf(id, sizeof id, "card %d", i);
        assert_int_equal(deck_find_card(deck, str_of(id)), i);
    }
    assert_int_equal(deck_find_card(deck, STR("card")), DECK_NO_CARD);
    assert_int_equal(deck_find_card(deck, STR("")), DECK_NO_CARD);
    deck_release(deck);
}

static void many_tags_keep_the_order_of_their_first_card(void **state)
{
    (void)state;
    enum { TAGS = 300 };
    DeckBuilder *builder = open_builder();
    char name[16];
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < TAGS; i++) {
            snprintf(name, sizeof name, "tag %d", i);
            Str tags[] = {str_of(name), str_of(name)}; /* given twice: one card, all the same */
            deck_build_add(builder, &(DeckCard){.term = STR("t"), .definition = STR("d"), .tags = {tags, 2}});
        }
    }
    Deck *deck = deck_build_finish(builder);
    assert_int_equal(deck_tag_count(deck), TAGS);
    for (uint32_t i = 0; i < TAGS; i++) {
        snprintf(name, sizeof name, "tag %d", (int)i);
        check_text(deck_tag(deck, i), name);
        assert_int_equal(deck_tag_cards(deck, i), 2);
        assert_true(deck_card_has_tag(deck, i, i) && deck_card_has_tag(deck, TAGS + i, i));
    }
    deck_release(deck);
}

static void check_made(const char *term, const char *expected)
{
    Arena scratch;
    arena_init(&scratch, 0);
    char id[DECK_MADE_ID_BYTES];
    size_t size = deck_id_make(str_of(term), &scratch, id);
    assert_int_equal(size, strlen(expected));
    assert_memory_equal(id, expected, size);
    arena_deinit(&scratch);
}

static void an_id_is_made_of_folded_letters_and_digits(void **state)
{
    (void)state;
    check_made("Amazon SageMaker", "amazon-sagemaker");
    check_made("  C++ (since 1985)! ", "c-since-1985");
    check_made("Straße", "strasse");
    check_made("ÉCOLE d'été", "école-d-été");
    check_made("か\u3000ガ", "か-ガ");
    check_made("１２ Ａ", "12-a"); /* full width */
    check_made("Ελλάδα", "ελλάδα");
}

static void a_term_without_letters_gets_the_hash_of_its_bytes(void **state)
{
    (void)state;
    /* Python: hashlib.blake2b(term.encode(), digest_size=32).hexdigest()[:12] */
    check_made("!?", "x-5bbddd5d2eb1");
    check_made("—", "x-16a22fa5a611");
}

static void an_id_is_cut_at_64_bytes_at_a_whole_code_point(void **state)
{
    (void)state;
    check_made("aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggg",
               "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg");
    /* 63 bytes and then one of two: it does not fit, nor does anything behind it */
    check_made("aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggg\u03bbz",
               "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggg");
}

static void later_cards_of_one_made_id_are_numbered(void **state)
{
    (void)state;
    DeckBuilder *builder = open_builder();
    const char *const terms[] = {"Foo", "foo!", "Foo-2", "FOO", "bar"};
    for (int i = 0; i < 5; i++) add(builder, "", terms[i]);
    Deck *deck = deck_build_finish(builder);
    check_text(deck_card_id(deck, 0), "foo");
    check_text(deck_card_id(deck, 1), "foo-2");
    check_text(deck_card_id(deck, 2), "foo-2-2");
    check_text(deck_card_id(deck, 3), "foo-3");
    check_text(deck_card_id(deck, 4), "bar");
    for (uint32_t i = 0; i < 5; i++) assert_int_equal(deck_find_card(deck, deck_card_id(deck, i)), i);
    deck_release(deck);
}

static void a_made_id_gives_way_to_one_that_an_author_gave(void **state)
{
    (void)state;
    DeckBuilder *builder = open_builder();
    add(builder, "", "France");
    add(builder, "france", "Paris");
    add(builder, "france-2", "Lyon");
    Deck *deck = deck_build_finish(builder);
    check_text(deck_card_id(deck, 0), "france-3");
    check_text(deck_card_id(deck, 1), "france");
    assert_int_equal(deck_find_card(deck, STR("france-2")), 2);
    deck_release(deck);
}

static void a_hundred_thousand_cards_of_one_term_are_numbered_at_once(void **state)
{
    (void)state;
    enum { CARDS = 100000 }; /* tried one by one from 2 this would take minutes */
    DeckBuilder *builder = open_builder();
    for (int i = 0; i < CARDS; i++) add(builder, "", "Same");
    Deck *deck = deck_build_finish(builder);
    check_text(deck_card_id(deck, CARDS - 1), "same-100000");
    deck_release(deck);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_deck_gives_back_what_was_put_in),
        cmocka_unit_test(a_deck_lives_until_its_last_owner_lets_go),
        cmocka_unit_test(a_cancelled_builder_leaves_nothing_behind),
        cmocka_unit_test(many_cards_are_found_by_their_ids),
        cmocka_unit_test(many_tags_keep_the_order_of_their_first_card),
        cmocka_unit_test(an_id_is_made_of_folded_letters_and_digits),
        cmocka_unit_test(a_term_without_letters_gets_the_hash_of_its_bytes),
        cmocka_unit_test(an_id_is_cut_at_64_bytes_at_a_whole_code_point),
        cmocka_unit_test(later_cards_of_one_made_id_are_numbered),
        cmocka_unit_test(a_made_id_gives_way_to_one_that_an_author_gave),
        cmocka_unit_test(a_hundred_thousand_cards_of_one_term_are_numbered_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
