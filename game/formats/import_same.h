/* Finds what came before under the same key, by hash; the caller compares. For imports alone. */
#ifndef MATCHWICK_FORMATS_IMPORT_SAME_H
#define MATCHWICK_FORMATS_IMPORT_SAME_H

#include "base/arena.h"
#include "base/str.h"

typedef struct {
    uint32_t hash; /* folded to half its size */
    uint32_t card; /* UINT32_MAX: empty */
} ImportSlot;

typedef struct {
    Arena arena;
    ImportSlot *slots;
    size_t slot_count, used;
} ImportSame;

void import_same_init(ImportSame *same);
/* So many at most may come: room for them is made at once. */
void import_same_expect(ImportSame *same, size_t most);
void import_same_deinit(ImportSame *same);
/* Cards of this hash one after the other: `*at` begins at IMPORT_SAME_BEGIN; UINT32_MAX after the last. */
#define IMPORT_SAME_BEGIN SIZE_MAX
uint32_t import_same_next(const ImportSame *same, uint64_t hash, size_t *at);
void import_same_add(ImportSame *same, uint64_t hash, uint32_t card);

#endif
