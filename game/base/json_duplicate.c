#include <stdlib.h>

#include "base/json.h"

#define FEW 16

typedef struct {
    Str name;
    size_t order;
    const JsonValue *value;
} Member;

static const JsonValue *find_among_few(const JsonValue *object)
{
    Str names[FEW];
    size_t count = 0;
    for (const JsonValue *m = json_first(object); m; m = json_next(m)) {
        Str name = json_name(m);
        for (size_t i = 0; i < count; i++)
            if (names[i].size == name.size && str_is(names[i], name)) return m;
        names[count++] = name;
    }
    return NULL;
}

static int compare_members(const void *a, const void *b)
{
    const Member *left = a, *right = b;
    int order = str_compare(left->name, right->name);
    return order ? order : (left->order > right->order) - (left->order < right->order);
}

static const JsonValue *find_among_many(const JsonValue *object, size_t count)
{
    Arena scratch;
    arena_init(&scratch, 0);
    Member *members = ARENA_NEW_N(&scratch, Member, count);
    size_t order = 0;
    for (const JsonValue *m = json_first(object); m; m = json_next(m), order++)
        members[order] = (Member){json_name(m), order, m};
    qsort(members, count, sizeof *members, compare_members);
    const Member *first = NULL;
    for (size_t i = 1; i < count; i++)
        if (str_is(members[i - 1].name, members[i].name) && (!first || members[i].order < first->order))
            first = &members[i];
    const JsonValue *found = first ? first->value : NULL;
    arena_deinit(&scratch);
    return found;
}

static const JsonValue *find_in_object(const JsonValue *object)
{
    size_t count = 0;
    for (const JsonValue *m = json_first(object); m && count <= FEW; m = json_next(m)) count++;
    return count <= FEW ? find_among_few(object) : find_among_many(object, json_count(object));
}

/* In document order: what lies inside earlier members comes before the object's own second one. */
static const JsonValue *find_in(const JsonValue *v)
{
    const JsonValue *second = json_kind(v) == JSON_OBJECT ? find_in_object(v) : NULL;
    for (const JsonValue *child = json_first(v); child && child != second; child = json_next(child)) {
        const JsonValue *inner = json_first(child) ? find_in(child) : NULL;
        if (inner) return inner;
    }
    return second;
}

bool json_find_duplicate(const JsonDoc *doc, JsonPlace *place, Str *name)
{
    const JsonValue *second = find_in(json_root(doc));
    if (!second) return false;
    *place = json_name_place(doc, second);
    *name = json_name(second);
    return true;
}
