#define _POSIX_C_SOURCE 200809L
#include "formats/archive.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "formats/zip_feed.h"

/* ARCHIVE_MAX_ENTRIES with long names; and what libzip reads to find the list. */
#define LIST_BYTES (16u << 20)
#define PIECE      65536

struct Archive {
    ZipCalls calls;
    ZipFeed feed;
    zip_t *zip;
    size_t count;
};

static bool fail_list(const Archive *archive, zip_error_t *error, Err *err)
{
    if (archive->feed.is_spent) return err_set(err, "lists more entries than can be read");
    int code = archive->calls.error_code_zip(error);
    if (code == ZIP_ER_NOZIP)
        return err_set(err, "is no ZIP archive, or its end is missing: was it downloaded whole?");
    return err_set(err, "is damaged: its list of entries cannot be read (%s)",
                   archive->calls.error_strerror(error));
}

static bool check_entries(const Archive *archive, Err *err)
{
    if (archive->count == 0) return err_set(err, "is an archive with nothing in it");
    if (archive->count > ARCHIVE_MAX_ENTRIES)
        return err_set(err, "has %zu entries, and at most %d are read", archive->count, ARCHIVE_MAX_ENTRIES);
    for (size_t i = 0; i < archive->count; i++) {
        zip_stat_t stat = {.valid = 0};
        if (archive->calls.stat_index(archive->zip, i, 0, &stat) != 0)
            return err_set(err, "is damaged: entry %zu cannot be read", i + 1);
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
            return err_set(err, "is locked with a password: unlock it and try again");
    }
    return true;
}

static bool open_list(Archive *archive, Err *err)
{
    archive->feed.calls = &archive->calls;
    archive->feed.budget = LIST_BYTES;
    zip_error_t error;
    archive->calls.error_init(&error);
    zip_source_t *source = archive->calls.source_function_create(zip_feed_call, &archive->feed, &error);
    if (source) archive->zip = archive->calls.open_from_source(source, ZIP_RDONLY, &error);
    if (!archive->zip) {
        fail_list(archive, &error, err);
        if (source) archive->calls.source_free(source);
    }
    archive->calls.error_fini(&error);
    if (!archive->zip) return false;
    archive->count = (size_t)archive->calls.get_num_entries(archive->zip, 0);
    archive->feed.budget = UINT64_MAX;
    return check_entries(archive, err);
}

static Archive *make(int fd, Str bytes, Err *err)
{
    Archive *archive = calloc(1, sizeof *archive);
    if (!archive) err_fatal("out of memory");
    archive->feed.fd = fd;
    archive->feed.bytes = bytes;
    if (zip_calls_load(&archive->calls, err) && open_list(archive, err)) return archive;
    archive_close(archive);
    return NULL;
}

Archive *archive_open_bytes(Str bytes, Err *err)
{
    return make(-1, bytes, err);
}

/* -1: it is no file, or cannot be opened. */
static int open_plain(const char *path, size_t *size, Err *err)
{
    struct stat info;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd >= 0 && fstat(fd, &info) == 0 && S_ISREG(info.st_mode)) {
        *size = (size_t)info.st_size;
        return fd;
    }
    if (fd < 0)
        err_set(err, "%s: cannot be opened: %s", path, strerror(errno));
    else
        err_set(err, "%s: is no file", path);
    if (fd >= 0) close(fd);
    return -1;
}

Archive *archive_open(const char *path, Err *err)
{
    size_t size;
    int fd = open_plain(path, &size, err);
    if (fd < 0) return NULL;
    Archive *archive = make(fd, (Str){NULL, size}, err);
    if (!archive) err_wrap(err, "%s", path);
    return archive;
}

void archive_close(Archive *archive)
{
    if (!archive) return;
    if (archive->zip) archive->calls.discard(archive->zip);
    if (archive->feed.fd >= 0) close(archive->feed.fd);
    zip_calls_unload(&archive->calls);
    free(archive);
}

size_t archive_count(const Archive *archive)
{
    return archive->count;
}

Str archive_name(const Archive *archive, size_t entry)
{
    const char *name = archive->calls.get_name(archive->zip, entry, 0);
    return name ? str_of(name) : STR("");
}

size_t archive_find(const Archive *archive, Str name)
{
    for (size_t i = 0; i < archive->count; i++)
        if (str_is(archive_name(archive, i), name)) return i;
    return ARCHIVE_NONE;
}

static bool fail_entry(const Archive *archive, size_t entry, const char *said, Err *err)
{
    return err_set(err, "its entry \"%.*s\" cannot be unpacked: %s", STR_FMT(archive_name(archive, entry)),
                   said);
}

static bool pass_pieces(Archive *archive, size_t entry, zip_file_t *file, const ArchiveSink *sink, Err *err)
{
    char piece[PIECE];
    uint64_t left = sink->limit;
    for (;;) {
        zip_int64_t got = archive->calls.fread(file, piece, sizeof piece);
        if (got < 0)
            return fail_entry(archive, entry,
                              archive->calls.error_strerror(archive->calls.file_get_error(file)), err);
        if (got == 0) return true;
        if ((uint64_t)got > left) return fail_entry(archive, entry, "it is too big", err);
        left -= (uint64_t)got;
        if (!sink->take(sink->context, (Str){piece, (size_t)got}, err)) return false;
    }
}

bool archive_pass(Archive *archive, size_t entry, const ArchiveSink *sink, Err *err)
{
    zip_file_t *file = archive->calls.fopen_index(archive->zip, entry, 0);
    if (!file)
        return fail_entry(archive, entry,
                          archive->calls.error_strerror(archive->calls.get_error(archive->zip)), err);
    bool is_whole = pass_pieces(archive, entry, file, sink, err);
    archive->calls.fclose(file);
    return is_whole;
}

static bool take_text(void *context, Str piece, Err *err)
{
    (void)err;
    str_buf_add(context, piece);
    return true;
}

bool archive_read(Archive *archive, size_t entry, size_t limit, Arena *arena, Str *out, Err *err)
{
    StrBuf text;
    str_buf_init(&text, arena);
    if (!archive_pass(archive, entry, &(ArchiveSink){limit, take_text, &text}, err)) return false;
    *out = str_buf_str(&text);
    return true;
}

static bool take_file(void *context, Str piece, Err *err)
{
    int fd = *(const int *)context;
    for (size_t done = 0; done < piece.size;) {
        ssize_t put = write(fd, piece.data + done, piece.size - done);
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return err_set(err, "cannot be unpacked: the disk is full or cannot be written");
        done += (size_t)put;
    }
    return true;
}

bool archive_extract(Archive *archive, size_t entry, uint64_t limit, const char *path, Err *err)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0) return err_set(err, "%s: cannot be made", path);
    bool is_whole = archive_pass(archive, entry, &(ArchiveSink){limit, take_file, &fd}, err);
    if (close(fd) != 0 && is_whole) is_whole = err_set(err, "%s: cannot be written", path);
    if (!is_whole) unlink(path);
    return is_whole;
}
