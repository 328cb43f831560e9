#include "study_fixture.h"

#include "base/rng.h"
#include "study/spaced.h"

static Study s;
static Arena arena;
static Spaced sitting;
static int64_t at_ms; /* monotonic */

static int open_deck(uint32_t count)
{
    study_open(&s, count);
    arena_init(&arena, 0);
    at_ms = 1000;
    return 0;
}

static int start(void **state)
{
    (void)state;
    return open_deck(40);
}

static int stop(void **state)
{
    (void)state;
    arena_deinit(&arena);
    study_close(&s);
    return 0;
}

static SpacedInput input_of(SpacedKind kind)
{
    return (SpacedInput){.kind = kind, .exam_day = STUDY_NO_EXAM, .at_ms = at_ms, .day = study_today(&s)};
}

static void begin(int32_t fresh, int32_t reviews)
{
    arena_reset(&arena);
    SpacedInput now = input_of(SPACED_REFRESH);
    spaced_begin(&sitting, &arena, &s.deck, &s.setup, (SpacedLimits){fresh, reviews}, &now);
}

static bool press(SpacedKind kind)
{
    SpacedInput input = input_of(kind);
    return spaced_apply(&sitting, &s.deck, &input);
}

static void pass(int64_t ms)
{
    at_ms += ms;
    s.wall_ms += ms;
}

static uint32_t grade(Grade grade)
{
    uint32_t card = sitting.at.card;
    assert_true(card != DECK_NO_CARD);
    pass(2000);
    assert_true(press(SPACED_SHOW));
    pass(1000);
    SpacedInput input = input_of(SPACED_GRADE);
    input.grade = grade;
    assert_true(spaced_apply(&sitting, &s.deck, &input));
    return card;
}

static void grade_all(Grade with)
{
    while (sitting.at.card != DECK_NO_CARD) grade(with);
}

/* The next day at the same hour. */
static void next_day(void)
{
    pass(CALENDAR_DAY_MS);
}

/* --- what is asked --- */

static void new_cards_come_in_the_decks_order_up_to_the_days_number(void **state)
{
    (void)state;
    begin(20, 200);
    assert_int_equal(sitting.left, 20);
    for (uint32_t i = 0; i < 20; i++) assert_int_equal(grade(GRADE_GOOD), i);
    assert_int_equal(sitting.at.card, DECK_NO_CARD);
    assert_int_equal(sitting.left, 0);
    assert_int_equal(sitting.at.tally.reviewed, 20);
    assert_int_equal(sitting.at.tally.right, 20);
    assert_int_equal(sitting.summary.new_left, 20);
    begin(0, 200);
    assert_int_equal(sitting.at.card, DECK_NO_CARD);
}

static void the_weakest_of_the_due_come_first(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < 10; i++) {
        study_answer(&s, i, GRADE_GOOD);
        pass(3 * CALENDAR_HOUR_MS); /* the later, the fresher */
    }
    pass(20 * CALENDAR_DAY_MS);
    begin(0, 200);
    assert_int_equal(sitting.left, 10);
    double before = 0;
    while (sitting.at.card != DECK_NO_CARD) {
        double recall = study_recall(&s.deck, sitting.at.card, STUDY_MORNING + 30 * CALENDAR_DAY_MS);
        assert_true(recall >= before);
        before = recall;
        grade(GRADE_GOOD);
    }
}

static void the_days_number_of_reviews_takes_the_weakest(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < 10; i++) {
        study_answer(&s, i, GRADE_GOOD);
        pass(CALENDAR_HOUR_MS);
    }
    pass(20 * CALENDAR_DAY_MS);
    begin(0, 4);
    for (uint32_t i = 0; i < 4; i++) assert_int_equal(grade(GRADE_GOOD), i);
    assert_int_equal(sitting.at.card, DECK_NO_CARD);
    assert_int_equal(sitting.summary.due_left, 6);
    assert_true(press(SPACED_REFRESH)); /* the rest, if the player wants it */
    assert_int_equal(sitting.left, 6);
}

static void new_cards_are_woven_between_the_due(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < 12; i++) study_answer(&s, i, GRADE_GOOD);
    pass(20 * CALENDAR_DAY_MS);
    begin(4, 200);
    assert_int_equal(sitting.left, 16);
    for (uint32_t i = 0; i < 16; i++) {
        bool is_new = card_memory_is_new(&s.deck.cards[sitting.at.card].memory);
        assert_int_equal(is_new, i % 4 == 3);
        grade(GRADE_GOOD);
    }
}

static void tags_say_which_cards(void **state)
{
    (void)state;
    Str tag = STR("no such tag");
    s.setup.tags = &tag;
    s.setup.tag_count = 1;
    begin(20, 200);
    assert_int_equal(sitting.pool.count, 0);
    assert_int_equal(sitting.at.card, DECK_NO_CARD);
    assert_true(sitting.summary.next_ms == INT64_MAX);
}

static void a_card_due_this_evening_is_asked_in_the_morning(void **state)
{
    (void)state;
    study_answer(&s, 0, GRADE_GOOD); /* 4.78 days */
    int64_t due = s.deck.cards[0].due_ms;
    StudyDay due_day = study_day(due, 0, 4);
    s.wall_ms = due_day.start_ms - 1;
    begin(0, 200);
    assert_int_equal(sitting.at.card, DECK_NO_CARD);
    s.wall_ms = due_day.start_ms;
    begin(0, 200);
    assert_int_equal(sitting.at.card, 0);
}

/* --- Again --- */

static void a_card_graded_again_comes_after_four_others(void **state)
{
    (void)state;
    begin(20, 200);
    assert_int_equal(grade(GRADE_AGAIN), 0);
    for (uint32_t i = 1; i <= 4; i++) assert_int_equal(grade(GRADE_GOOD), i);
    assert_int_equal(grade(GRADE_GOOD), 0);
    assert_int_equal(grade(GRADE_GOOD), 5);
}

static void sooner_where_fewer_are_left(void **state)
{
    (void)state;
    begin(3, 200);
    assert_int_equal(grade(GRADE_AGAIN), 0);
    assert_int_equal(grade(GRADE_GOOD), 1);
    assert_int_equal(grade(GRADE_AGAIN), 2);
    assert_int_equal(grade(GRADE_GOOD), 0);
    assert_int_equal(grade(GRADE_AGAIN), 2);
    assert_int_equal(grade(GRADE_GOOD), 2);
    assert_int_equal(sitting.at.card, DECK_NO_CARD);
    assert_int_equal(sitting.at.tally.reviewed, 6);
    assert_int_equal(sitting.at.tally.right, 3);
}

static void a_sitting_that_was_broken_off_asks_again_what_was_wrong(void **state)
{
    (void)state;
    begin(5, 200);
    assert_int_equal(grade(GRADE_AGAIN), 0);
    assert_int_equal(grade(GRADE_GOOD), 1);
    begin(3, 0); /* from the log alone; two of the day's new cards are begun */
    assert_int_equal(sitting.left, 4);
    for (uint32_t i = 2; i < 5; i++) assert_int_equal(grade(GRADE_GOOD), i);
    assert_int_equal(grade(GRADE_GOOD), 0);
    assert_int_equal(sitting.at.card, DECK_NO_CARD);
}

/* --- intervals --- */

static void the_shown_interval_is_the_one_that_comes(void **state)
{
    (void)state;
    static const Grade grades[] = {GRADE_GOOD, GRADE_AGAIN, GRADE_HARD, GRADE_EASY};
    begin(20, 200);
    for (uint32_t i = 0; i < 30 && sitting.at.card != DECK_NO_CARD; i++) {
        uint32_t card = sitting.at.card;
        StudyCard before = s.deck.cards[card];
        int64_t shown[5] = {0};
        pass(3000);
        for (int g = GRADE_AGAIN; g <= GRADE_EASY; g++) {
            shown[g] = spaced_interval_ms(&s.deck, card, (Grade)g, study_today(&s).now);
            assert_true(shown[g] >= CARD_MEMORY_SOONEST_MS);
        }
        assert_true(shown[GRADE_AGAIN] <= shown[GRADE_HARD] && shown[GRADE_HARD] <= shown[GRADE_GOOD] &&
                    shown[GRADE_GOOD] <= shown[GRADE_EASY]);
        assert_memory_equal(&before, &s.deck.cards[card], sizeof before);
        SpacedInput input = input_of(SPACED_SHOW);
        assert_true(spaced_apply(&sitting, &s.deck, &input));
        input.kind = SPACED_GRADE;
        input.grade = grades[i % 4];
        assert_true(spaced_apply(&sitting, &s.deck, &input));
        assert_int_equal(s.deck.cards[card].due_ms - s.wall_ms, shown[grades[i % 4]]);
    }
}

static void the_answers_time_is_until_it_was_shown(void **state)
{
    (void)state;
    begin(20, 200);
    pass(2500);
    press(SPACED_SHOW);
    pass(9000);
    StudyFact fact = spaced_fact(&sitting, &s.deck, GRADE_HARD);
    assert_int_equal(fact.evidence.response_ms, 2500);
    assert_int_equal(fact.evidence.format, EVIDENCE_CARD);
    assert_int_equal(fact.evidence.grade, GRADE_HARD);
    assert_true(fact.evidence.is_right);
    assert_true(str_is(fact.shown, deck_term(s.base.deck, 0)));
    assert_false(spaced_fact(&sitting, &s.deck, GRADE_AGAIN).evidence.is_right);
    pass(-20000); /* the clock cannot go back, but if it did */
    press(SPACED_UNDO);
    begin(20, 200);
    at_ms -= 5000;
    press(SPACED_SHOW);
    assert_int_equal(sitting.response_ms, 0);
}

/* --- undo --- */

typedef struct {
    StudyCard cards[40];
    Learner learner;
    SpacedPlace at;
} Copy;

static Copy copy_now(void)
{
    Copy copy;
    memset(&copy, 0, sizeof copy);
    memcpy(copy.cards, s.deck.cards, sizeof copy.cards);
    copy.learner = s.deck.learner;
    copy.at = sitting.at;
    return copy;
}

static void undo_brings_every_bit_back(void **state)
{
    (void)state;
    static Copy before[64];
    Rng rng;
    rng_seed(&rng, 11);
    for (uint32_t i = 0; i < 15; i++) study_answer(&s, i, GRADE_GOOD);
    pass(9 * CALENDAR_DAY_MS);
    begin(20, 200);
    int count = 0;
    for (; count < 60 && sitting.at.card != DECK_NO_CARD; count++) {
        before[count] = copy_now();
        uint64_t what = rng_below(&rng, 8);
        if (what == 6)
            assert_true(press(SPACED_BURY));
        else if (what == 7)
            assert_true(press(SPACED_SUSPEND));
        else
            grade((Grade)(1 + what % 4));
    }
    assert_true(count > 30);
    while (count-- > 0) {
        assert_true(press(SPACED_UNDO));
        Copy now = copy_now();
        assert_memory_equal(now.cards, before[count].cards, sizeof now.cards);
        assert_memory_equal(&now.learner, &before[count].learner, sizeof now.learner);
        assert_memory_equal(&now.at, &before[count].at, sizeof now.at);
    }
    assert_false(press(SPACED_UNDO));
}

static void after_undo_the_same_card_is_graded_again(void **state)
{
    (void)state;
    begin(20, 200);
    grade(GRADE_GOOD);
    grade(GRADE_AGAIN);
    assert_true(press(SPACED_STAR)); /* of card 2, which stays starred */
    assert_true(press(SPACED_UNDO));
    assert_int_equal(sitting.at.card, 1);
    assert_true(sitting.is_shown);
    assert_int_equal(sitting.response_ms, 2000);
    assert_true(s.deck.cards[2].is_starred);
    SpacedInput input = input_of(SPACED_GRADE);
    input.grade = GRADE_EASY;
    assert_true(spaced_apply(&sitting, &s.deck, &input));
    assert_int_equal(sitting.at.tally.right, 2);
    for (uint32_t i = 2; i < 20; i++) assert_int_equal(grade(GRADE_GOOD), i);
    assert_int_equal(sitting.at.card, DECK_NO_CARD); /* card 1 does not come again */
    assert_true(press(SPACED_UNDO));                 /* from the end too */
    assert_int_equal(sitting.at.card, 19);
}

/* --- marks --- */

static void a_buried_card_comes_back_on_the_next_day(void **state)
{
    (void)state;
    begin(1, 200);
    assert_true(press(SPACED_BURY));
    assert_int_equal(sitting.at.card, DECK_NO_CARD);
    assert_int_equal(sitting.summary.put_aside, 1);
    begin(1, 200);
    assert_int_equal(sitting.at.card, 1);
    s.wall_ms = study_today(&s).end_ms - 1;
    begin(1, 200);
    assert_int_equal(sitting.at.card, 1);
    s.wall_ms++;
    begin(1, 200);
    assert_int_equal(sitting.at.card, 0);
}

static void a_suspended_card_stays_away_until_it_is_taken_back(void **state)
{
    (void)state;
    study_answer(&s, 0, GRADE_GOOD);
    pass(9 * CALENDAR_DAY_MS);
    begin(0, 200);
    assert_true(press(SPACED_SUSPEND));
    assert_int_equal(sitting.at.card, DECK_NO_CARD);
    pass(99 * CALENDAR_DAY_MS);
    begin(0, 200);
    assert_int_equal(sitting.at.card, DECK_NO_CARD);
    assert_int_equal(sitting.summary.put_aside, 1);
    assert_true(press(SPACED_TAKE_BACK));
    assert_int_equal(sitting.at.card, 0);
}

static void what_is_put_aside_does_not_come_again(void **state)
{
    (void)state;
    begin(8, 200);
    grade(GRADE_AGAIN);
    for (int i = 0; i < 4; i++) grade(GRADE_GOOD);
    assert_int_equal(sitting.at.card, 0);
    grade(GRADE_AGAIN);
    s.deck.cards[0].is_suspended = true;
    for (uint32_t i = 5; i < 8; i++) assert_int_equal(grade(GRADE_GOOD), i);
    assert_int_equal(sitting.at.card, DECK_NO_CARD);
}

static void fail_after_days(uint32_t card)
{
    pass(3000 * CALENDAR_DAY_MS);
    begin(0, 200);
    while (sitting.at.card != card) grade(GRADE_GOOD);
    grade(GRADE_AGAIN);
}

static void a_leech_is_pointed_out_after_eight_lapses(void **state)
{
    (void)state;
    for (int i = 0; i < 8; i++) {
        assert_int_equal(sitting.leech == DECK_NO_CARD || i == 0, true);
        s.deck.cards[3] = (StudyCard){.memory = s.deck.cards[3].memory, .due_ms = 0};
        s.deck.cards[3].memory.lapses = i;
        for (int good = 0; good < 3; good++) {
            study_answer(&s, 3, GRADE_GOOD);
            pass(3 * CALENDAR_DAY_MS);
        }
        fail_after_days(3);
        assert_int_equal(s.deck.cards[3].memory.lapses, i + 1);
    }
    assert_int_equal(sitting.leech, 3);
    assert_true(press(SPACED_KEEP_LEECH));
    assert_int_equal(sitting.leech, DECK_NO_CARD);
    assert_false(s.deck.cards[3].is_suspended);
    assert_true(press(SPACED_UNDO));
    SpacedInput input = input_of(SPACED_GRADE);
    input.grade = GRADE_AGAIN;
    assert_true(spaced_apply(&sitting, &s.deck, &input));
    assert_int_equal(sitting.leech, 3);
    assert_true(press(SPACED_SUSPEND));
    assert_true(s.deck.cards[3].is_suspended);
    assert_int_equal(sitting.at.card, DECK_NO_CARD); /* it was the only one, and does not come again */
    assert_true(press(SPACED_UNDO));
    assert_false(s.deck.cards[3].is_suspended);
    assert_int_equal(sitting.at.card, 3); /* to be asked again, as before it was suspended */
}

/* --- days --- */

static void days_go_by_and_intervals_grow(void **state)
{
    (void)state;
    uint32_t asked[60] = {0};
    for (int day = 0; day < 60; day++) {
        begin(2, 200);
        while (sitting.at.card != DECK_NO_CARD) {
            grade(GRADE_GOOD);
            asked[day]++;
        }
        assert_true(sitting.summary.next_ms >= study_today(&s).end_ms);
        next_day();
    }
    assert_int_equal(asked[0], 2);
    for (uint32_t i = 0; i < 40; i++) {
        const CardMemory *memory = &s.deck.cards[i].memory;
        assert_true(memory->answers >= 3 && memory->answers <= 5);
        assert_true(memory->s90 > 20);
    }
}

static void a_clock_set_back_asks_nothing_twice_and_loses_nothing(void **state)
{
    (void)state;
    begin(20, 200);
    grade_all(GRADE_GOOD);
    s.wall_ms -= 400 * CALENDAR_DAY_MS;
    begin(0, 200);
    assert_int_equal(sitting.at.card, DECK_NO_CARD);
    assert_int_equal(sitting.summary.ahead_left, 20);
    assert_true(press(SPACED_TAKE_AHEAD));
    for (int i = 0; i < 20; i++) {
        uint32_t card = grade(GRADE_GOOD);
        const CardMemory *memory = &s.deck.cards[card].memory;
        assert_int_equal(memory->answers, 2);
        assert_true(memory->state.stability > 0 && memory->s90 > 0);
        assert_true(s.deck.cards[card].due_ms > s.wall_ms);
    }
    s.wall_ms += 800 * CALENDAR_DAY_MS;
    begin(0, 200);
    assert_int_equal(sitting.left, 20);
}

static void a_leap_day_passes_as_any_other(void **state)
{
    (void)state;
    int64_t eve = calendar_day_of_date((CalendarDate){2028, 2, 28}) * CALENDAR_DAY_MS;
    s.wall_ms = eve + 9 * CALENDAR_HOUR_MS;
    begin(1, 200);
    grade(GRADE_GOOD);
    int32_t number = study_today(&s).number;
    for (int i = 1; i <= 3; i++) {
        next_day();
        assert_int_equal(study_today(&s).number, number + i);
    }
    CalendarDate date = calendar_date_of_day(study_today(&s).number);
    assert_true(date.year == 2028 && date.month == 3 && date.day == 2);
    next_day(); /* 4.78 days after the 28th are the 4th of March in the night, so asked on the 3rd or 4th */
    next_day();
    begin(0, 200);
    assert_int_equal(sitting.at.card, 0);
}

static void a_journey_east_moves_the_day_not_the_cards(void **state)
{
    (void)state;
    begin(2, 200);
    assert_true(press(SPACED_BURY));
    grade_all(GRADE_GOOD);
    s.utc_offset_min = 9 * 60; /* 09:00 UTC is 18:00 in Tokyo, still the same day */
    begin(1, 200);
    assert_int_equal(sitting.at.card, 2);
    pass(11 * CALENDAR_HOUR_MS); /* 05:00 of the next day there, before 04:00 UTC */
    begin(1, 200);
    assert_int_equal(sitting.at.card, 2);
    pass(8 * CALENDAR_HOUR_MS);
    begin(1, 200);
    assert_int_equal(sitting.at.card, 0);
}

/* --- any order of inputs --- */

static uint32_t count_queue(uint32_t card)
{
    uint32_t count = sitting.at.card == card;
    for (uint32_t i = sitting.at.planned_at; i < sitting.at.planned_count; i++)
        count += sitting.planned[i] == card;
    for (uint32_t i = sitting.at.again_head; i < sitting.at.again_tail; i++)
        count += sitting.again[i].card == card;
    return count;
}

static void check_sound(void)
{
    const SpacedPlace *at = &sitting.at;
    assert_true(at->planned_at <= at->planned_count && at->again_head <= at->again_tail);
    assert_true(at->tally.right <= at->tally.reviewed && (uint32_t)at->turn == at->tally.reviewed);
    assert_true(at->card == DECK_NO_CARD || at->card < 40);
    assert_int_equal(at->card == DECK_NO_CARD, sitting.left == 0);
    if (at->card != DECK_NO_CARD) assert_true(sitting.left <= 40);
    for (uint32_t i = 0; i < 40; i++) {
        assert_true(count_queue(i) <= 1);
        const StudyCard *card = &s.deck.cards[i];
        assert_true(card_memory_is_new(&card->memory) ||
                    card->due_ms - card->memory.last_ms >= CARD_MEMORY_SOONEST_MS);
    }
    if (at->card != DECK_NO_CARD && sitting.leech == DECK_NO_CARD)
        assert_false(s.deck.cards[at->card].is_suspended);
}

static void any_order_of_inputs_keeps_the_sitting_sound(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 40; seed++) {
        Rng rng;
        rng_seed(&rng, seed);
        study_forget(&s);
        s.wall_ms = STUDY_MORNING;
        begin((int32_t)rng_below(&rng, 30), (int32_t)rng_below(&rng, 30));
        for (int i = 0; i < 400; i++) {
            SpacedInput input = input_of((SpacedKind)rng_below(&rng, SPACED_TAKE_BACK + 1));
            if (rng_below(&rng, 2)) input.kind = sitting.is_shown ? SPACED_GRADE : SPACED_SHOW;
            input.grade = (Grade)rng_below(&rng, 6); /* two that there are not */
            spaced_apply(&sitting, &s.deck, &input);
            check_sound();
            pass((int64_t)rng_below(&rng, rng_below(&rng, 20) ? 60000 : 3 * CALENDAR_DAY_MS));
            if (rng_below(&rng, 60) == 0) begin(10, 100);
        }
    }
}

/* Whatever the grades: between two askings of a card there are four others, or all that were left. */
static void four_others_come_between_whatever_the_grades(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 60; seed++) {
        Rng rng;
        rng_seed(&rng, seed + 100);
        study_forget(&s);
        begin(20, 200);
        int last[40], turn = 0;
        for (int i = 0; i < 40; i++) last[i] = -100;
        for (; sitting.at.card != DECK_NO_CARD && turn < 300; turn++) {
            uint32_t card = sitting.at.card;
            if (turn - last[card] - 1 < SPACED_OTHERS)
                assert_int_equal(sitting.at.planned_at, sitting.at.planned_count);
            last[card] = turn;
            grade(rng_below(&rng, 3) ? GRADE_GOOD : GRADE_AGAIN);
        }
    }
}

static void a_sitting_made_anew_goes_on_with_the_card_that_was_asked(void **state)
{
    (void)state;
    begin(5, 200);
    for (int i = 0; i < 3; i++) grade(GRADE_AGAIN);
    pass(2000);
    assert_true(press(SPACED_SHOW));
    Spaced before = sitting;
    const uint32_t cards[] = {3, 30, DECK_NO_CARD};
    for (size_t i = 0; i < sizeof cards / sizeof *cards; i++) {
        begin(5, 200);
        uint32_t first = sitting.at.card, left = sitting.left;
        SpacedInput now = input_of(SPACED_REFRESH);
        spaced_go_on(&sitting, &before, cards[i], &s.deck, &now);
        bool is_asked = cards[i] != DECK_NO_CARD;
        assert_int_equal(sitting.at.card, is_asked ? cards[i] : first);
        assert_int_equal(sitting.is_shown, is_asked);
        assert_int_equal(sitting.response_ms, is_asked ? 2000 : 0);
        assert_int_equal(sitting.left, left + (cards[i] == 30)); /* it was not planned */
    }
}

static void a_sitting_of_a_large_deck_is_made_from_what_is_due(void **state)
{
    (void)state;
    stop(NULL);
    open_deck(3000);
    for (uint32_t i = 0; i < 3000; i += 2) study_answer(&s, i, GRADE_GOOD);
    pass(9 * CALENDAR_DAY_MS);
    begin(20, 9999);
    assert_int_equal(sitting.left, 1520);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, start, stop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(new_cards_come_in_the_decks_order_up_to_the_days_number),
        TEST(the_weakest_of_the_due_come_first),
        TEST(the_days_number_of_reviews_takes_the_weakest),
        TEST(new_cards_are_woven_between_the_due),
        TEST(tags_say_which_cards),
        TEST(a_card_due_this_evening_is_asked_in_the_morning),
        TEST(a_card_graded_again_comes_after_four_others),
        TEST(sooner_where_fewer_are_left),
        TEST(a_sitting_that_was_broken_off_asks_again_what_was_wrong),
        TEST(the_shown_interval_is_the_one_that_comes),
        TEST(the_answers_time_is_until_it_was_shown),
        TEST(undo_brings_every_bit_back),
        TEST(after_undo_the_same_card_is_graded_again),
        TEST(a_buried_card_comes_back_on_the_next_day),
        TEST(a_suspended_card_stays_away_until_it_is_taken_back),
        TEST(what_is_put_aside_does_not_come_again),
        TEST(a_leech_is_pointed_out_after_eight_lapses),
        TEST(days_go_by_and_intervals_grow),
        TEST(a_clock_set_back_asks_nothing_twice_and_loses_nothing),
        TEST(a_leap_day_passes_as_any_other),
        TEST(a_journey_east_moves_the_day_not_the_cards),
        TEST(any_order_of_inputs_keeps_the_sitting_sound),
        TEST(four_others_come_between_whatever_the_grades),
        TEST(a_sitting_made_anew_goes_on_with_the_card_that_was_asked),
        TEST(a_sitting_of_a_large_deck_is_made_from_what_is_due),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
