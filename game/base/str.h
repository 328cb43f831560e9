/* Strings with a length: a view of bytes that someone else owns, UTF-8 unless said. Views into decks and
   arenas are followed by a zero byte, so `s.data` may be handed to C functions where the maker says so. */
#ifndef MATCHWICK_BASE_STR_H
#define MATCHWICK_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/attr.h"

typedef struct {
    const char *data;
    size_t size; /* bytes */
} Str;

#define STR(literal) ((Str){(literal), sizeof(literal) - 1})
/* For static tables: STR is no constant expression in C17. */
#define STR_INIT(literal)                                                                                    \
    {                                                                                                        \
        (literal), sizeof(literal) - 1                                                                       \
    }
#define STR_FMT(s) (int)(s).size, (s).data /* for "%.*s" */

Str str_of(const char *zero_terminated);
bool str_is(Str a, Str b);
bool str_is_blank(Str s);      /* nothing but white space, Unicode's too */
int str_compare(Str a, Str b); /* by bytes */
bool str_starts(Str s, Str prefix);
bool str_ends(Str s, Str suffix);
/* The first part from `at` on, which is not empty; the text's end where there is none. */
size_t str_find(Str s, size_t at, Str part);
bool str_has(Str s, Str part); /* anywhere; every text has the empty one */
Str str_slice(Str s, size_t from, size_t to);
Str str_trim(Str s); /* ASCII white space off both ends */
/* Copies into the arena with a zero byte behind. */
Str str_copy(Arena *arena, Str s);
/* The parts one behind the other, likewise. */
Str str_join(Arena *arena, const Str *parts, size_t count);
/* Each part that is not empty becomes another; the text itself where it has none. */
Str str_replace(Arena *arena, Str s, Str part, Str with);
Str str_format(Arena *arena, const char *format, ...) PRINTF_LIKE(2, 3);
/* FNV-1a, 64 bit: for tables and caches, never for identity. `start` 0 begins anew, an earlier hash is gone
   on with. */
uint64_t str_hash(Str s, uint64_t start);
/* In a quarter of the time; another one on other machines: for tables that live no longer than the program.
 */
uint64_t str_hash_here(Str s, uint64_t start);

/* A growing text. Memory is an arena's; `str_buf_str` is valid until the next append. */
typedef struct {
    Arena *arena;
    char *data;
    size_t size, capacity;
} StrBuf;

void str_buf_init(StrBuf *buf, Arena *arena);
/* Room for a whole of about this size at once: what is grown out of stays in the arena. */
void str_buf_reserve(StrBuf *buf, size_t size);
void str_buf_add(StrBuf *buf, Str s);
void str_buf_addf(StrBuf *buf, const char *format, ...) PRINTF_LIKE(2, 3);
Str str_buf_str(const StrBuf *buf);

#endif
