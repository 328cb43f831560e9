/* What the files that work on files share; private to base/. */
#ifndef MATCHWICK_BASE_FILE_INNER_H
#define MATCHWICK_BASE_FILE_INNER_H

#include "base/err.h"
#include "base/str.h"

/* "PATH: what: what the system said" for errno. Returns false. */
bool file_fail(Err *err, const char *path, const char *what);
/* False with errno set. */
bool file_write_all(int fd, Str content);

#endif
