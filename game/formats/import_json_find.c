#include "formats/import_json.h"
#include "formats/import_names.h"
#include "formats/import_sink.h"

#define SAMPLES 50

static bool is_text(const JsonValue *value)
{
    return json_kind(value) == JSON_STRING || json_kind(value) == JSON_NUMBER;
}

static bool has_both_sides(const JsonValue *object)
{
    bool has_term = false, has_definition = false;
    for (const JsonValue *member = json_first(object); member; member = json_next(member)) {
        bool is_null = json_kind(member) == JSON_NULL;
        ColumnRole role = is_null ? COLUMN_ROLE_COUNT : import_role_of_name(json_name(member));
        has_term |= role == COLUMN_TERM;
        has_definition |= role == COLUMN_DEFINITION;
    }
    return has_term && has_definition;
}

static bool is_loose(const JsonValue *object)
{
    int texts = 0;
    for (const JsonValue *member = json_first(object); member; member = json_next(member))
        texts += json_kind(member) == JSON_STRING && import_role_of_name(json_name(member)) != COLUMN_ID;
    return texts >= 2;
}

static bool is_pair(const JsonValue *array)
{
    const JsonValue *one = json_first(array), *other = one ? json_next(one) : NULL;
    return other && is_text(one) && is_text(other) &&
           (json_kind(one) == JSON_STRING || json_kind(other) == JSON_STRING);
}

static JsonListKind kind_of_item(const JsonValue *item)
{
    if (json_kind(item) == JSON_ARRAY) return is_pair(item) ? JSON_LIST_PAIRS : JSON_LIST_NONE;
    if (json_kind(item) != JSON_OBJECT) return JSON_LIST_NONE;
    const JsonValue *sides = json_find(item, "cardSides");
    if (sides && json_kind(sides) == JSON_ARRAY) return JSON_LIST_SIDES;
    if (has_both_sides(item)) return JSON_LIST_OBJECTS;
    return is_loose(item) ? JSON_LIST_LOOSE : JSON_LIST_NONE;
}

static bool is_dictionary(const JsonValue *object)
{
    int texts = 0, all = 0;
    for (const JsonValue *member = json_first(object); member && all < SAMPLES; member = json_next(member)) {
        all++;
        texts += is_text(member);
    }
    return all > 0 && texts == all;
}

/* By its first items, if half of them are of one kind. Names and texts are a list of cards only where they
   stand alone, and not as one object of many. */
static JsonList look_at(const JsonValue *list, bool is_in_array)
{
    size_t counts[JSON_LIST_KIND_COUNT] = {0}, all = 0;
    for (const JsonValue *item = json_first(list); item && all < SAMPLES; item = json_next(item), all++)
        counts[kind_of_item(item)]++;
    JsonList found = {.list = list};
    for (int kind = JSON_LIST_NONE + 1; kind < JSON_LIST_KIND_COUNT; kind++)
        if (counts[kind] > 0 && counts[kind] * 2 >= all) {
            found.kind = (JsonListKind)kind;
            break;
        }
    bool may_be_dictionary = found.kind == JSON_LIST_NONE && json_kind(list) == JSON_OBJECT && !is_in_array;
    if (may_be_dictionary && is_dictionary(list)) found.kind = JSON_LIST_DICTIONARY;
    if (found.kind != JSON_LIST_NONE) found.count = json_count(list);
    return found;
}

/* Names that are known, or a shape that is, tell more than two texts side by side. */
static int strength(const JsonList *list)
{
    switch (list->kind) {
    case JSON_LIST_OBJECTS:
    case JSON_LIST_PAIRS:
    case JSON_LIST_SIDES: return 3;
    case JSON_LIST_LOOSE: return 2;
    case JSON_LIST_DICTIONARY: return 1;
    case JSON_LIST_NONE:
    case JSON_LIST_KIND_COUNT: break;
    }
    return 0;
}

static bool is_better(const JsonList *a, const JsonList *b)
{
    int one = strength(a), other = strength(b);
    return one != other ? one > other : a->count > b->count;
}

/* Cards by chapters: all members are lists of them, so that their names part nothing else. */
static bool are_chapters(const JsonValue *object)
{
    size_t count = 0;
    if (json_kind(object) != JSON_OBJECT) return false;
    for (const JsonValue *member = json_first(object); member; member = json_next(member), count++)
        if (json_kind(member) != JSON_ARRAY || look_at(member, false).kind != JSON_LIST_OBJECTS) return false;
    return count > 1;
}

static uint64_t path_of(const JsonValue *child, bool is_nameless, uint64_t path)
{
    return is_nameless ? path : str_hash(json_name(child), path);
}

/* Nesting has a limit. */
static void search(const JsonValue *value, bool is_in_array, uint64_t path, JsonList *best)
{
    bool is_array = json_kind(value) == JSON_ARRAY;
    if (!is_array && json_kind(value) != JSON_OBJECT) return;
    JsonList found = look_at(value, is_in_array);
    found.path = path;
    if (is_better(&found, best)) *best = found;
    bool is_nameless = is_array || are_chapters(value);
    for (const JsonValue *child = json_first(value); child; child = json_next(child))
        search(child, is_in_array || is_array, path_of(child, is_nameless, path), best);
}

typedef struct {
    JsonLists lists;
    size_t room;
    const JsonList *best;
    Arena *arena;
} Collecting;

static void add_list(Collecting *to, JsonList list)
{
    JsonLists *lists = &to->lists;
    lists->lists = import_grow(to->arena, lists->lists, lists->count, &to->room, sizeof *lists->lists);
    lists->lists[lists->count++] = list;
    lists->cards += list.count;
}

/* Lists within a list's cards are theirs, and what leads to one that is taken is none. */
static void collect(const JsonValue *value, bool is_in_array, uint64_t path, Collecting *to)
{
    bool is_array = json_kind(value) == JSON_ARRAY;
    if (!is_array && json_kind(value) != JSON_OBJECT) return;
    JsonList found = look_at(value, is_in_array);
    found.path = path;
    if (found.kind == to->best->kind && path == to->best->path) {
        add_list(to, found);
        return;
    }
    size_t before = to->lists.count, left = to->lists.left;
    bool is_nameless = is_array || are_chapters(value);
    for (const JsonValue *child = json_first(value); child; child = json_next(child))
        collect(child, is_in_array || is_array, path_of(child, is_nameless, path), to);
    bool is_other = found.kind == to->best->kind && strength(&found) > 1 && to->lists.count == before;
    if (is_other) to->lists.left = left + found.count;
}

JsonLists import_json_find_lists(const JsonValue *root, Arena *arena)
{
    JsonList best = {.kind = JSON_LIST_NONE};
    search(root, false, 0, &best);
    Collecting to = {.best = &best, .arena = arena};
    if (best.kind != JSON_LIST_NONE) collect(root, false, 0, &to);
    return to.lists;
}

/* A side is {"label": "word", "media": [{"plainText": "…"}, …]}; media without text are pictures and sounds.
 */
static Str side_text(const JsonValue *side, Arena *arena)
{
    const JsonValue *media = json_find(side, "media");
    return import_json_text(media ? media : side, arena);
}

void import_json_sides(const JsonValue *item, Arena *arena, Str sides[2])
{
    sides[0] = sides[1] = STR("");
    const JsonValue *list = json_find(item, "cardSides");
    int place = 0;
    for (const JsonValue *side = list ? json_first(list) : NULL; side; side = json_next(side), place++) {
        const JsonValue *label = json_find(side, "label");
        ColumnRole role = label && json_kind(label) == JSON_STRING ? import_role_of_name(json_string(label))
                                                                   : (ColumnRole)place;
        if (role == COLUMN_TERM || role == COLUMN_DEFINITION) sides[role] = side_text(side, arena);
    }
}
