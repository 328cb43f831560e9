#include "formats/html_lines.h"

#define MOST_BREAKS 2 /* one empty line */

void html_lines_init(HtmlLines *lines, Arena *arena, size_t expected)
{
    *lines = (HtmlLines){.before = STR("")};
    str_buf_init(&lines->out, arena);
    str_buf_reserve(&lines->out, expected);
}

/* A line ends without the spaces that are left at its end. */
static void trim_line(StrBuf *out)
{
    while (out->size > 0 && out->data[out->size - 1] == ' ') out->size--;
}

/* At its end: of lines that had nothing but spaces. */
static int count_breaks(const StrBuf *out)
{
    int count = 0;
    while ((size_t)count < out->size && out->data[out->size - 1 - (size_t)count] == '\n') count++;
    return count;
}

void html_lines_word(HtmlLines *lines, Str word)
{
    if (word.size == 0) return;
    if (lines->breaks > 0) trim_line(&lines->out);
    bool has_text = lines->out.size > 0;
    int there = lines->breaks > 0 ? count_breaks(&lines->out) : 0;
    for (int i = there; has_text && i < there + lines->breaks && i < MOST_BREAKS; i++)
        str_buf_add(&lines->out, STR("\n"));
    if (has_text && lines->breaks == 0 && lines->is_spaced && lines->before.size == 0)
        str_buf_add(&lines->out, STR(" "));
    str_buf_add(&lines->out, lines->before);
    str_buf_add(&lines->out, word);
    lines->before = STR("");
    lines->breaks = 0;
    lines->is_spaced = false;
}

void html_lines_join(HtmlLines *lines, Str text)
{
    lines->is_spaced = false;
    html_lines_word(lines, text);
}

void html_lines_break(HtmlLines *lines)
{
    lines->breaks++;
    lines->is_spaced = false;
}

void html_lines_block(HtmlLines *lines)
{
    lines->before = STR("");
    lines->is_spaced = false;
    if (lines->breaks == 0) lines->breaks = 1;
}

void html_lines_item(HtmlLines *lines, Str bullet)
{
    html_lines_block(lines);
    lines->before = bullet;
}

void html_lines_cell(HtmlLines *lines)
{
    if (lines->breaks == 0 && lines->out.size > 0) lines->before = STR(" | ");
    lines->is_spaced = false;
}

/* Bytes of the white space that stands there; a space that does not break has two. */
static size_t space_size(Str text, size_t at)
{
    unsigned char c = (unsigned char)text.data[at];
    bool is_two = c == 0xC2 && at + 1 < text.size && (unsigned char)text.data[at + 1] == 0xA0;
    return is_two ? 2 : c <= ' ';
}

/* A single space between words stays what it is. */
static bool is_between_words(Str text, size_t at, size_t from)
{
    return text.data[at] == ' ' && at > from && at + 1 < text.size && space_size(text, at + 1) == 0;
}

/* Where white space is next that must be looked at, and its bytes. */
static size_t find_space(Str text, size_t from, size_t *size)
{
    size_t at = from;
    for (; at < text.size; at++) {
        *size = space_size(text, at);
        if (*size && !is_between_words(text, at, from)) return at;
    }
    *size = 0;
    return at;
}

static void add_space(HtmlLines *lines, Str space, bool keeps_space)
{
    char c = *space.data;
    if (space.size == 1 && !keeps_space)
        lines->is_spaced = true;
    else if (c == '\n')
        html_lines_break(lines);
    else if (c != '\r')
        html_lines_word(lines, STR(" "));
}

void html_lines_text(HtmlLines *lines, Str text, bool keeps_space)
{
    for (size_t from = 0; from < text.size;) {
        size_t size, at = find_space(text, from, &size);
        html_lines_word(lines, str_slice(text, from, at));
        if (size) add_space(lines, str_slice(text, at, at + size), keeps_space);
        from = at + size;
    }
}
