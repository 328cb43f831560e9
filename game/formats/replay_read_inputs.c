#include "formats/replay_source.h"

/* Highest value of an input. */
static int64_t max_value(InputKind kind)
{
    if (kind == INPUT_PAUSE) return REPLAY_MAX_MS;
    return kind == INPUT_ANSWER ? SETUP_MAX_OPTIONS - 1 : UINT32_MAX - 1;
}

static bool read_kind(const ReplaySource *source, const JsonValue *value, Mode mode, InputKind *out)
{
    const char *allowed = mode == MODE_MATCH ? "pick and pause" : "answer and pause";
    InputKind wrong = mode == MODE_MATCH ? INPUT_ANSWER : INPUT_PICK;
    if (json_kind(value) != JSON_STRING)
        return replay_source_error(source, value, "an input's kind is a string; kinds are %s", allowed);
    if (input_kind_find(json_string(value), out) && *out != wrong && *out != INPUT_TICK) return true;
    return replay_source_error(source, value, "no such input in this mode; kinds are %s", allowed);
}

static bool read_number(const ReplaySource *source, const JsonValue *value, int64_t high, const char *what,
                        int64_t *out)
{
    if (json_kind(value) == JSON_NUMBER && json_integer(value, out) && *out >= 0 && *out <= high) return true;
    return replay_source_error(source, value, "an input's %s is a whole number from 0 to %lld", what,
                               (long long)high);
}

static bool read_input(const ReplaySource *source, const JsonValue *value, Mode mode, Input *out)
{
    if (json_kind(value) != JSON_ARRAY || json_count(value) != 3)
        return replay_source_error(
            source, value, "an input is an array of three: milliseconds, kind, number: [1204, \"pick\", 3]");
    const JsonValue *at = json_first(value), *kind = json_next(at), *number = json_next(kind);
    return read_number(source, at, REPLAY_MAX_MS, "time", &out->at_ms) &&
           read_kind(source, kind, mode, &out->kind) &&
           read_number(source, number, max_value(out->kind), "number", &out->value);
}

bool replay_read_inputs(const ReplaySource *source, const JsonValue *root, Run *run)
{
    const JsonValue *inputs = replay_source_get(source, root, "inputs", JSON_ARRAY);
    if (!inputs) return false;
    Input *items = ARENA_NEW_N(source->arena, Input, json_count(inputs));
    run->input_count = 0;
    int64_t last_ms = 0;
    for (const JsonValue *value = json_first(inputs); value; value = json_next(value)) {
        Input *input = &items[run->input_count++];
        if (!read_input(source, value, run->setup.mode, input)) return false;
        if (input->at_ms < last_ms)
            return replay_source_error(source, value,
                                       "this input is at %lld ms, before the one before it at %lld ms",
                                       (long long)input->at_ms, (long long)last_ms);
        last_ms = input->at_ms;
    }
    run->inputs = items;
    return true;
}
