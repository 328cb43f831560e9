/* Separators that someone made up, such as "=>" between sides and "|||" between cards: found by the signs
   that a text has, where they part every card in two. For imports alone. */
#ifndef MATCHWICK_FORMATS_IMPORT_CUSTOM_H
#define MATCHWICK_FORMATS_IMPORT_CUSTOM_H

#include "formats/delimited.h"

typedef enum {
    CUSTOM_CLEAR, /* between cards stands what stands in no sentence, or each line ends alike */
    CUSTOM_ANY    /* or a comma or the like in a text of one line; or there are lines that any sign parts */
} CustomKind;

/* `sample`: of a text; where it is cut off its last record says nothing. False: there are none. What is found
   lies in the scratch arena. */
bool import_custom_find(Str sample, bool is_cut, CustomKind kind, Arena *scratch, DelimitedRules *out);

#endif
