#include "unit/store_study_fixture.h"

#define REVIEW_DAYS 40

static StoreReview review_at(const char *card, int64_t at_ms, int32_t grade)
{
    return (StoreReview){str_of(card), at_ms, (int32_t)(at_ms / STUDY_DAY_MS), grade, 4000};
}

static int64_t add(Store *store, int64_t player, const StoreReview *items, size_t count)
{
    StoreReviews reviews = {player, STR("capitals"), STR("0123"), items, count};
    int64_t added = -1;
    Err err = {0};
    if (!store_add_reviews(store, &reviews, &added, &err)) fail_msg("%s", err.text);
    return added;
}

static CardMemory memory_of(Fixture *fixture, Store *store, int64_t player, const char *card)
{
    StoreCard *cards;
    size_t count = store_cards(store, player, STR("capitals"), &fixture->arena, &cards);
    for (size_t i = 0; i < count; i++)
        if (str_is(cards[i].card_id, str_of(card))) return cards[i].memory;
    return (CardMemory){0};
}

static void assert_memory(const CardMemory *a, const CardMemory *b)
{
    assert_memory_equal(&a->state, &b->state, sizeof a->state);
    assert_int_equal(a->last_ms, b->last_ms);
    assert_int_equal(a->answers, b->answers);
    assert_int_equal(a->lapses, b->lapses);
    assert_int_equal(a->good_days, b->good_days);
}

/* What plain FSRS says of a card that was graded at these times. */
static CardMemory expect(const StoreReview *items, size_t count)
{
    Memory memory = memory_make(MODEL_FSRS7);
    Learner learner = {0};
    CardMemory card = {0};
    for (size_t i = 0; i < count; i++) {
        Evidence evidence = {.format = EVIDENCE_CARD,
                             .is_right = items[i].grade > 1,
                             .grade = (Grade)items[i].grade,
                             .response_ms = items[i].took_ms};
        card_memory_apply(&memory, &learner, &card, &evidence, (Moment){items[i].at_ms, items[i].day});
    }
    return card;
}

static void reviews_start_the_memory(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    const StoreReview fr[] = {review_at("fr", STUDY_START_MS, 1), review_at("fr", STUDY_START_MS + 600000, 3),
                              review_at("fr", STUDY_START_MS + 3 * STUDY_DAY_MS, 2),
                              review_at("fr", STUDY_START_MS + 9 * STUDY_DAY_MS, 4)};
    const StoreReview mixed[] = {fr[2], fr[0], fr[3], fr[1]};
    assert_int_equal(add(store, ada, mixed, 4), 4);
    CardMemory expected = expect(fr, 4), kept = memory_of(fixture, store, ada, "fr");
    assert_memory(&kept, &expected);
    StoreMastery mastery = store_mastery(store, ada, STR("capitals"));
    assert_int_equal(mastery.cards, 1);
    Learner learner = store_learner(store, ada);
    assert_int_equal(learner.first_wrong, 1);
    StoreDue *due;
    assert_int_equal(store_due(store, ada, STR("capitals"), STUDY_START_MS + 900 * STUDY_DAY_MS, 10,
                               &fixture->arena, &due),
                     1);
    store_close(store);
}

static void reviews_are_no_session_and_no_day_of_this_game(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    const StoreReview review = review_at("fr", STUDY_START_MS, 3);
    assert_int_equal(add(store, ada, &review, 1), 1);
    StoreSession *sessions;
    StoreDay *days;
    StoreProgressDay *progress;
    StoreStudyRow *rows;
    StoreCalibration bins[STORE_CALIBRATION_BINS];
    assert_int_equal(store_sessions(store, 0, STR(""), 9, &fixture->arena, &sessions), 0);
    assert_int_equal(store_answer_days(store, ada, &fixture->arena, &days), 0);
    assert_int_equal(store_progress_days(store, ada, STR(""), 0, &fixture->arena, &progress), 0);
    assert_int_equal(store_last_played(store, ada, STR("capitals")), 0);
    assert_int_equal(store_last_deck(store, ada, &fixture->arena).size, 0);
    store_calibration(store, ada, STR(""), bins);
    for (int i = 0; i < STORE_CALIBRATION_BINS; i++) assert_int_equal(bins[i].count, 0);
    assert_int_equal(store_study_rows(store, STR("capitals"), STUDY_START_MS, &fixture->arena, &rows), 1);
    assert_int_equal(rows[0].mastery.cards, 1);
    assert_int_equal(rows[0].reviews, 0);
    assert_int_equal(rows[0].last_ms, 0);
    assert_false(rows[0].is_autoplay);
    StorePlayer *players;
    assert_int_equal(store_players(store, &fixture->arena, &players), 1);
    assert_int_equal(players[0].answers, 1); /* it would go with the player */
    store_close(store);
}

static void a_review_is_added_once(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada"), bo = fixture_player(store, "Bo");
    const StoreReview items[] = {review_at("fr", STUDY_START_MS, 3), review_at("es", STUDY_START_MS, 3),
                                 review_at("fr", STUDY_START_MS, 3), review_at("fr", STUDY_START_MS + 1, 2)};
    assert_int_equal(add(store, ada, items, 3), 2);
    Str cards = study_dump_store(fixture, store, study_cards_sql);
    assert_int_equal(add(store, ada, items, 3), 0);
    study_assert_same(study_dump_store(fixture, store, study_cards_sql), cards);
    assert_int_equal(add(store, ada, items, 4), 1);
    assert_int_equal(add(store, bo, items, 4), 3);
    assert_int_equal(fixture_number(store_path(store), "SELECT count(*) FROM answer"), 6);
    store_close(store);
}

/* Reviews of some days among the answers of this game, and later than them. */
static size_t make_reviews(Fixture *fixture, StoreReview *out)
{
    Rng rng;
    rng_seed(&rng, 11);
    size_t count = 0;
    for (int day = -REVIEW_DAYS; day < REVIEW_DAYS; day++)
        for (int i = 0; i < 5; i++) {
            const char *card = str_format(&fixture->arena, "card-%d", (int)rng_below(&rng, 40)).data;
            int64_t at_ms = STUDY_START_MS + day * STUDY_DAY_MS + (int64_t)rng_below(&rng, STUDY_DAY_MS);
            out[count++] = review_at(card, at_ms, 1 + (int32_t)rng_below(&rng, 4));
        }
    return count;
}

static void among_own_answers_they_are_played_by_their_time(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    const StoreReview fr[] = {review_at("fr", STUDY_START_MS, 3),
                              review_at("fr", STUDY_START_MS + 2 * STUDY_DAY_MS, 3),
                              review_at("fr", STUDY_START_MS + 4 * STUDY_DAY_MS, 1),
                              review_at("fr", STUDY_START_MS + 5 * STUDY_DAY_MS, 3)};
    StoreAnswer own = study_answer(ada, "fr", "card", true, fr[1].at_ms);
    own.response_ms = 4000;
    store_add_answer(store, &own);
    const StoreReview others[] = {fr[2], fr[0]};
    assert_int_equal(add(store, ada, others, 2), 2);
    CardMemory expected = expect(fr, 3), kept = memory_of(fixture, store, ada, "fr");
    assert_memory(&kept, &expected);
    own.at_ms = fr[3].at_ms;
    own.day = fr[3].day;
    store_add_answer(store, &own);
    study_flush(store);
    expected = expect(fr, 4), kept = memory_of(fixture, store, ada, "fr");
    assert_memory(&kept, &expected);
    store_undo_answer(store, ada, STR("capitals"), STR("fr"));
    study_flush(store);
    expected = expect(fr, 3), kept = memory_of(fixture, store, ada, "fr");
    assert_memory(&kept, &expected);
    store_close(store);
}

static void a_rebuild_with_reviews_is_the_same_bit_for_bit(void **state)
{
    Fixture *fixture = *state;
    StoreReview items[REVIEW_DAYS * 10];
    size_t count = make_reviews(fixture, items);
    Store *store = study_add_many(fixture, store_open(fixture->folder), 400);
    int64_t sessions = fixture_number(store_path(store), "SELECT count(*) FROM study_session");
    int64_t days = fixture_number(store_path(store), "SELECT count(*) FROM study_day");
    assert_true(add(store, 1, items, count) > 300);
    assert_true(add(store, 2, items, count / 2) > 150);
    assert_int_equal(fixture_number(store_path(store), "SELECT count(*) FROM study_session"), sessions);
    assert_int_equal(fixture_number(store_path(store), "SELECT count(*) FROM study_day"), days);
    Rng rng;
    rng_seed(&rng, 12);
    for (int i = 0; i < 100; i++) {
        int64_t at_ms = STUDY_START_MS + 500 * STUDY_DAY_MS + i * 4000000;
        StoreAnswer answer = study_any_answer(fixture, &rng, 1 + i % 2, at_ms);
        store_add_answer(store, &answer);
        if (i % 4 == 0) store_undo_answer(store, answer.player, answer.deck_id, answer.card_id);
        if (i % 9 == 0) study_flush(store);
    }
    Str cards = study_dump_store(fixture, store, study_cards_sql);
    Str all = study_dump_store(fixture, store, study_all_sql);
    int64_t played;
    assert_true(store_rebuild_memory(store, &played, NULL));
    study_assert_same(study_dump_store(fixture, store, study_cards_sql), cards);
    study_assert_same(study_dump_store(fixture, store, study_all_sql), all);
    assert_true(fixture_is_sound(store_path(store)));
    store_close(store);
}

static void an_own_answer_is_taken_back_past_later_reviews(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    StoreAnswer own = study_answer(ada, "fr", "typed", true, STUDY_START_MS);
    store_add_answer(store, &own);
    const StoreReview reviews[] = {review_at("fr", STUDY_START_MS - STUDY_DAY_MS, 3),
                                   review_at("es", STUDY_START_MS + STUDY_DAY_MS, 3)};
    assert_int_equal(add(store, ada, reviews, 2), 2);
    StoreTicket wrong = store_undo_answer(store, ada, STR("capitals"), STR("es"));
    StoreTicket right = store_undo_answer(store, ada, STR("capitals"), STR("fr"));
    StoreTicket none = store_undo_answer(store, ada, STR("capitals"), STR("fr"));
    study_flush(store);
    assert_int_equal(store_ticket(store, wrong), TICKET_FAILED);
    assert_int_equal(store_ticket(store, right), TICKET_SAVED);
    assert_int_equal(store_ticket(store, none), TICKET_FAILED);
    CardMemory expected = expect(reviews, 1), kept = memory_of(fixture, store, ada, "fr");
    assert_memory(&kept, &expected);
    StoreSession *sessions;
    assert_int_equal(store_sessions(store, ada, STR(""), 9, &fixture->arena, &sessions), 0);
    store_close(store);
}

static void where_they_cannot_be_kept_it_is_said(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada"), added;
    const StoreReview review = review_at("fr", STUDY_START_MS, 3);
    StoreReviews reviews = {77, STR("capitals"), STR(""), &review, 1};
    Err err = {0};
    assert_false(store_add_reviews(store, &reviews, &added, &err));
    assert_string_equal(err.text, "That player is not there any more.");
    assert_int_equal(added, 0);
    store_close(store);
    fixture_number(fixture_path(fixture, "matchwick.db"), "PRAGMA user_version = 99");
    store = store_open(fixture->folder);
    reviews.player = ada;
    err_clear(&err);
    assert_false(store_add_reviews(store, &reviews, &added, &err));
    assert_non_null(strstr(err.text, "Nothing can be added"));
    store_close(store);
    assert_int_equal(fixture_number(fixture_path(fixture, "matchwick.db"), "SELECT count(*) FROM answer"), 0);
}

/* As a file that was made before reviews were known. */
static void a_file_of_version_2_learns_of_them(void **state)
{
    Fixture *fixture = *state;
    const char *path = fixture_path(fixture, "matchwick.db");
    store_close(study_add_many(fixture, store_open(fixture->folder), 50));
    fixture_number(path, "DROP INDEX answer_review");
    fixture_number(path, "DROP TRIGGER answer_counted");
    fixture_number(path, "CREATE TRIGGER answer_counted AFTER INSERT ON answer BEGIN SELECT 1; END");
    fixture_number(path, "PRAGMA user_version = 2");
    Store *store = store_open(fixture->folder);
    const char *sentence;
    assert_int_equal(fixture_health(fixture, store, &sentence), STORE_WELL);
    const StoreReview review = review_at("fr", STUDY_START_MS, 3);
    assert_int_equal(add(store, 1, &review, 1), 1);
    StorePlayer *players;
    store_players(store, &fixture->arena, &players);
    int64_t before = fixture_number(path, "SELECT count(*) FROM answer WHERE player = 1 AND NOT is_undone");
    assert_int_equal(players[0].answers, before);
    store_close(store);
}

static void a_hundred_thousand_are_added_in_seconds(void **state)
{
    Fixture *fixture = *state;
    enum { COUNT = 100000 };
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    StoreReview *items = ARENA_NEW_N(&fixture->arena, StoreReview, COUNT);
    for (int i = 0; i < COUNT; i++) {
        const char *card = str_format(&fixture->arena, "card-%d", i % 8000).data;
        items[i] = review_at(card, STUDY_START_MS + i * INT64_C(700000), 1 + i % 4);
    }
    time_t from = time(NULL);
    assert_int_equal(add(store, ada, items, COUNT), COUNT);
    assert_int_equal(add(store, ada, items, COUNT), 0);
    assert_true(time(NULL) - from < 60); /* some 3 s by themselves */
    assert_int_equal(store_mastery(store, ada, STR("capitals")).cards, 8000);
    store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(reviews_start_the_memory),
        STORE_TEST(reviews_are_no_session_and_no_day_of_this_game),
        STORE_TEST(a_review_is_added_once),
        STORE_TEST(among_own_answers_they_are_played_by_their_time),
        STORE_TEST(a_rebuild_with_reviews_is_the_same_bit_for_bit),
        STORE_TEST(an_own_answer_is_taken_back_past_later_reviews),
        STORE_TEST(where_they_cannot_be_kept_it_is_said),
        STORE_TEST(a_file_of_version_2_learns_of_them),
        STORE_TEST(a_hundred_thousand_are_added_in_seconds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
