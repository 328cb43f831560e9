#define _XOPEN_SOURCE 700 /* mkdtemp */
#include "formats/package_copy.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"

#define WAL_MARKS 18 /* of the header: how it is written and read */

typedef struct {
    char *bytes; /* as long as they are few */
    size_t size;
    bool is_database;
    int fd; /* -1: there is no file yet */
    Str folder, path;
    Arena *arena, names;
} Copy;

/* A database that was last open in WAL mode would want files beside it. */
static void settle_header(Copy *copy)
{
    copy->is_database = copy->size >= WAL_MARKS + 2 && memcmp(copy->bytes, "SQLite format 3", 16) == 0;
    if (copy->is_database) copy->bytes[WAL_MARKS] = copy->bytes[WAL_MARKS + 1] = 1;
}

/* --- what is larger --- */

static const char *temporary_folder(void)
{
    const char *told = getenv("TMPDIR");
    return told && *told ? told : "/tmp";
}

static bool make_file(Copy *copy, Err *err)
{
    Str made = file_join(&copy->names, temporary_folder(), "matchwick-XXXXXX");
    char *folder = arena_alloc(&copy->names, made.size + 1);
    memcpy(folder, made.data, made.size);
    if (!mkdtemp(folder)) return err_set(err, "no folder can be made in %s", temporary_folder());
    copy->folder = (Str){folder, made.size};
    copy->path = file_join(&copy->names, folder, "collection");
    copy->fd = open(copy->path.data, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    return copy->fd >= 0 || err_set(err, "%s cannot be made", copy->path.data);
}

static bool write_file(Copy *copy, Str piece, Err *err)
{
    for (size_t done = 0; done < piece.size;) {
        ssize_t put = write(copy->fd, piece.data + done, piece.size - done);
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return err_set(err, "there is no room to unpack it: %s", strerror(errno));
        done += (size_t)put;
    }
    return true;
}

static bool move_to_file(Copy *copy, Err *err)
{
    settle_header(copy);
    if (!make_file(copy, err) || !write_file(copy, (Str){copy->bytes, copy->size}, err)) return false;
    arena_deinit(copy->arena);
    copy->bytes = NULL;
    return true;
}

/* "?", "#" and "%" mean something there. */
static Str uri_of(Str path, Arena *arena)
{
    StrBuf uri;
    str_buf_init(&uri, arena);
    str_buf_add(&uri, STR("file:"));
    for (size_t i = 0; i < path.size; i++) {
        char c = path.data[i];
        if (c == '%' || c == '?' || c == '#')
            str_buf_addf(&uri, "%%%02X", (unsigned)c);
        else
            str_buf_add(&uri, str_slice(path, i, i + 1));
    }
    str_buf_add(&uri, STR("?immutable=1"));
    return str_buf_str(&uri);
}

static bool open_file(Copy *copy, sqlite3 **handle)
{
    const int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
    return sqlite3_open_v2(uri_of(copy->path, &copy->names).data, handle, flags, NULL) == SQLITE_OK;
}

/* The file loses its name as soon as it is open: nothing is left, whatever happens. */
static void forget_file(Copy *copy)
{
    if (copy->fd >= 0) close(copy->fd);
    if (copy->path.size) unlink(copy->path.data);
    if (copy->folder.size) rmdir(copy->folder.data);
}

/* --- either --- */

static bool take(void *context, Str piece, Err *err)
{
    Copy *copy = context;
    bool is_in_memory = copy->fd < 0;
    if (is_in_memory && piece.size <= PACKAGE_COPY_MAX_IN_MEMORY - copy->size) {
        memcpy(copy->bytes + copy->size, piece.data, piece.size);
        copy->size += piece.size;
        return true;
    }
    return (!is_in_memory || move_to_file(copy, err)) && write_file(copy, piece, err);
}

static bool open_bytes(Copy *copy, sqlite3 **handle)
{
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX;
    unsigned char *bytes = (unsigned char *)copy->bytes;
    sqlite3_int64 size = (sqlite3_int64)copy->size;
    return sqlite3_open_v2(":memory:", handle, flags, NULL) == SQLITE_OK &&
           sqlite3_deserialize(*handle, "main", bytes, size, size, SQLITE_DESERIALIZE_READONLY) == SQLITE_OK;
}

static bool open_copy(Copy *copy, sqlite3 **handle, Err *err)
{
    bool is_in_memory = copy->fd < 0;
    if (is_in_memory) settle_header(copy);
    if (!copy->is_database) return err_set(err, "its collection is no database of SQLite");
    return (is_in_memory ? open_bytes(copy, handle) : open_file(copy, handle)) ||
           err_set(err, "its collection cannot be opened: %s", sqlite3_errmsg(*handle));
}

bool package_copy_open(PackageZip *zip, Arena *arena, sqlite3 **handle, Err *err)
{
    Copy copy = {.fd = -1, .arena = arena, .bytes = arena_alloc(arena, PACKAGE_COPY_MAX_IN_MEMORY)};
    arena_init(&copy.names, 4096);
    bool is_open = package_zip_unpack(zip, take, &copy, err) && open_copy(&copy, handle, err);
    forget_file(&copy);
    arena_deinit(&copy.names);
    return is_open;
}
