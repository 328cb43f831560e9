/* Anki's "Notes in Plain Text": delimited records below a header of "#key:value" lines. */
#include <string.h>

#include "formats/anki_cloze_cards.h"
#include "formats/anki_deck_name.h"
#include "formats/anki_own.h"
#include "formats/anki_text_header.h"
#include "formats/html_text.h"
#include "formats/import_names.h"

#define HTML_RECORDS 5 /* that are looked at to see whether it is HTML */

typedef struct {
    ImportSink *sink;
    AnkiTextHeader header;
    Delimited reader;
    int32_t columns; /* the most that are known of */
    Str kind_names[IMPORT_MAX_KINDS];
    int32_t kinds[IMPORT_MAX_KINDS];
    bool is_own; /* this game has written it */
    Str root;    /* of the decks' names */
    int32_t kind_count;
    Arena arena; /* of one record */
} AnkiText;

static Str field_at(const Delimited *reader, int32_t column)
{
    return column >= 0 && column < reader->count ? str_trim(reader->fields[column]) : STR("");
}

static void begin(AnkiText *text)
{
    delimited_begin(&text->reader, text->header.body, text->header.body_line, text->header.rules,
                    text->sink->arena);
}

/* Anki looks at the first records where the header does not say. */
static void look_ahead(AnkiText *text)
{
    bool is_html = false;
    begin(text);
    for (int i = 0; i < HTML_RECORDS && delimited_next(&text->reader); i++) {
        if (text->reader.count > text->columns) text->columns = text->reader.count;
        for (int32_t column = 0; column < text->reader.count; column++)
            is_html = is_html || html_text_is_html(text->reader.fields[column]);
    }
    if (text->header.html == IMPORT_FOUND) text->header.html = is_html ? IMPORT_YES : IMPORT_NO;
    if (text->header.column_count > text->columns) text->columns = text->header.column_count;
}

static bool is_special(const AnkiTextHeader *header, int32_t column)
{
    for (int i = 0; i < ANKI_COLUMN_COUNT; i++)
        if (header->special[i] == column) return true;
    return false;
}

/* Term and definition are the first two columns that are fields. */
static void find_roles(const AnkiText *text, int32_t *roles)
{
    for (int i = 0; i < COLUMN_ROLE_COUNT; i++) roles[i] = COLUMN_NONE;
    roles[COLUMN_TAGS] = text->header.special[ANKI_COLUMN_TAGS];
    roles[COLUMN_ID] = text->header.special[ANKI_COLUMN_GUID];
    for (int32_t i = 0; i < text->columns && roles[COLUMN_DEFINITION] == COLUMN_NONE; i++)
        if (!is_special(&text->header, i))
            roles[roles[COLUMN_TERM] == COLUMN_NONE ? COLUMN_TERM : COLUMN_DEFINITION] = i;
}

static int32_t add_kind(AnkiText *text, Str name)
{
    Str names[IMPORT_MAX_COLUMNS];
    int32_t count = text->columns < IMPORT_MAX_COLUMNS ? text->columns : IMPORT_MAX_COLUMNS;
    for (int32_t i = 0; i < count; i++) {
        bool is_named = i < text->header.column_count && text->header.columns[i].size > 0;
        names[i] =
            is_named ? text->header.columns[i] : str_format(text->sink->arena, "Column %d", (int)i + 1);
    }
    int32_t roles[COLUMN_ROLE_COUNT];
    find_roles(text, roles);
    text->is_own = anki_own_roles(names, count, roles);
    if (text->is_own) text->sink->list_separator = STR("");
    return import_add_kind(text->sink, name, names, count, roles);
}

/* One for each note type; the last one is for all that there is no room for. */
static int32_t find_kind(AnkiText *text)
{
    Str name = field_at(&text->reader, text->header.special[ANKI_COLUMN_NOTETYPE]);
    if (name.size == 0) name = text->header.notetype;
    for (int32_t i = 0; i < text->kind_count; i++)
        if (str_is(text->kind_names[i], name) || i == IMPORT_MAX_KINDS - 1) return text->kinds[i];
    text->kind_names[text->kind_count] = str_copy(text->sink->arena, name);
    text->kinds[text->kind_count] = add_kind(text, text->kind_names[text->kind_count]);
    return text->kinds[text->kind_count++];
}

static Str deck_of(const AnkiText *text)
{
    return field_at(&text->reader, text->header.special[ANKI_COLUMN_DECK]);
}

/* What the decks of all records have in common. */
static void find_root(AnkiText *text)
{
    if (text->header.special[ANKI_COLUMN_DECK] == COLUMN_NONE) return;
    bool is_first = true;
    for (begin(text); delimited_next(&text->reader); is_first = false)
        text->root = is_first ? deck_of(text) : anki_deck_root(text->root, deck_of(text));
    text->root = str_copy(text->sink->arena, text->root);
    if (text->header.title.size == 0) text->header.title = anki_deck_level(text->root);
}

static int32_t find_group(AnkiText *text)
{
    Str name = deck_of(text);
    return name.size ? import_add_group(text->sink, str_copy(text->sink->arena, name)) : -1;
}

/* Those of the header, and the deck below the one that all are in. */
static DeckTexts find_tags(AnkiText *text)
{
    DeckTexts tags = text->header.tags;
    Str below = text->sink->choices->wants_subdecks ? STR("") : anki_deck_below(text->root, deck_of(text));
    if (below.size == 0) return tags;
    Str *items = ARENA_NEW_N(&text->arena, Str, tags.count + 1);
    if (tags.count) memcpy(items, tags.items, tags.count * sizeof *items);
    items[tags.count] = str_copy(text->sink->arena, below);
    return (DeckTexts){items, tags.count + 1};
}

static bool add_cloze(AnkiText *text, const ImportRecord *record, Err *err)
{
    AnkiClozeCards cards;
    ImportCard card;
    int32_t place;
    if (!anki_cloze_cards_begin(&cards, text->sink, record, &text->arena, err)) return false;
    while (anki_cloze_cards_next(&cards, &place, &card))
        if (!import_add_card(text->sink, &card, NULL, err)) return false;
    return true;
}

static bool add_own(AnkiText *text, const ImportRecord *record, Err *err)
{
    ImportCard card;
    if (!import_read_record(text->sink, record, &card, err)) return false;
    card.card.tags = anki_own_tags(card.card.tags, text->sink->arena, &text->arena);
    return import_add_card(text->sink, &card, NULL, err);
}

/* A guid is no HTML, whatever the fields are. */
static Str read_id(const AnkiText *text, int32_t kind)
{
    int32_t column = import_kind_roles(text->sink, kind)[COLUMN_ID];
    bool is_guid = column != COLUMN_NONE && column == text->header.special[ANKI_COLUMN_GUID];
    return is_guid ? field_at(&text->reader, column) : STR("");
}

static bool add_record(AnkiText *text, Err *err)
{
    import_doubt_record(text->sink, &text->reader);
    int32_t kind = find_kind(text);
    ImportRecord record = {.kind = kind,
                           .line = text->reader.line,
                           .group = find_group(text),
                           .fields = text->reader.fields,
                           .field_count = text->reader.count,
                           .id = read_id(text, kind),
                           .tags = find_tags(text)};
    Str term = field_at(&text->reader, import_kind_roles(text->sink, kind)[COLUMN_TERM]);
    if (text->is_own) return add_own(text, &record, err);
    return anki_cloze_is_in(term) ? add_cloze(text, &record, err)
                                  : import_add_record(text->sink, &record, NULL, err);
}

static bool add_all(AnkiText *text, Err *err)
{
    begin(text);
    while (delimited_next(&text->reader)) {
        bool is_added = add_record(text, err);
        arena_reset(&text->arena);
        if (!is_added) return false;
    }
    return true;
}

static void set_result(AnkiText *text)
{
    ImportResult *result = text->sink->result;
    result->format = IMPORT_ANKI_TEXT;
    result->side_separator = text->header.rules.side;
    result->card_separator = STR("\n");
    result->is_quoted = text->header.rules.is_quoted;
    result->has_header = text->header.body_line > 1;
    result->is_html = text->header.html == IMPORT_YES;
    result->head.title = text->header.title;
    text->sink->tag_separators = " ";
}

bool import_anki_text_read(const ImportSource *source, ImportSink *sink, Err *err)
{
    AnkiText text = {.sink = sink, .root = STR("")};
    anki_text_header_read(source->text, sink->choices, sink->arena, &text.header);
    if (text.header.body.size == 0)
        return import_error(source, 0, err, "has a header of Anki's and nothing below");
    arena_init(&text.arena, 0);
    look_ahead(&text);
    find_root(&text);
    set_result(&text);
    bool is_read = add_all(&text, err);
    arena_deinit(&text.arena);
    return is_read;
}
