/* How a typed text is compared with a right one. */
#ifndef MATCHWICK_STUDY_TYPED_PROSE_H
#define MATCHWICK_STUDY_TYPED_PROSE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/* Does punctuation only dress this text? Not in "a += b", Morse code or numbers. */
bool typed_is_prose(Str shown);

/* Of a text_plain text. Of prose once with hyphens as spaces and once without them. */
typedef struct {
    Str spaced, joined;
} TypedKey;

TypedKey typed_key(Arena *arena, Str plain, bool is_prose);
/* Bytes of the article that a plain text begins with, in that language ("fr", "de-AT"), with the space behind
   it; 0 if there is none or nothing else. English ones are dropped by gist_normalise wherever they are. */
size_t typed_article_size(Str plain, Str language);

/* What is no dress in words either: the sign of "-5 degrees" ... */
bool typed_is_negative(Str plain);

/* ... and the letter of "vitamin A", where no article can stand. */
bool typed_ends_in_a(Str plain);

#endif
