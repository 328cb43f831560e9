/* Text as people read it: UTF-8, code points, folding. The one file that includes utf8proc. */
#ifndef MATCHWICK_BASE_TEXT_H
#define MATCHWICK_BASE_TEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

#define TEXT_NO_OFFSET SIZE_MAX

/* Offset of the first byte that is not part of valid UTF-8 (no surrogates, no overlong forms), or
 * TEXT_NO_OFFSET. */
size_t text_find_invalid_utf8(Str s);
/* Decodes the code point at `*offset` and moves on; U+FFFD and one byte on for what is not UTF-8. */
uint32_t text_next(Str s, size_t *offset);
/* The text itself where it is good: valid UTF-8 without U+0000; else a copy in the arena, with U+FFFD for
 * each byte that isn't. */
Str text_repair(Arena *arena, Str s);
/* Code points. */
size_t text_length(Str s);
/* Offsets of grapheme boundaries (what a person calls a character): the next after / the last before
 * `offset`. */
size_t text_next_grapheme(Str s, size_t offset);
size_t text_previous_grapheme(Str s, size_t offset);
size_t text_count_graphemes(Str s);
/* Same on each side of a comparison after NFKC case folding and white-space folding: runs of
   white space are one space, none at the ends. In the arena. */
Str text_fold(Arena *arena, Str s);
/* As text_fold, and without what people leave out when they type: accents of Latin, Greek and Cyrillic
   letters, vowel points of Arabic and Hebrew; o for ø, l for ł and the like. Marks that make another letter
   stay (Thai and Devanagari vowels, voiced kana). In the arena. */
Str text_plain(Arena *arena, Str s);
/* NFC, for names typed by people. */
Str text_normalise(Arena *arena, Str s);

typedef enum {
    TEXT_LETTER,
    TEXT_UPPER, /* an upper-case or title-case letter */
    TEXT_DIGIT,
    TEXT_MARK,
    TEXT_PUNCTUATION,
    TEXT_SYMBOL,
    TEXT_SPACE,
    TEXT_OTHER
} TextKind;

TextKind text_kind(uint32_t code_point);
/* Cells of a fixed-width terminal; 0 for marks. */
int text_cells(uint32_t code_point);

#endif
