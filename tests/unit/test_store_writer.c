#include "unit/store_fixture.h"

#include "unit/faulty_disk.h"

static void wait_until_decided(Store *store, StoreTicket ticket)
{
    for (int i = 0; i < 10000 && store_ticket(store, ticket) == TICKET_WAITING; i++) fixture_sleep_ms(1);
    assert_int_not_equal(store_ticket(store, ticket), TICKET_WAITING);
}

static void wait_for_health(Fixture *fixture, Store *store, StoreHealth health)
{
    const char *sentence;
    for (int i = 0; i < 10000 && fixture_health(fixture, store, &sentence) != health; i++)
        fixture_sleep_ms(1);
    assert_int_equal(fixture_health(fixture, store, &sentence), health);
}

static void a_run_is_saved_only_once_the_disk_has_it(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    StoreAnswer answer = fixture_answer(ada);
    StoreRun run = fixture_run(ada, 100, 0);
    store_add_answer(store, &answer);
    StoreTicket ticket = store_add_run(store, &run);
    wait_until_decided(store, ticket);
    assert_int_equal(store_ticket(store, ticket), TICKET_SAVED);
    assert_int_equal(atomic_load(&faulty_disk.wal_unsynced), 0);
    assert_true(atomic_load(&faulty_disk.wal_syncs) >= 1);
    /* The new file itself was laid out without syncs: a -wal beside an empty file would be dropped. */
    assert_true(atomic_load(&faulty_disk.file_syncs) >= 1);
    store_close(store);
}

static void an_answer_does_not_wait_for_the_disk_but_a_run_takes_it_along(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    StoreAnswer answer = fixture_answer(ada);
    StoreRun run = fixture_run(ada, 100, 0);
    assert_true(store_flush(store, NULL));
    int syncs = atomic_load(&faulty_disk.wal_syncs);
    wait_until_decided(store, store_add_answer(store, &answer));
    assert_int_equal(atomic_load(&faulty_disk.wal_syncs), syncs);
    assert_true(atomic_load(&faulty_disk.wal_unsynced) > 0);
    wait_until_decided(store, store_add_run(store, &run));
    assert_int_equal(atomic_load(&faulty_disk.wal_unsynced), 0);
    store_close(store);
}

static void a_flush_syncs_answers_too(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    StoreAnswer answer = fixture_answer(fixture_player(store, "Ada"));
    wait_until_decided(store, store_add_answer(store, &answer));
    assert_true(atomic_load(&faulty_disk.wal_unsynced) > 0);
    assert_true(store_flush(store, NULL));
    assert_int_equal(atomic_load(&faulty_disk.wal_unsynced), 0);
    store_close(store);
}

static void a_failing_sync_keeps_the_run_waiting_and_writes_it_once(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    StoreRun run = fixture_run(fixture_player(store, "Ada"), 100, 0);
    assert_true(store_flush(store, NULL));
    atomic_store(&faulty_disk.sync_code, SQLITE_IOERR_FSYNC);
    StoreTicket ticket = store_add_run(store, &run);
    wait_for_health(fixture, store, STORE_FAILING);
    assert_int_equal(store_ticket(store, ticket), TICKET_WAITING);
    faulty_disk_heal();
    assert_true(store_flush(store, NULL));
    assert_int_equal(store_ticket(store, ticket), TICKET_SAVED);
    assert_int_equal(fixture_number(store_path(store), "SELECT count(*) FROM run"), 1);
    store_close(store);
}

static void a_slow_disk_does_not_hold_up_the_caller(void **state)
{
    enum { RUNS = 500 };
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    StoreRun run = fixture_run(fixture_player(store, "Ada"), 100, 0);
    assert_true(store_flush(store, NULL));
    int syncs = atomic_load(&faulty_disk.wal_syncs);
    atomic_store(&faulty_disk.sync_ms, 300);
    StoreTicket first = store_add_run(store, &run), last = first;
    for (int i = 1; i < RUNS; i++) last = store_add_run(store, &run);
    store_set_setting(store, 0, "theme", STR("paper"));
    assert_string_equal(store_get_setting(store, 0, "theme", &fixture->arena).data, "paper");
    assert_int_equal(store_ticket(store, first), TICKET_WAITING); /* all that took less than one sync */
    wait_until_decided(store, last);
    assert_int_equal(store_ticket(store, first), TICKET_SAVED);
    /* What waited went together: a few transactions, not hundreds. */
    assert_true(atomic_load(&faulty_disk.wal_syncs) - syncs <= 4);
    store_close(store);
}

static void rows_wait_while_the_disk_is_full_and_are_kept_when_it_is_not(void **state)
{
    Fixture *fixture = *state;
    const char *sentence;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    StoreAnswer answer = fixture_answer(ada);
    StoreRun run = fixture_run(ada, 100, 0);
    assert_true(store_flush(store, NULL));
    atomic_store(&faulty_disk.write_code, SQLITE_FULL);
    StoreTicket tickets[3] = {store_add_answer(store, &answer), store_add_run(store, &run),
                              store_set_setting(store, ada, "theme", STR("paper"))};
    Err err = {0};
    assert_false(store_flush(store, &err));
    assert_non_null(strstr(err.text, "the disk is full"));
    assert_int_equal(fixture_health(fixture, store, &sentence), STORE_FAILING);
    assert_non_null(strstr(sentence, "the disk is full"));
    assert_non_null(strstr(sentence, "waits in memory"));
    for (int i = 0; i < 3; i++) assert_int_equal(store_ticket(store, tickets[i]), TICKET_WAITING);
    assert_string_equal(store_get_setting(store, ada, "theme", &fixture->arena).data, "paper");
    int64_t id;
    err_clear(&err);
    assert_false(store_add_player(store, STR("Bo"), 0, 1, &id, &err));
    assert_non_null(strstr(err.text, "the disk is full"));

    faulty_disk_heal();
    wait_until_decided(store, store_add_answer(store, &answer)); /* the next write tries them all */
    for (int i = 0; i < 3; i++) assert_int_equal(store_ticket(store, tickets[i]), TICKET_SAVED);
    assert_int_equal(fixture_health(fixture, store, &sentence), STORE_WELL);
    assert_int_equal(fixture_number(store_path(store), "SELECT count(*) FROM answer"), 2);
    assert_int_equal(fixture_number(store_path(store), "SELECT count(*) FROM run"), 1);
    store_close(store);
}

static void a_disk_that_has_room_again_is_found_without_a_further_write(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    StoreAnswer answer = fixture_answer(fixture_player(store, "Ada"));
    assert_true(store_flush(store, NULL));
    atomic_store(&faulty_disk.write_code, SQLITE_FULL);
    StoreTicket ticket = store_add_answer(store, &answer);
    wait_for_health(fixture, store, STORE_FAILING);
    faulty_disk_heal();
    wait_until_decided(store, ticket);
    assert_int_equal(store_ticket(store, ticket), TICKET_SAVED);
    wait_for_health(fixture, store, STORE_WELL);
    store_close(store);
}

static void closing_on_a_full_disk_ends_and_leaves_a_sound_file(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    StoreRun run = fixture_run(ada, 100, 0);
    fixture_add_run(store, &run);
    atomic_store(&faulty_disk.write_code, SQLITE_FULL);
    store_add_run(store, &run);
    store_close(store);
    faulty_disk_heal();
    const char *path = fixture_path(fixture, "matchwick.db");
    assert_true(fixture_is_sound(path));
    assert_int_equal(fixture_number(path, "SELECT count(*) FROM run"), 1);
}

static void a_new_file_on_a_full_disk_is_played_without(void **state)
{
    Fixture *fixture = *state;
    const char *sentence;
    atomic_store(&faulty_disk.write_code, SQLITE_FULL);
    Store *store = store_open(fixture->folder);
    assert_int_equal(fixture_health(fixture, store, &sentence), STORE_READ_ONLY);
    assert_non_null(strstr(sentence, "the disk is full"));
    faulty_disk_heal();
    fixture_player(store, "Ada");
    store_close(store);
}

static void another_program_that_holds_the_file_is_waited_for(void **state)
{
    Fixture *fixture = *state;
    const char *sentence;
    Store *store = store_open(fixture->folder);
    StoreAnswer answer = fixture_answer(fixture_player(store, "Ada"));
    sqlite3 *other;
    assert_int_equal(sqlite3_open(store_path(store), &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    StoreTicket ticket = store_add_answer(store, &answer);
    wait_for_health(fixture, store, STORE_FAILING);
    fixture_health(fixture, store, &sentence);
    assert_non_null(strstr(sentence, "another program"));
    assert_int_equal(store_ticket(store, ticket), TICKET_WAITING);
    sqlite3_close(other);
    assert_true(store_flush(store, NULL));
    assert_int_equal(store_ticket(store, ticket), TICKET_SAVED);
    store_close(store);
}

int main(void)
{
    faulty_disk_install();
    const struct CMUnitTest tests[] = {
        STORE_TEST(a_run_is_saved_only_once_the_disk_has_it),
        STORE_TEST(an_answer_does_not_wait_for_the_disk_but_a_run_takes_it_along),
        STORE_TEST(a_flush_syncs_answers_too),
        STORE_TEST(a_failing_sync_keeps_the_run_waiting_and_writes_it_once),
        STORE_TEST(a_slow_disk_does_not_hold_up_the_caller),
        STORE_TEST(rows_wait_while_the_disk_is_full_and_are_kept_when_it_is_not),
        STORE_TEST(a_disk_that_has_room_again_is_found_without_a_further_write),
        STORE_TEST(closing_on_a_full_disk_ends_and_leaves_a_sound_file),
        STORE_TEST(a_new_file_on_a_full_disk_is_played_without),
        STORE_TEST(another_program_that_holds_the_file_is_waited_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
