#include "formats/import_quotes.h"

#include <string.h>

#include "formats/import_lines.h"

typedef struct {
    bool is_whole;  /* every quote that begins a field ends one */
    bool is_needed; /* some quoted field has a separator, a line break or a quote in it */
    bool are_all;   /* no field is without quotes */
} Quotes;

static bool begins_quoted(Str field)
{
    return field.size > 0 && field.data[0] == '"';
}

/* Quotes seen from without: fields as they stand, the quotes with them. */
static bool has_bare_field(Str sample, DelimitedRules rules, Arena *scratch)
{
    rules.is_quoted = false;
    Delimited reader;
    delimited_begin(&reader, sample, 1, rules, scratch);
    for (int n = 0; n < IMPORT_SAMPLE_RECORDS && delimited_next(&reader); n++)
        for (int32_t i = 0; i < reader.count; i++) {
            Str field = str_trim(reader.fields[i]);
            if (field.size && (!begins_quoted(field) || field.data[field.size - 1] != '"')) return true;
        }
    return false;
}

static bool needs_quotes(Str field, const DelimitedRules *rules)
{
    return memchr(field.data, '"', field.size) || import_has_line_break(field) || str_has(field, rules->side);
}

static Quotes look_at_quotes(Str sample, DelimitedRules rules, Arena *scratch)
{
    Quotes quotes = {.is_whole = true};
    rules.is_quoted = true;
    Delimited reader;
    delimited_begin(&reader, sample, 1, rules, scratch);
    for (int n = 0; n < IMPORT_SAMPLE_RECORDS && delimited_next(&reader); n++) {
        if (reader.is_torn || reader.has_text_behind_quote) quotes.is_whole = false;
        for (int32_t i = 0; i < reader.count; i++)
            quotes.is_needed |=
                (reader.quoted >> i & 1) && reader.fields[i].size && needs_quotes(reader.fields[i], &rules);
    }
    quotes.are_all = !has_bare_field(sample, rules, scratch);
    return quotes;
}

bool import_has_quotes(Str sample, DelimitedRules rules, Arena *scratch)
{
    if (!memchr(sample.data, '"', sample.size)) return false;
    Quotes quotes = look_at_quotes(sample, rules, scratch);
    return quotes.is_whole && (quotes.is_needed || quotes.are_all);
}
