#include "formats/html_lines.h"

#define MOST_BREAKS 2 /* one empty line */
#define MARK_BYTES  1024

void html_lines_init(HtmlLines *lines, Arena *arena)
{
    *lines = (HtmlLines){.before = STR("")};
    str_buf_init(&lines->out, arena);
}

void html_lines_word(HtmlLines *lines, Str word)
{
    if (word.size == 0) return;
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

static size_t find_end(Str text, Str end)
{
    for (size_t i = 0; i + end.size <= text.size && i < MARK_BYTES; i++)
        if (str_starts(str_slice(text, i, text.size), end)) return i + end.size;
    return 0;
}

/* Bytes of one of Anki's marks at the front. */
static size_t mark_size(HtmlLines *lines, Str text)
{
    if (str_starts(text, STR("[[type:"))) return find_end(text, STR("]]"));
    if (!str_starts(text, STR("[sound:"))) return 0;
    size_t size = find_end(text, STR("]"));
    if (size) lines->sounds++;
    return size;
}

static void add_space(HtmlLines *lines, char space, bool keeps_space)
{
    if (!keeps_space)
        lines->is_spaced = true;
    else if (space == '\n')
        html_lines_break(lines);
    else if (space != '\r')
        html_lines_word(lines, STR(" "));
}

void html_lines_text(HtmlLines *lines, Str text, bool keeps_space)
{
    size_t from = 0, at = 0;
    while (at < text.size) {
        Str rest = str_slice(text, at, text.size);
        size_t space = space_size(rest), skipped = space               ? space
                                                   : *rest.data == '[' ? mark_size(lines, rest)
                                                                       : 0;
        if (skipped == 0) {
            at++;
            continue;
        }
        html_lines_word(lines, str_slice(text, from, at));
        if (space) add_space(lines, *rest.data, keeps_space);
        from = at = at + skipped;
    }
    html_lines_word(lines, str_slice(text, from, at));
}
