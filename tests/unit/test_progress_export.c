#include "unit/arena_fixture.h"

#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "formats/progress_export.h"

#define AT_MS INT64_C(1764192000123)

static const ProgressHead head = {STR_INIT("small"), STR_INIT("Small"), STR_INIT("00ff"),
                                  STR_INIT("Ada \"A\""), AT_MS};

static const ProgressRow rows[] = {
    {.card_id = STR_INIT("fr"),
     .term = STR_INIT("=France(1)"),
     .level = MASTERY_FAMILIAR,
     .recall = 0.87654321,
     .s90 = 3.5,
     .due_ms = AT_MS + 86400000,
     .last_ms = AT_MS - 1000,
     .answers = 7,
     .right = 5,
     .lapses = 1,
     .is_starred = true},
    {.card_id = STR_INIT("it"), .term = STR_INIT("Italy, the\nboot"), .due_ms = INT64_MAX},
};

static const AnswerRow answers[] = {
    {.at_ms = AT_MS,
     .card_id = STR_INIT("fr"),
     .term = STR_INIT("France"),
     .mode = STR_INIT("rush"),
     .variant = STR_INIT("classic"),
     .format = STR_INIT("choice"),
     .shown = STR_INIT("Paris"),
     .chosen = STR_INIT("France"),
     .is_right = true,
     .response_ms = 1803,
     .choices = 4},
    {.at_ms = AT_MS + 5000,
     .card_id = STR_INIT("it"),
     .mode = STR_INIT("cards"),
     .grade = 3,
     .is_near = true},
};

static Str answers_as(bool is_json)
{
    AnswerExport file;
    answer_export_begin(&file, &head, is_json, &arena);
    for (size_t i = 0; i < 2; i++) answer_export_add(&file, &answers[i]);
    return answer_export_end(&file);
}

static void progress_is_a_row_a_card(void **state)
{
    (void)state;
    assert_string_equal(progress_export_csv(rows, 2, &arena).data,
                        "\xEF\xBB\xBFid,term,mastery,recall,stability_days,due,answers,right,lapses,last,"
                        "starred,suspended,learned\r\n"
                        "fr,'=France(1),Familiar,0.8765,3.5000,2025-11-27T21:20:00Z,7,5,1,"
                        "2025-11-26T21:19:59Z,1,0,0\r\n"
                        "it,\"Italy, the\nboot\",New,,,,0,0,0,,0,0,0\r\n");
}

static void progress_is_an_object_a_line(void **state)
{
    (void)state;
    assert_string_equal(
        progress_export_json(&head, rows, 2, &arena).data,
        "{\"format\":\"matchwick-progress\",\"version\":1,\"deck\":{\"id\":\"small\",\"title\":\"Small\","
        "\"fingerprint\":\"00ff\"},\"player\":\"Ada \\\"A\\\"\",\"at\":\"2025-11-26T21:20:00Z\",\"cards\":[\n"
        "{\"id\":\"fr\",\"term\":\"=France(1)\",\"mastery\":\"Familiar\",\"recall\":0.8765,"
        "\"stability_days\":3.5,\"due\":\"2025-11-27T21:20:00Z\",\"answers\":7,\"right\":5,\"lapses\":1,"
        "\"last\":\"2025-11-26T21:19:59Z\",\"starred\":true,\"suspended\":false,\"learned\":false},\n"
        "{\"id\":\"it\",\"term\":\"Italy, the\\nboot\",\"mastery\":\"New\",\"recall\":null,"
        "\"stability_days\":null,\"due\":null,\"answers\":0,\"right\":0,\"lapses\":0,\"last\":null,"
        "\"starred\":false,\"suspended\":false,\"learned\":false}\n]}\n");
}

static void answers_are_a_row_each(void **state)
{
    (void)state;
    assert_string_equal(
        answers_as(false).data,
        "\xEF\xBB\xBFtime,id,term,mode,variant,format,shown,chosen,chosen_card,right,near,"
        "grade,response_ms,choices,practice,autoplay,lost_focus\r\n"
        "2025-11-26T21:20:00Z,fr,France,rush,classic,choice,Paris,France,,1,0,,1803,4,0,0,0\r\n"
        "2025-11-26T21:20:05Z,it,,cards,,,,,,0,1,3,0,0,0,0,0\r\n");
}

static void answers_are_json_that_can_be_read(void **state)
{
    (void)state;
    JsonProblem problem;
    JsonDoc *doc = json_open(answers_as(true), 8, &problem);
    if (!doc) fail_msg("%s", problem.text);
    const JsonValue *list = json_find(json_root(doc), "answers");
    assert_int_equal(json_count(list), 2);
    assert_string_equal(json_string(json_find(json_first(list), "time")).data, "2025-11-26T21:20:00Z");
    assert_int_equal(json_kind(json_find(json_first(list), "grade")), JSON_NULL);
    assert_true(json_bool(json_find(json_first(list), "right")));
    json_close(doc);
}

static void nothing_known_is_a_file_without_rows(void **state)
{
    (void)state;
    AnswerExport file;
    JsonProblem problem;
    answer_export_begin(&file, &head, true, &arena);
    JsonDoc *doc = json_open(answer_export_end(&file), 8, &problem);
    assert_non_null(doc);
    assert_int_equal(json_count(json_find(json_root(doc), "answers")), 0);
    json_close(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(progress_is_a_row_a_card),
        cmocka_unit_test(progress_is_an_object_a_line),
        cmocka_unit_test(answers_are_a_row_each),
        cmocka_unit_test(answers_are_json_that_can_be_read),
        cmocka_unit_test(nothing_known_is_a_file_without_rows),
    };
    return cmocka_run_group_tests(tests, arena_setup, arena_teardown);
}
