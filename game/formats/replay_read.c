#include "formats/replay.h"
#include "formats/replay_source.h"
#include "formats/utc.h"

/* First of all, so that what another version has otherwise is not told as wrong. */
static bool read_versions(const ReplaySource *source, const JsonValue *root, Run *out)
{
    Str format;
    int64_t version, rules;
    if (!replay_source_text(source, root, "format", &format)) return false;
    if (!str_is(format, STR(REPLAY_FORMAT)))
        return replay_source_error(source, json_find(root, "format"),
                                   "the format is not \"" REPLAY_FORMAT "\"");
    if (!replay_source_integer(source, root, "version", INT32_MAX, &version)) return false;
    if (version != REPLAY_VERSION)
        return replay_source_error(source, json_find(root, "version"),
                                   "this is a replay of version %lld; this game reads version %d",
                                   (long long)version, REPLAY_VERSION);
    if (!replay_source_integer(source, root, "rules", INT32_MAX, &rules)) return false;
    if (rules != RULES_VERSION)
        return replay_source_error(
            source, json_find(root, "rules"),
            "this was played under version %lld of the rules; this game knows version %d", (long long)rules,
            RULES_VERSION);
    out->rules = (uint32_t)rules;
    return true;
}

static bool is_fingerprint(Str text)
{
    if (text.size != DECK_FINGERPRINT_HEX) return false;
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return false;
    }
    return true;
}

static bool read_deck(const ReplaySource *source, const JsonValue *root, Run *out)
{
    const JsonValue *deck = replay_source_get(source, root, "deck", JSON_OBJECT);
    if (!deck || !replay_source_text(source, deck, "id", &out->deck_id) ||
        !replay_source_text(source, deck, "title", &out->deck_title) ||
        !replay_source_text(source, deck, "fingerprint", &out->deck_fingerprint))
        return false;
    if (out->deck_id.size == 0)
        return replay_source_error(source, json_find(deck, "id"), "the deck's id is empty");
    return is_fingerprint(out->deck_fingerprint) ||
           replay_source_error(source, json_find(deck, "fingerprint"),
                               "a fingerprint is %d lower-case hexadecimal digits", DECK_FINGERPRINT_HEX);
}

static bool read_played_at(const ReplaySource *source, const JsonValue *root, Run *out)
{
    Str text;
    if (!replay_source_text(source, root, "played_at", &text)) return false;
    return utc_read(text, &out->played_at_s) ||
           replay_source_error(source, json_find(root, "played_at"),
                               "a time is UTC like \"2026-11-23T18:04:05Z\", not before 1970");
}

static bool read_result(const ReplaySource *source, const JsonValue *root, Run *out)
{
    Result *result = &out->result;
    const JsonValue *value = replay_source_get(source, root, "result", JSON_OBJECT);
    if (!value) return false;
    if (out->setup.mode == MODE_MATCH &&
        !replay_source_integer(source, value, "penalty_ms", REPLAY_MAX_MS, &result->penalty_ms))
        return false;
    return replay_source_integer(source, value, "time_ms", REPLAY_MAX_MS, &result->time_ms) &&
           replay_source_integer(source, value, "score", REPLAY_MAX_MS, &result->score) &&
           replay_source_u32(source, value, "right", INT32_MAX, &result->right) &&
           replay_source_u32(source, value, "wrong", INT32_MAX, &result->wrong) &&
           replay_source_u32(source, value, "best_streak", INT32_MAX, &result->best_streak) &&
           replay_source_u32(source, value, "stars", 3, &result->stars) &&
           replay_source_u32(source, value, "inputs", INT32_MAX, &result->inputs);
}

static bool is_device(Str name)
{
    static const char *const devices[] = {"keyboard", "mouse", "pad", "touch", "autoplay"};
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        if (str_is(name, str_of(devices[i]))) return true;
    return false;
}

static bool read_facts(const ReplaySource *source, const JsonValue *root, Run *out)
{
    const JsonValue *facts = replay_source_get(source, root, "facts", JSON_OBJECT);
    if (!facts || !replay_source_integer(source, facts, "wall_ms", REPLAY_MAX_MS, &out->wall_ms) ||
        !replay_source_text(source, facts, "input", &out->input))
        return false;
    return is_device(out->input) || replay_source_error(source, json_find(facts, "input"),
                                                        "input is keyboard, mouse, pad, touch or autoplay");
}

static bool read_root(const ReplaySource *source, Run *out)
{
    const JsonValue *root = json_root(source->doc);
    if (json_kind(root) != JSON_OBJECT)
        return replay_source_error(source, root, "a replay is an object, not %s",
                                   json_kind_name(json_kind(root)));
    JsonPlace place;
    Str twice;
    if (json_find_duplicate(source->doc, &place, &twice))
        return err_set(source->err, "%d:%d: \"%.*s\" is there twice", place.line, place.column,
                       STR_FMT(twice));
    return read_versions(source, root, out) && read_deck(source, root, out) &&
           replay_source_text(source, root, "player", &out->player) && read_played_at(source, root, out) &&
           replay_source_bool(source, root, "autoplay", &out->is_autoplay) &&
           replay_read_setup(source, root, &out->setup) &&
           replay_source_seed(source, root, "seed", &out->seed) &&
           replay_read_deal(source, root, &out->setup, &out->deal) && replay_read_inputs(source, root, out) &&
           read_result(source, root, out) && read_facts(source, root, out);
}

bool replay_read(Str text, Arena *arena, Run *out, Err *err)
{
    *out = (Run){0};
    if (text.size > REPLAY_MAX_BYTES)
        return err_set(err, "1:1: a replay of %zu bytes; it can have at most %u", text.size,
                       REPLAY_MAX_BYTES);
    JsonProblem problem;
    JsonDoc *doc = json_open(text, REPLAY_MAX_DEPTH, &problem);
    if (!doc) return err_set(err, "%d:%d: %s", problem.place.line, problem.place.column, problem.text);
    bool is_read = read_root(&(ReplaySource){doc, arena, err}, out);
    json_close(doc);
    return is_read;
}
