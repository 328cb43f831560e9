#include "play/gist.h"

#include <string.h>

#include "base/text.h"
#include "play/logarithm.h"
#include "unit/arena_fixture.h"
#include "unit/play_fixture.h"

static Gist gist(const char *text)
{
    return gist_make(&arena, str_of(text));
}

#define NORMAL(text) gist_normalise(&arena, str_of(text)).data

static void prose_loses_punctuation_and_articles(void **state)
{
    (void)state;
    assert_string_equal(NORMAL("The quick, brown Fox!"), "quick brown fox");
    assert_string_equal(NORMAL("Text-to-speech for an app"), "text to speech for app");
    assert_string_equal(NORMAL("Don't stop the U.S. team"), "dont stop us team");
    assert_string_equal(NORMAL("\xC3\x89tude, en fa"), "\xC3\xA9tude en fa");
    assert_string_equal(NORMAL("A"), "a");
    assert_string_equal(NORMAL("The"), "the");
}

static void code_and_morse_keep_their_marks(void **state)
{
    (void)state;
    assert_string_equal(NORMAL("a && b"), "a && b");
    assert_string_equal(NORMAL("a, b"), "a, b");
    assert_string_equal(NORMAL("-.-."), "-.-.");
    Gist product = gist("a * b"), rest = gist("a % b");
    assert_false(gist_is_same(&product, &rest));
}

static void the_same_answer_is_seen_through_its_dress(void **state)
{
    (void)state;
    static const char *const same[][2] = {{"The Hague", "Hague"},
                                          {"George Washington", "Washington George"},
                                          {"big; large", "Large, huge"},
                                          {"colour / color", "Color"},
                                          {"Foundation Model", "foundation-model"}};
    static const char *const other[][2] = {{"Paris", "Lyon"}, {"big house", "big mouse"}, {"a++", "++a"}};
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++) {
        Gist a = gist(same[i][0]), b = gist(same[i][1]);
        assert_true(gist_is_same(&a, &b));
        assert_true(gist_is_same(&b, &a));
    }
    for (size_t i = 0; i < sizeof other / sizeof other[0]; i++) {
        Gist a = gist(other[i][0]), b = gist(other[i][1]);
        assert_false(gist_is_same(&a, &b));
    }
}

static void near_answers_share_most_trigrams_or_hold_each_other(void **state)
{
    (void)state;
    Gist guinea = gist("Guinea"), equatorial = gist("Equatorial Guinea"), papua = gist("Papuaguinea");
    assert_true(gist_is_near(&guinea, &equatorial));
    assert_true(gist_is_near(&equatorial, &guinea));
    assert_false(gist_is_near(&guinea, &papua));
    Gist one = gist("an international organisation"), two = gist("an international organization");
    assert_true(gist_is_near(&one, &two));
}

static void dice_counts_shared_trigrams(void **state)
{
    (void)state;
    /* " ab","abc","bc " and " ab","abd","bd ": 2 * 1 / 6 */
    Gist abc = gist("abc"), abd = gist("abd"), xyz = gist("xyz");
    assert_int_equal(gist_dice(&abc, &abd), 333);
    assert_int_equal(gist_dice(&abc, &abc), 1000);
    assert_int_equal(gist_dice(&abc, &xyz), 0);
}

static void kinds_are_told_apart(void **state)
{
    (void)state;
    assert_int_equal(gist("1945").form, FORM_NUMBER);
    assert_int_equal(gist("3.14").form, FORM_NUMBER);
    assert_int_equal(gist("1945-05-08").form, FORM_DATE);
    assert_int_equal(gist("8 May 1945").form, FORM_DATE);
    assert_int_equal(gist("Paris").form, FORM_WORD);
    assert_int_equal(gist("city of light").form, FORM_PHRASE);
    assert_int_equal(gist("It is big.").form, FORM_SENTENCE);
    assert_true(gist("Paris").is_capital);
    assert_false(gist("paris").is_capital);
    assert_int_not_equal(gist("\xE3\x81\x82").script, gist("\xE3\x82\xA2").script); /* hiragana, katakana */
    assert_int_equal(gist("\xD0\x9C\xD0\xB8\xD1\x80").script, gist("\xD0\xB4\xD0\xB0").script);
}

static void content_words_leave_out_function_words(void **state)
{
    (void)state;
    Gist prompt = gist("A service that turns text into speech"), telling = gist("Speech Maker");
    Gist silent = gist("Poly into that");
    assert_true(gist_shares(&prompt.content, &telling.content));
    assert_false(gist_shares(&prompt.content, &silent.content));
}

static void logarithms_are_right_to_five_thousandths(void **state)
{
    (void)state;
    static const struct {
        uint32_t value;
        int32_t milli;
    } known[] = {{1, 0},      {2, 693},     {3, 1099},      {10, 2303},     {100, 4605},
                 {300, 5704}, {1000, 6908}, {65536, 11090}, {65535, 11090}, {4000000000, 22110}};
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        assert_in_range(logarithm_milli(known[i].value) + 5 - known[i].milli, 0, 10);
    for (uint32_t value = 1; value < 70000; value++)
        assert_true(logarithm_milli(value) <= logarithm_milli(value + 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prose_loses_punctuation_and_articles),
        cmocka_unit_test(code_and_morse_keep_their_marks),
        cmocka_unit_test(the_same_answer_is_seen_through_its_dress),
        cmocka_unit_test(near_answers_share_most_trigrams_or_hold_each_other),
        cmocka_unit_test(dice_counts_shared_trigrams),
        cmocka_unit_test(kinds_are_told_apart),
        cmocka_unit_test(content_words_leave_out_function_words),
        cmocka_unit_test(logarithms_are_right_to_five_thousandths),
    };
    return cmocka_run_group_tests(tests, arena_setup, arena_teardown);
}
