#include "formats/import_lines.h"

#include <string.h>

#define SAMPLE      ((size_t)1 << 20)
#define MOST_MATTER 200 /* lines */

ImportLines import_lines_begin(Str text)
{
    return (ImportLines){.text = text};
}

bool import_lines_next(ImportLines *lines)
{
    Str text = lines->text;
    if (lines->at >= text.size) return false;
    size_t end = lines->at;
    while (end < text.size && text.data[end] != '\n' && text.data[end] != '\r') end++;
    lines->start = lines->at;
    lines->line = str_slice(text, lines->at, end);
    lines->number++;
    bool is_two = end + 1 < text.size && text.data[end] == '\r' && text.data[end + 1] == '\n';
    lines->at = end + (is_two ? 2 : 1);
    return true;
}

static bool is_fence(Str line)
{
    while (line.size && (line.data[line.size - 1] == ' ' || line.data[line.size - 1] == '\t')) line.size--;
    return str_is(line, STR("---"));
}

ImportLines import_lines_begin_notes(Str text)
{
    ImportLines lines = import_lines_begin(text);
    bool has_names = false;
    if (!import_lines_next(&lines) || !is_fence(lines.line)) return import_lines_begin(text);
    while (lines.number < MOST_MATTER && import_lines_next(&lines)) {
        if (is_fence(lines.line)) return has_names ? lines : import_lines_begin(text);
        if (str_is_blank(lines.line)) break;
        has_names |= memchr(lines.line.data, ':', lines.line.size) != NULL;
    }
    return import_lines_begin(text);
}

bool import_has_line_break(Str text)
{
    return text.size && (memchr(text.data, '\n', text.size) || memchr(text.data, '\r', text.size));
}

Str import_lines_sample(Str text)
{
    if (text.size <= SAMPLE) return text;
    size_t end = SAMPLE;
    while (end > SAMPLE / 2 && text.data[end - 1] != '\n' && text.data[end - 1] != '\r') end--;
    return str_slice(text, 0, end > SAMPLE / 2 ? end : SAMPLE);
}
