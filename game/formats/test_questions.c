#include "formats/test_questions.h"

/* --- writing --- */

static void write_option(JsonWriter *w, const RedealOption *option)
{
    json_begin_object(w, NULL);
    if (option->card_id.size > 0)
        json_put_string(w, "card", option->card_id);
    else
        json_put_string(w, "own", option->own);
    if (option->wording) json_put_integer(w, "wording", option->wording);
    json_end_object(w);
}

/* Those of a block are its questions. */
static void write_options(JsonWriter *w, const TestQuestion *question, const Redeal *asked)
{
    if (question->kind == TEST_MATCHING) {
        json_put_integer(w, "block", question->block);
        json_put_integer(w, "pairs", question->block_count);
        return;
    }
    if (question->kind == TEST_TRUE_FALSE) json_put_integer(w, "claim", question->claim);
    json_begin_array(w, "options");
    for (uint32_t i = 0; i < asked->option_count; i++) write_option(w, &asked->options[i]);
    json_end_array(w);
}

void test_questions_write(JsonWriter *w, const TestPaper *paper)
{
    json_begin_array(w, "questions");
    for (uint32_t i = 0; i < paper->count; i++) {
        const TestQuestion *question = &paper->questions[i];
        Redeal asked = redeal_of(&question->deal, paper->index->deck);
        json_begin_object(w, NULL);
        json_put_string(w, "kind", test_kind_name(question->kind));
        json_put_string(w, "card", asked.card_id);
        json_put_string(w, "ask", ask_name(asked.ask));
        if (asked.wording) json_put_integer(w, "wording", asked.wording);
        json_put_integer(w, "right", asked.right);
        write_options(w, question, &asked);
        json_end_object(w);
    }
    json_end_array(w);
}

/* --- reading --- */

static bool read_wording(const ReplaySource *source, const JsonValue *object, uint32_t *out)
{
    return !json_find(object, "wording") || replay_source_u32(source, object, "wording", UINT32_MAX, out);
}

static bool read_option(const ReplaySource *source, const JsonValue *object, RedealOption *out)
{
    if (json_kind(object) != JSON_OBJECT)
        return replay_source_error(source, object, "an option is an object");
    if (json_find(object, "own")) return replay_source_text(source, object, "own", &out->own);
    return replay_source_text(source, object, "card", &out->card_id) &&
           read_wording(source, object, &out->wording);
}

static bool read_options(const ReplaySource *source, const JsonValue *object, Redeal *asked)
{
    const JsonValue *options = replay_source_get(source, object, "options", JSON_ARRAY);
    if (!options) return false;
    size_t count = json_count(options);
    if (count < 1 || count > SETUP_MAX_OPTIONS)
        return replay_source_error(source, options, "a question has 1 to %d options", SETUP_MAX_OPTIONS);
    for (const JsonValue *v = json_first(options); v; v = json_next(v))
        if (!read_option(source, v, &asked->options[asked->option_count++])) return false;
    return true;
}

static bool read_block(const ReplaySource *source, const JsonValue *object, TestQuestion *question)
{
    return replay_source_u32(source, object, "block", TEST_MAX_QUESTIONS - 1, &question->block) &&
           replay_source_u32(source, object, "pairs", TEST_BLOCK, &question->block_count);
}

static bool read_kind(const ReplaySource *source, const JsonValue *object, TestKind *out)
{
    Str kind;
    if (!replay_source_text(source, object, "kind", &kind)) return false;
    return test_kind_find(kind, out) ||
           replay_source_error(source, json_find(object, "kind"),
                               "kinds are truefalse, choice, matching and typed");
}

static bool read_ask(const ReplaySource *source, const JsonValue *object, Ask *out)
{
    Str ask;
    if (!replay_source_text(source, object, "ask", &ask)) return false;
    return (ask_find(ask, out) && *out != ASK_BOTH) ||
           replay_source_error(source, json_find(object, "ask"), "a question asks definition or term");
}

static bool read_question(const ReplaySource *source, const JsonValue *object, TestQuestion *question,
                          Redeal *asked)
{
    if (json_kind(object) != JSON_OBJECT)
        return replay_source_error(source, object, "a question is an object");
    question->chosen = TEST_NOT_CHOSEN;
    if (!read_kind(source, object, &question->kind) || !read_ask(source, object, &asked->ask) ||
        !replay_source_text(source, object, "card", &asked->card_id) ||
        !read_wording(source, object, &asked->wording))
        return false;
    bool is_pair = question->kind == TEST_MATCHING;
    if (!(is_pair ? read_block(source, object, question) : read_options(source, object, asked))) return false;
    uint32_t count = question->deal.option_count = is_pair ? question->block_count : asked->option_count;
    if (count == 0) return replay_source_error(source, object, "a block has 2 to %d pairs", TEST_BLOCK);
    return replay_source_u32(source, object, "right", count - 1, &asked->right) &&
           (question->kind != TEST_TRUE_FALSE ||
            replay_source_u32(source, object, "claim", count - 1, &question->claim));
}

/* Do its questions stand together, each option the right one of one of them? */
static bool is_block(const TestPaper *paper, const Redeal *names, uint32_t first)
{
    uint32_t count = paper->questions[first].block_count, rights = 0;
    if (count < 2 || count > paper->count - first) return false;
    for (uint32_t i = 0; i < count; i++) {
        const TestQuestion *question = &paper->questions[first + i];
        if (question->kind != TEST_MATCHING || question->block != first || question->block_count != count)
            return false;
        if (names[first + i].ask != names[first].ask) return false;
        rights |= 1u << names[first + i].right;
    }
    return rights == (1u << count) - 1;
}

static bool check_blocks(const ReplaySource *source, const JsonValue *questions, const TestPaper *paper,
                         const Redeal *names)
{
    for (uint32_t at = 0; at < paper->count;) {
        bool is_pair = paper->questions[at].kind == TEST_MATCHING;
        if (is_pair && !is_block(paper, names, at))
            return replay_source_error(source, questions, "the pairs of question %u are not whole", at + 1);
        at += is_pair ? paper->questions[at].block_count : 1;
    }
    return true;
}

bool test_questions_read(const ReplaySource *source, const JsonValue *object, TestPaper *paper,
                         Redeal **names)
{
    const JsonValue *questions = replay_source_get(source, object, "questions", JSON_ARRAY);
    if (!questions) return false;
    size_t count = json_count(questions);
    if (count < 1 || count > TEST_MAX_QUESTIONS)
        return replay_source_error(source, questions, "a test has 1 to %d questions", TEST_MAX_QUESTIONS);
    paper->questions = ARENA_NEW_N(source->arena, TestQuestion, count);
    *names = ARENA_NEW_N(source->arena, Redeal, count);
    for (const JsonValue *v = json_first(questions); v; v = json_next(v)) {
        uint32_t at = paper->count++;
        if (!read_question(source, v, &paper->questions[at], &(*names)[at])) return false;
    }
    return check_blocks(source, questions, paper, *names);
}
