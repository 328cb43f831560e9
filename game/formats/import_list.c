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

typedef enum { LINE_BLANK, LINE_ITEM, LINE_GOES_ON, LINE_ASIDE, LINE_OTHER } LineKind;

/* "[name]: https://…", which links are written by. */
static bool is_address(Str line)
{
    return str_starts(line, STR("[")) && str_has(line, STR("]: "));
}

/* "## Words" */
static bool is_heading(Str line)
{
    size_t signs = 0;
    while (signs < line.size && line.data[signs] == '#') signs++;
    return signs > 0 && (signs == line.size || line.data[signs] == ' ');
}

static bool is_empty_item(Str line)
{
    for (size_t i = 0; i + 1 < MARKS; i++)
        if (str_is(line, str_trim(marks[i]))) return true;
    return false;
}

/* An item goes on in lines that are set in. */
static LineKind kind_of(Str line, LineKind before)
{
    Str text = str_trim(line);
    if (text.size == 0) return LINE_BLANK;
    if (mark_of(text) < MARKS) return LINE_ITEM;
    bool is_in_item = before == LINE_ITEM || before == LINE_GOES_ON;
    if (is_in_item && (str_starts(line, STR("  ")) || str_starts(line, STR("\t")))) return LINE_GOES_ON;
    bool is_aside =
        is_heading(text) || is_empty_item(text) || is_address(text) || str_starts(text, STR("<!--"));
    return is_aside ? LINE_ASIDE : LINE_OTHER;
}

/* Which mark most lines begin with, headings aside; MARKS: none. One of each is a list of signs. */
static size_t find_mark(Str text)
{
    ImportLines lines = import_lines_begin_notes(text);
    int counts[MARKS] = {0}, all = 0;
    LineKind kind = LINE_BLANK;
    while (import_lines_next(&lines)) {
        Str line = str_trim(lines.line);
        kind = kind_of(lines.line, kind);
        if (kind == LINE_ITEM) counts[mark_of(line)]++;
        all += kind == LINE_ITEM || kind == LINE_OTHER;
    }
    size_t mark = 0;
    while (mark < MARKS && !(counts[mark] > 1 && counts[mark] * 4 >= all * 3)) mark++;
    return mark;
}

typedef struct {
    size_t mark;
    Arena *arena;
    StrBuf plain, item;
    int32_t owed; /* line breaks that belong behind the item: what follows stays in its line. A space
                     in those that are left out: empty ones may part cards */
    int32_t *pictures;
} Writing;

static void end_item(Writing *writing)
{
    Str item = str_buf_str(&writing->item);
    if (item.size) str_buf_add(&writing->plain, markdown_text(item, writing->arena, writing->pictures));
    for (int32_t i = 0; i < writing->owed; i++) str_buf_add(&writing->plain, i ? STR(" \n") : STR("\n"));
    writing->owed = 0;
    str_buf_init(&writing->item, writing->arena);
}

static void add_line(Writing *writing, Str whole, LineKind kind)
{
    Str line = str_trim(whole);
    size_t mark = mark_of(line);
    bool is_item = kind == LINE_ITEM && mark == writing->mark;
    bool goes_on = kind == LINE_GOES_ON && writing->item.size > 0;
    if (!goes_on) end_item(writing);
    if (is_item) {
        str_buf_add(&writing->item, str_slice(line, mark == MARKS - 1 ? 0 : marks[mark].size, line.size));
    } else if (goes_on) {
        str_buf_add(&writing->item, STR(" "));
        str_buf_add(&writing->item, line);
    } else {
        bool is_left_out = kind == LINE_BLANK || kind == LINE_ASIDE;
        str_buf_add(&writing->plain, is_left_out ? STR(" ") : whole);
    }
    writing->owed++;
}

Str import_plain_list(Str text, Arena *arena, int32_t *pictures)
{
    Writing writing = {
        .mark = text.size <= MOST_BYTES ? find_mark(text) : MARKS, .arena = arena, .pictures = pictures};
    if (writing.mark == MARKS) return text;
    str_buf_init(&writing.plain, arena);
    str_buf_init(&writing.item, arena);
    ImportLines lines = import_lines_begin_notes(text);
    writing.owed = lines.number;
    LineKind kind = LINE_BLANK;
    while (import_lines_next(&lines)) {
        kind = kind_of(lines.line, kind);
        add_line(&writing, lines.line, kind);
    }
    end_item(&writing);
    return str_buf_str(&writing.plain);
}
