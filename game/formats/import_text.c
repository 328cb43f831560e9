#include "formats/import_text.h"

#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"

#define SAMPLE     ((size_t)1 << 20)
#define PIECE      ((size_t)1 << 16)
#define WRONG      "\xef\xbf\xbd" /* U+FFFD */
#define WRONG_SIZE 3
#define UTF8_SIZE  4 /* at most, of a character */

static const Str utf8_mark = STR_INIT("\xef\xbb\xbf");
static const Str utf16_le_mark = STR_INIT("\xff\xfe");
static const Str utf16_be_mark = STR_INIT("\xfe\xff");

int32_t import_text_line(Str text, size_t offset)
{
    int32_t line = 1;
    for (size_t i = 0; i < offset && i < text.size; i++) {
        bool is_first_of_two = text.data[i] == '\r' && i + 1 < text.size && text.data[i + 1] == '\n';
        line += (text.data[i] == '\n' || text.data[i] == '\r') && !is_first_of_two;
    }
    return line;
}

/* --- finding --- */

/* In Windows-1252 nearly every byte beyond ASCII is wrong as UTF-8; in a damaged file few are. */
static bool is_damaged_utf8(Str bytes, size_t first_wrong)
{
    size_t from = first_wrong > SAMPLE / 2 ? first_wrong - SAMPLE / 2 : 0;
    size_t to = bytes.size - from > SAMPLE ? from + SAMPLE : bytes.size, high = 0, wrong = 0;
    for (size_t i = from; i < to; i++) high += (unsigned char)bytes.data[i] >= 0x80;
    for (size_t at = first_wrong; at < to; wrong++) {
        size_t more = text_find_invalid_utf8(str_slice(bytes, at + 1, to));
        at = more == TEXT_NO_OFFSET ? to : at + 1 + more;
    }
    return wrong * 8 < high;
}

ImportEncoding import_text_find(Str bytes, bool *is_guessed)
{
    *is_guessed = false;
    if (str_starts(bytes, utf8_mark)) return ENCODING_UTF8;
    if (str_starts(bytes, utf16_le_mark)) return ENCODING_UTF16_LE;
    if (str_starts(bytes, utf16_be_mark)) return ENCODING_UTF16_BE;
    size_t wrong = text_find_invalid_utf8(bytes);
    if (wrong == TEXT_NO_OFFSET || is_damaged_utf8(bytes, wrong)) return ENCODING_UTF8;
    *is_guessed = true;
    return ENCODING_WINDOWS_1252;
}

bool import_text_is_plain(Str bytes, ImportEncoding encoding)
{
    return encoding == ENCODING_UTF8 && text_find_invalid_utf8(bytes) == TEXT_NO_OFFSET;
}

/* --- decoding --- */

static const char *iconv_name(ImportEncoding encoding)
{
    switch (encoding) {
    case ENCODING_UTF16_LE: return "UTF-16LE";
    case ENCODING_UTF16_BE: return "UTF-16BE";
    case ENCODING_WINDOWS_1252: return "CP1252";
    case ENCODING_FOUND:
    case ENCODING_UTF8:
    case ENCODING_COUNT: break;
    }
    return "UTF-8";
}

typedef struct {
    iconv_t converter; /* NULL: it is UTF-8 already, and what is wrong of it is mended */
    size_t unit;       /* bytes that a wrong one takes with it */
    char piece[PIECE];
    size_t filled; /* of the piece */
    char *out;
    size_t size, room;
    size_t wrong, first_wrong; /* how many, and where in `out` */
    FILE *file;                /* NULL: from `rest` */
    Str rest;
    size_t source_size;
} Decoder;

/* Bytes read; 0 at the end. */
static size_t fill(Decoder *d)
{
    size_t room = PIECE - d->filled, got;
    if (d->file) {
        got = fread(d->piece + d->filled, 1, room, d->file);
    } else {
        got = d->rest.size < room ? d->rest.size : room;
        if (got) memcpy(d->piece + d->filled, d->rest.data, got);
        d->rest = str_slice(d->rest, got, d->rest.size);
    }
    d->filled += got;
    return got;
}

static bool put(Decoder *d, const char *bytes, size_t size)
{
    if (d->room - d->size < size) return false;
    memcpy(d->out + d->size, bytes, size);
    d->size += size;
    return true;
}

static bool put_wrong(Decoder *d)
{
    if (d->wrong++ == 0) d->first_wrong = d->size;
    return put(d, WRONG, WRONG_SIZE);
}

static void keep_rest(Decoder *d, const char *rest, size_t size)
{
    memmove(d->piece, rest, size);
    d->filled = size;
}

/* iconv would let through what is beyond Unicode. */
static bool mend_piece(Decoder *d, bool is_last)
{
    Str rest = {d->piece, d->filled};
    for (;;) {
        size_t wrong = text_find_invalid_utf8(rest), right = wrong == TEXT_NO_OFFSET ? rest.size : wrong;
        if (!put(d, rest.data, right)) return false;
        rest = str_slice(rest, right, rest.size);
        bool may_go_on = rest.size < UTF8_SIZE && !is_last;
        if (rest.size == 0 || may_go_on) break;
        if (!put_wrong(d)) return false;
        rest = str_slice(rest, 1, rest.size);
    }
    keep_rest(d, rest.data, rest.size);
    return true;
}

static bool convert_piece(Decoder *d, bool is_last)
{
    char *in = d->piece;
    size_t left = d->filled;
    while (left > 0) {
        char *out = d->out + d->size;
        size_t room = d->room - d->size;
        size_t result = iconv(d->converter, &in, &left, &out, &room);
        d->size = (size_t)(out - d->out);
        if (result != (size_t)-1) continue;
        if (errno == E2BIG) return false;
        if (errno == EINVAL && !is_last) break;
        if (!put_wrong(d)) return false;
        size_t skipped = left < d->unit ? left : d->unit;
        in += skipped;
        left -= skipped;
    }
    keep_rest(d, in, left);
    return true;
}

/* What is whole of a piece is taken, the rest moves to its front. False: no more room. */
static bool convert_all(Decoder *d)
{
    for (;;) {
        size_t got = fill(d);
        bool has_room = d->converter ? convert_piece(d, got == 0) : mend_piece(d, got == 0);
        if (!has_room) return false;
        if (got == 0) return true;
    }
}

static bool open_source(Decoder *d, const char *path, Str bytes, Err *err)
{
    FileInfo info;
    d->rest = bytes;
    d->source_size = bytes.size;
    if (!path) return true;
    if (file_info(path, &info)) d->source_size = (size_t)info.size;
    d->file = fopen(path, "rb");
    return d->file || err_set(err, "cannot be opened again");
}

static bool decode(Decoder *d, ImportEncoding encoding, Arena *arena, ImportText *out, Err *err)
{
    d->room = d->source_size < IMPORT_MAX_BYTES / WRONG_SIZE ? d->source_size * WRONG_SIZE : IMPORT_MAX_BYTES;
    d->out = arena_alloc(arena, d->room + 1); /* pages that are not written cost nothing */
    d->unit = encoding == ENCODING_UTF16_LE || encoding == ENCODING_UTF16_BE ? 2 : 1;
    if (!convert_all(d)) return err_set(err, "has more than %u MiB of text", IMPORT_MAX_BYTES >> 20);
    d->out[d->size] = '\0';
    Str text = {d->out, d->size};
    *out = (ImportText){.text = text, .encoding = encoding, .wrong = d->wrong};
    if (d->wrong) out->wrong_line = import_text_line(text, d->first_wrong);
    if (str_starts(text, utf8_mark)) out->text = str_slice(text, utf8_mark.size, text.size);
    return true;
}

bool import_text_decode(const char *path, Str bytes, ImportEncoding encoding, Arena *arena, ImportText *out,
                        Err *err)
{
    if (!path && import_text_is_plain(bytes, encoding)) {
        size_t mark = str_starts(bytes, utf8_mark) ? utf8_mark.size : 0;
        *out = (ImportText){.text = str_slice(bytes, mark, bytes.size), .encoding = encoding};
        return true;
    }
    Decoder *d = ARENA_NEW(arena, Decoder);
    if (encoding != ENCODING_UTF8) d->converter = iconv_open("UTF-8", iconv_name(encoding));
    if (d->converter == (iconv_t)-1)
        return err_set(err, "is %s, which this system cannot read", import_encoding_label(encoding));
    bool is_right = open_source(d, path, bytes, err) && decode(d, encoding, arena, out, err);
    if (d->file) fclose(d->file);
    if (d->converter) iconv_close(d->converter);
    return is_right;
}
