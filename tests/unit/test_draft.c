/* Changes of a draft, and taking them back. */
#include "edit_fixture.h"

static const char *const small = "{\"title\": \"T\", \"cards\": [{\"term\": \"a\", \"definition\": \"1\"},"
                                 " {\"term\": \"b\", \"definition\": \"2\", \"tags\": [\"x\"]},"
                                 " {\"term\": \"c\", \"definition\": \"3\"}]}";

/* "a b c": the terms in order. */
static const char *terms(Fixture *f, const Draft *draft)
{
    StrBuf out;
    str_buf_init(&out, &f->arena);
    for (uint32_t i = 0; i < draft_count(draft); i++)
        str_buf_addf(&out, "%s%.*s", i ? " " : "", STR_FMT(draft_card(draft, i)->term));
    str_buf_add(&out, STR(""));
    return draft_count(draft) > 0 ? str_copy(&f->arena, str_buf_str(&out)).data : "";
}

static void a_draft_has_what_the_file_has(void **state)
{
    Fixture *f = *state;
    Draft *draft = fixture_draft(f, str_of(small));
    assert_string_equal(terms(f, draft), "a b c");
    assert_text(draft_head(draft)->id, "deck");
    assert_text(draft_head(draft)->title, "T");
    assert_text(draft_card(draft, 1)->id, "b");
    assert_text(draft_card(draft, 1)->definition, "2");
    assert_int_equal(draft_card(draft, 1)->tags.count, 1);
    assert_int_equal(draft_find(draft, STR("c")), 2);
    assert_int_equal(draft_find(draft, STR("d")), DECK_NO_CARD);
    assert_false(draft_is_changed(draft));
    assert_false(draft_undo(draft));
    assert_false(draft_redo(draft));
    assert_text(draft_undo_name(draft), "");
    draft_close(draft);
}

static void cards_come_in_and_go_out(void **state)
{
    Fixture *f = *state;
    Draft *draft = fixture_draft(f, str_of(small));
    const DeckCard two[] = {card_make("x", "8"), card_make("y", "9")};
    draft_insert(draft, 1, two, 2);
    assert_string_equal(terms(f, draft), "a x y b c");
    draft_remove(draft, (const uint32_t[]){0, 2, 4}, 3);
    assert_string_equal(terms(f, draft), "x b");
    assert_text(draft_undo_name(draft), "delete 3 cards");
    assert_int_equal(draft_find(draft, STR("c")), DECK_NO_CARD);
    assert_true(draft_undo(draft));
    assert_string_equal(terms(f, draft), "a x y b c");
    assert_text(draft_redo_name(draft), "delete 3 cards");
    assert_text(draft_undo_name(draft), "add 2 cards");
    assert_true(draft_undo(draft));
    assert_string_equal(terms(f, draft), "a b c");
    assert_false(draft_is_changed(draft));
    assert_true(draft_redo(draft));
    assert_true(draft_redo(draft));
    assert_string_equal(terms(f, draft), "x b");
    draft_insert(draft, 2, two, 1);
    assert_false(draft_redo(draft));
    assert_string_equal(terms(f, draft), "x b x");
    draft_close(draft);
}

static void cards_move_in_their_order(void **state)
{
    Fixture *f = *state;
    Draft *draft = fixture_draft(f, str_of(small));
    draft_insert(draft, 3, (const DeckCard[]){card_make("d", "4"), card_make("e", "5")}, 2);
    draft_move(draft, (const uint32_t[]){0, 3}, 2, 3);
    assert_string_equal(terms(f, draft), "b c a d e");
    draft_move(draft, (const uint32_t[]){3, 4}, 2, 0);
    assert_string_equal(terms(f, draft), "d e b c a");
    draft_move(draft, (const uint32_t[]){0}, 1, 5);
    assert_string_equal(terms(f, draft), "e b c a d");
    uint64_t version = draft_version(draft);
    draft_move(draft, (const uint32_t[]){1, 2}, 2, 2); /* where they are */
    assert_int_equal(draft_version(draft), version);
    assert_true(draft_undo(draft));
    assert_true(draft_undo(draft));
    assert_true(draft_undo(draft));
    assert_string_equal(terms(f, draft), "a b c d e");
    draft_close(draft);
}

static void type(Draft *draft, uint32_t card, const char *definition)
{
    DeckCard with = *draft_card(draft, card);
    with.definition = str_of(definition);
    draft_replace(draft, card, &with);
}

static void typing_a_word_is_one_step(void **state)
{
    Fixture *f = *state;
    Draft *draft = fixture_draft(f, str_of(small));
    const DeckCard *held = draft_card(draft, 0);
    type(draft, 0, "n");
    type(draft, 0, "ne");
    type(draft, 0, "new");
    assert_text(held->definition, "1");
    draft_seal(draft);
    type(draft, 0, "newer");
    type(draft, 1, "other");
    type(draft, 0, "newest");
    assert_true(draft_undo(draft));
    assert_text(draft_card(draft, 0)->definition, "newer");
    assert_true(draft_undo(draft));
    assert_text(draft_card(draft, 1)->definition, "2");
    assert_true(draft_undo(draft));
    assert_text(draft_card(draft, 0)->definition, "new");
    assert_true(draft_undo(draft));
    assert_text(draft_card(draft, 0)->definition, "1");
    assert_false(draft_undo(draft));
    draft_close(draft);
}

static void typing_that_comes_back_is_no_step(void **state)
{
    Fixture *f = *state;
    Draft *draft = fixture_draft(f, str_of(small));
    type(draft, 0, "1x");
    assert_true(draft_is_changed(draft));
    type(draft, 0, "1");
    assert_false(draft_is_changed(draft));
    assert_false(draft_undo(draft));
    draft_close(draft);
}

static void a_group_is_one_step(void **state)
{
    Fixture *f = *state;
    Draft *draft = fixture_draft(f, str_of(small));
    draft_begin(draft, STR("tidy up"));
    draft_remove(draft, (const uint32_t[]){0}, 1);
    type(draft, 0, "two");
    draft_insert(draft, 0, (const DeckCard[]){card_make("z", "0")}, 1);
    draft_end(draft);
    draft_begin(draft, STR("nothing"));
    draft_end(draft);
    assert_string_equal(terms(f, draft), "z b c");
    assert_text(draft_undo_name(draft), "tidy up");
    assert_true(draft_undo(draft));
    assert_string_equal(terms(f, draft), "a b c");
    assert_text(draft_card(draft, 1)->definition, "2");
    assert_false(draft_undo(draft));
    assert_true(draft_redo(draft));
    assert_string_equal(terms(f, draft), "z b c");
    draft_close(draft);
}

static void tags_are_put_on_and_taken_off_many(void **state)
{
    Fixture *f = *state;
    Draft *draft = fixture_draft(f, str_of(small));
    const uint32_t all[] = {0, 1, 2};
    assert_int_equal(draft_add_tag(draft, all, 3, STR("x")), 2);
    assert_text(draft_undo_name(draft), "tag 3 cards");
    assert_int_equal(draft_card(draft, 0)->tags.count, 1);
    assert_int_equal(draft_add_tag(draft, all, 3, STR(" ")), 0);
    assert_int_equal(draft_remove_tag(draft, all, 2, STR("x")), 2);
    assert_int_equal(draft_card(draft, 1)->tags.count, 0);
    assert_int_equal(draft_remove_tag(draft, all, 2, STR("x")), 0);
    assert_true(draft_undo(draft));
    assert_true(draft_undo(draft));
    assert_int_equal(draft_card(draft, 0)->tags.count, 0);
    assert_int_equal(draft_card(draft, 1)->tags.count, 1);
    assert_false(draft_undo(draft));
    draft_close(draft);
}

static void a_full_card_takes_no_tag(void **state)
{
    Fixture *f = *state;
    Draft *draft = fixture_draft(f, str_of(small));
    Str tags[DECK_MAX_TAGS];
    for (int i = 0; i < DECK_MAX_TAGS; i++) tags[i] = str_format(&f->arena, "t%d", i);
    DeckCard card = card_make("full", "9");
    card.tags = (DeckTexts){tags, DECK_MAX_TAGS};
    draft_insert(draft, 0, &card, 1);
    assert_int_equal(draft_add_tag(draft, (const uint32_t[]){0, 1}, 2, STR("new")), 1);
    assert_int_equal(draft_card(draft, 0)->tags.count, DECK_MAX_TAGS);
    draft_close(draft);
}

static void the_head_changes_without_its_id(void **state)
{
    Fixture *f = *state;
    Draft *draft = fixture_draft(f, str_of(small));
    DeckHead head = *draft_head(draft);
    head.id = STR("other");
    head.title = STR("New");
    draft_set_head(draft, &head);
    assert_text(draft_head(draft)->title, "New");
    assert_text(draft_head(draft)->id, "deck");
    assert_true(draft_undo(draft));
    assert_text(draft_head(draft)->title, "T");
    draft_close(draft);
}

static void an_id_that_is_there_is_dropped(void **state)
{
    Fixture *f = *state;
    Draft *draft = fixture_draft(f, str_of(small));
    DeckCard cards[] = {card_make("n", "1"), card_make("m", "2"), card_make("o", "3")};
    cards[0].id = STR("a");
    cards[1].id = cards[2].id = STR("new");
    draft_insert(draft, 0, cards, 3);
    assert_text(draft_card(draft, 0)->id, "");
    assert_text(draft_card(draft, 1)->id, "new");
    assert_text(draft_card(draft, 2)->id, "");
    draft_close(draft);
}

static void a_deck_that_is_none_gives_no_draft(void **state)
{
    Fixture *f = *state;
    DeckReport report;
    assert_null(draft_open(fixture_write(f, "bad.json", STR("{\"title\": 1}")), NULL, &report));
    assert_true(report.errors > 0);
    assert_null(draft_open(fixture_path(f, "none.json"), NULL, &report));
    assert_int_equal(report.errors, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        EDIT_TEST(a_draft_has_what_the_file_has),      EDIT_TEST(cards_come_in_and_go_out),
        EDIT_TEST(cards_move_in_their_order),          EDIT_TEST(typing_a_word_is_one_step),
        EDIT_TEST(typing_that_comes_back_is_no_step),  EDIT_TEST(a_group_is_one_step),
        EDIT_TEST(tags_are_put_on_and_taken_off_many), EDIT_TEST(a_full_card_takes_no_tag),
        EDIT_TEST(the_head_changes_without_its_id),    EDIT_TEST(an_id_that_is_there_is_dropped),
        EDIT_TEST(a_deck_that_is_none_gives_no_draft),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
