/* Records: which column is what, and cells as texts and lists. */
#include <string.h>

#include "edit/card_fields.h"
#include "formats/html_text.h"
#include "formats/import_sink.h"

/* Fields that take long to be refused: after so many, the file is no person's. */
#define MAX_TANGLED    8
#define MAX_LIST_BYTES (1u << 20)

/* --- kinds --- */

static bool is_chosen(int32_t choice, int32_t column_count)
{
    return choice >= 0 && choice < column_count;
}

/* Has another role been given this column? */
static bool is_taken(const int32_t *choices, int32_t column)
{
    for (int role = 0; role < COLUMN_ROLE_COUNT; role++)
        if (choices[role] == column) return true;
    return false;
}

static int32_t first_free(const int32_t *choices, const int32_t *roles, int32_t column_count)
{
    for (int32_t column = 0; column < column_count; column++)
        if (!is_taken(choices, column) && !is_taken(roles, column)) return column;
    return COLUMN_NONE;
}

/* What was chosen comes first; of the rest what the file shows, as far as its column is still free; a side
   that lost its column so gets the first that nobody has. */
static void settle_roles(const int32_t *choices, int32_t column_count, int32_t *roles)
{
    for (int role = 0; role < COLUMN_ROLE_COUNT; role++) {
        if (is_chosen(choices[role], column_count))
            roles[role] = choices[role];
        else if (choices[role] != COLUMN_BY_FILE || is_taken(choices, roles[role]) ||
                 roles[role] >= column_count) /* a header may name what no record has */
            roles[role] = COLUMN_NONE;
    }
    for (int side = COLUMN_TERM; side <= COLUMN_DEFINITION; side++)
        if (choices[side] == COLUMN_BY_FILE && roles[side] == COLUMN_NONE)
            roles[side] = first_free(choices, roles, column_count);
}

static unsigned fields_of_roles(const int32_t *roles)
{
    static const unsigned fields[COLUMN_ROLE_COUNT] = {
        [COLUMN_TERM] = CARD_TERM,
        [COLUMN_DEFINITION] = CARD_DEFINITION,
        [COLUMN_TAGS] = CARD_TAGS,
        [COLUMN_HINT] = CARD_HINT,
        [COLUMN_WORDINGS] = CARD_WORDINGS,
        [COLUMN_ACCEPTS] = CARD_ACCEPTS,
        [COLUMN_DISTRACTORS] = CARD_DISTRACTORS,
    };
    unsigned sum = 0;
    for (int role = 0; role < COLUMN_ROLE_COUNT; role++)
        if (roles[role] != COLUMN_NONE) sum |= fields[role];
    return sum;
}

int32_t import_add_kind(ImportSink *sink, Str name, const Str *columns, int32_t column_count,
                        const int32_t roles[COLUMN_ROLE_COUNT])
{
    ImportSinkInner *inner = sink->inner;
    if (column_count > IMPORT_MAX_COLUMNS) column_count = IMPORT_MAX_COLUMNS;
    inner->kinds =
        import_grow(sink->arena, inner->kinds, inner->kind_count, &inner->kind_room, sizeof *inner->kinds);
    ImportKind *kind = &inner->kinds[inner->kind_count];
    *kind = (ImportKind){.name = name, .column_count = column_count};
    kind->columns = ARENA_NEW_N(sink->arena, Str, column_count);
    if (column_count) memcpy(kind->columns, columns, (size_t)column_count * sizeof *columns);
    memcpy(kind->roles, roles, sizeof kind->roles);
    if (inner->kind_count < IMPORT_MAX_KINDS)
        settle_roles(sink->choices->columns[inner->kind_count], column_count, kind->roles);
    for (int i = 0; i < IMPORT_SAMPLE_COLUMNS; i++) kind->sample[i] = STR("");
    sink->result->fields |= fields_of_roles(kind->roles);
    return (int32_t)inner->kind_count++;
}

const int32_t *import_kind_roles(const ImportSink *sink, int32_t kind)
{
    return sink->inner->kinds[kind].roles;
}

int32_t import_add_group(ImportSink *sink, Str name)
{
    ImportResult *result = sink->result;
    ImportSame *same = &sink->inner->groups;
    uint64_t hash = str_hash(name, 0);
    size_t at = IMPORT_SAME_BEGIN;
    for (uint32_t group; (group = import_same_next(same, hash, &at)) != UINT32_MAX;)
        if (str_is(result->groups[group].name, name)) return (int32_t)group;
    import_same_add(same, hash, (uint32_t)result->group_count);
    result->groups = import_grow(sink->arena, result->groups, result->group_count, &sink->inner->group_room,
                                 sizeof *result->groups);
    result->groups[result->group_count] = (ImportGroup){.name = name};
    return (int32_t)result->group_count++;
}

/* --- lists in a cell --- */

static bool is_in(const Str *items, size_t count, Str item)
{
    for (size_t i = 0; i < count && i <= DECK_MAX_TAGS; i++)
        if (str_is(items[i], item)) return true;
    return false;
}

/* Parts that are not blank, trimmed. */
static DeckTexts split(Str cell, Str separator, Arena *arena)
{
    size_t most = 1, count = 0;
    for (size_t i = 0; i < cell.size; i++) most += cell.data[i] == separator.data[0];
    Str *items = ARENA_NEW_N(arena, Str, most);
    for (size_t from = 0; from <= cell.size;) {
        size_t end = str_find(cell, from, separator);
        Str item = str_trim(str_slice(cell, from, end));
        if (!str_is_blank(item)) items[count++] = item;
        from = end + separator.size;
    }
    return (DeckTexts){items, count};
}

DeckTexts import_split_tags(Str cell, const char *separators, Arena *arena)
{
    cell = str_trim(cell);
    if (str_is_blank(cell)) return (DeckTexts){NULL, 0};
    const char *c = separators;
    while (*c && !memchr(cell.data, *c, cell.size)) c++;
    return split(cell, *c ? (Str){c, 1} : STR("\n"), arena);
}

/* A list in a cell: separated by line breaks, else by `separator`, where it isn't empty. */
static DeckTexts split_list(Str cell, Str separator, Arena *arena)
{
    cell = str_trim(cell);
    if (str_is_blank(cell)) return (DeckTexts){NULL, 0};
    if (memchr(cell.data, '\n', cell.size)) return split(cell, STR("\n"), arena);
    if (memchr(cell.data, '\r', cell.size)) return split(cell, STR("\r"), arena);
    return split(cell, separator.size ? separator : STR("\n"), arena);
}

/* Both without what is there twice. */
static DeckTexts join_tags(DeckTexts a, DeckTexts b, Arena *arena)
{
    if (a.count + b.count == 0) return (DeckTexts){NULL, 0};
    Str *items = ARENA_NEW_N(arena, Str, a.count + b.count);
    size_t count = 0;
    for (size_t i = 0; i < a.count + b.count; i++) {
        Str item = i < a.count ? a.items[i] : b.items[i - a.count];
        if (!is_in(items, count, item)) items[count++] = item;
    }
    return (DeckTexts){items, count};
}

/* --- records --- */

typedef struct {
    ImportSink *sink;
    const ImportRecord *record;
    const int32_t *roles;
    int32_t pictures, sounds;
} Reading;

static Str raw_cell(const Reading *reading, ColumnRole role)
{
    int32_t column = reading->roles[role];
    bool is_there = column >= 0 && column < reading->record->field_count;
    return is_there ? reading->record->fields[column] : STR("");
}

static void tell_unreadable(Reading *reading, HtmlTextState state)
{
    reading->sink->inner->tangled += state == HTML_TEXT_TANGLED;
    import_notice(reading->sink, NOTICE_DOUBT, reading->record->line,
                  state == HTML_TEXT_TANGLED ? "its HTML is nested too deep to be read and was left out"
                                             : "a field of HTML with over 64 KiB was left out");
}

static Str read_cell(Reading *reading, ColumnRole role)
{
    Str cell = raw_cell(reading, role);
    if (!reading->sink->result->is_html || cell.size == 0) return cell;
    HtmlText text = html_text(cell, reading->sink->arena);
    if (text.state != HTML_TEXT_OK) tell_unreadable(reading, text.state);
    reading->pictures += text.pictures;
    reading->sounds += text.sounds;
    return text.text;
}

/* Empty where it is too long: each item takes many times its place in the cell. */
static Str list_cell(Reading *reading, Str cell)
{
    if (cell.size <= MAX_LIST_BYTES) return cell;
    import_notice(reading->sink, NOTICE_DOUBT, reading->record->line, "a list of over %u MiB was left out",
                  MAX_LIST_BYTES >> 20);
    return STR("");
}

static DeckTexts read_list(Reading *reading, ColumnRole role)
{
    ImportSink *sink = reading->sink;
    Str cell = list_cell(reading, read_cell(reading, role));
    return split_list(cell, sink->list_separator, &sink->inner->lists);
}

static DeckTexts read_tags(Reading *reading)
{
    ImportSink *sink = reading->sink;
    Arena *lists = &sink->inner->lists;
    Str cell = list_cell(reading, raw_cell(reading, COLUMN_TAGS));
    return join_tags(reading->record->tags, import_split_tags(cell, sink->tag_separators, lists), lists);
}

static ImportCard read_card(Reading *reading)
{
    const ImportRecord *record = reading->record;
    ImportCard card = {.line = record->line, .group = record->group};
    Str term = read_cell(reading, COLUMN_TERM);
    bool is_one = reading->roles[COLUMN_DEFINITION] == reading->roles[COLUMN_TERM];
    card.card = (DeckCard){
        .id = record->id.size ? record->id : str_trim(read_cell(reading, COLUMN_ID)),
        .term = term,
        .definition = is_one ? term : read_cell(reading, COLUMN_DEFINITION),
        .hint = str_trim(read_cell(reading, COLUMN_HINT)),
        .wordings = read_list(reading, COLUMN_WORDINGS),
        .accepts = read_list(reading, COLUMN_ACCEPTS),
        .distractors = read_list(reading, COLUMN_DISTRACTORS),
        .tags = read_tags(reading),
    };
    return card;
}

void import_tell_left_out(ImportSink *sink, int32_t line, int32_t pictures, int32_t sounds)
{
    sink->result->pictures += (size_t)pictures;
    sink->result->sounds += (size_t)sounds;
    if (pictures + sounds == 0) return;
    import_notice(sink, NOTICE_DOUBT, line, "%s left out: %d",
                  sounds == 0     ? "pictures were"
                  : pictures == 0 ? "sounds were"
                                  : "pictures and sounds were",
                  (int)(pictures + sounds));
}

static void take_sample(ImportKind *kind, const ImportRecord *record)
{
    if (kind->records++ > 0) return;
    for (int32_t i = 0; i < record->field_count && i < IMPORT_SAMPLE_COLUMNS; i++)
        kind->sample[i] = record->fields[i];
}

bool import_read_record(ImportSink *sink, const ImportRecord *record, ImportCard *out, Err *err)
{
    ImportKind *kind = &sink->inner->kinds[record->kind];
    take_sample(kind, record);
    Reading reading = {.sink = sink, .record = record, .roles = kind->roles};
    arena_reset(&sink->inner->lists);
    *out = read_card(&reading);
    import_tell_left_out(sink, record->line, reading.pictures, reading.sounds);
    return sink->inner->tangled <= MAX_TANGLED ||
           err_set(err, "too much of its HTML is nested too deep to be read");
}

bool import_add_record(ImportSink *sink, const ImportRecord *record, uint32_t *number, Err *err)
{
    ImportCard card;
    return import_read_record(sink, record, &card, err) && import_add_card(sink, &card, number, err);
}

void import_doubt_record(ImportSink *sink, const Delimited *reader)
{
    if (reader->is_torn)
        import_notice(sink, NOTICE_DOUBT, reader->line,
                      "its quote is never closed: from here on quotes are taken for text");
    if (reader->beyond > 0)
        import_notice(sink, NOTICE_DOUBT, reader->line, "has %d columns; the first %d are read",
                      (int)(reader->count + reader->beyond), DELIMITED_MAX_FIELDS);
}
