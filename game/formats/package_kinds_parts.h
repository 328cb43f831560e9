/* For package_kinds*.c. */
#ifndef MATCHWICK_FORMATS_PACKAGE_KINDS_PARTS_H
#define MATCHWICK_FORMATS_PACKAGE_KINDS_PARTS_H

#include "formats/package_kinds.h"

/* In any order. */
NODISCARD bool package_kinds_json(Str models, Arena *arena, PackageKinds *out, Err *err);

#endif
