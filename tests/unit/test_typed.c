#include "study/typed.h"

#include <string.h>

#include "study/typed_accept.h"
#include "study/typed_letters.h"
#include "study/typo.h"
#include "unit/arena_fixture.h"
#include "unit/play_fixture.h"

static Fixture f;

/* A deck of that one card (and one that it must not be taken for), asked for its term. */
static void use_card(const char *members)
{
    StrBuf json;
    str_buf_init(&json, &arena);
    str_buf_addf(&json,
                 "{\"title\": \"T\", \"cards\": [{%s},"
                 "{\"term\": \"Somewhere else\", \"definition\": \"nothing of the kind\"}]}",
                 members);
    fixture_of_text(&f, str_buf_str(&json).data);
}

static TypedVerdict grade(Side side, const char *typed)
{
    return typed_grade(&arena, f.deck, 0, side, str_of(typed));
}

typedef struct {
    const char *term, *typed;
    TypedMatch match;
} Case;

static void check(const Case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        use_card(str_format(&arena, "\"term\": \"%s\", \"definition\": \"what it is\"", cases[i].term).data);
        TypedVerdict verdict = grade(SIDE_TERM, cases[i].typed);
        if (verdict.match != cases[i].match)
            print_error("\"%s\" for \"%s\": %d\n", cases[i].typed, cases[i].term, (int)verdict.match);
        assert_int_equal(verdict.match, cases[i].match);
        assert_int_equal(verdict.slips > 0, cases[i].match == TYPED_NEAR);
        fixture_free(&f);
    }
}
#define CHECK(cases) check(cases, sizeof(cases) / sizeof(cases)[0])

static void dress_may_be_left_out(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"Embeddings", "embeddings", TYPED_RIGHT},
        {"Embeddings", "  EMBEDDINGS. ", TYPED_RIGHT},
        {"The Hague", "hague", TYPED_RIGHT},
        {"Apple", "an apple", TYPED_RIGHT},
        {"Text-to-speech", "text to speech", TYPED_RIGHT},
        {"Text-to-speech", "texttospeech", TYPED_RIGHT},
        {"Wellknown", "well-known", TYPED_RIGHT},
        {"It's", "its", TYPED_RIGHT},
        {"It\xE2\x80\x99s", "it's", TYPED_RIGHT},
        {"U.S.", "US", TYPED_RIGHT},
        {"St. John's", "st johns", TYPED_RIGHT},
        {"No", "no!", TYPED_RIGHT},
        {"A", "a", TYPED_RIGHT},
        {"Paris", "", TYPED_WRONG},
        {"Paris", " . ", TYPED_WRONG},
        {"Paris", "Lyon", TYPED_WRONG},
    };
    CHECK(cases);
}

static void accents_and_vowel_points_may_be_left_out(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"Bogot\xC3\xA1", "bogota", TYPED_RIGHT},
        {"K\xC3\xB8"
         "benhavn",
         "kobenhavn", TYPED_RIGHT},
        {"\xC5\x81\xC3\xB3"
         "d\xC5\xBA",
         "lodz", TYPED_RIGHT},
        {"Stra\xC3\x9F"
         "e",
         "strasse", TYPED_RIGHT},
        {"\xCE\x91\xCE\xB8\xCE\xAE\xCE\xBD\xCE\xB1", "\xCE\xB1\xCE\xB8\xCE\xB7\xCE\xBD\xCE\xB1",
         TYPED_RIGHT}, /* Athens */
        {"\xD9\x83\xD9\x90\xD8\xAA\xD9\x8E\xD8\xA7\xD8\xA8", "\xD9\x83\xD8\xAA\xD8\xA7\xD8\xA8",
         TYPED_RIGHT},                                        /* kitab */
        {"\xE3\x81\x8C", "\xE3\x81\x8B", TYPED_WRONG},        /* ga, ka */
        {"\xD0\xB9", "\xD0\xB8", TYPED_WRONG},                /* Cyrillic short i, i */
        {"\xEF\xBC\xA1\xEF\xBC\xA2 x y", "ABxy", TYPED_WRONG} /* wide AB: the words must be apart */
    };
    CHECK(cases);
}

static void typos_are_near_misses_by_length(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"Paris", "pariss", TYPED_NEAR}, /* 5 letters: one, of each kind */
        {"Paris", "pais", TYPED_NEAR},
        {"Paris", "paxis", TYPED_NEAR},
        {"Paris", "pairs", TYPED_NEAR},
        {"Paris", "pa", TYPED_WRONG},
        {"Paris", "paxxs", TYPED_WRONG},
        {"Rome", "roma", TYPED_WRONG}, /* 4 letters: none */
        {"Embedded", "embded", TYPED_WRONG},
        {"Embedding", "embeding", TYPED_NEAR},
        {"Embedding", "embedin", TYPED_NEAR}, /* 9 letters: two */
        {"Embedding", "embein", TYPED_WRONG},
        {"Foundation model", "foundationmodel", TYPED_NEAR},
        {"\xD8\xA7\xD9\x84\xD9\x85\xD8\xBA\xD8\xB1\xD8\xA8",
         "\xD8\xA7\xD9\x84\xD9\x85\xD8\xB1\xD8\xBA\xD8\xA8", TYPED_NEAR}, /* al-Maghrib, two swapped */
        {"\xE0\xB8\x81\xE0\xB8\xA3\xE0\xB8\xB8\xE0\xB8\x87\xE0\xB9\x80\xE0\xB8\x97\xE0\xB8\x9E",
         "\xE0\xB8\x81\xE0\xB8\xA3\xE0\xB8\xB8\xE0\xB8\x87\xE0\xB9\x80\xE0\xB8\x97", TYPED_NEAR}, /* Krung
                                                                                                     Thep */
    };
    CHECK(cases);
}

static void digits_and_names_of_a_series_are_never_typos(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"Vitamin A", "vitamin", TYPED_WRONG},
        {"Vitamin A", "vitamin a.", TYPED_RIGHT},
        {"Vitamin A", "the vitamin A", TYPED_RIGHT},
        {"U.S.A.", "usa", TYPED_RIGHT},
        {"-5 degrees", "5 degrees", TYPED_WRONG},
        {"5 degrees", "-5 degrees", TYPED_WRONG},
        {"Apollo 11", "apollo 12", TYPED_WRONG},
        {"Apollo 11", "apolo 11", TYPED_NEAR},
        {"Claude 3.5 Sonnet", "claude 35 sonet", TYPED_NEAR},
        {"Vitamin C", "vitamin d", TYPED_WRONG},
        {"Vitamin C", "vitamine c", TYPED_NEAR},
        {"World War II", "world war i", TYPED_WRONG},
        {"World War II", "world war iii", TYPED_WRONG},
        {"World War II", "wold war ii", TYPED_NEAR},
        {"1066 and all that", "1067 and all that", TYPED_WRONG},
        {"10,000", "10000", TYPED_RIGHT},
        {"10,000", "1000", TYPED_WRONG},
        {"1914\xE2\x80\x93"
         "1918",
         "1914-1918", TYPED_RIGHT},
        {"3.1415", "31415", TYPED_WRONG},
    };
    CHECK(cases);
}

static void marks_count_where_they_are_the_answer(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"a += b", "a+=b", TYPED_RIGHT},
        {"a += b", "a -= b", TYPED_WRONG},
        {"a.b", "ab", TYPED_WRONG},
        {"a->b", "a.b", TYPED_WRONG},
        {"!a", "a", TYPED_WRONG},
        {"C++", "c", TYPED_WRONG},
        {"-.-.", "-.-.", TYPED_RIGHT},
        {"-.-.--", "-.-.-.", TYPED_WRONG},
        {"\xE2\x88\x92\xE2\x80\xA2\xE2\x88\x92\xE2\x80\xA2", "-\xE2\x80\xA2-\xE2\x80\xA2", TYPED_RIGHT},
        {"f(x)", "f", TYPED_WRONG},
    };
    CHECK(cases);
}

static void brackets_and_alternatives_may_be_left_out(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"Large Language Model (LLM)", "large language model", TYPED_RIGHT},
        {"Large Language Model (LLM)", "large language model llm", TYPED_RIGHT},
        {"Large Language Model (LLM)", "large languge model", TYPED_NEAR},
        {"(to) run [fast]", "run", TYPED_RIGHT},
        {"(to) run [fast]", "to run", TYPED_RIGHT},
        {"(to) run [fast]", "run fast", TYPED_RIGHT},
        {"colo(u)r", "color", TYPED_RIGHT},
        {"colo(u)r", "colour", TYPED_RIGHT},
        {"big; large", "large", TYPED_RIGHT},
        {"big; large", "large, big", TYPED_RIGHT},
        {"big; large", "large, tiny", TYPED_WRONG},
        {"big, large / huge", "huge", TYPED_RIGHT},
        {"wagon (cart, carriage)", "wagon", TYPED_RIGHT},
        {"1,000 people", "people", TYPED_WRONG},
        {"numbers that stand for text, images or sound, so that the like is near", "images or sound",
         TYPED_WRONG},
        {"\xE5\xA4\xA7\xE3\x81\x8D\xE3\x81\x84\xE3\x80\x81\xE5\xB7\xA8\xE5\xA4\xA7",
         "\xE5\xB7\xA8\xE5\xA4\xA7", TYPED_RIGHT},
    };
    CHECK(cases);
}

static void other_wordings_and_accepted_texts_are_right(void **state)
{
    (void)state;
    use_card("\"term\": \"Austria\", \"definition\": \"Vienna\", \"wordings\": [\"City of waltzes\"],"
             "\"accept\": [\"Wien\"]");
    assert_int_equal(grade(SIDE_DEFINITION, "wien").match, TYPED_RIGHT);
    assert_int_equal(grade(SIDE_DEFINITION, "the city of waltzes").match, TYPED_RIGHT);
    assert_int_equal(grade(SIDE_TERM, "city of waltzes").match, TYPED_WRONG);
    fixture_free(&f);
    use_card("\"term\": \"Paris\", \"definition\": \"France\", \"accept\": [\"France\"]");
    assert_int_equal(grade(SIDE_TERM, "france").match, TYPED_WRONG);
    fixture_free(&f);
}

static void a_deck_tells_which_side_its_accepted_texts_are_for(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        Side side;
    } decks[] = {{"decks/world-capitals.json", SIDE_DEFINITION},
                 {"decks/aws-ai-practitioner.json", SIDE_TERM},
                 {"decks/japanese-kana.json", SIDE_DEFINITION},
                 {"decks/morse-code.json", SIDE_DEFINITION}};
    for (size_t i = 0; i < sizeof decks / sizeof decks[0]; i++) {
        fixture_of_file(&f, decks[i].path);
        Side side;
        assert_true(typed_accept_side(&arena, f.deck, &side));
        assert_int_equal(side, decks[i].side);
        fixture_free(&f);
    }
}

static void an_article_may_be_left_out_but_not_mistaken(void **state)
{
    (void)state;
    fixture_of_text(&f, "{\"title\": \"T\", \"language\": {\"term\": \"de-AT\", \"definition\": \"fr\"},"
                        "\"cards\": [{\"term\": \"die Katze\", \"definition\": \"l'eau\"}]}");
    assert_int_equal(grade(SIDE_TERM, "katze").match, TYPED_RIGHT);
    assert_int_equal(grade(SIDE_TERM, "Die Katze").match, TYPED_RIGHT);
    assert_int_equal(grade(SIDE_TERM, "der Katze").match, TYPED_WRONG);
    assert_int_equal(grade(SIDE_TERM, "die kazte").match, TYPED_NEAR);
    assert_int_equal(grade(SIDE_DEFINITION, "eau").match, TYPED_RIGHT);
    fixture_free(&f);
}

static void the_answer_to_another_card_is_no_typo(void **state)
{
    (void)state;
    fixture_of_text(&f, "{\"title\": \"T\", \"cards\": [{\"term\": \"Australia\", \"definition\": \"a\"},"
                        "{\"term\": \"Austria\", \"definition\": \"b\"}]}");
    assert_int_equal(grade(SIDE_TERM, "austria").match, TYPED_WRONG);
    assert_int_equal(grade(SIDE_TERM, "austrlia").match, TYPED_NEAR);
    fixture_free(&f);
}

static void the_nearest_right_text_is_told(void **state)
{
    (void)state;
    use_card("\"term\": \"colour; paint (any)\", \"definition\": \"b\", \"accept\": [\"tincture\"]");
    assert_string_equal(str_copy(&arena, grade(SIDE_TERM, "tinctur").expected).data, "tincture");
    assert_string_equal(str_copy(&arena, grade(SIDE_TERM, "colur").expected).data, "colour");
    assert_string_equal(str_copy(&arena, grade(SIDE_TERM, "pant").expected).data, "paint");
    assert_string_equal(str_copy(&arena, grade(SIDE_TERM, "?").expected).data, "colour; paint (any)");
    fixture_free(&f);
}

static void every_text_of_the_shipped_decks_is_its_own_answer(void **state)
{
    (void)state;
    static const char *const paths[] = {"decks/aws-ai-practitioner.json", "decks/c-operators.json",
                                        "decks/japanese-kana.json",       "decks/morse-code.json",
                                        "decks/periodic-table.json",      "decks/world-capitals.json"};
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        fixture_of_file(&f, paths[i]);
        for (uint32_t card = 0; card < deck_count(f.deck); card++)
            for (int side = SIDE_TERM; side <= SIDE_DEFINITION; side++) {
                Str text = side_text(f.deck, (Side)side, (SideText){card, 0});
                TypedVerdict verdict = typed_grade(&arena, f.deck, card, (Side)side, text);
                assert_int_equal(verdict.match, TYPED_RIGHT);
                uint32_t other = (card + 1) % deck_count(f.deck);
                Str wrong = side_text(f.deck, (Side)side, (SideText){other, 0});
                if (str_is(wrong, text)) continue;
                assert_int_not_equal(typed_grade(&arena, f.deck, card, (Side)side, wrong).match, TYPED_RIGHT);
            }
        fixture_free(&f);
    }
}

static void typos_are_counted_up_to_a_limit(void **state)
{
    (void)state;
    assert_int_equal(typo_count(&arena, STR("kitten"), STR("sitting"), 9), 3);
    assert_int_equal(typo_count(&arena, STR("abcd"), STR("badc"), 9), 2);
    assert_int_equal(typo_count(&arena, STR(""), STR("ab"), 9), 2);
    assert_int_equal(typo_count(&arena, STR("abcdefgh"), STR("hgfedcba"), 2), 3);
    assert_int_equal(typo_count(&arena, STR("same"), STR("same"), 0), 0);
}

static const char *letters(const char *expected, const char *typed)
{
    TypedLetter out[2 * TYPED_MAX_LETTERS];
    uint32_t count = typed_letters(&arena, str_of(expected), str_of(typed), out);
    StrBuf buf;
    str_buf_init(&buf, &arena);
    for (uint32_t i = 0; i < count; i++) {
        static const char *const marks[] = {"", "+", "!", "~", "-"};
        str_buf_addf(&buf, "%s%.*s", marks[out[i].mark], STR_FMT(out[i].text));
    }
    return str_buf_str(&buf).data;
}

static void letters_show_where_it_slipped(void **state)
{
    (void)state;
    assert_string_equal(letters("Embeddings", "Embedings"), "Embed+dings");
    assert_string_equal(letters("Paris", "paxis"), "Pa!ris");
    assert_string_equal(letters("Paris", "pairs"), "Pa~r~is");
    assert_string_equal(letters("Paris", "pariss"), "Pari-ss");
    assert_string_equal(letters("Text-to", "text to"), "Text-to");
    assert_string_equal(letters("Bogot\xC3\xA1", "bogta"), "Bog+ot\xC3\xA1");
    assert_string_equal(letters("e\xCC\x81t\xC3\xA9", "ete"), "e\xCC\x81t\xC3\xA9");
    char longer[TYPED_MAX_LETTERS + 2];
    memset(longer, 'a', sizeof longer - 1);
    longer[sizeof longer - 1] = '\0';
    TypedLetter out[2 * TYPED_MAX_LETTERS];
    assert_int_equal(typed_letters(&arena, str_of(longer), STR("a"), out), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(dress_may_be_left_out),
        ARENA_TEST(accents_and_vowel_points_may_be_left_out),
        ARENA_TEST(typos_are_near_misses_by_length),
        ARENA_TEST(digits_and_names_of_a_series_are_never_typos),
        ARENA_TEST(marks_count_where_they_are_the_answer),
        ARENA_TEST(brackets_and_alternatives_may_be_left_out),
        ARENA_TEST(other_wordings_and_accepted_texts_are_right),
        ARENA_TEST(a_deck_tells_which_side_its_accepted_texts_are_for),
        ARENA_TEST(an_article_may_be_left_out_but_not_mistaken),
        ARENA_TEST(the_answer_to_another_card_is_no_typo),
        ARENA_TEST(the_nearest_right_text_is_told),
        ARENA_TEST(every_text_of_the_shipped_decks_is_its_own_answer),
        ARENA_TEST(typos_are_counted_up_to_a_limit),
        ARENA_TEST(letters_show_where_it_slipped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
