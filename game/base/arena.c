#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#include "base/arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/err.h"

#if defined(__SANITIZE_ADDRESS__)
#define HAS_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_ASAN 1
#endif
#endif

#ifdef HAS_ASAN
#include <sanitizer/asan_interface.h>
#define POISON(data, size)   ASAN_POISON_MEMORY_REGION((data), (size))
#define UNPOISON(data, size) ASAN_UNPOISON_MEMORY_REGION((data), (size))
/* The leak checker doesn't look for pointers in mapped memory. */
#define MAP_FROM SIZE_MAX
#else
#define POISON(data, size)   ((void)(data), (void)(size))
#define UNPOISON(data, size) ((void)(data), (void)(size))
/* Blocks from this size on are mapped, so that the system has them back at once: malloc's own threshold rises
 * with what is freed. */
#define MAP_FROM             ((size_t)256 << 10)
#endif

#define HUGE_PAGE   ((size_t)2 << 20)
#define FIRST_BLOCK ((size_t)64 << 10)
#define MAX_BLOCK   ((size_t)4 << 20)
#define READY_BYTES ((size_t)128 << 10)
#define PAGE        ((size_t)4 << 10)
#define ALIGNMENT   alignof(max_align_t)

struct ArenaBlock {
    ArenaBlock *previous;
    size_t capacity, used;
    size_t clean_from; /* bytes from here on were never given out: still zero from the system */
    size_t ready_to;   /* of what is mapped, up to here it is in memory */
    bool is_mapped;
    alignas(max_align_t) char data[];
};

static void *map(size_t size)
{
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return memory == MAP_FAILED ? NULL : memory;
}

/* Megabytes else cost as much in page faults as in what is done with them. A huge page lies at a multiple of
   its size: what has to be mapped for that before and behind goes back. Where it is refused, no harm is done.
 */
static void *map_huge(size_t size)
{
#ifdef MADV_HUGEPAGE
    size_t whole = (size + PAGE - 1) & ~(PAGE - 1);
    char *memory = map(whole + HUGE_PAGE);
    if (!memory) return NULL;
    size_t before = -(uintptr_t)memory & (HUGE_PAGE - 1), behind = HUGE_PAGE - before;
    if (before) munmap(memory, before);
    if (behind) munmap(memory + before + whole, behind);
    madvise(memory + before, whole, MADV_HUGEPAGE);
    return memory + before;
#else
    return map(size);
#endif
}

static ArenaBlock *block_open(size_t capacity)
{
    size_t size = sizeof(ArenaBlock) + capacity;
    bool is_mapped = size >= MAP_FROM, is_huge = is_mapped && size >= HUGE_PAGE;
    ArenaBlock *block = is_huge ? map_huge(size) : is_mapped ? map(size) : calloc(1, size);
    if (!block) err_fatal("out of memory: %zu more bytes are not there", size);
    block->capacity = capacity;
    block->is_mapped = is_mapped;
    POISON(block->data, capacity);
    return block;
}

static void block_close(ArenaBlock *block)
{
    UNPOISON(block->data, block->capacity);
    if (block->is_mapped)
        munmap(block, sizeof(ArenaBlock) + block->capacity);
    else
        free(block);
}

static void blocks_close(ArenaBlock *block)
{
    while (block) {
        ArenaBlock *previous = block->previous;
        block_close(block);
        block = previous;
    }
}

void arena_init(Arena *arena, size_t block_size)
{
    *arena = (Arena){.block_size = block_size ? block_size : FIRST_BLOCK};
}

void arena_deinit(Arena *arena)
{
    blocks_close(arena->block);
    *arena = (Arena){.block_size = FIRST_BLOCK};
}

void arena_reset(Arena *arena)
{
    ArenaBlock *block = arena->block;
    if (!block) return;
    if (block->previous) { /* one block that would have held all, so that the next frame needs no second */
        size_t all = arena_reserved(arena);
        blocks_close(block);
        block = arena->block = block_open(all);
    }
    block->used = 0;
    POISON(block->data, block->capacity);
}

/* Pages come in one by one as they are touched, each at the price of an interrupt; many at once cost half.
 * What is large may stay empty in part, and comes as it is touched. */
static void make_ready(ArenaBlock *block, size_t last)
{
#ifdef MADV_POPULATE_WRITE
    if (last > READY_BYTES) {
        block->ready_to = block->used;
        return;
    }
    uintptr_t page = (uintptr_t)PAGE - 1, from = ((uintptr_t)block->data + block->ready_to) & ~page;
    uintptr_t end = (uintptr_t)block->data + block->capacity;
    uintptr_t to = ((uintptr_t)block->data + block->used + READY_BYTES) & ~page;
    if (to > end) to = end;
    madvise((void *)from, to - from, MADV_POPULATE_WRITE); /* older systems refuse, and fault them in */
    block->ready_to = to - (uintptr_t)block->data;
#else
    (void)last;
    block->ready_to = block->capacity;
#endif
}

static void add_block(Arena *arena, size_t size)
{
    size_t capacity = arena->block_size > size ? arena->block_size : size;
    ArenaBlock *block = block_open(capacity);
    block->previous = arena->block;
    arena->block = block;
    if (arena->block_size < MAX_BLOCK) arena->block_size *= 2;
}

static inline void *alloc(Arena *arena, size_t size, bool is_zeroed)
{
    if (size > SIZE_MAX / 2) err_fatal("out of memory: %zu bytes were asked for", size);
    size_t rounded = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (rounded == 0) rounded = ALIGNMENT;
    ArenaBlock *block = arena->block;
    if (!block || block->capacity - block->used < rounded) {
        add_block(arena, rounded);
        block = arena->block;
    }
    char *data = block->data + block->used;
    UNPOISON(data, size);
    if (is_zeroed && block->used < block->clean_from) memset(data, 0, size);
    block->used += rounded;
    if (block->clean_from < block->used) block->clean_from = block->used;
    if (block->is_mapped && block->ready_to < block->used) make_ready(block, rounded);
    return data;
}

void *arena_alloc(Arena *arena, size_t size)
{
    return alloc(arena, size, true);
}

void *arena_alloc_unset(Arena *arena, size_t size)
{
    return alloc(arena, size, false);
}

void *arena_alloc_n(Arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size) err_fatal("out of memory: %zu times %zu bytes", count, size);
    return arena_alloc(arena, count * size);
}

size_t arena_reserved(const Arena *arena)
{
    size_t sum = 0;
    for (const ArenaBlock *block = arena->block; block; block = block->previous) sum += block->capacity;
    return sum;
}
