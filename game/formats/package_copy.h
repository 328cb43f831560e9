/* A package's collection unpacked to where SQLite opens it: in memory, and where it is larger in a file that
   has lost its name. For package_db.c. */
#ifndef MATCHWICK_FORMATS_PACKAGE_COPY_H
#define MATCHWICK_FORMATS_PACKAGE_COPY_H

#include <sqlite3.h>

#include "formats/package_zip.h"

#define PACKAGE_COPY_MAX_IN_MEMORY ((size_t)16 << 20)

/* Opened to be read alone. The arena holds what is in memory, and must outlive the handle, which is the
   caller's to close, in case of an error too. */
NODISCARD bool package_copy_open(PackageZip *zip, Arena *arena, sqlite3 **handle, Err *err);

#endif
