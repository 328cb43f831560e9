#include <string.h>
#include <time.h>

#include "unit/import_fixture.h"

static void assert_cards(Fixture *f, const char *text, const char *cards)
{
    assert_string_equal(fixture_text(f, text), cards);
    assert_int_equal(f->result.format, IMPORT_ANKI_TEXT);
}

static void columns_that_are_no_fields_are_known_by_the_header(void **state)
{
    Fixture *f = *state;
    assert_cards(f,
                 "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n"
                 "#tags column:6\n"
                 "a<b&amp;\tBasic\tEs::Verbs\t<b>hola</b>\thello<br>hi\tx y\n"
                 "\"#c\"\"\"\tCloze\tEs\t{{c1::a}} b {{c2::d}}\textra\t\n",
                 "hola=hello\nhi #Verbs #x #y @a<b&amp;;[…] b d=a @#c\"-c1;a b […]=d @#c\"-c2;");
    assert_int_equal(f->result.kind_count, 2);
    assert_true(str_is(f->result.kinds[1].name, STR("Cloze")));
    assert_int_equal(f->result.group_count, 2);
    assert_true(str_is(f->result.head.title, STR("Es")));
    assert_int_equal(f->result.cards[0].line, 7);
}

static void the_separator_is_a_name_or_the_character(void **state)
{
    Fixture *f = *state;
    static const char *const headers[] = {"#separator:Semicolon", "#separator:;", "#Separator: semicolon",
                                          "#separator:;,,,,", "#SEPARATOR:semicolon,,,"};
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
        assert_cards(f, str_format(&f->arena, "%s\na,1;b|2\n", headers[i]).data, "a,1=b|2;");
    assert_cards(f, "#separator:tab,,,\na b\tc\n", "a b=c;");
    assert_cards(f, "#separator:\t\na b\tc\n", "a b=c;");
    assert_cards(f, "#separator:Pipe\na,1|b;2\n", "a,1=b;2;");
    assert_cards(f, "#separator:\u3001\n\u30021\u3001b\n",
                 "\u30021=b;"); /* its first bytes are those of others */
}

static void without_one_the_first_of_ankis_order_is_taken(void **state)
{
    Fixture *f = *state;
    assert_cards(f, "#html:false\na,1\tb\n", "a,1=b;");
    assert_cards(f, "#html:false\na:1|b,2\n", "a:1=b,2;");
    assert_cards(f, "#html:false\na,b\nc,d\n", "a=b;c=d;");
    assert_cards(f, "#html:false\nx y\n", "x=y;");
}

static void the_header_may_hold_comments_tags_and_a_deck(void **state)
{
    Fixture *f = *state;
    assert_cards(f,
                 "# my words\n#tags:one two\n#deck:Foreign: words::Spanish\n#if matches:keep both\n"
                 "#columns:English\tSpanish\n#separator:tab\nred\trojo\n# a comment\n\nblue\tazul",
                 "red=rojo #one #two;blue=azul #one #two;");
    assert_true(str_is(f->result.head.title, STR("Spanish")));
    assert_true(str_is(f->result.kinds[0].columns[1], STR("Spanish")));
    assert_cards(f, "#deck:Foreign: words\n#separator:tab\na\tb\n", "a=b;");
    assert_true(str_is(f->result.head.title, STR("Foreign: words")));
    assert_cards(f, "#deck:1234567890\n#separator:tab\na\tb\n", "a=b;");
    assert_true(str_is(f->result.head.title, STR("list")));
    f->choices.format = IMPORT_ANKI_TEXT;
    assert_cards(f, "tags:old way\na\tb\n", "a=b #old #way;");
}

static void quotes_hold_line_breaks_and_signs(void **state)
{
    assert_cards(*state, "#separator:comma\r\n\"a \"\"b\"\"\",\"c,\r\nd\"\r\n\"#e\",f\r\n",
                 "a \"b\"=c,\nd;#e=f;");
}

static void html_is_seen_where_it_is_not_told(void **state)
{
    Fixture *f = *state;
    assert_cards(f, "#separator:tab\n<b>a</b>\tx &amp; y\n", "a=x & y;");
    assert_true(f->result.is_html);
    assert_cards(f, "#separator:tab\n#html:false\n<b>a</b>\tb\n", "<b>a</b>=b;");
    assert_cards(f, "#separator:tab\na < b\tc & d\n", "a < b=c & d;");
    assert_false(f->result.is_html);
    assert_cards(f, "#separator:tab\n#html:true,,,\na<br>b [sound:x.mp3]\t<img src=x>c\n", "a\nb=c;");
    assert_int_equal(f->result.pictures, 1);
    f->choices.html = IMPORT_NO;
    assert_cards(f, "#separator:tab\n#html:true\n<i>a</i>\tb\n", "<i>a</i>=b;");
}

static void choices_come_before_the_header(void **state)
{
    Fixture *f = *state;
    f->choices.side_separator = STR("|");
    f->choices.columns[0][COLUMN_TERM] = 2;
    assert_cards(f, "#separator:tab\n#columns:a|b|c\n1|2|3\n", "3=2;");
}

static void odd_columns_do_no_harm(void **state)
{
    Fixture *f = *state;
    static const char *const numbers[] = {"0", "-1", "65", "99999999999", "x", "", "9"};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        assert_cards(f,
                     str_format(&f->arena, "#separator:tab\n#tags column:%s\n#guid column:%s\na\tb\n",
                                numbers[i], numbers[i])
                         .data,
                     "a=b;");
    assert_cards(f, "#separator:tab\n#guid column:1\n#notetype column:1\n#deck column:1\na\tb\tc\n",
                 "b=c @a;");
}

static void a_header_alone_is_refused(void **state)
{
    Fixture *f = *state;
    assert_non_null(strstr(fixture_text(f, "#separator:tab\n#html:true\n"), "nothing below"));
    assert_non_null(strstr(fixture_text(f, "#separator:tab\n#html:true"), "nothing below"));
    assert_non_null(strstr(fixture_text(f, "#separator:tab\na\n"), "has no definition"));
}

/* Each looked for among all the others would take minutes. */
static void many_decks_are_told_apart_soon(void **state)
{
    Fixture *f = *state;
    enum { DECKS = 200000 };
    StrBuf text;
    str_buf_init(&text, &f->arena);
    str_buf_add(&text, STR("#separator:tab\n#html:false\n#deck column:3\n"));
    for (int i = 0; i < DECKS; i++) str_buf_addf(&text, "t%d\td\tdeck %06d\n", i, i);
    clock_t before = clock();
    assert_true(fixture_read_str(f, str_buf_str(&text), "list"));
    assert_true(clock() - before < 15 * CLOCKS_PER_SEC);
    assert_int_equal(f->result.group_count, DECKS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(columns_that_are_no_fields_are_known_by_the_header),
        FIXTURE_TEST(the_separator_is_a_name_or_the_character),
        FIXTURE_TEST(without_one_the_first_of_ankis_order_is_taken),
        FIXTURE_TEST(the_header_may_hold_comments_tags_and_a_deck),
        FIXTURE_TEST(quotes_hold_line_breaks_and_signs),
        FIXTURE_TEST(html_is_seen_where_it_is_not_told),
        FIXTURE_TEST(choices_come_before_the_header),
        FIXTURE_TEST(odd_columns_do_no_harm),
        FIXTURE_TEST(a_header_alone_is_refused),
        FIXTURE_TEST(many_decks_are_told_apart_soon),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
