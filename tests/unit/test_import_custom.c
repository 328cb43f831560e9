/* Separators that nobody named, known by the signs of the text. */
#include <string.h>

#include "import_fixture.h"

#define ASSERT_CARDS(f, text, cards) assert_string_equal(fixture_text(f, text), cards)
#define ASSERT_PARTED(f, side, card)                                                                         \
    do {                                                                                                     \
        assert_string_equal((f)->result.side_separator.data, side);                                          \
        assert_string_equal((f)->result.card_separator.data, card);                                          \
    } while (0)

static void arrows_part_the_sides_of_each_line(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "dog, hound => perro\ncat => gato, gata\n", "dog, hound=perro;cat=gato, gata;");
    ASSERT_PARTED(f, "=>", "\n");
    ASSERT_CARDS(f, "perro -> dog, hound\ngato -> cat, kitty\n", "perro=dog, hound;gato=cat, kitty;");
    ASSERT_CARDS(f, "a --> b\nc --> d\n", "a=b;c=d;");
    ASSERT_CARDS(f, "a → b\nc→d\n", "a=b;c=d;");
    ASSERT_CARDS(f, "a ⇒ b\nc ⇒ d\n", "a=b;c=d;");
    ASSERT_CARDS(f, "a := b\nc := d\n", "a=b;c=d;");
    ASSERT_CARDS(f, "a|||b|c\nd|||e\n", "a=b|c;d=e;");
}

static void signs_between_cards_are_seen(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "dog=>perro; can|||cat=>gato|||bird=>ave", "dog=perro; can;cat=gato;bird=ave;");
    ASSERT_PARTED(f, "=>", "|||");
    ASSERT_CARDS(f, "a => b ||| c => d |||\n", "a=b;c=d;");
    ASSERT_CARDS(f, "a=>one\ntwo|||b=>three\nfour", "a=one\ntwo;b=three\nfour;");
    ASSERT_CARDS(f, "a => one\ntwo\r\n---\r\nb => three\r\n", "a=one\ntwo;b=three;");
    ASSERT_PARTED(f, "=>", "---");
    ASSERT_CARDS(f, "a###b@@@c###d", "a=b;c=d;");
    ASSERT_CARDS(f, "a\tb|||c\td", "a=b;c=d;");
    ASSERT_PARTED(f, "\t", "|||");
    ASSERT_CARDS(f, "p\ta ++ b||q\tc --> d||r\te ++ f", "p=a ++ b;q=c --> d;r=e ++ f;");
    ASSERT_CARDS(f, "a::b;;c::d", "a=b;c=d;");
    assert_int_equal(f->result.format, IMPORT_TABLE);
}

static void one_line_holds_many_cards(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "a = b; c = d", "a=b;c=d;");
    ASSERT_CARDS(f, "dog=perro, cat=gato, bird=ave", "dog=perro;cat=gato;bird=ave;");
    ASSERT_PARTED(f, "=", ",");
    ASSERT_CARDS(f, "a → b; c → d", "a=b;c=d;");
    ASSERT_CARDS(f, "a – b; c – d", "a=b;c=d;");
    ASSERT_CARDS(f, "dog - perro / cat - gato / bird - ave", "dog=perro;cat=gato;bird=ave;");
    ASSERT_PARTED(f, " - ", " / ");
    ASSERT_CARDS(f, "uno: one | dos: two", "uno=one;dos=two;");
}

static void a_sign_that_ends_each_line_is_no_part_of_the_card(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "a - b;\nc - d; e;\nf - g;\n", "a=b;c=d; e;f=g;");
    ASSERT_PARTED(f, " - ", ";\n");
    ASSERT_CARDS(f, "a - b;\r\nc - d;\r\nf - g;", "a=b;c=d;f=g;");
    assert_int_equal(f->result.cards[2].line, 3);
    ASSERT_CARDS(f, "a - b;\nc - d\nf - g;\n", "a=b;;c=d;f=g;;");
}

static void a_sign_that_belongs_to_the_last_word_stays(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "one = C # two = D # three = F#", "one=C;two=D;three=F#;");
    ASSERT_CARDS(f, "one = C # two = D # three = F #", "one=C;two=D;three=F;");
}

static void any_sign_parts_lines_that_nothing_else_parts(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "a / b\nc / d\ne / f\n", "a=b;c=d;e=f;");
    ASSERT_PARTED(f, " / ", "\n");
    ASSERT_CARDS(f, "a ~ b\nc~d\ne ~ f\n", "a=b;c=d;e=f;");
    ASSERT_CARDS(f, "a and/or b # c\nd # e\nf # g/h\n", "a and/or b=c;d=e;f=g/h;");
}

/* One card that is not parted in two, and there is no evidence. */
static void what_does_not_part_every_card_parts_none(void **state)
{
    Fixture *f = *state;
    static const char nothing[] =
        "list: nothing in it parts terms from definitions: a tab, comma, semicolon, "
        "“ - ” or the like in each line is wanted; say which one it is";
    ASSERT_CARDS(f, "a / b\nc / d\ne / f / g\n", nothing);
    ASSERT_CARDS(f, "a / b\nc / d\n", nothing);
    ASSERT_CARDS(f, "a/b\nc/d\ne/f\n", nothing);
    ASSERT_CARDS(f, "a###b@@@c@@@d###e", nothing);
    ASSERT_CARDS(f, "<b>x</b> y</b> z", nothing);
    ASSERT_CARDS(f, "Text -- so\nmore of it: this\nand\n---\nthe end\n", nothing);
}

static void other_lists_are_read_as_before(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "a\tb;\nc\td;\ne\tf;\n", "a=b;;c=d;;e=f;;");
    ASSERT_CARDS(f, "a\tx -> y\nb\tz -> w\n", "a=x -> y;b=z -> w;");
    ASSERT_CARDS(f, "term,definition\na -> b,c\nd -> e,f\n", "a -> b=c;d -> e=f;");
    ASSERT_CARDS(f, "\"a => b\",c\n\"d => e, x\",f\n", "a => b=c;d => e, x=f;");
    assert_string_equal(fixture_named(f, "a => b,c\nd => e,f\n", "x.csv"), "a => b=c;d => e=f;");
    ASSERT_CARDS(f, "a :: b ; c\nd :: e ; f\n", "a=b ; c;d=e ; f;");
    assert_int_equal(f->result.format, IMPORT_COLONS);
    ASSERT_CARDS(f, "A|||B\nx, y\n\nC\nz\n", "A|||B=x, y;C=z;");
    assert_int_equal(f->result.format, IMPORT_BLOCKS);
    f->choices.side_separator = STR("=");
    ASSERT_CARDS(f, "a=>b\nc=>d\n", "a=>b;c=>d;");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(arrows_part_the_sides_of_each_line),
        FIXTURE_TEST(signs_between_cards_are_seen),
        FIXTURE_TEST(one_line_holds_many_cards),
        FIXTURE_TEST(a_sign_that_ends_each_line_is_no_part_of_the_card),
        FIXTURE_TEST(a_sign_that_belongs_to_the_last_word_stays),
        FIXTURE_TEST(any_sign_parts_lines_that_nothing_else_parts),
        FIXTURE_TEST(what_does_not_part_every_card_parts_none),
        FIXTURE_TEST(other_lists_are_read_as_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
