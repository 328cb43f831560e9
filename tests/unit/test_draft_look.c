/* What is looked for in a draft: words, tags, doubts. */
#include "edit_fixture.h"

static const char *const small =
    "{\"title\": \"T\", \"cards\": ["
    "{\"term\": \"Straße\", \"definition\": \"Street\", \"tags\": [\"Town\", \"noun\"], \"hint\": \"long\"},"
    "{\"term\": \"gehen\", \"definition\": \"to go\", \"wordings\": [\"to walk\"], \"tags\": [\"verb\"]},"
    "{\"term\": \"Haus\", \"definition\": \"house\", \"accept\": [\"home\"], \"tags\": [\"noun\", "
    "\"noun\"]}]}";

static Draft *open_small(Fixture *f)
{
    return fixture_draft(f, str_of(small));
}

/* "0 2": the cards found. */
static const char *found(Fixture *f, const Draft *draft, const char *words, const char *tag)
{
    uint32_t *cards;
    Str tags[1] = {tag ? str_of(tag) : STR("")};
    size_t count = draft_search(draft, str_of(words), tags, tag ? 1 : 0, &f->arena, &cards);
    Str text = STR("");
    for (size_t i = 0; i < count; i++)
        text = str_format(&f->arena, "%.*s%s%u", STR_FMT(text), i ? " " : "", (unsigned)cards[i]);
    return text.data;
}

static void words_are_found_in_all_texts(void **state)
{
    Fixture *f = *state;
    Draft *draft = open_small(f);
    assert_string_equal(found(f, draft, "", NULL), "0 1 2");
    assert_string_equal(found(f, draft, "STRASSE", NULL), "0");
    assert_string_equal(found(f, draft, "ho", NULL), "2");
    assert_string_equal(found(f, draft, " go   TO walk ", NULL), "1");
    assert_string_equal(found(f, draft, "home", NULL), "2");
    assert_string_equal(found(f, draft, "long", NULL), "0");
    assert_string_equal(found(f, draft, "noun", NULL), "0 2");
    assert_string_equal(found(f, draft, "go house", NULL), "");
    draft_close(draft);
}

static void tags_narrow_the_search(void **state)
{
    Fixture *f = *state;
    Draft *draft = open_small(f);
    assert_string_equal(found(f, draft, "", "noun"), "0 2");
    assert_string_equal(found(f, draft, "st", "noun"), "0");
    assert_string_equal(found(f, draft, "", "town"), ""); /* a tag is exact */
    draft_close(draft);
}

static void a_changed_card_is_found_by_its_new_words(void **state)
{
    Fixture *f = *state;
    Draft *draft = open_small(f);
    assert_string_equal(found(f, draft, "town", NULL), "0");
    DeckCard card = *draft_card(draft, 2);
    card.definition = STR("townhouse");
    draft_replace(draft, 2, &card);
    assert_string_equal(found(f, draft, "town", NULL), "0 2");
    draft_undo(draft);
    assert_string_equal(found(f, draft, "town", NULL), "0");
    draft_insert(draft, 0, (const DeckCard[]){card_make("Ort", "town")}, 1);
    assert_string_equal(found(f, draft, "town", NULL), "0 1");
    draft_close(draft);
}

static void tags_are_listed_by_their_cards(void **state)
{
    Fixture *f = *state;
    Draft *draft = open_small(f);
    DraftTag *tags;
    assert_int_equal(draft_tags(draft, &f->arena, &tags), 3);
    assert_text(tags[0].name, "noun");
    assert_int_equal(tags[0].cards, 2);
    assert_text(tags[1].name, "Town");
    assert_text(tags[2].name, "verb");
    draft_close(draft);
}

static void set(Draft *draft, uint32_t card, Str term, Str definition)
{
    DeckCard with = *draft_card(draft, card);
    with.term = term;
    with.definition = definition;
    draft_replace(draft, card, &with);
}

static void what_cannot_be_saved_is_doubted(void **state)
{
    Fixture *f = *state;
    Draft *draft = open_small(f);
    assert_int_equal(draft_doubts(draft, 0), 0);
    set(draft, 0, STR(" "), STR("x"));
    assert_int_equal(draft_doubts(draft, 0), DRAFT_NO_TERM);
    set(draft, 0, STR("x"), STR("\n"));
    assert_int_equal(draft_doubts(draft, 0), DRAFT_NO_DEFINITION);
    char big[DECK_MAX_TEXT_BYTES + 2];
    memset(big, 'a', sizeof big - 1);
    big[sizeof big - 1] = '\0';
    set(draft, 0, STR("x"), str_of(big));
    assert_int_equal(draft_doubts(draft, 0), DRAFT_TOO_BIG | DRAFT_LONG_FOR_TILE);
    draft_insert(draft, 0, (const DeckCard[]){card_make("", "")}, 1);
    assert_int_equal(draft_doubts(draft, 0), 0);
    draft_close(draft);
}

static void long_texts_are_counted_in_characters(void **state)
{
    Fixture *f = *state;
    Draft *draft = open_small(f);
    StrBuf text;
    str_buf_init(&text, &f->arena);
    for (int i = 0; i < DECK_MAX_TILE_CHARS; i++) str_buf_add(&text, STR("é"));
    set(draft, 0, STR("x"), str_buf_str(&text));
    assert_int_equal(draft_doubts(draft, 0), 0);
    str_buf_add(&text, STR("e"));
    set(draft, 0, STR("x"), str_buf_str(&text));
    assert_int_equal(draft_doubts(draft, 0), DRAFT_LONG_FOR_TILE);
    draft_close(draft);
}

static void two_cards_of_one_pair_are_told_while_they_are(void **state)
{
    Fixture *f = *state;
    Draft *draft = open_small(f);
    assert_int_equal(draft_doubts(draft, 0), 0);
    draft_insert(draft, 1, (const DeckCard[]){card_make("STRASSE", " street ")}, 1);
    assert_int_equal(draft_doubts(draft, 0), DRAFT_TWICE);
    assert_int_equal(draft_doubts(draft, 1), DRAFT_TWICE);
    set(draft, 1, STR("strasse"), STR("streets"));
    assert_int_equal(draft_doubts(draft, 0), 0);
    draft_undo(draft);
    assert_int_equal(draft_doubts(draft, 0), DRAFT_TWICE);
    draft_undo(draft);
    assert_int_equal(draft_doubts(draft, 0), 0);
    draft_redo(draft);
    draft_remove(draft, (const uint32_t[]){0}, 1);
    assert_int_equal(draft_doubts(draft, 0), 0);
    draft_close(draft);
}

static void a_card_that_no_variant_can_use_is_told(void **state)
{
    Fixture *f = *state;
    Draft *draft = open_small(f);
    draft_remove(draft, (const uint32_t[]){0}, 1);
    set(draft, 0, STR("gehen"), STR("house"));
    assert_int_equal(draft_doubts(draft, 0), DRAFT_UNUSABLE);
    assert_int_equal(draft_doubts(draft, 1), DRAFT_UNUSABLE);
    draft_undo(draft);
    assert_int_equal(draft_doubts(draft, 1), 0);
    draft_remove(draft, (const uint32_t[]){1}, 1);
    assert_int_equal(draft_doubts(draft, 0), 0); /* alone, as each deck begins */
    draft_close(draft);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        EDIT_TEST(words_are_found_in_all_texts),
        EDIT_TEST(tags_narrow_the_search),
        EDIT_TEST(a_changed_card_is_found_by_its_new_words),
        EDIT_TEST(tags_are_listed_by_their_cards),
        EDIT_TEST(what_cannot_be_saved_is_doubted),
        EDIT_TEST(long_texts_are_counted_in_characters),
        EDIT_TEST(two_cards_of_one_pair_are_told_while_they_are),
        EDIT_TEST(a_card_that_no_variant_can_use_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
