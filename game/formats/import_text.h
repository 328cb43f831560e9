/* A file's bytes as UTF-8. A mark at the start names the encoding; without one, text that isn't UTF-8 is
   taken for Windows-1252, unless so few bytes of it are wrong that it is UTF-8 with damage. */
#ifndef MATCHWICK_FORMATS_IMPORT_TEXT_H
#define MATCHWICK_FORMATS_IMPORT_TEXT_H

#include "formats/import.h"

typedef struct {
    Str text; /* without a mark */
    ImportEncoding encoding;
    bool is_guessed;
    int32_t wrong_line; /* of the first byte that is not of the encoding, or not of UTF-8 where the encoding
                           is guessed; 0: none */
    size_t wrong;       /* bytes that became U+FFFD */
} ImportText;

/* The encoding that the bytes show. */
ImportEncoding import_text_find(Str bytes, bool *is_guessed);
/* Is it UTF-8 as it stands? Then its text is a view of it. */
bool import_text_is_plain(Str bytes, ImportEncoding encoding);
/* `path`: read again piece by piece, so that bytes and text are never held both; NULL: `bytes` are decoded.
   The text lies in the arena; over IMPORT_MAX_BYTES of it is an error, without a
   name. */
NODISCARD bool import_text_decode(const char *path, Str bytes, ImportEncoding encoding, Arena *arena,
                                  ImportText *out, Err *err);
/* The line at an offset, from 1; breaks are LF, CRLF and CR. */
int32_t import_text_line(Str text, size_t offset);

#endif
