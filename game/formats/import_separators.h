/* The separators of delimited text, found by how evenly they part its first records. For imports alone. */
#ifndef MATCHWICK_FORMATS_IMPORT_SEPARATORS_H
#define MATCHWICK_FORMATS_IMPORT_SEPARATORS_H

#include "formats/delimited.h"
#include "formats/import.h"

typedef struct {
    DelimitedRules rules;
    int records;            /* of the sample */
    int32_t columns;        /* the most that a record of the sample has */
    uint64_t sparse;        /* columns that most of its records leave empty, a bit each */
    bool has_header;        /* the first record is none, by its names or by choice */
    bool is_header_guessed; /* by the shape of what is below it, not by a name */
    bool has_named_columns; /* by names that are known */
    bool is_custom;         /* by signs that someone made up, which part every record in two */
    int32_t permille;       /* of the sample's records that it parts, and how evenly */
} ImportSeparators;

/* False where nothing parts most of the records evenly; `out` is then the best there is. What was chosen is
   taken as it is, and always true. `is_csv`: by the file's name. */
bool import_separators_find(Str text, const ImportChoices *choices, bool is_csv, Arena *scratch,
                            ImportSeparators *out);

#endif
