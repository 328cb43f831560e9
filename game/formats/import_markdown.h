/* Rows of Markdown's tables. For imports alone. */
#ifndef MATCHWICK_FORMATS_IMPORT_MARKDOWN_H
#define MATCHWICK_FORMATS_IMPORT_MARKDOWN_H

#include "base/str.h"

/* "| --- | :-: |" below a table's names. */
bool import_markdown_is_rule(Str line);
bool import_markdown_has_bar(Str line);

#endif
