#include "base/text.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/err.h"

static const unsigned char *bytes_at(Str s, size_t offset)
{
    return (const unsigned char *)s.data + offset;
}

/* Most of a deck is ASCII: the end of the run at `at` that eight bytes at once find to be, or `at`. */
static size_t skip_ascii(Str s, size_t at)
{
    uint64_t eight;
    for (; s.size - at >= sizeof eight; at += sizeof eight) {
        memcpy(&eight, s.data + at, sizeof eight);
        if (eight & UINT64_C(0x8080808080808080)) break;
    }
    return at;
}

size_t text_find_invalid_utf8(Str s)
{
    for (size_t at = 0;;) {
        at = skip_ascii(s, at);
        if (at == s.size) return TEXT_NO_OFFSET;
        utf8proc_int32_t code_point;
        utf8proc_ssize_t size =
            utf8proc_iterate(bytes_at(s, at), (utf8proc_ssize_t)(s.size - at), &code_point);
        if (size <= 0) return at;
        at += (size_t)size;
    }
}

uint32_t text_next(Str s, size_t *offset)
{
    assert(*offset < s.size);
    utf8proc_int32_t code_point;
    utf8proc_ssize_t size =
        utf8proc_iterate(bytes_at(s, *offset), (utf8proc_ssize_t)(s.size - *offset), &code_point);
    *offset += size > 0 ? (size_t)size : 1;
    return size > 0 ? (uint32_t)code_point : 0xFFFD;
}

static bool is_good(Str s)
{
    return s.size == 0 || (!memchr(s.data, '\0', s.size) && text_find_invalid_utf8(s) == TEXT_NO_OFFSET);
}

Str text_repair(Arena *arena, Str s)
{
    if (is_good(s)) return s;
    StrBuf out;
    str_buf_init(&out, arena);
    for (size_t at = 0; at < s.size;) {
        size_t from = at;
        uint32_t code_point = text_next(s, &at);
        bool is_wrong = code_point == 0 || (code_point == 0xFFFD && at == from + 1);
        str_buf_add(&out, is_wrong ? STR("\xEF\xBF\xBD") : str_slice(s, from, at));
    }
    return str_buf_str(&out);
}

size_t text_length(Str s)
{
    size_t count = 0;
    for (size_t at = 0; at < s.size; count++) {
        size_t end = skip_ascii(s, at);
        count += end - at;
        at = end;
        if (at == s.size) break;
        text_next(s, &at);
    }
    return count;
}

size_t text_next_grapheme(Str s, size_t offset)
{
    if (offset >= s.size) return s.size;
    utf8proc_int32_t state = 0;
    uint32_t before = text_next(s, &offset);
    while (offset < s.size) {
        size_t end = offset;
        uint32_t after = text_next(s, &end);
        if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)before, (utf8proc_int32_t)after, &state))
            break;
        before = after;
        offset = end;
    }
    return offset;
}

/* From the start, as a boundary depends on all before it (flags are pairs of letters). */
size_t text_previous_grapheme(Str s, size_t offset)
{
    size_t at = 0, next;
    while (at < s.size && (next = text_next_grapheme(s, at)) < offset) at = next;
    return at;
}

size_t text_count_graphemes(Str s)
{
    size_t count = 0;
    for (size_t at = 0; at < s.size; count++) at = text_next_grapheme(s, at);
    return count;
}

static bool is_printable_ascii(char c)
{
    return c > ' ' && c <= '~';
}

/* Runs of white space to one space, none at the ends; `out` has room for all of `s`. */
static size_t fold_spaces(Str s, char *out)
{
    size_t size = 0;
    bool is_space_due = false;
    for (size_t at = 0; at < s.size;) {
        size_t from = at;
        while (at < s.size && is_printable_ascii(s.data[at])) at++;
        if (at == from && text_kind(text_next(s, &at)) == TEXT_SPACE) {
            is_space_due = size > 0;
            continue;
        }
        if (is_space_due) out[size++] = ' ';
        is_space_due = false;
        memcpy(out + size, s.data + from, at - from);
        size += at - from;
    }
    return size;
}

static Str spaces_folded(Arena *arena, Str s)
{
    char *out = arena_alloc(arena, s.size + 1);
    size_t size = fold_spaces(s, out);
    out[size] = '\0';
    return (Str){out, size};
}

static bool is_ascii(Str s)
{
    for (size_t i = skip_ascii(s, 0); i < s.size; i++)
        if ((unsigned char)s.data[i] >= 0x80) return false;
    return true;
}

/* Without a jump that depends on the text, but for its end: words are too short to guess where they end. */
static Str fold_ascii(Arena *arena, Str s)
{
    char *out = arena_alloc(arena, s.size + 1), last = ' ';
    size_t size = 0;
    for (size_t i = 0; i < s.size; i++) {
        char c = s.data[i];
        bool is_space = c == ' ' || (c >= '\t' && c <= '\r'), is_upper = c >= 'A' && c <= 'Z';
        c = is_space ? ' ' : (char)(c + is_upper * ('a' - 'A'));
        out[size] = c;
        size += !(is_space & (last == ' '));
        last = c;
    }
    if (size > 0 && out[size - 1] == ' ') size--;
    out[size] = '\0';
    return (Str){out, size};
}

/* utf8proc's result, or NULL for what is not UTF-8. */
static utf8proc_uint8_t *map(Str s, utf8proc_option_t options, size_t *size)
{
    utf8proc_uint8_t *mapped = NULL;
    utf8proc_ssize_t result = utf8proc_map(bytes_at(s, 0), (utf8proc_ssize_t)s.size, &mapped, options);
    if (result == UTF8PROC_ERROR_NOMEM) err_fatal("out of memory: folding %zu bytes of text", s.size);
    *size = result < 0 ? 0 : (size_t)result;
    return result < 0 ? NULL : mapped;
}

#define SHORT_TEXT 256 /* code points */
#define FOLD       (UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE)

/* Without the pass by which utf8proc first measures, and in no memory of malloc's; false: it is too long or
 * no UTF-8. */
static bool fold_short(Arena *arena, Str s, Str *out)
{
    utf8proc_int32_t points[SHORT_TEXT + 1];
    utf8proc_ssize_t count =
        utf8proc_decompose(bytes_at(s, 0), (utf8proc_ssize_t)s.size, points, SHORT_TEXT, FOLD);
    if (count < 0 || count > SHORT_TEXT) return false;
    utf8proc_ssize_t size = utf8proc_reencode(points, count, FOLD);
    *out = spaces_folded(arena, (Str){(const char *)points, (size_t)size});
    return true;
}

Str text_fold(Arena *arena, Str s)
{
    if (is_ascii(s)) return fold_ascii(arena, s);
    Str short_folded;
    if (fold_short(arena, s, &short_folded)) return short_folded;
    size_t size;
    utf8proc_uint8_t *mapped = map(s, FOLD, &size);
    if (!mapped) return spaces_folded(arena, s);
    Str folded = spaces_folded(arena, (Str){(char *)mapped, size});
    free(mapped);
    return folded;
}

/* Of decomposed text. The breve makes of the Cyrillic i another letter. */
static bool is_left_out(uint32_t c, uint32_t before)
{
    bool is_accent = c >= 0x300 && c <= 0x36F && !(c == 0x306 && before == 0x438);
    bool is_arabic = (c >= 0x64B && c <= 0x652) || c == 0x670 || c == 0x640;
    bool is_hebrew = (c >= 0x591 && c <= 0x5BD) || c == 0x5BF || c == 0x5C1 || c == 0x5C2 || c == 0x5C7;
    return is_accent || is_arabic || is_hebrew;
}

/* For letters that have no decomposition; empty for all others. */
static Str plain_letter(uint32_t c)
{
    switch (c) {
    case 0xE6: return STR("ae");
    case 0xF0:
    case 0x111: return STR("d");
    case 0xF8: return STR("o");
    case 0xFE: return STR("th");
    case 0x127: return STR("h");
    case 0x131: return STR("i");
    case 0x142: return STR("l");
    case 0x153: return STR("oe");
    default: return (Str){0};
    }
}

/* Nothing grows: each replacement is no longer than its letter. */
static size_t drop_accents(Str s, char *out)
{
    size_t size = 0;
    uint32_t before = 0;
    for (size_t at = 0; at < s.size;) {
        size_t from = at;
        uint32_t c = text_next(s, &at);
        if (is_left_out(c, before)) continue;
        before = c;
        Str letter = plain_letter(c);
        if (letter.size == 0) letter = str_slice(s, from, at);
        memcpy(out + size, letter.data, letter.size);
        size += letter.size;
    }
    return size;
}

#define DECOMPOSE                                                                                            \
    (UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE)

Str text_plain(Arena *arena, Str s)
{
    if (is_ascii(s)) return fold_ascii(arena, s);
    size_t size;
    utf8proc_uint8_t *apart = map(s, DECOMPOSE, &size);
    if (!apart) return spaces_folded(arena, s);
    size = drop_accents((Str){(char *)apart, size}, (char *)apart);
    Str plain = text_normalise(arena, (Str){(char *)apart, size});
    free(apart);
    return spaces_folded(arena, plain);
}

Str text_normalise(Arena *arena, Str s)
{
    if (is_ascii(s)) return str_copy(arena, s);
    size_t size;
    utf8proc_uint8_t *mapped = map(s, UTF8PROC_STABLE | UTF8PROC_COMPOSE, &size);
    if (!mapped) return str_copy(arena, s);
    Str normal = str_copy(arena, (Str){(char *)mapped, size});
    free(mapped);
    return normal;
}

static const unsigned char kind_of_category[] = {
    [UTF8PROC_CATEGORY_CN] = TEXT_OTHER,       [UTF8PROC_CATEGORY_LU] = TEXT_UPPER,
    [UTF8PROC_CATEGORY_LL] = TEXT_LETTER,      [UTF8PROC_CATEGORY_LT] = TEXT_UPPER,
    [UTF8PROC_CATEGORY_LM] = TEXT_LETTER,      [UTF8PROC_CATEGORY_LO] = TEXT_LETTER,
    [UTF8PROC_CATEGORY_MN] = TEXT_MARK,        [UTF8PROC_CATEGORY_MC] = TEXT_MARK,
    [UTF8PROC_CATEGORY_ME] = TEXT_MARK,        [UTF8PROC_CATEGORY_ND] = TEXT_DIGIT,
    [UTF8PROC_CATEGORY_NL] = TEXT_DIGIT,       [UTF8PROC_CATEGORY_NO] = TEXT_DIGIT,
    [UTF8PROC_CATEGORY_PC] = TEXT_PUNCTUATION, [UTF8PROC_CATEGORY_PD] = TEXT_PUNCTUATION,
    [UTF8PROC_CATEGORY_PS] = TEXT_PUNCTUATION, [UTF8PROC_CATEGORY_PE] = TEXT_PUNCTUATION,
    [UTF8PROC_CATEGORY_PI] = TEXT_PUNCTUATION, [UTF8PROC_CATEGORY_PF] = TEXT_PUNCTUATION,
    [UTF8PROC_CATEGORY_PO] = TEXT_PUNCTUATION, [UTF8PROC_CATEGORY_SM] = TEXT_SYMBOL,
    [UTF8PROC_CATEGORY_SC] = TEXT_SYMBOL,      [UTF8PROC_CATEGORY_SK] = TEXT_SYMBOL,
    [UTF8PROC_CATEGORY_SO] = TEXT_SYMBOL,      [UTF8PROC_CATEGORY_ZS] = TEXT_SPACE,
    [UTF8PROC_CATEGORY_ZL] = TEXT_SPACE,       [UTF8PROC_CATEGORY_ZP] = TEXT_SPACE,
    [UTF8PROC_CATEGORY_CC] = TEXT_OTHER,       [UTF8PROC_CATEGORY_CF] = TEXT_OTHER,
    [UTF8PROC_CATEGORY_CS] = TEXT_OTHER,       [UTF8PROC_CATEGORY_CO] = TEXT_OTHER,
};

TextKind text_kind(uint32_t code_point)
{
    bool is_control_space = (code_point >= '\t' && code_point <= '\r') || code_point == 0x85;
    if (is_control_space) return TEXT_SPACE;
    return (TextKind)kind_of_category[utf8proc_category((utf8proc_int32_t)code_point)];
}

int text_cells(uint32_t code_point)
{
    return utf8proc_charwidth((utf8proc_int32_t)code_point);
}
