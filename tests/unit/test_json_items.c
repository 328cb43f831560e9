#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "base/json.h"

static JsonDoc *open_by(Str text, size_t max_bytes)
{
    JsonProblem problem = {.text = ""};
    const JsonReader reader = {.max_depth = 16, .max_bytes = max_bytes, .list = STR("cards")};
    JsonDoc *doc = json_open_by(text, &reader, &problem);
    if (!doc) fail_msg("%d:%d: %s", problem.place.line, problem.place.column, problem.text);
    return doc;
}

static void assert_same_place(JsonPlace a, JsonPlace b)
{
    assert_int_equal(a.line, b.line);
    assert_int_equal(a.column, b.column);
}

/* Of a value and all in it. */
static void assert_same(const JsonDoc *doc, const JsonValue *v, const JsonDoc *whole, const JsonValue *other)
{
    assert_int_equal(json_kind(v), json_kind(other));
    assert_same_place(json_name_place(doc, v), json_name_place(whole, other));
    assert_same_place(json_place(doc, v), json_place(whole, other));
    assert_true(json_span(doc, v).data == json_span(whole, other).data);
    assert_int_equal(json_span(doc, v).size, json_span(whole, other).size);
    const JsonValue *left = json_first(v), *right = json_first(other);
    for (; left && right; left = json_next(left), right = json_next(right))
        assert_same(doc, left, whole, right);
    assert_true(!left && !right);
}

/* That its pieces are those of the whole. */
static void assert_pieces(Str text)
{
    JsonProblem problem;
    JsonDoc *doc = open_by(text, SIZE_MAX), *whole = json_open(text, 16, &problem);
    const JsonValue *list = json_find(json_root(whole), "cards"), *other = json_first(list);
    assert_int_equal(json_item_count(doc), json_count(list));
    JsonItems *items = json_items_open(doc);
    const JsonDoc *item;
    for (; (item = json_items_next(items, &problem)) != NULL; other = json_next(other))
        assert_same(item, json_root(item), whole, other);
    assert_true(!other);
    assert_string_equal(problem.text, "");
    json_items_close(items);
    const JsonValue *member = json_first(json_root(doc)), *its = json_first(json_root(whole));
    for (; member; member = json_next(member), its = json_next(its)) {
        assert_same_place(json_place(doc, member), json_place(whole, its));
        if (its == list)
            assert_null(json_first(member));
        else
            assert_same(doc, member, whole, its);
    }
    assert_true(!its);
    json_close(doc);
    json_close(whole);
}

static void pieces_stand_where_the_whole_has_them(void **state)
{
    (void)state;
    assert_pieces(STR("{\"cards\":[{\"term\":\"a\"},{\"term\":\"b\"}]}"));
    assert_pieces(
        STR("\xEF\xBB\xBF {\"é\": [1, {\"a\": 2}] ,\n \"cards\" : [ \n{\"t\": \"]\", \"l\": [\"é\", 1]} "
            ",\n\n 7,\"x\", [[]],null ]\n , \"last\": {\"cards\": [1, 2]}, \"e\": []}"));
    assert_pieces(STR("{\"c\\u0061rds\": [1, 2], \"b\": 3}"));
    assert_pieces(STR("{\"a\": {}, \"cards\": [ ], \"b\": 1}"));
    assert_pieces(STR("{\"cards\": [], \"b\": 1}"));
}

static void of_two_lists_the_first_is_left_out(void **state)
{
    (void)state;
    assert_pieces(STR("{\"cards\": [1, 2], \"x\": 1, \"cards\": [{\"a\": 3}, 4], \"y\": 1}"));
}

static void what_has_no_such_list_is_read_as_a_whole(void **state)
{
    (void)state;
    static const Str all[] = {STR_INIT("[[1, 2], {\"cards\": [1]}]"),
                              STR_INIT("{\"a\": {\"cards\": [1, 2]}}"),
                              STR_INIT("{\"cards\": {\"a\": 1}, \"cards\": [1, 2]}"),
                              STR_INIT("{\"Cards\": [1]}"), STR_INIT("\"cards\"")};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        JsonProblem problem;
        JsonDoc *doc = open_by(all[i], SIZE_MAX), *whole = json_open(all[i], 16, &problem);
        assert_int_equal(json_item_count(doc), 0);
        assert_same(doc, json_root(doc), whole, json_root(whole));
        json_close(doc);
        json_close(whole);
    }
}

static void an_item_is_found_by_its_number(void **state)
{
    (void)state;
    JsonDoc *doc = open_by(STR("{\"cards\": [\n[0],\n[1],\n[2],\n[3]]}"), SIZE_MAX);
    JsonItems *items = json_items_open(doc);
    static const int order[] = {3, 0, 0, 1, 3, 2, 2};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        const JsonDoc *item = json_items_get(items, (size_t)order[i]);
        const JsonValue *number = json_first(json_root(item));
        assert_int_equal((int)json_number(number), order[i]);
        assert_int_equal(json_place(item, number).line, 2 + order[i]);
        assert_int_equal(json_place(item, json_root(item)).column, 1);
    }
    json_items_close(items);
    json_close(doc);
}

static void what_is_wrong_within_an_item_is_told_before_any_is_read(void **state)
{
    (void)state;
    JsonProblem problem = {.text = ""};
    const JsonReader reader = {.max_depth = 3, .max_bytes = SIZE_MAX, .list = STR("cards")};
    assert_null(json_open_by(STR("{\"cards\": [{},\n {\"a\" 1}, {}]}"), &reader, &problem));
    assert_same_place(problem.place, (JsonPlace){2, 7});
    assert_null(json_open_by(STR("{\"cards\": [{},\n {\"a\": [1]}, {}]}"), &reader, &problem));
    assert_string_equal(problem.text, "nested deeper than 3 levels");
    assert_same_place(problem.place, (JsonPlace){2, 8});
}

static void a_member_given_twice_in_an_item_has_its_place_in_the_text(void **state)
{
    (void)state;
    JsonProblem problem;
    JsonPlace place;
    Str name;
    JsonDoc *doc = open_by(
        STR("{\"cards\": [{\"a\": 1},\n {\"b\": {\"c\": 1, \"c\": 2}}], \"x\": 1, \"x\": 2}"), SIZE_MAX);
    JsonItems *items = json_items_open(doc);
    const JsonDoc *item = json_items_next(items, &problem);
    assert_false(json_find_duplicate(item, &place, &name));
    item = json_items_next(items, &problem);
    assert_true(json_find_duplicate(item, &place, &name));
    assert_string_equal(name.data, "c");
    assert_same_place(place, (JsonPlace){2, 17});
    assert_true(json_find_duplicate(doc, &place, &name));
    assert_string_equal(name.data, "x");
    assert_same_place(place, (JsonPlace){2, 36});
    json_items_close(items);
    json_close(doc);
}

/* Each has room for some of them, and only one that is read. */
static void what_takes_more_memory_than_it_may_is_told_at_its_place(void **state)
{
    (void)state;
    enum { ROOM = 2000 };
    static const char too_much[] = "holds too many values to be read at once; split the file";
    JsonProblem problem = {.text = ""};
    const JsonReader reader = {.max_depth = 16, .max_bytes = ROOM, .list = STR("cards")};
    StrBuf text;
    Arena arena;
    arena_init(&arena, 0);
    str_buf_init(&text, &arena);
    str_buf_add(&text, STR("{\"cards\": ["));
    for (int i = 0; i < 100; i++) str_buf_add(&text, STR("[1, 2, 3, 4],\n"));
    size_t before = text.size;
    str_buf_add(&text, STR("[1]]}"));
    JsonDoc *doc = open_by(str_buf_str(&text), ROOM);
    JsonItems *items = json_items_open(doc);
    for (int i = 0; i < 101; i++) assert_non_null(json_items_next(items, &problem));
    assert_null(json_items_next(items, &problem));
    json_items_close(items);
    json_close(doc);

    text.size = before;
    str_buf_add(&text, STR(" ["));
    for (int i = 0; i < 100; i++) str_buf_add(&text, STR("1,"));
    str_buf_add(&text, STR("1]]}"));
    doc = open_by(str_buf_str(&text), ROOM);
    items = json_items_open(doc);
    for (int i = 0; i < 100; i++) assert_non_null(json_items_next(items, &problem));
    assert_null(json_items_next(items, &problem));
    assert_string_equal(problem.text, too_much);
    assert_same_place(problem.place, (JsonPlace){101, 2});
    json_items_close(items);
    json_close(doc);

    text.size = 0;
    str_buf_add(&text, STR(" {\"x\": ["));
    for (int i = 0; i < 100; i++) str_buf_add(&text, STR("\"a\","));
    str_buf_add(&text, STR("1], \"cards\": [1]}"));
    assert_null(json_open_by(str_buf_str(&text), &reader, &problem));
    assert_string_equal(problem.text, too_much);
    assert_same_place(problem.place, (JsonPlace){1, 2});
    arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_stand_where_the_whole_has_them),
        cmocka_unit_test(of_two_lists_the_first_is_left_out),
        cmocka_unit_test(what_has_no_such_list_is_read_as_a_whole),
        cmocka_unit_test(an_item_is_found_by_its_number),
        cmocka_unit_test(what_is_wrong_within_an_item_is_told_before_any_is_read),
        cmocka_unit_test(a_member_given_twice_in_an_item_has_its_place_in_the_text),
        cmocka_unit_test(what_takes_more_memory_than_it_may_is_told_at_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
