#include "unit/memory_fixture.h"

static CardMemory mastered(void)
{
    return (CardMemory){.answers = 5, .good_days = 3, .has_recalled = true, .last_p = 1, .s90 = 21};
}

static void levels_have_names(void **state)
{
    (void)state;
    assert_true(str_is(mastery_name(MASTERY_NEW), STR("New")));
    assert_true(str_is(mastery_name(MASTERY_LEARNING), STR("Learning")));
    assert_true(str_is(mastery_name(MASTERY_FAMILIAR), STR("Familiar")));
    assert_true(str_is(mastery_name(MASTERY_MASTERED), STR("Mastered")));
}

static void each_condition_of_a_level_is_needed(void **state)
{
    (void)state;
    CardMemory card = mastered(), fresh = {0};
    assert_int_equal(mastery_level(&fresh), MASTERY_NEW);
    assert_int_equal(mastery_level(&card), MASTERY_MASTERED);
    card.good_days = 2;
    assert_int_equal(mastery_level(&card), MASTERY_FAMILIAR);
    card = mastered();
    card.has_recalled = false;
    assert_int_equal(mastery_level(&card), MASTERY_FAMILIAR);
    card = mastered();
    card.s90 = 20.99;
    assert_int_equal(mastery_level(&card), MASTERY_FAMILIAR);
    card.s90 = 1;
    assert_int_equal(mastery_level(&card), MASTERY_FAMILIAR);
    card.s90 = .99;
    assert_int_equal(mastery_level(&card), MASTERY_LEARNING);
    card = mastered();
    card.last_p = .5;
    assert_int_equal(mastery_level(&card), MASTERY_MASTERED);
    card.last_p = .499;
    assert_int_equal(mastery_level(&card), MASTERY_LEARNING);
}

static void a_fading_level_is_shown_one_lower_but_never_new(void **state)
{
    (void)state;
    assert_int_equal(mastery_shown(MASTERY_MASTERED, .70), MASTERY_MASTERED);
    assert_int_equal(mastery_shown(MASTERY_MASTERED, .699), MASTERY_FAMILIAR);
    assert_int_equal(mastery_shown(MASTERY_FAMILIAR, .1), MASTERY_LEARNING);
    assert_int_equal(mastery_shown(MASTERY_LEARNING, .1), MASTERY_LEARNING);
    assert_int_equal(mastery_shown(MASTERY_NEW, .1), MASTERY_NEW);
}

static void a_bar_is_full_at_three_weeks_and_falls_with_recall(void **state)
{
    (void)state;
    CardMemory card = mastered(), fresh = {0};
    expect_about(mastery_bar(&fresh, .2), 0, 0);
    expect_about(mastery_bar(&card, 1), 1, 1e-12);
    expect_about(mastery_bar(&card, .8), .8, 1e-12);
    card.s90 = 400;
    expect_about(mastery_bar(&card, .9), .9, 1e-12);
    card.s90 = 1;
    expect_about(mastery_bar(&card, .9), .9 * .224243, 1e-6);
    card.s90 = 0;
    expect_about(mastery_bar(&card, 1), 0, 1e-12);
}

/* By answers alone, as a player gets there: three days, the last of them typed. */
static void choices_lead_to_familiar_and_typing_to_mastered(void **state)
{
    (void)state;
    Memory memory = memory_make(MODEL_FSRS7);
    Learner learner = {0};
    CardMemory card = {0};
    Evidence choice = {.format = EVIDENCE_CHOICE, .is_right = true, .choices = 6};
    Evidence typed = {.format = EVIDENCE_TYPED, .is_right = true};
    double days = 0;
    for (int32_t i = 0; i < 8; i++) {
        card_memory_apply(&memory, &learner, &card, &choice,
                          (Moment){(int64_t)(days * (double)FIXTURE_DAY_MS), (int32_t)days});
        days += fmax(1, card.s90);
    }
    assert_true(card.s90 >= 21 && card.good_days >= 3);
    assert_int_equal(mastery_level(&card), MASTERY_FAMILIAR);
    card_memory_apply(&memory, &learner, &card, &typed,
                      (Moment){(int64_t)(days * (double)FIXTURE_DAY_MS), (int32_t)days});
    assert_int_equal(mastery_level(&card), MASTERY_MASTERED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(levels_have_names),
        cmocka_unit_test(each_condition_of_a_level_is_needed),
        cmocka_unit_test(a_fading_level_is_shown_one_lower_but_never_new),
        cmocka_unit_test(a_bar_is_full_at_three_weeks_and_falls_with_recall),
        cmocka_unit_test(choices_lead_to_familiar_and_typing_to_mastered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
