/* What is not saved, kept as a text and taken up again: nothing of it is lost, whatever became of the file.
 */
#include "edit_fixture.h"

#include "edit/draft_keep.h"

static const char *const animals =
    "{\"format\": 1, \"id\": \"animals\", \"title\": \"Animals\", \"language\": {\"term\": \"en\"},\n"
    "\"cards\": [\n"
    "{\"id\": \"cat\", \"term\": \"Cat\", \"definition\": \"It purrs\"},\n"
    "{\"term\": \"Dog\", \"definition\": \"It barks\", \"tags\": [\"pet\"]},\n"
    "{\"id\": \"owl\", \"term\": \"Owl\", \"definition\": \"It hoots\", \"why\": 1}\n"
    "]}\n";

static DraftKept kept_of(Fixture *f, const Draft *draft)
{
    DraftKept kept = draft_keep(draft, 1234567890123, &f->arena), read;
    Str text = draft_kept_text(&kept, &f->arena);
    Err err = {0};
    if (!draft_kept_read(text, &f->arena, &read, &err)) fail_msg("%s", err.text);
    assert_int_equal(read.at_ms, 1234567890123);
    return read;
}

static void change(Draft *draft)
{
    Str wordings[] = {STR("second \"wording\"\n")}, tags[] = {STR("x"), STR("y")};
    DeckCard cat = *draft_card(draft, 0);
    cat.definition = STR(""); /* no file may have it so */
    draft_replace(draft, 0, &cat);
    DeckCard fresh = {.definition = STR("no term yet"),
                      .hint = STR("h"),
                      .wordings = {wordings, 1},
                      .accepts = {tags, 2},
                      .distractors = {tags, 1},
                      .tags = {tags, 2}};
    draft_insert(draft, 1, &fresh, 1);
    draft_insert(draft, 2, &(DeckCard){.term = {0}}, 1); /* quite blank: nothing to keep */
    const uint32_t owl = 4;
    draft_move(draft, &owl, 1, 0);
    DeckHead head = *draft_head(draft);
    head.title = STR("");
    head.definition_language = STR("de");
    draft_set_head(draft, &head);
}

static void assert_changed(const Draft *draft)
{
    assert_int_equal(draft_count(draft), 4);
    assert_true(str_is(draft_card(draft, 0)->id, STR("owl")));
    assert_true(str_is(draft_card(draft, 1)->id, STR("cat")));
    assert_int_equal(draft_card(draft, 1)->definition.size, 0);
    const DeckCard *fresh = draft_card(draft, 2);
    assert_int_equal(fresh->term.size, 0);
    assert_true(str_is(fresh->definition, STR("no term yet")));
    assert_true(str_is(fresh->hint, STR("h")));
    assert_true(str_is(fresh->wordings.items[0], STR("second \"wording\"\n")));
    assert_int_equal(fresh->accepts.count, 2);
    assert_int_equal(fresh->distractors.count, 1);
    assert_true(str_is(fresh->tags.items[1], STR("y")));
    assert_true(str_is(draft_card(draft, 3)->term, STR("Dog")));
    assert_int_equal(draft_head(draft)->title.size, 0);
    assert_true(str_is(draft_head(draft)->term_language, STR("en")));
    assert_true(str_is(draft_head(draft)->definition_language, STR("de")));
}

static void all_of_it_is_taken_up_as_one_step(void **state)
{
    Fixture *f = *state;
    Draft *draft = fixture_draft(f, str_of(animals));
    const char *path = str_copy(&f->arena, str_of(draft_save_path(draft))).data;
    change(draft);
    DraftKept kept = kept_of(f, draft);
    draft_close(draft);
    Draft *again = draft_open(path, NULL, NULL);
    Diff diff = draft_kept_diff(again, &kept, &f->arena);
    assert_false(draft_kept_is_same(again, &kept, &diff));
    assert_false(draft_kept_is_older(again, &kept));
    draft_kept_take_up(again, &kept, &diff);
    assert_changed(again);
    assert_true(draft_is_changed(again));
    assert_true(draft_undo(again));
    assert_false(draft_is_changed(again));
    assert_true(str_is(draft_card(again, 0)->id, STR("cat")));
    assert_true(str_is(draft_head(again)->title, STR("Animals")));
    assert_int_equal(draft_undo_name(again).size, 0);
    draft_close(again);
}

static void what_was_saved_is_the_same(void **state)
{
    Fixture *f = *state;
    Draft *draft = fixture_draft(f, str_of(animals));
    DeckCard fresh = {.term = STR("Bee"), .definition = STR("It hums")};
    draft_insert(draft, 3, &fresh, 1);
    DraftKept kept = kept_of(f, draft);
    assert_int_equal(draft_save(draft, false, NULL), DRAFT_SAVED);
    Draft *again = draft_open(draft_save_path(draft), NULL, NULL);
    Diff diff = draft_kept_diff(again, &kept, &f->arena);
    assert_true(draft_kept_is_same(again, &kept, &diff));
    draft_close(again);
    draft_close(draft);
}

static void saving_over_a_file_that_was_changed_since_is_a_conflict(void **state)
{
    Fixture *f = *state;
    Draft *draft = fixture_draft(f, str_of(animals));
    const char *path = str_copy(&f->arena, str_of(draft_save_path(draft))).data;
    DeckCard cat = *draft_card(draft, 0);
    cat.term = STR("Cats");
    draft_replace(draft, 0, &cat);
    DraftKept kept = kept_of(f, draft);
    draft_close(draft);
    assert_true(
        file_write(path,
                   STR("{\"format\": 1, \"title\": \"Animals\", \"cards\": [{\"id\": \"cat\", \"term\": "
                       "\"Cat\", \"definition\": \"It meows\"}]}"),
                   NULL));
    Draft *again = draft_open(path, NULL, NULL);
    assert_true(draft_kept_is_older(again, &kept));
    Diff diff = draft_kept_diff(again, &kept, &f->arena);
    draft_kept_take_up(again, &kept, &diff);
    assert_int_equal(draft_count(again), 3);
    assert_true(str_is(draft_card(again, 0)->definition, STR("It purrs")));
    assert_int_equal(draft_save(again, false, NULL), DRAFT_CHANGED_OUTSIDE);
    draft_close(again);
}

static void a_deck_without_a_file_is_kept_too(void **state)
{
    Fixture *f = *state;
    DeckHead head = {.id = STR("birds"), .title = STR("Birds")};
    DeckCard half = {.term = STR("Owl")};
    Draft *draft = draft_new(fixture_path(f, "birds.json"), &head, &half, 1);
    DraftKept kept = kept_of(f, draft);
    assert_false(kept.has_base);
    assert_true(str_is(kept.head.id, STR("birds")));
    assert_true(str_is(kept.head.title, STR("Birds")));
    assert_int_equal(kept.count, 1);
    assert_true(str_is(kept.cards[0].term, STR("Owl")));
    draft_close(draft);
}

static void what_is_something_else_is_refused(void **state)
{
    Fixture *f = *state;
    static const char *const others[] = {
        "",
        "[]",
        "{\"kept\": 1",
        "{\"kept\": 2, \"at_ms\": 1, \"base\": \"\", \"deck\": {\"cards\": []}}",
        "{\"kept\": 1, \"at_ms\": \"1\", \"base\": \"\", \"deck\": {\"cards\": []}}",
        "{\"kept\": 1, \"at_ms\": 1, \"base\": \"xy\", \"deck\": {\"cards\": []}}",
        "{\"kept\": 1, \"at_ms\": 1, \"base\": \"\", \"deck\": {\"cards\": 1}}",
        "{\"kept\": 1, \"at_ms\": 1, \"base\": \"\", \"deck\": {\"cards\": [1]}}",
        "{\"kept\": 1, \"at_ms\": 1, \"base\": \"\", \"deck\": 1}",
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        DraftKept kept;
        Err err = {0};
        assert_false(draft_kept_read(str_of(others[i]), &f->arena, &kept, &err));
        assert_true(err.is_set);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        EDIT_TEST(all_of_it_is_taken_up_as_one_step),
        EDIT_TEST(what_was_saved_is_the_same),
        EDIT_TEST(saving_over_a_file_that_was_changed_since_is_a_conflict),
        EDIT_TEST(a_deck_without_a_file_is_kept_too),
        EDIT_TEST(what_is_something_else_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
