#include "unit/memory_fixture.h"

static const Learner nobody;

static Evidence choice_of(int32_t choices, bool is_right)
{
    return (Evidence){.format = EVIDENCE_CHOICE, .choices = choices, .is_right = is_right};
}

static Evidence match_of(int32_t pairs, bool is_right)
{
    return (Evidence){.format = EVIDENCE_MATCH, .choices = pairs, .is_right = is_right};
}

static double judged(double recall, Evidence evidence)
{
    return evidence_judge(&nobody, recall, &evidence).p;
}

static void formats_have_names_that_lead_back_to_them(void **state)
{
    (void)state;
    for (int format = 0; format < EVIDENCE_FORMATS; format++) {
        EvidenceFormat found;
        assert_true(evidence_format_find(evidence_format_name((EvidenceFormat)format), &found));
        assert_int_equal(found, format);
    }
    EvidenceFormat found;
    assert_false(evidence_format_find(STR("guess"), &found));
}

static void the_chance_of_having_known_it_is_as_published(void **state)
{
    (void)state;
    static const struct {
        double recall, right4, wrong4, right6, wrong6;
    } rows[] = {{.2, .492, .010, .580, .023}, {.5, .795, .038, .847, .088}, {.9, .972, .265, .980, .464}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        expect_about(judged(rows[i].recall, choice_of(4, true)), rows[i].right4, .0005);
        expect_about(judged(rows[i].recall, choice_of(4, false)), rows[i].wrong4, .0005);
        expect_about(judged(rows[i].recall, match_of(6, true)), rows[i].right6, .0005);
        expect_about(judged(rows[i].recall, match_of(6, false)), rows[i].wrong6, .0005);
    }
}

static void guess_and_slip_are_those_of_the_format(void **state)
{
    (void)state;
    Evidence choice = choice_of(5, true), match = match_of(3, false), other = match;
    Evidence true_false = {.format = EVIDENCE_TRUE_FALSE, .is_right = true};
    Verdict verdict = evidence_judge(&nobody, .5, &choice);
    expect_about(verdict.guess, .2, 0);
    expect_about(verdict.slip, .03, 0);
    verdict = evidence_judge(&nobody, .5, &match);
    expect_about(verdict.guess, 1 / 3.0, 0);
    expect_about(verdict.slip, .08, 0);
    verdict = evidence_judge(&nobody, .5, &true_false);
    expect_about(verdict.guess, .5, 0);
    expect_about(verdict.slip, .05, 0);
    expect_about(verdict.p, .95 / (.95 + .5), 1e-12);
    other.is_other = true;
    expect_about(evidence_judge(&nobody, .5, &other).slip, .35, 0);
    /* Weaker evidence against a card than to be asked for it. */
    assert_true(judged(.5, other) > judged(.5, match));
}

static void it_rises_with_recall(void **state)
{
    (void)state;
    for (int right = 0; right < 2; right++)
        for (int32_t choices = 2; choices <= 30; choices++) {
            double last_choice = 0, last_match = 0;
            for (double recall = .01; recall <= .99; recall += .02) {
                double choice = judged(recall, choice_of(choices, right));
                double match = judged(recall, match_of(choices, right));
                assert_true(choice > last_choice && match > last_match && choice < 1 && match < 1);
                last_choice = choice;
                last_match = match;
            }
        }
}

static void it_rises_with_the_number_of_options(void **state)
{
    (void)state;
    for (double recall = 0; recall <= 1; recall += .05)
        for (int32_t choices = 2; choices < 30; choices++) {
            assert_true(judged(recall, choice_of(choices + 1, true)) >
                        judged(recall, choice_of(choices, true)));
            assert_true(judged(recall, match_of(choices + 1, true)) >
                        judged(recall, match_of(choices, true)));
            /* Where a guess is unlikely, a wrong answer tells less. */
            assert_true(judged(recall, choice_of(choices + 1, false)) <
                        judged(recall, choice_of(choices, false)));
        }
}

static void the_last_pair_and_a_choice_of_one_say_nothing(void **state)
{
    (void)state;
    Evidence last = match_of(1, true), one = choice_of(1, true), forced = match_of(4, true);
    forced.is_forced = true;
    assert_true(evidence_judge(&nobody, .4, &last).says_nothing);
    assert_true(evidence_judge(&nobody, .4, &one).says_nothing);
    Verdict verdict = evidence_judge(&nobody, .4, &forced);
    assert_true(verdict.says_nothing);
    Memory memory = memory_make(MODEL_FSRS7);
    MemoryState before = memory_first(&memory, GRADE_GOOD);
    assert_true(is_same_state(evidence_step(&memory, before, 3, &verdict), before));
}

/* --- the learner --- */

#define USUAL_MS 2000

static Evidence timed(EvidenceFormat format, int32_t ms)
{
    return (Evidence){.format = format,
                      .is_right = true,
                      .grade = GRADE_GOOD,
                      .choices = 4,
                      .response_ms = 300 + ms,
                      .read_characters = 0};
}

/* Someone who has answered `count` times in about USUAL_MS: a quarter less and a quarter more by turns. */
static Learner someone(int32_t count)
{
    Learner learner = {0};
    for (int format = 0; format < EVIDENCE_FORMATS; format++)
        for (int32_t i = 0; i < count; i++) {
            int32_t off = i == 0 ? 0 : i % 2 ? USUAL_MS / 4 : -USUAL_MS / 4;
            Evidence evidence = timed((EvidenceFormat)format, USUAL_MS + off);
            learner_apply(&learner, &evidence, false);
        }
    return learner;
}

static void a_card_never_answered_is_known_as_often_as_others_were(void **state)
{
    (void)state;
    Learner learner = {0};
    Evidence typed = {.format = EVIDENCE_TYPED, .is_right = true};
    Evidence card = {.format = EVIDENCE_CARD, .grade = GRADE_AGAIN, .is_right = true};
    Evidence choice = choice_of(4, true);
    expect_about(learner_prior(&learner), .2, 1e-12);
    learner_apply(&learner, &typed, true);
    expect_about(learner_prior(&learner), 3 / 11.0, 1e-12);
    learner_apply(&learner, &card, true); /* a flashcard goes by its grade */
    expect_about(learner_prior(&learner), 3 / 12.0, 1e-12);
    learner_apply(&learner, &typed, false);
    learner_apply(&learner, &choice, true);
    expect_about(learner_prior(&learner), 3 / 12.0, 1e-12);
}

static bool has_pace(Evidence evidence)
{
    double x;
    return evidence_pace(&evidence, &x);
}

static void pace_is_the_time_beyond_reading_of_right_answers(void **state)
{
    (void)state;
    Evidence evidence = choice_of(4, true);
    evidence.response_ms = 3500;
    evidence.read_characters = 30;
    double x;
    assert_true(evidence_pace(&evidence, &x));
    expect_about(x, log(3.5 - .3 - 1.2), 1e-12);
    Evidence wrong = evidence, quick = evidence, slow = evidence, left = evidence, forced = evidence;
    wrong.is_right = false;
    assert_false(has_pace(wrong));
    quick.response_ms = 1650;
    assert_false(has_pace(quick));
    quick.response_ms = 1651;
    assert_true(has_pace(quick));
    slow.response_ms = 60001;
    assert_false(has_pace(slow));
    slow.response_ms = 60000;
    assert_true(has_pace(slow));
    left.lost_focus = true;
    assert_false(has_pace(left));
    forced.is_forced = true;
    assert_false(has_pace(forced));
}

static void the_last_fifty_count_whatever_came_before(void **state)
{
    (void)state;
    Rng rng;
    rng_seed(&rng, 5);
    Evidence last[PACE_SIZE];
    Learner all = {0}, late = {0};
    for (int i = 0; i < 200; i++) {
        Evidence evidence = timed(EVIDENCE_CHOICE, 200 + (int32_t)rng_below(&rng, 5000));
        last[i % PACE_SIZE] = evidence;
        learner_apply(&all, &evidence, false);
    }
    for (int i = 0; i < PACE_SIZE; i++) learner_apply(&late, &last[i], false);
    for (int32_t ms = 0; ms < 8000; ms += 50) {
        Evidence evidence = timed(EVIDENCE_CHOICE, ms);
        assert_true(
            is_same_bits(evidence_judge(&all, .5, &evidence).p, evidence_judge(&late, .5, &evidence).p));
    }
}

static void speed_says_nothing_of_too_few_or_untold_times(void **state)
{
    (void)state;
    Learner few = someone(PACE_LEAST - 1), enough = someone(PACE_LEAST);
    Evidence usual = timed(EVIDENCE_CHOICE, USUAL_MS);
    double plain = judged(.5, usual);
    assert_true(is_same_bits(evidence_judge(&few, .5, &usual).p, plain));
    assert_false(is_same_bits(evidence_judge(&enough, .5, &usual).p, plain));
    Evidence left = usual, quick = timed(EVIDENCE_CHOICE, 150), slow = timed(EVIDENCE_CHOICE, 60000);
    left.lost_focus = true;
    assert_true(is_same_bits(evidence_judge(&enough, .5, &left).p, plain));
    assert_true(is_same_bits(evidence_judge(&enough, .5, &quick).p, plain));
    assert_true(is_same_bits(evidence_judge(&enough, .5, &slow).p, plain));
    Evidence wrong = usual;
    wrong.is_right = false;
    assert_true(is_same_bits(evidence_judge(&enough, .5, &wrong).p, judged(.5, wrong)));
}

static double log_odds(double p)
{
    return log(p / (1 - p));
}

/* The evidence of an answer this much slower than usual, as ln(time / usual time). */
static double rho(const Learner *learner, double x)
{
    Evidence evidence = timed(EVIDENCE_CHOICE, (int32_t)lround(USUAL_MS * exp(x)));
    return log_odds(evidence_judge(learner, .5, &evidence).p) - log_odds(judged(.5, evidence));
}

static void speed_weighs_as_two_normal_curves_do_and_is_bounded(void **state)
{
    (void)state;
    Learner learner = someone(PACE_LEAST + 1);
    for (double x = -2; x <= 3; x += .1) {
        double known = exp(-x * x / (2 * .5 * .5)) / .5;
        double guessed = exp(-(x - .7) * (x - .7) / (2 * .65 * .65)) / .65;
        double wanted = fmin(fmax(log(known / guessed), -log(3)), log(3));
        expect_about(rho(&learner, x), wanted, .005);
    }
    assert_true(rho(&learner, 0) > 0 && rho(&learner, 1) < 0);
    expect_about(rho(&learner, -1), log(3), 1e-9);
    expect_about(rho(&learner, 3), -log(3), 1e-9);
}

/* --- grades --- */

static Grade grade_after(const Learner *learner, EvidenceFormat format, double x)
{
    Evidence evidence = timed(format, (int32_t)lround(USUAL_MS * exp(x)));
    return evidence_judge(learner, .5, &evidence).grade;
}

static void only_typing_is_easy_and_the_slow_is_hard(void **state)
{
    (void)state;
    Learner learner = someone(PACE_LEAST + 1);
    /* Half of the times are off by ln 1.25 or more, so that u = 1 is at about .4. */
    for (int i = 0; i < 2; i++) {
        EvidenceFormat choosing = i ? EVIDENCE_MATCH : EVIDENCE_CHOICE;
        assert_int_equal(grade_after(&learner, choosing, -1), GRADE_GOOD);
        assert_int_equal(grade_after(&learner, choosing, 0), GRADE_GOOD);
        assert_int_equal(grade_after(&learner, choosing, .6), GRADE_HARD);
    }
    assert_int_equal(grade_after(&learner, EVIDENCE_TYPED, -.6), GRADE_EASY);
    assert_int_equal(grade_after(&learner, EVIDENCE_TYPED, -.2), GRADE_GOOD);
    assert_int_equal(grade_after(&learner, EVIDENCE_TYPED, .2), GRADE_GOOD);
    assert_int_equal(grade_after(&learner, EVIDENCE_TYPED, .6), GRADE_HARD);
    assert_int_equal(grade_after(&nobody, EVIDENCE_TYPED, -.6), GRADE_GOOD);
}

static void a_near_miss_is_hard_and_a_wrong_one_again(void **state)
{
    (void)state;
    Learner learner = someone(PACE_LEAST + 1);
    Evidence typed = timed(EVIDENCE_TYPED, USUAL_MS / 4);
    typed.is_near = true;
    assert_int_equal(evidence_judge(&learner, .5, &typed).grade, GRADE_HARD);
    typed.is_right = typed.is_near = false;
    assert_int_equal(evidence_judge(&learner, .5, &typed).grade, GRADE_AGAIN);
}

static void a_player_grades_flashcards_whatever_the_time(void **state)
{
    (void)state;
    Learner learner = someone(PACE_LEAST + 1);
    for (Grade grade = GRADE_AGAIN; grade <= GRADE_EASY; grade++) {
        Evidence card = timed(EVIDENCE_CARD, 4 * USUAL_MS);
        card.grade = grade;
        Verdict verdict = evidence_judge(&learner, .5, &card);
        assert_int_equal(verdict.grade, grade);
        assert_true(is_same_bits(verdict.p, grade == GRADE_AGAIN ? 0 : 1));
    }
}

/* --- the step --- */

static Memory models[2];

static int make_models(void **state)
{
    (void)state;
    models[0] = memory_make(MODEL_FSRS7);
    models[1] = memory_make(MODEL_FSRS6);
    return 0;
}

/* A state as answers at about the due time make it, and the days until the next answer. */
static MemoryState some_state(const Memory *memory, Rng *rng, double *days)
{
    MemoryState at = memory_first(memory, GRADE_AGAIN + (int)rng_below(rng, 4));
    for (uint64_t left = rng_below(rng, 8);; left--) {
        *days = memory_interval(memory, at, .9) * exp(4 * (chance(rng) - .5));
        if (left == 0) return at;
        at = memory_step(memory, at, *days, GRADE_AGAIN + (int)rng_below(rng, 4));
    }
}

static void flashcards_and_typing_are_plain_steps_bit_for_bit(void **state)
{
    (void)state;
    Rng rng;
    rng_seed(&rng, 1);
    for (int i = 0; i < 4000; i++) {
        const Memory *memory = &models[i % 2];
        double days;
        MemoryState before = some_state(memory, &rng, &days);
        Evidence evidence = random_evidence(&rng);
        evidence.is_forced = false;
        evidence.format = i % 4 < 2 ? EVIDENCE_CARD : EVIDENCE_TYPED;
        Verdict verdict = evidence_judge(&nobody, .5, &evidence);
        Grade grade = evidence_is_right(&evidence) ? verdict.grade : GRADE_AGAIN;
        MemoryState after = evidence_step(memory, before, days, &verdict);
        assert_true(is_same_state(after, memory_step(memory, before, days, grade)));
        assert_true(is_same_state(evidence_first(memory, &verdict), memory_first(memory, grade)));
    }
}

static double s90(const Memory *memory, MemoryState state)
{
    return memory->model == MODEL_FSRS6 ? state.stability : memory_interval(memory, state, .9);
}

/* In FSRS-7 the stability that is held to the branches' is S90: its slow and fast ones are scaled together.
 */
static void expect_between(const Memory *memory, MemoryState after, MemoryState knew, MemoryState lapsed)
{
    double least = s90(memory, lapsed), most = s90(memory, knew), found = s90(memory, after);
    if (!(found >= least * (1 - 1e-12) && found <= most * (1 + 1e-12)))
        fail_msg("%.17g is not between %.17g and %.17g", found, least, most);
    assert_true(after.difficulty <= lapsed.difficulty && after.difficulty >= knew.difficulty);
}

static void a_mixed_memory_lies_between_success_and_lapse(void **state)
{
    (void)state;
    Rng rng;
    rng_seed(&rng, 2);
    for (int i = 0; i < 20000; i++) {
        const Memory *memory = &models[i % 2];
        Verdict verdict = {.p = chance(&rng), .grade = GRADE_HARD + (int)rng_below(&rng, 3)};
        double days;
        MemoryState before = some_state(memory, &rng, &days);
        expect_between(memory, evidence_step(memory, before, days, &verdict),
                       memory_step(memory, before, days, verdict.grade),
                       memory_step(memory, before, days, GRADE_AGAIN));
        expect_between(memory, evidence_first(memory, &verdict), memory_first(memory, verdict.grade),
                       memory_first(memory, GRADE_AGAIN));
    }
}

static double mean_recall(const Memory *memory, double p, MemoryState knew, MemoryState lapsed, double days)
{
    return p * memory_recall(memory, knew, days) + (1 - p) * memory_recall(memory, lapsed, days);
}

static void the_scaled_mix_of_fsrs7_recalls_as_its_branches_do_on_average(void **state)
{
    (void)state;
    const Memory *memory = &models[0];
    Rng rng;
    rng_seed(&rng, 3);
    for (int i = 0; i < 5000; i++) {
        Verdict verdict = {.p = chance(&rng), .grade = GRADE_GOOD};
        double days, p = verdict.p;
        MemoryState before = some_state(memory, &rng, &days);
        MemoryState knew = memory_step(memory, before, days, GRADE_GOOD);
        MemoryState lapsed = memory_step(memory, before, days, GRADE_AGAIN);
        MemoryState after = evidence_step(memory, before, days, &verdict);
        MemoryState mix = {pow(knew.stability, p) * pow(lapsed.stability, 1 - p),
                           pow(knew.fast, p) * pow(lapsed.fast, 1 - p),
                           p * knew.difficulty + (1 - p) * lapsed.difficulty};
        double at = memory_interval(memory, mix, .9);
        if (after.stability <= 1e-4 || after.fast <= 1e-4) continue; /* no less can be had */
        expect_about(memory_recall(memory, after, at), mean_recall(memory, p, knew, lapsed, at), 1e-11);
        expect_about(after.difficulty, mix.difficulty, 1e-12);
        expect_about(after.stability / mix.stability / (after.fast / mix.fast), 1, 1e-9);
    }
}

static void the_mix_of_fsrs6_is_the_closed_form(void **state)
{
    (void)state;
    const Memory *memory = &models[1];
    const Fsrs6 *model = &memory->as.fsrs6;
    MemoryState before = {.stability = 12, .difficulty = 6};
    MemoryState a = memory_step(memory, before, 15, GRADE_GOOD);
    MemoryState b = memory_step(memory, before, 15, GRADE_AGAIN);
    for (double p = .1; p < .95; p += .1) {
        Verdict verdict = {.p = p, .grade = GRADE_GOOD};
        double h = pow(a.stability, p) * pow(b.stability, 1 - p);
        double q = p * fsrs6_recall(model, a, h) + (1 - p) * fsrs6_recall(model, b, h);
        MemoryState after = evidence_step(memory, before, 15, &verdict);
        expect_about(after.stability, model->factor * h / (pow(q, -1 / model->w[20]) - 1), 1e-9);
        expect_about(after.difficulty, p * a.difficulty + (1 - p) * b.difficulty, 1e-12);
    }
}

static void the_surer_it_was_known_the_longer_it_lasts(void **state)
{
    (void)state;
    Rng rng;
    rng_seed(&rng, 4);
    for (int i = 0; i < 400; i++) {
        const Memory *memory = &models[i % 2];
        double days, last = 0;
        MemoryState before = some_state(memory, &rng, &days);
        for (double p = 0; p <= 1; p += .0625) {
            double now =
                s90(memory, evidence_step(memory, before, days, &(Verdict){.p = p, .grade = GRADE_GOOD}));
            assert_true(now >= last);
            last = now;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formats_have_names_that_lead_back_to_them),
        cmocka_unit_test(the_chance_of_having_known_it_is_as_published),
        cmocka_unit_test(guess_and_slip_are_those_of_the_format),
        cmocka_unit_test(it_rises_with_recall),
        cmocka_unit_test(it_rises_with_the_number_of_options),
        cmocka_unit_test(the_last_pair_and_a_choice_of_one_say_nothing),
        cmocka_unit_test(a_card_never_answered_is_known_as_often_as_others_were),
        cmocka_unit_test(pace_is_the_time_beyond_reading_of_right_answers),
        cmocka_unit_test(the_last_fifty_count_whatever_came_before),
        cmocka_unit_test(speed_says_nothing_of_too_few_or_untold_times),
        cmocka_unit_test(speed_weighs_as_two_normal_curves_do_and_is_bounded),
        cmocka_unit_test(only_typing_is_easy_and_the_slow_is_hard),
        cmocka_unit_test(a_near_miss_is_hard_and_a_wrong_one_again),
        cmocka_unit_test(a_player_grades_flashcards_whatever_the_time),
        cmocka_unit_test(flashcards_and_typing_are_plain_steps_bit_for_bit),
        cmocka_unit_test(a_mixed_memory_lies_between_success_and_lapse),
        cmocka_unit_test(the_scaled_mix_of_fsrs7_recalls_as_its_branches_do_on_average),
        cmocka_unit_test(the_mix_of_fsrs6_is_the_closed_form),
        cmocka_unit_test(the_surer_it_was_known_the_longer_it_lasts),
    };
    return cmocka_run_group_tests(tests, make_models, NULL);
}
