/* How many slips of the keys lie between two texts: a character too many, missing or wrong, or two neighbours
   swapped. */
#ifndef MATCHWICK_STUDY_TYPO_H
#define MATCHWICK_STUDY_TYPO_H

#include "base/arena.h"
#include "base/str.h"

/* Counted no further than `limit`: more are limit + 1. By code points. */
uint32_t typo_count(Arena *arena, Str a, Str b, uint32_t limit);

#endif
