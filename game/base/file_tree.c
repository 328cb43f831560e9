#define _XOPEN_SOURCE 700 /* lstat */
#include "base/file_tree.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file_inner.h"
#include "base/text.h"

#define PIECE     65536
#define MOST_NAME 255

bool file_is_plain(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISREG(info.st_mode);
}

bool file_is_common_name(Str name)
{
    if (name.size == 0 || name.size > MOST_NAME || name.data[0] == '.') return false;
    for (size_t i = 0; i < name.size; i++)
        if (name.data[i] == '/' || name.data[i] == '\\' || (unsigned char)name.data[i] < 0x20) return false;
    return text_find_invalid_utf8(name) == TEXT_NO_OFFSET;
}

static bool is_own_folder(const char *path)
{
    struct stat info;
    return lstat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

typedef struct {
    const char *from, *to;
    int in, out;
    int64_t limit;
} Copy;

static bool pass(const Copy *copy, Err *err)
{
    char piece[PIECE];
    for (int64_t left = copy->limit;;) {
        ssize_t got = read(copy->in, piece, sizeof piece);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return file_fail(err, copy->from, "cannot be read");
        if (got == 0) return true;
        left -= got;
        if (left < 0) return err_set(err, "%s: is too big", copy->from);
        if (!file_write_all(copy->out, (Str){piece, (size_t)got}))
            return file_fail(err, copy->to, "cannot be written");
    }
}

static bool copy_open(Copy *copy, Err *err)
{
    copy->out = open(copy->to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (copy->out < 0) return file_fail(err, copy->to, "cannot be made");
    bool is_whole = pass(copy, err);
    if (close(copy->out) != 0 && is_whole) is_whole = file_fail(err, copy->to, "cannot be written");
    if (!is_whole) unlink(copy->to);
    return is_whole;
}

bool file_copy(const char *from, const char *to, int64_t limit, Err *err)
{
    Copy copy = {.from = from, .to = to, .limit = limit};
    copy.in = open(from, O_RDONLY | O_CLOEXEC);
    if (copy.in < 0) return file_fail(err, from, "cannot be opened");
    bool is_copied = copy_open(&copy, err);
    close(copy.in);
    return is_copied;
}

static bool move_by_copy(const char *from, const char *to, Err *err)
{
    Arena arena;
    arena_init(&arena, 4096);
    Str folder = file_folder(&arena, str_of(to));
    Str beside = file_join(&arena, folder.data, file_beside_name(&arena, "moved").data);
    file_remove_left(folder.data);
    unlink(beside.data);
    bool is_moved = file_copy(from, beside.data, INT64_MAX, err) && file_sync(beside.data, err) &&
                    (rename(beside.data, to) == 0 || file_fail(err, to, "cannot be written"));
    if (is_moved)
        unlink(from);
    else
        unlink(beside.data);
    arena_deinit(&arena);
    return is_moved;
}

bool file_take_place(const char *from, const char *to, Err *err)
{
    if (rename(from, to) == 0) return true;
    if (errno != EXDEV) return file_fail(err, to, "cannot be written");
    return move_by_copy(from, to, err);
}

bool file_tree_sync(const char *folder, Err *err)
{
    Arena arena;
    arena_init(&arena, 0);
    FileList list;
    bool is_synced = file_list(folder, &arena, &list, err);
    for (size_t i = 0; is_synced && i < list.count; i++) {
        Str path = file_join(&arena, folder, list.names[i].data);
        if (is_own_folder(path.data))
            is_synced = file_tree_sync(path.data, err);
        else if (file_is_plain(path.data))
            is_synced = file_sync(path.data, err);
    }
    arena_deinit(&arena);
    return is_synced && file_sync(folder, err);
}

void file_tree_remove(const char *folder)
{
    Arena arena;
    arena_init(&arena, 0);
    FileList list;
    if (!file_list(folder, &arena, &list, NULL)) list.count = 0;
    for (size_t i = 0; i < list.count; i++) {
        Str path = file_join(&arena, folder, list.names[i].data);
        if (is_own_folder(path.data))
            file_tree_remove(path.data);
        else
            unlink(path.data);
    }
    rmdir(folder);
    arena_deinit(&arena);
}
