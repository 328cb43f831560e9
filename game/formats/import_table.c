/* Delimited text: CSV, TSV, exports with custom separators, pasted lists. */
#include <strings.h>

#include "formats/csv_guard.h"
#include "formats/import_list.h"
#include "formats/import_names.h"
#include "formats/import_separators.h"
#include "formats/import_source.h"

typedef struct {
    Str text;
    ImportSink *sink;
    ImportSeparators found;
    Delimited reader;
    int32_t kind;
    bool is_own; /* our own CSV: guarded cells, lists by line breaks alone */
} Table;

static bool is_csv_name(Str name)
{
    Str ending = STR(".csv");
    return name.size > ending.size &&
           strncasecmp(name.data + name.size - ending.size, ending.data, ending.size) == 0;
}

static void add_kind(Table *table)
{
    Str names[DELIMITED_MAX_FIELDS];
    int32_t roles[COLUMN_ROLE_COUNT], count = table->found.columns;
    if (table->found.has_header && table->reader.count > count) count = table->reader.count;
    for (int32_t i = 0; i < count; i++) {
        Str name =
            table->found.has_header && i < table->reader.count ? str_trim(table->reader.fields[i]) : STR("");
        names[i] = name.size ? name : str_format(table->sink->arena, "Column %d", (int)i + 1);
    }
    (void)import_roles_of_names(names, table->found.has_header ? count : 0, roles);
    import_roles_by_place(count, table->found.sparse, roles);
    table->is_own = table->found.has_header && import_names_are_own(names, count);
    if (table->is_own) {
        table->sink->tag_separators = "\n";
        table->sink->list_separator = STR("");
    }
    table->kind = import_add_kind(table->sink, STR(""), names, count, roles);
}

static bool add_record(Table *table, Err *err)
{
    Delimited *reader = &table->reader;
    if (delimited_is_blank(reader)) return true;
    import_doubt_record(table->sink, reader);
    for (int32_t i = 0; i < reader->count && table->is_own; i++)
        reader->fields[i] = csv_unguard(reader->fields[i]);
    ImportRecord record = {.kind = table->kind,
                           .line = reader->line,
                           .group = -1,
                           .fields = reader->fields,
                           .field_count = reader->count};
    return import_add_record(table->sink, &record, NULL, err);
}

static void set_result(Table *table)
{
    ImportResult *result = table->sink->result;
    result->format = IMPORT_TABLE;
    DelimitedRules *rules = &table->found.rules;
    rules->side = str_copy(table->sink->arena, rules->side); /* those found may lie in the scratch arena */
    rules->card = str_copy(table->sink->arena, rules->card);
    result->side_separator = rules->side;
    result->card_separator = rules->card.size ? rules->card : STR("\n");
    result->is_quoted = table->found.rules.is_quoted;
    result->has_header = table->found.has_header;
    result->is_html = table->sink->choices->html == IMPORT_YES;
}

/* As many as there are separators between them, and one more. */
static size_t count_cards(Str text, Str card)
{
    char last = card.size ? card.data[card.size - 1] : '\n';
    size_t count = 1;
    for (size_t i = 0; i < text.size; i++)
        count += text.data[i] == last || (last == '\n' && text.data[i] == '\r');
    return count;
}

static bool read_records(Table *table, Err *err)
{
    Delimited *reader = &table->reader;
    delimited_begin(reader, table->text, 1, table->found.rules, table->sink->arena);
    bool is_there = delimited_next(reader);
    add_kind(table);
    if (table->found.is_header_guessed && is_there)
        import_notice(table->sink, NOTICE_DOUBT, reader->line, "is taken for the names of the columns");
    if (table->found.has_header && is_there) is_there = delimited_next(reader);
    for (; is_there; is_there = delimited_next(reader))
        if (!add_record(table, err)) return false;
    return true;
}

/* Where each card ends in a sign and a line break, the sign of the last one, behind which no break comes. A
   space before the sign is part of it: in "C#" it stands in the word. */
static Str without_last_sign(Str text, Str card)
{
    Str trimmed = str_trim(card), inner = str_trim(text);
    Str sign = str_slice(card, 0, (size_t)(trimmed.data - card.data) + trimmed.size);
    bool is_left = sign.size > 0 && sign.size < card.size && str_ends(inner, sign);
    return is_left ? str_slice(text, 0, (size_t)(inner.data - text.data) + inner.size - sign.size) : text;
}

bool import_table_read(const ImportSource *source, ImportSink *sink, Err *err)
{
    int32_t pictures = 0;
    Table table = {.text = source->text, .sink = sink};
    if (sink->choices->card_separator.size == 0)
        table.text = import_plain_list(source->text, sink->arena, &pictures);
    bool is_found = import_separators_find(table.text, sink->choices, is_csv_name(source->name),
                                           sink->scratch, &table.found);
    if (!is_found)
        return import_error(
            source, 0, err,
            "nothing in it parts terms from definitions: a tab, comma, semicolon, “ - ” or the "
            "like in each line is wanted; say which one it is");
    set_result(&table);
    if (table.found.is_custom) table.text = without_last_sign(table.text, table.found.rules.card);
    import_tell_left_out(sink, 0, pictures, 0);
    import_expect_cards(sink, count_cards(table.text, table.found.rules.card));
    return read_records(&table, err);
}
