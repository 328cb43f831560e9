#include "formats/replay_source.h"

#include <stdarg.h>
#include <stdio.h>

bool replay_source_error(const ReplaySource *source, const JsonValue *at, const char *format, ...)
{
    char text[sizeof((Err *)0)->text];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    JsonPlace place = json_place(source->doc, at);
    return err_set(source->err, "%d:%d: %s", place.line, place.column, text);
}

const JsonValue *replay_source_get(const ReplaySource *source, const JsonValue *object, const char *name,
                                   JsonKind kind)
{
    const JsonValue *value = json_find(object, name);
    if (!value) {
        replay_source_error(source, object, "\"%s\" is missing; it is %s", name, json_kind_name(kind));
        return NULL;
    }
    if (json_kind(value) != kind) {
        replay_source_error(source, value, "\"%s\" is %s; it must be %s", name,
                            json_kind_name(json_kind(value)), json_kind_name(kind));
        return NULL;
    }
    return value;
}

bool replay_source_text(const ReplaySource *source, const JsonValue *object, const char *name, Str *out)
{
    const JsonValue *value = replay_source_get(source, object, name, JSON_STRING);
    if (!value) return false;
    Str text = json_string(value);
    if (text.size > DECK_MAX_TEXT_BYTES)
        return replay_source_error(source, value, "\"%s\" has %zu bytes; a text has at most %d", name,
                                   text.size, DECK_MAX_TEXT_BYTES);
    *out = str_copy(source->arena, text);
    return true;
}

bool replay_source_bool(const ReplaySource *source, const JsonValue *object, const char *name, bool *out)
{
    const JsonValue *value = replay_source_get(source, object, name, JSON_BOOL);
    if (value) *out = json_bool(value);
    return value != NULL;
}

bool replay_source_integer(const ReplaySource *source, const JsonValue *object, const char *name,
                           int64_t high, int64_t *out)
{
    const JsonValue *value = replay_source_get(source, object, name, JSON_NUMBER);
    if (!value) return false;
    if (json_integer(value, out) && *out >= 0 && *out <= high) return true;
    return replay_source_error(source, value, "\"%s\" is not a whole number from 0 to %lld", name,
                               (long long)high);
}

bool replay_source_u32(const ReplaySource *source, const JsonValue *object, const char *name, uint32_t high,
                       uint32_t *out)
{
    int64_t number;
    if (!replay_source_integer(source, object, name, high, &number)) return false;
    *out = (uint32_t)number;
    return true;
}

/* Decimal digits without a leading zero, so that one seed has one text. */
static bool parse_seed(Str text, uint64_t *out)
{
    if (text.size == 0 || text.size > 20 || (text.size > 1 && text.data[0] == '0')) return false;
    uint64_t seed = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9') return false;
        uint64_t digit = (uint64_t)(text.data[i] - '0');
        if (seed > (UINT64_MAX - digit) / 10) return false;
        seed = seed * 10 + digit;
    }
    *out = seed;
    return true;
}

bool replay_source_seed(const ReplaySource *source, const JsonValue *object, const char *name, uint64_t *out)
{
    Str text;
    if (!replay_source_text(source, object, name, &text)) return false;
    return parse_seed(text, out) ||
           replay_source_error(source, json_find(object, name),
                               "a seed is a string of decimal digits, \"0\" to \"18446744073709551615\"");
}

bool replay_source_tags(const ReplaySource *source, const JsonValue *object, const Str **out, uint32_t *count)
{
    const JsonValue *tags = replay_source_get(source, object, "tags", JSON_ARRAY);
    if (!tags) return false;
    Str *names = ARENA_NEW_N(source->arena, Str, json_count(tags));
    for (const JsonValue *tag = json_first(tags); tag; tag = json_next(tag)) {
        if (json_kind(tag) != JSON_STRING)
            return replay_source_error(source, tag, "a tag is a string, not %s",
                                       json_kind_name(json_kind(tag)));
        names[(*count)++] = str_copy(source->arena, json_string(tag));
    }
    *out = names;
    return true;
}
