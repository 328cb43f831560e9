#include "ui/text_layout_cache.h"

#include <string.h>

/* Holds about 200 layouts of a tile's text, twice what the fullest screen shows. A generation never needs a
 * second block unless one frame shows more than that. */
#define LIMIT       ((size_t)192 << 10)
#define BLOCK       ((size_t)256 << 10)
#define FIRST_SLOTS 512

static bool is_equal(float a, float b)
{
    return !(a < b) && !(a > b);
}

bool text_keep_is_same_style(const TextStyle *a, const TextStyle *b)
{
    return a->weight == b->weight && is_equal(a->size, b->size) && is_equal(a->line_height, b->line_height) &&
           a->max_lines == b->max_lines && a->align == b->align && a->is_tabular == b->is_tabular &&
           a->keeps_spaces == b->keeps_spaces;
}

uint64_t text_keep_hash(Str text, const TextStyle *style, float width)
{
    float numbers[] = {style->size, style->line_height, width};
    int kinds[] = {(int)style->weight, style->max_lines, (int)style->align, style->is_tabular,
                   style->keeps_spaces};
    uint64_t hash = str_hash(text, 0);
    hash = str_hash((Str){(const char *)numbers, sizeof numbers}, hash);
    return str_hash((Str){(const char *)kinds, sizeof kinds}, hash);
}

static void *take(TextGeneration *generation, size_t count, size_t size)
{
    generation->bytes += count * size;
    return arena_alloc_n(&generation->arena, count, size);
}

static void clear(TextGeneration *generation)
{
    arena_reset(&generation->arena);
    generation->bytes = 0;
    generation->count = 0;
    generation->capacity = FIRST_SLOTS;
    generation->slots = take(generation, FIRST_SLOTS, sizeof *generation->slots);
}

void text_keep_init(TextKeep *keep)
{
    *keep = (TextKeep){.limit = LIMIT};
    for (int i = 0; i < 2; i++) {
        arena_init(&keep->generations[i].arena, BLOCK);
        clear(&keep->generations[i]);
    }
}

void text_keep_deinit(TextKeep *keep)
{
    for (int i = 0; i < 2; i++) arena_deinit(&keep->generations[i].arena);
}

void text_keep_clear(TextKeep *keep)
{
    for (int i = 0; i < 2; i++) clear(&keep->generations[i]);
    keep->limit = LIMIT;
    keep->has_turned = false;
}

void text_keep_frame(TextKeep *keep)
{
    TextGeneration *newer = &keep->generations[keep->newer];
    if (keep->has_turned) {
        /* All that one frame asked for is in here now; with less room for it the cache would turn each frame.
         */
        size_t needed = newer->bytes * 4;
        keep->limit = needed > LIMIT ? needed : LIMIT;
        keep->has_turned = false;
    }
    if (newer->bytes < keep->limit) return;
    keep->newer = 1 - keep->newer;
    clear(&keep->generations[keep->newer]);
    keep->has_turned = true;
}

static bool is_same(const TextKept *kept, const TextStyle *style, float width)
{
    return is_equal(kept->layout.box_width, width) && text_keep_is_same_style(&kept->layout.style, style);
}

static const TextKept *find(const TextGeneration *generation, uint64_t hash, Str text, const TextStyle *style,
                            float width)
{
    size_t mask = (size_t)generation->capacity - 1;
    for (size_t at = hash & mask; generation->slots[at]; at = (at + 1) & mask) {
        const TextKept *kept = generation->slots[at];
        if (kept->hash == hash && str_is(kept->key, text) && is_same(kept, style, width)) return kept;
    }
    return NULL;
}

static void put(TextKept **slots, int capacity, TextKept *kept)
{
    size_t mask = (size_t)capacity - 1, at = kept->hash & mask;
    while (slots[at]) at = (at + 1) & mask;
    slots[at] = kept;
}

static void make_room(TextGeneration *generation)
{
    if (generation->count * 4 < generation->capacity * 3) return;
    int capacity = generation->capacity * 2;
    TextKept **slots = take(generation, (size_t)capacity, sizeof *slots);
    for (int i = 0; i < generation->capacity; i++) {
        if (generation->slots[i]) put(slots, capacity, generation->slots[i]);
    }
    generation->slots = slots;
    generation->capacity = capacity;
}

static Str copy_text(TextGeneration *generation, Str text)
{
    generation->bytes += text.size + 1;
    return str_copy(&generation->arena, text);
}

static const TextRun *copy_runs(TextGeneration *generation, const TextLine *line, Str shown)
{
    TextRun *runs = take(generation, (size_t)line->run_count, sizeof *runs);
    for (int i = 0; i < line->run_count; i++) {
        runs[i] = line->runs[i];
        if (!runs[i].is_ellipsis) runs[i].text = str_slice(shown, runs[i].from, runs[i].to);
    }
    return runs;
}

const TextLayout *text_keep_add(TextKeep *keep, const TextKept *kept)
{
    TextGeneration *generation = &keep->generations[keep->newer];
    make_room(generation);
    TextKept *copy = take(generation, 1, sizeof *copy);
    *copy = *kept;
    copy->key = copy_text(generation, kept->key);
    bool is_one = str_is(kept->key, kept->shown);
    copy->shown = is_one ? copy->key : copy_text(generation, kept->shown);
    TextLine *lines = take(generation, (size_t)kept->layout.line_count, sizeof *lines);
    for (int i = 0; i < kept->layout.line_count; i++) {
        lines[i] = kept->layout.lines[i];
        lines[i].runs = copy_runs(generation, &lines[i], copy->shown);
    }
    copy->layout.lines = lines;
    put(generation->slots, generation->capacity, copy);
    generation->count++;
    return &copy->layout;
}

const TextLayout *text_keep_find(TextKeep *keep, uint64_t hash, Str text, const TextStyle *style, float width)
{
    const TextKept *kept = find(&keep->generations[keep->newer], hash, text, style, width);
    if (kept) return &kept->layout;
    kept = find(&keep->generations[1 - keep->newer], hash, text, style, width);
    return kept ? text_keep_add(keep, kept) : NULL;
}
