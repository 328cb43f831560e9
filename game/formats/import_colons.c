/* "term :: definition", one card a line, as in notes of Markdown. */
#include "formats/import_lines.h"
#include "formats/import_source.h"
#include "formats/markdown_text.h"

/* "- term" of a list is a term. */
static Str without_bullet(Str line)
{
    line = str_trim(line);
    bool is_bullet =
        str_starts(line, STR("- ")) || str_starts(line, STR("* ")) || str_starts(line, STR("+ "));
    return is_bullet ? str_slice(line, 2, line.size) : line;
}

static bool add_line(const ImportLines *lines, ImportSink *sink, Err *err)
{
    Str line = without_bullet(lines->line);
    size_t at = str_find(line, 0, STR("::")), behind = at;
    if (at == line.size) {
        bool is_other = line.size == 0 || line.data[0] == '#' || str_starts(line, STR("<!--"));
        if (!is_other) import_notice(sink, NOTICE_DROPPED, lines->number, "has no “::”");
        return true;
    }
    while (behind < line.size && line.data[behind] == ':') behind++;
    int32_t pictures = 0;
    ImportCard card = {
        .card = {.term = markdown_text(str_slice(line, 0, at), sink->arena, &pictures),
                 .definition = markdown_text(str_slice(line, behind, line.size), sink->arena, &pictures)},
        .line = lines->number,
        .group = -1};
    import_tell_left_out(sink, lines->number, pictures, 0);
    return import_add_card(sink, &card, NULL, err);
}

bool import_colons_read(const ImportSource *source, ImportSink *sink, Err *err)
{
    sink->result->format = IMPORT_COLONS;
    ImportLines lines = import_lines_begin_notes(source->text);
    while (import_lines_next(&lines))
        if (!add_line(&lines, sink, err)) return false;
    return true;
}
