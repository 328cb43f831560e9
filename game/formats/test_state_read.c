#include <string.h>

#include "base/json.h"
#include "formats/replay.h"
#include "formats/replay_source.h"
#include "formats/test_questions.h"
#include "formats/test_state.h"

static bool read_kinds(const ReplaySource *source, const JsonValue *object, unsigned *out)
{
    const JsonValue *kinds = replay_source_get(source, object, "kinds", JSON_ARRAY);
    if (!kinds) return false;
    unsigned read = 0;
    for (const JsonValue *v = json_first(kinds); v; v = json_next(v)) {
        TestKind kind;
        if (json_kind(v) != JSON_STRING || !test_kind_find(json_string(v), &kind))
            return replay_source_error(source, v, "kinds are truefalse, choice, matching and typed");
        read |= 1u << kind;
    }
    if (read == 0) return replay_source_error(source, kinds, "a test has at least one kind of question");
    *out = read;
    return true;
}

static bool read_choices(const ReplaySource *source, const JsonValue *object, TestSetup *out)
{
    uint32_t limit_min;
    Str ask;
    TestSetup read = *out;
    if (!replay_source_u32(source, object, "questions", TEST_MAX_QUESTIONS, &read.questions) ||
        !read_kinds(source, object, &read.kinds) ||
        !replay_source_u32(source, object, "limit_min", TEST_MAX_LIMIT_MIN, &limit_min) ||
        !replay_source_text(source, object, "ask", &ask))
        return false;
    if (!ask_find(ask, &read.ask))
        return replay_source_error(source, json_find(object, "ask"), "ask is definition, term or both");
    read.limit_min = (int32_t)limit_min;
    *out = read;
    return true;
}

static bool read_cards(const ReplaySource *source, const JsonValue *object, const Deck *deck, TestSetup *out)
{
    if (!json_find(object, "cards")) return true;
    const JsonValue *cards = replay_source_get(source, object, "cards", JSON_ARRAY);
    if (!cards) return false;
    uint32_t *numbers = ARENA_NEW_N(source->arena, uint32_t, json_count(cards) + 1);
    for (const JsonValue *v = json_first(cards); v; v = json_next(v)) {
        uint32_t card = json_kind(v) == JSON_STRING ? deck_find_card(deck, json_string(v)) : DECK_NO_CARD;
        if (card == DECK_NO_CARD) return replay_source_error(source, v, "the deck has no such card");
        numbers[out->card_count++] = card;
    }
    out->cards = numbers;
    return true;
}

static bool read_paper_setup(const ReplaySource *source, const JsonValue *paper, const Deck *deck,
                             TestSetup *out)
{
    const JsonValue *setup = replay_source_get(source, paper, "setup", JSON_OBJECT);
    Str match;
    if (!setup || !read_choices(source, setup, out) ||
        !replay_source_tags(source, setup, &out->tags, &out->tag_count) ||
        !replay_source_text(source, setup, "tags_match", &match))
        return false;
    if (!tags_match_find(match, &out->tags_match))
        return replay_source_error(source, json_find(setup, "tags_match"), "tags_match is any or all");
    return read_cards(source, setup, deck, out);
}

/* Text, option and times of one question; what the question does not have is passed over. */
static bool read_answer(const ReplaySource *source, const JsonValue *answer, TestQuestion *out)
{
    if (json_kind(answer) == JSON_NULL) return true;
    if (json_kind(answer) != JSON_OBJECT)
        return replay_source_error(source, answer, "an answer is an object or null");
    uint32_t options = out->kind == TEST_TRUE_FALSE ? 2 : out->deal.option_count;
    Str typed;
    bool is_read = replay_source_integer(source, answer, "response_ms", REPLAY_MAX_MS, &out->response_ms);
    if (is_read && json_find(answer, "chosen"))
        is_read = replay_source_u32(source, answer, "chosen", options - 1, &out->chosen);
    if (is_read && json_find(answer, "open"))
        is_read = replay_source_u32(source, answer, "open", TEST_BLOCK, &out->open);
    if (is_read && json_find(answer, "lost_focus"))
        is_read = replay_source_bool(source, answer, "lost_focus", &out->lost_focus);
    if (is_read && json_find(answer, "typed")) {
        is_read = replay_source_text(source, answer, "typed", &typed);
        if (is_read && typed.size >= TEST_TYPED_BYTES)
            return replay_source_error(source, answer, "a typed answer has at most %d bytes",
                                       TEST_TYPED_BYTES - 1);
        if (is_read)
            out->typed = memcpy(arena_alloc(source->arena, TEST_TYPED_BYTES), typed.data, typed.size);
    }
    out->is_seen = true;
    return is_read;
}

static bool read_answers(const ReplaySource *source, const JsonValue *object, TestPaper *paper)
{
    const JsonValue *answers = replay_source_get(source, object, "answers", JSON_ARRAY);
    if (!answers) return false;
    if (json_count(answers) != paper->count)
        return replay_source_error(source, answers, "there are %zu answers to %u questions",
                                   json_count(answers), paper->count);
    TestQuestion *question = paper->questions;
    for (const JsonValue *v = json_first(answers); v; v = json_next(v))
        if (!read_answer(source, v, question++)) return false;
    return replay_source_u32(source, object, "front", paper->count - 1, &paper->front) &&
           replay_source_integer(source, object, "spent_ms", REPLAY_MAX_MS, &paper->spent_ms);
}

/* Is it of this deck, as it is now, and of questions as this game makes them? */
static bool read_origin(const ReplaySource *source, const JsonValue *object, const Deck *deck, uint64_t *seed)
{
    Str fingerprint;
    int64_t deal;
    if (!replay_source_integer(source, object, "deal", INT32_MAX, &deal) ||
        !replay_source_text(source, object, "fingerprint", &fingerprint) ||
        !replay_source_seed(source, object, "seed", seed))
        return false;
    if (!str_is(fingerprint, deck_fingerprint(deck)))
        return replay_source_error(source, object, "the deck has changed since");
    return deal == TEST_DEAL_VERSION ||
           replay_source_error(source, object, "another version of the game made this paper");
}

/* Of version 1: made again. */
static bool make_paper(const ReplaySource *source, const JsonValue *object, const PlayIndex *index,
                       TestPaper **out)
{
    uint64_t seed;
    TestSetup setup = test_setup_default();
    if (!read_origin(source, object, index->deck, &seed) ||
        !read_paper_setup(source, object, index->deck, &setup))
        return false;
    TestPaper *paper = test_paper_make(source->arena, index, &setup, seed);
    if (!paper) return replay_source_error(source, object, "no card of the deck has these tags");
    if (!read_answers(source, object, paper)) return false;
    *out = paper;
    return true;
}

static bool lay_paper(const ReplaySource *source, const JsonValue *object, const PlayIndex *index,
                      TestState *out)
{
    TestPaper written = {.arena = source->arena, .setup = test_setup_default(), .since_ms = TEST_STANDS};
    Redeal *names;
    if (!read_paper_setup(source, object, index->deck, &written.setup) ||
        !test_questions_read(source, object, &written, &names) || !read_answers(source, object, &written))
        return false;
    out->paper = test_paper_again(&written, names, index, &out->lost);
    return true;
}

static bool read_paper(const ReplaySource *source, const JsonValue *root, const PlayIndex *index,
                       TestState *out)
{
    if (!json_find(root, "paper")) return true;
    const JsonValue *object = replay_source_get(source, root, "paper", JSON_OBJECT);
    if (!object) return false;
    if (json_find(object, "questions")) return lay_paper(source, object, index, out);
    return make_paper(source, object, index, &out->paper);
}

static bool read_root(const ReplaySource *source, const PlayIndex *index, TestState *out)
{
    const JsonValue *root = json_root(source->doc);
    Str format;
    int64_t version;
    if (json_kind(root) != JSON_OBJECT) return replay_source_error(source, root, "a test is an object");
    if (!replay_source_text(source, root, "format", &format) ||
        !replay_source_integer(source, root, "version", INT32_MAX, &version))
        return false;
    if (!str_is(format, STR(TEST_STATE_FORMAT)) || version < 1 || version > TEST_STATE_VERSION)
        return replay_source_error(source, root, "this is no \"" TEST_STATE_FORMAT "\" of version 1 to %d",
                                   TEST_STATE_VERSION);
    const JsonValue *choices = replay_source_get(source, root, "setup", JSON_OBJECT);
    return choices && read_choices(source, choices, &out->setup) && read_paper(source, root, index, out);
}

bool test_state_read(Str text, const PlayIndex *index, Arena *arena, TestState *out, Err *err)
{
    JsonProblem problem;
    *out = (TestState){.setup = test_setup_default()};
    JsonDoc *doc = json_open(text, REPLAY_MAX_DEPTH, &problem);
    if (!doc) return err_set(err, "%d:%d: %s", problem.place.line, problem.place.column, problem.text);
    ReplaySource source = {doc, arena, err};
    bool is_read = read_root(&source, index, out);
    json_close(doc);
    return is_read;
}
