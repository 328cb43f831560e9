/* Texts as JSON writes them. */
#include <string.h>

#include "base/json.h"

static bool is_escaped(char c)
{
    return (unsigned char)c < 0x20 || c == '"' || c == '\\';
}

#define EIGHT(byte) (UINT64_C(0x0101010101010101) * (byte))

static bool has_byte_below(uint64_t eight, unsigned least)
{
    return ((eight - EIGHT(least)) & ~eight & EIGHT(0x80)) != 0;
}

/* Where something is next that JSON writes otherwise. */
static size_t find_escaped(Str text, size_t at)
{
    uint64_t eight;
    for (; text.size - at >= sizeof eight; at += sizeof eight) {
        memcpy(&eight, text.data + at, sizeof eight);
        if (has_byte_below(eight, 0x20) || has_byte_below(eight ^ EIGHT('"'), 1) ||
            has_byte_below(eight ^ EIGHT('\\'), 1))
            break;
    }
    while (at < text.size && !is_escaped(text.data[at])) at++;
    return at;
}

/* What stands behind a backslash for it; 0: cJSON knows. */
static char letter_of(char c)
{
    if (c == '"' || c == '\\') return c;
    return c == '\n' ? 'n' : c == '\t' ? 't' : '\0';
}

/* As cJSON prints it: the only item of a list, without the brackets. */
static void add_printed(StrBuf *out, Str value)
{
    JsonWriter writer;
    Arena arena;
    arena_init(&arena, 0);
    json_writer_init(&writer);
    json_begin_array(&writer, NULL);
    json_put_string(&writer, NULL, value);
    json_end_array(&writer);
    Str list = json_writer_finish(&writer, &arena, false);
    str_buf_add(out, str_slice(list, 1, list.size - 1));
    arena_deinit(&arena);
}

/* Most texts go into a file as they are, but for line breaks and quotes. */
void json_add_quoted(StrBuf *out, Str value)
{
    size_t before = out->size;
    str_buf_add(out, STR("\""));
    for (size_t at = 0, end;; at = end + 1) {
        end = find_escaped(value, at);
        str_buf_add(out, str_slice(value, at, end));
        if (end == value.size) break;
        char escaped[] = {'\\', letter_of(value.data[end])};
        if (!escaped[1]) {
            out->size = before;
            add_printed(out, value);
            return;
        }
        str_buf_add(out, (Str){escaped, sizeof escaped});
    }
    str_buf_add(out, STR("\""));
}

Str json_quote(Str value, Arena *arena)
{
    StrBuf out;
    str_buf_init(&out, arena);
    str_buf_reserve(&out, value.size + 2);
    json_add_quoted(&out, value);
    return str_buf_str(&out);
}

bool json_part_is(const JsonPart *part, Str name)
{
    if (part->name.size == 0) return false;
    Str inner = str_slice(part->name, 1, part->name.size - 1);
    if (inner.size == 0 || !memchr(inner.data, '\\', inner.size)) return str_is(inner, name);
    JsonProblem problem;
    JsonDoc *doc = json_open(part->name, 1, &problem);
    bool is_it = doc && str_is(json_string(json_root(doc)), name);
    json_close(doc);
    return is_it;
}
