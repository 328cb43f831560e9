/* Note types as JSON, before schema 15. */
#include <stdlib.h>

#include "base/json.h"
#include "formats/package_kinds_parts.h"

#define MODELS_DEPTH 32

static Str text_of(const JsonValue *object, const char *name, Arena *arena)
{
    const JsonValue *v = json_find(object, name);
    return v && json_kind(v) == JSON_STRING ? str_copy(arena, json_string(v)) : STR("");
}

static int64_t integer_of(const JsonValue *object, const char *name, int64_t otherwise)
{
    const JsonValue *v = json_find(object, name);
    int64_t number;
    return v && json_integer(v, &number) ? number : otherwise;
}

/* By "ord", unless that is missing, twice there or out of range: then as they stand. */
static const JsonValue **in_order(const JsonValue *list, size_t count, Arena *arena)
{
    const JsonValue **items = ARENA_NEW_N(arena, const JsonValue *, count);
    const JsonValue *v;
    for (v = json_first(list); v; v = json_next(v)) {
        int64_t ord = json_kind(v) == JSON_OBJECT ? integer_of(v, "ord", -1) : -1;
        if (ord < 0 || ord >= (int64_t)count || items[ord]) break;
        items[ord] = v;
    }
    if (!v) return items;
    size_t i = 0;
    for (v = json_first(list); v; v = json_next(v)) items[i++] = v;
    return items;
}

static void read_fields(const JsonValue *list, Arena *arena, PackageKind *kind)
{
    size_t count = json_count(list);
    const JsonValue **items = in_order(list, count, arena);
    kind->fields = ARENA_NEW_N(arena, Str, count);
    kind->field_count = (int32_t)count;
    for (size_t i = 0; i < count; i++)
        kind->fields[i] = json_kind(items[i]) == JSON_OBJECT ? text_of(items[i], "name", arena) : STR("");
}

static bool read_model(const JsonValue *model, Arena *arena, PackageKind *kind)
{
    if (json_kind(model) != JSON_OBJECT) return false;
    const JsonValue *fields = json_find(model, "flds"), *templates = json_find(model, "tmpls");
    if (!fields || json_kind(fields) != JSON_ARRAY) return false;
    *kind = (PackageKind){.id = strtoll(json_name(model).data, NULL, 10),
                          .name = text_of(model, "name", arena),
                          .is_cloze = integer_of(model, "type", 0) == 1,
                          .question = STR(""),
                          .answer = STR(""),
                          .kind = -1};
    read_fields(fields, arena, kind);
    size_t count = templates && json_kind(templates) == JSON_ARRAY ? json_count(templates) : 0;
    const JsonValue *first = count ? in_order(templates, count, arena)[0] : NULL;
    if (!first || json_kind(first) != JSON_OBJECT) return true;
    kind->question = text_of(first, "qfmt", arena);
    kind->answer = text_of(first, "afmt", arena);
    return true;
}

static bool read_models(const JsonValue *root, Arena *arena, PackageKinds *out, Err *err)
{
    if (json_kind(root) != JSON_OBJECT || json_count(root) > PACKAGE_MAX_KINDS)
        return err_set(err, "its collection is damaged: its note types are no list of Anki's");
    out->items = ARENA_NEW_N(arena, PackageKind, json_count(root));
    for (const JsonValue *v = json_first(root); v; v = json_next(v))
        if (read_model(v, arena, &out->items[out->count])) out->count++;
    return true;
}

bool package_kinds_json(Str models, Arena *arena, PackageKinds *out, Err *err)
{
    JsonProblem problem;
    if (json_tree_bytes(models) > PACKAGE_MAX_TREE)
        return err_set(err, "its note types hold more than can be read: no Anki made them");
    JsonDoc *doc = json_open(models, MODELS_DEPTH, &problem);
    if (!doc)
        return err_set(err, "its collection is damaged: its note types cannot be read (%s)", problem.text);
    bool is_read = read_models(json_root(doc), arena, out, err);
    json_close(doc);
    return is_read;
}
