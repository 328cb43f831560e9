#include "formats/anki_template.h"

#include "base/str_table.h"

/* Where the fields are, by name: a hostile template may name many a million times. */
typedef struct {
    StrTable names;
    int32_t *fields; /* by number in the table */
} Fields;

/* "{{filter:filter:Field}}" */
typedef struct {
    Str filters;
    int32_t field;
} Reference;

/* Of two of one name the first. */
static Fields list_fields(const AnkiTemplate *shown, Arena *arena)
{
    Fields fields = {.fields = ARENA_NEW_N(arena, int32_t, shown->field_count)};
    str_table_init(&fields.names, arena, (size_t)shown->field_count);
    for (int32_t i = 0; i < shown->field_count; i++) {
        uint32_t known = fields.names.count;
        if (str_table_add(&fields.names, shown->fields[i]) == known) fields.fields[known] = i;
    }
    return fields;
}

static int32_t find_field(const Fields *fields, Str name)
{
    uint32_t number = str_table_find(&fields->names, name);
    return number == STR_TABLE_NONE ? COLUMN_NONE : fields->fields[number];
}

/* The next one that shows a field: neither a condition nor something of Anki's own. */
static bool next_reference(const Fields *fields, Str side, size_t *at, Reference *out)
{
    while (*at < side.size) {
        size_t from = str_find(side, *at, STR("{{")) + 2, end = str_find(side, from, STR("}}"));
        if (from > side.size || end == side.size) break;
        *at = end + 2;
        Str inside = str_trim(str_slice(side, from, end));
        size_t name = inside.size;
        while (name > 0 && inside.data[name - 1] != ':') name--;
        out->filters = str_slice(inside, 0, name);
        out->field = find_field(fields, str_trim(str_slice(inside, name, inside.size)));
        if (out->field != COLUMN_NONE) return true;
    }
    return false;
}

static bool has_filter(const Reference *reference, Str name)
{
    Str filters = reference->filters;
    for (size_t from = 0; from < filters.size;) {
        size_t end = str_find(filters, from, STR(":"));
        if (str_starts(str_trim(str_slice(filters, from, end)), name)) return true;
        from = end + 1;
    }
    return false;
}

static void read_question(const AnkiTemplate *shown, const Fields *fields, int32_t *roles, bool *is_asked)
{
    Reference reference;
    for (size_t at = 0; next_reference(fields, shown->question, &at, &reference);) {
        if (has_filter(&reference, STR("type"))) continue;
        if (reference.field < IMPORT_MAX_COLUMNS) is_asked[reference.field] = true;
        if (has_filter(&reference, STR("hint")))
            roles[COLUMN_HINT] = reference.field;
        else
            roles[COLUMN_TERM] = reference.field;
    }
}

static void read_answer(const AnkiTemplate *shown, const Fields *fields, int32_t *roles, const bool *is_asked)
{
    Reference reference;
    for (size_t at = 0; next_reference(fields, shown->answer, &at, &reference);) {
        if (reference.field >= IMPORT_MAX_COLUMNS || is_asked[reference.field]) continue;
        roles[COLUMN_DEFINITION] = reference.field;
        return;
    }
}

static void read_cloze(const AnkiTemplate *shown, const Fields *fields, int32_t *roles)
{
    Reference reference;
    roles[COLUMN_TERM] = 0;
    for (size_t at = 0; next_reference(fields, shown->question, &at, &reference);)
        if (has_filter(&reference, STR("cloze"))) roles[COLUMN_TERM] = reference.field;
    roles[COLUMN_DEFINITION] = roles[COLUMN_TERM];
}

void anki_template_roles(const AnkiTemplate *shown, int32_t roles[COLUMN_ROLE_COUNT])
{
    for (int i = 0; i < COLUMN_ROLE_COUNT; i++) roles[i] = COLUMN_NONE;
    Arena arena;
    arena_init(&arena, 0);
    Fields fields = list_fields(shown, &arena);
    bool is_asked[IMPORT_MAX_COLUMNS] = {false};
    if (shown->is_cloze) {
        read_cloze(shown, &fields, roles);
    } else {
        read_question(shown, &fields, roles, is_asked);
        read_answer(shown, &fields, roles, is_asked);
    }
    arena_deinit(&arena);
}
