#include "deck/deck_id.h"

#include <string.h>

#include "base/text.h"
#include "deck/fingerprint.h"

#define HASH_DIGITS 12

typedef struct {
    char *out;
    size_t size;
    bool is_gap;  /* something that is neither letter nor digit lies behind the last one */
    bool is_full; /* the next code point did not fit */
} IdWriter;

static void id_put(IdWriter *id, const char *bytes, size_t count)
{
    if (id->is_full || id->size + count > DECK_MADE_ID_BYTES) {
        id->is_full = true;
        return;
    }
    memcpy(id->out + id->size, bytes, count);
    id->size += count;
}

static void id_put_letter(IdWriter *id, const char *bytes, size_t count)
{
    if (id->is_gap && id->size > 0) id_put(id, "-", 1);
    id->is_gap = false;
    id_put(id, bytes, count);
}

static bool is_ascii(Str s)
{
    for (size_t i = 0; i < s.size; i++)
        if ((unsigned char)s.data[i] > 0x7f) return false;
    return true;
}

static bool is_letter_or_digit(char lower)
{
    return (unsigned char)(lower - 'a') < 26 || (unsigned char)(lower - '0') < 10;
}

/* The same as id_from_any for ASCII, without the folding's tables: most terms of a big deck are ASCII.
   Returns the size. */
static size_t id_from_ascii(char *out, Str term)
{
    size_t size = 0;
    bool is_gap = false;
    for (size_t i = 0; i < term.size; i++) {
        char c = term.data[i], lower = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
        if (!is_letter_or_digit(lower)) {
            is_gap = size > 0;
            continue;
        }
        if (is_gap && size < DECK_MADE_ID_BYTES) out[size++] = '-';
        is_gap = false;
        if (size == DECK_MADE_ID_BYTES) break;
        out[size++] = lower;
    }
    return size;
}

static void id_from_any(IdWriter *id, Str term, Arena *scratch)
{
    Str folded = text_fold(scratch, term);
    for (size_t at = 0; at < folded.size && !id->is_full;) {
        size_t start = at;
        TextKind kind = text_kind(text_next(folded, &at));
        if (kind == TEXT_LETTER || kind == TEXT_UPPER || kind == TEXT_DIGIT)
            id_put_letter(id, folded.data + start, at - start);
        else
            id->is_gap = true;
    }
}

size_t deck_id_make(Str term, Arena *scratch, char out[DECK_MADE_ID_BYTES])
{
    IdWriter id = {.out = out};
    if (is_ascii(term))
        id.size = id_from_ascii(out, term);
    else
        id_from_any(&id, term, scratch);
    if (id.size > 0) return id.size;

    uint8_t hash[FINGERPRINT_BYTES];
    char hex[HASH_DIGITS + 1];
    fingerprint_of_bytes(term, hash);
    fingerprint_hex(hash, HASH_DIGITS / 2, hex);
    memcpy(out, "x-", 2);
    memcpy(out + 2, hex, HASH_DIGITS);
    return 2 + HASH_DIGITS;
}
