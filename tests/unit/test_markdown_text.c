#include "unit/arena_fixture.h"

#include <stdlib.h>
#include <string.h>

#include "formats/markdown_text.h"

static void assert_text(const char *markdown, const char *text)
{
    Str out = markdown_text(str_of(markdown), &arena, NULL);
    if (!str_is(out, str_of(text)))
        fail_msg("%s\n  gives \"%.*s\"\n  not   \"%s\"", markdown, STR_FMT(out), text);
}

static void marks_go(void **state)
{
    (void)state;
    static const char *const said[][2] = {
        {"**JWT**", "JWT"},
        {"a *b* __c__ _d_ ***e***", "a b c d e"},
        {"**a *b* c** ~~d~~ ==e==", "a b c d e"},
        {"**a *b***", "a b"},
        {"ge**macht** **der**selbe", "gemacht derselbe"},
        {"`a*b*` ``c`d`` `` ` ``", "a*b* c`d `"},
        {"[a *b*](https://x.org/a_(b) \"c\") d", "a b d"},
        {"[[a]] [[a#b|c]]", "a c"},
        {"[*a* b][] c", "a b c"},
        {"a <!--SR:!1,2-->b", "a b"},
        {"\\*a\\* \\[b\\]", "*a* [b]"},
        {"これは**重要**です", "これは重要です"},
        {"2 * 3 is *six*", "2 * 3 is six"},
        {"* one *a*\n* two **b**", "* one a\n* two b"},
        {"snake_case and _a_", "snake_case and a"},
        {"$ 5 or $*a*$ *b*", "$ 5 or $*a*$ b"},
    };
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) assert_text(said[i][0], said[i][1]);
}

static void what_marks_nothing_stays(void **state)
{
    (void)state;
    static const char *const same[] = {
        "2 * 3 * 4",
        "2*3*4",
        "x**2 + y**2",
        "snake_case_name",
        "*irregular",
        "a == b == c",
        "~5 km",
        "\\frac{a}{b}",
        "[a] (b)",
        "[a](b c)",
        "a < b <!-- c",
        "$a_1 * b * c_2$",
        "`a",
        "[^1] [a",
        "$$\\{*a*\\}$$",
        "f(x) := *p",
        "____",
        "****",
        "",
        "[](",
        "a[1][]",
        "[][]",
        "[a][b]",
    };
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) assert_text(same[i], same[i]);
    assert_text("$$\na_1 \\\\ *b*\n$$ *c*", "$$\na_1 \\\\ *b*\n$$ c");
    assert_text("$5 *and* $6", "$5 and $6");
}

static void pictures_are_counted(void **state)
{
    (void)state;
    int32_t pictures = 0;
    Str out = markdown_text(STR("![a *b*](c.png) ![[d.png]] e"), &arena, &pictures);
    assert_true(str_is(out, STR("a b  e")));
    assert_int_equal(pictures, 2);
}

/* Marks that never close are looked for once, not from each of them. */
static void many_marks_take_no_time(void **state)
{
    (void)state;
    static const char *const parts[] = {"*a ", "_a ",   "**a ", "`a``", "[",
                                        "[a",  "[[a](", "<!--", "$a ",  "==a "};
    size_t size = 60000;
    char *text = malloc(size);
    assert_non_null(text);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t length = strlen(parts[i]);
        for (size_t at = 0; at < size; at++) text[at] = parts[i][at % length];
        assert_true(markdown_text((Str){text, size}, &arena, NULL).size <= size);
    }
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(marks_go),
        ARENA_TEST(what_marks_nothing_stays),
        ARENA_TEST(pictures_are_counted),
        ARENA_TEST(many_marks_take_no_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
