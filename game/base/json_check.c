#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/json_text.h"
#include "base/text.h"

#define MAX_NUMBER_CHARACTERS 63

typedef struct {
    Str text;
    size_t at;
    int depth, max_depth;
    JsonTextList *list;
    size_t count; /* of items in the array or object that was left last */
    JsonProblem *problem;
} Check;

static bool check_value(Check *c);

PRINTF_LIKE(3, 4) static bool fail(Check *c, size_t at, const char *format, ...)
{
    JsonWalk walk = json_walk_start(c->text);
    c->problem->place = json_walk_place(&walk, at);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(c->problem->text, sizeof c->problem->text, format, arguments);
    va_end(arguments);
    return false;
}

static bool is_at_end(const Check *c)
{
    return c->at >= c->text.size;
}

/* Zero at the end: a zero byte is no part of any token either. */
static char peek(const Check *c)
{
    return is_at_end(c) ? '\0' : c->text.data[c->at];
}

static bool fail_expected(Check *c, const char *expected)
{
    if (is_at_end(c)) return fail(c, c->at, "expected %s, but the text ends here", expected);
    size_t end = c->at;
    uint32_t found = text_next(c->text, &end);
    if (found < 0x20 || found == 0x7F)
        return fail(c, c->at, "expected %s, found the control character U+%04X", expected, (unsigned)found);
    return fail(c, c->at, "expected %s, found %.*s", expected, STR_FMT(str_slice(c->text, c->at, end)));
}

static void skip_space(Check *c)
{
    for (; !is_at_end(c); c->at++) {
        char here = c->text.data[c->at];
        if (here != ' ' && here != '\n' && here != '\r' && here != '\t') return;
    }
}

/* The four hex digits at `at`; -1 if they are not there. */
static int hex_unit(const Check *c, size_t at)
{
    if (c->text.size - at < 4) return -1;
    int unit = 0;
    for (size_t i = at; i < at + 4; i++) {
        char here = c->text.data[i];
        int digit = here >= '0' && here <= '9'   ? here - '0'
                    : here >= 'a' && here <= 'f' ? here - 'a' + 10
                    : here >= 'A' && here <= 'F' ? here - 'A' + 10
                                                 : -1;
        if (digit < 0) return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

static bool is_low_surrogate_at(const Check *c, size_t at)
{
    if (c->text.size - at < 6 || c->text.data[at] != '\\' || c->text.data[at + 1] != 'u') return false;
    int unit = hex_unit(c, at + 2);
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

static bool check_unicode_escape(Check *c)
{
    size_t from = c->at;
    int unit = hex_unit(c, from + 2);
    if (unit < 0) return fail(c, from, "\\u needs four hex digits after it");
    if (unit == 0) return fail(c, from, "U+0000 is not allowed in a text");
    c->at += 6;
    if (unit < 0xD800 || unit > 0xDFFF) return true;
    if (unit >= 0xDC00 || !is_low_surrogate_at(c, c->at))
        return fail(c, from, "\\u%04X is one half of a surrogate pair: both halves are needed",
                    (unsigned)unit);
    c->at += 6;
    return true;
}

static bool check_escape(Check *c)
{
    char next = c->text.size - c->at > 1 ? c->text.data[c->at + 1] : '\0';
    if (next == 'u') return check_unicode_escape(c);
    if (next == '\0' || !strchr("\"\\/bfnrt", next))
        return fail(c, c->at, "unknown escape: after \\ comes one of \" \\ / b f n r t u");
    c->at += 2;
    return true;
}

/* Whether any of eight bytes is less than `limit` (at most 0x80): it alone borrows into its highest bit. */
static bool has_less(uint64_t eight, unsigned char limit)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), tops = UINT64_C(0x8080808080808080);
    return (eight - ones * limit) & ~eight & tops;
}

static bool has_special(const char *bytes)
{
    uint64_t eight;
    memcpy(&eight, bytes, sizeof eight);
    const uint64_t ones = UINT64_C(0x0101010101010101);
    return has_less(eight, 0x20) || has_less(eight ^ ones * '"', 1) || has_less(eight ^ ones * '\\', 1);
}

/* The next byte of a string that is not simply itself: a quote, a backslash, a control character, or the end.
 */
static size_t find_special(Str text, size_t at)
{
    while (text.size - at >= 8 && !has_special(text.data + at)) at += 8;
    while (at < text.size) {
        unsigned char here = (unsigned char)text.data[at];
        if (here == '"' || here == '\\' || here < 0x20) break;
        at++;
    }
    return at;
}

static bool check_string(Check *c)
{
    size_t from = c->at++;
    for (;;) {
        c->at = find_special(c->text, c->at);
        if (is_at_end(c)) return fail(c, from, "this string has no end: expected a closing \"");
        unsigned char here = (unsigned char)c->text.data[c->at];
        if (here == '"') break;
        if (here < 0x20)
            return fail(c, c->at, "control character U+%04X in a string: write it as an escape%s", here,
                        here == '\n' ? " (\\n)" : "");
        if (!check_escape(c)) return false;
    }
    c->at++;
    return true;
}

static bool skip_digits(Check *c)
{
    size_t from = c->at;
    while (peek(c) >= '0' && peek(c) <= '9') c->at++;
    return c->at > from || fail_expected(c, "a digit");
}

static bool check_number(Check *c)
{
    size_t from = c->at;
    if (peek(c) == '-') c->at++;
    size_t digits = c->at;
    if (!skip_digits(c)) return false;
    if (c->text.data[digits] == '0' && c->at > digits + 1)
        return fail(c, digits, "a number does not start with 0: write it without");
    if (peek(c) == '.') {
        c->at++;
        if (!skip_digits(c)) return false;
    }
    if (peek(c) == 'e' || peek(c) == 'E') {
        c->at++;
        if (peek(c) == '+' || peek(c) == '-') c->at++;
        if (!skip_digits(c)) return false;
    }
    return c->at - from <= MAX_NUMBER_CHARACTERS ||
           fail(c, from, "this number has %zu characters: at most %d are read", c->at - from,
                MAX_NUMBER_CHARACTERS);
}

static bool check_word(Check *c, Str word)
{
    Str rest = str_slice(c->text, c->at, c->text.size);
    if (!str_starts(rest, word)) return fail_expected(c, "true, false or null (or a text in double quotes)");
    c->at += word.size;
    return true;
}

/* After a value: true with `*is_closed` at the closing bracket, true at a comma that something follows. */
static bool check_separator(Check *c, char close, bool *is_closed)
{
    skip_space(c);
    *is_closed = peek(c) == close;
    if (!*is_closed && peek(c) != ',')
        return fail_expected(c, close == ']' ? ", or ] after a value" : ", or } after a value");
    size_t comma = c->at++;
    if (*is_closed) return true;
    skip_space(c);
    return peek(c) != close || fail(c, comma, "nothing follows this comma: take it out");
}

/* A member of the root. */
static bool check_member(Check *c, Str name)
{
    size_t from = c->at;
    if (!check_value(c)) return false;
    if (c->list->is_met || !json_part_is(&(JsonPart){.name = name}, c->list->name)) return true;
    c->list->is_met = true;
    c->list->is_found = c->text.data[from] == '[';
    if (!c->list->is_found) return true;
    c->list->from = from + 1;
    c->list->to = c->at - 1;
    c->list->count = c->count;
    return true;
}

static bool check_item(Check *c, char close)
{
    skip_space(c);
    if (close == ']') return check_value(c);
    size_t name = c->at;
    if (peek(c) != '"') return fail_expected(c, "a member's name in double quotes");
    if (!check_string(c)) return false;
    size_t name_end = c->at;
    skip_space(c);
    if (peek(c) != ':') return fail_expected(c, ": after a member's name");
    c->at++;
    skip_space(c);
    if (c->depth > 1 || !c->list->name.data) return check_value(c);
    return check_member(c, str_slice(c->text, name, name_end));
}

static bool check_items(Check *c, char close)
{
    if (c->depth == c->max_depth) return fail(c, c->at, "nested deeper than %d levels", c->max_depth);
    c->depth++;
    c->at++;
    skip_space(c);
    bool is_closed = peek(c) == close;
    if (is_closed) c->at++;
    size_t count = 0;
    for (; !is_closed; count++)
        if (!check_item(c, close) || !check_separator(c, close, &is_closed)) return false;
    c->count = count;
    c->depth--;
    return true;
}

static bool check_value(Check *c)
{
    switch (peek(c)) {
    case '"': return check_string(c);
    case '{': return check_items(c, '}');
    case '[': return check_items(c, ']');
    case 't': return check_word(c, STR("true"));
    case 'f': return check_word(c, STR("false"));
    case 'n': return check_word(c, STR("null"));
    case '\'': return fail(c, c->at, "a text stands in double quotes \", not in single ones");
    case '/': return fail(c, c->at, "JSON has no comments: take this out");
    default: break;
    }
    if (peek(c) == '-' || (peek(c) >= '0' && peek(c) <= '9')) return check_number(c);
    return fail_expected(c, "a value");
}

bool json_text_check(Str text, int max_depth, JsonTextList *list, JsonProblem *problem)
{
    Check c = {
        .text = text, .at = json_text_mark(text), .max_depth = max_depth, .list = list, .problem = problem};
    size_t invalid = text_find_invalid_utf8(text);
    if (invalid != TEXT_NO_OFFSET)
        return fail(&c, invalid, "byte 0x%02X is not UTF-8 here: save the file as UTF-8",
                    (unsigned)(unsigned char)text.data[invalid]);
    skip_space(&c);
    if (!check_value(&c)) return false;
    skip_space(&c);
    return is_at_end(&c) || fail_expected(&c, "nothing more after the end of the value");
}
