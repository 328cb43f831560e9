/* Tables of Markdown; what stands around them is passed over. */
#include "formats/import_markdown.h"

#include <string.h>

#include "formats/import_lines.h"
#include "formats/import_names.h"
#include "formats/import_source.h"
#include "formats/markdown_text.h"

bool import_markdown_has_bar(Str line)
{
    return line.size && memchr(line.data, '|', line.size);
}

bool import_markdown_is_rule(Str line)
{
    bool has_dash = false;
    for (size_t i = 0; i < line.size; i++) {
        if (!line.data[i] || !strchr("|-: \t", line.data[i])) return false;
        has_dash |= line.data[i] == '-';
    }
    return has_dash && import_markdown_has_bar(line);
}

typedef struct {
    Str cells[IMPORT_MAX_COLUMNS];
    int32_t count, pictures;
} Row;

typedef struct {
    const ImportSource *source;
    ImportSink *sink;
    int32_t kind; /* of the table that is read; -1: none */
    Row names;    /* of the last table */
    int32_t last_kind;
} Reading;

/* "<br>", the only line break that a cell can hold: its bytes at `at`, 0 if it isn't there. */
static size_t match_break(Str cell, size_t at)
{
    static const Str breaks[] = {STR_INIT("<br>"), STR_INIT("<br/>"), STR_INIT("<br />")};
    Str rest = str_slice(cell, at, cell.size);
    for (size_t i = 0; i < sizeof breaks / sizeof *breaks; i++)
        if (str_starts(rest, breaks[i])) return breaks[i].size;
    return 0;
}

/* Bars that are text, and line breaks. */
static Str undo_escapes(Str cell, Arena *arena)
{
    if (!str_has(cell, STR("\\|")) && !str_has(cell, STR("<br"))) return cell;
    char *out = arena_alloc(arena, cell.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < cell.size;) {
        size_t break_size = match_break(cell, i);
        if (break_size) {
            out[size++] = '\n';
            i += break_size;
            continue;
        }
        if (cell.data[i] == '\\' && i + 1 < cell.size && cell.data[i + 1] == '|') i++;
        out[size++] = cell.data[i++];
    }
    return (Str){out, size};
}

static size_t find_bar(Str line, size_t from)
{
    for (size_t i = from; i < line.size; i++) {
        if (line.data[i] == '|') return i;
        if (line.data[i] == '\\') i++;
    }
    return line.size;
}

/* The bars at both ends are only for the eye. */
static void split_row(Str line, Arena *arena, Row *row)
{
    row->count = row->pictures = 0;
    line = str_trim(line);
    size_t from = str_starts(line, STR("|")) ? 1 : 0;
    while (from <= line.size && row->count < IMPORT_MAX_COLUMNS) {
        size_t end = find_bar(line, from);
        if (end == line.size && from == end && row->count > 0) break;
        Str cell = undo_escapes(str_trim(str_slice(line, from, end)), arena);
        row->cells[row->count++] = markdown_text(cell, arena, &row->pictures);
        from = end + 1;
    }
}

static bool are_same(const Row *a, const Row *b)
{
    if (a->count != b->count) return false;
    for (int32_t i = 0; i < a->count; i++)
        if (!str_is(a->cells[i], b->cells[i])) return false;
    return true;
}

/* Tables of the same columns are of one kind. */
static void begin_table(Reading *reading, Str names_line)
{
    Row names;
    split_row(names_line, reading->sink->arena, &names);
    reading->sink->result->has_header = true;
    if (reading->last_kind < 0 || !are_same(&names, &reading->names)) {
        int32_t roles[COLUMN_ROLE_COUNT];
        (void)import_roles_of_names(names.cells, names.count, roles);
        import_roles_by_place(names.count, 0, roles);
        reading->last_kind = import_add_kind(reading->sink, STR(""), names.cells, names.count, roles);
        reading->names = names;
    }
    reading->kind = reading->last_kind;
}

static bool add_row(Reading *reading, const ImportLines *lines, Err *err)
{
    Row row;
    split_row(lines->line, reading->sink->arena, &row);
    ImportRecord record = {.kind = reading->kind,
                           .line = lines->number,
                           .group = -1,
                           .fields = row.cells,
                           .field_count = row.count};
    import_tell_left_out(reading->sink, lines->number, row.pictures, 0);
    return import_add_record(reading->sink, &record, NULL, err);
}

static void take_title(Reading *reading, Str line)
{
    Str *title = &reading->sink->result->head.title;
    if (title->size > 0 || !str_starts(line, STR("# "))) return;
    *title = str_copy(reading->sink->arena, str_trim(str_slice(line, 2, line.size)));
}

bool import_markdown_read(const ImportSource *source, ImportSink *sink, Err *err)
{
    Reading reading = {.source = source, .sink = sink, .kind = -1, .last_kind = -1};
    sink->result->format = IMPORT_MARKDOWN;
    ImportLines lines = import_lines_begin_notes(source->text);
    Str before = STR("");
    while (import_lines_next(&lines)) {
        bool has_bar = import_markdown_has_bar(lines.line);
        if (!has_bar) reading.kind = -1;
        if (reading.kind < 0 && import_markdown_is_rule(lines.line) && import_markdown_has_bar(before))
            begin_table(&reading, before);
        else if (reading.kind >= 0 && !add_row(&reading, &lines, err))
            return false;
        take_title(&reading, lines.line);
        before = lines.line;
    }
    return reading.last_kind >= 0 ||
           import_error(source, 0, err,
                        "has no table of Markdown: a row of names and one of dashes below it are wanted");
}
