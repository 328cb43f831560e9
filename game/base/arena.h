/* Arenas: memory that is freed all at once. An arena belongs to one lifetime (app, deck, round, frame) and
   one thread. Freed and reset memory is poisoned under AddressSanitizer. Running out of memory logs and
   aborts: no caller checks. */
#ifndef MATCHWICK_BASE_ARENA_H
#define MATCHWICK_BASE_ARENA_H

#include <stddef.h>

typedef struct ArenaBlock ArenaBlock;

typedef struct {
    ArenaBlock *block; /* the newest */
    size_t block_size; /* of the next block, in bytes */
} Arena;

/* `block_size` 0 takes 64 KiB. Nothing is reserved before the first allocation. */
void arena_init(Arena *arena, size_t block_size);
void arena_deinit(Arena *arena);
/* Forgets all, keeps one block: a frame that needs no more than the one before allocates nothing. */
void arena_reset(Arena *arena);
/* Zeroed, aligned for any type. */
void *arena_alloc(Arena *arena, size_t size);
/* For one who writes all of it at once: with anything in it. */
void *arena_alloc_unset(Arena *arena, size_t size);
/* `count * size`, checked for overflow (aborts). */
void *arena_alloc_n(Arena *arena, size_t count, size_t size);
/* What has been taken from the system, in bytes. */
size_t arena_reserved(const Arena *arena);

#define ARENA_NEW(arena, Type)          ((Type *)arena_alloc((arena), sizeof(Type)))
#define ARENA_NEW_N(arena, Type, count) ((Type *)arena_alloc_n((arena), (count), sizeof(Type)))

#endif
