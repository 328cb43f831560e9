#include "formats/import_list.h"

#include "formats/import_lines.h"
#include "formats/markdown_text.h"

#define MOST_BYTES ((size_t)1 << 20) /* what people write by hand is shorter */

/* The last is no bullet: it goes as any emphasis does. */
static const Str marks[] = {
    STR_INIT("- "), STR_INIT("* "), STR_INIT("+ "), STR_INIT("\xe2\x80\xa2 "), STR_INIT("\xe2\x80\xa2\t"),
    STR_INIT("**")};
#define MARKS (sizeof marks / sizeof *marks)

static size_t mark_of(Str line)
{
    for (size_t i = 0; i < MARKS; i++)
        if (str_starts(line, marks[i])) return i;
    return MARKS;
}

/* Which mark most lines begin with, headings aside; MARKS: none. One of each is a list of signs. */
static size_t find_mark(Str text)
{
    ImportLines lines = import_lines_begin(text);
    int counts[MARKS + 1] = {0}, all = 0;
    while (import_lines_next(&lines)) {
        Str line = str_trim(lines.line);
        if (line.size == 0 || line.data[0] == '#') continue;
        all++;
        counts[mark_of(line)]++;
    }
    size_t mark = 0;
    while (mark < MARKS && !(counts[mark] > 1 && counts[mark] * 4 >= all * 3)) mark++;
    return mark;
}

Str import_plain_list(Str text, Arena *arena, int32_t *pictures)
{
    size_t mark = text.size <= MOST_BYTES ? find_mark(text) : MARKS;
    if (mark == MARKS) return text;
    StrBuf plain;
    str_buf_init(&plain, arena);
    ImportLines lines = import_lines_begin(text);
    while (import_lines_next(&lines)) {
        Str line = str_trim(lines.line);
        bool is_marked = mark_of(line) == mark;
        size_t bullet = is_marked && mark != MARKS - 1 ? marks[mark].size : 0;
        line = str_slice(line, bullet, line.size);
        str_buf_add(&plain, is_marked ? markdown_text(line, arena, pictures) : lines.line);
        str_buf_add(&plain, STR("\n"));
    }
    return str_buf_str(&plain);
}
