/* What the files that work on files share; private to base/. */
#ifndef MATCHWICK_BASE_FILE_INNER_H
#define MATCHWICK_BASE_FILE_INNER_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

/* "PATH: what: what the system said" for errno. Returns false. */
bool file_fail(Err *err, const char *path, const char *what);
/* False with errno set. */
bool file_write_all(int fd, Str content);

/* The name of a file that is to take another's place, by this process: hidden, and never ending like a
 * deck's.
 */
#define FILE_BESIDE_PREFIX ".matchwick-"
Str file_beside_name(Arena *arena, const char *what);
/* Removes those from the folder whose processes were killed. */
void file_remove_left(const char *folder);

#endif
