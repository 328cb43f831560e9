/* Values kept between passes, by id: a table of fixed size. When it fills up, what was not asked for in the
   last pass makes room. */
#ifndef MATCHWICK_UI_KEEP_H
#define MATCHWICK_UI_KEEP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

typedef struct {
    uint64_t id;  /* 0: free */
    int64_t pass; /* asked for last */
    int64_t start_ms;
    float from, to; /* of a glide; a kept number is `to` */
    int ms;
} KeepSlot;

typedef struct {
    KeepSlot *slots, *spare;
    int capacity, count; /* capacity: a power of two */
} Keep;

void keep_init(Keep *keep, Arena *arena, int capacity);
/* The slot of the id, `*is_new` if it was made now (zeroed but for id). Pointers are valid until the next
 * call.
 */
KeepSlot *keep_get(Keep *keep, uint64_t id, int64_t pass, bool *is_new);

#endif
