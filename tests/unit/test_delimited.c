#include "unit/arena_fixture.h"

#include <string.h>

#include "formats/delimited.h"

/* "LINE:field|field;" for each record. */
static const char *split(const char *text, DelimitedRules rules)
{
    StrBuf out;
    str_buf_init(&out, &arena);
    Delimited reader;
    delimited_begin(&reader, str_of(text), 1, rules, &arena);
    while (delimited_next(&reader)) {
        str_buf_addf(&out, "%d%s:", (int)reader.line, reader.is_torn ? "torn" : "");
        for (int32_t i = 0; i < reader.count; i++)
            str_buf_addf(&out, "%s%.*s", i ? "|" : "", STR_FMT(reader.fields[i]));
        str_buf_add(&out, STR(";"));
    }
    return str_copy(&arena, str_buf_str(&out)).data;
}

static DelimitedRules rules_of(const char *side)
{
    return (DelimitedRules){.side = str_of(side)};
}

static DelimitedRules quoted_by(const char *side)
{
    return (DelimitedRules){.side = str_of(side), .is_quoted = true};
}

static void splits_at_any_line_break_and_counts_lines(void **state)
{
    (void)state;
    assert_string_equal(split("a\tb\nc\td\r\ne\tf\rg\th", rules_of("\t")), "1:a|b;2:c|d;3:e|f;4:g|h;");
    assert_string_equal(split("\n\na\tb\n\r\n\nc\n", rules_of("\t")), "3:a|b;6:c;");
    assert_string_equal(split("", rules_of("\t")), "");
    assert_string_equal(split("a,", rules_of(",")), "1:a|;");
    assert_string_equal(split(",\n,b", rules_of(",")), "1:|;2:|b;");
    assert_string_equal(split("a - b-c\n", rules_of(" - ")), "1:a|b-c;");
}

static void takes_separators_between_cards(void **state)
{
    (void)state;
    DelimitedRules rules = {.side = STR(","), .card = STR(";")};
    assert_string_equal(split("a,b;c,d\ne;;f,g", rules), "1:a|b;1:c|d\ne;2:f|g;");
    rules = (DelimitedRules){.side = STR("\t"), .card = STR("\n\n")};
    assert_string_equal(split("a\tb\nmore\r\n\r\nc\td", rules), "1:a|b\nmore;4:c|d;");
    rules = (DelimitedRules){.side = STR("\n"), .card = STR("\n\n")};
    assert_string_equal(split("a\nb\n\nc\r\nd\n\n", rules), "1:a|b;4:c|d;");
}

static void reads_quotes_by_rfc_4180(void **state)
{
    (void)state;
    assert_string_equal(split("\"a,b\",\"c\nd\"\r\ne,f", quoted_by(",")), "1:a,b|c\nd;3:e|f;");
    assert_string_equal(split("\"say \"\"hi\"\"\",\"\"\n", quoted_by(",")), "1:say \"hi\"|;");
    assert_string_equal(split("a\"b,c\"\n", quoted_by(",")), "1:a\"b|c\";");
    assert_string_equal(split("\"a\"x,b\n", quoted_by(",")), "1:ax|b;");
    assert_string_equal(split("a, \"b, c\" \n", quoted_by(",")), "1:a|b, c;");
    assert_string_equal(split("a, \"b\" c, d\n", quoted_by(",")), "1:a| \"b\" c| d;");
}

static void a_quote_that_is_never_closed_is_text_from_its_record_on(void **state)
{
    (void)state;
    assert_string_equal(split("\"a\",b\nc,\"d\n\"e\",f\n", quoted_by(",")), "1:a|b;2:c|d\ne\"|f;");
    assert_string_equal(split("\"a\",b\n\"c,d\ne,f\n", quoted_by(",")), "1:a|b;2torn:\"c|d;3:e|f;");
    assert_string_equal(split("a,\"", quoted_by(",")), "1torn:a|\";");
}

static void quotes_are_text_where_they_are_not_meant(void **state)
{
    (void)state;
    assert_string_equal(split("\"a,b\",c\n", rules_of(",")), "1:\"a|b\"|c;");
}

static void passes_comments_over(void **state)
{
    (void)state;
    DelimitedRules rules = {.side = STR("\t"), .has_comments = true, .is_quoted = true};
    assert_string_equal(split("#x\ty\na\tb\n\"#c\"\td\n#\n", rules), "2:a|b;3:#c|d;");
}

static void the_last_field_may_hold_what_is_left(void **state)
{
    (void)state;
    DelimitedRules rules = {.side = STR(" - "), .most_fields = 2};
    assert_string_equal(split("a - b - c\nd\n", rules), "1:a|b - c;2:d;");
    rules = (DelimitedRules){.side = STR(","), .most_fields = 2, .is_quoted = true};
    assert_string_equal(split("a,b,c\n\"d,e\",\"f\"\n", rules), "1:a|b,c;2:d,e|f;");
    rules = (DelimitedRules){.side = STR("")};
    assert_string_equal(split("a,b\n", rules), "1:a,b;");
}

static void drops_fields_beyond_the_limit(void **state)
{
    (void)state;
    char text[200];
    memset(text, ',', 99);
    text[99] = '\0';
    Delimited reader;
    delimited_begin(&reader, str_of(text), 7, rules_of(","), &arena);
    assert_true(delimited_next(&reader));
    assert_int_equal(reader.count, DELIMITED_MAX_FIELDS);
    assert_int_equal(reader.beyond, 100 - DELIMITED_MAX_FIELDS);
    assert_int_equal(reader.line, 7);
    assert_false(delimited_next(&reader));
}

/* Each of these would take minutes if a quote were searched for anew from every field. */
static void is_linear_in_quotes(void **state)
{
    (void)state;
    static const char *const parts[] = {"\"", "\",", ", \"", "\"\"\"", ", \"\"\"", "a, \"b\" c\n"};
    for (size_t p = 0; p < sizeof parts / sizeof *parts; p++) {
        size_t size = strlen(parts[p]), count = 1000000;
        char *text = arena_alloc(&arena, count * size);
        for (size_t i = 0; i < count; i++) memcpy(text + i * size, parts[p], size);
        Delimited reader;
        delimited_begin(&reader, (Str){text, count * size}, 1, quoted_by(","), &arena);
        while (delimited_next(&reader)) {
        }
        assert_int_equal(reader.at, count * size);
        arena_reset(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(splits_at_any_line_break_and_counts_lines),
        ARENA_TEST(takes_separators_between_cards),
        ARENA_TEST(reads_quotes_by_rfc_4180),
        ARENA_TEST(a_quote_that_is_never_closed_is_text_from_its_record_on),
        ARENA_TEST(quotes_are_text_where_they_are_not_meant),
        ARENA_TEST(passes_comments_over),
        ARENA_TEST(the_last_field_may_hold_what_is_left),
        ARENA_TEST(drops_fields_beyond_the_limit),
        ARENA_TEST(is_linear_in_quotes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
