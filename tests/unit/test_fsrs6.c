#include "vectors_fixture.h"

#include <string.h>

#include "memory/fsrs6_schedule.h"
#include "memory/memory.h"

#define TOLERANCE 1e-6 /* relative: the reference rounds to 8 decimals at each operation */

static Fsrs6 default_model(void)
{
    return fsrs6_make(fsrs6_default_weights, true, 1);
}

static void read_steps(const JsonValue *list, Fsrs6Steps *out)
{
    *out = (Fsrs6Steps){.count = 0};
    for (const JsonValue *v = json_first(list); v; v = json_next(v)) {
        int minutes;
        assert_int_equal(sscanf(json_string(v).data, "%dm", &minutes), 1);
        out->minutes[out->count++] = minutes;
    }
}

static Fsrs6 read_params(const JsonValue *params, Fsrs6Schedule *schedule)
{
    double w[FSRS6_WEIGHTS];
    size_t count = 0;
    for (const JsonValue *v = json_first(member_of(params, "w")); v; v = json_next(v))
        w[count++] = json_number(v);
    assert_int_equal(count, FSRS6_WEIGHTS);
    schedule->retention = number_of(params, "request_retention");
    schedule->max_interval = (int32_t)number_of(params, "maximum_interval");
    read_steps(member_of(params, "learning_steps"), &schedule->learning);
    read_steps(member_of(params, "relearning_steps"), &schedule->relearning);
    return fsrs6_make(w, json_bool(member_of(params, "enable_short_term")), schedule->relearning.count);
}

static void check_row(const Fsrs6 *model, const Fsrs6Schedule *schedule, const JsonValue *row,
                      Fsrs6Card *card)
{
    int32_t days = (int32_t)number_of(row, "elapsed_days");
    if (card->reps > 0) expect_near(row, "r_before", fsrs6_recall(model, card->memory, days), TOLERANCE);
    *card = fsrs6_card_apply(model, schedule, *card, days, (Grade)number_of(row, "rating"));
    expect_near(row, "stability", card->memory.stability, TOLERANCE);
    expect_near(row, "difficulty", card->memory.difficulty, TOLERANCE);
    expect_exact(row, "state", card->phase);
    expect_exact(row, "scheduled_days", card->scheduled_days);
    expect_exact(row, "step", card->step);
    expect_exact(row, "due_ms", card->due_min * 60000);
    expect_exact(row, "reps", card->reps);
    expect_exact(row, "lapses", card->lapses);
}

static void every_review_of_the_vectors_agrees(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    JsonDoc *doc = open_vectors("tests/unit/vectors/fsrs6-vectors.json", &arena);
    int histories = 0, reviews = 0;
    for (const JsonValue *set = json_first(member_of(json_root(doc), "sets")); set; set = json_next(set)) {
        Fsrs6Schedule schedule;
        Fsrs6 model = read_params(member_of(set, "params"), &schedule);
        const JsonValue *history = json_first(member_of(set, "histories"));
        for (; history; history = json_next(history), histories++) {
            Fsrs6Card card = {.reps = 0};
            for (const JsonValue *row = json_first(history); row; row = json_next(row), reviews++)
                check_row(&model, &schedule, row, &card);
        }
    }
    assert_int_equal(histories, 200);
    assert_int_equal(reviews, 1358);
    json_close(doc);
    arena_deinit(&arena);
}

/* Each answer on the day it is due. */
static void expect_days(Grade grade, int32_t days, Fsrs6Card *card)
{
    Fsrs6 model = default_model();
    Fsrs6Schedule schedule = fsrs6_default_schedule;
    schedule.learning.count = schedule.relearning.count = 0;
    *card = fsrs6_card_apply(&model, &schedule, *card, card->scheduled_days, grade);
    assert_int_equal(card->scheduled_days, days);
}

static void good_answers_are_put_off_as_published_and_a_lapse_sets_back(void **state)
{
    (void)state;
    static const int32_t good[] = {2, 11, 46, 163, 497}, after[] = {17, 37, 77};
    Fsrs6Card card = {.reps = 0};
    for (int i = 0; i < 5; i++) expect_days(GRADE_GOOD, good[i], &card);
    expect_days(GRADE_AGAIN, 7, &card);
    for (int i = 0; i < 3; i++) expect_days(GRADE_GOOD, after[i], &card);
    assert_int_equal(card.lapses, 1);
}

static void recall_is_nine_tenths_after_a_stability_and_falls_with_time(void **state)
{
    (void)state;
    Fsrs6 model = default_model();
    for (double stability = 0.001; stability < MEMORY_MAX_DAYS; stability *= 3) {
        MemoryState at = {stability, 0, 5};
        assert_true(fabs(fsrs6_recall(&model, at, stability) - 0.9) < 1e-12);
        for (int days = 1; days < 1000; days++)
            assert_true(fsrs6_recall(&model, at, days) < fsrs6_recall(&model, at, days - 1));
    }
}

static void the_interval_of_a_retention_is_where_recall_falls_to_it(void **state)
{
    (void)state;
    static const double factors[][2] = {{.70, 9.2879}, {.80, 3.3160}, {.85, 1.9064},
                                        {.90, 1},      {.95, .40256}, {.97, .22277}};
    Fsrs6 model = default_model();
    for (int i = 0; i < 6; i++) {
        double factor = fsrs6_interval_factor(&model, factors[i][0]);
        assert_true(fabs(factor - factors[i][1]) < 6e-5);
        assert_true(fabs(fsrs6_recall(&model, (MemoryState){7, 0, 5}, 7 * factor) - factors[i][0]) < 1e-12);
    }
}

static void a_better_grade_never_remembers_for_less(void **state)
{
    (void)state;
    Fsrs6 model = default_model();
    for (double stability = 0.001; stability < MEMORY_MAX_DAYS; stability *= 4)
        for (int32_t days = 0; days < 2000; days = 3 * days + 1)
            for (double difficulty = 1; difficulty <= 10; difficulty += 1.5) {
                MemoryState before = {stability, 0, difficulty}, last = {0};
                for (Grade grade = GRADE_AGAIN; grade <= GRADE_EASY; grade++) {
                    MemoryState now = fsrs6_step(&model, before, days, grade);
                    assert_true(now.stability >= 0.001 && now.stability <= MEMORY_MAX_DAYS);
                    assert_true(now.difficulty >= 1 && now.difficulty <= 10);
                    assert_true(now.stability >= last.stability);
                    if (grade > GRADE_AGAIN) assert_true(now.difficulty <= last.difficulty);
                    last = now;
                }
            }
}

static void steps_of_a_day_are_reviews_and_hard_lies_between_two_steps(void **state)
{
    (void)state;
    Fsrs6 model = default_model();
    Fsrs6Schedule schedule = fsrs6_default_schedule;
    Fsrs6Card hard = fsrs6_card_apply(&model, &schedule, (Fsrs6Card){.reps = 0}, 0, GRADE_HARD);
    assert_int_equal(hard.due_min, 6); /* of 1 and 10: 5.5, rounded up */
    assert_int_equal(hard.step, 0);
    schedule.learning = (Fsrs6Steps){{10, 3000}, 2};
    Fsrs6Card good = fsrs6_card_apply(&model, &schedule, (Fsrs6Card){.reps = 0}, 0, GRADE_GOOD);
    assert_int_equal(good.phase, FSRS6_REVIEW);
    assert_int_equal(good.due_min, 3000);
    assert_int_equal(good.scheduled_days, 2);
    schedule.relearning = (Fsrs6Steps){{5, 15, 60}, 3};
    Fsrs6Card lapsed = fsrs6_card_apply(&model, &schedule, good, 2, GRADE_AGAIN);
    assert_int_equal(lapsed.phase, FSRS6_RELEARNING);
    assert_int_equal(lapsed.due_min, 15); /* as ts-fsrs: the step's number was kept */
    assert_int_equal(lapsed.step, 0);
    schedule.learning = (Fsrs6Steps){{15}, 1};
    assert_int_equal(fsrs6_card_apply(&model, &schedule, (Fsrs6Card){.reps = 0}, 0, GRADE_HARD).due_min, 23);
}

static void weights_out_of_bounds_are_brought_back(void **state)
{
    (void)state;
    double low[FSRS6_WEIGHTS], high[FSRS6_WEIGHTS];
    for (int i = 0; i < FSRS6_WEIGHTS; i++) {
        low[i] = -1e9;
        high[i] = 1e9;
    }
    Fsrs6 lowest = fsrs6_make(low, true, 1), highest = fsrs6_make(high, true, 1);
    assert_true(fabs(lowest.w[19] - 0.01) < 1e-15 && fabs(highest.w[17] - 2) < 1e-15);
    assert_true(fabs(fsrs6_make(low, false, 1).w[19]) < 1e-15);
    /* sqrt(-(ln 1.4835 + ln(2^0.2629 - 1) + 0.3 * 1.6483) / n) */
    double w[FSRS6_WEIGHTS];
    memcpy(w, fsrs6_default_weights, sizeof w);
    w[17] = w[18] = 2;
    double ceiling = sqrt(-(log(1.4835) + log(pow(2, 0.2629) - 1) + 0.3 * 1.6483) / 3);
    Fsrs6 narrow = fsrs6_make(w, true, 3);
    assert_true(ceiling < 2 && fabs(narrow.w[17] - ceiling) < 1e-12 && fabs(narrow.w[18] - ceiling) < 1e-12);
    assert_true(fabs(fsrs6_make(w, true, 1).w[17] - 2) < 1e-15);
}

static void the_interface_is_the_model_bit_for_bit(void **state)
{
    (void)state;
    MemoryModel found;
    assert_true(memory_model_find(STR("fsrs6"), &found) && found == MODEL_FSRS6);
    assert_false(memory_model_find(STR("fsrs5"), &found));
    Memory memory = memory_make(MODEL_FSRS6);
    Fsrs6 model = default_model();
    MemoryState a = memory_first(&memory, GRADE_HARD), b = fsrs6_first(&model, GRADE_HARD);
    assert_memory_equal(&a, &b, sizeof a);
    a = memory_step(&memory, a, 3.9, GRADE_GOOD);
    b = fsrs6_step(&model, b, 3, GRADE_GOOD);
    assert_memory_equal(&a, &b, sizeof a);
    assert_true(fabs(memory_interval(&memory, a, 0.9) - a.stability) < 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_review_of_the_vectors_agrees),
        cmocka_unit_test(good_answers_are_put_off_as_published_and_a_lapse_sets_back),
        cmocka_unit_test(recall_is_nine_tenths_after_a_stability_and_falls_with_time),
        cmocka_unit_test(the_interval_of_a_retention_is_where_recall_falls_to_it),
        cmocka_unit_test(a_better_grade_never_remembers_for_less),
        cmocka_unit_test(steps_of_a_day_are_reviews_and_hard_lies_between_two_steps),
        cmocka_unit_test(weights_out_of_bounds_are_brought_back),
        cmocka_unit_test(the_interface_is_the_model_bit_for_bit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
