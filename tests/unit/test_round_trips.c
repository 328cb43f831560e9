/* Every shipped deck out by every format that can hold it, and in again: the same cards. */
#define _POSIX_C_SOURCE 200809L
#include "export_fixture.h"

#include "edit/card_fields.h"
#include "formats/import.h"
#include "temp_folder.h"

#define CARD_ID 1024 /* beyond CardField */
#define SIDES   (CARD_TERM | CARD_DEFINITION)
#define ALL     (CARD_ALL_FIELDS | CARD_ID)

static const char *const shipped[] = {"aws-ai-practitioner", "c-operators",    "japanese-kana",
                                      "morse-code",          "periodic-table", "world-capitals"};

static void assert_same(Str ours, Str theirs, Str id, const char *what)
{
    if (!str_is(ours, theirs))
        fail_msg("%s of %s: \"%.*s\" came back as \"%.*s\"", what, id.data, STR_FMT(ours), STR_FMT(theirs));
}

static void assert_same_texts(DeckTexts ours, DeckTexts theirs, Str id, const char *what)
{
    if (ours.count != theirs.count)
        fail_msg("%s of %s: %zu came back as %zu", what, id.data, ours.count, theirs.count);
    for (size_t i = 0; i < ours.count; i++) assert_same(ours.items[i], theirs.items[i], id, what);
}

static void assert_same_card(const DeckCard *ours, const DeckCard *theirs, unsigned fields)
{
    if (fields & CARD_ID) assert_same(ours->id, theirs->id, ours->id, "id");
    if (fields & CARD_TERM) assert_same(ours->term, theirs->term, ours->id, "term");
    if (fields & CARD_DEFINITION) assert_same(ours->definition, theirs->definition, ours->id, "definition");
    if (fields & CARD_HINT) assert_same(ours->hint, theirs->hint, ours->id, "hint");
    if (fields & CARD_WORDINGS) assert_same_texts(ours->wordings, theirs->wordings, ours->id, "wordings");
    if (fields & CARD_ACCEPTS) assert_same_texts(ours->accepts, theirs->accepts, ours->id, "accept");
    if (fields & CARD_DISTRACTORS)
        assert_same_texts(ours->distractors, theirs->distractors, ours->id, "distractors");
    if (fields & CARD_TAGS) assert_same_texts(ours->tags, theirs->tags, ours->id, "tags");
}

static void open_shipped(Fixture *f, const char *id)
{
    DeckReport report;
    deck_release(f->deck);
    f->deck =
        deck_read_file(str_format(&f->arena, "%s/decks/%s.json", MATCHWICK_SOURCE_DIR, id).data, &report);
    assert_non_null(f->deck);
}

/* Through a file, by what its content says it is. */
static void check_way(Fixture *f, const ImportChoices *choices, ImportFormat expected, unsigned fields)
{
    char folder[TEMP_FOLDER_SIZE];
    temp_folder_make(folder);
    Str path = str_format(&f->arena, "%s/deck.%s", folder, export_format_ending(f->choices.format));
    ExportFile file;
    ImportResult result;
    if (!export_make(f->deck, &f->choices, &f->arena, &file, &f->err) ||
        !file_write(path.data, file.bytes, &f->err))
        fail_msg("%s", f->err.text);
    Import *import = import_open_file(path.data, &f->err);
    bool is_read = import && import_read(import, choices, &f->arena, &result, &f->err);
    file_tree_remove(folder);
    if (!is_read) fail_msg("%s", f->err.text);
    assert_int_equal(result.format, expected);
    assert_int_equal(result.dropped + result.duplicates, 0);
    assert_int_equal(result.count, deck_count(f->deck));
    assert_int_equal(result.fields & SIDES, SIDES);
    for (uint32_t i = 0; i < deck_count(f->deck); i++) {
        DeckCard ours = deck_card_of(f->deck, i, &f->arena);
        assert_same_card(&ours, &result.cards[i].card, fields);
    }
    import_close(import);
}

static void check_format(Fixture *f, ExportFormat format, ImportFormat expected, unsigned fields)
{
    ImportChoices choices;
    import_choices_init(&choices);
    for (size_t i = 0; i < sizeof shipped / sizeof *shipped; i++) {
        open_shipped(f, shipped[i]);
        f->choices.format = format;
        check_way(f, &choices, expected, fields);
    }
}

static void a_deck_file_gives_the_same_cards(void **state)
{
    check_format(*state, EXPORT_DECK, IMPORT_DECK, ALL);
}

static void a_csv_gives_the_same_cards(void **state)
{
    check_format(*state, EXPORT_CSV, IMPORT_TABLE, ALL);
}

static void text_for_quizlet_gives_the_same_terms_and_definitions(void **state)
{
    check_format(*state, EXPORT_QUIZLET, IMPORT_TABLE, SIDES);
}

static void text_for_anki_gives_the_same_cards(void **state)
{
    check_format(*state, EXPORT_ANKI_TEXT, IMPORT_ANKI_TEXT, ALL);
}

static void a_package_gives_the_same_cards(void **state)
{
    check_format(*state, EXPORT_ANKI_PACKAGE, IMPORT_ANKI_PACKAGE, ALL);
}

static const char hard[] =
    "{\"id\": \"a\", \"term\": \"two\\nlines\", \"definition\": \"=HYPERLINK(\\\"x\\\")\","
    " \"wordings\": [\"one | two\"], \"tags\": [\"a tag, with; all\"], \"hint\": \"'quoted'\"},"
    "{\"id\": \"b\", \"term\": \"\\\"in quotes\\\"\", \"definition\": \"<b>&amp;</b> a<c\","
    " \"accept\": [\"x\", \"y,z\"], \"distractors\": [\"- no\", \"#1\"], \"tags\": [\"one\", \"two three\"]},"
    "{\"id\": \"c\", \"term\": \"{{c1::no cloze}}\", \"definition\": \"'=f(x)\"},"
    "{\"id\": \"Id with / and \\\"\", \"term\": \"# no comment\", \"definition\": "
    "\"\\u0645\\u0631\\u062d\\u0628\\u0627\"}";

static void texts_that_look_like_marks_stay_texts(void **state)
{
    static const struct {
        ExportFormat format;
        ImportFormat expected;
    } ways[] = {{EXPORT_DECK, IMPORT_DECK},
                {EXPORT_CSV, IMPORT_TABLE},
                {EXPORT_ANKI_TEXT, IMPORT_ANKI_TEXT},
                {EXPORT_ANKI_PACKAGE, IMPORT_ANKI_PACKAGE}};
    Fixture *f = *state;
    ImportChoices choices;
    import_choices_init(&choices);
    read_cards(f, hard);
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        f->choices.format = ways[i].format;
        check_way(f, &choices, ways[i].expected, ALL);
    }
}

static void line_breaks_live_between_separators_of_ones_own(void **state)
{
    Fixture *f = *state;
    ImportChoices choices;
    import_choices_init(&choices);
    choices.side_separator = f->choices.side_separator = STR("@@");
    choices.card_separator = f->choices.card_separator = STR("\n##\n");
    read_cards(f, "{\"term\": \"two\\nlines\", \"definition\": \"a,\\tb\"}, {\"term\": \"c\", "
                  "\"definition\": \"\\\"d\"}");
    f->choices.format = EXPORT_QUIZLET;
    check_way(f, &choices, IMPORT_TABLE, SIDES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_deck_file_gives_the_same_cards),
        TEST(a_csv_gives_the_same_cards),
        TEST(text_for_quizlet_gives_the_same_terms_and_definitions),
        TEST(text_for_anki_gives_the_same_cards),
        TEST(a_package_gives_the_same_cards),
        TEST(texts_that_look_like_marks_stay_texts),
        TEST(line_breaks_live_between_separators_of_ones_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
