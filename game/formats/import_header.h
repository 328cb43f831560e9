/* Whether the first record of a table names its columns, where no name is known. For imports alone. */
#ifndef MATCHWICK_FORMATS_IMPORT_HEADER_H
#define MATCHWICK_FORMATS_IMPORT_HEADER_H

#include "formats/delimited.h"

/* In some column all other records have numbers, or codes of the same few letters, and the first has words.
 */
bool import_first_is_header(Str sample, DelimitedRules rules, Arena *scratch);

#endif
