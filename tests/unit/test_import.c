#define _XOPEN_SOURCE 700 /* ftruncate */
#include "import_fixture.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "temp_folder.h"

#define ASSERT_CARDS(f, text, cards) assert_string_equal(fixture_text(f, text), cards)

/* A text with zero bytes in it. */
static const char *read_bytes(Fixture *f, Str bytes)
{
    return fixture_read_str(f, bytes, "list") ? fixture_cards(f) : f->err.text;
}

static void reads_the_encodings(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "\xef\xbb\xbf\xc3\xa9\tb\n", "\xc3\xa9=b;");
    assert_int_equal(f->result.encoding, ENCODING_UTF8);
    assert_string_equal(read_bytes(f, STR("\xff\xfe\xe9\0\t\0\x3d\xd8\x00\xde\n\0")),
                        "\xc3\xa9=\xf0\x9f\x98\x80;");
    assert_int_equal(f->result.encoding, ENCODING_UTF16_LE);
    assert_string_equal(read_bytes(f, STR("\xfe\xff\0\xe9\0\t\0b\0\n")), "\xc3\xa9=b;");
    assert_int_equal(f->result.encoding, ENCODING_UTF16_BE);
    assert_false(f->result.is_encoding_guessed);
    assert_string_equal(fixture_notices(f), "");
}

static void says_where_it_guessed_an_encoding(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "a\tb\ncaf\xe9\t\x80 5 \x93x\x94\n",
                 "a=b;caf\xc3\xa9=\xe2\x82\xac 5 \xe2\x80\x9cx\xe2\x80\x9d;");
    assert_int_equal(f->result.encoding, ENCODING_WINDOWS_1252);
    assert_true(f->result.is_encoding_guessed);
    assert_string_equal(fixture_notices(f), "2:is not UTF-8, so the file is read as Windows-1252;");
    assert_int_equal(f->result.doubts, 1);
    ASSERT_CARDS(f, "caf\xe9\tb\xe9\x81\x8d\n", "caf\xc3\xa9=b\xc3\xa9\xef\xbf\xbd\xef\xbf\xbd;");
    assert_string_equal(fixture_notices(f), "0:2 bytes are not Windows-1252 and became “\xef\xbf\xbd”;"
                                            "1:is not UTF-8, so the file is read as Windows-1252;");
}

static void keeps_damaged_utf8_and_says_so(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\tb\nx\xff\ty\n",
                 "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9=b;x\xef\xbf\xbd=y;");
    assert_string_equal(fixture_notices(f), "2:1 byte is not UTF-8 and became “\xef\xbf\xbd”;");
    f->choices.encoding = ENCODING_UTF8;
    ASSERT_CARDS(f, "caf\xe9\tb\n", "caf\xef\xbf\xbd=b;");
    assert_false(f->result.is_encoding_guessed);
    f->choices.encoding = ENCODING_UTF16_LE;
    assert_string_equal(read_bytes(f, STR("a\0\t\0b\0\x00\xd8")), "a=b\xef\xbf\xbd;");
}

static void refuses_what_is_no_text(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "", "list: is empty");
    ASSERT_CARDS(f, "\xef\xbb\xbf \n", "list: is empty");
    assert_string_equal(read_bytes(f, STR("a\tb\0\n")),
                        "list: is no text: it has zero bytes in it. Text of UTF-16 "
                        "without a mark is read where its encoding is named");
    ASSERT_CARDS(f, "\x01\x02\x03\xff\x05\x06\x80\x81", "list: is no text: it is full of control characters");
    ASSERT_CARDS(f, "%PDF-1.4 and so on", "list: is a PDF: copy its text and paste that");
    assert_string_equal(read_bytes(f, STR("\xff\xfe\x61\0\t\0\0\0\n\0")),
                        "list:1: is no text: there is a zero byte in it");
    ASSERT_CARDS(f, "SQLite format 3",
                 "list: is a database: in Anki choose Export and “Anki Deck Package”, and import that file");
    f->choices.format = IMPORT_TABLE;
    ASSERT_CARDS(f, "PK\x03\x04....", "list: is a ZIP archive, and no Table or list");
}

static void the_same_import_is_read_as_often_as_a_choice_changes(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "caf\xe9,a;x\nb,c;y\n", "caf\xc3\xa9=a;x;b=c;y;");
    ImportResult first = f->result;
    f->choices.side_separator = STR(";");
    f->choices.encoding = ENCODING_UTF8;
    assert_true(import_read(f->import, &f->choices, &f->arena, &f->result, &f->err));
    assert_string_equal(fixture_cards(f), "caf\xef\xbf\xbd,a=x;b,c=y;");
    f->result = first; /* as it was */
    assert_string_equal(fixture_cards(f), "caf\xc3\xa9=a;x;b=c;y;");
}

static void reads_files_written_by_us_of_each_kind(void **state)
{
    Fixture *f = *state;
    static const struct {
        const char *name, *cards;
        ImportFormat format;
    } files[] = {
        {"quizlet.txt", "la casa=the house, home;el perro=dog; hound;\"s\xc3\xad\", dijo=\"yes\", he said;",
         IMPORT_TABLE},
        {"knowt-custom.txt", "ion=a charged atom;mole=6.022 x 10^23;pH=a measure - of acidity;",
         IMPORT_TABLE},
        {"spreadsheet.csv",
         "Bern=Switzerland, since 1848 #europe;La Paz=Bolivia\n(with Sucre) #america #high;"
         "Say \"hi\"=greeting;",
         IMPORT_TABLE},
        {"utf16.txt", "\xce\xb1=alpha;\xce\xb2=beta;", IMPORT_TABLE},
        {"latin1.csv", "garçon=boy;élève=pupil;", IMPORT_TABLE},
        {"carriage-returns.txt", "a=b;c=d;", IMPORT_TABLE},
        {"blocks.txt",
         "Osmosis=Water through a membrane,\nfrom dilute to dense;Diffusion=Particles spread out;",
         IMPORT_BLOCKS},
        {"table.md", "HTTP 404=Not found #web;a || b=logical or #c;", IMPORT_MARKDOWN},
        {"questions.txt", "Capital of Peru?=Lima;Why is the sky blue?=Short waves\nscatter more.;",
         IMPORT_QUESTIONS},
        {"colons.md", "nucleus=holds the DNA;ribosome=makes proteins;", IMPORT_COLONS},
        {"objects.json", "uno=one #numbers @1;dos=two #numbers @2;", IMPORT_JSON},
        {"deck.json", "fr=Paris ~seat #europe ?light @f;", IMPORT_DECK},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        assert_string_equal(fixture_file(f, files[i].name), files[i].cards);
        assert_int_equal(f->result.format, files[i].format);
    }
    assert_string_equal(f->result.head.title.data, "Capitals");
}

static void says_which_file_cannot_be_read(void **state)
{
    Fixture *f = *state;
    assert_string_equal(fixture_file(f, "none.txt"),
                        "tests/unit/imports/none.txt: cannot be opened: No such file or directory");
    assert_string_equal(fixture_file(f, ""), "tests/unit/imports/: is a folder, and a file is wanted");
}

/* A file of that size with nothing in it, which takes no room on the disk. */
static const char *read_hole(Fixture *f, const char *start, off_t size)
{
    char folder[TEMP_FOLDER_SIZE];
    temp_folder_make(folder);
    const char *path = file_join(&f->arena, folder, "hole").data;
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(start, 1, strlen(start), file), strlen(start));
    assert_int_equal(fflush(file), 0);
    assert_int_equal(ftruncate(fileno(file), size), 0);
    fclose(file);
    import_close(f->import);
    f->err = (Err){0};
    f->import = import_open_file(path, &f->err);
    bool is_read = f->import && import_read(f->import, &f->choices, &f->arena, &f->result, &f->err);
    file_tree_remove(folder);
    assert_false(is_read);
    return f->err.text + strlen(path);
}

static void refuses_files_that_are_too_big(void **state)
{
    Fixture *f = *state;
    assert_string_equal(read_hole(f, "a\tb", (off_t)IMPORT_MAX_BYTES + 1),
                        ": is too big: 268435457 bytes, and at most 268435456 are read");
    assert_string_equal(read_hole(f, "PK\x03\x04", (off_t)IMPORT_MAX_BYTES + 1),
                        ": is too big: 268435457 bytes, and at most 268435456 are read");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(reads_the_encodings),
        FIXTURE_TEST(says_where_it_guessed_an_encoding),
        FIXTURE_TEST(keeps_damaged_utf8_and_says_so),
        FIXTURE_TEST(refuses_what_is_no_text),
        FIXTURE_TEST(the_same_import_is_read_as_often_as_a_choice_changes),
        FIXTURE_TEST(reads_files_written_by_us_of_each_kind),
        FIXTURE_TEST(says_which_file_cannot_be_read),
        FIXTURE_TEST(refuses_files_that_are_too_big),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
