#include "formats/html_lines.h"

#define MOST_BREAKS 2 /* one empty line */

void html_lines_init(HtmlLines *lines, Arena *arena)
{
    *lines = (HtmlLines){.before = STR("")};
    str_buf_init(&lines->out, arena);
}

/* A line ends without the spaces that are left at its end. */
static void trim_line(StrBuf *out)
{
    while (out->size > 0 && out->data[out->size - 1] == ' ') out->size--;
}

void html_lines_word(HtmlLines *lines, Str word)
{
    if (word.size == 0) return;
    if (lines->breaks > 0) trim_line(&lines->out);
    bool has_text = lines->out.size > 0;
    for (int i = 0; has_text && i < lines->breaks && i < MOST_BREAKS; i++)
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

/* Bytes of white space at the front; of a space that does not break, too. */
static size_t space_size(Str text)
{
    if ((unsigned char)text.data[0] <= ' ') return 1;
    return str_starts(text, STR("\xC2\xA0")) ? 2 : 0;
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
    size_t from = 0, at = 0;
    while (at < text.size) {
        size_t space = space_size(str_slice(text, at, text.size));
        if (space == 0) {
            at++;
            continue;
        }
        html_lines_word(lines, str_slice(text, from, at));
        add_space(lines, str_slice(text, at, at + space), keeps_space);
        from = at = at + space;
    }
    html_lines_word(lines, str_slice(text, from, at));
}
