#include "formats/anki_text_header.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "formats/anki_deck_name.h"
#include "formats/import_lines.h"

#define SAMPLE_BYTES 8192 /* in which Anki looks for a separator */

static bool is_word(Str text, const char *word)
{
    return text.size == strlen(word) && strncasecmp(text.data, word, text.size) == 0;
}

static bool is_alphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* A spreadsheet may have filled the line up with separators. */
static Str first_word(Str value)
{
    size_t end = value.size > 0;
    while (end < value.size && is_alphanumeric(value.data[end])) end++;
    return str_slice(value, 0, end);
}

static Str separator_of(Str value)
{
    if (str_trim(value).size > 0) value = str_trim(value); /* a tab itself stays */
    static const struct {
        const char *name;
        Str separator;
    } names[] = {{"comma", STR_INIT(",")}, {"semicolon", STR_INIT(";")}, {"tab", STR_INIT("\t")},
                 {"space", STR_INIT(" ")}, {"pipe", STR_INIT("|")},      {"colon", STR_INIT(":")}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (is_word(first_word(value), names[i].name)) return names[i].separator;
    size_t end = 0; /* of its first character */
    if (value.size > 0) text_next(value, &end);
    return str_slice(value, 0, end);
}

/* The first of them that is anywhere in the sample. */
static Str find_separator(Str body)
{
    static const char order[] = "\t|;:,";
    Str sample = str_slice(body, 0, body.size < SAMPLE_BYTES ? body.size : SAMPLE_BYTES);
    for (size_t i = 0; i + 1 < sizeof order; i++)
        if (sample.size && memchr(sample.data, order[i], sample.size)) return (Str){&order[i], 1};
    return STR(" ");
}

static void read_columns(Str value, Arena *arena, AnkiTextHeader *out)
{
    Delimited reader;
    Str side = out->rules.side.size ? out->rules.side : find_separator(value);
    delimited_begin(&reader, value, 1, (DelimitedRules){.side = side, .card = STR(""), .is_quoted = true},
                    arena);
    if (!delimited_next(&reader)) return;
    out->column_count = reader.count < IMPORT_MAX_COLUMNS ? reader.count : IMPORT_MAX_COLUMNS;
    for (int32_t i = 0; i < out->column_count; i++) out->columns[i] = str_trim(reader.fields[i]);
}

static bool is_number(Str text)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] < '0' || text.data[i] > '9') return false;
    return text.size > 0;
}

static int32_t column_of(Str value)
{
    Str number = first_word(value);
    int32_t column = 0;
    for (size_t i = 0; i < number.size && i < 5 && is_number(number); i++)
        column = 10 * column + (number.data[i] - '0');
    return column >= 1 && column <= IMPORT_MAX_COLUMNS ? column - 1 : COLUMN_NONE;
}

/* A deck may be given by its number, which says nothing here. */
static Str title_of(Str deck)
{
    return is_number(deck) ? STR("") : anki_deck_level(deck);
}

static bool read_special(Str key, Str value, AnkiTextHeader *out)
{
    static const char *const keys[ANKI_COLUMN_COUNT] = {[ANKI_COLUMN_NOTETYPE] = "notetype column",
                                                        [ANKI_COLUMN_DECK] = "deck column",
                                                        [ANKI_COLUMN_TAGS] = "tags column",
                                                        [ANKI_COLUMN_GUID] = "guid column"};
    for (int i = 0; i < ANKI_COLUMN_COUNT; i++)
        if (is_word(key, keys[i])) {
            out->special[i] = column_of(value);
            return true;
        }
    return false;
}

static void read_pair(Str key, Str value, Arena *arena, AnkiTextHeader *out)
{
    if (read_special(key, value, out)) return;
    if (is_word(key, "separator"))
        out->rules.side = separator_of(value);
    else if (is_word(key, "html"))
        out->html = is_word(first_word(value), "true") ? IMPORT_YES : IMPORT_NO;
    else if (is_word(key, "tags"))
        out->tags = import_split_tags(value, " ", arena);
    else if (is_word(key, "columns"))
        read_columns(value, arena, out);
    else if (is_word(key, "notetype"))
        out->notetype = str_trim(value);
    else if (is_word(key, "deck"))
        out->title = title_of(str_trim(value));
}

static void read_line(Str line, Arena *arena, AnkiTextHeader *out)
{
    const char *colon = line.size ? memchr(line.data, ':', line.size) : NULL;
    if (!colon) return;
    size_t at = (size_t)(colon - line.data);
    Str value = str_slice(line, at + 1, line.size);
    bool is_separator = is_word(str_trim(str_slice(line, 0, at)), "separator");
    if (!is_separator) value = str_trim(value);
    read_pair(str_trim(str_slice(line, 0, at)), value, arena, out);
}

static void choose(const ImportChoices *choices, AnkiTextHeader *out)
{
    if (choices->side_separator.size) out->rules.side = choices->side_separator;
    if (out->rules.side.size == 0) out->rules.side = find_separator(out->body);
    out->rules.is_quoted = choices->quotes != IMPORT_NO;
    out->rules.has_comments = true;
    if (choices->html != IMPORT_FOUND) out->html = choices->html;
}

void anki_text_header_read(Str text, const ImportChoices *choices, Arena *arena, AnkiTextHeader *out)
{
    *out = (AnkiTextHeader){.notetype = STR(""), .title = STR(""), .rules.card = STR("")};
    for (int i = 0; i < ANKI_COLUMN_COUNT; i++) out->special[i] = COLUMN_NONE;
    ImportLines lines = import_lines_begin(text);
    bool is_there;
    while ((is_there = import_lines_next(&lines))) {
        bool is_old = lines.number == 1 && str_starts(lines.line, STR("tags:"));
        if (!is_old && !str_starts(lines.line, STR("#"))) break;
        read_line(str_slice(lines.line, is_old ? 0 : 1, lines.line.size), arena, out);
    }
    out->body = is_there ? str_slice(text, lines.start, text.size) : STR("");
    out->body_line = is_there ? lines.number : lines.number + 1;
    choose(choices, out);
}
