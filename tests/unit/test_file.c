#include "unit/folder_fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>

static void what_was_written_is_read_with_a_zero_byte_behind(void **state)
{
    Fixture *f = *state;
    Err err = {0};
    Str text;
    assert_true(file_write(fixture_path(f, "a"), STR("one\0two"), &err));
    assert_true(file_read(fixture_path(f, "a"), 7, &f->arena, &text, &err));
    assert_true(str_is(text, STR("one\0two")));
    assert_int_equal(text.data[7], '\0');
    assert_true(file_write(fixture_path(f, "a"), STR(""), &err));
    assert_true(file_read(fixture_path(f, "a"), 7, &f->arena, &text, &err));
    assert_int_equal(text.size, 0);
    assert_int_equal(text.data[0], '\0');
}

static void a_file_over_the_limit_is_refused_with_both_sizes(void **state)
{
    Fixture *f = *state;
    Err err = {0};
    Str text;
    assert_true(file_write(fixture_path(f, "a"), STR("12345"), &err));
    assert_false(file_read(fixture_path(f, "a"), 4, &f->arena, &text, &err));
    assert_non_null(strstr(err.text, "5 bytes"));
    assert_non_null(strstr(err.text, "at most 4"));
}

static void a_file_that_tells_no_size_is_read_whole(void **state)
{
    Fixture *f = *state;
    Err err = {0};
    Str text;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    char many[10000];
    memset(many, 'm', sizeof many);
    assert_int_equal(write(ends[1], many, sizeof many), sizeof many);
    close(ends[1]);
    Str path = str_format(&f->arena, "/dev/fd/%d", ends[0]);
    assert_true(file_read(path.data, sizeof many, &f->arena, &text, &err));
    assert_int_equal(text.size, sizeof many);
    assert_int_equal(text.data[sizeof many], '\0');
    close(ends[0]);
}

static void a_pipe_is_written_to_and_not_replaced(void **state)
{
    Fixture *f = *state;
    Err err = {0};
    int ends[2];
    char got[8] = "";
    assert_int_equal(pipe(ends), 0);
    assert_true(file_write(str_format(&f->arena, "/dev/fd/%d", ends[1]).data, STR("down"), &err));
    close(ends[1]);
    assert_int_equal(read(ends[0], got, sizeof got), 4);
    assert_string_equal(got, "down");
    close(ends[0]);
    assert_false(file_write("/dev/full", STR("x"), &err));
    assert_string_equal(err.text, "/dev/full: cannot be written: No space left on device");
}

static void errors_name_the_path_and_what_the_system_said(void **state)
{
    Fixture *f = *state;
    Str text;
    Err err = {0};
    assert_false(file_read(fixture_path(f, "none"), 10, &f->arena, &text, &err));
    assert_non_null(strstr(err.text, fixture_path(f, "none")));
    assert_non_null(strstr(err.text, "No such file"));
    err_clear(&err);
    assert_false(file_write(fixture_path(f, "none/below"), STR("x"), &err));
    assert_non_null(strstr(err.text, "No such file"));
    err_clear(&err);
    assert_false(file_read(f->folder, 10, &f->arena, &text, &err));
    assert_non_null(strstr(err.text, "is a folder"));
}

static void writing_replaces_the_whole_and_leaves_nothing_beside(void **state)
{
    Fixture *f = *state;
    Err err = {0};
    assert_true(file_write(fixture_path(f, "deck.json"), STR("a long first content"), &err));
    assert_int_equal(chmod(fixture_path(f, "deck.json"), 0640), 0);
    assert_true(file_write(fixture_path(f, "deck.json"), STR("short"), &err));
    FileList list;
    assert_true(file_list(f->folder, &f->arena, &list, &err));
    assert_int_equal(list.count, 1);
    struct stat info;
    assert_int_equal(stat(fixture_path(f, "deck.json"), &info), 0);
    assert_int_equal(info.st_mode & 0777, 0640);
    Str text;
    assert_true(file_read(fixture_path(f, "deck.json"), 100, &f->arena, &text, &err));
    assert_string_equal(text.data, "short");
}

static void a_failed_write_leaves_the_target_and_nothing_beside(void **state)
{
    Fixture *f = *state;
    Err err = {0};
    assert_true(file_make_folder(fixture_path(f, "target/inside"), &err));
    assert_false(file_write(fixture_path(f, "target"), STR("x"), &err));
    assert_true(err.is_set);
    err_clear(&err);
    FileList list;
    assert_true(file_list(f->folder, &f->arena, &list, &err));
    assert_int_equal(list.count, 1);
    assert_true(file_is_folder(fixture_path(f, "target/inside")));
}

static void a_new_file_is_never_written_over_another(void **state)
{
    Fixture *f = *state;
    Err err = {0};
    Str text;
    FileList list;
    const char *path = fixture_path(f, "a");
    assert_true(file_write_new(path, STR("first"), &err));
    assert_false(file_write_new(path, STR("second"), &err));
    assert_non_null(strstr(err.text, "a: is there already"));
    err_clear(&err);
    assert_true(file_read(path, 10, &f->arena, &text, &err));
    assert_true(str_is(text, STR("first")));
    assert_false(file_write_new(fixture_path(f, "none/a"), STR(""), &err));
    err_clear(&err);
    assert_true(file_list(f->folder, &f->arena, &list, &err));
    assert_int_equal(list.count, 1);
}

/* In place of the system's: of a folder it fails on wish. */
static bool folders_fail;

int fsync(int file)
{
    struct stat info;
    if (!folders_fail || fstat(file, &info) != 0 || !S_ISDIR(info.st_mode)) return fdatasync(file);
    errno = EIO;
    return -1;
}

/* Who is told that it is not written tries again, under another name. */
static void a_new_file_whose_folder_is_not_synced_is_not_there(void **state)
{
    Fixture *f = *state;
    Err err = {0};
    FileList list;
    folders_fail = true;
    bool is_written = file_write_new(fixture_path(f, "a"), STR("first"), &err);
    folders_fail = false;
    assert_false(is_written);
    assert_non_null(strstr(err.text, "a: cannot be written: Input/output error"));
    err_clear(&err);
    assert_true(file_list(f->folder, &f->arena, &list, &err));
    assert_int_equal(list.count, 0);
}

static long dead_process(void)
{
    pid_t child = fork();
    if (child == 0) _exit(0);
    waitpid(child, NULL, 0);
    return child;
}

static const char *leave(Fixture *f, const char *before, long process, const char *after, int ago_s)
{
    const char *path = fixture_path(f, str_format(&f->arena, "%s%ld%s", before, process, after).data);
    int fd = open(path, O_WRONLY | O_CREAT, 0666);
    struct timespec then = {.tv_sec = time(NULL) - ago_s};
    assert_int_equal(futimens(fd, (struct timespec[2]){then, then}), 0);
    close(fd);
    return path;
}

static void what_killed_writers_left_goes_with_the_next_write(void **state)
{
    Fixture *f = *state;
    Err err = {0};
    long dead = dead_process();
    const char *const left[] = {leave(f, ".matchwick-", dead, "-0.tmp", 100),
                                leave(f, ".matchwick-", dead, "-0.tmp.aB3x9Q", 100),
                                leave(f, ".matchwick-", (long)getpid(), "-7.tmp", 100000)};
    const char *const others[] = {
        leave(f, ".matchwick-", (long)getpid(), "-0.tmp", 100), leave(f, ".matchwick-", dead, "-1.tmp", 1),
        leave(f, "matchwick-", dead, "-0.tmp", 100000), leave(f, ".matchwick-", dead, "-0.json", 100000),
        leave(f, ".matchwick-own", dead, ".tmp", 100000)};
    assert_true(file_write(fixture_path(f, "x.json"), STR("{}"), &err));
    for (size_t i = 0; i < sizeof left / sizeof *left; i++) assert_false(file_is_there(left[i]));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        assert_true(file_is_there(others[i]));
        assert_true(file_remove(others[i], &err));
    }
}

static void a_link_stays_a_link(void **state)
{
    Fixture *f = *state;
    Err err = {0};
    Str text;
    assert_true(file_write(fixture_path(f, "real"), STR("old"), &err));
    assert_int_equal(symlink("real", fixture_path(f, "link")), 0);
    assert_true(file_write(fixture_path(f, "link"), STR("new"), &err));
    struct stat info;
    assert_int_equal(lstat(fixture_path(f, "link"), &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    assert_true(file_read(fixture_path(f, "real"), 100, &f->arena, &text, &err));
    assert_string_equal(text.data, "new");
}

static void folders_are_made_with_their_parents(void **state)
{
    Fixture *f = *state;
    Err err = {0};
    assert_true(file_make_folder(fixture_path(f, "a/b//c/"), &err));
    assert_true(file_is_folder(fixture_path(f, "a/b/c")));
    assert_true(file_make_folder(fixture_path(f, "a/b/c"), &err));
    assert_true(file_write(fixture_path(f, "file"), STR(""), &err));
    assert_false(file_make_folder(fixture_path(f, "file/below"), &err));
    assert_non_null(strstr(err.text, "file"));
    err_clear(&err);
    assert_false(file_make_folder("", &err));
}

static void a_listing_is_sorted_by_bytes(void **state)
{
    Fixture *f = *state;
    Err err = {0};
    FileList list;
    for (int i = 0; i < 50; i++)
        assert_true(
            file_write(fixture_path(f, str_format(&f->arena, "n%02d", (i * 7) % 50).data), STR(""), &err));
    assert_true(file_write(fixture_path(f, "Z"), STR(""), &err));
    assert_true(file_list(f->folder, &f->arena, &list, &err));
    assert_int_equal(list.count, 51);
    assert_string_equal(list.names[0].data, "Z");
    for (size_t i = 1; i < list.count; i++) assert_true(str_compare(list.names[i - 1], list.names[i]) < 0);
    assert_false(file_list(fixture_path(f, "none"), &f->arena, &list, &err));
    assert_non_null(strstr(err.text, "none"));
}

static void facts_about_a_file_are_its_size_time_and_kind(void **state)
{
    Fixture *f = *state;
    Err err = {0};
    FileInfo info;
    assert_true(file_write(fixture_path(f, "a"), STR("12345"), &err));
    struct timespec times[2] = {{1000, 5}, {2000, 7}};
    assert_int_equal(utimensat(AT_FDCWD, fixture_path(f, "a"), times, 0), 0);
    assert_true(file_info(fixture_path(f, "a"), &info));
    assert_int_equal(info.size, 5);
    assert_int_equal(info.changed_ns, INT64_C(2000000000007));
    assert_false(info.is_folder);
    assert_false(file_info(fixture_path(f, "b"), &info));
    assert_true(file_is_there(fixture_path(f, "a")) && !file_is_folder(fixture_path(f, "a")));
}

static void a_file_is_moved_but_never_over_another(void **state)
{
    Fixture *f = *state;
    Err err = {0};
    Str text;
    char from[256], to[256];
    snprintf(from, sizeof from, "%s", fixture_path(f, "from"));
    snprintf(to, sizeof to, "%s", fixture_path(f, "to"));
    assert_true(file_write(from, STR("one"), &err) && file_write(to, STR("two"), &err));
    assert_false(file_move(from, to, &err));
    assert_true(str_has(str_of(err.text), STR("is there already")));
    err_clear(&err);
    assert_true(file_remove(to, &err));
    assert_true(file_move(from, to, &err));
    assert_false(file_is_there(from));
    assert_true(file_read(to, 10, &f->arena, &text, &err));
    assert_true(str_is(text, STR("one")));
    assert_false(file_move(from, to, &err));
    err_clear(&err);
    assert_false(file_remove(from, &err));
    assert_true(err.is_set);
}

static void paths_are_joined_and_taken_apart(void **state)
{
    Fixture *f = *state;
    assert_string_equal(file_join(&f->arena, "a", "b").data, "a/b");
    assert_string_equal(file_join(&f->arena, "a/", "b").data, "a/b");
    assert_string_equal(file_join(&f->arena, "", "b").data, "b");
    assert_true(str_is(file_name(STR("/a/b.json")), STR("b.json")));
    assert_true(str_is(file_name(STR("b.json")), STR("b.json")));
    assert_true(str_is(file_name(STR("a/b/")), STR("b")));
    assert_true(str_is(file_folder(&f->arena, STR("/a/b.json")), STR("/a")));
    assert_true(str_is(file_folder(&f->arena, STR("/b.json")), STR("/")));
    assert_true(str_is(file_folder(&f->arena, STR("b.json")), STR(".")));
}

static void a_mapped_file_shows_its_bytes(void **state)
{
    Fixture *f = *state;
    Err err = {.is_set = false};
    Str bytes = {0};
    assert_true(file_write(fixture_path(f, "font"), STR("twelve bytes"), &err));
    assert_true(file_map(fixture_path(f, "font"), &bytes, &err));
    assert_true(str_is(bytes, STR("twelve bytes")));
    file_unmap(bytes);
    file_unmap((Str){0});
}

static void what_holds_nothing_is_not_mapped(void **state)
{
    Fixture *f = *state;
    Str bytes = {0};
    Err none = {.is_set = false}, empty = none, folder = none;
    assert_false(file_map(fixture_path(f, "none"), &bytes, &none));
    assert_non_null(strstr(none.text, "cannot be opened"));
    assert_true(file_write(fixture_path(f, "empty"), STR(""), &empty));
    assert_false(file_map(fixture_path(f, "empty"), &bytes, &empty));
    assert_non_null(strstr(empty.text, "no file with something in it"));
    assert_false(file_map(f->folder, &bytes, &folder));
    assert_int_equal(bytes.size, 0);
}

static void names_that_all_systems_can_have_are_known(void **state)
{
    (void)state;
    const Str good[] = {STR("a"), STR("Größe 1.json"), STR("a..b"), STR("a\"b:c")};
    const Str bad[] = {STR(""), STR("."), STR(".a"), STR("a/b"), STR("a\\b"), STR("a\tb"), STR("caf\xe9")};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) assert_true(file_is_common_name(good[i]));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) assert_false(file_is_common_name(bad[i]));
    char longest[256];
    memset(longest, 'a', sizeof longest);
    assert_true(file_is_common_name((Str){longest, 255}));
    assert_false(file_is_common_name((Str){longest, 256}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FOLDER_TEST(what_was_written_is_read_with_a_zero_byte_behind),
        FOLDER_TEST(names_that_all_systems_can_have_are_known),
        FOLDER_TEST(a_file_over_the_limit_is_refused_with_both_sizes),
        FOLDER_TEST(a_file_that_tells_no_size_is_read_whole),
        FOLDER_TEST(a_pipe_is_written_to_and_not_replaced),
        FOLDER_TEST(errors_name_the_path_and_what_the_system_said),
        FOLDER_TEST(writing_replaces_the_whole_and_leaves_nothing_beside),
        FOLDER_TEST(a_failed_write_leaves_the_target_and_nothing_beside),
        FOLDER_TEST(a_new_file_is_never_written_over_another),
        FOLDER_TEST(a_new_file_whose_folder_is_not_synced_is_not_there),
        FOLDER_TEST(what_killed_writers_left_goes_with_the_next_write),
        FOLDER_TEST(a_link_stays_a_link),
        FOLDER_TEST(folders_are_made_with_their_parents),
        FOLDER_TEST(a_mapped_file_shows_its_bytes),
        FOLDER_TEST(what_holds_nothing_is_not_mapped),
        FOLDER_TEST(a_listing_is_sorted_by_bytes),
        FOLDER_TEST(facts_about_a_file_are_its_size_time_and_kind),
        FOLDER_TEST(a_file_is_moved_but_never_over_another),
        FOLDER_TEST(paths_are_joined_and_taken_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
