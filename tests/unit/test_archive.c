#define _POSIX_C_SOURCE 200809L
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "formats/archive.h"
#include "temp_folder.h"

typedef struct {
    Arena arena;
    char folder[TEMP_FOLDER_SIZE];
    Err err;
} Fixture;

static int set_up(void **state)
{
    Fixture *f = calloc(1, sizeof *f);
    if (!f) return -1;
    arena_init(&f->arena, 0);
    temp_folder_make(f->folder);
    *state = f;
    return 0;
}

static FileList list(Fixture *f)
{
    FileList files;
    if (!file_list(f->folder, &f->arena, &files, &f->err)) fail_msg("%s", f->err.text);
    return files;
}

static const char *in(Fixture *f, const char *name)
{
    return file_join(&f->arena, f->folder, name).data;
}

static int tear_down(void **state)
{
    Fixture *f = *state;
    file_tree_remove(f->folder);
    arena_deinit(&f->arena);
    free(f);
    return 0;
}

#define must(f, call)                                                                                        \
    do {                                                                                                     \
        if (!(call)) fail_msg("%s", (f)->err.text);                                                          \
    } while (0)

static Str filled(Fixture *f, size_t size, char c)
{
    char *text = arena_alloc(&f->arena, size + 1);
    memset(text, c, size);
    return (Str){text, size};
}

/* "a" of a few bytes, "folder/b" of 300,000. */
static const char *make_archive(Fixture *f)
{
    const char *path = in(f, "x.zip");
    ArchiveWriter *writer = archive_write_open(path, &f->err);
    must(f, writer);
    must(f, archive_write_add(writer, STR("a"), STR("some\0bytes"), &f->err));
    must(f, archive_write_add(writer, STR("folder/b"), filled(f, 300000, 'b'), &f->err));
    must(f, archive_write_finish(writer, &f->err));
    return path;
}

static Str bytes_of(Fixture *f, const char *path)
{
    Str bytes;
    must(f, file_read(path, 1 << 20, &f->arena, &bytes, &f->err));
    return bytes;
}

static void assert_refused(Fixture *f, Str bytes, const char *why)
{
    Err err = {.is_set = false};
    const char *path = in(f, "bad.zip");
    must(f, file_write(path, bytes, &f->err));
    assert_null(archive_open(path, &err));
    if (!strstr(err.text, why)) fail_msg("says \"%s\", not \"%s\"", err.text, why);
    assert_non_null(strstr(err.text, "bad.zip: "));
}

static void what_was_written_is_read(void **state)
{
    Fixture *f = *state;
    Archive *archive = archive_open(make_archive(f), &f->err);
    must(f, archive);
    assert_int_equal(archive_count(archive), 2);
    assert_int_equal(archive_find(archive, STR("a")), 0);
    assert_int_equal(archive_find(archive, STR("A")), ARCHIVE_NONE);
    size_t b = archive_find(archive, STR("folder/b"));
    Str out;
    must(f, archive_read(archive, 0, 10, &f->arena, &out, &f->err));
    assert_true(str_is(out, STR("some\0bytes")));
    must(f, archive_read(archive, b, 300000, &f->arena, &out, &f->err));
    assert_true(str_is(out, filled(f, 300000, 'b')));
    assert_int_equal(out.data[out.size], 0);
    archive_close(archive);
}

static void an_archive_is_made_and_read_in_memory(void **state)
{
    Fixture *f = *state;
    ArchiveWriter *writer = archive_write_open_bytes(&f->err);
    must(f, writer);
    must(f, archive_write_add(writer, STR("é"), STR("x"), &f->err));
    must(f, archive_write_add_file(writer, STR("empty"), "/dev/null", &f->err));
    Str bytes, out;
    must(f, archive_write_finish_bytes(writer, &f->arena, &bytes, &f->err));
    Archive *archive = archive_open_bytes(bytes, &f->err);
    must(f, archive);
    must(f, archive_read(archive, archive_find(archive, STR("é")), 9, &f->arena, &out, &f->err));
    assert_true(str_is(out, STR("x")));
    must(f, archive_read(archive, archive_find(archive, STR("empty")), 9, &f->arena, &out, &f->err));
    assert_int_equal(out.size, 0);
    archive_close(archive);
}

static void more_than_the_limit_does_not_come_out(void **state)
{
    Fixture *f = *state;
    Archive *archive = archive_open(make_archive(f), &f->err);
    must(f, archive);
    Str out;
    assert_false(archive_read(archive, 1, 299999, &f->arena, &out, &f->err));
    assert_non_null(strstr(f->err.text, "too big"));
    err_clear(&f->err);
    assert_false(archive_extract(archive, 1, 299999, in(f, "b"), &f->err));
    assert_false(file_is_there(in(f, "b")));
    archive_close(archive);
}

static void an_entry_goes_to_a_new_file_and_over_no_other(void **state)
{
    Fixture *f = *state;
    Archive *archive = archive_open(make_archive(f), &f->err);
    must(f, archive);
    must(f, archive_extract(archive, 1, 300000, in(f, "b"), &f->err));
    assert_int_equal(bytes_of(f, in(f, "b")).size, 300000);
    assert_int_equal(symlink(in(f, "elsewhere"), in(f, "link")), 0);
    assert_false(archive_extract(archive, 0, 300000, in(f, "b"), &f->err));
    assert_false(archive_extract(archive, 0, 300000, in(f, "link"), &f->err));
    assert_false(file_is_there(in(f, "elsewhere")));
    assert_int_equal(bytes_of(f, in(f, "b")).size, 300000);
    archive_close(archive);
}

static void what_is_no_archive_is_refused(void **state)
{
    Fixture *f = *state;
    assert_refused(f, STR(""), "nothing in it");
    assert_refused(f, STR("PK"), "is no ZIP archive");
    assert_refused(f, STR("term\tdefinition\n"), "is no ZIP archive");
    assert_refused(f, filled(f, 200000, 'P'), "is no ZIP archive");
    assert_null(archive_open(f->folder, &f->err));
    assert_non_null(strstr(f->err.text, "is no file"));
    Err err = {.is_set = false};
    assert_null(archive_open(in(f, "nothing"), &err));
    assert_non_null(strstr(err.text, "nothing: cannot be opened: No such file"));
}

static void an_archive_that_is_cut_off_is_refused_at_every_length(void **state)
{
    Fixture *f = *state;
    Str bytes = bytes_of(f, make_archive(f));
    for (size_t size = 0; size < bytes.size; size++) {
        Err err = {.is_set = false};
        assert_null(archive_open_bytes(str_slice(bytes, 0, size), &err));
        assert_true(err.is_set);
    }
}

static void a_damaged_entry_is_told_by_its_name(void **state)
{
    Fixture *f = *state;
    Str bytes = bytes_of(f, make_archive(f));
    char *changed = arena_alloc(&f->arena, bytes.size);
    memcpy(changed, bytes.data, bytes.size);
    changed[30 + 1 + 3] ^= 1; /* the data of "a", behind its header and name */
    Archive *archive = archive_open_bytes((Str){changed, bytes.size}, &f->err);
    must(f, archive);
    Str out;
    assert_false(archive_read(archive, 0, 100, &f->arena, &out, &f->err));
    assert_non_null(strstr(f->err.text, "\"a\" cannot be unpacked"));
    archive_close(archive);
}

static void set_bits(Fixture *f, Str *bytes, const char *signature, size_t at, unsigned char bits)
{
    char *changed = arena_alloc(&f->arena, bytes->size);
    memcpy(changed, bytes->data, bytes->size);
    for (size_t i = 0; i + at < bytes->size; i++)
        if (memcmp(changed + i, signature, 4) == 0) changed[i + at] = (char)(changed[i + at] | bits);
    bytes->data = changed;
}

static void an_encrypted_archive_is_refused(void **state)
{
    Fixture *f = *state;
    Str bytes = bytes_of(f, make_archive(f));
    set_bits(f, &bytes, "PK\1\2", 8, 1);
    set_bits(f, &bytes, "PK\3\4", 6, 1);
    assert_refused(f, bytes, "locked with a password");
}

static void put(StrBuf *buf, uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; i++) {
        char c = (char)(i < 8 ? value >> (8 * i) : 0);
        str_buf_add(buf, (Str){&c, 1});
    }
}

/* A list that says it has `count` entries of no name, and holds `there`. */
static Str list_of(Fixture *f, uint64_t count, size_t there)
{
    StrBuf buf;
    str_buf_init(&buf, &f->arena);
    str_buf_add(&buf, STR("PK\3\4"));
    put(&buf, 0, 26);
    uint64_t start = buf.size;
    for (size_t i = 0; i < there; i++) {
        str_buf_add(&buf, STR("PK\1\2"));
        put(&buf, 0, 42);
    }
    uint64_t size = buf.size - start, end = buf.size;
    str_buf_add(&buf, STR("PK\6\6"));
    put(&buf, 44, 8);
    put(&buf, 45, 2);
    put(&buf, 45, 2);
    put(&buf, 0, 8);
    put(&buf, count, 8);
    put(&buf, count, 8);
    put(&buf, size, 8);
    put(&buf, start, 8);
    str_buf_add(&buf, STR("PK\6\7"));
    put(&buf, 0, 4);
    put(&buf, end, 8);
    put(&buf, 1, 4);
    str_buf_add(&buf, STR("PK\5\6"));
    put(&buf, 0, 4);
    put(&buf, 0xFFFF, 2);
    put(&buf, 0xFFFF, 2);
    put(&buf, 0xFFFFFFFF, 4);
    put(&buf, 0xFFFFFFFF, 4);
    put(&buf, 0, 2);
    return str_buf_str(&buf);
}

static void lists_without_measure_are_refused(void **state)
{
    Fixture *f = *state;
    const struct {
        uint64_t count;
        size_t there;
    } lists[] = {{ARCHIVE_MAX_ENTRIES + 1, ARCHIVE_MAX_ENTRIES + 1},
                 {400000, 400000},
                 {UINT32_MAX, 3},
                 {UINT64_MAX, 3},
                 {UINT64_MAX / 64, 3}};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        Err err = {.is_set = false};
        assert_null(archive_open_bytes(list_of(f, lists[i].count, lists[i].there), &err));
        assert_true(err.is_set);
    }
}

static void a_cancelled_archive_leaves_nothing(void **state)
{
    Fixture *f = *state;
    const char *path = in(f, "y.zip");
    must(f, file_write(path, STR("old"), &f->err));
    ArchiveWriter *writer = archive_write_open(path, &f->err);
    must(f, writer);
    must(f, archive_write_add(writer, STR("a"), STR("a"), &f->err));
    archive_write_cancel(writer);
    assert_true(str_is(bytes_of(f, path), STR("old")));
    assert_int_equal(list(f).count, 1);
}

static void an_archive_that_cannot_be_written_leaves_the_old_one(void **state)
{
    Fixture *f = *state;
    const char *path = in(f, "y.zip");
    must(f, file_write(path, STR("old"), &f->err));
    ArchiveWriter *writer = archive_write_open(path, &f->err);
    must(f, writer);
    Err err = {.is_set = false};
    must(f, archive_write_add(writer, STR("a"), STR("a"), &f->err));
    assert_false(archive_write_add(writer, STR("a"), STR("again"), &err));
    err_clear(&err);
    if (archive_write_add_file(writer, STR("b"), in(f, "nothing"), &err))
        assert_false(archive_write_finish(writer, &err));
    else
        archive_write_cancel(writer);
    assert_true(err.is_set);
    assert_true(str_is(bytes_of(f, path), STR("old")));
    assert_int_equal(list(f).count, 1);
    assert_null(archive_write_open(in(f, "no-folder/y.zip"), &err));
}

static void a_new_archive_has_the_rights_of_the_old_one(void **state)
{
    Fixture *f = *state;
    const char *path = in(f, "x.zip");
    must(f, file_write(path, STR("old"), &f->err));
    assert_int_equal(chmod(path, 0640), 0);
    make_archive(f);
    struct stat info;
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0640);
    assert_int_equal(list(f).count, 1);
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH(what_was_written_is_read),
        WITH(an_archive_is_made_and_read_in_memory),
        WITH(more_than_the_limit_does_not_come_out),
        WITH(an_entry_goes_to_a_new_file_and_over_no_other),
        WITH(what_is_no_archive_is_refused),
        WITH(an_archive_that_is_cut_off_is_refused_at_every_length),
        WITH(a_damaged_entry_is_told_by_its_name),
        WITH(an_encrypted_archive_is_refused),
        WITH(lists_without_measure_are_refused),
        WITH(a_cancelled_archive_leaves_nothing),
        WITH(an_archive_that_cannot_be_written_leaves_the_old_one),
        WITH(a_new_archive_has_the_rights_of_the_old_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
