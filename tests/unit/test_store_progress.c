#include "unit/store_study_fixture.h"

static void add(Store *store, int64_t player, const char *deck, const char *card, int64_t day)
{
    StoreAnswer answer = study_answer(player, card, "typed", true, STUDY_START_MS + day * STUDY_DAY_MS);
    answer.deck_id = str_of(deck);
    store_add_answer(store, &answer);
}

static int32_t levels_of(const StoreProgressDay *day)
{
    return day->levels[MASTERY_LEARNING] + day->levels[MASTERY_FAMILIAR] + day->levels[MASTERY_MASTERED];
}

static void days_show_what_was_there_at_their_end(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    add(store, ada, "capitals", "fr", 0);
    add(store, ada, "capitals", "es", 0);
    add(store, ada, "kana", "a", 1);
    study_flush(store);
    add(store, ada, "capitals", "it", 3);
    add(store, ada, "kana", "a", 3);
    study_flush(store);
    int32_t first = (int32_t)(STUDY_START_MS / STUDY_DAY_MS);
    StoreProgressDay *days;
    assert_int_equal(store_progress_days(store, ada, STR(""), 0, &fixture->arena, &days), 3);
    assert_int_equal(days[0].day, first);
    assert_int_equal(days[0].answers, 2);
    assert_int_equal(days[0].right, 2);
    assert_int_equal(levels_of(&days[0]), 2);
    assert_int_equal(days[1].day, first + 1);
    assert_int_equal(levels_of(&days[1]), 3);
    assert_true(days[1].bars > days[0].bars);
    assert_int_equal(days[2].day, first + 3);
    assert_int_equal(days[2].answers, 2);
    assert_int_equal(levels_of(&days[2]), 4);
    StoreMastery capitals = store_mastery(store, ada, STR("capitals")),
                 kana = store_mastery(store, ada, STR("kana"));
    double off = days[2].bars - capitals.bars - kana.bars;
    assert_true(off < 1e-9 && off > -1e-9);
    assert_int_equal(store_progress_days(store, ada, STR("capitals"), first + 1, &fixture->arena, &days), 1);
    assert_int_equal(levels_of(&days[0]), 3);
    assert_int_equal(store_progress_days(store, 9, STR(""), 0, &fixture->arena, &days), 0);
    store_close(store);
}

/* A year without an answer: the bars have fallen when the next one comes. */
static void what_was_forgotten_shows(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    for (int i = 0; i < 20; i++) add(store, ada, "capitals", str_format(&fixture->arena, "%d", i).data, 0);
    add(store, ada, "capitals", "0", 365);
    study_flush(store);
    StoreProgressDay *days;
    assert_int_equal(store_progress_days(store, ada, STR("capitals"), 0, &fixture->arena, &days), 2);
    assert_true(days[1].bars < days[0].bars * .9);
    double before = store_mastery(store, ada, STR("capitals")).bars;
    store_recount(store, ada, STR("capitals"), STUDY_START_MS + 3000 * STUDY_DAY_MS);
    study_flush(store);
    assert_true(store_mastery(store, ada, STR("capitals")).bars < before);
    store_close(store);
}

static void predictions_are_held_against_answers(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    Memory memory = memory_make(MODEL_FSRS7);
    double predicted = memory_recall(&memory, memory_first(&memory, GRADE_GOOD), 2);
    int bin = (int)(predicted * STORE_CALIBRATION_BINS);
    static const char *const decks[] = {"capitals", "kana"};
    for (int deck = 0; deck < 2; deck++) {
        StoreAnswer answer = study_answer(ada, "fr", "card", true, STUDY_START_MS);
        answer.deck_id = str_of(decks[deck]);
        store_add_answer(store, &answer); /* new: nothing was predicted */
        answer.at_ms += 2 * STUDY_DAY_MS;
        answer.day += 2;
        answer.is_right = deck == 0;
        answer.grade = deck == 0 ? GRADE_GOOD : GRADE_AGAIN;
        store_add_answer(store, &answer);
        answer.format = STR("choice"); /* no free recall */
        store_add_answer(store, &answer);
    }
    study_flush(store);
    StoreCalibration bins[STORE_CALIBRATION_BINS];
    store_calibration(store, ada, STR(""), bins);
    assert_int_equal(bins[bin].count, 2);
    assert_int_equal(bins[bin].right, 1);
    double off = bins[bin].predicted - 2 * predicted;
    assert_true(off < 1e-5 && off > -1e-5);
    store_calibration(store, ada, STR("kana"), bins);
    assert_int_equal(bins[bin].count, 1);
    assert_int_equal(bins[bin].right, 0);
    store_calibration(store, ada, STR("morse"), bins);
    for (int i = 0; i < STORE_CALIBRATION_BINS; i++) assert_int_equal(bins[i].count, 0);
    store_close(store);
}

static void times_of_the_last_right_answers_come_first(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    for (int i = 0; i < 8; i++) {
        StoreAnswer answer = study_answer(ada, "fr", "match", i != 3, STUDY_START_MS + i * 1000);
        answer.response_ms = 1000 + i;
        answer.lost_focus = i == 4;
        answer.is_forced = i == 5;
        if (i == 6) answer.deck_id = STR("kana");
        store_add_answer(store, &answer);
    }
    study_flush(store);
    int32_t *times;
    assert_int_equal(store_response_times(store, ada, STR("capitals"), 3, &fixture->arena, &times), 3);
    assert_int_equal(times[0], 1007);
    assert_int_equal(times[1], 1002);
    assert_int_equal(times[2], 1001);
    assert_int_equal(store_response_times(store, ada, STR(""), 10, &fixture->arena, &times), 5);
    assert_int_equal(times[1], 1006);
    store_close(store);
}

static void the_hardest_cards_are_those_soonest_forgotten(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    add(store, ada, "capitals", "known", 0);
    add(store, ada, "capitals", "known", 20);
    add(store, ada, "kana", "so-so", 0);
    StoreAnswer missed = study_answer(ada, "missed", "typed", false, STUDY_START_MS);
    store_add_answer(store, &missed);
    store_star_card(store, ada, STR("capitals"), STR("never answered"), true);
    study_flush(store);
    StoreHardCard *hard;
    assert_int_equal(store_hardest(store, ada, STR(""), 10, &fixture->arena, &hard), 3);
    assert_string_equal(hard[0].card_id.data, "missed");
    assert_string_equal(hard[0].deck_id.data, "capitals");
    assert_string_equal(hard[1].card_id.data, "so-so");
    assert_string_equal(hard[1].deck_id.data, "kana");
    assert_string_equal(hard[2].card_id.data, "known");
    assert_int_equal(hard[2].memory.answers, 2);
    assert_int_equal(store_hardest(store, ada, STR("capitals"), 1, &fixture->arena, &hard), 1);
    store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(days_show_what_was_there_at_their_end),
        STORE_TEST(what_was_forgotten_shows),
        STORE_TEST(predictions_are_held_against_answers),
        STORE_TEST(times_of_the_last_right_answers_come_first),
        STORE_TEST(the_hardest_cards_are_those_soonest_forgotten),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
