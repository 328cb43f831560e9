#define _DEFAULT_SOURCE /* setgroups */
#include "unit/store_fixture.h"

#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "store/store_inner.h"

#define PAGE 4096

static const char *db_path(Fixture *fixture)
{
    return fixture_path(fixture, "matchwick.db");
}

/* A closed file with a player and `rows` answers and runs in it. */
static int64_t make_file(Fixture *fixture, int rows)
{
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    StoreAnswer answer = fixture_answer(ada);
    StoreRun run = fixture_run(ada, 100, 0);
    for (int i = 0; i < rows; i++) {
        store_add_answer(store, &answer);
        store_add_run(store, &run);
    }
    store_close(store);
    return ada;
}

static Str read_all(Fixture *fixture, const char *path)
{
    Str content;
    Err err = {0};
    if (!file_read(path, 1 << 28, &fixture->arena, &content, &err)) fail_msg("%s", err.text);
    return content;
}

static void write_all(const char *path, Str content)
{
    assert_true(file_write(path, content, NULL));
}

static void overwrite(const char *path, off_t at, off_t size)
{
    int fd = open(path, O_WRONLY);
    assert_true(fd >= 0);
    for (off_t i = 0; i < size; i += 4) assert_int_equal(pwrite(fd, "\xde\xad\xbe\xef", 4, at + i), 4);
    close(fd);
}

/* Name of the only file that was set aside, NULL if there is none. */
static const char *find_aside(Fixture *fixture)
{
    FileList list;
    const char *found = NULL;
    assert_true(file_list(fixture->folder, &fixture->arena, &list, NULL));
    for (size_t i = 0; i < list.count; i++) {
        Str name = list.names[i];
        if (!str_starts(name, STR("matchwick.damaged-")) || !str_ends(name, STR(".db"))) continue;
        assert_null(found);
        found = fixture_path(fixture, name.data);
    }
    return found;
}

static void check_set_aside(Fixture *fixture, Str content)
{
    const char *sentence;
    Store *store = store_open(fixture->folder);
    assert_int_equal(fixture_health(fixture, store, &sentence), STORE_SET_ASIDE);
    const char *aside = find_aside(fixture);
    assert_non_null(aside);
    assert_non_null(strstr(sentence, aside)); /* the sentence names the file */
    assert_int_equal(strlen(aside) - strlen(fixture->folder),
                     strlen("/matchwick.damaged-20261124-180405.db"));
    assert_true(str_is(read_all(fixture, aside), content));
    StorePlayer *players;
    assert_int_equal(store_players(store, &fixture->arena, &players), 0);
    StoreRun run = fixture_run(fixture_player(store, "Bo"), 1, 0);
    fixture_add_run(store, &run);
    store_close(store);
    store = store_open(fixture->folder);
    assert_int_equal(fixture_health(fixture, store, &sentence), STORE_WELL);
    store_close(store);
}

static void a_file_of_rubbish_is_set_aside(void **state)
{
    Fixture *fixture = *state;
    char rubbish[9000];
    memset(rubbish, 'x', sizeof rubbish);
    write_all(db_path(fixture), (Str){rubbish, sizeof rubbish});
    check_set_aside(fixture, (Str){rubbish, sizeof rubbish});
}

static void a_file_of_a_few_bytes_is_set_aside(void **state)
{
    Fixture *fixture = *state;
    write_all(db_path(fixture), STR("SQLite format 3"));
    check_set_aside(fixture, STR("SQLite format 3"));
}

static void a_file_that_was_cut_off_is_set_aside(void **state)
{
    Fixture *fixture = *state;
    make_file(fixture, 200);
    Str whole = read_all(fixture, db_path(fixture));
    Str half = str_slice(whole, 0, whole.size / 2 / PAGE * PAGE);
    write_all(db_path(fixture), half);
    check_set_aside(fixture, half);
}

static void a_broken_schema_is_set_aside(void **state)
{
    Fixture *fixture = *state;
    make_file(fixture, 10);
    overwrite(db_path(fixture), 100, 1000); /* behind the file's header: the page of the schema */
    check_set_aside(fixture, read_all(fixture, db_path(fixture)));
}

static void a_file_without_one_of_its_tables_is_set_aside(void **state)
{
    Fixture *fixture = *state;
    make_file(fixture, 10);
    fixture_number(db_path(fixture), "DROP TABLE deck_played");
    check_set_aside(fixture, read_all(fixture, db_path(fixture)));
}

static void another_programs_database_is_set_aside(void **state)
{
    Fixture *fixture = *state;
    const char *sentence;
    fixture_number(db_path(fixture), "CREATE TABLE bookmark (url TEXT)");
    Str content = read_all(fixture, db_path(fixture));
    Store *store = store_open(fixture->folder);
    assert_int_equal(fixture_health(fixture, store, &sentence), STORE_SET_ASIDE);
    assert_non_null(strstr(sentence, "another program's"));
    store_close(store);
    assert_true(str_is(read_all(fixture, find_aside(fixture)), content));
}

static void the_wal_of_a_damaged_file_goes_with_it(void **state)
{
    Fixture *fixture = *state;
    write_all(db_path(fixture), STR("not a database"));
    write_all(fixture_path(fixture, "matchwick.db-wal"), STR("its journal"));
    Store *store = store_open(fixture->folder);
    const char *aside = find_aside(fixture);
    assert_non_null(aside);
    Str wal = read_all(fixture, str_format(&fixture->arena, "%s-wal", aside).data);
    assert_true(str_is(wal, STR("its journal")));
    store_close(store);
}

/* Copies that start together on a damaged file: one sets it aside, none the new one. */
static void copies_that_start_together_set_it_aside_once(void **state)
{
    enum { COPIES = 4 };
    Fixture *fixture = *state;
    write_all(db_path(fixture), STR("not a database"));
    pid_t copies[COPIES];
    for (int i = 0; i < COPIES; i++) {
        if ((copies[i] = fork()) != 0) continue;
        Store *store = store_open(fixture->folder);
        bool is_kept = store->file.keep == KEEP_ALL;
        store_close(store);
        _exit(is_kept ? 0 : 1);
    }
    for (int i = 0; i < COPIES; i++) {
        int status = -1;
        waitpid(copies[i], &status, 0);
        assert_int_equal(status, 0);
    }
    assert_non_null(find_aside(fixture)); /* fails where there are two */
    assert_true(fixture_is_sound(db_path(fixture)));
}

/* --- damage met while the game runs --- */

/* The root page of a table or index; the schema stays readable. */
static void break_root_of(Fixture *fixture, const char *name)
{
    const char *sql =
        str_format(&fixture->arena, "SELECT rootpage FROM sqlite_schema WHERE name = '%s'", name).data;
    overwrite(db_path(fixture), (fixture_number(db_path(fixture), sql) - 1) * PAGE, PAGE);
}

static void check_stopped_then_set_aside(Fixture *fixture, Store *store, int64_t player)
{
    const char *sentence;
    assert_int_equal(fixture_health(fixture, store, &sentence), STORE_FAILING);
    assert_non_null(strstr(sentence, "is damaged"));
    Str before = read_all(fixture, db_path(fixture));
    StoreRun run = fixture_run(player, 1, 0);
    StoreTicket ticket = store_add_run(store, &run);
    assert_false(store_flush(store, NULL));
    assert_int_equal(store_ticket(store, ticket), TICKET_WAITING);
    store_close(store);
    Str after = read_all(fixture, db_path(fixture));
    assert_true(str_is(before, after)); /* nothing more was written to it */
    check_set_aside(fixture, after);
}

static void damage_met_by_reading_stops_writing(void **state)
{
    Fixture *fixture = *state;
    int64_t ada = make_file(fixture, 300);
    break_root_of(fixture, "player");
    Store *store = store_open(fixture->folder);
    StorePlayer *players;
    assert_int_equal(store_players(store, &fixture->arena, &players), 0);
    check_stopped_then_set_aside(fixture, store, ada);
}

static void damage_that_nobody_reads_is_found_when_the_writer_is_idle(void **state)
{
    Fixture *fixture = *state;
    const char *sentence;
    int64_t ada = make_file(fixture, 300);
    break_root_of(fixture, "run_time");
    Store *store = store_open(fixture->folder);
    assert_int_equal(fixture_health(fixture, store, &sentence), STORE_WELL);
    for (int i = 0; i < 1000 && fixture_health(fixture, store, &sentence) == STORE_WELL; i++)
        fixture_sleep_ms(10);
    check_stopped_then_set_aside(fixture, store, ada);
}

/* --- newer, read-only, no file at all --- */

static void a_newer_file_is_shown_and_left_as_it_is(void **state)
{
    Fixture *fixture = *state;
    const char *sentence;
    int64_t ada = make_file(fixture, 5);
    fixture_number(db_path(fixture), "ALTER TABLE player ADD COLUMN motto TEXT");
    fixture_number(db_path(fixture), "PRAGMA user_version = 4");
    Str before = read_all(fixture, db_path(fixture));
    Store *store = store_open(fixture->folder);
    assert_int_equal(fixture_health(fixture, store, &sentence), STORE_NEWER);
    assert_non_null(strstr(sentence, "newer version"));
    StorePlayer *players;
    assert_int_equal(store_players(store, &fixture->arena, &players), 1);
    StoreRun run = fixture_run(ada, 1, 0);
    StoreTicket ticket = store_add_run(store, &run);
    assert_int_equal(store_ticket(store, ticket), TICKET_FAILED);
    Err err = {0};
    assert_false(store_flush(store, &err));
    assert_string_equal(err.text, sentence);
    store_close(store);
    assert_true(str_is(read_all(fixture, db_path(fixture)), before));
    assert_null(find_aside(fixture));
}

/* All that a sitting needs works in memory; nothing counts as saved. */
static void check_sitting_in_memory(Fixture *fixture, Store *store)
{
    const char *sentence;
    assert_int_equal(fixture_health(fixture, store, &sentence), STORE_READ_ONLY);
    assert_non_null(strstr(sentence, "othing of this sitting is kept"));
    int64_t ada = fixture_player(store, "Ada");
    store_set_setting(store, ada, "theme", STR("paper"));
    assert_string_equal(store_get_setting(store, ada, "theme", &fixture->arena).data, "paper");
    StoreRun run = fixture_run(ada, 100, 0), *runs;
    StoreTicket ticket = store_add_run(store, &run);
    assert_int_equal(store_ticket(store, ticket), TICKET_FAILED);
    BoardKey board = fixture_board();
    assert_int_equal(store_board(store, &board, PERIOD_ALL, 0, false, 9, &fixture->arena, &runs), 1);
    assert_int_equal(runs[0].id, store_ticket_run(store, ticket));
    Err err = {0};
    assert_true(store_remove_player(store, ada, &err));
    store_close(store);
}

static void a_folder_that_cannot_be_made_means_memory(void **state)
{
    Fixture *fixture = *state;
    write_all(fixture_path(fixture, "file"), STR("in the way"));
    check_sitting_in_memory(fixture, store_open(fixture_path(fixture, "file/data")));
}

static void a_folder_in_the_files_place_means_memory(void **state)
{
    Fixture *fixture = *state;
    assert_int_equal(mkdir(db_path(fixture), 0755), 0);
    check_sitting_in_memory(fixture, store_open(fixture->folder));
    assert_true(file_is_folder(db_path(fixture)));
}

/* Runs `check` as someone for whom permissions count; fails if it fails. */
static void run_as_nobody(Fixture *fixture, void (*check)(Fixture *fixture))
{
    pid_t child = fork();
    if (child == 0) {
        if (geteuid() == 0 && (setgroups(0, NULL) != 0 || setgid(65534) != 0 || setuid(65534) != 0)) _exit(2);
        check(fixture);
        _exit(0);
    }
    int status = -1;
    waitpid(child, &status, 0);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

#define CHECK(condition)                                                                                     \
    do {                                                                                                     \
        if (!(condition)) {                                                                                  \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);                          \
            _exit(1);                                                                                        \
        }                                                                                                    \
    } while (false)

static void look_at_read_only(Fixture *fixture)
{
    const char *sentence;
    Store *store = store_open(fixture->folder);
    CHECK(fixture_health(fixture, store, &sentence) == STORE_READ_ONLY);
    CHECK(strstr(sentence, "cannot be written") != NULL);
    StorePlayer *players;
    CHECK(store_players(store, &fixture->arena, &players) == 1);
    CHECK(players[0].runs == 5 && players[0].answers == 5);
    BoardKey board = fixture_board();
    StoreRun *runs;
    CHECK(store_board(store, &board, PERIOD_ALL, 0, false, 9, &fixture->arena, &runs) == 5);
    CHECK(store_ticket(store, store_add_run(store, &runs[0])) == TICKET_FAILED);
    store_set_setting(store, players[0].id, "theme", STR("paper"));
    CHECK(str_is(store_get_setting(store, players[0].id, "theme", &fixture->arena), STR("paper")));
    Err err = {0};
    int64_t id;
    CHECK(store_add_player(store, STR("Bo"), 0, 1, &id, &err));
    CHECK(store_players(store, &fixture->arena, &players) == 2);
    CHECK(!store_remove_player(store, players[0].id, &err));
    CHECK(strstr(err.text, "Nothing can be removed") != NULL);
    CHECK(!store_clear_board(store, &board, NULL));
    store_close(store);
}

static void a_folder_that_cannot_be_written_is_read(void **state)
{
    Fixture *fixture = *state;
    make_file(fixture, 5);
    Str before = read_all(fixture, db_path(fixture));
    assert_int_equal(chmod(fixture->folder, 0555), 0);
    run_as_nobody(fixture, look_at_read_only);
    assert_int_equal(chmod(fixture->folder, 0755), 0);
    assert_true(str_is(read_all(fixture, db_path(fixture)), before));
}

static void a_file_that_cannot_be_written_is_read(void **state)
{
    Fixture *fixture = *state;
    make_file(fixture, 5);
    Str before = read_all(fixture, db_path(fixture));
    assert_int_equal(chmod(fixture->folder, 0777), 0);
    assert_int_equal(chmod(db_path(fixture), 0444), 0);
    run_as_nobody(fixture, look_at_read_only);
    assert_true(str_is(read_all(fixture, db_path(fixture)), before));
}

/* What a killed copy left beside the file is read too, where the system lets SQLite do it. */
static void a_read_only_folder_with_a_wal_left_in_it_is_read(void **state)
{
    Fixture *fixture = *state;
    pid_t child = fork();
    if (child == 0) {
        Store *store = store_open(fixture->folder);
        int64_t ada = fixture_player(store, "Ada");
        StoreAnswer answer = fixture_answer(ada);
        StoreRun run = fixture_run(ada, 100, 0);
        for (int i = 0; i < 5; i++) {
            store_add_answer(store, &answer);
            store_add_run(store, &run);
        }
        _exit(store_flush(store, NULL) ? 0 : 1);
    }
    int status = -1;
    waitpid(child, &status, 0);
    assert_int_equal(status, 0);
    assert_true(file_is_there(fixture_path(fixture, "matchwick.db-wal")));
    assert_int_equal(chmod(fixture->folder, 0555), 0);
    run_as_nobody(fixture, look_at_read_only);
    assert_int_equal(chmod(fixture->folder, 0755), 0);
}

static void sit_in_memory(Fixture *fixture)
{
    const char *sentence;
    Store *store = store_open(fixture->folder);
    CHECK(fixture_health(fixture, store, &sentence) == STORE_READ_ONLY);
    Err err = {0};
    int64_t id;
    CHECK(store_add_player(store, STR("Ada"), 0, 1, &id, &err));
    store_close(store);
}

static void an_empty_folder_that_cannot_be_written_means_memory(void **state)
{
    Fixture *fixture = *state;
    assert_int_equal(chmod(fixture->folder, 0555), 0);
    run_as_nobody(fixture, sit_in_memory);
    assert_int_equal(chmod(fixture->folder, 0755), 0);
}

/* --- kill -9 --- */

/* Plays on until it is killed, telling each run that it was told is saved. */
static void play_until_killed(Fixture *fixture, int told)
{
    Store *store = store_open(fixture->folder);
    StorePlayer *players;
    int64_t player = store_players(store, &fixture->arena, &players) > 0 ? players[0].id : 0;
    StoreAnswer answer = fixture_answer(player);
    StoreRun run = fixture_run(player, 100, 0);
    for (;;) {
        for (int i = 0; i < 20; i++) store_add_answer(store, &answer);
        StoreTicket ticket = store_add_run(store, &run);
        while (store_ticket(store, ticket) == TICKET_WAITING) {
        }
        int64_t id = store_ticket_run(store, ticket);
        if (write(told, &id, sizeof id) != sizeof id) _exit(1);
    }
}

static void a_killed_process_loses_nothing_that_was_saved(void **state)
{
    Fixture *fixture = *state;
    make_file(fixture, 0);
    int64_t saved = 0;
    for (int round = 0; round < 10; round++) {
        int told[2];
        assert_int_equal(pipe(told), 0);
        pid_t child = fork();
        if (child == 0) play_until_killed(fixture, told[1]);
        close(told[1]);
        int64_t id;
        for (int i = 0; i < 3 + round * 7; i++) /* a different moment of its work each time */
            if (read(told[0], &id, sizeof id) == sizeof id) saved = id;
        kill(child, SIGKILL);
        while (read(told[0], &id, sizeof id) == sizeof id) saved = id;
        close(told[0]);
        waitpid(child, NULL, 0);
        assert_int_equal(fixture_number(db_path(fixture), "SELECT max(id) >= 3 FROM run"), 1);
        assert_true(fixture_number(db_path(fixture), "SELECT count(*) FROM run") >= saved);
        assert_true(fixture_is_sound(db_path(fixture)));
    }
    Store *store = store_open(fixture->folder);
    const char *sentence;
    assert_int_equal(fixture_health(fixture, store, &sentence), STORE_WELL);
    StorePlayer *players;
    assert_int_equal(store_players(store, &fixture->arena, &players), 1);
    assert_int_equal(players[0].runs, fixture_number(db_path(fixture), "SELECT count(*) FROM run"));
    assert_int_equal(players[0].answers, fixture_number(db_path(fixture), "SELECT count(*) FROM answer"));
    store_close(store);
}

static void a_process_killed_while_it_begins_a_file_leaves_one_to_go_on_with(void **state)
{
    Fixture *fixture = *state;
    for (int round = 0; round < 20; round++) {
        pid_t child = fork();
        if (child == 0) {
            store_close(store_open(fixture->folder));
            _exit(0);
        }
        const struct timespec moment = {.tv_nsec = round * 150000};
        nanosleep(&moment, NULL);
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
        const char *sentence;
        Store *store = store_open(fixture->folder);
        assert_int_equal(fixture_health(fixture, store, &sentence), STORE_WELL);
        store_close(store);
        assert_true(fixture_is_sound(db_path(fixture)));
        assert_int_equal(remove(db_path(fixture)), 0);
    }
}

/* --- a real limit --- */

static void play_into_a_limit(Fixture *fixture)
{
    struct rlimit limit;
    const char *sentence;
    signal(SIGXFSZ, SIG_IGN);
    Store *store = store_open(fixture->folder);
    int64_t ada = fixture_player(store, "Ada");
    CHECK(store_flush(store, NULL));
    CHECK(getrlimit(RLIMIT_FSIZE, &limit) == 0);
    rlim_t before = limit.rlim_cur;
    limit.rlim_cur = 400000;
    CHECK(setrlimit(RLIMIT_FSIZE, &limit) == 0);
    StoreAnswer answer = fixture_answer(ada);
    StoreTicket last = 0;
    for (int i = 0; i < 4000; i++) last = store_add_answer(store, &answer);
    CHECK(!store_flush(store, NULL));
    CHECK(fixture_health(fixture, store, &sentence) == STORE_FAILING);
    CHECK(store_ticket(store, last) == TICKET_WAITING);
    limit.rlim_cur = before;
    CHECK(setrlimit(RLIMIT_FSIZE, &limit) == 0);
    CHECK(store_flush(store, NULL));
    CHECK(store_ticket(store, last) == TICKET_SAVED);
    CHECK(fixture_health(fixture, store, &sentence) == STORE_WELL);
    store_close(store);
}

static void no_room_for_a_while_loses_nothing(void **state)
{
    Fixture *fixture = *state;
    assert_int_equal(chmod(fixture->folder, 0777), 0);
    run_as_nobody(fixture, play_into_a_limit);
    assert_int_equal(fixture_number(db_path(fixture), "SELECT count(*) FROM answer"), 4000);
    assert_true(fixture_is_sound(db_path(fixture)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(a_file_of_rubbish_is_set_aside),
        STORE_TEST(a_file_of_a_few_bytes_is_set_aside),
        STORE_TEST(a_file_that_was_cut_off_is_set_aside),
        STORE_TEST(a_broken_schema_is_set_aside),
        STORE_TEST(a_file_without_one_of_its_tables_is_set_aside),
        STORE_TEST(another_programs_database_is_set_aside),
        STORE_TEST(the_wal_of_a_damaged_file_goes_with_it),
        STORE_TEST(copies_that_start_together_set_it_aside_once),
        STORE_TEST(damage_met_by_reading_stops_writing),
        STORE_TEST(damage_that_nobody_reads_is_found_when_the_writer_is_idle),
        STORE_TEST(a_newer_file_is_shown_and_left_as_it_is),
        STORE_TEST(a_folder_that_cannot_be_made_means_memory),
        STORE_TEST(a_folder_in_the_files_place_means_memory),
        STORE_TEST(a_folder_that_cannot_be_written_is_read),
        STORE_TEST(a_file_that_cannot_be_written_is_read),
        STORE_TEST(a_read_only_folder_with_a_wal_left_in_it_is_read),
        STORE_TEST(no_room_for_a_while_loses_nothing),
        STORE_TEST(an_empty_folder_that_cannot_be_written_means_memory),
        STORE_TEST(a_killed_process_loses_nothing_that_was_saved),
        STORE_TEST(a_process_killed_while_it_begins_a_file_leaves_one_to_go_on_with),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
