#include "formats/package_decks.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "formats/anki_deck_name.h"

#define DECKS_DEPTH  32
#define MAX_DECKS    20000
#define DEFAULT_DECK 1 /* where notes lie that were put nowhere: its name says nothing */
#define LEVEL        STR("::")

static bool fail_many(Err *err)
{
    return err_set(err, "has more decks than can be read: over %d", MAX_DECKS);
}

/* --- before schema 15 --- */

static bool read_object(const JsonValue *root, Arena *arena, PackageDecks *out, Err *err)
{
    if (json_kind(root) != JSON_OBJECT)
        return err_set(err, "its collection is damaged: its decks are no list of Anki's");
    if (json_count(root) > MAX_DECKS) return fail_many(err);
    out->items = ARENA_NEW_N(arena, PackageDeck, json_count(root));
    for (const JsonValue *v = json_first(root); v; v = json_next(v)) {
        const JsonValue *name = json_kind(v) == JSON_OBJECT ? json_find(v, "name") : NULL;
        if (!name || json_kind(name) != JSON_STRING) continue;
        out->items[out->count++] = (PackageDeck){.id = strtoll(json_name(v).data, NULL, 10),
                                                 .name = str_copy(arena, json_string(name))};
    }
    return true;
}

static bool read_json(Str json, Arena *arena, PackageDecks *out, Err *err)
{
    JsonProblem problem;
    if (json_tree_bytes(json) > PACKAGE_MAX_TREE) return fail_many(err);
    JsonDoc *doc = json_open(json, DECKS_DEPTH, &problem);
    if (!doc) return err_set(err, "its collection is damaged: its decks cannot be read (%s)", problem.text);
    bool is_read = read_object(json_root(doc), arena, out, err);
    json_close(doc);
    return is_read;
}

/* --- from schema 15 --- */

static bool read_table(PackageDb *db, Arena *arena, PackageDecks *out, Err *err)
{
    if (!package_db_has(db, "decks")) return err_set(err, "its collection is damaged: it has no decks");
    PackageRows rows;
    size_t room = 64;
    out->items = ARENA_NEW_N(arena, PackageDeck, room);
    for (package_rows_begin(&rows, db, "SELECT id, name FROM decks");
         out->count <= MAX_DECKS && package_rows_next(&rows);) {
        if (out->count == room) {
            PackageDeck *items = ARENA_NEW_N(arena, PackageDeck, 2 * room);
            memcpy(items, out->items, room * sizeof *items);
            out->items = items;
            room *= 2;
        }
        Str name = package_rows_text(&rows, 1, arena);
        /* Levels are set apart by a control character there. */
        name = str_replace(arena, name, STR("\x1f"), ANKI_DECK_LEVEL);
        out->items[out->count++] = (PackageDeck){.id = package_rows_integer(&rows, 0), .name = name};
    }
    return package_rows_end(&rows, err) && (out->count <= MAX_DECKS || fail_many(err));
}

/* --- both --- */

static int compare_ids(const void *a, const void *b)
{
    const PackageDeck *one = a, *other = b;
    return (one->id > other->id) - (one->id < other->id);
}

bool package_decks_read(PackageDb *db, int64_t schema, Str json, Arena *arena, PackageDecks *out, Err *err)
{
    *out = (PackageDecks){.root = STR("")};
    bool is_read =
        schema >= PACKAGE_SCHEMA_TABLES ? read_table(db, arena, out, err) : read_json(json, arena, out, err);
    if (is_read && out->count) qsort(out->items, out->count, sizeof *out->items, compare_ids);
    return is_read;
}

PackageDeck *package_decks_find(const PackageDecks *decks, int64_t id)
{
    PackageDeck key = {.id = id};
    return decks->count ? bsearch(&key, decks->items, decks->count, sizeof key, compare_ids) : NULL;
}

static int compare_names(const void *a, const void *b)
{
    const PackageDeck *const *one = a, *const *other = b;
    return str_compare((*one)->name, (*other)->name);
}

void package_decks_settle(PackageDecks *decks, ImportSink *sink)
{
    PackageDeck **used = ARENA_NEW_N(sink->scratch, PackageDeck *, decks->count);
    size_t count = 0;
    bool has_root = false;
    for (size_t i = 0; i < decks->count; i++)
        if (decks->items[i].is_used) used[count++] = &decks->items[i];
    if (count) qsort(used, count, sizeof *used, compare_names);
    for (size_t i = 0; i < count; i++) {
        if (used[i]->id != DEFAULT_DECK) {
            decks->root = has_root ? anki_deck_root(decks->root, used[i]->name) : used[i]->name;
            has_root = true;
        }
        used[i]->group = import_add_group(sink, used[i]->name);
    }
}

Str package_decks_below(const PackageDecks *decks, const PackageDeck *deck)
{
    return deck->id == DEFAULT_DECK ? STR("") : anki_deck_below(decks->root, deck->name);
}
