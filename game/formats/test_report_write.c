#include "base/json.h"
#include "formats/test_report.h"

static void write_part(JsonWriter *w, Str name, const TestPart *part)
{
    json_begin_object(w, NULL);
    json_put_string(w, "name", name);
    json_put_integer(w, "right", part->right);
    json_put_integer(w, "total", part->total);
    json_end_object(w);
}

static void write_parts(JsonWriter *w, const TestReport *report)
{
    json_begin_array(w, "kinds");
    for (int kind = 0; kind < TEST_KINDS; kind++)
        if (report->kinds[kind].total) write_part(w, test_kind_name((TestKind)kind), &report->kinds[kind]);
    json_end_array(w);
    json_begin_array(w, "tags");
    for (uint32_t i = 0; i < report->tag_count; i++) write_part(w, report->tags[i].name, &report->tags[i]);
    json_end_array(w);
}

static void write_answer(JsonWriter *w, const TestAnswer *answer)
{
    json_begin_object(w, NULL);
    json_put_string(w, "kind", test_kind_name(answer->kind));
    json_put_string(w, "card", answer->card_id);
    json_put_string(w, "shown", answer->shown_side == SIDE_TERM ? STR("term") : STR("definition"));
    json_put_string(w, "prompt", answer->prompt);
    if (answer->claim.size) json_put_string(w, "claim", answer->claim);
    json_put_string(w, "given", answer->given);
    json_put_string(w, "expected", answer->expected);
    json_put_bool(w, "right", answer->is_right);
    json_put_bool(w, "near", answer->is_near);
    json_put_integer(w, "response_ms", answer->response_ms);
    json_end_object(w);
}

Str test_report_write(const TestReport *report, Arena *arena)
{
    JsonWriter w;
    json_writer_init(&w);
    json_begin_object(&w, NULL);
    json_put_string(&w, "format", STR(TEST_REPORT_FORMAT));
    json_put_integer(&w, "version", TEST_REPORT_VERSION);
    json_put_string(&w, "deck", report->deck_id);
    json_put_string(&w, "title", report->deck_title);
    json_put_string(&w, "player", report->player);
    json_put_integer(&w, "at_ms", report->at_ms);
    json_put_integer(&w, "length_ms", report->length_ms);
    json_put_integer(&w, "limit_min", report->limit_min);
    json_put_bool(&w, "timed_out", report->is_timed_out);
    json_put_integer(&w, "right", report->right);
    json_put_integer(&w, "total", report->total);
    write_parts(&w, report);
    json_begin_array(&w, "answers");
    for (uint32_t i = 0; i < report->total; i++) write_answer(&w, &report->answers[i]);
    json_end_array(&w);
    json_end_object(&w);
    return json_writer_finish(&w, arena, false);
}
