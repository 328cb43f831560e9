#include "formats/import_json.h"

#include <string.h>

/* So that with the text and the cards it stays within 512 MiB. */
#define MAX_TREE_BYTES ((size_t)320 << 20)

static size_t skip_space(Str text, size_t at)
{
    while (at < text.size && text.data[at] && strchr(" \t\r\n", text.data[at])) at++;
    return at;
}

bool import_json_looks_like(Str text)
{
    size_t open = skip_space(text, 0);
    if (open >= text.size || (text.data[open] != '[' && text.data[open] != '{')) return false;
    size_t next = skip_space(text, open + 1);
    if (next >= text.size || !text.data[next]) return false;
    return strchr(text.data[open] == '[' ? "[{\"]" : "\"}", text.data[next]) != NULL;
}

static bool tell_problem(const ImportSource *source, const JsonProblem *problem, Err *err)
{
    return err_set(err, "%.*s:%d:%d: %s", STR_FMT(source->name), problem->place.line, problem->place.column,
                   problem->text);
}

/* --- our own --- */

static const JsonValue *find_kind(const JsonValue *object, const char *name, JsonKind kind)
{
    const JsonValue *value = json_find(object, name);
    return value && json_kind(value) == kind ? value : NULL;
}

static Str find_text(const JsonValue *object, const char *name, Arena *arena)
{
    const JsonValue *value = find_kind(object, name, JSON_STRING);
    return value ? str_copy(arena, json_string(value)) : STR("");
}

static bool is_deck_card(const JsonValue *item)
{
    return json_kind(item) == JSON_OBJECT && find_kind(item, "term", JSON_STRING) &&
           find_kind(item, "definition", JSON_STRING);
}

/* A deck of format 1: its cards have the two members that are needed. */
static bool is_deck(const JsonDoc *doc)
{
    JsonProblem problem;
    const JsonValue *root = json_root(doc);
    if (json_item_count(doc) == 0 || !find_kind(root, "title", JSON_STRING)) return false;
    JsonItems *items = json_items_open(doc);
    const JsonDoc *first = json_items_next(items, &problem);
    bool is_one = first && is_deck_card(json_root(first));
    json_items_close(items);
    return is_one;
}

static void read_head(const JsonValue *root, ImportSink *sink)
{
    const JsonValue *language = find_kind(root, "language", JSON_OBJECT);
    sink->result->head = (DeckHead){
        .id = find_text(root, "id", sink->arena),
        .title = find_text(root, "title", sink->arena),
        .description = find_text(root, "description", sink->arena),
        .author = find_text(root, "author", sink->arena),
        .license = find_text(root, "license", sink->arena),
        .source = find_text(root, "source", sink->arena),
        .term_language = language ? find_text(language, "term", sink->arena) : STR(""),
        .definition_language = language ? find_text(language, "definition", sink->arena) : STR(""),
    };
}

static bool add_deck_card(JsonReading *reading, const JsonDoc *doc, Err *err)
{
    Arena *arena = reading->sink->arena;
    const JsonValue *item = json_root(doc);
    ImportCard card = {.line = json_place(doc, item).line, .group = -1};
    if (json_kind(item) == JSON_OBJECT)
        card.card = (DeckCard){
            .id = find_text(item, "id", arena),
            .term = import_json_text(json_find(item, "term"), arena),
            .definition = import_json_text(json_find(item, "definition"), arena),
            .hint = import_json_text(json_find(item, "hint"), arena),
            .wordings = import_json_texts(json_find(item, "wordings"), arena),
            .accepts = import_json_texts(json_find(item, "accept"), arena),
            .distractors = import_json_texts(json_find(item, "distractors"), arena),
            .tags = import_json_texts(json_find(item, "tags"), arena),
        };
    return import_add_card(reading->sink, &card, NULL, err);
}

static bool add_deck_cards(JsonReading *reading, JsonItems *items, Err *err)
{
    JsonProblem problem;
    const JsonDoc *item;
    while ((item = json_items_next(items, &problem)) != NULL)
        if (!add_deck_card(reading, item, err)) return false;
    return problem.text[0] == '\0' || tell_problem(reading->source, &problem, err);
}

static bool read_deck(JsonReading *reading, Err *err)
{
    ImportResult *result = reading->sink->result;
    result->format = IMPORT_DECK;
    read_head(json_root(reading->doc), reading->sink);
    import_expect_cards(reading->sink, json_item_count(reading->doc));
    JsonItems *items = json_items_open(reading->doc);
    bool is_read = add_deck_cards(reading, items, err);
    json_items_close(items);
    bool is_whole = result->dropped + result->duplicates + result->doubts == 0;
    if (is_whole && !reading->sink->choices->is_swapped) result->deck_text = reading->source->text;
    return is_read;
}

/* --- others --- */

/* What the whole is called: a title beside the list, as far as there is one. */
static void take_title(JsonReading *reading)
{
    static const char *const names[] = {"title", "name"};
    const JsonValue *root = json_root(reading->doc);
    Str *title = &reading->sink->result->head.title;
    for (size_t i = 0; i < sizeof names / sizeof *names && json_kind(root) == JSON_OBJECT; i++)
        if (title->size == 0) *title = find_text(root, names[i], reading->sink->arena);
}

static bool read_others(JsonReading *reading, Err *err)
{
    const JsonValue *root = json_root(reading->doc);
    reading->sink->result->format = IMPORT_JSON;
    if (import_json_is_anki(root)) return import_json_read_anki(reading, err);
    JsonLists found = import_json_find_lists(root, reading->sink->scratch);
    if (found.count == 0)
        return import_error(
            reading->source, 0, err,
            "has no cards: an array of objects with \"term\" and \"definition\", or of pairs, is "
            "wanted");
    if (found.lists->kind != JSON_LIST_DICTIONARY) take_title(reading);
    if (found.left > 0)
        import_notice(reading->sink, NOTICE_DOUBT, 0, "other lists were left out; entries in them: %zu",
                      found.left);
    return import_json_read_lists(reading, &found, err);
}

static JsonDoc *open_doc(const ImportSource *source, Str list, Err *err)
{
    JsonProblem problem;
    const JsonReader reader = {.max_depth = DECK_MAX_DEPTH, .max_bytes = MAX_TREE_BYTES, .list = list};
    JsonDoc *doc = json_open_by(source->text, &reader, &problem);
    if (!doc) (void)tell_problem(source, &problem, err);
    return doc;
}

/* What is no deck has its cards anywhere. */
static bool read_whole(JsonReading *reading, Err *err)
{
    if (reading->sink->choices->format == IMPORT_DECK)
        return import_error(reading->source, 0, err,
                            "is no deck: an object with \"title\" and \"cards\" is wanted, and in each card "
                            "\"term\" and \"definition\"");
    if (json_item_count(reading->doc) == 0) return read_others(reading, err);
    JsonReading whole = *reading;
    JsonDoc *doc = open_doc(reading->source, (Str){0}, err);
    whole.doc = doc;
    bool is_read = doc && read_others(&whole, err);
    json_close(doc);
    return is_read;
}

bool import_json_read(const ImportSource *source, ImportSink *sink, Err *err)
{
    if (source->text.size > DECK_MAX_FILE_BYTES)
        return import_error(source, 0, err, "is too big: JSON of at most %u MiB is read",
                            DECK_MAX_FILE_BYTES >> 20);
    JsonDoc *doc = open_doc(source, STR("cards"), err);
    if (!doc) return false;
    sink->result->is_html = sink->choices->html == IMPORT_YES;
    JsonReading reading = {.source = source, .sink = sink, .doc = doc};
    bool is_read = is_deck(doc) ? read_deck(&reading, err) : read_whole(&reading, err);
    json_close(doc);
    return is_read;
}
