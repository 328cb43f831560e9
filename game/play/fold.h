/* Hashes of texts as the rules compare them, without keeping the folded text. */
#ifndef MATCHWICK_PLAY_FOLD_H
#define MATCHWICK_PLAY_FOLD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* Equal for texts whose text_fold is equal. `scratch` is used and left as it is used; ASCII needs none. */
uint64_t fold_hash(Arena *scratch, Str text);
bool fold_is_ascii(Str text);
/* Spreads the bits of a number over all of its result. */
uint64_t fold_mix(uint64_t value);

#endif
