/* What two states of a deck differ in, and taking it over. */
#include "edit_fixture.h"

#include "edit/draft_diff.h"

#define ALL                                                                                                  \
    (CARD_TERM | CARD_DEFINITION | CARD_WORDINGS | CARD_ACCEPTS | CARD_DISTRACTORS | CARD_TAGS | CARD_HINT)

static Draft *open_small(Fixture *f)
{
    return fixture_draft(f, STR("{\"title\": \"T\", \"cards\": ["
                                "{\"id\": \"one\", \"term\": \"a\", \"definition\": \"1\", \"hint\": \"h\"},"
                                "{\"term\": \"b\", \"definition\": \"2\"},"
                                "{\"term\": \"c\", \"definition\": \"3\"},"
                                "{\"term\": \"d\", \"definition\": \"4\"}]}"));
}

static DeckCard with_id(const char *id, const char *term, const char *definition)
{
    DeckCard card = card_make(term, definition);
    card.id = str_of(id);
    return card;
}

/* "=0:0 +1 ~2:2 -3": kind, ours:theirs. */
static const char *shape(Fixture *f, const Diff *diff)
{
    Str text = STR("");
    for (size_t i = 0; i < diff->count; i++) {
        const DiffCard *card = &diff->cards[i];
        text = str_format(&f->arena, "%.*s%s%c", STR_FMT(text), i ? " " : "", "=+~-"[card->kind]);
        if (card->ours != DECK_NO_CARD) text = str_format(&f->arena, "%.*s%u", STR_FMT(text), card->ours);
        if (card->theirs != DECK_NO_CARD)
            text = str_format(&f->arena, "%.*s:%u", STR_FMT(text), card->theirs);
    }
    return text.data;
}

static const char *terms(Fixture *f, const Draft *draft)
{
    Str text = STR("");
    for (uint32_t i = 0; i < draft_count(draft); i++)
        text = str_format(&f->arena, "%.*s%.*s%.*s", STR_FMT(text), STR_FMT(draft_card(draft, i)->term),
                          STR_FMT(draft_card(draft, i)->definition));
    return text.data;
}

static void cards_belong_together_by_their_id(void **state)
{
    Fixture *f = *state;
    Draft *draft = open_small(f);
    const DeckCard theirs[] = {with_id("one", "x", "9"), with_id("new", "n", "0"), with_id("b", "b", "2"),
                               with_id("d", "d", "5")};
    Diff diff = diff_make(draft, theirs, 4, CARD_TERM | CARD_DEFINITION, &f->arena);
    assert_string_equal(shape(f, &diff), "~0:0 +:1 =1:2 -2 ~3:3");
    assert_int_equal(diff.cards[0].fields, CARD_TERM | CARD_DEFINITION);
    assert_int_equal(diff.cards[4].fields, CARD_DEFINITION);
    assert_int_equal(diff.fresh, 1);
    assert_int_equal(diff.changed, 2);
    assert_int_equal(diff.gone, 1);
    assert_int_equal(diff.same, 1);
    assert_false(diff.is_moved);
    draft_close(draft);
}

static void cards_without_ids_belong_together_by_what_they_say(void **state)
{
    Fixture *f = *state;
    Draft *draft = open_small(f);
    const DeckCard theirs[] = {card_make("A", " 1 "), card_make("bb", "2"), card_make("c", "33"),
                               card_make("e", "5")};
    Diff diff = diff_make(draft, theirs, 4, CARD_TERM | CARD_DEFINITION, &f->arena);
    assert_string_equal(shape(f, &diff), "~0:0 ~1:1 ~2:2 -3 +:3");
    draft_close(draft);
}

static void two_namesakes_are_not_guessed_between(void **state)
{
    Fixture *f = *state;
    Draft *draft = open_small(f);
    const DeckCard theirs[] = {card_make("a", "8"), card_make("a", "9"), card_make("b", "2"),
                               card_make("b", "2")};
    Diff diff = diff_make(draft, theirs, 4, CARD_TERM | CARD_DEFINITION, &f->arena);
    assert_string_equal(shape(f, &diff), "-0 +:0 +:1 =1:2 -2 -3 +:3");
    draft_close(draft);
}

static void what_a_source_cannot_say_counts_as_equal(void **state)
{
    Fixture *f = *state;
    Draft *draft = open_small(f);
    const DeckCard theirs[] = {card_make("a", "1")};
    Diff diff = diff_make(draft, theirs, 1, CARD_TERM | CARD_DEFINITION, &f->arena);
    assert_int_equal(diff.cards[0].kind, DIFF_SAME);
    diff = diff_make(draft, theirs, 1, ALL, &f->arena);
    assert_int_equal(diff.cards[0].fields, CARD_HINT);
    draft_close(draft);
}

static void all_of_it_is_taken_over_as_one_step(void **state)
{
    Fixture *f = *state;
    Draft *draft = open_small(f);
    draft_insert(draft, 3, (const DeckCard[]){card_make("", "")}, 1);
    const DeckCard theirs[] = {card_make("n", "0"), card_make("a", "9"), card_make("m", "7"),
                               card_make("d", "4"), card_make("e", "5")};
    Diff diff = diff_make(draft, theirs, 5, CARD_TERM | CARD_DEFINITION, &f->arena);
    assert_string_equal(shape(f, &diff), "+:0 ~0:1 -1 -2 +:2 =4:3 +:4");
    diff_apply(draft, theirs, &diff, false, STR("update"));
    assert_string_equal(terms(f, draft), "n0a9b2c3m7d4e5");
    assert_int_equal(draft_count(draft), 8);
    assert_text(draft_card(draft, 1)->id, "one");
    assert_text(draft_card(draft, 1)->hint, "h");
    assert_text(draft_undo_name(draft), "update");
    draft_undo(draft);
    assert_string_equal(terms(f, draft), "a1b2c3d4");
    diff = diff_make(draft, theirs, 5, CARD_TERM | CARD_DEFINITION, &f->arena);
    diff_apply(draft, theirs, &diff, true, STR("update"));
    assert_string_equal(terms(f, draft), "n0a9m7d4e5");
    draft_undo(draft);
    draft_redo(draft);
    assert_string_equal(terms(f, draft), "n0a9m7d4e5");
    draft_close(draft);
}

static void another_order_is_taken_over_too(void **state)
{
    Fixture *f = *state;
    Draft *draft = open_small(f);
    const DeckCard theirs[] = {card_make("d", "4"), card_make("n", "0"), card_make("a", "1"),
                               card_make("b", "2")};
    Diff diff = diff_make(draft, theirs, 4, CARD_TERM | CARD_DEFINITION, &f->arena);
    assert_true(diff.is_moved);
    assert_string_equal(shape(f, &diff), "=3:0 +:1 =0:2 =1:3 -2");
    diff_apply(draft, theirs, &diff, false, STR("update"));
    assert_string_equal(terms(f, draft), "d4n0a1b2c3");
    draft_undo(draft);
    assert_string_equal(terms(f, draft), "a1b2c3d4");
    draft_close(draft);
}

static void what_was_not_chosen_stays_as_it_is(void **state)
{
    Fixture *f = *state;
    Draft *draft = open_small(f);
    const DeckCard theirs[] = {card_make("n", "0"), card_make("d", "5"), card_make("a", "9"),
                               card_make("m", "7")};
    Diff diff = diff_make(draft, theirs, 4, CARD_TERM | CARD_DEFINITION, &f->arena);
    assert_string_equal(shape(f, &diff), "+:0 ~3:1 ~0:2 -1 -2 +:3");
    assert_true(diff.is_moved);
    Diff chosen = diff_choose(&diff, (const bool[]){true, false, true, true, false, false}, false, &f->arena);
    assert_string_equal(shape(f, &chosen), "+:0 =3:1 ~0:2 -1 =2");
    assert_false(chosen.is_moved);
    assert_int_equal(chosen.fresh, 1);
    assert_int_equal(chosen.changed, 1);
    assert_int_equal(chosen.gone, 1);
    assert_int_equal(chosen.same, 2);
    diff_apply(draft, theirs, &chosen, true, STR("choose"));
    assert_string_equal(terms(f, draft), "n0a9c3d4");
    draft_undo(draft);
    assert_string_equal(terms(f, draft), "a1b2c3d4");
    draft_close(draft);
}

static void the_order_is_chosen_like_a_card(void **state)
{
    Fixture *f = *state;
    Draft *draft = open_small(f);
    const DeckCard theirs[] = {card_make("n", "0"), card_make("d", "5"), card_make("a", "9"),
                               card_make("m", "7")};
    Diff diff = diff_make(draft, theirs, 4, CARD_TERM | CARD_DEFINITION, &f->arena);
    Diff chosen = diff_choose(&diff, (const bool[]){false, true, false, false, true, false}, true, &f->arena);
    assert_string_equal(shape(f, &chosen), "~3:1 =0:2 =1 -2");
    diff_apply(draft, theirs, &chosen, true, STR("choose"));
    assert_string_equal(terms(f, draft), "d5a1b2");
    draft_undo(draft);
    const bool none[6] = {false};
    diff = diff_make(draft, theirs, 4, CARD_TERM | CARD_DEFINITION, &f->arena);
    chosen = diff_choose(&diff, none, true, &f->arena);
    diff_apply(draft, theirs, &chosen, true, STR("choose"));
    assert_string_equal(terms(f, draft), "d4a1b2c3");
    draft_undo(draft);
    assert_string_equal(terms(f, draft), "a1b2c3d4");
    draft_close(draft);
}

/* Places of the diff. */
static const char *order_shape(Fixture *f, const DiffOrder *order)
{
    Str text = order->has_before ? str_format(&f->arena, "%zu:", order->before) : STR("");
    for (size_t i = 0; i < order->count; i++)
        text = str_format(&f->arena, "%.*s %zu/%zu", STR_FMT(text), order->ours[i], order->theirs[i]);
    return str_format(&f->arena, "%.*s%s", STR_FMT(text), order->goes_on ? " and more" : "").data;
}

static void it_is_known_from_where_on_the_order_differs(void **state)
{
    Fixture *f = *state;
    Draft *draft = open_small(f);
    const DeckCard theirs[] = {card_make("n", "0"), card_make("a", "1"), card_make("d", "4"),
                               card_make("c", "3")};
    Diff diff = diff_make(draft, theirs, 4, CARD_TERM | CARD_DEFINITION, &f->arena);
    assert_string_equal(shape(f, &diff), "+:0 =0:1 -1 =3:2 =2:3");
    DiffOrder order = diff_order(&diff, &f->arena);
    assert_string_equal(order_shape(f, &order), "1: 4/3 3/4");
    draft_close(draft);
    draft =
        fixture_draft(f, STR("{\"title\": \"T\", \"cards\": [{\"term\": \"7\", \"definition\": \"x\"}]}"));
    DeckCard many[8] = {card_make("7", "x")};
    for (int i = 1; i < 8; i++) many[i] = card_make(str_format(&f->arena, "%d", i - 1).data, "x");
    draft_insert(draft, 0, many + 1, 7);
    diff = diff_make(draft, many, 8, CARD_TERM | CARD_DEFINITION, &f->arena);
    order = diff_order(&diff, &f->arena);
    assert_string_equal(order_shape(f, &order), " 1/0 2/1 3/2 4/3 5/4 6/5 and more");
    draft_close(draft);
}

static void a_hundred_thousand_namesakes_take_no_time(void **state)
{
    Fixture *f = *state;
    Draft *draft = open_small(f);
    DeckCard *cards = ARENA_NEW_N(&f->arena, DeckCard, 100000);
    for (int i = 0; i < 100000; i++) cards[i] = card_make("same", i % 2 ? "x" : "y");
    draft_insert(draft, 4, cards, 100000);
    Diff diff = diff_make(draft, cards, 100000, ALL, &f->arena);
    assert_int_equal(diff.same, 100000);
    assert_int_equal(diff.gone, 4);
    draft_close(draft);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        EDIT_TEST(cards_belong_together_by_their_id),
        EDIT_TEST(cards_without_ids_belong_together_by_what_they_say),
        EDIT_TEST(two_namesakes_are_not_guessed_between),
        EDIT_TEST(what_a_source_cannot_say_counts_as_equal),
        EDIT_TEST(all_of_it_is_taken_over_as_one_step),
        EDIT_TEST(another_order_is_taken_over_too),
        EDIT_TEST(what_was_not_chosen_stays_as_it_is),
        EDIT_TEST(the_order_is_chosen_like_a_card),
        EDIT_TEST(it_is_known_from_where_on_the_order_differs),
        EDIT_TEST(a_hundred_thousand_namesakes_take_no_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
