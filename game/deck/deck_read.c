#include "deck/deck_read.h"

#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "deck/deck_doubt.h"
#include "deck/deck_read_cards.h"

/* Of one card with all that stands around the cards: with the text and the deck far below 512 MiB. */
#define MAX_TREE_BYTES ((size_t)160 << 20)

enum {
    DECK_FORMAT_NUMBER,
    DECK_ID,
    DECK_TITLE,
    DECK_DESCRIPTION,
    DECK_AUTHOR,
    DECK_LICENSE,
    DECK_SOURCE,
    DECK_LANGUAGE,
    DECK_CARDS,
    DECK_SCHEMA,
    DECK_MEMBERS
};

static const Str names[DECK_MEMBERS] = {
    [DECK_FORMAT_NUMBER] = STR_INIT("format"), [DECK_ID] = STR_INIT("id"),
    [DECK_TITLE] = STR_INIT("title"),          [DECK_DESCRIPTION] = STR_INIT("description"),
    [DECK_AUTHOR] = STR_INIT("author"),        [DECK_LICENSE] = STR_INIT("license"),
    [DECK_SOURCE] = STR_INIT("source"),        [DECK_LANGUAGE] = STR_INIT("language"),
    [DECK_CARDS] = STR_INIT("cards"),          [DECK_SCHEMA] = STR_INIT("$schema"),
};

enum { LANGUAGE_TERM, LANGUAGE_DEFINITION, LANGUAGE_MEMBERS };

static const Str language_names[LANGUAGE_MEMBERS] = {
    [LANGUAGE_TERM] = STR_INIT("term"),
    [LANGUAGE_DEFINITION] = STR_INIT("definition"),
};

static void check_format(DeckSource *source, const JsonValue *value)
{
    if (!value) return;
    int64_t number = 0;
    if (json_kind(value) != JSON_NUMBER)
        deck_source_error(source, value, "\"format\" is %s; it must be the number %d",
                          json_kind_name(json_kind(value)), DECK_FORMAT);
    else if (!json_integer(value, &number) || number != DECK_FORMAT)
        deck_source_error(source, value, "\"format\" is %.15g; this program reads format %d",
                          json_number(value), DECK_FORMAT);
}

static void read_language(DeckSource *source, const JsonValue *value, DeckHead *head)
{
    if (!value) return;
    if (json_kind(value) != JSON_OBJECT) {
        deck_source_error(source, value,
                          "\"language\" is %s; it must be an object with \"term\" and \"definition\"",
                          json_kind_name(json_kind(value)));
        return;
    }
    DeckMembers members = deck_members_get(source, value, language_names, LANGUAGE_MEMBERS);
    head->term_language = deck_members_text(source, members.values[LANGUAGE_TERM],
                                            language_names[LANGUAGE_TERM], DECK_MAY_BE_BLANK);
    head->definition_language = deck_members_text(source, members.values[LANGUAGE_DEFINITION],
                                                  language_names[LANGUAGE_DEFINITION], DECK_MAY_BE_BLANK);
}

static Str read_field(DeckSource *source, const DeckMembers *members, int i, DeckBlank blank)
{
    return deck_members_text(source, members->values[i], names[i], blank);
}

static DeckHead read_head(DeckSource *source, const JsonValue *root, const DeckMembers *members)
{
    read_field(source, members, DECK_SCHEMA, DECK_MAY_BE_BLANK); /* for editors; only checked */
    check_format(source, members->values[DECK_FORMAT_NUMBER]);
    if (!members->values[DECK_TITLE])
        deck_source_error(source, root, "the deck has no \"title\"; it needs one");
    DeckHead head = {
        .id = read_field(source, members, DECK_ID, DECK_NOT_BLANK),
        .title = read_field(source, members, DECK_TITLE, DECK_NOT_BLANK),
        .description = read_field(source, members, DECK_DESCRIPTION, DECK_MAY_BE_BLANK),
        .author = read_field(source, members, DECK_AUTHOR, DECK_MAY_BE_BLANK),
        .license = read_field(source, members, DECK_LICENSE, DECK_MAY_BE_BLANK),
        .source = read_field(source, members, DECK_SOURCE, DECK_MAY_BE_BLANK),
        .term_language = STR(""),
        .definition_language = STR(""),
    };
    read_language(source, members->values[DECK_LANGUAGE], &head);
    return head;
}

static bool are_cards(DeckSource *source, const JsonValue *root, const JsonValue *cards)
{
    if (!cards)
        deck_source_error(source, root, "the deck has no \"cards\"; it needs an array with at least one");
    else if (json_kind(cards) != JSON_ARRAY)
        deck_source_error(source, cards, "\"cards\" is %s; it must be an array of cards",
                          json_kind_name(json_kind(cards)));
    else if (json_item_count(source->doc) == 0)
        deck_source_error(source, cards, "\"cards\" is empty; a deck needs at least one card");
    else
        return true;
    return false;
}

static void tell_twice(const DeckSource *source)
{
    if (source->twice.place.line > 0 && source->report->errors == 0)
        deck_report_error(source->report, source->twice.place, "\"%s\" is given twice; keep one of them",
                          source->twice.name.text);
}

static Deck *read_root(DeckSource *source, Str id_if_absent)
{
    const JsonValue *root = json_root(source->doc);
    if (json_kind(root) != JSON_OBJECT) {
        deck_source_error(source, root, "the file holds %s; a deck is an object with \"title\" and \"cards\"",
                          json_kind_name(json_kind(root)));
        return NULL;
    }
    DeckMembers members = deck_members_get(source, root, names, DECK_MEMBERS);
    DeckHead head = read_head(source, root, &members);
    if (!members.values[DECK_ID]) head.id = id_if_absent;
    DeckBuilder *builder = deck_build_open(&head);
    const JsonValue *cards = members.values[DECK_CARDS];
    if (are_cards(source, root, cards)) deck_read_cards(source, builder);
    tell_twice(source);
    if (source->report->errors == 0) return deck_build_finish(builder);
    deck_build_cancel(builder);
    return NULL;
}

static Deck *read_text(Str text, Str id_if_absent, DeckReport *report, bool is_doubt_wanted)
{
    if (text.size > DECK_MAX_FILE_BYTES) {
        deck_report_error(report, DECK_REPORT_FILE, "the deck has %zu bytes; at most %u are read", text.size,
                          DECK_MAX_FILE_BYTES);
        return NULL;
    }
    JsonProblem problem;
    const JsonReader reader = {
        .max_depth = DECK_MAX_DEPTH, .max_bytes = MAX_TREE_BYTES, .list = names[DECK_CARDS]};
    JsonDoc *doc = json_open_by(text, &reader, &problem);
    if (!doc) {
        deck_report_error(report, problem.place, "%s", problem.text);
        return NULL;
    }
    DeckSource source = {.doc = doc, .report = report};
    Deck *deck = read_root(&source, id_if_absent);
    if (deck && is_doubt_wanted) deck_doubt(deck, doc, report);
    json_close(doc);
    deck_report_sort(report);
    return deck;
}

Deck *deck_read_text(Str text, Str id_if_absent, DeckReport *report)
{
    DeckReport own;
    DeckReport *used = report ? report : &own;
    *used = (DeckReport){.count = 0};
    return read_text(text, id_if_absent, used, report != NULL);
}

/* What the system said already names the file; whoever prints the problem names it again. */
static void tell_file(DeckReport *report, const char *path, const Err *err)
{
    Str text = str_of(err->text), name = str_of(path);
    if (str_starts(text, name) && str_starts(str_slice(text, name.size, text.size), STR(": ")))
        text = str_slice(text, name.size + 2, text.size);
    deck_report_error(report, DECK_REPORT_FILE, "%.*s", STR_FMT(text));
}

typedef struct {
    Arena *arena;
    Str text;
    bool is_doubt_wanted;
} FileReading;

static Deck *read_file(const char *path, FileReading *reading, DeckReport *report)
{
    DeckReport own;
    DeckReport *used = report ? report : &own;
    *used = (DeckReport){.count = 0};
    Err err = {.is_set = false};
    Str stem = text_repair(reading->arena, deck_file_stem(str_of(path)));
    if (file_read(path, DECK_MAX_FILE_BYTES, reading->arena, &reading->text, &err))
        return read_text(reading->text, stem, used, reading->is_doubt_wanted);
    tell_file(used, path, &err);
    return NULL;
}

static Deck *read_file_alone(const char *path, DeckReport *report, bool is_doubt_wanted)
{
    Arena arena;
    arena_init(&arena, 0);
    FileReading reading = {.arena = &arena, .is_doubt_wanted = is_doubt_wanted};
    Deck *deck = read_file(path, &reading, report);
    arena_deinit(&arena);
    return deck;
}

Deck *deck_read_file(const char *path, DeckReport *report)
{
    return read_file_alone(path, report, report != NULL);
}

Deck *deck_load_file(const char *path, DeckReport *report)
{
    return read_file_alone(path, report, false);
}

Deck *deck_load_text(const char *path, Arena *arena, Str *text, DeckReport *report)
{
    FileReading reading = {.arena = arena};
    Deck *deck = read_file(path, &reading, report);
    *text = reading.text;
    return deck;
}

bool deck_is_deck_file(Str path)
{
    return str_ends(path, STR(".json")) && !str_ends(path, STR(".schema.json"));
}

Str deck_file_stem(Str path)
{
    Str name = file_name(path);
    for (size_t end = name.size; end-- > 1;)
        if (name.data[end] == '.') return str_slice(name, 0, end);
    return name;
}
