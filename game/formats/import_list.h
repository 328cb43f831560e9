/* Lists as notes have them: "- **term**: definition". For imports alone. */
#ifndef MATCHWICK_FORMATS_IMPORT_LIST_H
#define MATCHWICK_FORMATS_IMPORT_LIST_H

#include "base/arena.h"
#include "base/str.h"

/* The same without headings, bullets and the marks of Markdown, each item in the line where it begins, where
   most lines begin with one; else the text itself. `pictures` grows by those left out. */
Str import_plain_list(Str text, Arena *arena, int32_t *pictures);

#endif
