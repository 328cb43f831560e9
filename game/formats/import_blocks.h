/* What is seen of blocks from outside. For imports alone. */
#ifndef MATCHWICK_FORMATS_IMPORT_BLOCKS_H
#define MATCHWICK_FORMATS_IMPORT_BLOCKS_H

#include "base/str.h"

/* A line of nothing but "?" or "??". */
bool import_is_turn(Str line);

#endif
