/* Objects and their lists with some members changed. */
#include <assert.h>
#include <string.h>

#include "edit/splice.h"

/* A part of the object as it will be. */
typedef struct {
    Str gap, text;
    int member; /* by number; -1: none of ours */
} Part;

typedef struct {
    const SpliceMember *members;
    size_t count;
    SpliceLayout layout, list;
    Arena *arena;
    Part *parts;
    size_t part_count;
} Object;

static Str text_of_object(Str object, const SpliceMember *member, const Object *around);

static DeckTexts without_blank(DeckTexts list, Arena *arena)
{
    Str *items = ARENA_NEW_N(arena, Str, list.count);
    size_t count = 0;
    for (size_t i = 0; i < list.count; i++)
        if (!str_is_blank(list.items[i])) items[count++] = list.items[i];
    return (DeckTexts){items, count};
}

static bool says_same(const JsonValue *value, DeckTexts list)
{
    size_t i = 0;
    for (const JsonValue *item = json_first(value); item; item = json_next(item), i++)
        if (i >= list.count || !str_is(json_string(item), list.items[i])) return false;
    return i == list.count;
}

typedef struct {
    Str *gaps, *texts, *values;
    size_t count;
} OldList;

static OldList old_list(Str text, const JsonValue *value, Arena *arena)
{
    OldList old = {.count = 0};
    if (!value) return old;
    size_t count = json_count(value);
    old = (OldList){ARENA_NEW_N(arena, Str, count), ARENA_NEW_N(arena, Str, count),
                    ARENA_NEW_N(arena, Str, count), count};
    SpliceWalk walk = splice_walk(text);
    JsonPart part;
    const JsonValue *item = json_first(value);
    for (size_t i = 0; splice_walk_next(&walk, &part); i++, item = json_next(item)) {
        old.gaps[i] = i > 0 ? walk.gap : STR("");
        old.texts[i] = part.value;
        old.values[i] = json_string(item);
    }
    return old;
}

/* What is the same at both ends stays, what lies between is written anew. */
static Str splice_list(Str text, const JsonValue *value, DeckTexts list, const SpliceLayout *layout,
                       Arena *arena)
{
    OldList old = old_list(text, value, arena);
    size_t head = 0, tail = 0;
    while (head < old.count && head < list.count && str_is(old.values[head], list.items[head])) head++;
    while (tail < old.count - head && tail < list.count - head &&
           str_is(old.values[old.count - 1 - tail], list.items[list.count - 1 - tail]))
        tail++;
    StrBuf out;
    Splice splice;
    str_buf_init(&out, arena);
    splice_begin(&splice, &out, '[', layout);
    for (size_t i = 0; i < list.count; i++) {
        bool is_old = i < head || i >= list.count - tail;
        size_t from = i < head ? i : i + old.count - list.count;
        splice_put(&splice, is_old ? old.gaps[from] : STR(""),
                   is_old ? old.texts[from] : json_quote(list.items[i], arena));
    }
    splice_end(&splice);
    return str_buf_str(&out);
}

/* The value that the member shall have; `old` as it is, empty where it is new. */
static Str text_of(const Object *object, const SpliceMember *member, Str old, const JsonValue *value)
{
    if (member->kind == SPLICE_TEXT)
        return value && str_is(json_string(value), member->text) ? old
                                                                 : json_quote(member->text, object->arena);
    if (member->kind == SPLICE_OBJECT) return text_of_object(old, member, object);
    DeckTexts list = without_blank(member->list, object->arena);
    if (value && says_same(value, list)) return old;
    SpliceLayout layout = object->list;
    if (value) splice_learn(old, object->layout.colon, object->arena, &layout);
    return splice_list(old, value, list, &layout, object->arena);
}

static bool is_empty(const JsonValue *value)
{
    return json_kind(value) == JSON_STRING ? json_string(value).size == 0 : json_first(value) == NULL;
}

static int find_member(const Object *object, Str name)
{
    for (size_t i = 0; i < object->count; i++)
        if (str_is(object->members[i].name, name)) return (int)i;
    return -1;
}

/* A member that was there, as it shall be; false: it goes. */
static bool keep_part(const Object *object, const JsonPart *old, const JsonValue *value, Part *part)
{
    const SpliceMember *member = &object->members[part->member];
    if (member->kind == SPLICE_KEPT) return true;
    if (!splice_is_wanted(member)) {
        if (is_empty(value)) return true;
        if (member->kind != SPLICE_OBJECT) return false;
    }
    Str text = text_of(object, member, old->value, value);
    if (text.data == old->value.data) return true;
    if (!splice_is_wanted(member) && str_is(text, STR("{}"))) return false;
    size_t before = (size_t)(old->value.data - part->text.data);
    part->text = str_join(object->arena, (Str[]){str_slice(part->text, 0, before), text}, 2);
    return true;
}

static void take_parts(Object *object, Str text, const JsonValue *root)
{
    SpliceWalk walk = splice_walk(text);
    JsonPart old;
    const JsonValue *value = json_first(root);
    for (bool is_first = true; splice_walk_next(&walk, &old); value = json_next(value), is_first = false) {
        size_t size = (size_t)(old.value.data - old.name.data) + old.value.size;
        Part part = {
            is_first ? STR("") : walk.gap, {old.name.data, size}, find_member(object, json_name(value))};
        if (part.member < 0 || keep_part(object, &old, value, &part))
            object->parts[object->part_count++] = part;
    }
}

/* Behind the nearest of those that come before it, else before the nearest of the others. */
static size_t place_of(const Object *object, int member)
{
    size_t place = object->part_count;
    int best = -1;
    for (size_t i = 0; i < object->part_count; i++) {
        int other = object->parts[i].member;
        if (other > best && other < member) {
            best = other;
            place = i + 1;
        } else if (other > member && best < 0 && place == object->part_count) {
            place = i;
        }
    }
    return place;
}

static void add_part(Object *object, int number)
{
    const SpliceMember *member = &object->members[number];
    Str value = text_of(object, member, STR(""), NULL), name = json_quote(member->name, object->arena);
    Str text = str_join(object->arena, (Str[]){name, object->layout.colon, value}, 3);
    size_t place = place_of(object, number);
    memmove(object->parts + place + 1, object->parts + place,
            (object->part_count - place) * sizeof *object->parts);
    object->parts[place] = (Part){STR(""), text, number};
    object->part_count++;
}

static void add_missing(Object *object)
{
    for (size_t i = 0; i < object->count; i++) {
        bool is_there = !splice_is_wanted(&object->members[i]);
        for (size_t j = 0; j < object->part_count && !is_there; j++)
            is_there = object->parts[j].member == (int)i;
        if (!is_there) add_part(object, (int)i);
    }
}

static size_t expected_size(const Object *object)
{
    size_t size = 2 + object->layout.first.size + object->layout.last.size;
    for (size_t i = 0; i < object->part_count; i++) {
        const Part *part = &object->parts[i];
        size += part->text.size + (part->gap.size ? part->gap.size : object->layout.next.size);
    }
    return size;
}

static Str write(const Object *object)
{
    StrBuf out;
    Splice splice;
    str_buf_init(&out, object->arena);
    str_buf_reserve(&out, expected_size(object));
    splice_begin(&splice, &out, '{', &object->layout);
    for (size_t i = 0; i < object->part_count; i++)
        splice_put(&splice, object->parts[i].gap, object->parts[i].text);
    splice_end(&splice);
    return str_buf_str(&out);
}

static void learn_list(Object *object, Str text)
{
    SpliceWalk walk = splice_walk(text);
    JsonPart part;
    while (splice_walk_next(&walk, &part))
        if (part.value.data[0] == '[' &&
            splice_learn(part.value, object->layout.colon, object->arena, &object->list))
            return;
}

static Str text_of_object(Str text, const SpliceMember *member, const Object *around)
{
    SpliceLayout inner = splice_deeper(&around->layout, around->arena);
    SpliceStyle style = {inner, splice_deeper(&inner, around->arena)};
    return splice_object(text, member->members, member->count, &style, around->arena);
}

static Str new_object(const SpliceMember *members, size_t count, const SpliceStyle *style, Arena *arena)
{
    StrBuf out;
    str_buf_init(&out, arena);
    splice_add_object(&out, members, count, style);
    return str_buf_str(&out);
}

Str splice_object(Str text, const SpliceMember *members, size_t count, const SpliceStyle *style, Arena *arena)
{
    if (text.size == 0) return new_object(members, count, style, arena);
    Object object = {
        .members = members, .count = count, .layout = style->object, .list = style->list, .arena = arena};
    JsonProblem problem;
    JsonDoc *doc = json_open(text, DECK_MAX_DEPTH, &problem);
    assert(doc);
    object.parts = ARENA_NEW_N(arena, Part, count + json_count(json_root(doc)));
    splice_learn(text, STR(""), arena, &object.layout);
    learn_list(&object, text);
    take_parts(&object, text, json_root(doc));
    add_missing(&object);
    Str written = write(&object);
    json_close(doc);
    return str_is(written, text) ? text : written;
}
