#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "deck/deck_read.h"
#include <stdio.h>

#define CARD "{\"term\": \"a\", \"definition\": \"b\"}"

/* All lines that a text's reading tells, each ended by a line feed. */
static Str tell(Arena *arena, Str text)
{
    DeckReport report;
    Deck *deck = deck_read_text(text, STR("stem"), &report);
    assert_int_equal(deck == NULL, report.errors > 0);
    deck_release(deck);
    StrBuf lines;
    str_buf_init(&lines, arena);
    for (int i = 0; i < report.count; i++)
        str_buf_addf(&lines, "%s\n", deck_problem_line(arena, "F", &report.problems[i]).data);
    return str_copy(arena, str_buf_str(&lines));
}

static void check(const char *text, const char *expected)
{
    Arena arena;
    arena_init(&arena, 0);
    assert_string_equal(tell(&arena, str_of(text)).data, expected);
    arena_deinit(&arena);
}

static void check_card(const char *card, const char *expected)
{
    Arena arena;
    arena_init(&arena, 0);
    Str text = str_format(&arena, "{\"title\": \"T\", \"cards\": [\n%s,\n" CARD "]}", card);
    assert_string_equal(tell(&arena, text).data, expected);
    arena_deinit(&arena);
}

static void a_file_that_is_no_json_is_told_with_the_place(void **state)
{
    (void)state;
    check("{\"title\": \"T\",\n \"cards\": [" CARD "\n",
          "F:3:1: error: expected , or ] after a value, but the text ends here\n");
    check("", "F:1:1: error: expected a value, but the text ends here\n");
}

static void a_root_that_is_no_deck_is_told(void **state)
{
    (void)state;
    check("[]", "F:1:1: error: the file holds an array; a deck is an object with \"title\" and \"cards\"\n");
    check("{}", "F:1:1: error: the deck has no \"title\"; it needs one\n"
                "F:1:1: error: the deck has no \"cards\"; it needs an array with at least one\n");
    check("{\"title\": \" \",\n  \"cards\": []}",
          "F:1:11: error: \"title\" is blank; it must hold something to read\n"
          "F:2:12: error: \"cards\" is empty; a deck needs at least one card\n");
    check("{\"title\": 5, \"cards\": {}}",
          "F:1:11: error: \"title\" is a number; it must be a string\n"
          "F:1:23: error: \"cards\" is an object; it must be an array of cards\n");
}

static void members_of_the_deck_are_checked(void **state)
{
    (void)state;
    check("{\"format\": 2, \"title\": \"T\", \"cards\": [" CARD "," CARD "]}",
          "F:1:12: error: \"format\" is 2; this program reads format 1\n");
    check("{\"format\": \"1\", \"title\": \"T\", \"cards\": [" CARD "," CARD "]}",
          "F:1:12: error: \"format\" is a string; it must be the number 1\n");
    check("{\"language\": [],\n\"author\": 1,\n\"license\": {},\n\"source\": null,\n\"description\": "
          "[],\n\"id\": "
          "\"\",\n\"$schema\": false,\n\"title\": \"T\", \"cards\": [" CARD "]}",
          "F:1:14: error: \"language\" is an array; it must be an object with \"term\" and \"definition\"\n"
          "F:2:11: error: \"author\" is a number; it must be a string\n"
          "F:3:12: error: \"license\" is an object; it must be a string\n"
          "F:4:11: error: \"source\" is null; it must be a string\n"
          "F:5:16: error: \"description\" is an array; it must be a string\n"
          "F:6:7: error: \"id\" is blank; it must hold something to read\n"
          "F:7:12: error: \"$schema\" is true or false; it must be a string\n");
    check("{\"language\": {\"term\": 1, \"definition\": 2}, \"title\": \"T\", \"cards\": [" CARD "]}",
          "F:1:23: error: \"term\" is a number; it must be a string\n"
          "F:1:40: error: \"definition\" is a number; it must be a string\n");
}

static void members_of_a_card_are_checked(void **state)
{
    (void)state;
    check_card("7",
               "F:2:1: error: the card is a number; it must be an object with \"term\" and \"definition\"\n");
    check_card("{}",
               "F:2:1: error: the card has no \"term\"; it needs a \"term\" and a \"definition\"\n"
               "F:2:1: error: the card has no \"definition\"; it needs a \"term\" and a \"definition\"\n");
    check_card("{\"term\": \"日本\", \"definition\": \"\\t\"}",
               "F:2:30: error: \"definition\" is blank; it must hold something to read\n"); /* code points */
    check_card("{\"term\": \"t\", \"definition\": \"d\", \"id\": \"\", \"hint\": 1}",
               "F:2:40: error: \"id\" is blank; it must hold something to read\n"
               "F:2:52: error: \"hint\" is a number; it must be a string\n");
    check_card("{\"term\": \"t\", \"definition\": \"d\", \"wordings\": \"w\"}",
               "F:2:46: error: \"wordings\" is a string; it must be an array of strings\n");
    check_card("{\"term\": \"t\", \"definition\": \"d\", \"accept\": [\"x\", 2], \"tags\": [\" \"]}",
               "F:2:50: error: an item of \"accept\" is a number; it must be a string\n"
               "F:2:63: error: an item of \"tags\" is blank; it must hold something to read\n");
}

static void a_member_given_twice_is_told_at_its_second_place(void **state)
{
    (void)state;
    check_card("{\"term\": \"t\", \"definition\": \"d\",\n\"term\": \"u\", \"hint\": \"\", \"hint\": \"\"}",
               "F:3:1: error: \"term\" is given twice; keep one of them\n"
               "F:3:26: error: \"hint\" is given twice; keep one of them\n");
    check_card("{\"term\": \"t\", \"definition\": \"d\", \"x\": [{\"y\": 1, \"y\": 2}]}",
               "F:2:49: error: \"y\" is given twice; keep one of them\n");
    check("{\"title\": \"T\", \"cards\": [" CARD "], \"title\": \"U\"}",
          "F:1:61: error: \"title\" is given twice; keep one of them\n");
}

/* Of members that the format does not name the first is told, wherever it stands. */
static void members_of_other_programs_are_told_in_the_order_of_the_file(void **state)
{
    (void)state;
    const char *const twice = "{\"term\": \"t\", \"definition\": \"d\", \"x\": 1, \"x\": 2}";
    char text[512];
    snprintf(text, sizeof text, "{\"title\": \"T\", \"cards\": [" CARD ",\n%s,\n%s],\n\"y\": 1, \"y\": 2}",
             twice, twice);
    check(text, "F:2:42: error: \"x\" is given twice; keep one of them\n");
    snprintf(text, sizeof text, "{\"title\": \"T\", \"y\": 1, \"y\": 2, \"cards\": [" CARD ",\n%s]}", twice);
    check(text, "F:1:24: error: \"y\" is given twice; keep one of them\n");
    check("{\"title\": \"T\", \"cards\": [" CARD "],\n\"y\": {\"z\": 1, \"z\": 2}}",
          "F:2:15: error: \"z\" is given twice; keep one of them\n");
}

static void cards_given_twice_are_read_once(void **state)
{
    (void)state;
    check("{\"title\": \"T\", \"cards\": [" CARD ",\n7], \"cards\": [8, " CARD "]}",
          "F:2:1: error: the card is a number; it must be an object with \"term\" and \"definition\"\n"
          "F:2:5: error: \"cards\" is given twice; keep one of them\n");
    check("{\"title\": \"T\", \"cards\": 1, \"cards\": [" CARD "]}",
          "F:1:25: error: \"cards\" is a number; it must be an array of cards\n"
          "F:1:28: error: \"cards\" is given twice; keep one of them\n");
}

static void what_stands_behind_the_cards_is_told_at_its_place(void **state)
{
    (void)state;
    check("{\"cards\": [" CARD ",\n {\"term\": 1, \"definition\": \"d\"},\n" CARD
          "],\n \"author\": 2, \"title\": 3}",
          "F:2:11: error: \"term\" is a number; it must be a string\n"
          "F:4:12: error: \"author\" is a number; it must be a string\n"
          "F:4:24: error: \"title\" is a number; it must be a string\n");
}

static void values_that_would_fill_the_memory_are_told_at_their_place(void **state)
{
    (void)state;
    enum { COUNT = 4 << 20 };
    Arena arena;
    StrBuf text;
    arena_init(&arena, 0);
    str_buf_init(&text, &arena);
    str_buf_reserve(&text, 2 * COUNT + 256);
    str_buf_add(&text, STR("{\"title\": \"T\", \"cards\": [" CARD ",\n {\"term\": \"t\", \"x\": ["));
    for (int i = 0; i < COUNT; i++) str_buf_add(&text, STR("1,"));
    str_buf_add(&text, STR("1]}]}"));
    assert_string_equal(tell(&arena, str_buf_str(&text)).data,
                        "F:2:2: error: holds too many values to be read at once; split the file\n");
    arena_deinit(&arena);
}

static void names_are_looked_up_by_exact_case(void **state)
{
    (void)state;
    check_card("{\"term\": \"t\", \"definition\": \"d\", \"Term\": 1, \"TAGS\": 2}", "");
}

static void two_cards_of_one_explicit_id_are_told_with_both_places(void **state)
{
    (void)state;
    check("{\"title\": \"T\", \"cards\": [\n"
          "{\"id\": \"x\", \"term\": \"\", \"definition\": \"d\"},\n" /* wrong itself, and still the first */
          "{\"term\": \"x\", \"definition\": \"d\"},\n"
          "{\"id\": \"x\", \"term\": \"t\", \"definition\": \"d\"}]}",
          "F:2:21: error: \"term\" is blank; it must hold something to read\n"
          "F:4:8: error: the id \"x\" is taken by the card at line 2, column 8; each card needs its own\n");
}

static char *fill(char *text, char c, size_t count)
{
    memset(text, c, count);
    text[count] = '\0';
    return text;
}

static void a_text_may_have_64_kib_and_no_more(void **state)
{
    (void)state;
    static char long_text[DECK_MAX_TEXT_BYTES + 2];
    Arena arena;
    arena_init(&arena, 0);
    fill(long_text, 'x', DECK_MAX_TEXT_BYTES);
    check_card(
        str_format(&arena, "{\"term\": \"t\", \"definition\": \"d\", \"hint\": \"%s\"}", long_text).data, "");
    fill(long_text, 'x', DECK_MAX_TEXT_BYTES + 1);
    check_card(
        str_format(&arena, "{\"term\": \"t\", \"definition\": \"d\", \"accept\": [\"%s\"]}", long_text).data,
        "F:2:45: error: an item of \"accept\" has 65537 bytes; a text may have at most 65536\n");
    arena_deinit(&arena);
}

static Str card_with_tags(Arena *arena, int tags)
{
    StrBuf text;
    str_buf_init(&text, arena);
    str_buf_addf(&text, "{\"term\": \"t\", \"definition\": \"d\", \"tags\": [\"0\"");
    for (int i = 1; i < tags; i++) str_buf_addf(&text, ",\"%d\"", i);
    str_buf_addf(&text, "]}");
    return str_buf_str(&text);
}

static void a_card_may_have_64_tags_and_no_more(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    check_card(card_with_tags(&arena, 64).data, "");
    check_card(card_with_tags(&arena, 65).data,
               "F:2:42: error: \"tags\" has 65 items; a card may have at most 64\n");
    arena_deinit(&arena);
}

static Str deck_of(Arena *arena, const char *card, size_t count)
{
    Str head = STR("{\"title\":\"T\",\"cards\":["), item = str_of(card), end = STR("]}");
    size_t size = head.size + count * (item.size + 1) - 1 + end.size, at = head.size;
    char *text = arena_alloc(arena, size + 2);
    memcpy(text, head.data, head.size);
    for (size_t i = 0; i < count; i++) {
        memcpy(text + at, item.data, item.size);
        text[at + item.size] = ',';
        at += item.size + 1;
    }
    memcpy(text + at - 1, end.data, end.size + 1);
    return (Str){text, size};
}

static void a_deck_may_have_a_million_cards_and_no_more(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    const char *card = "{\"term\":\"t\",\"definition\":\"d\"}"; /* 29 bytes and a comma */
    Deck *deck = deck_read_text(deck_of(&arena, card, DECK_MAX_CARDS), STR("stem"), NULL);
    assert_non_null(deck);
    assert_int_equal(deck_count(deck), DECK_MAX_CARDS);
    deck_release(deck);
    assert_string_equal(tell(&arena, deck_of(&arena, card, DECK_MAX_CARDS + 1)).data,
                        "F:1:30000023: error: this is card 1000001; a deck may have at most 1000000\n");
    arena_deinit(&arena);
}

static void a_text_over_64_mib_is_not_read(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    size_t size = (size_t)DECK_MAX_FILE_BYTES + 1;
    char *text = arena_alloc(&arena, size + 1);
    memset(text, ' ', size);
    assert_string_equal(tell(&arena, (Str){text, size}).data,
                        "F: error: the deck has 67108865 bytes; at most 67108864 are read\n");
    arena_deinit(&arena);
}

static void nesting_goes_16_deep(void **state)
{
    (void)state;
    check_card("{\"term\": \"t\", \"definition\": \"d\", \"x\": [[[[[[[[[[[[[]]]]]]]]]]]]]}", "");
    check_card("{\"term\": \"t\", \"definition\": \"d\", \"x\": [[[[[[[[[[[[[[]]]]]]]]]]]]]]}",
               "F:2:52: error: nested deeper than 16 levels\n");
}

static void only_the_first_20_errors_are_listed_and_all_are_counted(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    DeckReport report;
    assert_null(deck_read_text(deck_of(&arena, "\n5", 50), STR("stem"), &report));
    assert_int_equal(report.errors, 50);
    assert_int_equal(report.warnings, 0);
    assert_int_equal(report.count, DECK_MAX_PROBLEMS);
    for (int i = 0; i < report.count; i++) {
        assert_int_equal(report.problems[i].line, i + 2);
        assert_int_equal(report.problems[i].column, 1);
    }
    arena_deinit(&arena);
}

static void a_byte_order_mark_takes_no_column(void **state)
{
    (void)state;
    check("\xEF\xBB\xBF{\"title\": 1, \"cards\": [" CARD "]}",
          "F:1:11: error: \"title\" is a number; it must be a string\n");
}

static void two_cards_of_one_term_and_definition_are_doubtful(void **state)
{
    (void)state;
    check(
        "{\"title\": \"T\", \"cards\": [\n"
        "{\"term\": \"Roma\", \"definition\": \"City\"},\n"
        "{\"term\": \"Oslo\", \"definition\": \"Town\"},\n"
        "{\"term\": \"Roma\", \"definition\": \"Name\"},\n"
        " {\"term\": \"ROMA\", \"definition\": \" city\"}]}",
        "F:5:2: warning: the card at line 2, column 1 has the same term and definition; keep one of them\n");
}

static void a_text_over_240_characters_is_doubtful(void **state)
{
    (void)state;
    char text[512];
    Arena arena;
    arena_init(&arena, 0);
    fill(text, 'x', 240);
    check_card(str_format(&arena, "{\"term\": \"t\", \"definition\": \"%s\"}", text).data, "");
    fill(text, 'x', 241);
    check_card(str_format(&arena, "{\"term\": \"t\", \"definition\": \"%s\"}", text).data,
               "F:2:29: warning: \"definition\" has 241 characters, too long for a tile; up to 240 fit\n");
    check_card(
        str_format(&arena, "{\"term\": \"t\", \"definition\": \"d\", \"wordings\": [\"%s\"]}", text).data,
        "F:2:47: warning: this wording has 241 characters, too long for a tile; up to 240 fit\n");
    arena_deinit(&arena);
}

static void characters_of_a_tile_are_code_points(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    StrBuf text;
    str_buf_init(&text, &arena);
    for (int i = 0; i < 240; i++) str_buf_add(&text, STR("語"));
    check_card(str_format(&arena, "{\"term\": \"t\", \"definition\": \"%s\"}", str_buf_str(&text).data).data,
               "");
    arena_deinit(&arena);
}

static void a_card_that_clashes_with_all_others_is_doubtful(void **state)
{
    (void)state;
    const char *warning =
        "warning: no variant can use this card: it shares a term or definition with every other card; "
        "give it other words, or \"distractors\"\n";
    Arena arena;
    arena_init(&arena, 0);
    /* b joins the term of the first with a wording of the third: those two clash as well. */
    check("{\"title\": \"T\", \"cards\": [\n"
          "{\"term\": \"a\", \"definition\": \"1\"},\n"
          "{\"term\": \"A\", \"definition\": \"2\"},\n"
          "{\"term\": \"c\", \"definition\": \"3\", \"wordings\": [\"2\"]},\n"
          "{\"term\": \"d\", \"definition\": \"3\"}]}",
          str_format(&arena, "F:4:1: %s", warning).data);
    check("{\"title\": \"T\", \"cards\": [\n"
          "{\"term\": \"a\", \"definition\": \"1\"},\n"
          "{\"term\": \"b\", \"definition\": \"1\", \"distractors\": [\"2\"]}]}",
          str_format(&arena, "F:2:1: %s", warning).data);
    arena_deinit(&arena);
}

static void a_card_alone_is_doubtful_without_distractors(void **state)
{
    (void)state;
    check(
        "{\"title\": \"T\", \"cards\": [" CARD "]}",
        "F:1:26: warning: no variant can use this card: there is no other to stand beside it; add cards, or "
        "give it \"distractors\"\n");
    check(
        "{\"title\": \"T\", \"cards\": [{\"term\": \"a\", \"definition\": \"b\", \"distractors\": [\"c\"]}]}",
        "");
}

static void a_deck_is_read_whole(void **state)
{
    (void)state;
    Deck *deck = deck_read_text(
        STR("{\"title\": \"T\", \"language\": {\"term\": \"en\", \"definition\": \"th\"}, \"cards\": ["
            "{\"term\": \"Caf\\u00e9\", \"definition\": \"\\ud83d\\ude00\\nline\", \"wordings\": "
            "[\"w\"], \"accept\": [\"x\", \"y\"], \"distractors\": [\"z\"], \"tags\": [\"g\"], "
            "\"hint\": \"h\"}]}"),
        STR("stem"), NULL);
    assert_non_null(deck);
    assert_string_equal(deck_id(deck).data, "stem");
    assert_string_equal(deck_definition_language(deck).data, "th");
    assert_string_equal(deck_card_id(deck, 0).data, "café");
    assert_string_equal(deck_wording(deck, 0, 0).data, "😀\nline");
    assert_string_equal(deck_wording(deck, 0, 1).data, "w");
    assert_string_equal(deck_accept(deck, 0, 1).data, "y");
    assert_string_equal(deck_distractor(deck, 0, 0).data, "z");
    assert_string_equal(deck_tag(deck, deck_card_tag(deck, 0, 0)).data, "g");
    assert_string_equal(deck_hint(deck, 0).data, "h");
    deck_release(deck);
}

static void a_file_that_cannot_be_opened_is_told_once_by_its_name(void **state)
{
    (void)state;
    DeckReport report;
    Arena arena;
    arena_init(&arena, 0);
    assert_null(deck_read_file("/nowhere/x.json", &report));
    assert_int_equal(report.errors, 1);
    assert_string_equal(deck_problem_line(&arena, "/nowhere/x.json", &report.problems[0]).data,
                        "/nowhere/x.json: error: cannot be opened: No such file or directory");
    arena_deinit(&arena);
}

static void a_schema_is_no_deck_file(void **state)
{
    (void)state;
    assert_true(deck_is_deck_file(STR("decks/capitals.json")));
    assert_false(deck_is_deck_file(STR("decks/deck.schema.json")));
    assert_false(deck_is_deck_file(STR("decks/deck.txt")));
    assert_true(str_is(deck_file_stem(STR("decks/my.own.json")), STR("my.own")));
    assert_true(str_is(deck_file_stem(STR("capitals")), STR("capitals")));
    assert_true(str_is(deck_file_stem(STR(".json")), STR(".json")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_that_is_no_json_is_told_with_the_place),
        cmocka_unit_test(a_root_that_is_no_deck_is_told),
        cmocka_unit_test(members_of_the_deck_are_checked),
        cmocka_unit_test(members_of_a_card_are_checked),
        cmocka_unit_test(a_member_given_twice_is_told_at_its_second_place),
        cmocka_unit_test(members_of_other_programs_are_told_in_the_order_of_the_file),
        cmocka_unit_test(cards_given_twice_are_read_once),
        cmocka_unit_test(what_stands_behind_the_cards_is_told_at_its_place),
        cmocka_unit_test(values_that_would_fill_the_memory_are_told_at_their_place),
        cmocka_unit_test(names_are_looked_up_by_exact_case),
        cmocka_unit_test(two_cards_of_one_explicit_id_are_told_with_both_places),
        cmocka_unit_test(a_text_may_have_64_kib_and_no_more),
        cmocka_unit_test(a_card_may_have_64_tags_and_no_more),
        cmocka_unit_test(a_deck_may_have_a_million_cards_and_no_more),
        cmocka_unit_test(a_text_over_64_mib_is_not_read),
        cmocka_unit_test(nesting_goes_16_deep),
        cmocka_unit_test(only_the_first_20_errors_are_listed_and_all_are_counted),
        cmocka_unit_test(a_byte_order_mark_takes_no_column),
        cmocka_unit_test(two_cards_of_one_term_and_definition_are_doubtful),
        cmocka_unit_test(a_text_over_240_characters_is_doubtful),
        cmocka_unit_test(characters_of_a_tile_are_code_points),
        cmocka_unit_test(a_card_that_clashes_with_all_others_is_doubtful),
        cmocka_unit_test(a_card_alone_is_doubtful_without_distractors),
        cmocka_unit_test(a_deck_is_read_whole),
        cmocka_unit_test(a_file_that_cannot_be_opened_is_told_once_by_its_name),
        cmocka_unit_test(a_schema_is_no_deck_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
