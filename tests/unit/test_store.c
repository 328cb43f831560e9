#include "unit/store_fixture.h"

#include <fcntl.h>
#include <stdatomic.h>
#include <sys/stat.h>
#include <sys/wait.h>

static void a_new_file_is_well_and_ours(void **state)
{
    Fixture *fixture = *state;
    const char *sentence;
    Store *store = store_open(fixture_path(fixture, "deep/data"));
    assert_int_equal(fixture_health(fixture, store, &sentence), STORE_WELL);
    assert_string_equal(sentence, "");
    const char *path = store_path(store);
    assert_true(file_is_there(path));
    assert_int_equal(fixture_number(path, "SELECT user_version FROM pragma_user_version"), 3);
    assert_int_equal(fixture_number(path, "SELECT application_id FROM pragma_application_id"), 0x4D57434B);
    assert_int_equal(fixture_number(path, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"), 1);
    assert_int_equal(fixture_number(path, "SELECT count(*) FROM pragma_table_list"
                                          " WHERE name NOT LIKE 'sqlite%' AND NOT strict"),
                     0);
    store_close(store);
}

static void closing_leaves_one_file(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    fixture_player(store, "Ada");
    store_close(store);
    FileList list;
    assert_true(file_list(fixture->folder, &fixture->arena, &list, NULL));
    assert_int_equal(list.count, 1);
    assert_string_equal(list.names[0].data, "matchwick.db");
}

static void what_was_kept_is_there_tomorrow(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    StoreAnswer answer = fixture_answer(ada);
    store_add_answer(store, &answer);
    StoreRun run = fixture_run(ada, 40000, 1);
    store_add_run(store, &run);
    store_set_setting(store, ada, "theme", STR("paper"));
    store_close(store);

    store = store_open(fixture->folder);
    StorePlayer *players;
    assert_int_equal(store_players(store, &fixture->arena, &players), 1);
    assert_string_equal(players[0].name.data, "Ada");
    assert_int_equal(players[0].runs, 1);
    assert_int_equal(players[0].answers, 1);
    assert_string_equal(store_get_setting(store, ada, "theme", &fixture->arena).data, "paper");
    store_close(store);
}

/* An empty file, version 0, is what a start that was cut off leaves behind. */
static void version_0_is_migrated(void **state)
{
    Fixture *fixture = *state;
    const char *path = fixture_path(fixture, "matchwick.db");
    int fd = open(path, O_CREAT | O_WRONLY, 0600);
    assert_true(fd >= 0);
    close(fd);
    Store *store = store_open(fixture->folder);
    const char *sentence;
    assert_int_equal(fixture_health(fixture, store, &sentence), STORE_WELL);
    fixture_player(store, "Ada");
    store_close(store);
    assert_int_equal(fixture_number(path, "SELECT user_version FROM pragma_user_version"), 3);
    assert_true(fixture_is_sound(path));
}

static void tickets_rise_and_are_saved(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    StoreAnswer answer = fixture_answer(ada);
    StoreRun run = fixture_run(ada, 40000, 1);
    StoreTicket first = store_add_answer(store, &answer);
    StoreTicket second = store_add_run(store, &run);
    assert_true(first >= 1 && second > first);
    assert_true(store_flush(store, NULL));
    assert_int_equal(store_ticket(store, first), TICKET_SAVED);
    assert_int_equal(store_ticket(store, second), TICKET_SAVED);
    assert_int_equal(store_ticket_run(store, first), 0);
    assert_int_equal(store_ticket_run(store, second), 1);
    store_close(store);
}

static void a_row_without_its_player_is_refused_alone(void **state)
{
    Fixture *fixture = *state;
    Store *store = store_open(fixture->folder);
    StoreAnswer good = fixture_answer(fixture_player(store, "Ada")), orphan = fixture_answer(77);
    StoreRun orphan_run = fixture_run(77, 1, 1);
    StoreTicket first = store_add_answer(store, &good);
    StoreTicket second = store_add_answer(store, &orphan);
    StoreTicket third = store_add_run(store, &orphan_run);
    StoreTicket fourth = store_add_answer(store, &good);
    assert_true(store_flush(store, NULL));
    assert_int_equal(store_ticket(store, first), TICKET_SAVED);
    assert_int_equal(store_ticket(store, second), TICKET_FAILED);
    assert_int_equal(store_ticket(store, third), TICKET_FAILED);
    assert_int_equal(store_ticket_run(store, third), 0);
    assert_int_equal(store_ticket(store, fourth), TICKET_SAVED);
    assert_int_equal(fixture_number(store_path(store), "SELECT count(*) FROM answer"), 2);
    store_close(store);
}

static void count_wake(void *self)
{
    atomic_fetch_add((atomic_int *)self, 1);
}

static void the_loop_is_woken_when_tickets_are_decided(void **state)
{
    Fixture *fixture = *state;
    atomic_int wakes = 0;
    Store *store = store_open(fixture->folder);
    StoreAnswer answer = fixture_answer(fixture_player(store, "Ada"));
    store_on_change(store, count_wake, &wakes);
    store_add_answer(store, &answer);
    assert_true(store_flush(store, NULL));
    int seen = atomic_load(&wakes);
    assert_true(seen >= 1);
    store_on_change(store, NULL, NULL);
    store_add_answer(store, &answer);
    assert_true(store_flush(store, NULL));
    assert_int_equal(atomic_load(&wakes), seen);
    store_close(store);
}

/* A second copy of the game: adds a player, answers and runs of its own, and leaves. */
static void play_as_another_copy(const char *folder, const char *name, int rows)
{
    Store *store = store_open(folder);
    Err err = {0};
    int64_t id = 0;
    bool is_good = store_add_player(store, str_of(name), 2, 1, &id, &err);
    StoreAnswer answer = fixture_answer(id);
    StoreRun run = fixture_run(id, 30000, 0);
    for (int i = 0; i < rows; i++) {
        store_add_answer(store, &answer);
        StoreTicket ticket = store_add_run(store, &run);
        while (i % 16 == 0 && store_ticket(store, ticket) == TICKET_WAITING) fixture_sleep_ms(1);
    }
    is_good = store_flush(store, &err) && is_good;
    if (!is_good) fprintf(stderr, "%s\n", err.text);
    store_close(store);
    _exit(is_good ? 0 : 1);
}

static void copies_on_one_folder_write_at_the_same_time(void **state)
{
    enum { COPIES = 3, ROWS = 200 };
    Fixture *fixture = *state;
    static const char *const names[COPIES] = {"Ada", "Bo", "Cy"};
    pid_t copies[COPIES];
    for (int i = 0; i < COPIES; i++) /* all start on a folder with nothing in it */
        if ((copies[i] = fork()) == 0) play_as_another_copy(fixture->folder, names[i], ROWS);
    for (int i = 0; i < COPIES; i++) {
        int status = -1;
        waitpid(copies[i], &status, 0);
        assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }
    Store *store = store_open(fixture->folder);
    StorePlayer *players;
    assert_int_equal(store_players(store, &fixture->arena, &players), COPIES);
    for (int i = 0; i < COPIES; i++) {
        assert_string_equal(players[i].name.data, names[i]);
        assert_int_equal(players[i].runs, ROWS);
        assert_int_equal(players[i].answers, ROWS);
    }
    assert_true(fixture_is_sound(store_path(store)));
    store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(a_new_file_is_well_and_ours),
        STORE_TEST(closing_leaves_one_file),
        STORE_TEST(what_was_kept_is_there_tomorrow),
        STORE_TEST(version_0_is_migrated),
        STORE_TEST(tickets_rise_and_are_saved),
        STORE_TEST(a_row_without_its_player_is_refused_alone),
        STORE_TEST(the_loop_is_woken_when_tickets_are_decided),
        STORE_TEST(copies_on_one_folder_write_at_the_same_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
