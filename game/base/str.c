#include "base/str.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

Str str_of(const char *zero_terminated)
{
    return (Str){zero_terminated, strlen(zero_terminated)};
}

bool str_is(Str a, Str b)
{
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

bool str_is_blank(Str s)
{
    if (s.size > 0 && s.data[0] > ' ' && s.data[0] <= '~') return false;
    for (size_t at = 0; at < s.size;)
        if (text_kind(text_next(s, &at)) != TEXT_SPACE) return false;
    return true;
}

int str_compare(Str a, Str b)
{
    size_t shared = a.size < b.size ? a.size : b.size;
    int order = shared ? memcmp(a.data, b.data, shared) : 0;
    return order ? order : (a.size > b.size) - (a.size < b.size);
}

bool str_starts(Str s, Str prefix)
{
    return s.size >= prefix.size && str_is(str_slice(s, 0, prefix.size), prefix);
}

bool str_ends(Str s, Str suffix)
{
    return s.size >= suffix.size && str_is(str_slice(s, s.size - suffix.size, s.size), suffix);
}

size_t str_find(Str s, size_t at, Str part)
{
    assert(part.size > 0);
    for (; at + part.size <= s.size; at++) {
        const char *found = memchr(s.data + at, part.data[0], s.size - at - part.size + 1);
        if (!found) break;
        at = (size_t)(found - s.data);
        if (memcmp(found, part.data, part.size) == 0) return at;
    }
    return s.size;
}

bool str_has(Str s, Str part)
{
    return part.size == 0 || str_find(s, 0, part) < s.size;
}

Str str_slice(Str s, size_t from, size_t to)
{
    assert(from <= to && to <= s.size);
    return (Str){s.data ? s.data + from : NULL, to - from};
}

static bool is_ascii_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

Str str_trim(Str s)
{
    size_t from = 0, to = s.size;
    while (from < to && is_ascii_space(s.data[from])) from++;
    while (to > from && is_ascii_space(s.data[to - 1])) to--;
    return str_slice(s, from, to);
}

Str str_copy(Arena *arena, Str s)
{
    char *copy = arena_alloc(arena, s.size + 1);
    if (s.size) memcpy(copy, s.data, s.size);
    return (Str){copy, s.size};
}

Str str_join(Arena *arena, const Str *parts, size_t count)
{
    size_t size = 0, at = 0;
    for (size_t i = 0; i < count; i++) size += parts[i].size;
    char *data = arena_alloc(arena, size + 1);
    for (size_t i = 0; i < count; i++) {
        if (parts[i].size) memcpy(data + at, parts[i].data, parts[i].size);
        at += parts[i].size;
    }
    return (Str){data, size};
}

Str str_replace(Arena *arena, Str s, Str part, Str with)
{
    size_t at = str_find(s, 0, part);
    if (at == s.size) return s;
    StrBuf buf;
    str_buf_init(&buf, arena);
    size_t from = 0;
    for (; at < s.size; at = str_find(s, from, part)) {
        str_buf_add(&buf, str_slice(s, from, at));
        str_buf_add(&buf, with);
        from = at + part.size;
    }
    str_buf_add(&buf, str_slice(s, from, s.size));
    return str_buf_str(&buf);
}

PRINTF_LIKE(2, 0) static Str format_into(Arena *arena, const char *format, va_list arguments)
{
    assert(format);
    va_list again;
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, again);
    va_end(again);
    assert(size >= 0);
    char *text = arena_alloc(arena, (size_t)size + 1);
    vsnprintf(text, (size_t)size + 1, format, arguments);
    return (Str){text, (size_t)size};
}

Str str_format(Arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    Str text = format_into(arena, format, arguments);
    va_end(arguments);
    return text;
}

/* Constants of FNV-1a, 64 bit: draft-eastlake-fnv. */
uint64_t str_hash(Str s, uint64_t start)
{
    uint64_t hash = start ? start : UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < s.size; i++) hash = (hash ^ (unsigned char)s.data[i]) * UINT64_C(0x100000001b3);
    return hash;
}

/* Eight bytes at once, mixed as in splitmix64's end: Steele, Lea, Flood 2014. */
static uint64_t mix(uint64_t hash, uint64_t eight)
{
    hash = (hash ^ eight) * UINT64_C(0xbf58476d1ce4e5b9);
    return hash ^ hash >> 32;
}

uint64_t str_hash_here(Str s, uint64_t start)
{
    uint64_t hash = mix(start, s.size), eight;
    size_t at = 0;
    for (; s.size - at >= sizeof eight; at += sizeof eight) {
        memcpy(&eight, s.data + at, sizeof eight);
        hash = mix(hash, eight);
    }
    eight = 0;
    if (at < s.size) memcpy(&eight, s.data + at, s.size - at);
    return mix(hash, eight) * UINT64_C(0x94d049bb133111eb);
}

void str_buf_init(StrBuf *buf, Arena *arena)
{
    *buf = (StrBuf){.arena = arena};
}

static void grow_to(StrBuf *buf, size_t capacity)
{
    char *data = arena_alloc(buf->arena, capacity);
    if (buf->size) memcpy(data, buf->data, buf->size);
    buf->data = data;
    buf->capacity = capacity;
}

static void reserve(StrBuf *buf, size_t more)
{
    size_t needed = buf->size + more + 1;
    if (needed <= buf->capacity) return;
    size_t capacity = buf->capacity ? buf->capacity * 2 : 64;
    while (capacity < needed) capacity *= 2;
    grow_to(buf, capacity);
}

void str_buf_reserve(StrBuf *buf, size_t size)
{
    if (size >= buf->capacity) grow_to(buf, size + 1);
}

void str_buf_add(StrBuf *buf, Str s)
{
    if (!s.size) return;
    reserve(buf, s.size);
    memcpy(buf->data + buf->size, s.data, s.size);
    buf->size += s.size;
    buf->data[buf->size] = '\0';
}

void str_buf_addf(StrBuf *buf, const char *format, ...)
{
    assert(format);
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    assert(size >= 0);
    reserve(buf, (size_t)size);
    va_start(arguments, format);
    vsnprintf(buf->data + buf->size, (size_t)size + 1, format, arguments);
    va_end(arguments);
    buf->size += (size_t)size;
}

Str str_buf_str(const StrBuf *buf)
{
    return buf->data ? (Str){buf->data, buf->size} : STR("");
}
