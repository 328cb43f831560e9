#include "import_fixture.h"

#define ASSERT_CARDS(f, text, cards) assert_string_equal(fixture_text(f, text), cards)

static void reads_blocks(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "Mitochondria\nPower, of the cell\r\nand more\n\n \nRibosome\nMakes, proteins\n",
                 "Mitochondria=Power, of the cell\nand more;Ribosome=Makes, proteins;");
    assert_int_equal(f->result.format, IMPORT_BLOCKS);
    assert_int_equal(f->result.cards[1].line, 6);
    f->choices.format = IMPORT_BLOCKS;
    ASSERT_CARDS(f, "a\n\nb\nc\n", "b=c;");
    assert_string_equal(fixture_notices(f), "1:has no definition;");
}

static void reads_markdown_tables(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f,
                 "# Cells\n\nText | with a bar\n\n| Term | Meaning | Tags |\n|:---|:-:|--:|\n"
                 "| a \\| b | c<br>d | x, y |\n| e | f | |\n\nmore\n\nfront | back\n--- | ---\ng | h\n",
                 "a | b=c\nd #x #y;e=f;g=h;");
    assert_int_equal(f->result.format, IMPORT_MARKDOWN);
    assert_string_equal(f->result.head.title.data, "Cells");
    assert_int_equal(f->result.kind_count, 2);
    assert_int_equal(f->result.cards[0].line, 7);
    ASSERT_CARDS(f, "| Spanish | English |\n|---|---|\n| uno | one |\n| dos |\n", "uno=one;");
    assert_string_equal(fixture_notices(f), "4:has no definition;");
    ASSERT_CARDS(f, "| A | B |\n|---|---|\n| uno | one |\n", "uno=one;");
    ASSERT_CARDS(f, "| A | Q |\n|---|---|\n| uno | one |\n", "one=uno;");
}

static void reads_questions_and_answers(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(
        f, "Q: What is\nthis?\nA: That.\n\nOr so.\n\n**Q2:** Who?\n**A:** Me\nQuestion 3: x\nanswer: y\n",
        "What is\nthis?=That.\n\nOr so.;Who?=Me;x=y;");
    assert_int_equal(f->result.format, IMPORT_QUESTIONS);
    assert_int_equal(f->result.cards[1].line, 7);
    ASSERT_CARDS(f, "Q: a\nQ: b\nA: c\nA: d\n", "b=c\nA: d;");
    assert_string_equal(fixture_notices(f), "1:has no definition;");
}

static void finds_questions_behind_other_text(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "Chapter 3: cells\n\n# Parts\nQ: a?\nA: b\n\nQ: c?\nA: d\n", "a?=b;c?=d;");
    assert_int_equal(f->result.format, IMPORT_QUESTIONS);
    assert_string_equal(fixture_notices(f), "1:stands before the first question;");
    assert_int_equal(f->result.dropped, 1);
    ASSERT_CARDS(f, "A: Alfa\nB: Bravo\nQ: Quebec\nA: again\nQ: x\n", "A=Alfa;B=Bravo;Q=Quebec;A=again;Q=x;");
    assert_int_equal(f->result.format, IMPORT_TABLE);
}

static void headings_between_questions_are_in_no_answer(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "Q: a?\r\nA: b\r\n\r\n## Two\r\n\r\n---\r\n### Three\r\n\r\nQ: c?\r\nA: d\r\n\r\n***\r\n",
                 "a?=b;c?=d;");
    ASSERT_CARDS(f, "Q: a?\nA: ---\n\nQ: b?\nA: make\n# all\n\nQ: c?\nA: ***\n",
                 "a?=---;b?=make\n# all;c?=***;");
}

static void reads_double_colons(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "# Words\n- a :: b, c\nd::e : f\ng ::: h\nx\n", "a=b, c;d=e : f;g=h;");
    assert_int_equal(f->result.format, IMPORT_COLONS);
    assert_string_equal(fixture_notices(f), "5:has no “::”;");
    ASSERT_CARDS(f, "std::vector\ta list\nstd::map\ta tree\n", "std::vector=a list;std::map=a tree;");
    assert_int_equal(f->result.format, IMPORT_TABLE);
    ASSERT_CARDS(f, "std::vector - a list\nstd::map - a tree\n", "std::vector=a list;std::map=a tree;");
}

static void finds_double_colons_among_other_notes(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "#Q One? :: 1\n\n#Q Two: what? :: 2\n", "#Q One?=1;#Q Two: what?=2;");
    assert_int_equal(f->result.format, IMPORT_COLONS);
    ASSERT_CARDS(f, "Some words.\n\na :: b\n\nMore of them.\n\nc ::: d\n\nAnd more.\n\nEnd\n", "a=b;c=d;");
    assert_int_equal(f->result.format, IMPORT_COLONS);
    assert_int_equal(f->result.dropped, 4);
}

static void reads_notes_of_markdown_without_its_marks(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(
        f,
        "---\ntags: cells\n---\n#flashcards/bio\n\n**Membrane**::holds `it` together\n"
        "<!--SR:!2025-08-27,1,230-->\nWhat makes proteins?::A [[Ribosome|ribosome]] <!--SR:!1,2-->\n",
        "Membrane=holds it together;What makes proteins?=A ribosome;");
    assert_int_equal(f->result.format, IMPORT_COLONS);
    assert_int_equal(f->result.cards[0].line, 6);
    assert_string_equal(fixture_notices(f), "");
    ASSERT_CARDS(f, "| **Term** | Meaning |\n|---|---|\n| *a* | ![b](c.png) `d` |\n", "a=b d;");
    assert_int_equal(f->result.pictures, 1);
    assert_string_equal(fixture_notices(f), "3:pictures were left out: 1;");
    ASSERT_CARDS(f, "# Notes\n\n## Q: Who is **he**?\nA: `me`\n", "Who is he?=me;");
    assert_int_equal(f->result.format, IMPORT_QUESTIONS);
}

static void reads_blocks_that_a_question_mark_parts(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f,
                 "#flashcards\n\n## Machines\n\nWhat is *it*?\nSay!\n?\n- this\n- that\n<!--SR:!1-->\n\n"
                 "Some words\n\nIs it?\n??\nNo\n",
                 "What is it?\nSay!=- this\n- that;Is it?=No;");
    assert_int_equal(f->result.format, IMPORT_BLOCKS);
    assert_string_equal(fixture_notices(f), "12:has no line with “?” alone;");
    ASSERT_CARDS(f, "a\nb *c*\n\nd\ne\n\nf\n?\n", "a=b *c*;d=e;f=?;");
}

static void a_format_can_be_said(void **state)
{
    Fixture *f = *state;
    static const char text[] = "a :: b\nc\n\nd :: e\nf\n";
    f->choices.format = IMPORT_BLOCKS;
    ASSERT_CARDS(f, text, "a :: b=c;d :: e=f;");
    f->choices.format = IMPORT_COLONS;
    ASSERT_CARDS(f, text, "a=b;d=e;");
    f->choices.format = IMPORT_MARKDOWN;
    ASSERT_CARDS(f, text,
                 "list: has no table of Markdown: a row of names and one of dashes below it are wanted");
    f->choices.format = IMPORT_QUESTIONS;
    ASSERT_CARDS(f, text, "list: there is no card in it, taken for: Questions and answers");
    f->choices.format = IMPORT_ANKI_PACKAGE;
    ASSERT_CARDS(f, text, "list: is no Anki package: that is a ZIP archive");
    f->choices.format = IMPORT_JSON;
    ASSERT_CARDS(f, text, "list:1:1: expected a value, found a");
}

static void formats_encodings_and_separators_have_names(void **state)
{
    Fixture *f = *state;
    ImportFormat format;
    ImportEncoding encoding;
    for (int i = 0; i < IMPORT_FORMAT_COUNT; i++) {
        assert_true(import_format_find(str_of(import_format_name((ImportFormat)i)), &format));
        assert_int_equal(format, i);
    }
    assert_true(import_format_find(STR("TSV"), &format));
    assert_int_equal(format, IMPORT_TABLE);
    assert_false(import_format_find(STR("docx"), &format));
    assert_true(import_encoding_find(STR("UTF-16LE"), &encoding));
    assert_int_equal(encoding, ENCODING_UTF16_LE);
    assert_true(import_encoding_find(STR("latin1"), &encoding));
    assert_int_equal(encoding, ENCODING_WINDOWS_1252);
    assert_false(import_encoding_find(STR("ebcdic-and-what-not"), &encoding));
    Str bytes;
    static const char *const said[][3] = {{"tab", "\t", "Tab"},    {"\\t", "\t", "Tab"},
                                          {"Comma", ",", "Comma"}, {"\\n\\n", "\n\n", "Empty line"},
                                          {" - ", " - ", "Dash"},  {"=>", "=>", "“=>”"},
                                          {"\\x", "\\x", "“\\x”"}};
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        assert_true(import_separator_read(str_of(said[i][0]), &f->arena, &bytes, &f->err));
        assert_string_equal(str_copy(&f->arena, bytes).data, said[i][1]);
        assert_string_equal(import_separator_label(bytes, &f->arena).data, said[i][2]);
    }
    assert_false(import_separator_read(STR(""), &f->arena, &bytes, &f->err));
    assert_string_equal(f->err.text, "a separator is at least one character");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(reads_blocks),
        FIXTURE_TEST(reads_markdown_tables),
        FIXTURE_TEST(reads_questions_and_answers),
        FIXTURE_TEST(finds_questions_behind_other_text),
        FIXTURE_TEST(headings_between_questions_are_in_no_answer),
        FIXTURE_TEST(reads_double_colons),
        FIXTURE_TEST(finds_double_colons_among_other_notes),
        FIXTURE_TEST(reads_notes_of_markdown_without_its_marks),
        FIXTURE_TEST(reads_blocks_that_a_question_mark_parts),
        FIXTURE_TEST(a_format_can_be_said),
        FIXTURE_TEST(formats_encodings_and_separators_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
