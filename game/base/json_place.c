#include <assert.h>
#include <string.h>

#include "base/json_text.h"
#include "base/text.h"

size_t json_text_mark(Str text)
{
    return str_starts(text, STR("\xEF\xBB\xBF")) ? 3 : 0;
}

JsonPlace json_text_place(Str text, size_t offset)
{
    int line = 1;
    size_t start = json_text_mark(text);
    assert(start <= offset && offset <= text.size);
    for (const char *feed; (feed = memchr(text.data + start, '\n', offset - start)) != NULL; line++)
        start = (size_t)(feed - text.data) + 1;
    return (JsonPlace){line, (int)text_length(str_slice(text, start, offset)) + 1};
}

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
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
    size_t after = string_end(text, at);
    while (after < text.size && is_space(text.data[after])) after++;
    return after < text.size && text.data[after] == ':' ? skip_between(text, after) : at;
}

JsonSpan json_text_span(Str text, size_t index)
{
    size_t at = skip_between(text, json_text_mark(text));
    for (size_t value = 0;; value++) {
        assert(at < text.size);
        size_t name = at;
        at = skip_name(text, at);
        if (value == index) return (JsonSpan){name, at, value_end(text, at)};
        bool is_container = text.data[at] == '{' || text.data[at] == '[';
        at = skip_between(text, is_container ? at + 1 : scalar_end(text, at));
    }
}
