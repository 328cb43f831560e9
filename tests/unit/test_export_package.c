#include "export_fixture.h"

#include <sqlite3.h>

#include "base/json.h"
#include "formats/archive.h"

typedef struct {
    Archive *archive;
    sqlite3 *db;
} Opened;

static Opened open_package(Fixture *f, const char *cards)
{
    Opened opened;
    Str collection, media;
    read_cards(f, cards);
    opened.archive = archive_open_bytes(export_as(f, EXPORT_ANKI_PACKAGE), &f->err);
    if (!opened.archive) fail_msg("%s", f->err.text);
    assert_int_equal(archive_count(opened.archive), 2);
    size_t entry = archive_find(opened.archive, STR("collection.anki2"));
    assert_true(archive_read(opened.archive, entry, 1 << 24, &f->arena, &collection, &f->err));
    assert_true(archive_read(opened.archive, archive_find(opened.archive, STR("media")), 99, &f->arena,
                             &media, &f->err));
    assert_text(media, "{}");
    assert_int_equal(sqlite3_open(":memory:", &opened.db), SQLITE_OK);
    unsigned char *copy = sqlite3_malloc64(collection.size);
    memcpy(copy, collection.data, collection.size);
    assert_int_equal(sqlite3_deserialize(opened.db, "main", copy, (sqlite3_int64)collection.size,
                                         (sqlite3_int64)collection.size, SQLITE_DESERIALIZE_FREEONCLOSE),
                     SQLITE_OK);
    return opened;
}

static void close_package(Opened *opened)
{
    sqlite3_close(opened->db);
    archive_close(opened->archive);
}

/* The first column of the rows, one a line. */
static Str ask(Fixture *f, const Opened *opened, const char *sql)
{
    sqlite3_stmt *statement;
    StrBuf rows;
    str_buf_init(&rows, &f->arena);
    if (sqlite3_prepare_v2(opened->db, sql, -1, &statement, NULL) != SQLITE_OK)
        fail_msg("%s", sqlite3_errmsg(opened->db));
    while (sqlite3_step(statement) == SQLITE_ROW)
        str_buf_addf(&rows, "%s%s", rows.size ? "\n" : "", (const char *)sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    return str_copy(&f->arena, str_buf_str(&rows));
}

static const char cards[] =
    "{\"id\": \"a\", \"term\": \"x < y\", \"definition\": \"two\\nlines\", \"wordings\": [\"w\", \"v\"],"
    " \"accept\": [\"ok\"], \"distractors\": [\"no\"], \"hint\": \"h\", \"tags\": [\"b c\", \"d\"]},"
    "{\"id\": \"z\", \"term\": \"007\", \"definition\": \"unit\\u001fseparator\"}";

static void the_collection_is_whole_and_of_schema_11(void **state)
{
    Fixture *f = *state;
    Opened opened = open_package(f, cards);
    assert_text(ask(f, &opened, "PRAGMA integrity_check"), "ok");
    assert_text(ask(f, &opened, "SELECT id || ' ' || ver || ' ' || crt || ' ' || mod FROM col"),
                "1 11 1764192000 1764192000123");
    assert_text(ask(f, &opened, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"),
                "cards\ncol\ngraves\nnotes\nrevlog");
    close_package(&opened);
}

static void a_note_has_all_that_a_card_has(void **state)
{
    Fixture *f = *state;
    Opened opened = open_package(f, cards);
    assert_text(ask(f, &opened, "SELECT replace(flds, char(31), '|') FROM notes ORDER BY id"),
                "x &lt; y|two<br>lines|w<br>v|ok|no|h|a\n007|unit separator|||||z");
    assert_text(ask(f, &opened, "SELECT '<' || tags || '>' FROM notes ORDER BY id"), "< b\u00A0c d >\n<  >");
    assert_text(ask(f, &opened, "SELECT guid FROM notes ORDER BY id"), "small/a\nsmall/z");
    assert_int_equal(f->file.report.lost_fields, 0);
    close_package(&opened);
}

static void each_note_has_a_new_card_in_the_deck(void **state)
{
    Fixture *f = *state;
    Opened opened = open_package(f, cards);
    assert_text(
        ask(f, &opened,
            "SELECT count(*) FROM cards c JOIN notes n ON n.id = c.nid, col WHERE c.ord = 0 AND c.type = 0"
            " AND c.queue = 0 AND c.due = 1 + (c.id > (SELECT min(id) FROM cards))"
            " AND json_extract(decks, '$.' || c.did || '.name') = 'Small'"
            " AND json_extract(models, '$.' || n.mid || '.name') = 'Matchwick'"),
        "2");
    assert_text(ask(f, &opened, "SELECT max(id) FROM notes"), "1764192000123");
    close_package(&opened);
}

static void the_note_type_names_its_fields_and_shows_term_then_definition(void **state)
{
    Fixture *f = *state;
    Opened opened = open_package(f, cards);
    assert_text(ask(f, &opened,
                    "SELECT json_extract(f.value, '$.name') FROM col, json_each(models) m,"
                    " json_each(m.value, '$.flds') f ORDER BY json_extract(f.value, '$.ord')"),
                "Term\nDefinition\nWordings\nAccept\nDistractors\nHint\nId");
    assert_has(
        ask(f, &opened, "SELECT json_extract(m.value, '$.tmpls[0].qfmt') FROM col, json_each(models) m"),
        "{{Term}}");
    assert_has(
        ask(f, &opened, "SELECT json_extract(m.value, '$.tmpls[0].afmt') FROM col, json_each(models) m"),
        "<hr id=answer>\n\n<div dir=\"auto\">{{Definition}}</div>");
    close_package(&opened);
}

static void a_later_export_has_the_same_guids_and_note_type(void **state)
{
    Fixture *f = *state;
    Opened first = open_package(f, cards);
    f->choices.now_ms += 5000000;
    Opened second = open_package(f, "{\"id\": \"z\", \"term\": \"other\", \"definition\": \"text\"}");
    assert_text(ask(f, &second, "SELECT guid FROM notes"), "small/z");
    assert_text(ask(f, &second, "SELECT mid FROM notes"),
                ask(f, &first, "SELECT DISTINCT mid FROM notes").data);
    close_package(&first);
    close_package(&second);
}

static void a_deck_has_its_own_id_in_every_export(void **state)
{
    Fixture *f = *state;
    const char *card = "{\"id\": \"z\", \"term\": \"other\", \"definition\": \"text\"}";
    Opened first = open_package(f, cards), second = open_package(f, card);
    f->choices.title = STR("Another");
    Opened third = open_package(f, card);
    Str of_first = ask(f, &first, "SELECT DISTINCT did FROM cards");
    assert_text(ask(f, &second, "SELECT did FROM cards"), of_first.data);
    assert_false(str_is(ask(f, &third, "SELECT did FROM cards"), of_first));
    close_package(&first);
    close_package(&second);
    close_package(&third);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_collection_is_whole_and_of_schema_11),
        TEST(a_note_has_all_that_a_card_has),
        TEST(each_note_has_a_new_card_in_the_deck),
        TEST(a_deck_has_its_own_id_in_every_export),
        TEST(the_note_type_names_its_fields_and_shows_term_then_definition),
        TEST(a_later_export_has_the_same_guids_and_note_type),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
