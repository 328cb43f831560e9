#include "unit/arena_fixture.h"

#include <string.h>

#include "formats/anki_cloze.h"

/* `cards`: "1: question = answer" for each number, one a line. */
static void assert_cards(const char *text, const char *cards)
{
    AnkiCloze *cloze = anki_cloze_read(str_of(text), &arena);
    StrBuf out;
    str_buf_init(&out, &arena);
    int32_t count;
    const int32_t *numbers = anki_cloze_numbers(cloze, &count);
    for (int32_t i = 0; i < count; i++)
        str_buf_addf(&out, "%s%d: %s = %s", i ? "\n" : "", numbers[i],
                     anki_cloze_question(cloze, numbers[i], &arena).data,
                     anki_cloze_answer(cloze, numbers[i], &arena).data);
    assert_string_equal(str_buf_str(&out).data, cards);
}

static void each_number_is_a_card(void **state)
{
    (void)state;
    assert_cards("{{c1::Paris}} is in {{c2::France}}.",
                 "1: […] is in France. = Paris\n2: Paris is in […]. = France");
    assert_cards("{{c7::a}} b", "7: […] b = a");
    assert_cards("no blank", "");
    assert_cards("", "");
}

static void blanks_of_one_number_are_asked_together(void **state)
{
    (void)state;
    assert_cards("{{c1::a}} and {{c1::b}} not {{c2::c}}",
                 "1: […] and […] not c = a, b\n2: a and b not […] = c");
    assert_cards("{{c1,2::a}} {{c2::b}}", "1: […] b = a\n2: […] […] = a, b");
}

static void hints_stand_in_the_blank(void **state)
{
    (void)state;
    assert_cards("{{c1::Paris::city}} {{c2::x::}}", "1: [city] x = Paris\n2: Paris […] = x");
    assert_cards("{{c1::std::string::a type}}", "1: [string::a type] = std");
}

static void blanks_nest(void **state)
{
    (void)state;
    assert_cards("{{c1::a {{c2::b::in}} c::out}}", "1: [out] = a b c\n2: a [in] c = b");
    assert_cards("{{c1::a {{c1::b}}}} c", "1: […] c = a b");
    assert_cards("{{c1::{{c1::{{c1::{{c1::{{c1::{{c1::{{c1::{{c1::{{c1::{{c1::{{c2::x}}}}}}}}}}}}}}}}}}}}}}",
                 "1: […]}} = {{c2x");
}

static void lines_and_braces_are_text(void **state)
{
    (void)state;
    assert_cards("{{c1::two\nlines}}", "1: […] = two\nlines");
    assert_cards("a }} {{c::b}} {{cx::c}} {{c1:d}} {{c1::never closed", "");
    assert_cards("{{c1::x}}}", "1: […]} = x");
    assert_cards("{{c2::open {{c1::x}} y", "1: {{c2::open […] y = x");
    assert_cards("{{c0::a}} {{c501::b}} {{c99999999999999999999::c}} {{c500::d}}", "500: a b c […] = d");
}

static void covered_pictures_are_no_cards(void **state)
{
    (void)state;
    const char *text = "{{c1::image-occlusion:rect:left=.1:top=.2}}{{c2::x}}";
    assert_cards(text, "2: […] = x");
    assert_true(anki_cloze_has_pictures(anki_cloze_read(str_of(text), &arena)));
    assert_false(anki_cloze_has_pictures(anki_cloze_read(STR("{{c1::a}}"), &arena)));
}

static void very_many_numbers_are_cut(void **state)
{
    (void)state;
    StrBuf text;
    str_buf_init(&text, &arena);
    for (int i = 1; i <= ANKI_CLOZE_MAX; i++) str_buf_addf(&text, "{{c%d::x}}", i);
    AnkiCloze *cloze = anki_cloze_read(str_buf_str(&text), &arena);
    int32_t count;
    anki_cloze_numbers(cloze, &count);
    assert_int_equal(count, ANKI_CLOZE_MAX_CARDS);
    assert_true(anki_cloze_has_more(cloze));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(each_number_is_a_card),     ARENA_TEST(blanks_of_one_number_are_asked_together),
        ARENA_TEST(hints_stand_in_the_blank),  ARENA_TEST(blanks_nest),
        ARENA_TEST(lines_and_braces_are_text), ARENA_TEST(covered_pictures_are_no_cards),
        ARENA_TEST(very_many_numbers_are_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
