/* What the check accepts cJSON parses, and each value's span is again a document of that kind. */
#include <stdlib.h>

#include "base/json.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool is_true)
{
    if (!is_true) abort();
}

static void check_value(const JsonDoc *doc, const JsonValue *v, int *left)
{
    if (--*left < 0) return;
    JsonProblem problem;
    JsonDoc *alone = json_open(json_span(doc, v), 16, &problem);
    require(alone != NULL);
    require(json_kind(json_root(alone)) == json_kind(v));
    require(json_count(json_root(alone)) == json_count(v));
    json_close(alone);
    JsonPlace name = json_name_place(doc, v), place = json_place(doc, v);
    require(name.line < place.line || (name.line == place.line && name.column <= place.column));
    for (const JsonValue *child = json_first(v); child; child = json_next(child))
        check_value(doc, child, left);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena;
    arena_init(&arena, 0);
    Str text = str_copy(&arena, (Str){(const char *)data, size});
    JsonProblem problem = {.text = ""};
    JsonDoc *doc = json_open(text, 16, &problem);
    if (doc) {
        int left = 100;
        check_value(doc, json_root(doc), &left);
        JsonPlace place;
        Str name;
        (void)json_find_duplicate(doc, &place, &name);
        json_close(doc);
    } else {
        require(problem.place.line >= 1 && problem.place.column >= 1 && problem.text[0] != '\0');
    }
    arena_deinit(&arena);
    return 0;
}
