#include "play/fold.h"

#include <string.h>

#include "base/text.h"

bool fold_is_ascii(Str text)
{
    size_t at = 0;
    for (; text.size - at >= 8; at += 8) {
        uint64_t eight;
        memcpy(&eight, text.data + at, sizeof eight);
        if (eight & UINT64_C(0x8080808080808080)) return false;
    }
    for (; at < text.size; at++)
        if ((unsigned char)text.data[at] >= 0x80) return false;
    return true;
}

/* The finishing step of SplitMix64 (Steele, Lea and Flood). */
uint64_t fold_mix(uint64_t value)
{
    value = (value ^ (value >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    value = (value ^ (value >> 27)) * UINT64_C(0x94D049BB133111EB);
    return value ^ (value >> 31);
}

#define FNV_START UINT64_C(0xCBF29CE484222325)
#define FNV_PRIME UINT64_C(0x100000001B3)

static bool is_space(unsigned char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

uint64_t fold_hash(Arena *scratch, Str text)
{
    if (!fold_is_ascii(text)) text = text_fold(scratch, text);
    uint64_t hash = FNV_START;
    bool is_space_due = false, is_begun = false;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (is_space(c)) {
            is_space_due = is_begun;
            continue;
        }
        if (is_space_due) hash = (hash ^ ' ') * FNV_PRIME;
        is_space_due = false;
        is_begun = true;
        if (c >= 'A' && c <= 'Z') c = (unsigned char)(c + ('a' - 'A'));
        hash = (hash ^ c) * FNV_PRIME;
    }
    return fold_mix(hash);
}
