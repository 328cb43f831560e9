#include "unit/memory_fixture.h"

#define START_MS INT64_C(1700000000000)

static Memory fsrs7, fsrs6;

static int make_models(void **state)
{
    (void)state;
    fsrs7 = memory_make(MODEL_FSRS7);
    fsrs6 = memory_make(MODEL_FSRS6);
    return 0;
}

static Moment after_days(double days)
{
    int64_t at_ms = START_MS + (int64_t)(days * (double)FIXTURE_DAY_MS);
    return (Moment){at_ms, (int32_t)(at_ms / FIXTURE_DAY_MS)};
}

static const Evidence typed_right = {.format = EVIDENCE_TYPED, .is_right = true};
static const Evidence typed_wrong = {.format = EVIDENCE_TYPED};
static const Evidence chosen_right = {.format = EVIDENCE_CHOICE, .is_right = true, .choices = 4};
static const Evidence chosen_wrong = {.format = EVIDENCE_CHOICE, .choices = 4};

/* A card and its player. */
typedef struct {
    const Memory *memory;
    Learner learner;
    CardMemory card;
} Studied;

static Verdict answer(Studied *studied, Evidence evidence, Moment moment)
{
    return card_memory_apply(studied->memory, &studied->learner, &studied->card, &evidence, moment);
}

static void a_new_card_has_the_priors_recall_and_is_never_due(void **state)
{
    (void)state;
    Learner learner = {0};
    CardMemory card = {0};
    assert_true(card_memory_is_new(&card));
    expect_about(card_memory_recall(&fsrs7, &learner, &card, START_MS), .2, 1e-12);
    assert_true(card_memory_due_ms(&fsrs7, &card, .9) == INT64_MAX);
}

static void typed_answers_are_the_models_own_steps(void **state)
{
    (void)state;
    Studied studied = {.memory = &fsrs7};
    MemoryState plain = memory_first(&fsrs7, GRADE_GOOD);
    answer(&studied, typed_right, after_days(0));
    assert_true(is_same_state(studied.card.state, plain));
    for (int i = 1; i < 9; i++) {
        bool is_right = i % 3 > 0;
        plain = memory_step(&fsrs7, plain, card_memory_days(&studied.card, after_days(i * i).at_ms),
                            is_right ? GRADE_GOOD : GRADE_AGAIN);
        answer(&studied, is_right ? typed_right : typed_wrong, after_days(i * i));
        assert_true(is_same_state(studied.card.state, plain));
        assert_true(is_same_bits(studied.card.s90, memory_interval(&fsrs7, plain, .9)));
        assert_true(is_same_bits(studied.card.last_p, is_right ? 1 : 0));
    }
    assert_int_equal(studied.card.answers, 9);
}

static void the_chance_is_judged_by_the_recall_at_that_time(void **state)
{
    (void)state;
    Studied studied = {.memory = &fsrs7};
    answer(&studied, chosen_right, after_days(0));
    expect_about(studied.card.last_p, 1 / (1 + exp(-(log(.2 / .8) + log(.97 / .25)))), 1e-12);
    Studied before = studied;
    double recall = card_memory_recall(&fsrs7, &studied.learner, &studied.card, after_days(3).at_ms);
    Verdict verdict = answer(&studied, chosen_wrong, after_days(3));
    assert_true(is_same_bits(verdict.p, evidence_judge(&before.learner, recall, &chosen_wrong).p));
    assert_true(is_same_state(studied.card.state, evidence_step(&fsrs7, before.card.state, 3, &verdict)));
}

static void the_last_pair_of_a_match_changes_nothing_at_all(void **state)
{
    (void)state;
    const Evidence forced[] = {
        {.format = EVIDENCE_MATCH, .is_right = true, .is_forced = true, .choices = 1, .response_ms = 900},
        {.format = EVIDENCE_MATCH, .is_right = true, .is_forced = true, .choices = 5, .response_ms = 900}};
    Studied fresh = {.memory = &fsrs7}, known = {.memory = &fsrs7};
    answer(&known, typed_right, after_days(0));
    for (size_t i = 0; i < sizeof forced / sizeof *forced; i++) {
        Studied fresh_after = fresh, known_after = known;
        assert_true(answer(&fresh_after, forced[i], after_days(1)).says_nothing);
        assert_true(answer(&known_after, forced[i], after_days(1)).says_nothing);
        assert_true(card_memory_is_new(&fresh_after.card));
        assert_true(is_same_card(&known.card, &known_after.card));
        assert_memory_equal(&known.learner, &known_after.learner, sizeof known.learner);
        assert_memory_equal(&fresh.learner, &fresh_after.learner, sizeof fresh.learner);
    }
}

/* --- the same log, the same states --- */

#define CARDS   40
#define ANSWERS 3000

static void play_log(const Memory *memory, uint64_t seed, Learner *learner, CardMemory cards[CARDS])
{
    Rng rng;
    rng_seed(&rng, seed);
    *learner = (Learner){0};
    memset(cards, 0, CARDS * sizeof *cards);
    double days = 0;
    for (int i = 0; i < ANSWERS; i++) {
        Evidence evidence = random_evidence(&rng);
        days += chance(&rng) * .1;
        card_memory_apply(memory, learner, &cards[rng_below(&rng, CARDS)], &evidence, after_days(days));
    }
}

static void the_same_log_gives_the_same_states_bit_for_bit(void **state)
{
    (void)state;
    static CardMemory cards[2][CARDS];
    Learner learners[2];
    for (int model = 0; model < 2; model++) {
        const Memory *memory = model ? &fsrs6 : &fsrs7;
        for (int i = 0; i < 2; i++) play_log(memory, 11, &learners[i], cards[i]);
        for (int i = 0; i < CARDS; i++) {
            const CardMemory *card = &cards[0][i];
            assert_true(is_same_card(card, &cards[1][i]));
            assert_true(card->answers > 20 && card->s90 > 0 && card->s90 <= MEMORY_MAX_DAYS);
            assert_true(card->state.difficulty >= 1 && card->state.difficulty <= 10);
        }
        assert_memory_equal(&learners[0], &learners[1], sizeof *learners);
    }
}

/* Two cards of one player do not touch each other but through pace and prior. */
static void a_cards_answers_alone_make_its_memory_where_pace_says_nothing(void **state)
{
    (void)state;
    Studied alone = {.memory = &fsrs7}, with_others = {.memory = &fsrs7};
    CardMemory other = {0};
    answer(&alone, typed_right, after_days(0));
    answer(&with_others, typed_right, after_days(0));
    for (int i = 1; i < 10; i++) {
        card_memory_apply(&fsrs7, &with_others.learner, &other, &chosen_right, after_days(i - .5));
        answer(&alone, chosen_right, after_days(i));
        answer(&with_others, chosen_right, after_days(i));
    }
    assert_true(is_same_card(&alone.card, &with_others.card));
}

/* --- counts --- */

static void a_lapse_is_a_miss_of_what_was_known_for_a_day(void **state)
{
    (void)state;
    Studied studied = {.memory = &fsrs7};
    answer(&studied, typed_wrong, after_days(0));
    answer(&studied, typed_wrong, after_days(.01));
    assert_int_equal(studied.card.lapses, 0);
    for (int i = 1; i < 6; i++) answer(&studied, typed_right, after_days(i));
    assert_true(studied.card.s90 >= 1);
    Studied by_other = studied;
    answer(&studied, typed_wrong, after_days(9));
    assert_int_equal(studied.card.lapses, 1);
    /* Another card was asked: its text was taken for this one's. */
    answer(&by_other, (Evidence){.format = EVIDENCE_MATCH, .choices = 5, .is_other = true}, after_days(9));
    assert_int_equal(by_other.card.lapses, 0);
}

static void good_days_are_distinct_even_where_the_clock_is_set_back(void **state)
{
    (void)state;
    Studied studied = {.memory = &fsrs7};
    answer(&studied, typed_wrong, after_days(0));
    assert_int_equal(studied.card.good_days, 0);
    answer(&studied, typed_right, after_days(.001));
    answer(&studied, typed_right, after_days(.002));
    assert_int_equal(studied.card.good_days, 1);
    answer(&studied, typed_right, after_days(2));
    assert_int_equal(studied.card.good_days, 2);
    answer(&studied, typed_right, after_days(0));
    answer(&studied, typed_right, after_days(2));
    assert_int_equal(studied.card.good_days, 2);
    answer(&studied, typed_wrong, after_days(3));
    assert_int_equal(studied.card.good_days, 2);
    answer(&studied, typed_right, after_days(3.01));
    assert_int_equal(studied.card.good_days, 3);
}

static void only_typing_and_flashcards_count_as_recalled(void **state)
{
    (void)state;
    Studied studied = {.memory = &fsrs7};
    answer(&studied, chosen_right, after_days(0));
    answer(&studied, typed_wrong, after_days(1));
    answer(&studied, (Evidence){.format = EVIDENCE_CARD, .grade = GRADE_AGAIN}, after_days(2));
    assert_false(studied.card.has_recalled);
    Studied typed = studied;
    answer(&typed, typed_right, after_days(3));
    assert_true(typed.card.has_recalled);
    answer(&studied, (Evidence){.format = EVIDENCE_CARD, .grade = GRADE_HARD}, after_days(3));
    assert_true(studied.card.has_recalled);
    answer(&studied, typed_wrong, after_days(4));
    assert_true(studied.card.has_recalled);
}

static void pace_and_prior_are_learned_from_a_cards_answers_once_judged(void **state)
{
    (void)state;
    Studied studied = {.memory = &fsrs7};
    Evidence typed = typed_right;
    typed.response_ms = 3000;
    answer(&studied, typed, after_days(0));
    answer(&studied, typed, after_days(1));
    assert_int_equal(studied.learner.first_right, 1);
    assert_int_equal(studied.learner.pace[EVIDENCE_TYPED].count, 2);
    expect_about(studied.learner.pace[EVIDENCE_TYPED].x[0], log(2.7), 1e-12);
}

/* --- time --- */

static void a_clock_set_back_counts_as_no_time(void **state)
{
    (void)state;
    const Memory *models[] = {&fsrs7, &fsrs6};
    for (int i = 0; i < 2; i++) {
        Studied studied = {.memory = models[i]};
        answer(&studied, typed_right, after_days(5));
        expect_about(card_memory_days(&studied.card, after_days(1).at_ms), 0, 0);
        MemoryState plain = memory_step(models[i], studied.card.state, 0, GRADE_GOOD);
        answer(&studied, typed_right, after_days(1));
        assert_true(is_same_state(studied.card.state, plain));
        assert_true(studied.card.last_ms == after_days(1).at_ms);
    }
}

static void fsrs6_counts_days_by_the_local_calendar(void **state)
{
    (void)state;
    Studied next_day = {.memory = &fsrs6}, same_day = {.memory = &fsrs6};
    Moment evening = {START_MS, 100}, past_midnight = {START_MS + 3600000, 101};
    answer(&next_day, typed_right, evening);
    same_day = next_day;
    MemoryState first = next_day.card.state;
    answer(&next_day, typed_right, past_midnight);
    assert_true(is_same_state(next_day.card.state, memory_step(&fsrs6, first, 1, GRADE_GOOD)));
    answer(&same_day, typed_right, (Moment){START_MS + 23 * INT64_C(3600000), 100});
    assert_true(is_same_state(same_day.card.state, memory_step(&fsrs6, first, 0, GRADE_GOOD)));
}

static void it_is_due_when_recall_has_fallen_but_not_within_ten_minutes(void **state)
{
    (void)state;
    Studied studied = {.memory = &fsrs7};
    answer(&studied, typed_wrong, after_days(0));
    assert_true(card_memory_due_ms(&fsrs7, &studied.card, .9) == START_MS + CARD_MEMORY_SOONEST_MS);
    for (int i = 1; i < 4; i++) answer(&studied, typed_right, after_days(i * i));
    int64_t last = INT64_MAX;
    for (double retention = .7; retention < .98; retention += .05) {
        int64_t due_ms = card_memory_due_ms(&fsrs7, &studied.card, retention);
        expect_about(card_memory_recall(&fsrs7, &studied.learner, &studied.card, due_ms), retention, 1e-6);
        assert_true(due_ms < last);
        last = due_ms;
    }
}

static void a_leap_day_is_a_day_like_any_other(void **state)
{
    (void)state;
    /* 2024-02-28, 29 and 2024-03-01, at noon of UTC. */
    int64_t noon_ms = INT64_C(1709121600000);
    Studied studied = {.memory = &fsrs6};
    for (int i = 0; i < 3; i++) {
        MemoryState before = studied.card.state;
        Moment moment = {noon_ms + i * FIXTURE_DAY_MS, (int32_t)(noon_ms / FIXTURE_DAY_MS) + i};
        answer(&studied, typed_right, moment);
        if (i == 0) continue;
        assert_true(is_same_state(studied.card.state, memory_step(&fsrs6, before, 1, GRADE_GOOD)));
    }
    assert_int_equal(studied.card.good_days, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_card_has_the_priors_recall_and_is_never_due),
        cmocka_unit_test(typed_answers_are_the_models_own_steps),
        cmocka_unit_test(the_chance_is_judged_by_the_recall_at_that_time),
        cmocka_unit_test(the_last_pair_of_a_match_changes_nothing_at_all),
        cmocka_unit_test(the_same_log_gives_the_same_states_bit_for_bit),
        cmocka_unit_test(a_cards_answers_alone_make_its_memory_where_pace_says_nothing),
        cmocka_unit_test(a_lapse_is_a_miss_of_what_was_known_for_a_day),
        cmocka_unit_test(good_days_are_distinct_even_where_the_clock_is_set_back),
        cmocka_unit_test(only_typing_and_flashcards_count_as_recalled),
        cmocka_unit_test(pace_and_prior_are_learned_from_a_cards_answers_once_judged),
        cmocka_unit_test(a_clock_set_back_counts_as_no_time),
        cmocka_unit_test(fsrs6_counts_days_by_the_local_calendar),
        cmocka_unit_test(it_is_due_when_recall_has_fallen_but_not_within_ten_minutes),
        cmocka_unit_test(a_leap_day_is_a_day_like_any_other),
    };
    return cmocka_run_group_tests(tests, make_models, NULL);
}
