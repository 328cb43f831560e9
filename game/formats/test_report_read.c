#include "base/json.h"
#include "formats/replay.h"
#include "formats/replay_source.h"
#include "formats/test_report.h"

#define MAX_AT_MS INT64_C(253402300799000) /* the end of the year 9999 */

static bool read_part(const ReplaySource *source, const JsonValue *part, TestPart *out)
{
    if (json_kind(part) != JSON_OBJECT) return replay_source_error(source, part, "a part is an object");
    if (!replay_source_text(source, part, "name", &out->name) ||
        !replay_source_u32(source, part, "right", TEST_MAX_QUESTIONS, &out->right) ||
        !replay_source_u32(source, part, "total", TEST_MAX_QUESTIONS, &out->total))
        return false;
    return out->right <= out->total || replay_source_error(source, part, "more are right than there are");
}

static bool read_kinds(const ReplaySource *source, const JsonValue *root, TestReport *out)
{
    const JsonValue *kinds = replay_source_get(source, root, "kinds", JSON_ARRAY);
    if (!kinds) return false;
    for (const JsonValue *v = json_first(kinds); v; v = json_next(v)) {
        TestPart part;
        TestKind kind;
        if (!read_part(source, v, &part)) return false;
        if (!test_kind_find(part.name, &kind))
            return replay_source_error(source, v, "kinds are truefalse, choice, matching and typed");
        out->kinds[kind] = (TestPart){.right = part.right, .total = part.total};
    }
    return true;
}

static bool read_tags(const ReplaySource *source, const JsonValue *root, TestReport *out)
{
    const JsonValue *tags = replay_source_get(source, root, "tags", JSON_ARRAY);
    if (!tags) return false;
    TestPart *parts = ARENA_NEW_N(source->arena, TestPart, json_count(tags) + 1);
    for (const JsonValue *v = json_first(tags); v; v = json_next(v))
        if (!read_part(source, v, &parts[out->tag_count++])) return false;
    out->tags = parts;
    return true;
}

static bool read_words(const ReplaySource *source, const JsonValue *answer, TestAnswer *out)
{
    Str kind, shown;
    if (!replay_source_text(source, answer, "kind", &kind) ||
        !replay_source_text(source, answer, "shown", &shown))
        return false;
    if (!test_kind_find(kind, &out->kind))
        return replay_source_error(source, json_find(answer, "kind"),
                                   "kinds are truefalse, choice, matching and typed");
    if (!str_is(shown, STR("term")) && !str_is(shown, STR("definition")))
        return replay_source_error(source, json_find(answer, "shown"), "shown is term or definition");
    out->shown_side = str_is(shown, STR("term")) ? SIDE_TERM : SIDE_DEFINITION;
    return true;
}

static bool read_answer(const ReplaySource *source, const JsonValue *answer, TestAnswer *out)
{
    if (json_kind(answer) != JSON_OBJECT)
        return replay_source_error(source, answer, "an answer is an object");
    out->claim = STR("");
    if (json_find(answer, "claim") && !replay_source_text(source, answer, "claim", &out->claim)) return false;
    return read_words(source, answer, out) && replay_source_text(source, answer, "card", &out->card_id) &&
           replay_source_text(source, answer, "prompt", &out->prompt) &&
           replay_source_text(source, answer, "given", &out->given) &&
           replay_source_text(source, answer, "expected", &out->expected) &&
           replay_source_bool(source, answer, "right", &out->is_right) &&
           replay_source_bool(source, answer, "near", &out->is_near) &&
           replay_source_integer(source, answer, "response_ms", REPLAY_MAX_MS, &out->response_ms);
}

static bool read_answers(const ReplaySource *source, const JsonValue *root, TestReport *out)
{
    const JsonValue *list = replay_source_get(source, root, "answers", JSON_ARRAY);
    if (!list) return false;
    if (json_count(list) != out->total)
        return replay_source_error(source, list, "there are %zu answers to %u questions", json_count(list),
                                   out->total);
    TestAnswer *answers = ARENA_NEW_N(source->arena, TestAnswer, out->total + 1), *answer = answers;
    for (const JsonValue *v = json_first(list); v; v = json_next(v))
        if (!read_answer(source, v, answer++)) return false;
    out->answers = answers;
    return true;
}

static bool read_version(const ReplaySource *source, const JsonValue *root)
{
    Str format;
    int64_t version;
    if (json_kind(root) != JSON_OBJECT) return replay_source_error(source, root, "a report is an object");
    if (!replay_source_text(source, root, "format", &format) ||
        !replay_source_integer(source, root, "version", INT32_MAX, &version))
        return false;
    return (str_is(format, STR(TEST_REPORT_FORMAT)) && version == TEST_REPORT_VERSION) ||
           replay_source_error(source, root, "this is no \"" TEST_REPORT_FORMAT "\" of version %d",
                               TEST_REPORT_VERSION);
}

static bool read_root(const ReplaySource *source, TestReport *out)
{
    const JsonValue *root = json_root(source->doc);
    uint32_t limit_min;
    if (!read_version(source, root) || !replay_source_text(source, root, "deck", &out->deck_id) ||
        !replay_source_text(source, root, "title", &out->deck_title) ||
        !replay_source_text(source, root, "player", &out->player) ||
        !replay_source_integer(source, root, "at_ms", MAX_AT_MS, &out->at_ms) ||
        !replay_source_integer(source, root, "length_ms", REPLAY_MAX_MS, &out->length_ms) ||
        !replay_source_u32(source, root, "limit_min", TEST_MAX_LIMIT_MIN, &limit_min) ||
        !replay_source_bool(source, root, "timed_out", &out->is_timed_out) ||
        !replay_source_u32(source, root, "total", TEST_MAX_QUESTIONS, &out->total) ||
        !replay_source_u32(source, root, "right", out->total, &out->right))
        return false;
    out->limit_min = (int32_t)limit_min;
    return read_kinds(source, root, out) && read_tags(source, root, out) && read_answers(source, root, out);
}

bool test_report_read(Str text, Arena *arena, TestReport *out, Err *err)
{
    JsonProblem problem;
    *out = (TestReport){0};
    JsonDoc *doc = json_open(text, REPLAY_MAX_DEPTH, &problem);
    if (!doc) return err_set(err, "%d:%d: %s", problem.place.line, problem.place.column, problem.text);
    ReplaySource source = {doc, arena, err};
    bool is_read = read_root(&source, out);
    json_close(doc);
    return is_read;
}
