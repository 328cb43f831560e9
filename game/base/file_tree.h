/* Folders that are filled, moved and removed as a whole. Links to folders are not gone into. */
#ifndef MATCHWICK_BASE_FILE_TREE_H
#define MATCHWICK_BASE_FILE_TREE_H

#include "base/file.h"

/* A file or a link to one: no folder, pipe or device. */
bool file_is_plain(const char *path);
/* A name that folders and archives of every system can have: of UTF-8, not hidden, with no control characters
   and nothing that may part folders. */
bool file_is_common_name(Str name);
/* Into a new file, piece by piece. At most `limit` bytes: what grows meanwhile is not copied for ever. */
NODISCARD bool file_copy(const char *from, const char *to, int64_t limit, Err *err);
/* Takes the place of a file at `to`; to another file system by way of a copy beside it. */
NODISCARD bool file_take_place(const char *from, const char *to, Err *err);
/* All that is in the folder is on the disk when it returns. */
NODISCARD bool file_tree_sync(const char *folder, Err *err);
/* With all that is in it; what cannot be removed stays. */
void file_tree_remove(const char *folder);

#endif
