/* Notes of Anki as JSON: {"notetypes": [{"name", "fields", "templates", "is_cloze"}], "notes": [{"fields",
   "notetype", "deck", "guid", "tags"}]}, and CrowdAnki's with the same under other names. */
#include <string.h>

#include "formats/anki_cloze_cards.h"
#include "formats/anki_deck_name.h"
#include "formats/anki_template.h"
#include "formats/import_json.h"
#include "formats/import_names.h"

/* A member by its name here or there. */
typedef struct {
    const char *anki, *crowd;
} Member;

static const Member types_member = {"notetypes", "note_models"};
static const Member type_fields_member = {"fields", "flds"};
static const Member templates_member = {"templates", "tmpls"};
static const Member cloze_member = {"is_cloze", "type"};
static const Member note_type_member = {"notetype", "note_model_uuid"};

static const JsonValue *find_member(const JsonValue *object, Member member)
{
    const JsonValue *value = json_find(object, member.anki);
    return value ? value : json_find(object, member.crowd);
}

static const JsonValue *find_array(const JsonValue *object, const char *name)
{
    const JsonValue *value = json_kind(object) == JSON_OBJECT ? json_find(object, name) : NULL;
    return value && json_kind(value) == JSON_ARRAY ? value : NULL;
}

bool import_json_is_anki(const JsonValue *root)
{
    const JsonValue *notes = find_array(root, "notes"), *first = notes ? json_first(notes) : NULL;
    const JsonValue *children = find_array(root, "children");
    if (first) return json_kind(first) == JSON_OBJECT && find_array(first, "fields");
    for (const JsonValue *child = children ? json_first(children) : NULL; child; child = json_next(child))
        if (import_json_is_anki(child)) return true;
    return false;
}

typedef struct {
    JsonReading *reading;
    Str ids[IMPORT_MAX_KINDS];
    int32_t kinds[IMPORT_MAX_KINDS];
    int32_t count;
    DeckTexts tags; /* of all notes */
    Str deck;       /* of notes that name none */
    Arena arena;    /* of one note */
} Notes;

/* --- note types --- */

static int32_t read_names(const JsonValue *fields, Arena *arena, Str names[IMPORT_MAX_COLUMNS])
{
    int32_t count = 0;
    const JsonValue *field = fields && json_kind(fields) == JSON_ARRAY ? json_first(fields) : NULL;
    for (; field && count < IMPORT_MAX_COLUMNS; field = json_next(field))
        names[count++] = import_json_text(field, arena);
    return count;
}

static bool is_true(const JsonValue *value)
{
    int64_t number;
    if (!value) return false;
    if (json_kind(value) == JSON_BOOL) return json_bool(value);
    return json_integer(value, &number) && number == 1;
}

static void add_kind(Notes *notes, Str id, Str name, const AnkiTemplate *shown)
{
    int32_t roles[COLUMN_ROLE_COUNT], number = notes->count;
    anki_template_roles(shown, roles);
    import_roles_by_place(shown->field_count, 0, roles);
    notes->ids[number] = id;
    notes->kinds[number] =
        import_add_kind(notes->reading->sink, name, shown->fields, shown->field_count, roles);
    notes->count++;
}

static void read_type(Notes *notes, const JsonValue *type)
{
    Arena *arena = notes->reading->sink->arena;
    Str names[IMPORT_MAX_COLUMNS];
    AnkiTemplate shown = {.question = STR(""),
                          .answer = STR(""),
                          .is_cloze = is_true(find_member(type, cloze_member)),
                          .fields = names,
                          .field_count = read_names(find_member(type, type_fields_member), arena, names)};
    const JsonValue *list = find_member(type, templates_member);
    const JsonValue *first = list && json_kind(list) == JSON_ARRAY ? json_first(list) : NULL;
    if (first && json_kind(first) == JSON_OBJECT) {
        shown.question = import_json_text(json_find(first, "qfmt"), arena);
        shown.answer = import_json_text(json_find(first, "afmt"), arena);
    }
    Str name = import_json_text(json_find(type, "name"), arena);
    Str uuid = import_json_text(json_find(type, "crowdanki_uuid"), arena); /* what CrowdAnki's notes name */
    add_kind(notes, uuid.size ? uuid : name, name, &shown);
}

static void read_types(Notes *notes, const JsonValue *root)
{
    const JsonValue *list = find_array(root, types_member.anki);
    if (!list) list = find_array(root, types_member.crowd);
    const JsonValue *type = list ? json_first(list) : NULL;
    for (; type && notes->count < IMPORT_MAX_KINDS - 1; type = json_next(type))
        if (json_kind(type) == JSON_OBJECT) read_type(notes, type);
}

/* Its place among the types; of one that the file does not describe the first two fields are the sides. */
static int32_t find_type(Notes *notes, Str id, int32_t field_count)
{
    for (int32_t i = 0; i < notes->count; i++)
        if (str_is(notes->ids[i], id)) return i;
    if (notes->count == IMPORT_MAX_KINDS) return IMPORT_MAX_KINDS - 1;
    Str names[IMPORT_MAX_COLUMNS];
    for (int32_t i = 0; i < field_count; i++)
        names[i] = str_format(notes->reading->sink->arena, "Field %d", (int)i + 1);
    AnkiTemplate shown = {
        .question = STR(""), .answer = STR(""), .fields = names, .field_count = field_count};
    add_kind(notes, id, id, &shown);
    return notes->count - 1;
}

/* --- notes --- */

static bool add_cloze(Notes *notes, const ImportRecord *record, Err *err)
{
    AnkiClozeCards cards;
    ImportCard card;
    int32_t place;
    ImportSink *sink = notes->reading->sink;
    if (!anki_cloze_cards_begin(&cards, sink, record, &notes->arena, err)) return false;
    while (anki_cloze_cards_next(&cards, &place, &card))
        if (!import_add_card(sink, &card, NULL, err)) return false;
    return true;
}

/* Tags of Anki's are a list, or one text with spaces between. */
static DeckTexts read_tags(const JsonValue *value, Arena *arena)
{
    bool is_text = value && json_kind(value) == JSON_STRING;
    return is_text ? import_split_tags(str_copy(arena, json_string(value)), " ", arena)
                   : import_json_texts(value, arena);
}

/* Those of all notes, of this one, and the decks below the whole one. */
static DeckTexts tags_of(Notes *notes, const JsonValue *note, Str deck)
{
    Arena *arena = notes->reading->sink->arena;
    DeckTexts own = read_tags(json_find(note, "tags"), arena);
    bool is_below = str_is(anki_deck_root(notes->deck, deck), notes->deck);
    Str below = is_below ? anki_deck_below(notes->deck, deck) : STR("");
    if (notes->reading->sink->choices->wants_subdecks) below = STR("");
    Str *items = ARENA_NEW_N(arena, Str, own.count + notes->tags.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < notes->tags.count; i++) items[count++] = notes->tags.items[i];
    for (size_t i = 0; i < own.count; i++) items[count++] = own.items[i];
    if (below.size) items[count++] = below;
    return (DeckTexts){items, count};
}

static bool add_note(Notes *notes, const JsonValue *note, Str deck, Err *err)
{
    ImportSink *sink = notes->reading->sink;
    Str fields[IMPORT_MAX_COLUMNS];
    int32_t count = read_names(json_find(note, "fields"), sink->arena, fields);
    Str own_deck = import_json_text(json_find(note, "deck"), sink->arena);
    if (own_deck.size) deck = own_deck;
    int32_t type =
        find_type(notes, import_json_text(find_member(note, note_type_member), sink->arena), count);
    ImportRecord record = {.kind = notes->kinds[type],
                           .line = json_place(notes->reading->doc, note).line,
                           .group = deck.size ? import_add_group(sink, deck) : -1,
                           .fields = fields,
                           .field_count = count,
                           .id = import_json_text(json_find(note, "guid"), sink->arena),
                           .tags = tags_of(notes, note, deck)};
    int32_t term = import_kind_roles(sink, record.kind)[COLUMN_TERM];
    bool is_cloze = term >= 0 && term < count && anki_cloze_is_in(fields[term]);
    bool is_added = is_cloze ? add_cloze(notes, &record, err) : import_add_record(sink, &record, NULL, err);
    arena_reset(&notes->arena);
    return is_added;
}

static bool add_list(Notes *notes, const JsonValue *list, Str deck, Err *err)
{
    for (const JsonValue *note = list ? json_first(list) : NULL; note; note = json_next(note)) {
        if (json_kind(note) != JSON_OBJECT)
            import_notice(notes->reading->sink, NOTICE_DROPPED, json_place(notes->reading->doc, note).line,
                          "is %s and no note", json_kind_name(json_kind(note)));
        else if (!add_note(notes, note, deck, err))
            return false;
    }
    return true;
}

/* A deck and those below it, each with notes of its own. Nesting has a limit. */
static bool read_deck(Notes *notes, const JsonValue *deck, Str name, Err *err)
{
    const JsonValue *children = find_array(deck, "children");
    if (!add_list(notes, find_array(deck, "notes"), name, err)) return false;
    for (const JsonValue *child = children ? json_first(children) : NULL; child; child = json_next(child)) {
        Arena *arena = notes->reading->sink->arena;
        Str own =
            json_kind(child) == JSON_OBJECT ? import_json_text(json_find(child, "name"), arena) : STR("");
        Str whole = name.size ? str_format(arena, "%.*s::%.*s", STR_FMT(name), STR_FMT(own)) : own;
        if (own.size && !read_deck(notes, child, whole, err)) return false;
    }
    return true;
}

bool import_json_read_anki(JsonReading *reading, Err *err)
{
    const JsonValue *root = json_root(reading->doc), *name = json_find(root, "default_deck");
    ImportSink *sink = reading->sink;
    Notes *notes = ARENA_NEW(sink->scratch, Notes);
    *notes = (Notes){.reading = reading};
    arena_init(&notes->arena, 0);
    notes->deck = import_json_text(name ? name : json_find(root, "name"), sink->arena);
    notes->tags = read_tags(json_find(root, "global_tags"), sink->arena);
    sink->result->is_html = sink->choices->html != IMPORT_NO;
    sink->result->head.title = anki_deck_level(notes->deck);
    read_types(notes, root);
    bool is_read = read_deck(notes, root, notes->deck, err);
    arena_deinit(&notes->arena);
    return is_read;
}
