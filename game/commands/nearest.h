/* The name that a mistyped word probably meant. */
#ifndef MATCHWICK_COMMANDS_NEAREST_H
#define MATCHWICK_COMMANDS_NEAREST_H

#include "base/str.h"

#define NEAREST_MAX_BYTES 64 /* longer names and words are not compared */

typedef struct {
    Str word;
    Str best; /* empty: nothing near was offered */
    size_t distance;
} Nearest;

Nearest nearest_begin(Str word);
/* Near is: at most a third of the word's bytes, and at most 3, are added, left out, changed or swapped with
   their neighbour, ASCII case aside; or the word begins the name. */
void nearest_offer(Nearest *nearest, Str name);

#endif
