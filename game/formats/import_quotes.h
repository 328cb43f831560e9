/* Whether quotes stand around the fields of a table, or are of its texts. For imports alone. */
#ifndef MATCHWICK_FORMATS_IMPORT_QUOTES_H
#define MATCHWICK_FORMATS_IMPORT_QUOTES_H

#include "formats/delimited.h"

/* With these separators. Quotes that no field needs count only where every field has them. */
bool import_has_quotes(Str sample, DelimitedRules rules, Arena *scratch);

#endif
