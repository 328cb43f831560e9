#include "formats/package_notes.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "deck/deck_report.h"
#include "formats/anki_cloze_cards.h"
#include "formats/anki_own.h"
#include "formats/anki_template.h"

#define MAX_TEXT_BYTES (64u << 20) /* of all notes together: a deck's file holds no more */
#define MAX_TAGS_BYTES (1u << 20)  /* of a note: each takes many times its place there */
#define MAX_NOTES      4000000
#define FIELD_END      "\x1f"

typedef struct {
    PackageCollection *collection;
    size_t next_card; /* the first card of the next note, or behind */
    size_t bytes;     /* of text, up to now */
    int32_t number;   /* of the note */
    Str fields[IMPORT_MAX_COLUMNS];
    int32_t field_count;
    Arena arena; /* of one note */
    PackageRows rows;
} Reader;

/* --- what a note is --- */

static void split_fields(Reader *reader, Str fields)
{
    reader->field_count = 0;
    for (size_t from = 0; from <= fields.size && reader->field_count < IMPORT_MAX_COLUMNS;) {
        size_t end = str_find(fields, from, STR(FIELD_END));
        reader->fields[reader->field_count++] = str_slice(fields, from, end);
        from = end + 1;
    }
}

/* The first field but one of the note with something in it; COLUMN_NONE. */
static int32_t first_filled(const Reader *reader, const PackageKind *kind, int32_t but)
{
    for (int32_t i = 0; i < reader->field_count && i < kind->field_count; i++)
        if (i != but && !str_is_blank(reader->fields[i])) return i;
    return COLUMN_NONE;
}

/* By the first template; where that shows no field, the first two that the first note has. */
static void find_roles(const Reader *reader, PackageKind *kind, int32_t *roles)
{
    anki_template_roles(&(AnkiTemplate){.question = kind->question,
                                        .answer = kind->answer,
                                        .is_cloze = kind->is_cloze,
                                        .fields = kind->fields,
                                        .field_count = kind->field_count},
                        roles);
    if (roles[COLUMN_TERM] == COLUMN_NONE)
        roles[COLUMN_TERM] = first_filled(reader, kind, roles[COLUMN_DEFINITION]);
    if (roles[COLUMN_DEFINITION] == COLUMN_NONE)
        roles[COLUMN_DEFINITION] = first_filled(reader, kind, roles[COLUMN_TERM]);
    kind->is_own = !kind->is_cloze && anki_own_roles(kind->fields, kind->field_count, roles);
    if (kind->is_own) reader->collection->sink->list_separator = STR("");
}

static bool enter_kind(Reader *reader, PackageKind *kind)
{
    ImportSink *sink = reader->collection->sink;
    bool is_new = kind->kind < 0;
    if (!is_new) return false;
    int32_t roles[COLUMN_ROLE_COUNT];
    find_roles(reader, kind, roles);
    kind->kind = import_add_kind(sink, kind->name, kind->fields, kind->field_count, roles);
    if (kind->field_count > IMPORT_MAX_COLUMNS)
        import_notice(sink, NOTICE_DOUBT, 0, "of the fields of \"%s\" the first %d can be used",
                      deck_quote(kind->name).text, IMPORT_MAX_COLUMNS);
    return true;
}

static bool is_wanted(const int32_t *roles, int32_t field)
{
    for (int i = 0; i < COLUMN_ROLE_COUNT; i++)
        if (roles[i] == field) return true;
    return false;
}

static bool count_bytes(Reader *reader, size_t size, Err *err)
{
    reader->bytes += size;
    if (reader->bytes <= MAX_TEXT_BYTES) return true;
    return err_set(err,
                   "its notes hold more than %u MiB of text, and a deck cannot: export its decks one by one",
                   MAX_TEXT_BYTES >> 20);
}

/* HTML becomes a text of its own, which lies behind the result; any other field may be its own text. */
static bool becomes_new(Str field)
{
    return field.size > 0 && (memchr(field.data, '<', field.size) || memchr(field.data, '&', field.size));
}

/* Fields that are used are copied behind the result; of the first note all, to be shown. */
static bool keep_fields(Reader *reader, const PackageKind *kind, bool keeps_all, Err *err)
{
    ImportSink *sink = reader->collection->sink;
    const int32_t *roles = import_kind_roles(sink, kind->kind);
    for (int32_t i = 0; i < reader->field_count; i++) {
        Str *field = &reader->fields[i];
        if (!keeps_all && !is_wanted(roles, i)) {
            *field = STR("");
            continue;
        }
        if (!count_bytes(reader, field->size, err)) return false;
        bool is_made = !keeps_all && sink->result->is_html && becomes_new(*field);
        *field = str_copy(is_made ? &reader->arena : sink->arena, text_repair(&reader->arena, *field));
    }
    return true;
}

/* A column that was chosen for it comes before Anki's own. */
static Str read_id(Reader *reader, const PackageKind *kind)
{
    ImportSink *sink = reader->collection->sink;
    bool has_column = import_kind_roles(sink, kind->kind)[COLUMN_ID] != COLUMN_NONE;
    return has_column ? STR("") : package_rows_text(&reader->rows, 1, sink->arena);
}

static DeckTexts read_tags(Reader *reader, const PackageKind *kind, const PackageDeck *deck)
{
    ImportSink *sink = reader->collection->sink;
    Str stored = text_repair(&reader->arena, package_rows_view(&reader->rows, 4));
    if (stored.size > MAX_TAGS_BYTES) {
        import_notice(sink, NOTICE_DOUBT, reader->number, "its tags have over %u MiB and were left out",
                      MAX_TAGS_BYTES >> 20);
        stored = STR("");
    }
    /* Wide spaces of Japanese part tags as well. */
    stored = str_replace(&reader->arena, stored, STR("\xE3\x80\x80"), STR(" "));
    DeckTexts tags = import_split_tags(str_copy(sink->arena, stored), " ", &reader->arena);
    if (kind->is_own) tags = anki_own_tags(tags, sink->arena, &reader->arena);
    Str below = deck && !sink->choices->wants_subdecks ? package_decks_below(&reader->collection->decks, deck)
                                                       : STR("");
    if (below.size == 0) return tags;
    Str *items = ARENA_NEW_N(&reader->arena, Str, tags.count + 1);
    if (tags.count) memcpy(items, tags.items, tags.count * sizeof *items);
    items[tags.count] = below;
    return (DeckTexts){items, tags.count + 1};
}

/* --- its cards --- */

/* Notes come by id, as cards lie. */
static PackageCard *find_cards(Reader *reader, int64_t note, size_t *count)
{
    const PackageCards *cards = &reader->collection->cards;
    size_t from = reader->next_card;
    while (from < cards->count && cards->items[from].note < note) from++;
    size_t end = from;
    while (end < cards->count && cards->items[end].note == note) end++;
    reader->next_card = end;
    *count = end - from;
    return *count ? &cards->items[from] : NULL;
}

/* Of a note that turns round, the cards of the other direction are asked by ours as well; the first one
   says what is known. */
static void enter_heir(PackageCollection *collection, const PackageCard *cards, size_t count, int32_t place,
                       uint32_t card)
{
    for (size_t i = 0; i < count && collection->heirs; i++)
        if (cards[i].place == place)
            collection->heirs[collection->heir_count++] = (PackageHeir){cards[i].id, card};
}

typedef struct {
    const PackageCard *cards;
    size_t count;
} Lying;

static bool add_plain(Reader *reader, const ImportRecord *record, Lying lying, Err *err)
{
    PackageCollection *collection = reader->collection;
    size_t before = collection->sink->result->count;
    uint32_t number;
    if (!import_add_record(collection->sink, record, &number, err)) return false;
    bool is_new = collection->sink->result->count > before;
    if (is_new) enter_heir(collection, lying.cards, lying.count, 0, number);
    return true;
}

static bool add_cloze(Reader *reader, const ImportRecord *record, Lying lying, Err *err)
{
    PackageCollection *collection = reader->collection;
    AnkiClozeCards cloze;
    ImportCard card;
    int32_t place;
    if (!anki_cloze_cards_begin(&cloze, collection->sink, record, &reader->arena, err)) return false;
    while (anki_cloze_cards_next(&cloze, &place, &card)) {
        size_t before = collection->sink->result->count;
        uint32_t number;
        if (!count_bytes(reader, card.card.term.size + card.card.definition.size, err) ||
            !import_add_card(collection->sink, &card, &number, err))
            return false;
        bool is_new = collection->sink->result->count > before;
        if (is_new) enter_heir(collection, lying.cards, lying.count, place, number);
    }
    return true;
}

static bool add_note(Reader *reader, Err *err)
{
    PackageCollection *collection = reader->collection;
    int64_t id = package_rows_integer(&reader->rows, 0);
    Lying lying;
    lying.cards = find_cards(reader, id, &lying.count);
    PackageKind *kind = package_kinds_find(&collection->kinds, package_rows_integer(&reader->rows, 2));
    if (!kind) {
        import_notice(collection->sink, NOTICE_DROPPED, reader->number, "is of a note type that is missing");
        return true;
    }
    split_fields(reader, package_rows_view(&reader->rows, 3));
    bool is_first = enter_kind(reader, kind);
    size_t beside = package_rows_view(&reader->rows, 1).size + package_rows_view(&reader->rows, 4).size;
    if (!count_bytes(reader, beside, err) || !keep_fields(reader, kind, is_first, err)) return false;
    const PackageDeck *deck =
        lying.count && lying.cards->deck >= 0 ? &collection->decks.items[lying.cards->deck] : NULL;
    ImportRecord record = {.kind = kind->kind,
                           .line = reader->number,
                           .group = deck ? deck->group : -1,
                           .fields = reader->fields,
                           .field_count = reader->field_count,
                           .id = read_id(reader, kind),
                           .tags = read_tags(reader, kind, deck)};
    return kind->is_cloze ? add_cloze(reader, &record, lying, err) : add_plain(reader, &record, lying, err);
}

static bool add_all(Reader *reader, Err *err)
{
    while (package_rows_next(&reader->rows)) {
        if (reader->number == MAX_NOTES)
            return err_set(err, "has more notes than can be read: over %d", MAX_NOTES);
        reader->number++;
        bool is_added = add_note(reader, err);
        arena_reset(&reader->arena);
        if (!is_added) return false;
    }
    return true;
}

static int compare_heirs(const void *a, const void *b)
{
    const PackageHeir *one = a, *other = b;
    return (one->id > other->id) - (one->id < other->id);
}

bool package_notes_read(PackageCollection *collection, Err *err)
{
    Reader reader = {.collection = collection};
    arena_init(&reader.arena, 0);
    import_expect_cards(collection->sink, collection->cards.count);
    if (collection->sink->choices->wants_reviews)
        collection->heirs = ARENA_NEW_N(collection->sink->scratch, PackageHeir, collection->cards.count);
    package_rows_begin(&reader.rows, collection->db,
                       "SELECT id, guid, mid, flds, tags FROM notes NOT INDEXED ORDER BY id");
    bool is_whole = add_all(&reader, err);
    is_whole = package_rows_end(&reader.rows, err) && is_whole;
    arena_deinit(&reader.arena);
    if (collection->heir_count)
        qsort(collection->heirs, collection->heir_count, sizeof *collection->heirs, compare_heirs);
    return is_whole;
}
