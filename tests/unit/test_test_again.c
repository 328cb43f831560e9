/* A paper that waits while its deck is changed: the questions stay with their texts as they are now, and so
   do the answers that can. */
#include "play_fixture.h"

#include <string.h>

#include "base/rng.h"
#include "formats/test_state.h"

#define CHANCE 20260318

static const char *const animals =
    "{\"title\": \"Animals\", \"cards\": ["
    "{\"id\": \"cat\", \"term\": \"Cat\", \"definition\": \"It purrs\"},"
    "{\"id\": \"dog\", \"term\": \"Dog\", \"definition\": \"It barks\", \"distractors\": [\"It sings\"]},"
    "{\"id\": \"cow\", \"term\": \"Cow\", \"definition\": \"It gives milk\"},"
    "{\"id\": \"owl\", \"term\": \"Owl\", \"definition\": \"It hunts at night\"}]}";

static TestPaper *begin(Fixture *f, TestKind kind, Ask ask)
{
    TestSetup setup = test_setup_default();
    setup.kinds = 1u << kind;
    setup.ask = ask;
    TestPaper *paper = test_paper_make(&f->arena, f->index, &setup, 5);
    test_paper_apply(paper, (TestInput){.kind = TEST_ENTER}, 0);
    return paper;
}

static void answer(TestPaper *paper, uint32_t question, uint32_t option, const char *text)
{
    test_paper_apply(paper, (TestInput){.kind = TEST_GO, .number = question}, 0);
    bool is_typed = paper->questions[question].kind == TEST_TYPED;
    test_paper_apply(
        paper, (TestInput){is_typed ? TEST_TYPE : TEST_CHOOSE, option, is_typed ? str_of(text) : STR("")}, 0);
}

static uint32_t find(const TestPaper *paper, const char *card)
{
    for (uint32_t i = 0; i < paper->count; i++)
        if (str_is(paper->questions[i].deal.card_id, str_of(card))) return i;
    return paper->count;
}

static uint32_t option_of(const DealQuestion *deal, const char *card)
{
    for (uint32_t i = 0; i < deal->option_count; i++)
        if (str_is(deal->options[i].card_id, str_of(card))) return i;
    return deal->option_count;
}

/* Written, and read on the other deck. */
static TestState move(const TestPaper *paper, Fixture *to)
{
    TestSetup setup = test_setup_default();
    TestState state;
    Err err = {0};
    if (!test_state_read(test_state_write(&setup, paper, &to->arena), to->index, &to->arena, &state, &err))
        fail_msg("%s", err.text);
    return state;
}

static void a_mended_text_is_asked_with_the_answers_given(void **state)
{
    (void)state;
    Fixture f, mended;
    fixture_of_text(&f, animals);
    fixture_of_text(&mended,
                    "{\"title\": \"Animals\", \"cards\": ["
                    "{\"id\": \"bee\", \"term\": \"Bee\", \"definition\": \"It hums\"},"
                    "{\"id\": \"owl\", \"term\": \"Barn owl\", \"definition\": \"It hunts by night\"},"
                    "{\"id\": \"cat\", \"term\": \"Cat\", \"definition\": \"It purrs\"},"
                    "{\"id\": \"cow\", \"term\": \"Cow\", \"definition\": \"It gives milk\"},"
                    "{\"id\": \"dog\", \"term\": \"Dog\", \"definition\": \"It barks\"}]}");
    TestPaper *paper = begin(&f, TEST_CHOICE, ASK_DEFINITION);
    uint32_t owl = find(paper, "owl"), cat = find(paper, "cat");
    answer(paper, cat, option_of(&paper->questions[cat].deal, "owl"), "");
    answer(paper, owl, paper->questions[owl].deal.right, "");
    test_paper_apply(paper, (TestInput){.kind = TEST_TICK}, 4000);
    TestState moved = move(paper, &mended);
    assert_int_equal(moved.lost.gone + moved.lost.opened, 0);
    assert_int_equal(moved.paper->count, 4);
    assert_int_equal(moved.paper->front, owl);
    assert_int_equal(moved.paper->spent_ms, 4000);
    assert_int_equal(moved.paper->since_ms, TEST_STANDS);
    const TestQuestion *asked = &moved.paper->questions[owl];
    assert_true(str_is(asked->deal.prompt, STR("It hunts by night")));
    assert_int_equal(asked->chosen, asked->deal.right);
    asked = &moved.paper->questions[cat];
    assert_true(str_is(asked->deal.options[asked->chosen].text, STR("Barn owl")));
    test_paper_apply(moved.paper, (TestInput){.kind = TEST_HAND_IN}, 5000);
    assert_true(moved.paper->questions[owl].is_right);
    assert_false(moved.paper->questions[cat].is_right);
    fixture_free(&f);
    fixture_free(&mended);
}

static void a_typed_answer_is_held_against_the_mended_card(void **state)
{
    (void)state;
    Fixture f, mended;
    fixture_of_text(&f, "{\"title\": \"T\", \"cards\": [{\"id\": \"a\", \"term\": \"Elefunt\", "
                        "\"definition\": \"It never forgets\"}]}");
    fixture_of_text(&mended, "{\"title\": \"T\", \"cards\": [{\"id\": \"a\", \"term\": \"Elephant\", "
                             "\"definition\": \"It never forgets\"}]}");
    TestPaper *paper = begin(&f, TEST_TYPED, ASK_DEFINITION);
    answer(paper, 0, 0, "elephant");
    TestState moved = move(paper, &mended);
    test_paper_apply(moved.paper, (TestInput){.kind = TEST_HAND_IN}, 5000);
    assert_true(moved.paper->questions[0].is_right);
    assert_false(moved.paper->questions[0].is_near);
    fixture_free(&f);
    fixture_free(&mended);
}

static const char *const without_owl =
    "{\"title\": \"Animals\", \"cards\": ["
    "{\"id\": \"cat\", \"term\": \"Cat\", \"definition\": \"It purrs\"},"
    "{\"id\": \"dog\", \"term\": \"Dog\", \"definition\": \"It barks\"},"
    "{\"id\": \"cow\", \"term\": \"Cow\", \"definition\": \"It gives milk\"}]}";

static void a_card_that_is_gone_is_neither_asked_nor_an_option(void **state)
{
    (void)state;
    Fixture f, left;
    fixture_of_text(&f, animals);
    fixture_of_text(&left, without_owl);
    TestPaper *paper = begin(&f, TEST_CHOICE, ASK_DEFINITION);
    uint32_t cat = find(paper, "cat"), dog = find(paper, "dog"), owl = find(paper, "owl");
    answer(paper, cat, option_of(&paper->questions[cat].deal, "owl"), "");
    answer(paper, dog, option_of(&paper->questions[dog].deal, "cow"), "");
    answer(paper, owl, 0, "");
    TestState moved = move(paper, &left);
    assert_int_equal(moved.lost.gone, 1);
    assert_int_equal(moved.lost.opened, 1);
    assert_int_equal(moved.paper->count, 3);
    assert_true(moved.paper->front < 3);
    assert_int_equal(find(moved.paper, "owl"), 3);
    assert_false(test_question_is_answered(&moved.paper->questions[find(moved.paper, "cat")]));
    const TestQuestion *asked = &moved.paper->questions[find(moved.paper, "dog")];
    assert_true(str_is(asked->deal.options[asked->chosen].card_id, STR("cow")));
    for (uint32_t i = 0; i < 3; i++) assert_int_equal(moved.paper->questions[i].deal.option_count, 3);
    fixture_free(&f);
    fixture_free(&left);
}

static void a_distractor_that_is_gone_is_no_option(void **state)
{
    (void)state;
    Fixture f, left;
    fixture_of_text(&f, animals);
    fixture_of_text(&left, without_owl);
    TestPaper *paper = begin(&f, TEST_CHOICE, ASK_TERM);
    uint32_t dog = find(paper, "dog");
    uint32_t own = option_of(&paper->questions[dog].deal, "");
    assert_true(str_is(paper->questions[dog].deal.options[own].text, STR("It sings")));
    answer(paper, dog, own, "");
    TestState same = move(paper, &f);
    assert_int_equal(same.paper->questions[dog].chosen, own);
    TestState moved = move(paper, &left);
    assert_int_equal(moved.lost.opened, 1);
    assert_false(test_question_is_answered(&moved.paper->questions[find(moved.paper, "dog")]));
    fixture_free(&f);
    fixture_free(&left);
}

/* The cat is mended so that it purrs no more but barks: beside "It barks" it would be right. */
static void what_is_right_by_now_is_no_wrong_option(void **state)
{
    (void)state;
    Fixture f, alike;
    fixture_of_text(&f, animals);
    fixture_of_text(&alike, "{\"title\": \"Animals\", \"cards\": ["
                            "{\"id\": \"cat\", \"term\": \"Cat\", \"definition\": \"It barks\"},"
                            "{\"id\": \"dog\", \"term\": \"Dog\", \"definition\": \"It barks\"},"
                            "{\"id\": \"cow\", \"term\": \"Cow\", \"definition\": \"It gives milk\"},"
                            "{\"id\": \"owl\", \"term\": \"Owl\", \"definition\": \"It hunts at night\"}]}");
    TestPaper *paper = begin(&f, TEST_CHOICE, ASK_DEFINITION);
    TestState moved = move(paper, &alike);
    const DealQuestion *deal = &moved.paper->questions[find(moved.paper, "dog")].deal;
    assert_int_equal(option_of(deal, "cat"), deal->option_count);
    paper = begin(&f, TEST_MATCHING, ASK_DEFINITION);
    moved = move(paper, &alike);
    uint32_t typed = 0;
    for (uint32_t i = 0; i < moved.paper->count; i++) typed += moved.paper->questions[i].kind == TEST_TYPED;
    assert_int_equal(moved.paper->count, 4);
    assert_int_equal(typed, 1); /* cat or dog: they cannot be matched side by side */
    fixture_free(&f);
    fixture_free(&alike);
}

static void a_block_closes_up(void **state)
{
    (void)state;
    Fixture f, left;
    fixture_of_text(&f, animals);
    fixture_of_text(&left, without_owl);
    TestPaper *paper = begin(&f, TEST_MATCHING, ASK_DEFINITION);
    static const char *const cards[] = {"cat", "dog", "cow", "owl"};
    for (int i = 0; i < 4; i++) { /* the dog has the owl, the others themselves */
        uint32_t at = find(paper, cards[i]);
        const char *chosen = i == 1 ? "owl" : cards[i];
        if (i < 3) answer(paper, at, option_of(&paper->questions[at].deal, chosen), "");
    }
    TestState moved = move(paper, &left);
    assert_int_equal(moved.paper->count, 3);
    assert_int_equal(moved.lost.opened, 1);
    for (uint32_t i = 0; i < 3; i++) {
        const TestQuestion *question = &moved.paper->questions[i];
        assert_int_equal(question->block, 0);
        assert_int_equal(question->block_count, 3);
        bool is_dog = str_is(question->deal.card_id, STR("dog"));
        assert_int_equal(question->chosen, is_dog ? TEST_NOT_CHOSEN : question->deal.right);
    }
    fixture_free(&f);
    fixture_free(&left);
}

static void what_stands_alone_is_typed_and_an_empty_paper_is_none(void **state)
{
    (void)state;
    Fixture f, one, other;
    fixture_of_text(&f, animals);
    fixture_of_text(&one, "{\"title\": \"A\", \"cards\": [{\"id\": \"cow\", \"term\": \"Cow\", "
                          "\"definition\": \"It gives milk\"}]}");
    fixture_of_text(&other, "{\"title\": \"A\", \"cards\": [{\"id\": \"bee\", \"term\": \"Bee\", "
                            "\"definition\": \"It hums\"}]}");
    for (TestKind kind = TEST_CHOICE; kind <= TEST_MATCHING; kind++) {
        TestPaper *paper = begin(&f, kind, ASK_DEFINITION);
        uint32_t cow = find(paper, "cow");
        answer(paper, cow, paper->questions[cow].deal.right, "");
        TestState moved = move(paper, &one);
        assert_int_equal(moved.paper->count, 1);
        assert_int_equal(moved.paper->questions[0].kind, TEST_TYPED);
        assert_int_equal(moved.lost.gone, 3);
        assert_int_equal(moved.lost.opened, 1);
        moved = move(paper, &other);
        assert_null(moved.paper);
        assert_int_equal(moved.lost.gone, 4);
    }
    fixture_free(&f);
    fixture_free(&one);
    fixture_free(&other);
}

/* --- whatever is changed --- */

static void check_whole(const TestPaper *paper)
{
    assert_true(paper->front < paper->count);
    for (uint32_t i = 0; i < paper->count; i++) {
        const TestQuestion *question = &paper->questions[i];
        const DealQuestion *deal = &question->deal;
        bool is_choice = question->kind == TEST_CHOICE || question->kind == TEST_MATCHING;
        assert_true(deal->right < deal->option_count);
        assert_true(str_is(deal->options[deal->right].card_id, deal->card_id));
        assert_true(deal->option_count > 1 || !is_choice);
        assert_true(question->kind == TEST_TYPED || question->chosen == TEST_NOT_CHOSEN ||
                    question->chosen < (question->kind == TEST_TRUE_FALSE ? 2 : deal->option_count));
        for (uint32_t k = 0; k < deal->option_count; k++)
            if (k != deal->right) assert_false(str_is(deal->options[k].card_id, deal->card_id));
        if (question->kind != TEST_MATCHING) continue;
        assert_true(question->block <= i && i < question->block + question->block_count);
        assert_int_equal(deal->option_count, question->block_count);
    }
}

/* Some of 24 cards, some of them with other texts, some with texts of each other. */
static void make_changed(Fixture *f, Rng *rng)
{
    Arena text;
    arena_init(&text, 0);
    StrBuf json;
    str_buf_init(&json, &text);
    str_buf_addf(&json, "{\"title\": \"Numbered\", \"cards\": [{\"id\": \"new\", \"term\": \"a new one\", "
                        "\"definition\": \"not there before\"}");
    for (unsigned i = 0; i < 24; i++) {
        unsigned of_term = rng_below(rng, 8) ? i : (unsigned)rng_below(rng, 24);
        if (rng_below(rng, 4) == 0) continue;
        str_buf_addf(&json, ",{\"id\": \"c%u\", \"term\": \"word %u\", \"definition\": \"meaning %u\"}", i,
                     of_term, i);
    }
    str_buf_addf(&json, "]}");
    fixture_of_text(f, str_buf_str(&json).data);
    arena_deinit(&text);
}

static void whatever_is_changed_the_paper_is_whole(void **state)
{
    (void)state;
    Rng rng;
    rng_seed(&rng, CHANCE);
    for (int round = 0; round < 60; round++) {
        Fixture f;
        fixture_of_count(&f, 24);
        TestSetup setup = test_setup_default();
        setup.kinds = TEST_ALL_KINDS;
        setup.questions = 24;
        setup.ask = ASK_BOTH;
        TestPaper *paper = test_paper_make(&f.arena, f.index, &setup, rng_next(&rng));
        test_paper_apply(paper, (TestInput){.kind = TEST_ENTER}, 0);
        for (uint32_t i = 0; i < 16; i++)
            answer(paper, (uint32_t)rng_below(&rng, 24), (uint32_t)rng_below(&rng, 4), "typed");
        Fixture changed;
        make_changed(&changed, &rng);
        TestState moved = move(paper, &changed);
        if (moved.paper) check_whole(moved.paper);
        assert_int_equal((moved.paper ? moved.paper->count : 0) + moved.lost.gone, paper->count);
        fixture_free(&changed);
        fixture_free(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mended_text_is_asked_with_the_answers_given),
        cmocka_unit_test(a_typed_answer_is_held_against_the_mended_card),
        cmocka_unit_test(a_card_that_is_gone_is_neither_asked_nor_an_option),
        cmocka_unit_test(a_distractor_that_is_gone_is_no_option),
        cmocka_unit_test(what_is_right_by_now_is_no_wrong_option),
        cmocka_unit_test(a_block_closes_up),
        cmocka_unit_test(what_stands_alone_is_typed_and_an_empty_paper_is_none),
        cmocka_unit_test(whatever_is_changed_the_paper_is_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
