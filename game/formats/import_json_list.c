/* Lists of JSON as records: of objects the members are columns. */
#include <string.h>

#include "formats/import_json.h"
#include "formats/import_names.h"

#define SAMPLES 200

typedef struct {
    Str names[IMPORT_MAX_COLUMNS];
    int filled[IMPORT_MAX_COLUMNS]; /* objects that have something there */
    int32_t count;
    int seen; /* objects */
} Columns;

static int32_t find_column(const Columns *columns, Str name, int32_t likely)
{
    if (likely < columns->count && str_is(columns->names[likely], name)) return likely;
    for (int32_t i = 0; i < columns->count; i++)
        if (str_is(columns->names[i], name)) return i;
    return -1;
}

static bool is_filled(const JsonValue *value)
{
    JsonKind kind = json_kind(value);
    if (kind == JSON_STRING) return json_string(value).size > 0;
    if (kind == JSON_ARRAY || kind == JSON_OBJECT) return json_first(value) != NULL;
    return kind != JSON_NULL;
}

static void add_column(JsonReading *reading, const JsonValue *member, Columns *columns)
{
    int32_t column = find_column(columns, json_name(member), 0);
    if (column < 0 && columns->count < IMPORT_MAX_COLUMNS) {
        column = columns->count++;
        columns->names[column] = str_copy(reading->sink->arena, json_name(member));
    }
    if (column >= 0) columns->filled[column] += is_filled(member);
}

/* Of the first objects; names live as long as the document, so they are copied. */
static void find_columns(JsonReading *reading, const JsonValue *list, Columns *columns)
{
    int seen = 0;
    for (const JsonValue *item = json_first(list); item && seen < SAMPLES; item = json_next(item), seen++) {
        if (json_kind(item) != JSON_OBJECT) continue;
        columns->seen++;
        for (const JsonValue *member = json_first(item); member; member = json_next(member))
            add_column(reading, member, columns);
    }
}

static int32_t place_of(const JsonReading *reading, const JsonValue *item)
{
    return json_place(reading->doc, item).line;
}

static bool add_fields(JsonReading *reading, const JsonValue *item, const Str *fields, int32_t count,
                       Err *err)
{
    ImportRecord record = {
        .line = place_of(reading, item), .group = -1, .fields = fields, .field_count = count};
    return import_add_record(reading->sink, &record, NULL, err);
}

/* --- objects --- */

static bool add_object(JsonReading *reading, const Columns *columns, const JsonValue *item, Err *err)
{
    Str fields[IMPORT_MAX_COLUMNS];
    for (int32_t i = 0; i < columns->count; i++) fields[i] = STR("");
    int32_t likely = 0;
    for (const JsonValue *member = json_first(item); member; member = json_next(member), likely++) {
        int32_t column = find_column(columns, json_name(member), likely);
        if (column >= 0 && fields[column].size == 0)
            fields[column] = import_json_text(member, reading->sink->arena);
    }
    return add_fields(reading, item, fields, columns->count, err);
}

static bool read_objects(JsonReading *reading, const Columns *columns, const JsonValue *list, Err *err)
{
    for (const JsonValue *item = json_first(list); item; item = json_next(item)) {
        if (json_kind(item) != JSON_OBJECT)
            import_notice(reading->sink, NOTICE_DROPPED, place_of(reading, item), "is %s and no object",
                          json_kind_name(json_kind(item)));
        else if (!add_object(reading, columns, item, err))
            return false;
    }
    return true;
}

/* All have the same columns: what one lacks is empty in it. */
static bool read_all_objects(JsonReading *reading, const JsonLists *lists, Err *err)
{
    Columns columns = {.count = 0};
    for (size_t i = 0; i < lists->count; i++) find_columns(reading, lists->lists[i].list, &columns);
    int32_t roles[COLUMN_ROLE_COUNT];
    (void)import_roles_of_names(columns.names, columns.count, roles);
    uint64_t sparse = import_sparse_columns(columns.filled, columns.count, columns.seen);
    import_roles_by_place(columns.count, sparse, roles);
    (void)import_add_kind(reading->sink, STR(""), columns.names, columns.count, roles);
    for (size_t i = 0; i < lists->count; i++)
        if (!read_objects(reading, &columns, lists->lists[i].list, err)) return false;
    return true;
}

/* --- the others --- */

static int32_t read_pair(const JsonValue *item, Arena *arena, Str fields[IMPORT_MAX_COLUMNS])
{
    int32_t count = 0;
    const JsonValue *value = json_kind(item) == JSON_ARRAY ? json_first(item) : NULL;
    for (; value && count < IMPORT_MAX_COLUMNS; value = json_next(value))
        fields[count++] = import_json_text(value, arena);
    return count;
}

static int32_t read_fields(const JsonValue *item, JsonListKind kind, Arena *arena,
                           Str fields[IMPORT_MAX_COLUMNS])
{
    if (kind == JSON_LIST_PAIRS) return read_pair(item, arena, fields);
    if (kind == JSON_LIST_SIDES)
        import_json_sides(item, arena, fields);
    else {
        fields[0] = str_copy(arena, json_name(item));
        fields[1] = import_json_text(item, arena);
    }
    return 2;
}

/* Columns of lists whose items name none; of pairs the first may. */
static bool add_kind(JsonReading *reading, const JsonList *list)
{
    Arena *arena = reading->sink->arena;
    Str names[IMPORT_MAX_COLUMNS];
    int32_t roles[COLUMN_ROLE_COUNT];
    int32_t count = read_fields(json_first(list->list), list->kind, arena, names);
    bool has_header = list->kind == JSON_LIST_PAIRS && import_roles_of_names(names, count, roles);
    ImportSwitch chosen = reading->sink->choices->header;
    if (list->kind == JSON_LIST_PAIRS && chosen != IMPORT_FOUND) has_header = chosen == IMPORT_YES;
    for (int32_t i = 0; i < count && !has_header; i++) names[i] = str_format(arena, "Column %d", (int)i + 1);
    (void)import_roles_of_names(names, has_header ? count : 0, roles);
    import_roles_by_place(count, 0, roles);
    (void)import_add_kind(reading->sink, STR(""), names, count, roles);
    reading->sink->result->has_header = has_header;
    return has_header;
}

static bool read_others(JsonReading *reading, const JsonLists *lists, Err *err)
{
    Str fields[IMPORT_MAX_COLUMNS];
    bool has_header = add_kind(reading, lists->lists);
    for (size_t i = 0; i < lists->count; i++) {
        const JsonList *list = &lists->lists[i];
        const JsonValue *item = json_first(list->list);
        for (item = has_header && item ? json_next(item) : item; item; item = json_next(item)) {
            int32_t count = read_fields(item, list->kind, reading->sink->arena, fields);
            if (!add_fields(reading, item, fields, count, err)) return false;
        }
    }
    return true;
}

bool import_json_read_lists(JsonReading *reading, const JsonLists *lists, Err *err)
{
    import_expect_cards(reading->sink, lists->cards);
    bool are_objects = lists->lists->kind == JSON_LIST_OBJECTS || lists->lists->kind == JSON_LIST_LOOSE;
    return are_objects ? read_all_objects(reading, lists, err) : read_others(reading, lists, err);
}
