/* A typed answer held against the right one letter by letter, to show where it slipped. Letters are what
   people call so: graphemes. */
#ifndef MATCHWICK_STUDY_TYPED_LETTERS_H
#define MATCHWICK_STUDY_TYPED_LETTERS_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

#define TYPED_MAX_LETTERS 64

typedef enum {
    LETTER_SAME,
    LETTER_MISSING, /* wanted, not typed */
    LETTER_WRONG,   /* another one was typed */
    LETTER_SWAPPED, /* with its neighbour: both are marked */
    LETTER_EXTRA    /* typed, not wanted: stands between those that are */
} LetterMark;

typedef struct {
    Str text; /* the wanted letter; of an extra one what was typed */
    LetterMark mark;
} TypedLetter;

/* In the order of the right text; room for 2 * TYPED_MAX_LETTERS. What may be left out (case, accents,
   spaces, punctuation) counts as the same. 0 if either text has more letters than can be shown. */
uint32_t typed_letters(Arena *arena, Str expected, Str typed, TypedLetter *out);

#endif
