#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include <cmocka.h>

#include "formats/anki_template.h"

static const Str fields[] = {STR_INIT("Rank"), STR_INIT("Word"), STR_INIT("Meaning"), STR_INIT("Sentence"),
                             STR_INIT("c")};

static void assert_roles(const char *question, const char *answer, int term, int definition, int hint)
{
    AnkiTemplate shown = {
        .question = str_of(question), .answer = str_of(answer), .fields = fields, .field_count = 5};
    int32_t roles[COLUMN_ROLE_COUNT];
    anki_template_roles(&shown, roles);
    assert_int_equal(roles[COLUMN_TERM], term);
    assert_int_equal(roles[COLUMN_DEFINITION], definition);
    assert_int_equal(roles[COLUMN_HINT], hint);
    assert_int_equal(roles[COLUMN_ID], COLUMN_NONE);
}

#define NONE COLUMN_NONE

static void the_last_field_of_the_question_and_the_first_new_one_of_the_answer(void **state)
{
    (void)state;
    assert_roles("{{Word}}", "{{FrontSide}}<hr id=answer>{{Meaning}} {{Sentence}}", 1, 2, NONE);
    assert_roles("{{Rank}} <b>{{ Word }}</b>", "{{Word}} {{Rank}} {{Sentence}}{{Meaning}}", 1, 3, NONE);
    assert_roles("{{Meaning}}", "{{Word}}", 2, 1, NONE);
}

static void conditions_and_ankis_own_names_are_no_fields(void **state)
{
    (void)state;
    assert_roles("{{#Sentence}}{{Word}}{{/Sentence}}{{^Meaning}}{{/Meaning}}{{Tags}}{{Deck}}",
                 "{{FrontSide}}{{#Rank}}{{/Rank}}{{Meaning}}", 1, 2, NONE);
    assert_roles("{{Nowhere}}", "{{word}}", NONE, NONE, NONE);
}

static void filters_show_their_field_and_typing_asks_for_none(void **state)
{
    (void)state;
    assert_roles("{{furigana:Word}} {{type:Meaning}}", "{{FrontSide}}{{type:Meaning}}", 1, 2, NONE);
    assert_roles("{{tts en_US voices=x:Word}}", "{{kana:text:Meaning}}", 1, 2, NONE);
    assert_roles("{{Word}}{{hint:Sentence}}", "{{Sentence}}{{Meaning}}", 1, 2, 3);
}

static void broken_templates_show_nothing(void **state)
{
    (void)state;
    assert_roles("", "", NONE, NONE, NONE);
    assert_roles("{{", "}}{{Word", NONE, NONE, NONE);
    assert_roles("{{}}{{:}}", "{{{{Word}}}}", NONE, NONE, NONE);
}

static void a_cloze_comes_of_one_field(void **state)
{
    (void)state;
    AnkiTemplate shown = {.question = STR("{{Rank}}{{cloze:Sentence}}"),
                          .answer = STR("{{cloze:Sentence}}<br>{{Meaning}}"),
                          .is_cloze = true,
                          .fields = fields,
                          .field_count = 5};
    int32_t roles[COLUMN_ROLE_COUNT];
    anki_template_roles(&shown, roles);
    assert_int_equal(roles[COLUMN_TERM], 3);
    assert_int_equal(roles[COLUMN_DEFINITION], 3);
    shown.question = STR("");
    anki_template_roles(&shown, roles);
    assert_int_equal(roles[COLUMN_TERM], 0);
}

/* Each looked for among all the others would take minutes. */
static void many_fields_named_many_times_are_found_soon(void **state)
{
    (void)state;
    enum { FIELDS = 200000, NAMED = 400000 };
    Arena arena;
    StrBuf side;
    arena_init(&arena, 0);
    str_buf_init(&side, &arena);
    Str *names = ARENA_NEW_N(&arena, Str, FIELDS);
    for (int i = 0; i < FIELDS; i++) names[i] = str_format(&arena, "a%06d", i);
    for (int i = 0; i < NAMED; i++) str_buf_add(&side, STR("{{b000000}}"));
    AnkiTemplate shown = {
        .question = str_buf_str(&side), .answer = STR(""), .fields = names, .field_count = FIELDS};
    int32_t roles[COLUMN_ROLE_COUNT];
    clock_t before = clock();
    anki_template_roles(&shown, roles);
    assert_true(clock() - before < 5 * CLOCKS_PER_SEC);
    assert_int_equal(roles[COLUMN_TERM], COLUMN_NONE);
    arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_field_of_the_question_and_the_first_new_one_of_the_answer),
        cmocka_unit_test(conditions_and_ankis_own_names_are_no_fields),
        cmocka_unit_test(filters_show_their_field_and_typing_asks_for_none),
        cmocka_unit_test(broken_templates_show_nothing),
        cmocka_unit_test(a_cloze_comes_of_one_field),
        cmocka_unit_test(many_fields_named_many_times_are_found_soon),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
