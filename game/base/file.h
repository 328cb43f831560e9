/* Whole files and folders. Paths are UTF-8, zero-terminated. Errors name the path and what the system said.
 */
#ifndef MATCHWICK_BASE_FILE_H
#define MATCHWICK_BASE_FILE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

/* Reads the whole file into the arena, a zero byte behind it. Longer than `limit` bytes is an error that says
 * both sizes. */
NODISCARD bool file_read(const char *path, size_t limit, Arena *arena, Str *out, Err *err);
/* The file's bytes where the system keeps them, for files that are replaced and never cut (fonts): only what
 * is looked at is read. To be given back by file_unmap. An empty file is an error. */
NODISCARD bool file_map(const char *path, Str *out, Err *err);
void file_unmap(Str bytes); /* empty: nothing */
/* Writes beside it, syncs, renames: either the old or the new content is there, whole. What is no file (a
 * pipe, a device) is written to. */
NODISCARD bool file_write(const char *path, Str content, Err *err);
/* The same for a new file, never in place of what is there. */
NODISCARD bool file_write_new(const char *path, Str content, Err *err);
/* The same in steps, for files that are written by others. A name in the folder of `path` (where a link
 * leads: in the folder of its file) that nothing has yet, and that never ends like a deck's: an empty file is
 * there then, with the rights of the old file at `path`. */
NODISCARD bool file_make_beside(const char *path, Arena *arena, Str *out, Err *err);
/* All of it, on the disk; where that fails it is removed, and `err` names `path`. */
NODISCARD bool file_fill_beside(const char *beside, const char *path, Str content, Err *err);
/* Syncs it, renames it to `path`; where that fails it is removed. */
NODISCARD bool file_replace(const char *beside, const char *path, Err *err);
/* Gives the file another name, in another folder where wanted, and never in place of what is there. */
NODISCARD bool file_move(const char *path, const char *to, Err *err);
NODISCARD bool file_remove(const char *path, Err *err);
/* A file's content, or a folder's names, are on the disk when it returns. */
NODISCARD bool file_sync(const char *path, Err *err);
/* mkdir -p. */
NODISCARD bool file_make_folder(const char *path, Err *err);
bool file_is_there(const char *path);
bool file_is_folder(const char *path);

typedef struct {
    int64_t changed_ns; /* of the last change of content, Unix epoch */
    int64_t size;       /* bytes */
    bool is_folder;
    bool is_file; /* neither a folder nor a pipe or device, whose reading may never end */
} FileInfo;

/* False if there is nothing at the path. */
bool file_info(const char *path, FileInfo *out);

typedef struct {
    Str *names; /* sorted by bytes; without "." and ".." */
    size_t count;
} FileList;

NODISCARD bool file_list(const char *folder, Arena *arena, FileList *out, Err *err);
Str file_join(Arena *arena, const char *folder, const char *name);
/* Name without folders; the view lies in `path`. */
Str file_name(Str path);
/* The folder that a path's last name lies in; "." where it has none. In the arena. */
Str file_folder(Arena *arena, Str path);

#endif
