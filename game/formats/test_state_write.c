#include "base/json.h"
#include "formats/replay.h"
#include "formats/test_questions.h"
#include "formats/test_state.h"

static void write_kinds(JsonWriter *w, unsigned kinds)
{
    json_begin_array(w, "kinds");
    for (int kind = 0; kind < TEST_KINDS; kind++)
        if (kinds & 1u << kind) json_put_string(w, NULL, test_kind_name((TestKind)kind));
    json_end_array(w);
}

/* Members of an object that is open. */
static void write_choices(JsonWriter *w, const TestSetup *setup)
{
    json_put_integer(w, "questions", setup->questions);
    write_kinds(w, setup->kinds);
    json_put_string(w, "ask", ask_name(setup->ask));
    json_put_integer(w, "limit_min", setup->limit_min);
}

/* `null`: never seen. */
static void write_answer(JsonWriter *w, const TestQuestion *question)
{
    if (!question->is_seen && !test_question_is_answered(question)) {
        json_put_null(w, NULL);
        return;
    }
    json_begin_object(w, NULL);
    if (question->chosen != TEST_NOT_CHOSEN) json_put_integer(w, "chosen", question->chosen);
    if (question->open) json_put_integer(w, "open", question->open);
    if (question->typed) json_put_string(w, "typed", test_question_typed(question));
    json_put_integer(w, "response_ms", question->response_ms);
    if (question->lost_focus) json_put_bool(w, "lost_focus", true);
    json_end_object(w);
}

static void write_paper(JsonWriter *w, const TestPaper *paper)
{
    json_begin_object(w, "paper");
    json_begin_object(w, "setup");
    write_choices(w, &paper->setup);
    replay_write_tags(w, paper->setup.tags, paper->setup.tag_count, paper->setup.tags_match);
    json_end_object(w);
    json_put_integer(w, "front", paper->front);
    json_put_integer(w, "spent_ms", paper->spent_ms);
    test_questions_write(w, paper);
    json_begin_array(w, "answers");
    for (uint32_t i = 0; i < paper->count; i++) write_answer(w, &paper->questions[i]);
    json_end_array(w);
    json_end_object(w);
}

Str test_state_write(const TestSetup *setup, const TestPaper *paper, Arena *arena)
{
    JsonWriter w;
    json_writer_init(&w);
    json_begin_object(&w, NULL);
    json_put_string(&w, "format", STR(TEST_STATE_FORMAT));
    json_put_integer(&w, "version", TEST_STATE_VERSION);
    json_begin_object(&w, "setup");
    write_choices(&w, setup);
    json_end_object(&w);
    if (paper && !paper->is_over) write_paper(&w, paper);
    json_end_object(&w);
    return json_writer_finish(&w, arena, false);
}
