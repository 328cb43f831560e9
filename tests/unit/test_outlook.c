#include <math.h>

#include "study_fixture.h"

static Study s;

static int start(void **state)
{
    (void)state;
    study_open(&s, 40);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    study_close(&s);
    return 0;
}

static StudyCard card_due(int64_t last_ms, int64_t due_ms)
{
    return (StudyCard){.memory = {.answers = 1, .last_ms = last_ms}, .due_ms = due_ms};
}

static void an_interval_of_a_day_is_due_from_the_morning_on(void **state)
{
    (void)state;
    StudyDay day = study_today(&s);
    int64_t evening = day.end_ms - 1;
    StudyCard by_days = card_due(evening - CALENDAR_DAY_MS, evening);
    StudyCard by_hours = card_due(evening - CALENDAR_DAY_MS + 1, evening);
    assert_true(study_is_due(&by_days, &day));
    assert_false(study_is_due(&by_hours, &day));
    by_days.due_ms = day.end_ms;
    assert_false(study_is_due(&by_days, &day));
    day.now.at_ms = evening;
    assert_true(study_is_due(&by_hours, &day));
}

static void what_is_put_aside_is_not_due(void **state)
{
    (void)state;
    StudyDay day = study_today(&s);
    StudyCard card = card_due(0, 1), fresh = {.due_ms = INT64_MAX};
    assert_true(study_is_due(&card, &day));
    assert_int_equal(study_next_ms(&card), 1);
    card.buried_until_ms = day.end_ms;
    assert_false(study_is_due(&card, &day));
    assert_int_equal(study_next_ms(&card), day.end_ms);
    card.buried_until_ms = day.now.at_ms;
    assert_true(study_is_due(&card, &day));
    card.is_suspended = true;
    assert_false(study_is_due(&card, &day));
    assert_true(study_next_ms(&card) == INT64_MAX);
    assert_false(study_is_due(&fresh, &day));
    assert_true(study_next_ms(&fresh) == INT64_MAX);
}

static void the_forecast_counts_each_card_on_its_day(void **state)
{
    (void)state;
    StudyDay day = study_today(&s);
    s.deck.cards[0] = card_due(0, 1);                                       /* long overdue: today */
    s.deck.cards[1] = card_due(0, day.end_ms - 1);                          /* today */
    s.deck.cards[2] = card_due(0, day.end_ms);                              /* tomorrow */
    s.deck.cards[3] = card_due(0, day.start_ms + 30 * CALENDAR_DAY_MS - 1); /* the last day */
    s.deck.cards[4] = card_due(0, day.start_ms + 30 * CALENDAR_DAY_MS);     /* beyond */
    s.deck.cards[5] = card_due(0, 1);
    s.deck.cards[5].is_suspended = true;
    s.deck.cards[6] = card_due(0, 1);
    s.deck.cards[6].buried_until_ms = day.end_ms; /* tomorrow */
    uint32_t forecast[STUDY_FORECAST_DAYS], sum = 0;
    study_forecast(&s.deck, &s.pool, &day, forecast);
    for (int i = 0; i < STUDY_FORECAST_DAYS; i++) sum += forecast[i];
    assert_int_equal(forecast[0], 2);
    assert_int_equal(forecast[1], 2);
    assert_int_equal(forecast[29], 1);
    assert_int_equal(sum, 5);
}

static void known_now_is_the_mean_of_recall(void **state)
{
    (void)state;
    double prior = learner_prior(&s.deck.learner);
    assert_true(fabs(study_known_now(&s.deck, &s.pool, s.wall_ms) - prior) < 1e-12);
    for (uint32_t i = 0; i < 40; i++) study_answer(&s, i, GRADE_GOOD);
    double now = study_known_now(&s.deck, &s.pool, s.wall_ms);
    double later = study_known_now(&s.deck, &s.pool, s.wall_ms + 10 * CALENDAR_DAY_MS);
    assert_true(now > 0.99 && later < now && later > 0.5);
    Pool none = {0};
    assert_true(study_known_now(&s.deck, &none, s.wall_ms) == 0);
}

static void ready_is_judged_on_the_day_of_the_exam(void **state)
{
    (void)state;
    StudyDay day = study_today(&s);
    for (uint32_t i = 0; i < 40; i++) study_answer(&s, i, GRADE_GOOD);
    assert_int_equal(study_ready_day(STUDY_NO_EXAM, &day), day.number + 21);
    assert_int_equal(study_ready_day(day.number + 5, &day), day.number + 5);
    assert_int_equal(study_ready_day(day.number, &day), day.number);
    assert_int_equal(study_ready_day(day.number - 1, &day), day.number + 21); /* it is over */
    double soon = study_ready(&s.deck, &s.pool, day.number + 1, &day);
    double none = study_ready(&s.deck, &s.pool, STUDY_NO_EXAM, &day);
    double late = study_ready(&s.deck, &s.pool, day.number + 100, &day);
    double today = study_ready(&s.deck, &s.pool, day.number, &day);
    assert_true(today > soon && soon > none && none > late);
    assert_true(none == study_known_now(&s.deck, &s.pool, day.start_ms + 21 * CALENDAR_DAY_MS));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_interval_of_a_day_is_due_from_the_morning_on, start, stop),
        cmocka_unit_test_setup_teardown(what_is_put_aside_is_not_due, start, stop),
        cmocka_unit_test_setup_teardown(the_forecast_counts_each_card_on_its_day, start, stop),
        cmocka_unit_test_setup_teardown(known_now_is_the_mean_of_recall, start, stop),
        cmocka_unit_test_setup_teardown(ready_is_judged_on_the_day_of_the_exam, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
