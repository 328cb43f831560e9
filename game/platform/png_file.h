/* Pictures to files, as PNG. */
#ifndef MATCHWICK_PLATFORM_PNG_FILE_H
#define MATCHWICK_PLATFORM_PNG_FILE_H

#include "base/err.h"
#include "platform/picture.h"

/* Alpha is left out: what is on a screen is opaque. */
NODISCARD bool png_file_write(const char *path, Picture picture, Err *err);

#endif
