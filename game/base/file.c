#define _XOPEN_SOURCE 700 /* realpath */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file_inner.h"

bool file_fail(Err *err, const char *path, const char *what)
{
    char said[128];
    if (strerror_r(errno, said, sizeof said) != 0) said[0] = '\0';
    return err_set(err, "%s: %s: %s", path, what, said);
}

static bool fail_size(Err *err, const char *path, uintmax_t size, size_t limit)
{
    return err_set(err, "%s: is too big: %ju bytes, and at most %zu are read", path, size, limit);
}

/* A buffer for the file's bytes that grows: pipes and /proc tell no size. */
typedef struct {
    char *data;
    size_t size, capacity;
} Bytes;

static void grow(Bytes *bytes, Arena *arena)
{
    size_t capacity = bytes->capacity * 2;
    char *data = arena_alloc(arena, capacity);
    memcpy(data, bytes->data, bytes->size);
    bytes->data = data;
    bytes->capacity = capacity;
}

static bool read_all(int fd, const char *path, size_t limit, Arena *arena, Bytes *bytes, Err *err)
{
    for (;;) {
        if (bytes->size == bytes->capacity) grow(bytes, arena);
        ssize_t got = read(fd, bytes->data + bytes->size, bytes->capacity - bytes->size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return file_fail(err, path, "cannot be read");
        if (got == 0) break;
        bytes->size += (size_t)got;
        if (bytes->size > limit) return fail_size(err, path, bytes->size, limit);
    }
    if (bytes->size == bytes->capacity) grow(bytes, arena);
    bytes->data[bytes->size] = '\0';
    return true;
}

static bool read_open(int fd, const char *path, size_t limit, Arena *arena, Str *out, Err *err)
{
    struct stat info;
    if (fstat(fd, &info) != 0) return file_fail(err, path, "cannot be read");
    if (S_ISDIR(info.st_mode)) return err_set(err, "%s: is a folder, and a file is wanted", path);
    bool is_size_known = S_ISREG(info.st_mode) && info.st_size > 0;
    if (is_size_known && (uintmax_t)info.st_size > limit)
        return fail_size(err, path, (uintmax_t)info.st_size, limit);
    Bytes bytes = {.capacity = is_size_known ? (size_t)info.st_size + 1 : 4096};
    bytes.data = arena_alloc(arena, bytes.capacity);
    if (!read_all(fd, path, limit, arena, &bytes, err)) return false;
    *out = (Str){bytes.data, bytes.size};
    return true;
}

bool file_read(const char *path, size_t limit, Arena *arena, Str *out, Err *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return file_fail(err, path, "cannot be opened");
    bool is_read = read_open(fd, path, limit, arena, out, err);
    close(fd);
    return is_read;
}

static bool map_open(int fd, const char *path, Str *out, Err *err)
{
    struct stat info;
    if (fstat(fd, &info) != 0) return file_fail(err, path, "cannot be read");
    if (!S_ISREG(info.st_mode) || info.st_size <= 0)
        return err_set(err, "%s: is no file with something in it", path);
    void *bytes = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (bytes == MAP_FAILED) return file_fail(err, path, "cannot be read");
    *out = (Str){bytes, (size_t)info.st_size};
    return true;
}

bool file_map(const char *path, Str *out, Err *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return file_fail(err, path, "cannot be opened");
    bool is_mapped = map_open(fd, path, out, err);
    close(fd);
    return is_mapped;
}

void file_unmap(Str bytes)
{
    if (bytes.size == 0) return;
    char *start;
    memcpy(&start, &bytes.data, sizeof start);
    munmap(start, bytes.size);
}

bool file_write_all(int fd, Str content)
{
    for (size_t done = 0; done < content.size;) {
        ssize_t put = write(fd, content.data + done, content.size - done);
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return false;
        done += (size_t)put;
    }
    return true;
}

/* A new file in the folder, with the rights that the umask leaves. What killed ones left there goes before:
   the disk may be full of it. */
static int open_beside(Arena *arena, const char *folder, Str *name)
{
    char number[16];
    file_remove_left(folder);
    for (int i = 0; i < 100; i++) {
        snprintf(number, sizeof number, "%d", i);
        *name = file_join(arena, folder, file_beside_name(arena, number).data);
        int fd = open(name->data, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd >= 0 || errno != EEXIST) return fd;
    }
    return -1;
}

/* The name's own entry in the folder; some file systems have nothing to sync there. */
static bool sync_folder(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return errno == EACCES;
    bool is_synced = fsync(fd) == 0 || errno == EINVAL;
    int kept = errno;
    close(fd);
    errno = kept;
    return is_synced;
}

/* Where a link leads: a link stays a link. */
static Str follow(Arena *arena, const char *path)
{
    char *followed = realpath(path, NULL);
    Str target = str_copy(arena, str_of(followed ? followed : path));
    free(followed);
    return target;
}

bool file_make_beside(const char *path, Arena *arena, Str *out, Err *err)
{
    Str target = follow(arena, path);
    int fd = open_beside(arena, file_folder(arena, target).data, out);
    if (fd < 0) return file_fail(err, path, "cannot be written");
    struct stat old;
    bool is_made = stat(target.data, &old) != 0 || fchmod(fd, old.st_mode & 07777) == 0;
    if (!is_made) {
        file_fail(err, path, "cannot be written");
        unlink(out->data);
    }
    close(fd);
    return is_made;
}

static bool fill(const char *beside, Str content)
{
    int fd = open(beside, O_WRONLY | O_CLOEXEC);
    if (fd < 0) return false;
    bool is_whole = file_write_all(fd, content);
    int kept = errno;
    if (close(fd) == 0 && is_whole) return true;
    if (!is_whole) errno = kept;
    return false;
}

static bool sync_file(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return false;
    bool is_synced = fsync(fd) == 0;
    int kept = errno;
    close(fd);
    errno = kept;
    return is_synced;
}

bool file_sync(const char *path, Err *err)
{
    return (file_is_folder(path) ? sync_folder(path) : sync_file(path)) ||
           file_fail(err, path, "cannot be written");
}

/* Removes the file there and tells what errno says of `path`. */
static bool give_up(const char *beside, const char *path, Err *err)
{
    file_fail(err, path, "cannot be written");
    unlink(beside);
    return false;
}

bool file_fill_beside(const char *beside, const char *path, Str content, Err *err)
{
    return (fill(beside, content) && sync_file(beside)) || give_up(beside, path, err);
}

bool file_replace(const char *beside, const char *path, Err *err)
{
    Arena arena;
    arena_init(&arena, 4096);
    Str target = follow(&arena, path);
    bool is_named = sync_file(beside) && rename(beside, target.data) == 0;
    if (!is_named) give_up(beside, path, err);
    bool is_whole = is_named && (sync_folder(file_folder(&arena, target).data) ||
                                 file_fail(err, path, "cannot be written"));
    arena_deinit(&arena);
    return is_whole;
}

static bool is_stream(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode);
}

static bool write_stream(const char *path, Str content, Err *err)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0) return file_fail(err, path, "cannot be written");
    bool is_written = file_write_all(fd, content) || file_fail(err, path, "cannot be written");
    return (close(fd) == 0 || file_fail(err, path, "cannot be written")) && is_written;
}

bool file_write(const char *path, Str content, Err *err)
{
    if (is_stream(path)) return write_stream(path, content, err);
    Arena arena;
    arena_init(&arena, 4096);
    Str beside;
    bool is_written = file_make_beside(path, &arena, &beside, err) &&
                      (fill(beside.data, content) || give_up(beside.data, path, err)) &&
                      file_replace(beside.data, path, err);
    arena_deinit(&arena);
    return is_written;
}

/* Where a file system has no hard links, or the folder lies on another disk. */
static bool move_plainly(const char *path, const char *to, Err *err)
{
    if (file_is_there(to)) return err_set(err, "%s: is there already", to);
    if (rename(path, to) == 0) return true;
    if (errno != EXDEV) return file_fail(err, path, "cannot be moved");
    Arena arena;
    Str bytes;
    arena_init(&arena, 0);
    bool is_moved = file_read(path, SIZE_MAX / 2, &arena, &bytes, err) && file_write(to, bytes, err);
    arena_deinit(&arena);
    return is_moved && file_remove(path, err);
}

bool file_move(const char *path, const char *to, Err *err)
{
    if (link(path, to) == 0) return file_remove(path, err);
    if (errno == EEXIST) return err_set(err, "%s: is there already", to);
    if (errno == ENOENT) return file_fail(err, path, "cannot be moved");
    return move_plainly(path, to, err);
}

bool file_remove(const char *path, Err *err)
{
    return unlink(path) == 0 || file_fail(err, path, "cannot be deleted");
}

static bool make_one(const char *path, Err *err)
{
    if (mkdir(path, 0777) == 0 || file_is_folder(path)) return true;
    return file_fail(err, path, "the folder cannot be made");
}

bool file_make_folder(const char *path, Err *err)
{
    Arena arena;
    arena_init(&arena, 4096);
    Str whole = str_of(path);
    bool is_made = whole.size > 0 || err_set(err, "a folder without a name cannot be made");
    for (size_t i = 1; i <= whole.size && is_made; i++)
        if (i == whole.size || path[i] == '/')
            is_made = make_one(str_copy(&arena, str_slice(whole, 0, i)).data, err);
    arena_deinit(&arena);
    return is_made;
}

bool file_is_there(const char *path)
{
    FileInfo info;
    return file_info(path, &info);
}

bool file_is_folder(const char *path)
{
    FileInfo info;
    return file_info(path, &info) && info.is_folder;
}

bool file_info(const char *path, FileInfo *out)
{
    struct stat info;
    if (stat(path, &info) != 0) return false;
    *out = (FileInfo){.changed_ns = (int64_t)info.st_mtim.tv_sec * 1000000000 + info.st_mtim.tv_nsec,
                      .size = info.st_size,
                      .is_folder = S_ISDIR(info.st_mode),
                      .is_file = S_ISREG(info.st_mode)};
    return true;
}

bool file_write_new(const char *path, Str content, Err *err)
{
    Arena arena;
    arena_init(&arena, 4096);
    Str beside, folder = file_folder(&arena, str_of(path));
    bool is_laid =
        file_make_beside(path, &arena, &beside, err) && file_fill_beside(beside.data, path, content, err);
    bool is_written = is_laid && file_move(beside.data, path, err);
    if (is_laid && !is_written) unlink(beside.data);
    if (is_written && !sync_folder(folder.data)) is_written = give_up(path, path, err);
    arena_deinit(&arena);
    return is_written;
}

static int compare_names(const void *a, const void *b)
{
    return str_compare(*(const Str *)a, *(const Str *)b);
}

static void add_name(FileList *list, size_t *capacity, Str name, Arena *arena)
{
    if (list->count == *capacity) {
        *capacity = *capacity ? *capacity * 2 : 32;
        Str *names = ARENA_NEW_N(arena, Str, *capacity);
        if (list->count) memcpy(names, list->names, list->count * sizeof *names);
        list->names = names;
    }
    list->names[list->count++] = str_copy(arena, name);
}

bool file_list(const char *folder, Arena *arena, FileList *out, Err *err)
{
    DIR *dir = opendir(folder);
    if (!dir) return file_fail(err, folder, "the folder cannot be read");
    FileList list = {.count = 0};
    size_t capacity = 0;
    errno = 0;
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;) {
        Str name = str_of(entry->d_name);
        if (!str_is(name, STR(".")) && !str_is(name, STR(".."))) add_name(&list, &capacity, name, arena);
        errno = 0;
    }
    bool is_whole = errno == 0 || file_fail(err, folder, "the folder cannot be read");
    closedir(dir);
    if (list.count) qsort(list.names, list.count, sizeof *list.names, compare_names);
    *out = list;
    return is_whole;
}

Str file_join(Arena *arena, const char *folder, const char *name)
{
    size_t size = strlen(folder);
    bool is_slash_there = size == 0 || folder[size - 1] == '/';
    return str_format(arena, "%s%s%s", folder, is_slash_there ? "" : "/", name);
}

Str file_name(Str path)
{
    size_t end = path.size;
    while (end > 1 && path.data[end - 1] == '/') end--;
    size_t from = end;
    while (from > 0 && path.data[from - 1] != '/') from--;
    return str_slice(path, from, end);
}

Str file_folder(Arena *arena, Str path)
{
    size_t end = path.size;
    while (end > 0 && path.data[end - 1] != '/') end--;
    if (end == 0) return STR(".");
    return str_copy(arena, str_slice(path, 0, end > 1 ? end - 1 : 1));
}
