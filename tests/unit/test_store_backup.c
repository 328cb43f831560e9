#include "unit/store_study_fixture.h"

#include "store/store_backup.h"

/* Another folder below the fixture's. */
static const char *place(Fixture *fixture, const char *name)
{
    return fixture_path(fixture, name);
}

static Store *open_with(Fixture *fixture, const char *name, const char *player, int answers)
{
    Store *store = store_open(place(fixture, name));
    int64_t id = fixture_player(store, player);
    for (int i = 0; i < answers; i++) {
        StoreAnswer answer = study_answer(id, "fr", "typed", i % 3 > 0, STUDY_START_MS + i * 60000);
        store_add_answer(store, &answer);
    }
    StoreRun run = fixture_run(id, 30000, 0);
    fixture_add_run(store, &run);
    return store;
}

/* A stage in `to` with what is kept in `from`. */
static StoreStage *carry(Fixture *fixture, const char *from, const char *to)
{
    Err err = {0};
    StoreGathered gathered;
    StoreStage *source = store_stage_open(place(fixture, from), &err);
    StoreStage *stage = store_stage_open(place(fixture, to), &err);
    if (!source || !store_gather(source, &fixture->arena, &gathered, &err)) fail_msg("%s", err.text);
    static const char *const folders[] = {STORE_DECKS, STORE_BIN, "."};
    for (int f = 0; f < 3; f++) {
        FileList list;
        const char *at = file_join(&fixture->arena, store_stage_path(source), folders[f]).data;
        const char *into = file_join(&fixture->arena, store_stage_path(stage), folders[f]).data;
        assert_true(file_list(at, &fixture->arena, &list, NULL));
        for (size_t i = 0; i < list.count; i++)
            rename(file_join(&fixture->arena, at, list.names[i].data).data,
                   file_join(&fixture->arena, into, list.names[i].data).data);
    }
    store_stage_close(source);
    return stage;
}

static void restore(Fixture *fixture, const char *from, const char *to)
{
    Err err = {0};
    StoreStage *stage = carry(fixture, from, to);
    if (!store_stage_check(stage, &err) || !store_restore(stage, &err)) fail_msg("%s", err.text);
}

static void write_deck(Fixture *fixture, const char *folder, const char *name, const char *text)
{
    const char *decks = file_join(&fixture->arena, place(fixture, folder), STORE_DECKS).data;
    assert_true(file_make_folder(decks, NULL));
    assert_true(file_write(file_join(&fixture->arena, decks, name).data, str_of(text), NULL));
}

static bool has_deck(Fixture *fixture, const char *folder, const char *name)
{
    const char *decks = file_join(&fixture->arena, place(fixture, folder), STORE_DECKS).data;
    return file_is_there(file_join(&fixture->arena, decks, name).data);
}

static bool has_left(Fixture *fixture, const char *folder)
{
    return file_is_there(file_join(&fixture->arena, place(fixture, folder), "staging").data) ||
           file_is_there(file_join(&fixture->arena, place(fixture, folder), "restoring").data);
}

/* All is laid out, and its process is gone. */
static void leave_overdue(Fixture *fixture, const char *from, const char *to)
{
    Err err = {0};
    StoreStage *stage = carry(fixture, from, to);
    assert_true(store_stage_check(stage, &err));
    const char *restoring = file_join(&fixture->arena, place(fixture, to), "restoring").data;
    assert_int_equal(rename(store_stage_path(stage), restoring), 0);
    store_stage_close(stage);
}

static int64_t answers_of(Fixture *fixture, Store *store, const char *name)
{
    StorePlayer *players;
    size_t count = store_players(store, &fixture->arena, &players);
    for (size_t i = 0; i < count; i++)
        if (str_is(players[i].name, str_of(name))) return players[i].answers;
    return -1;
}

static void another_state_takes_the_place_of_all(void **state)
{
    Fixture *fixture = *state;
    store_close(open_with(fixture, "a", "Ada", 30));
    store_close(open_with(fixture, "b", "Bo", 5));
    write_deck(fixture, "a", "ada.json", "{}");
    write_deck(fixture, "b", "bo.json", "{}");
    restore(fixture, "a", "b");
    Store *store = store_open(place(fixture, "b"));
    StorePlayer *players;
    assert_int_equal(store_players(store, &fixture->arena, &players), 1);
    assert_string_equal(players[0].name.data, "Ada");
    assert_int_equal(players[0].answers, 30);
    assert_true(has_deck(fixture, "b", "ada.json"));
    assert_false(has_deck(fixture, "b", "bo.json"));
    assert_false(has_left(fixture, "a") || has_left(fixture, "b"));
    assert_false(store_is_replaced(store));
    assert_true(fixture_is_sound(store_path(store)));
    store_close(store);
}

/* The game runs: rows for a player of before, whose number is now another's, are refused until the store
   follows. */
static void an_open_store_sees_the_other_state_and_refuses_rows_of_before(void **state)
{
    Fixture *fixture = *state;
    store_close(open_with(fixture, "a", "Ada", 30));
    Store *store = open_with(fixture, "b", "Bo", 5);
    assert_false(store_is_replaced(store));
    restore(fixture, "a", "b");
    assert_true(store_is_replaced(store));
    assert_true(store_is_replaced(store));
    StoreAnswer answer = study_answer(1, "fr", "typed", true, STUDY_START_MS + STUDY_DAY_MS);
    StoreRun run = fixture_run(1, 20000, 0);
    StoreTicket stale[] = {store_add_answer(store, &answer), store_add_run(store, &run),
                           store_set_setting(store, 0, "player", STR("7")),
                           store_star_card(store, 1, STR("capitals"), STR("fr"), true)};
    study_flush(store);
    for (int i = 0; i < 4; i++) assert_int_equal(store_ticket(store, stale[i]), TICKET_FAILED);
    StorePlayer *players;
    store_players(store, &fixture->arena, &players);
    assert_string_equal(players[0].name.data, "Ada");
    assert_int_equal(players[0].answers, 30);
    assert_int_equal(store_get_setting(store, 0, "player", &fixture->arena).size, 0);
    store_follow(store);
    assert_false(store_is_replaced(store));
    StoreTicket fresh = store_add_answer(store, &answer);
    study_flush(store);
    assert_int_equal(store_ticket(store, fresh), TICKET_SAVED);
    assert_false(store_is_replaced(store));
    StoreSession *sessions;
    assert_int_equal(store_sessions(store, 1, STR(""), 9, &fixture->arena, &sessions), 2);
    assert_true(fixture_is_sound(store_path(store)));
    store_close(store);
}

/* As after a kill with all laid out, and after one with the database already put in place. */
static void what_was_begun_is_finished_at_the_next_start(void **state)
{
    Fixture *fixture = *state;
    store_close(open_with(fixture, "a", "Ada", 30));
    store_close(open_with(fixture, "b", "Bo", 5));
    write_deck(fixture, "a", "ada.json", "{}");
    write_deck(fixture, "b", "bo.json", "{}");
    leave_overdue(fixture, "a", "b");
    for (int i = 0; i < 2; i++) {
        Store *store = store_open(place(fixture, "b"));
        StorePlayer *players;
        assert_int_equal(store_players(store, &fixture->arena, &players), 1);
        assert_string_equal(players[0].name.data, "Ada");
        store_close(store);
        assert_true(has_deck(fixture, "b", "ada.json"));
        assert_false(has_deck(fixture, "b", "bo.json"));
        assert_false(has_left(fixture, "b"));
    }
}

/* The copy that plays on finishes it before it writes: what is played then goes where it is kept, of the
   player whom the backup has too. */
static void what_was_begun_is_finished_before_another_copy_writes(void **state)
{
    Fixture *fixture = *state;
    Store *store = open_with(fixture, "b", "Ada", 30);
    study_flush(store);
    write_deck(fixture, "b", "late.json", "{}");
    restore(fixture, "b", "a"); /* a backup of it */
    write_deck(fixture, "a", "ada.json", "{}");
    int64_t bo = fixture_player(store, "Bo"); /* came later */
    StoreAnswer answer = study_answer(1, "fr", "typed", true, STUDY_START_MS + STUDY_DAY_MS), of_bo = answer;
    of_bo.player = bo;
    store_add_answer(store, &answer);
    study_flush(store);
    assert_int_equal(answers_of(fixture, store, "Ada"), 31);
    leave_overdue(fixture, "a", "b");
    answer.at_ms += 60000;
    StoreRun run = fixture_run(1, 20000, 0);
    StoreTicket kept[] = {store_add_answer(store, &answer), store_add_run(store, &run)};
    StoreTicket refused[] = {store_add_answer(store, &of_bo), store_set_setting(store, 1, "x", STR("y"))};
    study_flush(store);
    assert_true(store_is_replaced(store));
    for (int i = 0; i < 2; i++) assert_int_equal(store_ticket(store, kept[i]), TICKET_SAVED);
    for (int i = 0; i < 2; i++) assert_int_equal(store_ticket(store, refused[i]), TICKET_FAILED);
    assert_int_equal(answers_of(fixture, store, "Ada"), 31);
    assert_int_equal(answers_of(fixture, store, "Bo"), -1);
    assert_int_equal(store_lost(store), 1);
    assert_true(has_deck(fixture, "b", "ada.json"));
    assert_false(has_left(fixture, "b"));
    store_follow(store);
    assert_int_equal(store_lost(store), 0);
    store_close(store);
    store = store_open(place(fixture, "b"));
    assert_int_equal(answers_of(fixture, store, "Ada"), 31);
    assert_true(fixture_is_sound(store_path(store)));
    store_close(store);
}

/* The same number, and somebody else. */
static void an_answer_is_given_to_no_other_player(void **state)
{
    Fixture *fixture = *state;
    store_close(open_with(fixture, "a", "Ada", 30));
    Store *store = open_with(fixture, "b", "Bo", 5);
    study_flush(store);
    leave_overdue(fixture, "a", "b");
    StoreAnswer answer = study_answer(1, "fr", "typed", true, STUDY_START_MS + STUDY_DAY_MS);
    StoreTicket ticket = store_add_answer(store, &answer);
    study_flush(store);
    assert_int_equal(store_ticket(store, ticket), TICKET_FAILED);
    assert_int_equal(answers_of(fixture, store, "Ada"), 30);
    assert_int_equal(store_lost(store), 1);
    store_close(store);
}

/* As after a kill among the files, where the database can then not be looked into: it is not tried again, and
   nothing of the files is lost. */
static void files_that_were_begun_are_finished_without_the_database(void **state)
{
    Fixture *fixture = *state;
    Err err = {0};
    store_close(open_with(fixture, "a", "Ada", 3));
    store_close(open_with(fixture, "b", "Bo", 5));
    write_deck(fixture, "a", "ada.json", "{}");
    StoreStage *stage = carry(fixture, "a", "b");
    assert_true(store_stage_check(stage, &err));
    const char *restoring = file_join(&fixture->arena, place(fixture, "b"), "restoring").data;
    assert_int_equal(rename(store_stage_path(stage), restoring), 0);
    store_stage_close(stage);
    assert_true(file_make_folder(file_join(&fixture->arena, restoring, "decks-before").data, &err));
    sqlite3 *db;
    const char *path = file_join(&fixture->arena, place(fixture, "b"), STORE_DATABASE).data;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    store_finish_restore(place(fixture, "b"));
    sqlite3_close(db);
    assert_true(has_deck(fixture, "b", "ada.json"));
    assert_false(has_left(fixture, "b"));
}

/* Its process is gone, so nobody holds it. */
static void a_stage_that_was_left_behind_is_removed(void **state)
{
    Fixture *fixture = *state;
    store_close(open_with(fixture, "a", "Ada", 3));
    const char *left = file_join(&fixture->arena, place(fixture, "a"), "staging/left").data;
    assert_true(file_make_folder(left, NULL));
    assert_true(file_write(file_join(&fixture->arena, left, "matchwick.db").data, STR("half"), NULL));
    StoreStage *held = store_stage_open(place(fixture, "a"), NULL);
    store_close(store_open(place(fixture, "a")));
    assert_false(file_is_there(left));
    assert_true(file_is_there(store_stage_path(held)));
    store_stage_close(held);
    assert_false(has_left(fixture, "a"));
}

static void an_older_database_is_migrated(void **state)
{
    Fixture *fixture = *state;
    Str sql;
    assert_true(file_read("tests/unit/vectors/store-version-1.sql", 1 << 20, &fixture->arena, &sql, NULL));
    Err err = {0};
    StoreStage *stage = store_stage_open(place(fixture, "b"), &err);
    const char *path = file_join(&fixture->arena, store_stage_path(stage), STORE_DATABASE).data;
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql.data, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    if (!store_stage_check(stage, &err) || !store_restore(stage, &err)) fail_msg("%s", err.text);
    Store *store = store_open(place(fixture, "b"));
    assert_true(store_mastery(store, 1, STR("kana")).cards > 5);
    store_close(store);
}

/* SQLite calls it sound. */
static void a_database_without_one_of_the_columns_is_refused(void **state)
{
    Fixture *fixture = *state;
    Err err = {0};
    store_close(open_with(fixture, "a", "Ada", 3));
    StoreStage *stage = carry(fixture, "a", "b");
    const char *path = file_join(&fixture->arena, store_stage_path(stage), STORE_DATABASE).data;
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "ALTER TABLE test RENAME COLUMN report TO rapport", NULL, NULL, NULL),
                     SQLITE_OK);
    sqlite3_close(db);
    assert_true(fixture_is_sound(path));
    assert_false(store_stage_check(stage, &err));
    assert_non_null(strstr(err.text, "damaged"));
    store_stage_close(stage);
}

/* A page size that a database elsewhere may have. */
static void pages_of_another_size_are_made_to_fit(void **state)
{
    Fixture *fixture = *state;
    Err err = {0};
    Store *store = open_with(fixture, "b", "Bo", 5);
    store_close(open_with(fixture, "a", "Ada", 30));
    StoreStage *stage = carry(fixture, "a", "b");
    const char *path = file_join(&fixture->arena, store_stage_path(stage), STORE_DATABASE).data;
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    sqlite3_exec(db, "PRAGMA journal_mode = DELETE; PRAGMA page_size = 1024; VACUUM", NULL, NULL, NULL);
    sqlite3_close(db);
    assert_int_equal(fixture_number(path, "PRAGMA page_size"), 1024);
    if (!store_stage_check(stage, &err) || !store_restore(stage, &err)) fail_msg("%s", err.text);
    assert_true(store_is_replaced(store));
    assert_int_equal(fixture_number(store_path(store), "PRAGMA page_size"), 4096);
    assert_true(fixture_is_sound(store_path(store)));
    store_close(store);
}

/* Another program holds the database for good: nothing is changed, and nothing is left over. */
static void what_cannot_be_put_in_place_leaves_all_as_it_was(void **state)
{
    Fixture *fixture = *state;
    Err err = {0};
    store_close(open_with(fixture, "a", "Ada", 3));
    store_close(open_with(fixture, "b", "Bo", 5));
    write_deck(fixture, "b", "bo.json", "{}");
    const char *path = file_join(&fixture->arena, place(fixture, "b"), STORE_DATABASE).data;
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    StoreStage *stage = carry(fixture, "a", "b");
    assert_true(store_stage_check(stage, &err));
    assert_false(store_restore(stage, &err));
    assert_non_null(strstr(err.text, "another program is using it"));
    sqlite3_close(db);
    assert_true(has_deck(fixture, "b", "bo.json"));
    assert_false(has_left(fixture, "b"));
    assert_int_equal(fixture_number(path, "SELECT count(*) FROM player WHERE name = 'Bo'"), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(another_state_takes_the_place_of_all),
        STORE_TEST(an_open_store_sees_the_other_state_and_refuses_rows_of_before),
        STORE_TEST(what_was_begun_is_finished_at_the_next_start),
        STORE_TEST(what_was_begun_is_finished_before_another_copy_writes),
        STORE_TEST(an_answer_is_given_to_no_other_player),
        STORE_TEST(files_that_were_begun_are_finished_without_the_database),
        STORE_TEST(a_stage_that_was_left_behind_is_removed),
        STORE_TEST(an_older_database_is_migrated),
        STORE_TEST(a_database_without_one_of_the_columns_is_refused),
        STORE_TEST(pages_of_another_size_are_made_to_fit),
        STORE_TEST(what_cannot_be_put_in_place_leaves_all_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
