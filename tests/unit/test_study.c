#include "unit/memory_fixture.h"

#include "study/study.h"

#define NOW_MS INT64_C(1700000000000)

static const Moment now = {NOW_MS, 19675};
static StudyCard cards[4];
static StudyConfusion confusions[2];
static StudyDeck deck;

static int make_deck(void **state)
{
    (void)state;
    memset(cards, 0, sizeof cards);
    for (int i = 0; i < 4; i++) cards[i].due_ms = INT64_MAX;
    confusions[0] = (StudyConfusion){.asked = 0, .chosen = 1, .count = 4};
    confusions[1] = (StudyConfusion){.asked = 1, .chosen = 0, .count = 1};
    deck = (StudyDeck){.memory = memory_make(MODEL_FSRS7),
                       .retention = .9,
                       .cards = cards,
                       .confusions = confusions,
                       .confusion_count = 2};
    return 0;
}

static StudyFact fact_of(EvidenceFormat format, bool is_right)
{
    return (StudyFact){.card = 0,
                       .chosen_card = is_right ? DECK_NO_CARD : 1,
                       .evidence = {.format = format, .is_right = is_right, .choices = 4}};
}

static void modes_have_names_that_lead_back_to_them(void **state)
{
    (void)state;
    StudyMode found;
    for (int mode = 0; mode < STUDY_MODES; mode++) {
        assert_true(study_mode_find(study_mode_name((StudyMode)mode), &found));
        assert_int_equal(found, mode);
    }
    assert_false(study_mode_find(STR("sleep"), &found));
}

static void an_answer_steps_its_card_and_says_when_it_is_due(void **state)
{
    (void)state;
    StudyFact fact = fact_of(EVIDENCE_TYPED, true);
    assert_int_equal(study_level(&deck, 0, NOW_MS), MASTERY_NEW);
    expect_about(study_recall(&deck, 0, NOW_MS), .2, 1e-12);
    Verdict verdict = study_apply(&deck, &fact, now);
    expect_about(verdict.p, 1, 0);
    assert_true(is_same_state(cards[0].memory.state, memory_first(&deck.memory, GRADE_GOOD)));
    assert_true(cards[0].due_ms == card_memory_due_ms(&deck.memory, &cards[0].memory, .9));
    expect_about(study_recall(&deck, 0, cards[0].due_ms), .9, 1e-6);
    assert_int_equal(study_level(&deck, 0, NOW_MS), MASTERY_FAMILIAR);
    assert_int_equal(study_level(&deck, 0, NOW_MS + 3000 * FIXTURE_DAY_MS), MASTERY_LEARNING);
    for (int i = 1; i < 4; i++) assert_true(card_memory_is_new(&cards[i].memory));
}

static void a_wrong_match_is_weaker_evidence_against_the_other_card(void **state)
{
    (void)state;
    StudyFact known = fact_of(EVIDENCE_TYPED, true), wrong = fact_of(EVIDENCE_MATCH, false);
    study_apply(&deck, &known, now);
    known.card = 1;
    study_apply(&deck, &known, now);
    study_apply(&deck, &wrong, (Moment){NOW_MS + 2 * FIXTURE_DAY_MS, now.day + 2});
    assert_int_equal(cards[0].memory.answers, 2);
    assert_int_equal(cards[1].memory.answers, 2);
    assert_true(cards[0].memory.last_p < cards[1].memory.last_p);
    assert_true(cards[0].memory.s90 < cards[1].memory.s90);
    assert_true(cards[1].due_ms == card_memory_due_ms(&deck.memory, &cards[1].memory, .9));
    assert_int_equal(confusions[0].count, 5);
    assert_int_equal(confusions[1].count, 1);
}

static void a_wrong_option_is_a_confusion_but_no_evidence_against_it(void **state)
{
    (void)state;
    StudyFact wrong = fact_of(EVIDENCE_CHOICE, false);
    study_apply(&deck, &wrong, now);
    assert_true(card_memory_is_new(&cards[1].memory));
    assert_int_equal(confusions[0].count, 5);
    wrong.chosen_card = DECK_NO_CARD; /* a distractor that is no card's */
    study_apply(&deck, &wrong, now);
    assert_int_equal(cards[0].memory.answers, 2);
    assert_int_equal(confusions[0].count, 5);
}

static void a_right_answer_confuses_nothing(void **state)
{
    (void)state;
    StudyFact right = fact_of(EVIDENCE_MATCH, true);
    right.chosen_card = 1; /* another card with the same text */
    study_apply(&deck, &right, now);
    assert_true(card_memory_is_new(&cards[1].memory));
    assert_int_equal(confusions[0].count, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(modes_have_names_that_lead_back_to_them, make_deck),
        cmocka_unit_test_setup(an_answer_steps_its_card_and_says_when_it_is_due, make_deck),
        cmocka_unit_test_setup(a_wrong_match_is_weaker_evidence_against_the_other_card, make_deck),
        cmocka_unit_test_setup(a_wrong_option_is_a_confusion_but_no_evidence_against_it, make_deck),
        cmocka_unit_test_setup(a_right_answer_confuses_nothing, make_deck),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
