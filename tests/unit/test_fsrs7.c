#include "vectors_fixture.h"

#include "memory/memory.h"

#define TOLERANCE 1e-9 /* relative */

static void check_row(const Fsrs7 *model, const JsonValue *row, bool is_first, MemoryState *memory)
{
    double days = number_of(row, "days");
    Grade grade = (Grade)number_of(row, "rating");
    if (!is_first) expect_near(row, "r_before", fsrs7_recall(model, *memory, days), TOLERANCE);
    *memory = is_first ? fsrs7_first(model, grade) : fsrs7_step(model, *memory, days, grade);
    expect_near(row, "s", memory->stability, TOLERANCE);
    expect_near(row, "sf", memory->fast, TOLERANCE);
    expect_near(row, "d", memory->difficulty, TOLERANCE);
    expect_near(row, "i80", fsrs7_interval(model, *memory, .80), TOLERANCE);
    expect_near(row, "i90", fsrs7_interval(model, *memory, .90), TOLERANCE);
    expect_near(row, "i95", fsrs7_interval(model, *memory, .95), TOLERANCE);
}

static Fsrs7 read_model(const JsonValue *root)
{
    double w[FSRS7_WEIGHTS];
    size_t count = 0;
    for (const JsonValue *v = json_first(member_of(root, "w")); v; v = json_next(v))
        w[count++] = json_number(v);
    assert_int_equal(count, FSRS7_WEIGHTS);
    return fsrs7_make(w);
}

static void every_review_of_the_vectors_agrees(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    JsonDoc *doc = open_vectors("tests/unit/vectors/fsrs7-vectors.json", &arena);
    Fsrs7 model = read_model(json_root(doc));
    int histories = 0, reviews = 0;
    const JsonValue *history = json_first(member_of(json_root(doc), "histories"));
    for (; history; history = json_next(history), histories++) {
        MemoryState memory;
        for (const JsonValue *row = json_first(history); row; row = json_next(row), reviews++)
            check_row(&model, row, row == json_first(history), &memory);
    }
    assert_int_equal(histories, 200);
    assert_int_equal(reviews, 1430);
    json_close(doc);
    arena_deinit(&arena);
}

static void expect_interval(const Memory *memory, MemoryState at, double days)
{
    double found = memory_interval(memory, at, .9);
    if (!(fabs(found / days - 1) < 0.005)) fail_msg("%g days instead of %g", found, days);
}

static void good_answers_are_put_off_as_published_and_a_lapse_sets_back(void **state)
{
    (void)state;
    static const double good[] = {4.78, 26.2, 92.4, 293, 885, 2609};
    Memory memory = memory_make(MODEL_FSRS7);
    MemoryState at = memory_first(&memory, GRADE_GOOD);
    for (int i = 0; i < 6; i++) {
        if (i > 0) at = memory_step(&memory, at, memory_interval(&memory, at, .9), GRADE_GOOD);
        expect_interval(&memory, at, good[i]);
        if (i != 2) continue;
        double days = memory_interval(&memory, at, .9);
        expect_interval(&memory, memory_step(&memory, at, days, GRADE_AGAIN), 0.674);
    }
    /* A first Again is due in 3.3 seconds. */
    double seconds = 86400 * memory_interval(&memory, memory_first(&memory, GRADE_AGAIN), .9);
    assert_true(fabs(seconds - 3.3) < 0.05);
}

typedef void StateTaker(const Fsrs7 *model, MemoryState at);

static void for_many_states(StateTaker *take)
{
    Fsrs7 model = fsrs7_make(fsrs7_default_weights);
    for (double slow = 1e-4; slow <= MEMORY_MAX_DAYS; slow *= 7)
        for (double fast = 1e-4; fast <= MEMORY_MAX_DAYS; fast *= 9)
            for (double difficulty = 1; difficulty <= 10; difficulty += 2.25)
                take(&model, (MemoryState){slow, fast, difficulty});
}

static void expect_falling(const Fsrs7 *model, MemoryState at)
{
    double last = fsrs7_recall(model, at, 0);
    assert_true(last <= 1 && last > .9999);
    for (double days = 1e-6; days < 1e6; days *= 4) {
        double recall = fsrs7_recall(model, at, days);
        assert_true(recall <= last && recall > 0);
        last = recall;
    }
}

static void recall_starts_at_one_and_falls_with_time(void **state)
{
    (void)state;
    for_many_states(expect_falling);
}

static void expect_solved(const Fsrs7 *model, MemoryState at)
{
    double last = MEMORY_MAX_DAYS;
    for (double retention = .5; retention < .9999; retention += .035) {
        double days = fsrs7_interval(model, at, retention);
        assert_true(days >= 0 && days <= last);
        last = days;
        bool is_inside = days >= 1e-8 && days < MEMORY_MAX_DAYS;
        if (is_inside) assert_true(fabs(fsrs7_recall(model, at, days) - retention) < 1e-12);
        if (days < 1e-8) assert_true(fsrs7_recall(model, at, 1e-8) <= retention);
    }
    assert_true(fsrs7_interval(model, at, .9999) <= 0);
}

static void an_interval_is_where_recall_falls_to_the_retention(void **state)
{
    (void)state;
    for_many_states(expect_solved);
}

static void expect_ordered(const Fsrs7 *model, MemoryState before)
{
    for (double days = 0; days < 5000; days = 5 * days + 0.001) {
        MemoryState last = {0};
        for (Grade grade = GRADE_AGAIN; grade <= GRADE_EASY; grade++) {
            MemoryState now = fsrs7_step(model, before, days, grade);
            assert_true(now.stability >= 1e-4 && now.stability <= MEMORY_MAX_DAYS);
            assert_true(now.fast >= 1e-4 && now.fast <= MEMORY_MAX_DAYS);
            assert_true(now.difficulty >= 1 && now.difficulty <= 10);
            assert_true(now.stability >= last.stability && now.fast >= last.fast);
            if (grade > GRADE_HARD) assert_true(now.difficulty <= last.difficulty);
            last = now;
        }
    }
}

static void a_better_grade_never_remembers_for_less(void **state)
{
    (void)state;
    for_many_states(expect_ordered);
}

static void weights_out_of_bounds_are_brought_back_and_put_in_order(void **state)
{
    (void)state;
    double w[FSRS7_WEIGHTS];
    for (int i = 0; i < FSRS7_WEIGHTS; i++) w[i] = i % 2 ? -1e9 : 1e9;
    Fsrs7 model = fsrs7_make(w);
    static const double first[] = {50, 50, 100, 100};
    for (int i = 0; i < 4; i++) assert_true(fabs(model.w[i] - first[i]) < 1e-12);
    assert_true(fabs(model.w[25] - .2) < 1e-12 && fabs(model.w[26] - .99) < 1e-12);
    for (int i = 0; i < FSRS7_WEIGHTS; i++) w[i] = fsrs7_default_weights[i];
    w[25] = .8;
    w[26] = .6;
    assert_true(fabs(fsrs7_make(w).w[26] - .8) < 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_review_of_the_vectors_agrees),
        cmocka_unit_test(good_answers_are_put_off_as_published_and_a_lapse_sets_back),
        cmocka_unit_test(recall_starts_at_one_and_falls_with_time),
        cmocka_unit_test(an_interval_is_where_recall_falls_to_the_retention),
        cmocka_unit_test(a_better_grade_never_remembers_for_less),
        cmocka_unit_test(weights_out_of_bounds_are_brought_back_and_put_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
