/* The test as a value: what is asked, what inputs do to it in any order, what comes of it. */
#include "play_fixture.h"
#include "study/test_report.h"

#define CHANCE 20261126

static TestPaper *paper_of(Fixture *f, TestSetup setup, uint64_t seed)
{
    TestPaper *paper = test_paper_make(&f->arena, f->index, &setup, seed);
    assert_non_null(paper);
    return paper;
}

static TestSetup all_kinds(uint32_t questions)
{
    TestSetup setup = test_setup_default();
    setup.kinds = TEST_ALL_KINDS;
    setup.questions = questions;
    setup.ask = ASK_BOTH;
    return setup;
}

static void apply(TestPaper *paper, TestInputKind kind, uint32_t number, int64_t at_ms)
{
    test_paper_apply(paper, (TestInput){.kind = kind, .number = number}, at_ms);
}

static void type(TestPaper *paper, Str text, int64_t at_ms)
{
    test_paper_apply(paper, (TestInput){.kind = TEST_TYPE, .text = text}, at_ms);
}

/* Answers the question in front, rightly or not. */
static void answer(TestPaper *paper, bool rightly, int64_t at_ms)
{
    const TestQuestion *question = &paper->questions[paper->front];
    const DealQuestion *deal = &question->deal;
    if (question->kind == TEST_TYPED)
        type(paper, rightly ? deal->options[deal->right].text : STR("zzzz"), at_ms);
    else if (question->kind == TEST_TRUE_FALSE)
        apply(paper, TEST_CHOOSE, (question->claim == deal->right) == rightly ? TEST_TRUE : TEST_FALSE,
              at_ms);
    else
        apply(paper, TEST_CHOOSE, rightly ? deal->right : (deal->right + 1) % deal->option_count, at_ms);
}

static void answer_all(TestPaper *paper, bool rightly)
{
    for (uint32_t i = 0; i < paper->count; i++) {
        apply(paper, TEST_GO, i, 0);
        answer(paper, rightly, 0);
    }
}

/* --- the paper --- */

/* By text: the answer is there once, and no other option would be a right answer to the prompt. */
static void check_question(const Fixture *f, const TestQuestion *question)
{
    const DealQuestion *deal = &question->deal;
    uint32_t least = question->kind == TEST_CHOICE || question->kind == TEST_MATCHING ? 2 : 1;
    assert_in_range(deal->option_count, least, TEST_BLOCK);
    assert_true(deal->right < deal->option_count);
    assert_true(question->claim < deal->option_count);
    assert_int_equal(deal->options[deal->right].card, deal->card);
    for (uint32_t i = 0; i < deal->option_count; i++) {
        if (i == deal->right) continue;
        const DealOption *other = &deal->options[i];
        assert_false(str_is(other->text, deal->options[deal->right].text));
        if (other->card != DECK_NO_CARD) assert_false(clash_is(f->index->clash, other->card, deal->card));
        if (deal->ask == ASK_TERM)
            assert_false(clash_is_definition_of(f->index->clash, deal->card, other->text));
    }
}

static void check_block(const TestPaper *paper, uint32_t at)
{
    const TestQuestion *question = &paper->questions[at];
    assert_in_range(at, question->block, question->block + question->block_count - 1);
    assert_in_range(question->block_count, 2, TEST_BLOCK);
    uint32_t taken = 0;
    for (uint32_t i = 0; i < question->block_count; i++) {
        const TestQuestion *other = &paper->questions[question->block + i];
        assert_int_equal(other->kind, TEST_MATCHING);
        assert_int_equal(other->deal.ask, question->deal.ask);
        assert_memory_equal(other->deal.options, question->deal.options,
                            question->block_count * sizeof *question->deal.options);
        taken |= 1u << other->deal.right;
    }
    assert_int_equal(taken, (1u << question->block_count) - 1);
}

static void check_paper(const Fixture *f, const TestPaper *paper)
{
    for (uint32_t i = 0; i < paper->count; i++) {
        check_question(f, &paper->questions[i]);
        if (paper->questions[i].kind == TEST_MATCHING) check_block(paper, i);
        for (uint32_t j = 0; j < i; j++)
            assert_int_not_equal(paper->questions[i].deal.card, paper->questions[j].deal.card);
    }
}

static void every_question_has_exactly_one_right_option(void **state)
{
    (void)state;
    for (size_t d = 0; d < SHIPPED_DECKS; d++) {
        Fixture f;
        fixture_of_file(&f, shipped_decks[d]);
        for (unsigned kinds = 1; kinds <= TEST_ALL_KINDS; kinds++) {
            TestSetup setup = all_kinds(13 + kinds);
            setup.kinds = kinds;
            TestPaper *paper = paper_of(&f, setup, 7919u * kinds + d);
            uint32_t pool = deck_count(f.deck);
            assert_int_equal(paper->count, 13 + kinds < pool ? 13 + kinds : pool);
            check_paper(&f, paper);
        }
        fixture_free(&f);
    }
}

static void a_seed_makes_the_same_paper_and_another_one_another(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_file(&f, "decks/world-capitals.json");
    TestPaper *a = paper_of(&f, all_kinds(20), 5), *b = paper_of(&f, all_kinds(20), 5);
    TestPaper *c = paper_of(&f, all_kinds(20), 6);
    assert_memory_equal(a->questions, b->questions, a->count * sizeof *a->questions);
    assert_memory_not_equal(a->questions, c->questions, a->count * sizeof *a->questions);
    fixture_free(&f);
}

static void the_kinds_share_the_questions_evenly(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_count(&f, 60);
    TestPaper *paper = paper_of(&f, all_kinds(22), 3);
    uint32_t counts[TEST_KINDS] = {0};
    for (uint32_t i = 0; i < paper->count; i++) counts[paper->questions[i].kind]++;
    assert_int_equal(counts[TEST_TRUE_FALSE], 6);
    assert_int_equal(counts[TEST_CHOICE], 6);
    assert_int_equal(counts[TEST_MATCHING], 5);
    assert_int_equal(counts[TEST_TYPED], 5);
    fixture_free(&f);
}

static void half_of_the_claims_are_true(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_count(&f, 300);
    TestSetup setup = all_kinds(200);
    setup.kinds = 1u << TEST_TRUE_FALSE;
    uint32_t true_ones = 0, all = 0;
    for (uint64_t seed = 0; seed < 5; seed++) {
        TestPaper *paper = paper_of(&f, setup, seed);
        for (uint32_t i = 0; i < paper->count; i++, all++)
            true_ones += paper->questions[i].claim == paper->questions[i].deal.right;
    }
    assert_in_range(true_ones, all * 45 / 100, all * 55 / 100);
    fixture_free(&f);
}

static void what_cannot_be_chosen_is_typed(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_text(&f, "{\"title\": \"One\", \"cards\": [{\"term\": \"a\", \"definition\": \"b\"}]}");
    for (unsigned kinds = 1; kinds <= TEST_ALL_KINDS; kinds++) {
        TestSetup setup = all_kinds(10);
        setup.kinds = kinds;
        TestPaper *paper = paper_of(&f, setup, kinds);
        assert_int_equal(paper->count, 1);
        bool is_claim = paper->questions[0].kind == TEST_TRUE_FALSE;
        assert_true(is_claim || paper->questions[0].kind == TEST_TYPED);
    }
    fixture_free(&f);
}

static void cards_that_clash_are_never_matched_with_each_other(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_text(
        &f, "{\"title\": \"Clash\", \"cards\": ["
            "{\"term\": \"a\", \"definition\": \"one\"}, {\"term\": \"b\", \"definition\": \"one\"},"
            "{\"term\": \"c\", \"definition\": \"one\"}, {\"term\": \"d\", \"definition\": \"two\"}]}");
    TestSetup setup = all_kinds(4);
    setup.kinds = 1u << TEST_MATCHING;
    for (uint64_t seed = 0; seed < 40; seed++) {
        TestPaper *paper = paper_of(&f, setup, seed);
        assert_int_equal(paper->count, 4);
        check_paper(&f, paper);
    }
    fixture_free(&f);
}

static void tags_and_missed_cards_choose_what_is_asked(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_file(&f, "decks/world-capitals.json");
    TestSetup setup = all_kinds(200);
    const Str tags[] = {STR("europe")};
    setup.tags = tags;
    setup.tag_count = 1;
    uint32_t tag = deck_find_tag(f.deck, tags[0]);
    TestPaper *paper = paper_of(&f, setup, 1);
    assert_int_equal(paper->count, deck_tag_cards(f.deck, tag));
    for (uint32_t i = 0; i < paper->count; i++)
        assert_true(deck_card_has_tag(f.deck, paper->questions[i].deal.card, tag));
    const uint32_t cards[] = {4, 9};
    setup.cards = cards;
    setup.card_count = 2;
    paper = paper_of(&f, setup, 1);
    assert_int_equal(paper->count, 2);
    check_paper(&f, paper);
    const Str nowhere[] = {STR("atlantis")};
    setup = all_kinds(20);
    setup.tags = nowhere;
    setup.tag_count = 1;
    assert_null(test_paper_make(&f.arena, f.index, &setup, 1));
    fixture_free(&f);
}

/* --- inputs --- */

static void check_invariants(const TestPaper *paper, int64_t now_ms)
{
    int64_t sum = 0;
    assert_true(paper->front < paper->count);
    for (uint32_t i = 0; i < paper->count; i++) {
        const TestQuestion *question = &paper->questions[i];
        sum += question->response_ms;
        if (question->chosen == TEST_NOT_CHOSEN || question->kind != TEST_MATCHING) continue;
        assert_true(question->chosen < question->deal.option_count);
        assert_in_range(question->open, 1, question->block_count);
        for (uint32_t j = question->block; j < i; j++)
            assert_int_not_equal(paper->questions[j].chosen, question->chosen);
    }
    assert_int_equal(sum, paper->spent_ms);
    if (paper->setup.limit_min) assert_true(paper->spent_ms <= paper->setup.limit_min * INT64_C(60000));
    if (paper->is_timed_out) assert_true(paper->is_over);
    assert_true(test_paper_left_ms(paper, now_ms) >= 0);
}

static void any_order_of_inputs_keeps_the_paper_whole(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_file(&f, "decks/periodic-table.json");
    Rng rng;
    rng_seed(&rng, CHANCE);
    for (int sitting = 0; sitting < 60; sitting++) {
        TestSetup setup = all_kinds(1 + (uint32_t)rng_below(&rng, 40));
        setup.kinds = 1 + (unsigned)rng_below(&rng, TEST_ALL_KINDS);
        setup.limit_min = rng_below(&rng, 2) ? 2 : 0;
        TestPaper *paper = paper_of(&f, setup, rng_next(&rng));
        int64_t now_ms = 1000;
        for (int step = 0; step < 300; step++) {
            TestInput input = {
                .kind = (TestInputKind)rng_below(&rng, rng_below(&rng, 40) ? TEST_HAND_IN : TEST_HAND_IN + 1),
                .number = (uint32_t)rng_below(&rng, rng_below(&rng, 3) ? 6 : 60),
                .text = rng_below(&rng, 2) ? STR("Iron") : STR("\xC3\xA9t\xC3\xA9 ")};
            now_ms += (int64_t)rng_below(&rng, 900);
            test_paper_apply(paper, input, now_ms);
            check_invariants(paper, now_ms);
        }
    }
    fixture_free(&f);
}

static void answers_can_be_changed_until_it_is_handed_in(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_count(&f, 40);
    TestPaper *paper = paper_of(&f, all_kinds(16), 11);
    apply(paper, TEST_ENTER, 0, 0);
    answer_all(paper, false);
    answer_all(paper, true);
    assert_int_equal(test_paper_answered(paper), paper->count);
    apply(paper, TEST_HAND_IN, 0, 0);
    assert_true(paper->is_over);
    for (uint32_t i = 0; i < paper->count; i++) assert_true(paper->questions[i].is_right);
    apply(paper, TEST_GO, 0, 0);
    answer(paper, false, 0);
    assert_true(paper->questions[0].is_right);
    fixture_free(&f);
}

static void an_option_that_another_pair_has_is_taken_from_it(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_count(&f, 40);
    TestSetup setup = all_kinds(5);
    setup.kinds = 1u << TEST_MATCHING;
    TestPaper *paper = paper_of(&f, setup, 2);
    apply(paper, TEST_ENTER, 0, 0);
    apply(paper, TEST_CHOOSE, 3, 0);
    assert_int_equal(paper->front, 1);
    assert_int_equal(paper->questions[0].open, 5);
    apply(paper, TEST_CHOOSE, 3, 0);
    assert_int_equal(paper->questions[0].chosen, TEST_NOT_CHOSEN);
    assert_int_equal(paper->questions[1].chosen, 3);
    assert_int_equal(paper->questions[1].open, 5);
    assert_int_equal(paper->front, 2);
    apply(paper, TEST_CHOOSE, 0, 0);
    assert_int_equal(paper->questions[2].open, 4);
    apply(paper, TEST_CHOOSE, 1, 0);
    apply(paper, TEST_CHOOSE, 2, 0);
    assert_int_equal(paper->front, 0);
    apply(paper, TEST_CHOOSE, 4, 0);
    assert_int_equal(paper->questions[0].open, 1);
    assert_int_equal(test_paper_answered(paper), 5);
    fixture_free(&f);
}

/* --- the clock --- */

static void the_clock_stands_while_the_paper_is_put_away(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_count(&f, 30);
    TestSetup setup = all_kinds(10);
    setup.limit_min = 5;
    TestPaper *paper = paper_of(&f, setup, 1);
    assert_int_equal(test_paper_left_ms(paper, 99999), 300000);
    apply(paper, TEST_ENTER, 0, 1000);
    apply(paper, TEST_GO, 4, 3000);
    apply(paper, TEST_LEAVE, 0, 10000);
    assert_int_equal(paper->questions[0].response_ms, 2000);
    assert_int_equal(paper->questions[4].response_ms, 7000);
    assert_int_equal(test_paper_deadline_ms(paper), INT64_MAX);
    apply(paper, TEST_ENTER, 0, 5000000);
    assert_int_equal(test_paper_left_ms(paper, 5001000), 290000);
    assert_int_equal(test_paper_deadline_ms(paper), 5000000 + 291000);
    apply(paper, TEST_TICK, 0, 4000000); /* a clock that goes back takes nothing */
    assert_int_equal(paper->spent_ms, 9000);
    fixture_free(&f);
}

static void the_limit_hands_in_by_itself(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_count(&f, 30);
    TestSetup setup = all_kinds(10);
    setup.limit_min = 1;
    TestPaper *paper = paper_of(&f, setup, 1);
    apply(paper, TEST_ENTER, 0, 0);
    answer(paper, true, 1000);
    apply(paper, TEST_GO, 3, 2000);
    apply(paper, TEST_CHOOSE, 0, 60000); /* too late by nothing */
    assert_true(paper->is_over && paper->is_timed_out);
    assert_int_equal(paper->spent_ms, 60000);
    assert_false(test_question_is_answered(&paper->questions[3]));
    StudyFact fact;
    assert_true(test_paper_fact(paper, 0, &fact));
    assert_false(test_paper_fact(paper, 3, &fact)); /* cut off */
    assert_false(test_paper_fact(paper, 5, &fact)); /* never seen */
    fixture_free(&f);
}

/* --- what comes of it --- */

static void a_fact_says_how_the_answer_was_come_by(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_count(&f, 40);
    TestPaper *paper = paper_of(&f, all_kinds(20), 4);
    apply(paper, TEST_ENTER, 0, 0);
    for (uint32_t i = 0; i < paper->count; i++) {
        apply(paper, TEST_GO, i, 1000 * i);
        answer(paper, true, 1000 * i + 500);
    }
    apply(paper, TEST_LOOK_AWAY, 0, 20000);
    apply(paper, TEST_HAND_IN, 0, 20000);
    static const EvidenceFormat formats[] = {EVIDENCE_TRUE_FALSE, EVIDENCE_CHOICE, EVIDENCE_MATCH,
                                             EVIDENCE_TYPED};
    uint32_t forced = 0;
    for (uint32_t i = 0; i < paper->count; i++) {
        StudyFact fact;
        assert_true(test_paper_fact(paper, i, &fact));
        const TestQuestion *question = &paper->questions[i];
        assert_int_equal(fact.evidence.format, formats[question->kind]);
        assert_true(fact.evidence.is_right);
        assert_int_equal(fact.card, question->deal.card);
        assert_int_equal(fact.chosen_card, DECK_NO_CARD);
        assert_true(fact.evidence.read_characters > 0);
        assert_int_equal(fact.evidence.lost_focus, i == paper->front);
        forced += fact.evidence.is_forced;
    }
    assert_int_equal(forced, 1); /* the last pair of the one block */
    fixture_free(&f);
}

static void a_wrong_option_names_the_card_that_was_taken_for_it(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_count(&f, 40);
    TestSetup setup = all_kinds(10);
    setup.kinds = 1u << TEST_CHOICE;
    TestPaper *paper = paper_of(&f, setup, 4);
    apply(paper, TEST_ENTER, 0, 0);
    answer(paper, false, 0);
    apply(paper, TEST_GO, 1, 0);
    apply(paper, TEST_HAND_IN, 0, 900);
    StudyFact fact;
    assert_true(test_paper_fact(paper, 0, &fact));
    const TestQuestion *question = &paper->questions[0];
    assert_false(fact.evidence.is_right);
    assert_int_equal(fact.chosen_card, question->deal.options[question->chosen].card);
    assert_true(test_paper_fact(paper, 1, &fact)); /* seen and left open: not known */
    assert_false(fact.evidence.is_right);
    assert_int_equal(fact.chosen.size, 0);
    assert_int_equal(fact.evidence.response_ms, 900);
    fixture_free(&f);
}

static void the_report_counts_by_kind_and_by_tag(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_file(&f, "decks/world-capitals.json");
    TestPaper *paper = paper_of(&f, all_kinds(20), 4);
    apply(paper, TEST_ENTER, 0, 0);
    for (uint32_t i = 0; i < paper->count; i++) {
        if (paper->questions[i].kind == TEST_MATCHING) continue;
        apply(paper, TEST_GO, i, 0);
        answer(paper, i % 4 != 1, 0);
    }
    apply(paper, TEST_HAND_IN, 0, 400000);
    TestReport report = test_report_make(&f.arena, paper, STR("Mira"), 1234567890123);
    uint32_t right = 0, total = 0;
    for (int kind = 0; kind < TEST_KINDS; kind++) {
        right += report.kinds[kind].right;
        total += report.kinds[kind].total;
    }
    assert_int_equal(total, 20);
    assert_int_equal(right, report.right);
    assert_int_equal(report.kinds[TEST_MATCHING].right, 0);
    assert_int_equal(test_report_percent(&report), right * 5);
    assert_int_equal(report.length_ms, 400000);
    for (uint32_t t = 0; t < report.tag_count; t++) {
        uint32_t tag = deck_find_tag(f.deck, report.tags[t].name), asked = 0;
        for (uint32_t i = 0; i < paper->count; i++)
            asked += deck_card_has_tag(f.deck, paper->questions[i].deal.card, tag);
        assert_int_equal(report.tags[t].total, asked);
    }
    fixture_free(&f);
}

static void the_line_is_at_seventy_percent(void **state)
{
    (void)state;
    assert_true(test_report_is_passed(&(TestReport){.right = 7, .total = 10}));
    assert_false(test_report_is_passed(&(TestReport){.right = 139, .total = 199}));
    assert_true(test_report_is_passed(&(TestReport){.right = 140, .total = 200}));
    assert_int_equal(test_report_percent(&(TestReport){.right = 199, .total = 200}), 99);
}

static void lengths_are_told_in_words(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    assert_string_equal(test_length_words(&arena, 400999).data, "6 min 40 s");
    assert_string_equal(test_length_words(&arena, 9000).data, "9 s");
    assert_string_equal(test_length_words(&arena, 3900000).data, "1 h 5 min");
    arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_question_has_exactly_one_right_option),
        cmocka_unit_test(a_seed_makes_the_same_paper_and_another_one_another),
        cmocka_unit_test(the_kinds_share_the_questions_evenly),
        cmocka_unit_test(half_of_the_claims_are_true),
        cmocka_unit_test(what_cannot_be_chosen_is_typed),
        cmocka_unit_test(cards_that_clash_are_never_matched_with_each_other),
        cmocka_unit_test(tags_and_missed_cards_choose_what_is_asked),
        cmocka_unit_test(any_order_of_inputs_keeps_the_paper_whole),
        cmocka_unit_test(answers_can_be_changed_until_it_is_handed_in),
        cmocka_unit_test(an_option_that_another_pair_has_is_taken_from_it),
        cmocka_unit_test(the_clock_stands_while_the_paper_is_put_away),
        cmocka_unit_test(the_limit_hands_in_by_itself),
        cmocka_unit_test(a_fact_says_how_the_answer_was_come_by),
        cmocka_unit_test(a_wrong_option_names_the_card_that_was_taken_for_it),
        cmocka_unit_test(the_report_counts_by_kind_and_by_tag),
        cmocka_unit_test(the_line_is_at_seventy_percent),
        cmocka_unit_test(lengths_are_told_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
