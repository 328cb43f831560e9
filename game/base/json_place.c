#include <assert.h>
#include <string.h>

#include "base/json_text.h"
#include "base/text.h"

size_t json_text_mark(Str text)
{
    return str_starts(text, STR("\xEF\xBB\xBF")) ? 3 : 0;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static size_t skip_space(Str text, size_t at)
{
    while (at < text.size && is_space(text.data[at])) at++;
    return at;
}

static bool is_between_tokens(char c)
{
    return is_space(c) || c == ',' || c == ':' || c == ']' || c == '}';
}

static size_t skip_between(Str text, size_t at)
{
    while (at < text.size && is_between_tokens(text.data[at])) at++;
    return at;
}

/* A quote ends the string if the run of backslashes before it pairs off. */
static bool is_escaped(Str text, size_t from, size_t quote)
{
    size_t at = quote;
    while (at > from && text.data[at - 1] == '\\') at--;
    return (quote - at) % 2 == 1;
}

static size_t string_end(Str text, size_t at)
{
    size_t from = at + 1;
    do {
        at++;
        const char *quote = memchr(text.data + at, '"', text.size - at);
        assert(quote);
        at = (size_t)(quote - text.data);
    } while (is_escaped(text, from, at));
    return at + 1;
}

static size_t scalar_end(Str text, size_t at)
{
    if (text.data[at] == '"') return string_end(text, at);
    while (at < text.size && !is_between_tokens(text.data[at])) at++;
    return at;
}

static size_t value_end(Str text, size_t at)
{
    if (text.data[at] != '{' && text.data[at] != '[') return scalar_end(text, at);
    for (int depth = 0;; at++) {
        char here = text.data[at];
        if (here == '"') {
            at = string_end(text, at) - 1;
        } else if (here == '{' || here == '[') {
            depth++;
        } else if ((here == '}' || here == ']') && --depth == 0) {
            return at + 1;
        }
    }
}

/* The start of a member's value if its name stands at `at` (a string that a colon follows), else `at`. */
static size_t skip_name(Str text, size_t at)
{
    if (text.data[at] != '"') return at;
    size_t after = skip_space(text, string_end(text, at));
    return after < text.size && text.data[after] == ':' ? skip_between(text, after) : at;
}

JsonWalk json_walk_start(Str text)
{
    size_t mark = json_text_mark(text), from = skip_between(text, mark);
    return (JsonWalk){.text = text, .from = from, .at = from, .place_at = mark, .place = {1, 1}};
}

void json_walk_begin_at(JsonWalk *walk, size_t from)
{
    walk->from = walk->at = from;
    walk->value = 0;
}

static void step(JsonWalk *walk)
{
    Str text = walk->text;
    size_t at = skip_name(text, walk->at);
    bool is_container = text.data[at] == '{' || text.data[at] == '[';
    walk->at = skip_between(text, is_container ? at + 1 : scalar_end(text, at));
    if (walk->at >= walk->gap_from && walk->at < walk->gap_to) walk->at = skip_between(text, walk->gap_to);
    walk->value++;
}

JsonSpan json_walk_span(JsonWalk *walk, size_t value)
{
    if (value < walk->value) json_walk_begin_at(walk, walk->from);
    while (walk->value < value) {
        step(walk);
        assert(walk->at < walk->text.size);
    }
    size_t start = skip_name(walk->text, walk->at);
    return (JsonSpan){walk->at, start, value_end(walk->text, start)};
}

JsonParts json_parts(Str text)
{
    size_t open = skip_space(text, json_text_mark(text));
    assert(open < text.size && (text.data[open] == '{' || text.data[open] == '['));
    return json_parts_at(text, open + 1);
}

JsonParts json_parts_at(Str text, size_t from)
{
    return (JsonParts){text, skip_space(text, from)};
}

bool json_parts_begin(JsonParts *parts)
{
    Str text = parts->text;
    assert(parts->at < text.size);
    if (text.data[parts->at] == ',') parts->at = skip_space(text, parts->at + 1);
    return text.data[parts->at] != '}' && text.data[parts->at] != ']';
}

void json_parts_end(JsonParts *parts, size_t end)
{
    parts->at = skip_space(parts->text, end);
}

bool json_parts_next(JsonParts *parts, JsonPart *out)
{
    if (!json_parts_begin(parts)) return false;
    Str text = parts->text;
    size_t at = parts->at, start = skip_name(text, at);
    size_t name_end = start > at ? string_end(text, at) : at;
    size_t end = value_end(text, start);
    *out = (JsonPart){str_slice(text, at, name_end), str_slice(text, start, end)};
    json_parts_end(parts, end);
    return true;
}

JsonPlace json_walk_place(JsonWalk *walk, size_t offset)
{
    Str text = walk->text;
    if (offset < walk->place_at) {
        walk->place_at = json_text_mark(text);
        walk->place = (JsonPlace){1, 1};
    }
    assert(walk->place_at <= offset && offset <= text.size);
    const char *feed;
    while ((feed = memchr(text.data + walk->place_at, '\n', offset - walk->place_at)) != NULL) {
        walk->place_at = (size_t)(feed - text.data) + 1;
        walk->place = (JsonPlace){walk->place.line + 1, 1};
    }
    walk->place.column += (int)text_length(str_slice(text, walk->place_at, offset));
    walk->place_at = offset;
    return walk->place;
}
