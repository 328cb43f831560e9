#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/text.h"

static void invalid_utf8_is_found_at_its_first_byte(void **state)
{
    (void)state;
    assert_true(text_find_invalid_utf8(STR("plain and \xC3\xA9 \xE2\x82\xAC \xF0\x9F\x83\x8F")) ==
                TEXT_NO_OFFSET);
    assert_int_equal(text_find_invalid_utf8(STR("0123456789\xFF")), 10);
    assert_int_equal(text_find_invalid_utf8(STR("a\xC0\x80")), 1);            /* overlong */
    assert_int_equal(text_find_invalid_utf8(STR("a\xE0\x80\xAF")), 1);        /* overlong */
    assert_int_equal(text_find_invalid_utf8(STR("ab\xED\xA0\x80")), 2);       /* a surrogate */
    assert_int_equal(text_find_invalid_utf8(STR("\xF4\x90\x80\x80")), 0);     /* beyond U+10FFFF */
    assert_int_equal(text_find_invalid_utf8(STR("12345678abc\xE2\x82")), 11); /* cut short */
    assert_int_equal(text_find_invalid_utf8(STR("\x80")), 0);
}

static void code_points_of_every_length_are_read(void **state)
{
    (void)state;
    static const uint32_t points[] = {1,      0x41,   0x7F,   0x80,    0x7FF,   0x800,
                                      0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x10FFFF};
    Str text = STR("\x01"
                   "A\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBD"
                   "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF");
    size_t at = 0;
    for (size_t i = 0; i < sizeof points / sizeof *points; i++)
        assert_int_equal(text_next(text, &at), points[i]);
    assert_int_equal(at, text.size);
    assert_int_equal(text_length(text), sizeof points / sizeof *points);
}

static void a_wrong_byte_reads_as_the_replacement_and_costs_one_byte(void **state)
{
    (void)state;
    size_t at = 0;
    assert_int_equal(text_next(STR("\xE2\x82z"), &at), 0xFFFD);
    assert_int_equal(at, 1);
    assert_int_equal(text_length(STR("\xE2\x82z")), 3);
}

/* e + acute, the flags of France and Germany, a family joined by U+200D, a line break, z */
#define CLUSTERS                                                                                             \
    "e\xCC\x81"                                                                                              \
    "\xF0\x9F\x87\xAB\xF0\x9F\x87\xB7"                                                                       \
    "\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA"                                                                       \
    "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7"                                                           \
    "\r\n"                                                                                                   \
    "z"

static void graphemes_are_what_a_person_calls_characters(void **state)
{
    (void)state;
    static const size_t boundaries[] = {0, 3, 11, 19, 30, 32, 33};
    Str text = STR(CLUSTERS);
    size_t count = sizeof boundaries / sizeof *boundaries - 1;
    assert_int_equal(text.size, boundaries[count]);
    assert_int_equal(text_count_graphemes(text), count);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(text_next_grapheme(text, boundaries[i]), boundaries[i + 1]);
        assert_int_equal(text_previous_grapheme(text, boundaries[i + 1]), boundaries[i]);
    }
    assert_int_equal(text_next_grapheme(text, 33), 33);
    assert_int_equal(text_previous_grapheme(text, 0), 0);
    assert_int_equal(text_previous_grapheme(STR(""), 0), 0);
}

static void assert_folds(Str a, const char *folded)
{
    Arena arena;
    arena_init(&arena, 0);
    assert_string_equal(text_fold(&arena, a).data, folded);
    assert_int_equal(text_fold(&arena, a).size, strlen(folded));
    arena_deinit(&arena);
}

static void folding_takes_case_width_and_white_space_away(void **state)
{
    (void)state;
    assert_folds(STR("  Amazon\t\n S3  "), "amazon s3");
    assert_folds(STR("Stra\xC3\x9F"
                     "e"),
                 "strasse");
    assert_folds(STR("\xEF\xBC\xA1\xE3\x80\x80\xEF\xBC\xA2"), "a b"); /* full-width A, U+3000, B */
    assert_folds(STR("E\xCC\x81"), "\xC3\xA9");                       /* composed */
    assert_folds(STR("\xEF\xAC\x81"), "fi");                          /* the ligature */
    assert_folds(STR("\xCE\xA3\xCF\x82"), "\xCF\x83\xCF\x83");        /* sigma, final sigma */
    assert_folds(STR("\xC2\xA0x\xE2\x80\xA8y\xC2\x85"), "x y");       /* U+00A0, U+2028, U+0085 */
    assert_folds(STR(""), "");
    assert_folds(STR(" \n"), "");
}

static void text_that_is_not_utf8_folds_without_harm(void **state)
{
    (void)state;
    assert_folds(STR(" \xFF  b "), "\xFF b");
}

static void normal_form_composes_and_keeps_the_rest(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    assert_string_equal(text_normalise(&arena, STR("E\xCC\x81 \xEF\xBC\xA1")).data, "\xC3\x89 \xEF\xBC\xA1");
    assert_string_equal(text_normalise(&arena, STR("Ada  L")).data, "Ada  L");
    arena_deinit(&arena);
}

static void kinds_follow_unicode(void **state)
{
    (void)state;
    assert_int_equal(text_kind('a'), TEXT_LETTER);
    assert_int_equal(text_kind('A'), TEXT_UPPER);
    assert_int_equal(text_kind(0x3042), TEXT_LETTER);
    assert_int_equal(text_kind(0x0665), TEXT_DIGIT);
    assert_int_equal(text_kind(0x0301), TEXT_MARK);
    assert_int_equal(text_kind(','), TEXT_PUNCTUATION);
    assert_int_equal(text_kind('+'), TEXT_SYMBOL);
    assert_int_equal(text_kind('\n'), TEXT_SPACE);
    assert_int_equal(text_kind(0x3000), TEXT_SPACE);
    assert_int_equal(text_kind(1), TEXT_OTHER);
    assert_int_equal(text_kind(0x200B), TEXT_OTHER);
}

static void cells_are_those_of_a_terminal(void **state)
{
    (void)state;
    assert_int_equal(text_cells('a'), 1);
    assert_int_equal(text_cells(0x4E2D), 2);
    assert_int_equal(text_cells(0x0301), 0);
}

static void wrong_bytes_are_replaced_one_by_one(void **state)
{
    Arena arena;
    arena_init(&arena, 0);
    (void)state;
    Str good = STR("é \xEF\xBF\xBD");
    assert_ptr_equal(text_repair(&arena, good).data, good.data);
    assert_int_equal(text_repair(&arena, STR("")).size, 0);
    assert_true(str_is(text_repair(&arena, STR("a\xFF\xC3\0b\xEF\xBF\xBD")),
                       STR("a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
                           "b\xEF\xBF\xBD")));
    arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(invalid_utf8_is_found_at_its_first_byte),
        cmocka_unit_test(code_points_of_every_length_are_read),
        cmocka_unit_test(a_wrong_byte_reads_as_the_replacement_and_costs_one_byte),
        cmocka_unit_test(wrong_bytes_are_replaced_one_by_one),
        cmocka_unit_test(graphemes_are_what_a_person_calls_characters),
        cmocka_unit_test(folding_takes_case_width_and_white_space_away),
        cmocka_unit_test(text_that_is_not_utf8_folds_without_harm),
        cmocka_unit_test(normal_form_composes_and_keeps_the_rest),
        cmocka_unit_test(kinds_follow_unicode),
        cmocka_unit_test(cells_are_those_of_a_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
