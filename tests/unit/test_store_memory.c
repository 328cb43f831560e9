#include "unit/store_study_fixture.h"

static StoreCard find_card(Fixture *fixture, Store *store, int64_t player, const char *card_id)
{
    study_flush(store);
    StoreCard *cards;
    size_t count = store_cards(store, player, STR("capitals"), &fixture->arena, &cards);
    for (size_t i = 0; i < count; i++)
        if (str_is(cards[i].card_id, str_of(card_id))) return cards[i];
    return (StoreCard){.due_ms = -1};
}

static bool is_same_memory(const CardMemory *a, const CardMemory *b)
{
    return memcmp(&a->state, &b->state, sizeof a->state) == 0 && a->last_ms == b->last_ms &&
           a->last_day == b->last_day && a->answers == b->answers && a->lapses == b->lapses &&
           a->good_days == b->good_days && a->last_good_day == b->last_good_day &&
           a->has_recalled == b->has_recalled && memcmp(&a->last_p, &b->last_p, sizeof a->last_p) == 0 &&
           memcmp(&a->s90, &b->s90, sizeof a->s90) == 0;
}

static void an_answer_steps_its_card(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    Memory memory = memory_make(MODEL_FSRS7);
    Learner learner = {0};
    CardMemory expected = {0};
    for (int i = 0; i < 30; i++) {
        bool is_typed = i % 3 == 0, is_right = i % 7 != 0;
        StoreAnswer answer = study_answer(ada, "fr", is_typed ? "typed" : "choice", is_right,
                                          STUDY_START_MS + i * STUDY_DAY_MS / 2);
        answer.response_ms = 4500 + i * 40;
        store_add_answer(store, &answer);
        Evidence evidence = {.format = is_typed ? EVIDENCE_TYPED : EVIDENCE_CHOICE,
                             .is_right = is_right,
                             .choices = answer.choices,
                             .response_ms = answer.response_ms,
                             .read_characters = answer.read_characters};
        card_memory_apply(&memory, &learner, &expected, &evidence, (Moment){answer.at_ms, answer.day});
        if (i % 10 == 3) study_flush(store);
    }
    StoreCard card = find_card(fixture, store, ada, "fr");
    assert_true(is_same_memory(&card.memory, &expected));
    assert_int_equal(card.due_ms, card_memory_due_ms(&memory, &expected, .9));
    Learner kept = store_learner(store, ada);
    assert_memory_equal(&kept, &learner, sizeof learner);
    StoreMastery mastery = store_mastery(store, ada, STR("capitals"));
    assert_int_equal(mastery.cards, 1);
    assert_int_equal(mastery.levels[mastery_level(&expected)], 1);
    double bar = mastery_bar(&expected, memory_recall(&memory, expected.state, 0));
    assert_true(mastery.bars > bar - 1e-6 && mastery.bars < bar + 1e-6);
    store_close(store);
}

static void a_wrong_match_tells_of_both_cards(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    StoreAnswer answer = study_answer(ada, "fr", "match", false, STUDY_START_MS);
    answer.chosen_card = STR("es");
    answer.choices = 6;
    store_add_answer(store, &answer);
    store_add_answer(store, &answer);
    StoreCard fr = find_card(fixture, store, ada, "fr"), es = find_card(fixture, store, ada, "es");
    assert_int_equal(fr.memory.answers, 2);
    assert_int_equal(es.memory.answers, 2);
    assert_true(fr.memory.last_p < es.memory.last_p);
    StoreConfusion *confusions;
    assert_int_equal(store_confusions(store, ada, STR("capitals"), 10, &fixture->arena, &confusions), 1);
    assert_string_equal(confusions[0].asked.data, "fr");
    assert_string_equal(confusions[0].chosen.data, "es");
    assert_int_equal(confusions[0].count, 2);
    store_close(store);
}

static void the_last_pair_changes_nothing(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    StoreAnswer answer = study_answer(ada, "fr", "match", true, STUDY_START_MS);
    answer.is_forced = true;
    store_add_answer(store, &answer);
    assert_int_equal(find_card(fixture, store, ada, "fr").due_ms, -1);
    assert_int_equal(store_mastery(store, ada, STR("capitals")).cards, 0);
    store_close(store);
}

/* --- many answers of all kinds --- */

static void a_rebuild_makes_the_same_memories_bit_for_bit(void **state)
{
    Fixture *fixture = *state;
    Store *store = study_add_many(fixture, store_open(fixture->folder), 1000);
    Str cards = study_dump_store(fixture, store, study_cards_sql),
        all = study_dump_store(fixture, store, study_all_sql);
    int64_t count = 0;
    Err err = {0};
    if (!store_rebuild_memory(store, &count, &err)) fail_msg("%s", err.text);
    assert_int_equal(count,
                     fixture_number(store_path(store), "SELECT count(*) FROM answer WHERE NOT is_undone"));
    assert_true(count > 700 && count < 950);
    study_assert_same(study_dump_store(fixture, store, study_cards_sql), cards);
    study_assert_same(study_dump_store(fixture, store, study_all_sql), all);
    assert_true(fixture_is_sound(store_path(store)));
    store_close(store);
}

/* Each bar as of the later of the card's last answer and the deck's last recount. */
static double bars_of(const StoreCard *cards, size_t count, int64_t recounted_ms)
{
    Memory memory = memory_make(MODEL_FSRS7);
    Learner learner = {0};
    double bars = 0;
    for (size_t i = 0; i < count; i++) {
        const CardMemory *card = &cards[i].memory;
        int64_t at_ms = card->last_ms > recounted_ms ? card->last_ms : recounted_ms;
        bars += mastery_bar(card, card_memory_recall(&memory, &learner, card, at_ms));
    }
    return bars;
}

static void sums_are_those_of_the_cards(void **state)
{
    Fixture *fixture = *state;
    Store *store = study_add_many(fixture, store_open(fixture->folder), 400);
    for (size_t i = 0; i < 6; i++) {
        if (i == 3) store_recount(store, 1, STR("capitals"), STUDY_START_MS + 300 * STUDY_DAY_MS);
        study_flush(store);
        StoreMastery mastery = store_mastery(store, 1, str_of(study_decks[i % 3]));
        StoreCard *cards;
        size_t count = store_cards(store, 1, str_of(study_decks[i % 3]), &fixture->arena, &cards);
        assert_int_equal(mastery.cards, count);
        assert_true(count > 10);
        int32_t levels[MASTERY_LEVELS] = {0};
        for (size_t c = 0; c < count; c++) levels[mastery_level(&cards[c].memory)]++;
        assert_memory_equal(levels, mastery.levels, sizeof levels);
        double off = mastery.bars - bars_of(cards, count, mastery.recounted_ms);
        assert_true(off < 1e-4 && off > -1e-4);
        if (i == 3) assert_int_equal(mastery.recounted_ms, STUDY_START_MS + 300 * STUDY_DAY_MS);
    }
    store_close(store);
}

static void taking_back_leaves_all_as_it_was(void **state)
{
    Fixture *fixture = *state;
    Store *store = study_add_many(fixture, store_open(fixture->folder), 150);
    Rng rng;
    rng_seed(&rng, 5);
    for (int i = 0; i < 60; i++) {
        Str cards = study_dump_store(fixture, store, study_cards_sql),
            all = study_dump_store(fixture, store, study_all_sql);
        StoreAnswer answers[3];
        int64_t at_ms = STUDY_START_MS + 400 * STUDY_DAY_MS + i * 300000;
        size_t count = 1 + rng_below(&rng, 3);
        for (size_t a = 0; a < count; a++) {
            answers[a] = study_any_answer(fixture, &rng, 1 + i % 2, at_ms + (int64_t)a * 1000);
            store_add_answer(store, &answers[a]);
        }
        if (i % 3 == 0) study_flush(store);
        StoreTicket ticket = 0;
        for (size_t a = count; a-- > 0;)
            ticket = store_undo_answer(store, answers[a].player, answers[a].deck_id, answers[a].card_id);
        study_flush(store);
        assert_int_equal(store_ticket(store, ticket), TICKET_SAVED);
        study_assert_same(study_dump_store(fixture, store, study_cards_sql), cards);
        study_assert_same(study_dump_store(fixture, store, study_all_sql), all);
    }
    store_close(store);
}

static void only_the_last_answer_is_taken_back(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada"), bo = fixture_player(store, "Bo");
    StoreAnswer first = study_answer(ada, "fr", "typed", true, STUDY_START_MS);
    StoreAnswer second = study_answer(ada, "es", "typed", true, STUDY_START_MS + 5000);
    StoreAnswer third = study_answer(bo, "fr", "typed", true, STUDY_START_MS + 6000);
    store_add_answer(store, &first);
    store_add_answer(store, &second);
    store_add_answer(store, &third);
    StoreTicket early = store_undo_answer(store, ada, STR("capitals"), STR("fr"));
    StoreTicket elsewhere = store_undo_answer(store, ada, STR("kana"), STR("es"));
    StoreTicket last = store_undo_answer(store, ada, STR("capitals"), STR("es"));
    StoreTicket next = store_undo_answer(store, ada, STR("capitals"), STR("fr"));
    StoreTicket none = store_undo_answer(store, ada, STR("capitals"), STR("fr"));
    StoreTicket nobody = store_undo_answer(store, 77, STR("capitals"), STR("fr"));
    study_flush(store);
    assert_int_equal(store_ticket(store, early), TICKET_FAILED);
    assert_int_equal(store_ticket(store, elsewhere), TICKET_FAILED);
    assert_int_equal(store_ticket(store, last), TICKET_SAVED);
    assert_int_equal(store_ticket(store, next), TICKET_SAVED);
    assert_int_equal(store_ticket(store, none), TICKET_FAILED);
    assert_int_equal(store_ticket(store, nobody), TICKET_FAILED);
    assert_int_equal(find_card(fixture, store, ada, "fr").due_ms, -1);
    assert_int_equal(find_card(fixture, store, bo, "fr").memory.answers, 1);
    StoreDay *days;
    assert_int_equal(store_answer_days(store, ada, &fixture->arena, &days), 0);
    assert_int_equal(fixture_number(store_path(store), "SELECT count(*) FROM answer"), 3);
    store_close(store);
}

/* --- model and retention --- */

static void another_model_makes_all_memories_anew(void **state)
{
    Fixture *fixture = *state;
    Store *store = study_add_many(fixture, store_open(fixture->folder), 300);
    Str by_fsrs7 = study_dump_store(fixture, store, study_cards_sql);
    Memory memory = memory_make(MODEL_FSRS6);
    Learner learner = {0};
    CardMemory expected = {0};
    StoreAnswer answer = study_answer(1, "new", "typed", true, STUDY_START_MS + 300 * STUDY_DAY_MS);
    store_set_setting(store, 1, "memory", STR("fsrs6"));
    store_add_answer(store, &answer);
    Evidence evidence = {.format = EVIDENCE_TYPED, .is_right = true};
    card_memory_apply(&memory, &learner, &expected, &evidence, (Moment){answer.at_ms, answer.day});
    StoreCard card = find_card(fixture, store, 1, "new");
    assert_true(is_same_memory(&card.memory, &expected));
    assert_int_equal(
        fixture_number(store_path(store), "SELECT count(*) FROM card_memory WHERE player = 1 AND fast <> 0"),
        0);
    store_undo_answer(store, 1, STR("capitals"), STR("new"));
    store_set_setting(store, 1, "memory", STR("fsrs7"));
    store_recount(store, 1, STR("capitals"), answer.at_ms);
    study_assert_same(study_dump_store(fixture, store, study_cards_sql), by_fsrs7);
    store_close(store);
}

static void another_retention_moves_what_is_due(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    StoreAnswer answer = study_answer(ada, "fr", "typed", true, STUDY_START_MS);
    store_add_answer(store, &answer);
    answer.deck_id = STR("kana");
    store_add_answer(store, &answer);
    int64_t due_ms = find_card(fixture, store, ada, "fr").due_ms;
    store_set_setting(store, ada, "retention", STR("80"));
    store_recount(store, ada, STR("kana"), STUDY_START_MS);
    StoreCard card = find_card(fixture, store, ada, "fr");
    Memory memory = memory_make(MODEL_FSRS7);
    assert_true(card.due_ms > due_ms);
    assert_int_equal(card.due_ms, card_memory_due_ms(&memory, &card.memory, .8));
    store_close(store);
}

/* --- due --- */

static void due_cards_come_the_longest_overdue_first(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada"), bo = fixture_player(store, "Bo");
    static const char *const cards[] = {"a", "b", "c", "d", "e"};
    for (int i = 0; i < 5; i++) {
        StoreAnswer answer = study_answer(ada, cards[4 - i], "typed", true, STUDY_START_MS + i * 60000);
        store_add_answer(store, &answer);
        answer.deck_id = STR("kana");
        store_add_answer(store, &answer);
    }
    int64_t later_ms = STUDY_START_MS + 30 * STUDY_DAY_MS;
    store_suspend_card(store, ada, STR("capitals"), STR("d"), true);
    store_bury_card(store, ada, STR("capitals"), STR("c"), later_ms + 1);
    store_star_card(store, ada, STR("capitals"), STR("z"), true);
    study_flush(store);
    StoreDue *due;
    assert_int_equal(store_due(store, ada, STR("capitals"), later_ms, 10, &fixture->arena, &due), 3);
    assert_string_equal(due[0].card_id.data, "e");
    assert_string_equal(due[0].deck_id.data, "capitals");
    assert_string_equal(due[1].card_id.data, "b");
    assert_string_equal(due[2].card_id.data, "a");
    assert_int_equal(due[0].due_ms, find_card(fixture, store, ada, "e").due_ms);
    assert_int_equal(store_due_count(store, ada, STR("capitals"), later_ms + 1, 10), 4);
    assert_int_equal(store_due_count(store, ada, STR(""), later_ms, 100), 8);
    assert_int_equal(store_due_count(store, ada, STR(""), later_ms, 5), 5);
    assert_int_equal(store_due(store, ada, STR(""), later_ms, 2, &fixture->arena, &due), 2);
    assert_string_equal(due[1].card_id.data, "e");
    assert_int_equal(store_due_count(store, ada, STR("capitals"), STUDY_START_MS, 10), 0);
    assert_int_equal(store_due_count(store, ada, STR("capitals"), INT64_MAX, 10), 4);
    assert_int_equal(store_due_count(store, bo, STR(""), later_ms, 10), 0);
    store_suspend_card(store, ada, STR("capitals"), STR("d"), false);
    study_flush(store);
    assert_int_equal(store_due_count(store, ada, STR("capitals"), later_ms, 10), 4);
    store_close(store);
}

static void marks_outlive_a_rebuild(void **state)
{
    Fixture *fixture = *state;
    Store *store = study_add_many(fixture, store_open(fixture->folder), 200);
    store_star_card(store, 1, STR("capitals"), STR("card-3"), true);
    store_suspend_card(store, 1, STR("capitals"), STR("card-4"), true);
    store_bury_card(store, 1, STR("kana"), STR("card-5"), STUDY_START_MS);
    store_learned(store, 1, STR("kana"), STR("never answered"), true);
    store_star_card(store, 1, STR("morse"), STR("starred and not"), true);
    store_star_card(store, 1, STR("morse"), STR("starred and not"), false);
    Str before = study_dump_store(fixture, store, study_cards_sql);
    int64_t count;
    assert_true(store_rebuild_memory(store, &count, NULL));
    study_assert_same(study_dump_store(fixture, store, study_cards_sql), before);
    assert_true(find_card(fixture, store, 1, "card-3").is_starred);
    assert_true(find_card(fixture, store, 1, "card-4").is_suspended);
    assert_int_equal(
        fixture_number(store_path(store), "SELECT count(*) FROM card_memory WHERE card_id LIKE 'starred%'"),
        0);
    StoreTicket nobody = store_star_card(store, 55, STR("kana"), STR("card-5"), true);
    study_flush(store);
    assert_int_equal(store_ticket(store, nobody), TICKET_FAILED);
    store_close(store);
}

/* --- files of all kinds --- */

static void a_file_of_version_1_is_migrated_with_its_answers(void **state)
{
    Fixture *fixture = *state;
    Str sql;
    assert_true(file_read("tests/unit/vectors/store-version-1.sql", 1 << 20, &fixture->arena, &sql, NULL));
    sqlite3 *db;
    assert_int_equal(sqlite3_open(fixture_path(fixture, "matchwick.db"), &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql.data, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    Store *store = store_open(fixture->folder);
    const char *sentence;
    assert_int_equal(fixture_health(fixture, store, &sentence), STORE_WELL);
    assert_true(store_mastery(store, 1, STR("kana")).cards > 5);
    StoreSession *sessions;
    assert_true(store_sessions(store, 0, STR(""), 100, &fixture->arena, &sessions) > 10);
    StoreStudyRow *rows;
    assert_int_equal(store_study_rows(store, STR("capitals"), sessions[0].end_ms, &fixture->arena, &rows), 2);
    assert_int_equal(rows[0].match_best_ms, 31000);
    assert_int_equal(
        fixture_number(store_path(store), "SELECT count(*) FROM card_memory WHERE player = 2 AND fast <> 0"),
        0);
    Str cards = study_dump_store(fixture, store, study_cards_sql),
        all = study_dump_store(fixture, store, study_all_sql);
    int64_t count;
    assert_true(store_rebuild_memory(store, &count, NULL));
    assert_int_equal(count, 120);
    study_assert_same(study_dump_store(fixture, store, study_cards_sql), cards);
    study_assert_same(study_dump_store(fixture, store, study_all_sql), all);
    assert_true(fixture_is_sound(store_path(store)));
    store_close(store);
}

/* A copy of version 1 that is open while another migrates goes on writing rows as it knows them. */
static void answers_that_an_old_copy_adds_are_taken_in_at_the_next_start(void **state)
{
    Fixture *fixture = *state;
    Store *store = study_add_many(fixture, store_open(fixture->folder), 60);
    int64_t answers = fixture_number(store_path(store), "SELECT sum(answers) FROM study");
    store_close(store);
    const char *path = fixture_path(fixture, "matchwick.db");
    fixture_number(path,
                   "INSERT INTO answer (player, at_ms, day, deck_id, fingerprint, card_id, mode, variant,"
                   " format, shown, chosen, chosen_card, is_right, is_autoplay, is_practice, lost_focus,"
                   " response_ms, choices, read_characters) SELECT player, at_ms + 9000000000, day + 104,"
                   " iif(id < 5, 'new', deck_id), '', card_id, mode, variant, format, '', '', '', is_right,"
                   " 0, 0, 0, response_ms, choices, 9 FROM answer WHERE id < 9");
    store = store_open(fixture->folder);
    assert_int_equal(fixture_number(path, "SELECT sum(answers) FROM study"), answers + 8);
    assert_int_equal(fixture_number(path, "SELECT count(*) FROM answer WHERE study = 0"), 0);
    StoreSession *sessions;
    assert_true(store_sessions(store, 0, STR("new"), 10, &fixture->arena, &sessions) > 0);
    Str cards = study_dump_store(fixture, store, study_cards_sql),
        all = study_dump_store(fixture, store, study_all_sql);
    int64_t count;
    assert_true(store_rebuild_memory(store, &count, NULL));
    study_assert_same(study_dump_store(fixture, store, study_cards_sql), cards);
    study_assert_same(study_dump_store(fixture, store, study_all_sql), all);
    assert_true(fixture_is_sound(path));
    store_close(store);
}

/* No file can be had where the folder is one. */
static void a_sitting_in_memory_knows_its_cards(void **state)
{
    Fixture *fixture = *state;
    assert_true(file_write(fixture_path(fixture, "data"), STR("a file"), NULL));
    Store *store = store_open(fixture_path(fixture, "data"));
    int64_t ada = fixture_player(store, "Ada");
    StoreAnswer answer = study_answer(ada, "fr", "typed", true, STUDY_START_MS);
    store_add_answer(store, &answer);
    answer.card_id = STR("es");
    store_add_answer(store, &answer);
    store_undo_answer(store, ada, STR("capitals"), STR("es"));
    store_star_card(store, ada, STR("capitals"), STR("fr"), true);
    StoreCard *cards;
    assert_int_equal(store_cards(store, ada, STR("capitals"), &fixture->arena, &cards), 1);
    assert_int_equal(cards[0].memory.answers, 1);
    assert_true(cards[0].is_starred);
    int64_t count;
    assert_true(store_rebuild_memory(store, &count, NULL));
    assert_int_equal(count, 1);
    store_close(store);
}

/* The next player's deck gets the number that the removed one's had. */
static void a_player_removed_in_such_a_sitting_takes_all_along(void **state)
{
    Fixture *fixture = *state;
    assert_true(file_write(fixture_path(fixture, "data"), STR("a file"), NULL));
    Store *store = store_open(fixture_path(fixture, "data"));
    int64_t ada = fixture_player(store, "Ada");
    StoreAnswer of_ada = study_answer(ada, "fr", "typed", true, STUDY_START_MS);
    store_add_answer(store, &of_ada);
    assert_true(store_remove_player(store, ada, NULL));
    int64_t bo = fixture_player(store, "Bo");
    StoreAnswer of_bo = study_answer(bo, "fr", "typed", true, STUDY_START_MS);
    store_add_answer(store, &of_bo);
    store_add_answer(store, &of_ada);
    StoreCard *cards;
    assert_int_equal(store_cards(store, bo, STR("capitals"), &fixture->arena, &cards), 1);
    assert_int_equal(cards[0].memory.answers, 1);
    StoreSession *sessions;
    assert_int_equal(store_sessions(store, 0, STR(""), 10, &fixture->arena, &sessions), 1);
    assert_int_equal(sessions[0].answers, 1);
    store_close(store);
}

static void what_a_newer_version_keeps_is_read_and_left_alone(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    StoreAnswer answer = study_answer(ada, "fr", "typed", true, STUDY_START_MS);
    store_add_answer(store, &answer);
    store_close(store);
    fixture_number(fixture_path(fixture, "matchwick.db"), "PRAGMA user_version = 99");
    store = store_open(fixture->folder);
    StoreCard *cards;
    assert_int_equal(store_cards(store, ada, STR("capitals"), &fixture->arena, &cards), 1);
    assert_int_equal(store_mastery(store, ada, STR("capitals")).cards, 1);
    Learner learner = store_learner(store, ada);
    assert_int_equal(learner.first_right, 1);
    StoreTicket ticket = store_star_card(store, ada, STR("capitals"), STR("fr"), true);
    assert_int_equal(store_ticket(store, ticket), TICKET_FAILED);
    int64_t count;
    Err err = {0};
    assert_false(store_rebuild_memory(store, &count, &err));
    store_close(store);
}

static void a_removed_player_takes_all_along(void **state)
{
    Fixture *fixture = *state;
    Store *store = study_add_many(fixture, store_open(fixture->folder), 100);
    StoreTest test = {.player = 1, .deck_id = STR("kana"), .total = 3, .report = STR("{}")};
    store_add_test(store, &test);
    assert_true(store_remove_player(store, 1, NULL));
    StoreAnswer answer = study_answer(1, "fr", "typed", true, STUDY_START_MS);
    StoreTicket ticket = store_add_answer(store, &answer);
    study_flush(store);
    assert_int_equal(store_ticket(store, ticket), TICKET_FAILED);
    assert_int_equal(fixture_number(store_path(store),
                                    "SELECT (SELECT count(*) FROM learner WHERE player = 1)"
                                    " + (SELECT count(*) FROM study WHERE player = 1)"
                                    " + (SELECT count(*) FROM card_memory WHERE player = 1)"
                                    " + (SELECT count(*) FROM test)"),
                     0);
    assert_int_equal(fixture_number(store_path(store),
                                    "SELECT count(*) FROM study_day, study_session, confusion, calibration"
                                    " WHERE study_day.study NOT IN (SELECT id FROM study)"),
                     0);
    assert_true(fixture_is_sound(store_path(store)));
    store_close(store);
}

/* A clock set back counts as no time. */
static void time_does_not_run_backwards(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    static const int64_t days[] = {0, 10, -400, -399, 11};
    for (size_t i = 0; i < 5; i++) {
        StoreAnswer answer = study_answer(ada, "fr", "typed", true, STUDY_START_MS + days[i] * STUDY_DAY_MS);
        store_add_answer(store, &answer);
    }
    StoreCard card = find_card(fixture, store, ada, "fr");
    assert_int_equal(card.memory.answers, 5);
    assert_int_equal(card.memory.good_days, 3);
    StoreSession *sessions;
    assert_int_equal(store_sessions(store, ada, STR("capitals"), 10, &fixture->arena, &sessions), 5);
    Str cards = study_dump_store(fixture, store, study_cards_sql);
    int64_t count;
    assert_true(store_rebuild_memory(store, &count, NULL));
    study_assert_same(study_dump_store(fixture, store, study_cards_sql), cards);
    store_close(store);
}

/* The clock is set back by half an hour: the second session comes to the times of the first. */
static void a_session_is_its_own_where_another_was_at_that_time(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    StoreAnswer first = study_answer(ada, "fr", "typed", true, STUDY_START_MS);
    store_add_answer(store, &first);
    static const int64_t minutes[] = {-20, -12, -4, 4, 5};
    StoreAnswer answer = {0};
    for (size_t i = 0; i < 5; i++) {
        answer = study_answer(ada, "es", "typed", true, STUDY_START_MS + minutes[i] * 60000);
        answer.mode = STR("test");
        store_add_answer(store, &answer);
    }
    store_undo_answer(store, ada, STR("capitals"), STR("es"));
    study_flush(store);
    StoreSession *sessions;
    assert_int_equal(store_sessions(store, ada, STR("capitals"), 10, &fixture->arena, &sessions), 2);
    assert_string_equal(sessions[1].modes.data, "test");
    assert_int_equal(sessions[1].answers, 4);
    assert_int_equal(sessions[1].end_ms, STUDY_START_MS + 4 * 60000);
    Str all = study_dump_store(fixture, store, study_all_sql);
    int64_t count;
    assert_true(store_rebuild_memory(store, &count, NULL));
    study_assert_same(study_dump_store(fixture, store, study_all_sql), all);
    store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(an_answer_steps_its_card),
        STORE_TEST(a_wrong_match_tells_of_both_cards),
        STORE_TEST(the_last_pair_changes_nothing),
        STORE_TEST(a_rebuild_makes_the_same_memories_bit_for_bit),
        STORE_TEST(sums_are_those_of_the_cards),
        STORE_TEST(taking_back_leaves_all_as_it_was),
        STORE_TEST(only_the_last_answer_is_taken_back),
        STORE_TEST(another_model_makes_all_memories_anew),
        STORE_TEST(another_retention_moves_what_is_due),
        STORE_TEST(due_cards_come_the_longest_overdue_first),
        STORE_TEST(marks_outlive_a_rebuild),
        STORE_TEST(a_file_of_version_1_is_migrated_with_its_answers),
        STORE_TEST(answers_that_an_old_copy_adds_are_taken_in_at_the_next_start),
        STORE_TEST(a_sitting_in_memory_knows_its_cards),
        STORE_TEST(a_player_removed_in_such_a_sitting_takes_all_along),
        STORE_TEST(what_a_newer_version_keeps_is_read_and_left_alone),
        STORE_TEST(a_removed_player_takes_all_along),
        STORE_TEST(time_does_not_run_backwards),
        STORE_TEST(a_session_is_its_own_where_another_was_at_that_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
