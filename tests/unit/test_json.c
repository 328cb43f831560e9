#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <threads.h>

#include "base/json.h"

static JsonDoc *open_good(Str text)
{
    JsonProblem problem = {.text = ""};
    JsonDoc *doc = json_open(text, 16, &problem);
    if (!doc) fail_msg("%d:%d: %s", problem.place.line, problem.place.column, problem.text);
    return doc;
}

typedef struct {
    Str text;
    int line, column;
    const char *said; /* a part of the message */
} Refused;

#define REFUSED(text, line, column, said)                                                                    \
    {                                                                                                        \
        {(text), sizeof(text) - 1}, (line), (column), (said)                                                 \
    }

static void what_rfc_8259_refuses_is_refused_at_its_place(void **state)
{
    (void)state;
    static const Refused all[] = {
        REFUSED("", 1, 1, "expected a value, but the text ends here"),
        REFUSED(" \n ", 2, 2, "text ends here"),
        REFUSED("[1", 1, 3, "expected , or ] after a value"),
        REFUSED("[1 2]", 1, 4, "expected , or ] after a value, found 2"),
        REFUSED("[1,]", 1, 3, "nothing follows this comma"),
        REFUSED("{\"a\":1,\n}", 1, 7, "nothing follows this comma"),
        REFUSED("{\"a\" 1}", 1, 6, "expected : after"),
        REFUSED("{\"a\":1 \"b\":2}", 1, 8, "expected , or } after a value, found \""),
        REFUSED("{a:1}", 1, 2, "name in double quotes, found a"),
        REFUSED("[,1]", 1, 2, "expected a value, found ,"),
        REFUSED("[1]]", 1, 4, "nothing more after the end"),
        REFUSED("1 2", 1, 3, "nothing more after the end"),
        REFUSED("[01]", 1, 2, "does not start with 0"),
        REFUSED("[-]", 1, 3, "expected a digit"),
        REFUSED("[1.]", 1, 4, "expected a digit"),
        REFUSED("[.5]", 1, 2, "expected a value"),
        REFUSED("[+1]", 1, 2, "expected a value"),
        REFUSED("[1e]", 1, 4, "expected a digit"),
        REFUSED("[NaN]", 1, 2, "expected a value, found N"),
        REFUSED("[nul]", 1, 2, "true, false or null"),
        REFUSED("[True]", 1, 2, "expected a value, found T"),
        REFUSED("['a']", 1, 2, "double quotes"),
        REFUSED("[1] // one", 1, 5, "nothing more"),
        REFUSED("[ // one\n1]", 1, 3, "no comments"),
        REFUSED("[\"a\nb\"]", 1, 4, "U+000A"),
        REFUSED("[\"a\tb\"]", 1, 4, "U+0009"),
        REFUSED("[\"ab", 1, 2, "no end"),
        REFUSED("[\"\\x\"]", 1, 3, "unknown escape"),
        REFUSED("[\"\\u12G4\"]", 1, 3, "four hex digits"),
        REFUSED("[\"\\u12", 1, 3, "four hex digits"),
        REFUSED("[\x01]", 1, 2, "control character U+0001"),
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        JsonProblem problem = {.text = ""};
        if (json_open(all[i].text, 16, &problem)) fail_msg("accepted: %s", all[i].text.data);
        if (!strstr(problem.text, all[i].said)) fail_msg("%s: %s", all[i].text.data, problem.text);
        assert_int_equal(problem.place.line, all[i].line);
        assert_int_equal(problem.place.column, all[i].column);
    }
}

static void what_cjson_would_cut_or_mangle_is_refused(void **state)
{
    (void)state;
    static const Refused all[] = {
        REFUSED("[\"a\\u0000b\"]", 1, 4, "U+0000"),
        REFUSED("[\"a\0b\"]", 1, 4, "U+0000"),
        REFUSED("[1]\0", 1, 4, "U+0000"),
        REFUSED("[\"\\ud800\"]", 1, 3, "half of a surrogate pair"),
        REFUSED("[\"\\udc00\"]", 1, 3, "half of a surrogate pair"),
        REFUSED("[\"\\ud83c\\u0041\"]", 1, 3, "half of a surrogate pair"),
        REFUSED("[\"\xC3\xA9\xFF\"]", 1, 4, "0xFF is not UTF-8"),
        REFUSED("[0.1234567890123456789012345678901234567890123456789012345678901234]", 1, 2, "at most 63"),
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        JsonProblem problem = {.text = ""};
        assert_null(json_open(all[i].text, 16, &problem));
        if (!strstr(problem.text, all[i].said)) fail_msg("%s: %s", all[i].text.data, problem.text);
        assert_int_equal(problem.place.line, all[i].line);
        assert_int_equal(problem.place.column, all[i].column);
    }
}

static void nesting_is_limited(void **state)
{
    (void)state;
    JsonProblem problem;
    JsonDoc *doc = json_open(STR("[[{\"a\":[1]}],[2]]"), 4, &problem);
    assert_non_null(doc);
    json_close(doc);
    assert_null(json_open(STR("[[{\"a\":[1]}],[2]]"), 3, &problem));
    assert_int_equal(problem.place.column, 8);
    assert_non_null(strstr(problem.text, "3 levels"));
}

static void values_are_read_with_their_kinds(void **state)
{
    (void)state;
    JsonDoc *doc =
        open_good(STR("{\"s\":\"a\\n\\u00e9\\ud83c\\udccf\",\"n\":-1.5e2,\"t\":true,\"f\":false,\"z\":null,"
                      "\"a\":[1,2,3],\"o\":{}}"));
    const JsonValue *root = json_root(doc);
    assert_int_equal(json_kind(root), JSON_OBJECT);
    assert_int_equal(json_count(root), 7);
    assert_string_equal(json_string(json_find(root, "s")).data, "a\n\xC3\xA9\xF0\x9F\x83\x8F");
    assert_true(json_number(json_find(root, "n")) < -149 && json_number(json_find(root, "n")) > -151);
    assert_true(json_bool(json_find(root, "t")));
    assert_false(json_bool(json_find(root, "f")));
    assert_int_equal(json_kind(json_find(root, "z")), JSON_NULL);
    assert_int_equal(json_count(json_find(root, "a")), 3);
    assert_null(json_first(json_find(root, "o")));
    const JsonValue *second = json_next(json_first(root));
    assert_true(str_is(json_name(second), STR("n")));
    assert_int_equal(json_name(json_first(json_find(root, "a"))).size, 0);
    assert_string_equal(json_kind_name(json_kind(second)), "a number");
    json_close(doc);
}

static void members_are_found_by_exact_case(void **state)
{
    (void)state;
    JsonDoc *doc = open_good(STR("{\"Term\":1,\"term\":2}"));
    int64_t number = 0;
    assert_true(json_integer(json_find(json_root(doc), "term"), &number));
    assert_int_equal(number, 2);
    assert_null(json_find(json_root(doc), "TERM"));
    json_close(doc);
}

static void integers_are_whole_and_below_two_to_the_53rd(void **state)
{
    (void)state;
    JsonDoc *doc = open_good(STR("[0,-7,3.0,1e3,9007199254740991,-9007199254740991,"
                                 "9007199254740992,1.5,1e999,-1e999,\"1\",null]"));
    static const int64_t whole[] = {0, -7, 3, 1000, INT64_C(9007199254740991), -INT64_C(9007199254740991)};
    const JsonValue *v = json_first(json_root(doc));
    int64_t number;
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++, v = json_next(v)) {
        assert_true(json_integer(v, &number));
        assert_int_equal(number, whole[i]);
    }
    for (; v; v = json_next(v)) assert_false(json_integer(v, &number));
    json_close(doc);
}

/* Every value of a document that has all that could confuse a walker. */
static void places_and_spans_are_those_in_the_text(void **state)
{
    (void)state;
    Str text = STR("\xEF\xBB\xBF{ \"a:\\\"\" : [ ] ,\n"
                   "  \"\xC3\xA9\": {\"\\\\\": \"x]\\\\\", \"n\": [-1.5, \"}:\" , true]},\n"
                   "  \"last\":null }\n");
    JsonDoc *doc = open_good(text);
    const JsonValue *a = json_first(json_root(doc)), *e = json_next(a), *last = json_next(e);
    const JsonValue *backslash = json_first(e), *n = json_next(backslash), *minus = json_first(n);
    const struct {
        const JsonValue *value;
        int name_line, name_column, line, column;
        Str span;
    } all[] = {
        {a, 1, 3, 1, 12, STR("[ ]")},
        {e, 2, 3, 2, 8, STR("{\"\\\\\": \"x]\\\\\", \"n\": [-1.5, \"}:\" , true]}")},
        {backslash, 2, 9, 2, 15, STR("\"x]\\\\\"")},
        {n, 2, 23, 2, 28, STR("[-1.5, \"}:\" , true]")},
        {minus, 2, 29, 2, 29, STR("-1.5")},
        {json_next(minus), 2, 35, 2, 35, STR("\"}:\"")},
        {json_next(json_next(minus)), 2, 42, 2, 42, STR("true")},
        {last, 3, 3, 3, 10, STR("null")},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        JsonPlace place = json_place(doc, all[i].value), name = json_name_place(doc, all[i].value);
        assert_int_equal(place.line, all[i].line);
        assert_int_equal(place.column, all[i].column);
        assert_int_equal(name.line, all[i].name_line);
        assert_int_equal(name.column, all[i].name_column);
        assert_true(str_is(json_span(doc, all[i].value), all[i].span));
    }
    assert_int_equal(json_place(doc, json_root(doc)).column, 1);
    assert_int_equal(json_span(doc, json_root(doc)).size, text.size - 4);
    json_close(doc);
}

static void a_scalar_alone_is_a_document(void **state)
{
    (void)state;
    static const Str all[] = {{"7", 1},
                              {"\"\"", 2},
                              {"null", 4},
                              {"\xEF\xBB\xBF"
                               "1",
                               4}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        JsonDoc *doc = open_good(all[i]);
        assert_int_equal(json_place(doc, json_root(doc)).column, 1);
        json_close(doc);
    }
}

static void assert_duplicate(const char *text, int line, int column, const char *name)
{
    JsonDoc *doc = open_good(str_of(text));
    JsonPlace place;
    Str found;
    assert_true(json_find_duplicate(doc, &place, &found));
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
    assert_string_equal(found.data, name);
    json_close(doc);
}

static void a_member_given_twice_is_found_at_its_second_place(void **state)
{
    (void)state;
    assert_duplicate("{\"a\":1,\"b\":2,\"a\":3}", 1, 14, "a");
    assert_duplicate("{\"a\":1,\"\\u0061\":3}", 1, 8, "a");
    assert_duplicate("[{\"x\":{\"b\":1,\n\"b\":2}, \"x\":1}]", 2, 1, "b");
    assert_duplicate("{\"x\":1,\"x\":{\"b\":1,\"b\":2}}", 1, 8, "x");
    assert_duplicate("{\"\":1,\"\":2}", 1, 7, "");
}

static void members_that_differ_are_no_duplicates(void **state)
{
    (void)state;
    JsonDoc *doc = open_good(STR("[{\"a\":1,\"A\":2,\"ab\":3},{\"a\":{\"a\":1}},[\"a\",\"a\"]]"));
    JsonPlace place;
    Str name;
    assert_false(json_find_duplicate(doc, &place, &name));
    json_close(doc);
}

/* 200,000 members compared by pairs would take minutes. */
static void a_huge_object_is_searched_in_time(void **state)
{
    (void)state;
    enum { COUNT = 200000 };
    Arena arena;
    arena_init(&arena, 0);
    StrBuf buf;
    str_buf_init(&buf, &arena);
    str_buf_add(&buf, STR("{"));
    for (int i = 0; i < COUNT; i++) str_buf_addf(&buf, "\"m%d\":0,\n", i);
    str_buf_add(&buf, STR("\"m77\":1, \"m5\":1}"));
    JsonDoc *doc = open_good(str_buf_str(&buf));
    JsonPlace place;
    Str name;
    assert_true(json_find_duplicate(doc, &place, &name));
    assert_string_equal(name.data, "m77");
    assert_int_equal(place.line, COUNT + 1);
    json_close(doc);
    arena_deinit(&arena);
}

static void what_is_written_is_what_was_put_in_order(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    JsonWriter w;
    json_writer_init(&w);
    json_begin_object(&w, NULL);
    json_put_string(&w, "s", str_slice(STR("\"q\"\n\xC3\xA9!"), 0, 6));
    json_put_integer(&w, "big", INT64_C(1000000000000000));
    json_put_integer(&w, "max", -INT64_C(9007199254740991));
    json_begin_array(&w, "a");
    json_put_bool(&w, NULL, true);
    json_put_null(&w, NULL);
    json_begin_object(&w, NULL);
    json_end_object(&w);
    json_end_array(&w);
    json_put_string(&w, "b", STR(""));
    json_end_object(&w);
    Str text = json_writer_finish(&w, &arena, false);
    assert_string_equal(text.data, "{\"s\":\"\\\"q\\\"\\n\xC3\xA9\",\"big\":1000000000000000,"
                                   "\"max\":-9007199254740991,\"a\":[true,null,{}],\"b\":\"\"}");
    arena_deinit(&arena);
}

static void fractions_read_back_to_the_last_bit(void **state)
{
    (void)state;
    static const double all[] = {0, 0.1, 0.1 + 0.2, 1.0 / 3, 2.3065, -1e-300, 5e-324, 1.7976931348623157e308};
    Arena arena;
    arena_init(&arena, 0);
    JsonWriter w;
    json_writer_init(&w);
    json_begin_array(&w, NULL);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) json_put_number(&w, NULL, all[i]);
    json_end_array(&w);
    Str text = json_writer_finish(&w, &arena, false);
    assert_true(str_starts(text, STR("[0,0.1,0.30000000000000004,0.3333333333333333,2.3065,")));
    JsonDoc *doc = open_good(text);
    const JsonValue *v = json_first(json_root(doc));
    for (size_t i = 0; i < sizeof all / sizeof *all; i++, v = json_next(v)) {
        double back = json_number(v);
        assert_memory_equal(&back, &all[i], sizeof back);
    }
    json_close(doc);
    arena_deinit(&arena);
}

static void pretty_text_reads_back(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    JsonWriter w;
    json_writer_init(&w);
    json_begin_array(&w, NULL);
    for (int i = 0; i < 1000; i++) json_put_integer(&w, NULL, i);
    json_end_array(&w);
    JsonDoc *doc = open_good(json_writer_finish(&w, &arena, true));
    assert_int_equal(json_count(json_root(doc)), 1000);
    json_close(doc);
    arena_deinit(&arena);
}

static int read_often(void *unused)
{
    (void)unused;
    JsonProblem problem;
    for (int i = 0; i < 500; i++) {
        JsonDoc *doc = json_open(STR("{\"cards\":[{\"term\":\"a\"},{\"term\":\"b\"}]}"), 16, &problem);
        if (!doc || json_count(json_find(json_root(doc), "cards")) != 2) return 1;
        json_close(doc);
    }
    return 0;
}

static void two_threads_read_and_a_third_writes_at_once(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    thrd_t threads[2];
    for (int i = 0; i < 2; i++) assert_int_equal(thrd_create(&threads[i], read_often, NULL), thrd_success);
    for (int i = 0; i < 500; i++) {
        JsonWriter w;
        json_writer_init(&w);
        json_begin_array(&w, NULL);
        json_put_string(&w, NULL, STR("x"));
        json_end_array(&w);
        assert_string_equal(json_writer_finish(&w, &arena, false).data, "[\"x\"]");
    }
    for (int i = 0; i < 2; i++) {
        int failed = 1;
        assert_int_equal(thrd_join(threads[i], &failed), thrd_success);
        assert_int_equal(failed, 0);
    }
    arena_deinit(&arena);
}

/* The check looks at eight bytes at once. */
static void what_ends_or_breaks_a_string_is_found_wherever_it_stands(void **state)
{
    (void)state;
    for (size_t place = 0; place < 24; place++) {
        char text[] = "\" !#[]\x7f\xC3\xA9"
                      "abcdefghijklmnop\"";
        JsonProblem problem;
        JsonDoc *doc = json_open(str_of(text), 16, &problem);
        assert_non_null(doc);
        json_close(doc);
        if (place == 6 || place == 7) continue; /* within é */
        text[1 + place] = '\x1f';
        assert_null(json_open(str_of(text), 16, &problem));
        assert_int_equal(problem.place.column, 2 + (int)place - (place > 7));
        text[1 + place] = '\\';
        bool is_escape = place < 23 && strchr("\"\\/bfnrt", text[2 + place]);
        doc = json_open(str_of(text), 16, &problem);
        assert_int_equal(doc != NULL, is_escape);
        json_close(doc);
        text[1 + place] = '"';
        assert_null(json_open(str_of(text), 16, &problem)); /* something follows the string */
    }
}

static void parts_are_found_without_a_document(void **state)
{
    (void)state;
    Str text = STR("\xEF\xBB\xBF {\"a\": [1, {\"]\": \"}\"}] ,\n \"\\u0062\\\"\" :\"x\", \"c\":1.0 }");
    JsonParts parts = json_parts(text);
    JsonPart part;
    assert_true(json_parts_next(&parts, &part));
    assert_true(str_is(part.value, STR("[1, {\"]\": \"}\"}]")));
    assert_true(json_part_is(&part, STR("a")));
    JsonParts inner = json_parts(part.value);
    assert_true(json_parts_next(&inner, &part));
    assert_true(str_is(part.value, STR("1")) && part.name.size == 0);
    assert_false(json_part_is(&part, STR("")));
    assert_true(json_parts_next(&inner, &part));
    assert_true(str_is(part.value, STR("{\"]\": \"}\"}")));
    assert_false(json_parts_next(&inner, &part));
    assert_true(json_parts_next(&parts, &part));
    assert_true(str_is(part.name, STR("\"\\u0062\\\"\"")));
    assert_true(json_part_is(&part, STR("b\"")));
    assert_true(json_parts_next(&parts, &part));
    assert_true(str_is(part.value, STR("1.0")));
    assert_false(json_parts_next(&parts, &part));
    assert_int_equal(parts.at, text.size - 1);
    parts = json_parts(STR("[ ]"));
    assert_false(json_parts_next(&parts, &part));
    assert_int_equal(parts.at, 2);
}

static void a_string_is_quoted_as_the_writer_prints_it(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    Str quoted = json_quote(STR("a\"\\\n\xC3\xA9"), &arena);
    assert_true(str_is(quoted, STR("\"a\\\"\\\\\\n\xC3\xA9\"")));
    arena_deinit(&arena);
}

static void every_character_is_quoted_as_the_writer_prints_it(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    for (int c = 1; c < 0x80; c++) {
        Str text = str_format(&arena, "%c, behind \"eight\" letters %c\n%c", c, c, c);
        JsonWriter w;
        json_writer_init(&w);
        json_begin_array(&w, NULL);
        json_put_string(&w, NULL, text);
        json_end_array(&w);
        Str printed = json_writer_finish(&w, &arena, false), quoted = json_quote(text, &arena);
        assert_true(str_is(quoted, str_slice(printed, 1, printed.size - 1)));
    }
    arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_rfc_8259_refuses_is_refused_at_its_place),
        cmocka_unit_test(what_cjson_would_cut_or_mangle_is_refused),
        cmocka_unit_test(nesting_is_limited),
        cmocka_unit_test(values_are_read_with_their_kinds),
        cmocka_unit_test(members_are_found_by_exact_case),
        cmocka_unit_test(integers_are_whole_and_below_two_to_the_53rd),
        cmocka_unit_test(places_and_spans_are_those_in_the_text),
        cmocka_unit_test(a_scalar_alone_is_a_document),
        cmocka_unit_test(a_member_given_twice_is_found_at_its_second_place),
        cmocka_unit_test(members_that_differ_are_no_duplicates),
        cmocka_unit_test(a_huge_object_is_searched_in_time),
        cmocka_unit_test(what_is_written_is_what_was_put_in_order),
        cmocka_unit_test(fractions_read_back_to_the_last_bit),
        cmocka_unit_test(pretty_text_reads_back),
        cmocka_unit_test(what_ends_or_breaks_a_string_is_found_wherever_it_stands),
        cmocka_unit_test(two_threads_read_and_a_third_writes_at_once),
        cmocka_unit_test(parts_are_found_without_a_document),
        cmocka_unit_test(a_string_is_quoted_as_the_writer_prints_it),
        cmocka_unit_test(every_character_is_quoted_as_the_writer_prints_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
