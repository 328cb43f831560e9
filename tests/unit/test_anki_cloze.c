#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "formats/anki_cloze.h"

static int set_up(void **state)
{
    Arena *arena = calloc(1, sizeof *arena);
    if (!arena) return -1;
    arena_init(arena, 0);
    *state = arena;
    return 0;
}

static int tear_down(void **state)
{
    arena_deinit(*state);
    free(*state);
    return 0;
}

/* `cards`: "1: question = answer" for each number, one a line. */
static void assert_cards(Arena *arena, const char *text, const char *cards)
{
    AnkiCloze *cloze = anki_cloze_read(str_of(text), arena);
    StrBuf out;
    str_buf_init(&out, arena);
    int32_t count;
    const int32_t *numbers = anki_cloze_numbers(cloze, &count);
    for (int32_t i = 0; i < count; i++)
        str_buf_addf(&out, "%s%d: %s = %s", i ? "\n" : "", numbers[i],
                     anki_cloze_question(cloze, numbers[i], arena).data,
                     anki_cloze_answer(cloze, numbers[i], arena).data);
    assert_string_equal(str_buf_str(&out).data, cards);
}

static void each_number_is_a_card(void **state)
{
    assert_cards(*state, "{{c1::Paris}} is in {{c2::France}}.",
                 "1: […] is in France. = Paris\n2: Paris is in […]. = France");
    assert_cards(*state, "{{c7::a}} b", "7: […] b = a");
    assert_cards(*state, "no blank", "");
    assert_cards(*state, "", "");
}

static void blanks_of_one_number_are_asked_together(void **state)
{
    assert_cards(*state, "{{c1::a}} and {{c1::b}} not {{c2::c}}",
                 "1: […] and […] not c = a, b\n2: a and b not […] = c");
    assert_cards(*state, "{{c1,2::a}} {{c2::b}}", "1: […] b = a\n2: […] […] = a, b");
}

static void hints_stand_in_the_blank(void **state)
{
    assert_cards(*state, "{{c1::Paris::city}} {{c2::x::}}", "1: [city] x = Paris\n2: Paris […] = x");
    assert_cards(*state, "{{c1::std::string::a type}}", "1: [string::a type] = std");
}

static void blanks_nest(void **state)
{
    assert_cards(*state, "{{c1::a {{c2::b::in}} c::out}}", "1: [out] = a b c\n2: a [in] c = b");
    assert_cards(*state, "{{c1::a {{c1::b}}}} c", "1: […] c = a b");
    assert_cards(*state,
                 "{{c1::{{c1::{{c1::{{c1::{{c1::{{c1::{{c1::{{c1::{{c1::{{c1::{{c2::x}}}}}}}}}}}}}}}}}}}}}}",
                 "1: […]}} = {{c2x");
}

static void lines_and_braces_are_text(void **state)
{
    assert_cards(*state, "{{c1::two\nlines}}", "1: […] = two\nlines");
    assert_cards(*state, "a }} {{c::b}} {{cx::c}} {{c1:d}} {{c1::never closed", "");
    assert_cards(*state, "{{c1::x}}}", "1: […]} = x");
    assert_cards(*state, "{{c2::open {{c1::x}} y", "1: {{c2::open […] y = x");
    assert_cards(*state, "{{c0::a}} {{c501::b}} {{c99999999999999999999::c}} {{c500::d}}",
                 "500: a b c […] = d");
}

static void covered_pictures_are_no_cards(void **state)
{
    const char *text = "{{c1::image-occlusion:rect:left=.1:top=.2}}{{c2::x}}";
    assert_cards(*state, text, "2: […] = x");
    assert_true(anki_cloze_has_pictures(anki_cloze_read(str_of(text), *state)));
    assert_false(anki_cloze_has_pictures(anki_cloze_read(STR("{{c1::a}}"), *state)));
}

static void very_many_numbers_are_cut(void **state)
{
    StrBuf text;
    str_buf_init(&text, *state);
    for (int i = 1; i <= ANKI_CLOZE_MAX; i++) str_buf_addf(&text, "{{c%d::x}}", i);
    AnkiCloze *cloze = anki_cloze_read(str_buf_str(&text), *state);
    int32_t count;
    anki_cloze_numbers(cloze, &count);
    assert_int_equal(count, ANKI_CLOZE_MAX_CARDS);
    assert_true(anki_cloze_has_more(cloze));
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH(each_number_is_a_card),     WITH(blanks_of_one_number_are_asked_together),
        WITH(hints_stand_in_the_blank),  WITH(blanks_nest),
        WITH(lines_and_braces_are_text), WITH(covered_pictures_are_no_cards),
        WITH(very_many_numbers_are_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
