#include <string.h>

#include "import_fixture.h"

#define ASSERT_CARDS(f, text, cards) assert_string_equal(fixture_text(f, text), cards)

static void finds_the_separator_that_parts_lines_evenly(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "hola\thello, you\nadi\xc3\xb3s\tbye; then - so\n",
                 "hola=hello, you;adi\xc3\xb3s=bye; then - so;");
    assert_string_equal(f->result.side_separator.data, "\t");
    ASSERT_CARDS(f, "perro,dog; hound\ngato,cat; kitty\n", "perro=dog; hound;gato=cat; kitty;");
    ASSERT_CARDS(f, "Haus;house, home\nHund;dog, hound\n", "Haus=house, home;Hund=dog, hound;");
    ASSERT_CARDS(f, "a|b, c\nd|e, f\n", "a=b, c;d=e, f;");
    ASSERT_CARDS(f, "der Hund, -e - dog\ndie Katze, -n - cat - tom\n",
                 "der Hund, -e=dog;die Katze, -n=cat - tom;");
    ASSERT_CARDS(f, "a \xe2\x80\x93 b\nc \xe2\x80\x93 d\n", "a=b;c=d;");
    ASSERT_CARDS(f, "a \xe2\x80\x94 b-c\nd \xe2\x80\x94 e\n", "a=b-c;d=e;");
    ASSERT_CARDS(f, "apple: a fruit\nbanana: yellow: a fruit\n", "apple=a fruit;banana=yellow: a fruit;");
    ASSERT_CARDS(f, "H2O=water\nNaCl=salt\n", "H2O=water;NaCl=salt;");
    ASSERT_CARDS(f, "one\ttwo", "one=two;");
}

static void says_that_nothing_parts_the_lines(void **state)
{
    Fixture *f = *state;
    static const char wrong[] = "list: nothing in it parts terms from definitions: a tab, comma, semicolon, "
                                "“ - ” or the like in each line is wanted; say which one it is";
    ASSERT_CARDS(f, "one\ntwo\nthree\n", wrong);
    ASSERT_CARDS(f, "Prose that goes on, and on.\nNo card comes of it\nat all; none\nor so\n", wrong);
}

static void drops_what_is_no_card_and_says_where(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "hola\thello\n\nadios\tbye\nHOLA\t Hello \nsolo\n\tnone\n \t \n",
                 "hola=hello;adios=bye;");
    assert_string_equal(fixture_notices(f),
                        "4:is there already, from line 1;5:has no definition;6:has no term;");
    assert_int_equal(f->result.dropped, 2);
    assert_int_equal(f->result.duplicates, 1);
    assert_int_equal(f->result.doubts, 0);
    assert_int_equal(f->result.cards[1].line, 3);
}

static void takes_separators_that_are_given(void **state)
{
    Fixture *f = *state;
    f->choices.side_separator = STR(",");
    f->choices.card_separator = STR(";");
    ASSERT_CARDS(f, "a,b;c,d, e;\nf,g", "a=b;c=d, e;f=g;");
    f->choices.side_separator = STR("\n");
    f->choices.card_separator = STR("\n\n");
    ASSERT_CARDS(f, "a\nb\n\nc\r\nd\r\nmore\r\n\r\ne\nf\n", "a=b;c=d\nmore;e=f;");
    f->choices.side_separator = STR(" -> ");
    f->choices.card_separator = STR("");
    ASSERT_CARDS(f, "a -> b - c\nd -> e, f -> g\n", "a=b - c;d=e, f -> g;");
    assert_string_equal(f->result.card_separator.data, "\n");
}

static void reads_lists_without_their_bullets(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "# Cells\n\n- ATP: energy\r\n- DNA: genes, *all*\n\n- RNA: a copy\n",
                 "ATP=energy;DNA=genes, all;RNA=a copy;");
    assert_int_equal(f->result.cards[2].line, 6);
    assert_string_equal(fixture_notices(f), "");
    ASSERT_CARDS(f, "**ATP:** energy\n**DNA:** genes\n", "ATP=energy;DNA=genes;");
    ASSERT_CARDS(f, "Words\n\xe2\x80\xa2 **a** - b\n\xe2\x80\xa2 c - d\n\xe2\x80\xa2 ![x](y.png)e - f\n",
                 "a=b;c=d;xe=f;");
    assert_string_equal(fixture_notices(f), "0:pictures were left out: 1;1:has no definition;");
    ASSERT_CARDS(f,
                 "* **a**: one\n  and [more][]\n* b: two\n\n* c: three\n  of them\n  here\nother\n\n[more]: "
                 "https://x.org\n",
                 "a=one and more;b=two;c=three of them here;");
    assert_int_equal(f->result.cards[1].line, 3);
    assert_int_equal(f->result.cards[2].line, 5);
    assert_string_equal(fixture_notices(f), "8:has no definition;");
    ASSERT_CARDS(f, "---\ntags: x\n---\n# Notes\n- a?;;b\n<!--SR:!1-->\n- c?;;d\n- *e*;;f, g\n-\n",
                 "a?=b;c?=d;e=f, g;");
    assert_int_equal(f->result.cards[0].line, 5);
    assert_string_equal(fixture_notices(f), "");
    ASSERT_CARDS(f, "+ : plus\n- : minus\n* : times\n", "+=plus;-=minus;*=times;");
    ASSERT_CARDS(f, "-a: b\n-c: d\n", "-a=b;-c=d;");
}

static void finds_separators_between_cards(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "a,b;c,d;e,f", "a=b;c=d;e=f;");
    assert_string_equal(f->result.card_separator.data, ";");
    ASSERT_CARDS(f, "a\tone\ntwo\n\nb\tthree\nfour\n\nc\tx\ny\nz\n", "a=one\ntwo;b=three\nfour;c=x\ny\nz;");
    assert_string_equal(f->result.card_separator.data, "\n\n");
    ASSERT_CARDS(f, "a\tb\n\nc\td\n\ne\tf\n", "a=b;c=d;e=f;");
    assert_string_equal(f->result.card_separator.data, "\n");
}

static void quotes_are_text_in_a_pasted_list(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "\"Yes\" he said\tsi\n\"no\"\tnein\n", "\"Yes\" he said=si;\"no\"=nein;");
    assert_false(f->result.is_quoted);
    ASSERT_CARDS(f, "5\" disk\tfloppy\n\"open\tend\n", "5\" disk=floppy;\"open=end;");
    ASSERT_CARDS(f, "\"Hi\" - \"Hola\"\n\"Bye\" - \"Adios\"\n", "\"Hi\"=\"Hola\";\"Bye\"=\"Adios\";");
}

static void quotes_hold_separators_where_all_are_whole(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "\"a, b\",c\nd,\"e\"\"f\"\"\"\n", "a, b=c;d=e\"f\";");
    assert_true(f->result.is_quoted);
    ASSERT_CARDS(f, "\"a\"\t\"b\"\n\"c\"\t\"d\"\n", "a=b;c=d;");
    ASSERT_CARDS(f, "a\t\"one\ntwo\"\nb\tthree\n", "a=one\ntwo;b=three;");
    assert_int_equal(f->result.cards[1].line, 3);
    f->choices.quotes = IMPORT_NO;
    ASSERT_CARDS(f, "\"a\",\"b\"\n", "\"a\"=\"b\";");
    f->choices.quotes = IMPORT_YES;
    ASSERT_CARDS(f, "\"no\"\tnein\n", "no=nein;");
}

static void a_file_named_csv_is_quoted(void **state)
{
    Fixture *f = *state;
    assert_string_equal(fixture_named(f, "\"no\",nein\nyes,\"ja\r\ndoch\"\n", "x.CSV"),
                        "no=nein;yes=ja\ndoch;");
    assert_true(f->result.is_quoted);
    assert_string_equal(f->result.head.title.data, "x.CSV");
    assert_string_equal(fixture_named(f, "a,b\nc,\"d\ne,f\n", "x.csv"), "a=b;c=\"d;e=f;");
    assert_string_equal(fixture_notices(f),
                        "2:its quote is never closed: from here on quotes are taken for text;");
}

static void what_ends_each_line_parts_no_sides(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "10Q : thank you;\n\n224 : today, tomorrow;\n\n4TW : for the win",
                 "10Q=thank you;224=today, tomorrow;4TW=for the win;");
    assert_string_equal(f->result.card_separator.data, ";\n\n");
    ASSERT_CARDS(f, "10Q : thank you;\n\n224 : today, tomorrow\n\n4TW : for the win",
                 "10Q=thank you;;224=today, tomorrow;4TW=for the win;");
    f->choices.card_separator = STR(";\n\n");
    ASSERT_CARDS(f, "10Q : thank you;\n\n224 : today, tomorrow;\n\n4TW : for the win",
                 "10Q=thank you;224=today, tomorrow;4TW=for the win;");
}

static void reads_a_header_by_its_names(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "Word\tType\tMeaning\tTags\nir\tverb\tto go\tA1, verbs\nyo\tpron\tI\t\n",
                 "ir=to go #A1 #verbs;yo=I;");
    assert_true(f->result.has_header);
    assert_int_equal(f->result.kind_count, 1);
    assert_int_equal(f->result.kinds[0].column_count, 4);
    assert_string_equal(f->result.kinds[0].columns[1].data ? "Type" : "", "Type");
    assert_int_equal(f->result.kinds[0].roles[COLUMN_DEFINITION], 2);
    assert_int_equal(f->result.kinds[0].records, 2);
    ASSERT_CARDS(f, "back,front\nhello,hola\n", "hola=hello;");
    ASSERT_CARDS(f, "question;answer\n1+1?;2\n", "1+1?=2;");
    ASSERT_CARDS(f, "face1,face2,face3,labels\nHello,Bonjour,Hola,greetings\nYes,Oui,S\xc3\xad,\n",
                 "Hello=Bonjour #greetings;Yes=Oui;");
    ASSERT_CARDS(f, "a,b,c\n", "a=b;");
    ASSERT_CARDS(f, "word,Wort\nday,Tag\n", "word=Wort;day=Tag;");
    ASSERT_CARDS(f,
                 "Wort;\xc3\x9c"
                 "bersetzung;Schlagw\xc3\xb6rter\nFu\xc3\x9f;foot;a, b\n",
                 "Fu\xc3\x9f=foot #a #b;");
    ASSERT_CARDS(f, "german_word,english_translation\nSaft,juice\n", "Saft=juice;");
    ASSERT_CARDS(f, "Example word,Word,English meaning\na b,b,c\n", "b=c;");
    ASSERT_CARDS(f, "key word,core meaning\n", "key word=core meaning;");
    ASSERT_CARDS(f, "English\tDeutsch\nday\tTag\n", "day=Tag;");
    ASSERT_CARDS(f, "English,Englisch\nGerman,Deutsch\n", "English=Englisch;German=Deutsch;");
    f->choices.header = IMPORT_NO;
    ASSERT_CARDS(f, "front,back\nhola,hello\n", "front=back;hola=hello;");
    f->choices.header = IMPORT_YES;
    ASSERT_CARDS(f, "Spanish,English\nhola,hello\n", "hola=hello;");
    assert_string_equal(str_copy(&f->arena, f->result.kinds[0].columns[0]).data, "Spanish");
}

static void reads_a_header_by_what_is_below_it(void **state)
{
    Fixture *f = *state;
    static const char numbers[] = "Town,River,Founded\na,bbbb,1\nc,d,20\nee,f,-300\ng,h,\ni,j,4.5\nk,l,6\n"
                                  "m,n,7\no,p,8\nq,r,9\n";
    static const char cards[] = "a=bbbb;c=d;ee=f;g=h;i=j;k=l;m=n;o=p;q=r;";
    ASSERT_CARDS(f, numbers, cards);
    assert_true(f->result.has_header);
    assert_string_equal(fixture_notices(f), "1:is taken for the names of the columns;");
    assert_int_equal(f->result.dropped, 0);
    f->choices.header = IMPORT_NO;
    assert_string_equal(fixture_text(f, numbers), str_format(&f->arena, "Town=River;%s", cards).data);
}

static void a_first_card_is_no_header(void **state)
{
    Fixture *f = *state;
    static const char codes[] = "name,alpha2\na,AA\nb,BB\nc,CC\nd,DD\neee,EE\nf,FF\ng,GG\nh,HH\n";
    assert_true(fixture_read_str(f, STR(codes), "codes.csv"));
    assert_string_equal(fixture_cards(f), "a=AA;b=BB;c=CC;d=DD;eee=EE;f=FF;g=GG;h=HH;");
    ASSERT_CARDS(f, codes, "name=alpha2;a=AA;b=BB;c=CC;d=DD;eee=EE;f=FF;g=GG;h=HH;"); /* a list of pairs */
    ASSERT_CARDS(f, "Town,River,in 24\na,bbbb,1\nc,d,2\nee,f,3\ng,h,4\ni,j,5\nk,l,6\nm,n,7\no,p,8\n",
                 "Town=River;a=bbbb;c=d;ee=f;g=h;i=j;k=l;m=n;o=p;");
    ASSERT_CARDS(f, "Town,River,Founded\na,bbbb,1\nc,d,2\n", "Town=River;a=bbbb;c=d;");
}

static void columns_that_most_records_leave_empty_are_no_sides(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "a,,x\nb,,y\nc,k,z\n", "a=x;b=y;c=z;");
    ASSERT_CARDS(f, ",a,x\n,b,y\n9,c,z\n", "a=x;b=y;c=z;");
    ASSERT_CARDS(f, "term,note,other\na,,x\nb,,y\n", "a=x;b=y;");
    f->choices.columns[0][COLUMN_DEFINITION] = 1;
    ASSERT_CARDS(f, "a,,x\nb,,y\nc,k,z\n", "c=k;");
}

static void reads_all_columns_of_our_own_csv(void **state)
{
    Fixture *f = *state;
    assert_string_equal(
        fixture_named(
            f,
            "id,term,definition,wordings,accept,distractors,tags,hint\r\n"
            "fr,France,Paris,\"City, on the Seine\nCity of light\",\"paris, france\",Lyon | Nice,south "
            "europe,h\r\n"
            "x,'=SUM(A1),-3,,,,\"a\nb, c\",\r\n",
            "deck.csv"),
        "France=Paris ~City, on the Seine ~City of light +paris, france -Lyon | Nice #south europe ?h @fr;"
        "=SUM(A1)=-3 #a #b, c @x;");
}

static void columns_can_be_chosen(void **state)
{
    Fixture *f = *state;
    static const char text[] = "1\thola\thello\tx\n2\tadios\tbye\ty\n";
    ASSERT_CARDS(f, text, "1=hola;2=adios;");
    assert_int_equal(f->result.kinds[0].column_count, 4);
    int32_t *columns = f->choices.columns[0];
    columns[COLUMN_TERM] = 1;
    columns[COLUMN_DEFINITION] = 2;
    columns[COLUMN_TAGS] = 3;
    columns[COLUMN_ID] = 0;
    ASSERT_CARDS(f, text, "hola=hello #x @1;adios=bye #y @2;");
    import_choices_init(&f->choices);
    f->choices.columns[0][COLUMN_TERM] = 1; /* takes it from the definition */
    ASSERT_CARDS(f, text, "hola=1;adios=2;");
    f->choices.columns[0][COLUMN_TERM] = 9; /* is not there */
    ASSERT_CARDS(f, text, "list:1: has no term; no card comes of the file, taken for: Table or list");
}

static void sides_change_places(void **state)
{
    Fixture *f = *state;
    f->choices.is_swapped = true;
    ASSERT_CARDS(f, "term,definition,wordings,tags\na,b,c,t\n", "b=a #t;");
    assert_string_equal(fixture_notices(f),
                        "0:wordings, accepted answers and wrong options were left out: they "
                        "belong to what is the term now;");
}

static void a_cell_of_html_becomes_text_on_request(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "a\tx &amp; <b>y</b>\n", "a=x &amp; <b>y</b>;");
    f->choices.html = IMPORT_YES;
    ASSERT_CARDS(f, "a\tx &amp; <b>y</b><img src=z.png>\n", "a=x & y;");
    assert_int_equal(f->result.pictures, 1);
    assert_string_equal(fixture_notices(f), "1:pictures were left out: 1;");
}

static void an_id_that_is_taken_is_left_off(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "id,term,definition\n1,a,b\n1,c,d\n,e,f\n", "a=b @1;c=d;e=f;");
    assert_string_equal(fixture_notices(f), "3:its id is that of line 2: it gets another;");
}

static void keeps_to_the_limits_of_a_deck(void **state)
{
    Fixture *f = *state;
    StrBuf text;
    str_buf_init(&text, &f->arena);
    str_buf_add(&text, STR("term\tdefinition\ttags\na\t"));
    for (int i = 0; i < DECK_MAX_TEXT_BYTES + 1; i++) str_buf_add(&text, STR("x"));
    str_buf_add(&text, STR("\t\nb\tc\t"));
    for (int i = 0; i < DECK_MAX_TAGS + 1; i++) str_buf_addf(&text, "%d,", i);
    assert_true(fixture_read_str(f, str_buf_str(&text), "list"));
    assert_string_equal(fixture_notices(f),
                        "2:its definition has over 64 KiB;3:has 65 tags; the first 64 are kept;");
    assert_int_equal(f->result.count, 1);
    assert_int_equal(f->result.cards[0].card.tags.count, DECK_MAX_TAGS);
}

static void more_than_a_million_cards_are_refused(void **state)
{
    Fixture *f = *state;
    StrBuf text;
    str_buf_init(&text, &f->arena);
    for (int i = 0; i < DECK_MAX_CARDS; i++) str_buf_addf(&text, "%d\tx\n", i);
    assert_true(fixture_read_str(f, str_buf_str(&text), "list"));
    assert_int_equal(f->result.count, DECK_MAX_CARDS);
    str_buf_add(&text, STR("one more\tx\n"));
    assert_false(fixture_read_str(f, str_buf_str(&text), "list"));
    assert_string_equal(f->err.text,
                        "list: line 1000001 would be card 1000001; a deck has at most 1000000, so split "
                        "the file");
}

static void add_list(StrBuf *text, int card, size_t items)
{
    str_buf_addf(text, "t%d,d,\"", card);
    for (size_t i = 0; i < items; i++) str_buf_add(text, STR("a\n"));
    str_buf_add(text, STR("\"\n"));
}

/* Each item takes many times its place in the file. */
static void lists_have_limits(void **state)
{
    Fixture *f = *state;
    StrBuf text;
    str_buf_init(&text, &f->arena);
    str_buf_add(&text, STR("term,definition,wordings\n"));
    add_list(&text, 0, 600000);
    add_list(&text, 1, 2);
    assert_true(fixture_read_str(f, str_buf_str(&text), "x.csv"));
    assert_int_equal(f->result.cards[0].card.wordings.count, 0);
    assert_int_equal(f->result.cards[1].card.wordings.count, 2);
    assert_non_null(strstr(fixture_notices(f), "2:a list of over 1 MiB was left out"));
    for (int i = 2; i < 20; i++) add_list(&text, i, 500000);
    assert_false(fixture_read_str(f, str_buf_str(&text), "x.csv"));
    assert_non_null(strstr(f->err.text, "so split the file"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(finds_the_separator_that_parts_lines_evenly),
        FIXTURE_TEST(says_that_nothing_parts_the_lines),
        FIXTURE_TEST(drops_what_is_no_card_and_says_where),
        FIXTURE_TEST(takes_separators_that_are_given),
        FIXTURE_TEST(finds_separators_between_cards),
        FIXTURE_TEST(reads_lists_without_their_bullets),
        FIXTURE_TEST(quotes_are_text_in_a_pasted_list),
        FIXTURE_TEST(quotes_hold_separators_where_all_are_whole),
        FIXTURE_TEST(a_file_named_csv_is_quoted),
        FIXTURE_TEST(what_ends_each_line_parts_no_sides),
        FIXTURE_TEST(reads_a_header_by_its_names),
        FIXTURE_TEST(reads_a_header_by_what_is_below_it),
        FIXTURE_TEST(a_first_card_is_no_header),
        FIXTURE_TEST(columns_that_most_records_leave_empty_are_no_sides),
        FIXTURE_TEST(reads_all_columns_of_our_own_csv),
        FIXTURE_TEST(columns_can_be_chosen),
        FIXTURE_TEST(sides_change_places),
        FIXTURE_TEST(a_cell_of_html_becomes_text_on_request),
        FIXTURE_TEST(an_id_that_is_taken_is_left_off),
        FIXTURE_TEST(keeps_to_the_limits_of_a_deck),
        FIXTURE_TEST(more_than_a_million_cards_are_refused),
        FIXTURE_TEST(lists_have_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
