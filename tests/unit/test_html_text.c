#include "unit/arena_fixture.h"

#include <string.h>

#include "base/text.h"
#include "formats/html_simple.h"
#include "formats/html_text.h"

static void assert_text(const char *html, const char *text)
{
    HtmlText out = html_text(str_of(html), &arena);
    assert_int_equal(out.state, HTML_TEXT_OK);
    if (!str_is(out.text, str_of(text)))
        fail_msg("%s\n  gives \"%.*s\"\n  not   \"%s\"", html, STR_FMT(out.text), text);
}

static void assert_media(const char *html, const char *text, int pictures, int sounds)
{
    assert_text(html, text);
    HtmlText out = html_text(str_of(html), &arena);
    assert_int_equal(out.pictures, pictures);
    assert_int_equal(out.sounds, sounds);
}

static void plain_text_stays_as_it_is(void **state)
{
    (void)state;
    assert_text("", "");
    assert_text("Paris", "Paris");
    assert_text("  two\n\nlines \t", "two\n\nlines");
    assert_text("a > b", "a > b");
    assert_text("[not a mark] [sound", "[not a mark] [sound");
    assert_text(" 漢字[かんじ]", "漢字[かんじ]");
    assert_text("20 °C [x]", "20 °C [x]");
}

static void breaks_and_blocks_are_lines(void **state)
{
    (void)state;
    assert_text("a<br>b<br/>c", "a\nb\nc");
    assert_text("a<div>b</div>c", "a\nb\nc");
    assert_text("<div>a</div><div>b</div>", "a\nb");
    assert_text("<div><div><div>a</div></div></div>", "a");
    assert_text("a<div><br></div><div>b</div>", "a\n\nb");
    assert_text("a<br><br><br><br>b", "a\n\nb");
    assert_text("<br>a<br>", "a");
    assert_text("<p>a</p><p>b<br></p><h1>c</h1>d", "a\nb\nc\nd");
    assert_text("a<hr>b", "a\nb");
    assert_text("<p>never closed<p>nor this", "never closed\nnor this");
}

static void white_space_is_folded(void **state)
{
    (void)state;
    assert_text("a \n\t b<b> c</b>", "a b c");
    assert_text("a <br> b", "a\nb");
    assert_text("a&nbsp;b\xC2\xA0&nbsp; c", "a b   c");
    assert_text("a&nbsp;<br>&nbsp;b<div>&nbsp;</div>c", "a\n b\n\nc");
    assert_text("a<div>&nbsp;</div><div><br></div>b", "a\n\nb");
    assert_text("a\xC2\xA0", "a");
    assert_text("<b>a</b><i>b</i> <u>c</u>", "ab c");
    assert_text("<pre>if x:\n  y</pre>z", "if x:\n  y\nz");
}

static void lists_have_bullets_and_numbers(void **state)
{
    (void)state;
    assert_text("<ul><li>a</li><li>b</li></ul>", "• a\n• b");
    assert_text("x<ol><li>a<li>b</ol>y", "x\n1. a\n2. b\ny");
    assert_text("<ol start=\"9\"><li>a</li><li>b</li></ol>", "9. a\n10. b");
    assert_text("<ol start=\"-9999999999999999999\"><li>a</li></ol>", "1. a");
    assert_text("<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>", "• a\n  1. b\n• c");
    assert_text("<ul><li><div>a</div></li><li></li><li>b</li></ul>", "• a\n• b");
    assert_text("<li>alone</li>", "• alone");
}

static void cells_of_a_table_stand_in_a_row(void **state)
{
    (void)state;
    assert_text("<table><tr><th>a</th><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", "a | b\nc | d");
    assert_text("<table><tr><td></td><td>b</td></tr></table>", "b");
}

static void entities_are_decoded(void **state)
{
    (void)state;
    assert_text("&lt;b&gt; &amp;amp; &quot;x&quot; &#39;&#x1F600;&eacute;", "<b> &amp; \"x\" '😀é");
    assert_text("AT&T &unknown; 5 < 6", "AT&T &unknown; 5 < 6");
}

static void scripts_styles_and_comments_are_gone(void **state)
{
    (void)state;
    assert_text("a<script>alert('x')</script>b<style>b{}</style><!-- c -->d", "abd");
    assert_text("<!-- never closed", "");
    assert_text("<script>never closed", "");
    assert_text("<iframe src=x>a</iframe><template>t<b>u</b></template>b", "b");
    assert_text("<a href=\"javascript:x()\" onclick=y()>link</a>", "link");
}

static void pictures_and_sounds_are_counted_and_left_out(void **state)
{
    (void)state;
    assert_media("a <img src=\"x.jpg\"> b", "a b", 1, 0);
    assert_media("<img src=x><IMG src=y><svg><text>t</text></svg>", "", 3, 0);
    assert_media("word [sound:a b.mp3]", "word", 0, 1);
    assert_media("<b>word</b><br>[sound:a.mp3][sound:b.mp3]<audio src=c>no</audio>", "word", 0, 3);
    assert_media("a[sound:never closed", "a[sound:never closed", 0, 0);
    assert_media("a[[type:Front]] b", "a b", 0, 0);
    assert_media("&#91;sound:a] &#91;[type:b]]", "[sound:a] [[type:b]]", 0, 0);
    assert_media("[[type:cloze:Text]]<br>x", "x", 0, 0);
}

static void ruby_stands_in_brackets(void **state)
{
    (void)state;
    assert_text("<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>です", "漢字[かんじ]です");
    assert_text("<ruby>字<rt></rt></ruby>", "字");
}

static void small_digits_are_those_of_unicode(void **state)
{
    (void)state;
    assert_text("H<sub>2</sub>O, 10<sup>−5</sup>, x<sup>n+1</sup>", "H₂O, 10⁻⁵, xⁿ⁺¹");
    assert_text("1<sup>st</sup> a<sub>max</sub> b<sup><b>2</b></sup>", "1st amax b2");
}

static void formulas_stay_as_they_are_written(void **state)
{
    (void)state;
    assert_text("\\(x^2 &lt; y\\) [$]\\frac{1}{2}[/$] [latex]\\alpha[/latex]",
                "\\(x^2 < y\\) [$]\\frac{1}{2}[/$] [latex]\\alpha[/latex]");
}

static char *repeated(const char *pattern, size_t size)
{
    StrBuf buf;
    str_buf_init(&buf, &arena);
    while (buf.size + strlen(pattern) <= size) str_buf_add(&buf, str_of(pattern));
    return buf.data;
}

static void what_needs_no_parser_gives_the_same_text(void **state)
{
    (void)state;
    static const char *const simple[] = {
        "<b>a</b>&nbsp;<i>b</i> &lt;<br>c<div>d&amp;</div>e",
        "a<div><br></div><div>b</div>",
        "<div>a<div>b</div></div>c<br /><br/>",
        "<u><em>a</u></em> <strong>&quot;&#39;&gt;</strong>",
        "x <img src=\"y z.jpg\"> <img src=\"\">",
        "<b>never closed <div>",
    };
    for (size_t i = 0; i < sizeof simple / sizeof *simple; i++) {
        assert_true(html_simple_is(str_of(simple[i])));
        HtmlText parsed = html_text(str_format(&arena, "%s<wbr>", simple[i]), &arena);
        assert_media(simple[i], str_copy(&arena, parsed.text).data, parsed.pictures, 0);
    }
    static const char *const others[] = {"<p>a</p>", "a</div>b", "<img src='a'>", "<b x>", "&eacute;", "AT&T",
                                         "1 < 2",    "<!-- -->", "<br",           "&amp",  "\x01<b>"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (html_simple_is(str_of(others[i]))) fail_msg("%s", others[i]);
}

static void what_nests_too_deep_is_refused(void **state)
{
    (void)state;
    static const char *const patterns[] = {"<div x>",  "<ul><li>",        "<b x>",         "<table><tr><td>",
                                           "<svg><g>", "<template><div>", "<i x><div></i>"};
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        HtmlText out = html_text(str_of(repeated(patterns[i], HTML_TEXT_MAX_BYTES)), &arena);
        assert_int_equal(out.state, HTML_TEXT_TANGLED);
        assert_int_equal(out.text.size, 0);
    }
}

static void a_tag_of_very_many_attributes_is_refused(void **state)
{
    (void)state;
    StrBuf buf;
    str_buf_init(&buf, &arena);
    str_buf_add(&buf, STR("<b"));
    for (int i = 0; i < 1000; i++) str_buf_addf(&buf, " a%d", i);
    str_buf_add(&buf, STR(">x"));
    assert_int_equal(html_text(str_buf_str(&buf), &arena).state, HTML_TEXT_TANGLED);
}

static void html_over_the_limit_is_refused_and_plain_text_is_not(void **state)
{
    (void)state;
    Str big = str_of(repeated("x<br>", HTML_TEXT_MAX_BYTES + 5));
    assert_int_equal(html_text(big, &arena).state, HTML_TEXT_TOO_BIG);
    assert_int_equal(html_text(str_slice(big, 0, HTML_TEXT_MAX_BYTES), &arena).state, HTML_TEXT_OK);
    Str plain = str_of(repeated("[sound:x ", 1 << 20));
    HtmlText out = html_text(plain, &arena);
    assert_int_equal(out.state, HTML_TEXT_OK);
    assert_true(str_is(out.text, str_trim(plain)));
}

static void broken_bytes_do_no_harm(void **state)
{
    (void)state;
    HtmlText out = html_text(STR("<b>\xFF\xC3\xED\xA0\x80</b>&#0;&#xD800;&#x110000;\0x"), &arena);
    assert_int_equal(out.state, HTML_TEXT_OK);
    assert_int_equal(text_find_invalid_utf8(out.text), TEXT_NO_OFFSET);
    out = html_text(STR("a&#66666666666666666666666666666666;b"), &arena);
    assert_int_equal(text_find_invalid_utf8(out.text), TEXT_NO_OFFSET);
}

static void html_is_known_by_tags_and_entities(void **state)
{
    (void)state;
    static const char *const html[] = {"<b>x</b>", "x<br>",  "</p>",      "a&amp;b",
                                       "&#39;",    "&#x27;", "<!-- c -->"};
    static const char *const plain[] = {"",   "a < b > c",      "1<2>1", "<3",   "a & b",
                                        "&;", "<b without end", "A&T",   "x > <"};
    for (size_t i = 0; i < sizeof html / sizeof *html; i++)
        if (!html_text_is_html(str_of(html[i]))) fail_msg("%s", html[i]);
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (html_text_is_html(str_of(plain[i]))) fail_msg("%s", plain[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(plain_text_stays_as_it_is),
        ARENA_TEST(breaks_and_blocks_are_lines),
        ARENA_TEST(white_space_is_folded),
        ARENA_TEST(lists_have_bullets_and_numbers),
        ARENA_TEST(cells_of_a_table_stand_in_a_row),
        ARENA_TEST(entities_are_decoded),
        ARENA_TEST(scripts_styles_and_comments_are_gone),
        ARENA_TEST(pictures_and_sounds_are_counted_and_left_out),
        ARENA_TEST(ruby_stands_in_brackets),
        ARENA_TEST(small_digits_are_those_of_unicode),
        ARENA_TEST(formulas_stay_as_they_are_written),
        ARENA_TEST(what_needs_no_parser_gives_the_same_text),
        ARENA_TEST(what_nests_too_deep_is_refused),
        ARENA_TEST(a_tag_of_very_many_attributes_is_refused),
        ARENA_TEST(html_over_the_limit_is_refused_and_plain_text_is_not),
        ARENA_TEST(broken_bytes_do_no_harm),
        ARENA_TEST(html_is_known_by_tags_and_entities),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
