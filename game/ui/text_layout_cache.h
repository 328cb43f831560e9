/* Keeps layouts by text, style and width, in two generations: what is asked for moves into the newer one;
   when that is full, the older one is forgotten with all that wasn't asked for since. Internal to the text
   layout.
 */
#ifndef MATCHWICK_UI_TEXT_LAYOUT_CACHE_H
#define MATCHWICK_UI_TEXT_LAYOUT_CACHE_H

#include "ui/text_layout.h"

/* What the cache measures with. */
const Platform *text_cache_platform(const TextCache *cache);

typedef struct {
    uint64_t hash;
    Str key;   /* the text as asked for */
    Str shown; /* what the layout's runs are slices of */
    TextLayout layout;
} TextKept;

typedef struct {
    Arena arena;
    TextKept **slots; /* a hash table, a power of two of them */
    int count, capacity;
    size_t bytes; /* used of the arena */
} TextGeneration;

typedef struct {
    TextGeneration generations[2];
    int newer;
    size_t limit;    /* bytes of a generation at which it is full */
    bool has_turned; /* since the last frame: tells how much one frame needs */
} TextKeep;

uint64_t text_keep_hash(Str text, const TextStyle *style, float width);
bool text_keep_is_same_style(const TextStyle *a, const TextStyle *b);

void text_keep_init(TextKeep *keep);
void text_keep_deinit(TextKeep *keep);
void text_keep_clear(TextKeep *keep);
/* Once a frame: forgets the older generation if the newer is full. */
void text_keep_frame(TextKeep *keep);
/* NULL if it isn't there. */
const TextLayout *text_keep_find(TextKeep *keep, uint64_t hash, Str text, const TextStyle *style,
                                 float width);
/* Copies it, with all it points to. */
const TextLayout *text_keep_add(TextKeep *keep, const TextKept *kept);

#endif
