#include "import_fixture.h"

#define ASSERT_CARDS(f, text, cards) assert_string_equal(fixture_text(f, text), cards)

static void reads_lists_of_objects_by_the_usual_names(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f,
                 "[{\"term\":\"a\",\"definition\":\"b\",\"tags\":[\"x\",\"y "
                 "z\"]},\n{\"definition\":5,\"term\":\"c\"}]",
                 "a=b #x #y z;c=5;");
    assert_int_equal(f->result.format, IMPORT_JSON);
    assert_int_equal(f->result.cards[1].line, 2);
    ASSERT_CARDS(f,
                 "{\"name\":\"Spanish\",\"cards\":[{\"front\":{\"text\":\"a\"},\"back\":[\"b\",\"c\"],"
                 "\"hint\":\"h\"}]}",
                 "a=b\nc ?h;");
    assert_string_equal(f->result.head.title.data, "Spanish");
    ASSERT_CARDS(
        f,
        "{\"results\":[{\"question\":\"1+1?\",\"correct_answer\":\"2\",\"incorrect_answers\":[\"3\",\"4\"],"
        "\"category\":\"Sums\"}]}",
        "1+1?=2 -3 -4 #Sums;");
    ASSERT_CARDS(f, "{\"a\":{\"b\":[{\"Q\":\"x\",\"A\":\"y\",\"id\":7}]},\"other\":[[\"p\",\"q\"]]}",
                 "x=y @7;");
}

static void reads_pairs_dictionaries_and_unknown_names(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "[[\"a\",\"b\"],[\"c\",\"d\",\"e\"],[\"f\"]]", "a=b;c=d;");
    assert_string_equal(fixture_notices(f), "1:has no definition;");
    ASSERT_CARDS(f, "[[\"front\",\"back\"],[\"c\",\"d\"]]", "c=d;");
    ASSERT_CARDS(f, "{\"a\":\"b\",\"c\":\"d\"}", "a=b;c=d;");
    ASSERT_CARDS(
        f, "[{\"id\":\"1\",\"es\":\"uno\",\"en\":\"one\"},{\"id\":\"2\",\"es\":\"dos\",\"en\":\"two\"}]",
        "uno=one @1;dos=two @2;");
    assert_int_equal(f->result.kinds[0].column_count, 3);
    f->choices.columns[0][COLUMN_TERM] = 2;
    f->choices.columns[0][COLUMN_DEFINITION] = 1;
    ASSERT_CARDS(f, "[{\"id\":\"1\",\"es\":\"uno\",\"en\":\"one\"}]", "one=uno @1;");
}

static void members_that_most_objects_lack_are_no_sides(void **state)
{
    Fixture *f = *state;
    static const char text[] =
        "[{\"short\":\"x\",\"code\":\"p\",\"name\":\"a\"},"
        "{\"short\":null,\"code\":\"q\",\"name\":\"b\"},"
        "{\"short\":\"\",\"code\":\"r\",\"name\":\"c\"},{\"code\":\"s\",\"name\":\"d\"}]";
    ASSERT_CARDS(f, text, "p=a;q=b;r=c;s=d;");
    assert_int_equal(f->result.kinds[0].column_count, 3);
    ASSERT_CARDS(f, "[{\"es\":\"x\",\"en\":\"y\"},{\"es\":\"p\"},{\"es\":\"q\",\"en\":\"\"}]", "x=y;");
    assert_int_equal(f->result.dropped, 2);
}

static void a_hint_is_the_definition_where_there_is_no_other(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "[{\"word\":\"a\",\"hint\":\"x\"},{\"word\":\"b\",\"hint\":\"y\"}]", "a=x;b=y;");
    ASSERT_CARDS(f, "[{\"word\":\"a\",\"hint\":\"x\",\"note\":\"n\"}]", "a=n ?x;");
    f->choices.columns[0][COLUMN_HINT] = 1;
    f->choices.columns[0][COLUMN_DEFINITION] = COLUMN_NONE;
    ASSERT_CARDS(f, "[{\"word\":\"a\",\"hint\":\"x\"}]",
                 "list:1: has no definition; no card comes of the file, taken for: JSON");
}

static void reads_all_decks_of_a_file(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(
        f,
        "{\"decks\":[{\"name\":\"x\",\"cards\":[{\"front\":\"a\",\"back\":\"b\"}]},"
        "{\"cards\":[{\"hint\":\"h\",\"front\":\"c\",\"back\":\"d\"},{\"front\":\"e\",\"back\":\"f\"}]}]}",
        "a=b;c=d ?h;e=f;");
    assert_int_equal(f->result.kind_count, 1);
    assert_string_equal(fixture_notices(f), "");
    ASSERT_CARDS(f,
                 "{\"one\":[{\"front\":\"a\",\"back\":\"b\"},{\"front\":\"c\",\"back\":\"d\"}],"
                 "\"other\":[{\"front\":\"e\",\"back\":\"f\"}]}",
                 "a=b;c=d;e=f;");
    assert_string_equal(fixture_notices(f), "");
    ASSERT_CARDS(f,
                 "{\"one\":[{\"front\":\"a\",\"back\":\"b\"},{\"front\":\"c\",\"back\":\"d\"}],"
                 "\"other\":[{\"front\":\"e\",\"back\":\"f\"}],\"by\":\"me\"}",
                 "a=b;c=d;");
    assert_string_equal(fixture_notices(f), "0:other lists were left out; entries in them: 1;");
}

static void reads_what_quizlet_sends(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f,
                 "{\"responses\":[{\"models\":{\"studiableItem\":[{\"id\":1,\"cardSides\":[{\"label\":"
                 "\"word\",\"media\":"
                 "[{\"type\":1,\"plainText\":\"uno\"}]},{\"label\":\"definition\",\"media\":[{\"type\":1,"
                 "\"plainText\":"
                 "\"one\"},{\"type\":2,\"url\":\"x\"}]}]}]}}]}",
                 "uno=one;");
    ASSERT_CARDS(
        f,
        "{\"setPage\":{\"termIdToTermsMap\":{\"11\":{\"id\":11,\"word\":\"uno\",\"definition\":\"one\"},"
        "\"12\":{\"id\":12,\"word\":\"dos\",\"definition\":\"two\"}}}}",
        "uno=one @11;dos=two @12;");
}

static void reads_notes_of_anki(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(
        f,
        "{\"default_deck\":\"Spanish\",\"global_tags\":[\"g\"],\"notetypes\":[{\"name\":\"Word\",\"fields\":"
        "[\"Rank\",\"Word\",\"Meaning\"],\"templates\":[{\"name\":\"Card 1\",\"qfmt\":\"{{Word}}\",\"afmt\":"
        "\"{{FrontSide}}<hr id=answer>{{Meaning}}\"}],\"is_cloze\":false},{\"name\":\"Cloze\",\"fields\":"
        "[{\"name\":\"Text\"}],\"templates\":[{\"qfmt\":\"{{cloze:Text}}\",\"afmt\":\"{{cloze:Text}}\"}],"
        "\"is_cloze\":true}],\"notes\":[{\"guid\":\"g1\",\"fields\":[\"1\",\"<b>ser</b>\",\"to&nbsp;be\"],"
        "\"tags\":[\"verb\"],\"notetype\":\"Word\",\"deck\":\"Spanish::Verbs\"},{\"fields\":[\"{{c1::Lima}} "
        "is "
        "in {{c2::Peru::country}}\"],\"tags\":\"a b\",\"notetype\":\"Cloze\"},{\"fields\":[\"x\",null],"
        "\"notetype\":\"Word\"},{\"fields\":[\"p\",\"q\"],\"notetype\":\"Lost\"}]}",
        "ser=to be #g #verb #Verbs @g1;[…] is in Peru=Lima #g #a #b;Lima is in [country]=Peru #g #a #b;p=q "
        "#g;");
    assert_string_equal(fixture_notices(f), "1:is empty;");
    assert_string_equal(f->result.head.title.data, "Spanish");
    ASSERT_CARDS(
        f,
        "{\"__type__\":\"Deck\",\"name\":\"Top\",\"note_models\":[{\"crowdanki_uuid\":\"u\",\"name\":"
        "\"Basic\",\"flds\":[{\"name\":\"Front\"},{\"name\":\"Back\"}],\"tmpls\":[{\"qfmt\":\"{{Back}}\","
        "\"afmt\":\"{{Front}}\"}],\"type\":0}],\"notes\":[],\"children\":[{\"name\":\"Sub\",\"notes\":"
        "[{\"fields\":[\"f\",\"b\"],\"guid\":\"id\",\"note_model_uuid\":\"u\",\"tags\":[]}]}]}",
        "b=f #Sub @id;");
    ASSERT_CARDS(f,
                 "{\"default_deck\":\"French\",\"notetypes\":[],\"notes\":[{\"fields\":[\"a\",\"b\"],"
                 "\"deck\":\"French 2::Verbs\"},{\"fields\":[\"c\",\"d\"],\"deck\":\"French::Nouns\"}]}",
                 "a=b;c=d #Nouns;");
}

static void keeps_all_of_our_own_decks(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f,
                 "{\"format\":1,\"id\":\"caps\",\"title\":\"Capitals\",\"author\":\"A\",\"license\":\"CC0\","
                 "\"source\":\"S\","
                 "\"description\":\"D\",\"language\":{\"term\":\"en\",\"definition\":\"fr\"},\"cards\":[\n{"
                 "\"id\":\"fr\","
                 "\"term\":\"France\",\"definition\":\"Paris\",\"wordings\":[\"City\\nof "
                 "light\"],\"accept\":[\"p, f\"],"
                 "\"distractors\":[\"Lyon\"],\"tags\":[\"a b\"],\"hint\":\"h\"},\n{\"term\":\"x\"}]}",
                 "France=Paris ~City\nof light +p, f -Lyon #a b ?h @fr;");
    assert_int_equal(f->result.format, IMPORT_DECK);
    assert_string_equal(f->result.head.id.data, "caps");
    assert_string_equal(f->result.head.title.data, "Capitals");
    assert_string_equal(f->result.head.author.data, "A");
    assert_string_equal(f->result.head.license.data, "CC0");
    assert_string_equal(f->result.head.source.data, "S");
    assert_string_equal(f->result.head.description.data, "D");
    assert_string_equal(f->result.head.term_language.data, "en");
    assert_string_equal(f->result.head.definition_language.data, "fr");
    assert_string_equal(fixture_notices(f), "3:has no definition;");
}

static void says_what_is_wrong_and_where(void **state)
{
    Fixture *f = *state;
    ASSERT_CARDS(f, "[{\"term\":\"a\",\n\"definition\":}]", "list:2:14: expected a value, found }");
    ASSERT_CARDS(
        f, "[{\"x\":1}]",
        "list: has no cards: an array of objects with \"term\" and \"definition\", or of pairs, is wanted");
    ASSERT_CARDS(f, "[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]", "list:1:17: nested deeper than 16 levels");
    f->choices.format = IMPORT_DECK;
    ASSERT_CARDS(
        f, "[[\"a\",\"b\"]]",
        "list: is no deck: an object with \"title\" and \"cards\" is wanted, and in each card \"term\" and "
        "\"definition\"");
}

static void refuses_what_would_not_fit_in_memory(void **state)
{
    Fixture *f = *state;
    size_t count = 6 << 20;
    char *text = arena_alloc(&f->arena, 2 * count + 2);
    for (size_t i = 0; i < count; i++) {
        text[2 * i + 1] = '1';
        text[2 * i] = ',';
    }
    text[0] = '[';
    text[2 * count] = ']';
    f->choices.format = IMPORT_JSON;
    assert_false(fixture_read_str(f, (Str){text, 2 * count + 1}, "list"));
    assert_string_equal(f->err.text, "list:1:1: holds too many values to be read at once; split the file");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(reads_lists_of_objects_by_the_usual_names),
        FIXTURE_TEST(reads_pairs_dictionaries_and_unknown_names),
        FIXTURE_TEST(members_that_most_objects_lack_are_no_sides),
        FIXTURE_TEST(a_hint_is_the_definition_where_there_is_no_other),
        FIXTURE_TEST(reads_all_decks_of_a_file),
        FIXTURE_TEST(reads_what_quizlet_sends),
        FIXTURE_TEST(reads_notes_of_anki),
        FIXTURE_TEST(keeps_all_of_our_own_decks),
        FIXTURE_TEST(says_what_is_wrong_and_where),
        FIXTURE_TEST(refuses_what_would_not_fit_in_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
