/* What the check accepts cJSON parses, and each value's span is again a document of that kind. Read in pieces
   it has the same values in the same places. */
#include "base/json.h"
#include "fuzz/check.h"

static void check_value(const JsonDoc *doc, const JsonValue *v, int *left)
{
    if (--*left < 0) return;
    JsonProblem problem;
    JsonDoc *alone = json_open(json_span(doc, v), 16, &problem);
    CHECK(alone != NULL);
    CHECK(json_kind(json_root(alone)) == json_kind(v));
    CHECK(json_count(json_root(alone)) == json_count(v));
    json_close(alone);
    JsonPlace name = json_name_place(doc, v), place = json_place(doc, v);
    CHECK(name.line < place.line || (name.line == place.line && name.column <= place.column));
    for (const JsonValue *child = json_first(v); child; child = json_next(child))
        check_value(doc, child, left);
}

static void require_same(const JsonDoc *doc, const JsonValue *v, const JsonDoc *whole, const JsonValue *other)
{
    JsonPlace place = json_place(doc, v), other_place = json_place(whole, other);
    Str span = json_span(doc, v), other_span = json_span(whole, other);
    CHECK(json_kind(v) == json_kind(other) && json_count(v) == json_count(other));
    CHECK(span.data == other_span.data && span.size == other_span.size);
    CHECK(place.line == other_place.line && place.column == other_place.column);
}

static void check_items(const JsonDoc *doc, const JsonDoc *whole, const JsonValue *list)
{
    JsonProblem problem;
    JsonItems *items = json_items_open(doc);
    const JsonDoc *item;
    const JsonValue *other = json_first(list);
    size_t count = json_item_count(doc);
    for (; (item = json_items_next(items, &problem)) != NULL; other = json_next(other))
        require_same(item, json_root(item), whole, other);
    CHECK(!other && problem.text[0] == '\0' && count == json_count(list));
    other = json_first(list);
    for (size_t i = 0; i < count / 2; i++) other = json_next(other);
    item = count > 0 ? json_items_get(items, count / 2) : NULL;
    if (item) require_same(item, json_root(item), whole, other);
    json_items_close(items);
}

static void check_pieces(Str text, const JsonDoc *whole)
{
    JsonProblem problem;
    const JsonReader reader = {.max_depth = 16, .max_bytes = SIZE_MAX, .list = STR("cards")};
    JsonDoc *doc = json_open_by(text, &reader, &problem);
    CHECK((doc != NULL) == (whole != NULL));
    if (!doc) return;
    const JsonValue *other = json_first(json_root(whole)), *list = json_find(json_root(whole), "cards");
    for (const JsonValue *v = json_first(json_root(doc)); v; v = json_next(v), other = json_next(other)) {
        CHECK(other != NULL);
        if (other != list || json_item_count(doc) == 0) require_same(doc, v, whole, other);
    }
    CHECK(!other);
    if (json_item_count(doc) > 0) check_items(doc, whole, list);
    json_close(doc);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena;
    arena_init(&arena, 0);
    Str text = str_copy(&arena, (Str){(const char *)data, size});
    JsonProblem problem = {.text = ""};
    JsonDoc *doc = json_open(text, 16, &problem);
    check_pieces(text, doc);
    if (doc) {
        int left = 100;
        check_value(doc, json_root(doc), &left);
        JsonPlace place;
        Str name;
        (void)json_find_duplicate(doc, &place, &name);
        json_close(doc);
    } else {
        CHECK(problem.place.line >= 1 && problem.place.column >= 1 && problem.text[0] != '\0');
    }
    arena_deinit(&arena);
    return 0;
}
