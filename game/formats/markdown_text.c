#include "formats/markdown_text.h"

#include <string.h>

#define MAX_DEPTH 8
#define MAX_RUN   8
#define MAX_LABEL 300 /* bytes of a link's words, and of its address */

#define OPEN_COMMENT (UINT32_C(1) << 31)

typedef struct {
    char *out;
    size_t size;
    int32_t pictures;
} Writer;

typedef struct {
    Writer *writer;
    Str text;
    size_t at;
    int depth;
    uint32_t hopeless; /* a bit for each mark that nothing closes from here on: it is looked for once */
} Reader;

static void write_marked(Writer *writer, Str text, int depth);

static char at(Str text, size_t i)
{
    return i < text.size ? text.data[i] : ' ';
}

static char before(Str text, size_t i)
{
    return i > 0 ? text.data[i - 1] : ' ';
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool is_word(char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static bool is_punctuation(char c)
{
    return c > ' ' && c < 0x7f && !is_word(c);
}

static size_t run_at(Str text, size_t from)
{
    size_t end = from;
    while (end < text.size && text.data[end] == text.data[from]) end++;
    return end - from;
}

static void write_text(Writer *writer, Str text)
{
    if (text.size) memcpy(writer->out + writer->size, text.data, text.size);
    writer->size += text.size;
}

static void take(Reader *reader, size_t size)
{
    write_text(reader->writer, str_slice(reader->text, reader->at, reader->at + size));
    reader->at += size;
}

/* --- comments, code, formulas: nothing in them is a mark --- */

static bool read_comment(Reader *reader)
{
    Str text = reader->text;
    if (!str_starts(str_slice(text, reader->at, text.size), STR("<!--"))) return false;
    size_t end = reader->hopeless & OPEN_COMMENT ? text.size : str_find(text, reader->at, STR("-->"));
    bool is_closed = end < text.size;
    if (is_closed)
        reader->at = end + 3;
    else
        reader->hopeless |= OPEN_COMMENT;
    return is_closed;
}

static bool read_code(Reader *reader, size_t run)
{
    Str text = reader->text;
    for (size_t i = reader->at + run; i < text.size;) {
        size_t other = text.data[i] == '`' ? run_at(text, i) : 1;
        if (text.data[i] == '`' && other == run) {
            Str code = str_slice(text, reader->at + run, i);
            bool has_room = code.size > 2 && code.data[0] == ' ' && code.data[code.size - 1] == ' ';
            write_text(reader->writer, has_room ? str_slice(code, 1, code.size - 1) : code);
            reader->at = i + run;
            return true;
        }
        i += other;
    }
    return false;
}

static bool may_begin_formula(Str text, size_t open, size_t run)
{
    return run == 2 || (run == 1 && !is_space(at(text, open + 1)));
}

/* "$5 and $6" is no formula: none ends behind a space or before a digit. */
static bool read_formula(Reader *reader, size_t run)
{
    Str text = reader->text;
    size_t from = reader->at + run;
    for (size_t i = from; i < text.size; i++) {
        if (text.data[i] == '\\') i++;
        bool is_end =
            at(text, i) == '$' && run_at(text, i) == run && (run == 2 || !is_space(before(text, i)));
        if (!is_end || is_word(at(text, i + run))) continue;
        take(reader, i + run - reader->at);
        return true;
    }
    return false;
}

/* --- links --- */

/* Behind an address and its title, from the bracket on; 0: it is none. */
static size_t match_address(Str text, size_t from)
{
    if (at(text, from) != '(') return 0;
    size_t i = from + 1, most = from + MAX_LABEL;
    int open = 1;
    for (; i < text.size && i < most; i++) {
        open += (text.data[i] == '(') - (text.data[i] == ')');
        bool is_title = text.data[i] == ' ' && (at(text, i + 1) == '"' || at(text, i + 1) == '\'');
        if (is_title) break;
        if (open == 0) return i + 1;
        if (is_space(text.data[i])) return 0;
    }
    while (i < text.size && i < most && text.data[i] != ')') i++;
    return at(text, i) == ')' ? i + 1 : 0;
}

static size_t match_label(Str text, size_t from)
{
    int open = 0;
    for (size_t i = from; i < text.size && i < from + MAX_LABEL; i++) {
        if (text.data[i] == '\\') i++;
        open += (at(text, i) == '[') - (at(text, i) == ']');
        if (open == 0) return i;
    }
    return 0;
}

/* "[words][]", whose address stands elsewhere under these words; "a[1][]" is code. */
static bool is_named(Str text, size_t from, size_t end)
{
    bool is_apart = from == 0 || !is_word(text.data[from - 1]);
    return end > from + 1 && is_apart && at(text, end + 1) == '[' && at(text, end + 2) == ']';
}

/* "[[page|words]]" of a wiki. */
static bool read_wiki_link(Reader *reader, size_t from, bool is_picture)
{
    size_t most = from + MAX_LABEL < reader->text.size ? from + MAX_LABEL : reader->text.size;
    Str text = str_slice(reader->text, 0, most);
    size_t end = at(text, from + 1) == '[' ? str_find(text, from, STR("]]")) : text.size;
    if (end == text.size) return false;
    Str words = str_slice(text, from + 2, end);
    size_t bar = str_find(words, 0, STR("|"));
    if (bar < words.size) words = str_slice(words, bar + 1, words.size);
    if (!is_picture) write_text(reader->writer, words);
    reader->at = end + 2;
    return true;
}

static bool read_link(Reader *reader, bool is_picture)
{
    size_t from = reader->at + is_picture;
    Str text = reader->text;
    if (read_wiki_link(reader, from, is_picture)) {
        reader->writer->pictures += is_picture;
        return true;
    }
    size_t end = match_label(text, from);
    size_t behind = end ? match_address(text, end + 1) : 0;
    if (behind == 0 && is_named(text, from, end)) behind = end + 3;
    if (behind == 0) return false;
    reader->writer->pictures += is_picture;
    write_marked(reader->writer, str_slice(text, from + 1, end), reader->depth + 1);
    reader->at = behind;
    return true;
}

/* --- emphasis --- */

/* Outside of the marks a word may go on at one end alone, of underlines at none. */
static bool is_outside_free(Str text, size_t open, size_t behind)
{
    bool is_free_before = !is_word(before(text, open)), is_free_behind = !is_word(at(text, behind));
    return text.data[open] == '_' ? is_free_before && is_free_behind : is_free_before || is_free_behind;
}

static bool may_begin_emphasis(Str text, size_t open, size_t run)
{
    char mark = text.data[open];
    bool is_double = mark == '~' || mark == '=', is_in_word = mark == '_' && is_word(before(text, open));
    return run <= 3 && (!is_double || run == 2) && !is_in_word && !is_space(at(text, open + run));
}

static bool read_emphasis(Reader *reader, size_t run)
{
    Str text = reader->text;
    char mark = text.data[reader->at];
    for (size_t i = reader->at + run; i < text.size;) {
        if (text.data[i] == '\\') i++;
        size_t other = at(text, i) == mark ? run_at(text, i) : 0;
        bool is_close = other == run || (other == 3 && run < 3);
        if (is_close && !is_space(before(text, i)) && is_outside_free(text, reader->at, i + other)) {
            size_t end = i + other;
            write_marked(reader->writer, str_slice(text, reader->at + run, end - run), reader->depth + 1);
            reader->at = end;
            return true;
        }
        i += other ? other : 1;
    }
    return false;
}

/* --- all of them --- */

static bool read_run(Reader *reader, size_t run)
{
    switch (reader->text.data[reader->at]) {
    case '`': return read_code(reader, run);
    case '$': return read_formula(reader, run);
    default: return read_emphasis(reader, run);
    }
}

/* One that begins nothing, as in "2 * 3", says nothing of those behind it. */
static bool may_begin(const Reader *reader, size_t run)
{
    switch (reader->text.data[reader->at]) {
    case '`': return true;
    case '$': return may_begin_formula(reader->text, reader->at, run);
    default: return may_begin_emphasis(reader->text, reader->at, run);
    }
}

/* A run of marks, or as text what closes nowhere. */
static void take_run(Reader *reader)
{
    static const char marks[] = "`$*_~=";
    size_t run = run_at(reader->text, reader->at);
    const char *mark = strchr(marks, reader->text.data[reader->at]);
    size_t bit = (size_t)(mark - marks) * 4 + (run < 4 ? run : 0);
    bool is_hopeless = run > MAX_RUN || reader->hopeless >> bit & 1;
    bool is_tried = !is_hopeless && may_begin(reader, run);
    if (is_tried && read_run(reader, run)) return;
    if (is_tried) reader->hopeless |= UINT32_C(1) << bit;
    take(reader, run);
}

static void read_one(Reader *reader)
{
    Str text = reader->text;
    char c = text.data[reader->at], next = at(text, reader->at + 1);
    if (c == '\\' && is_punctuation(next)) {
        reader->at++;
        take(reader, 1);
    } else if (c && strchr("`$*_~=", c)) {
        take_run(reader);
    } else if (c == '[' || (c == '!' && next == '[')) {
        if (!read_link(reader, c == '!')) take(reader, 1);
    } else if (c != '<' || !read_comment(reader)) {
        take(reader, 1);
    }
}

static void write_marked(Writer *writer, Str text, int depth)
{
    Reader reader = {.writer = writer, .text = text, .depth = depth};
    if (depth > MAX_DEPTH) {
        write_text(writer, text);
        return;
    }
    while (reader.at < text.size) read_one(&reader);
}

static bool has_mark(Str text)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] && strchr("`*_~=[\\<", text.data[i])) return true;
    return false;
}

Str markdown_text(Str text, Arena *arena, int32_t *pictures)
{
    if (!has_mark(text)) return text;
    Writer writer = {.out = arena_alloc(arena, text.size + 1)};
    write_marked(&writer, text, 0);
    writer.out[writer.size] = '\0';
    if (pictures) *pictures += writer.pictures;
    return (Str){writer.out, writer.size};
}
