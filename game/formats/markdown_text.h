/* A cell or a line of Markdown as plain text: emphasis, code, links and comments without their marks. Marks
   that part nothing (2 * 3, snake_case, x**2) are text, and formulas between dollars stay as they are. */
#ifndef MATCHWICK_FORMATS_MARKDOWN_TEXT_H
#define MATCHWICK_FORMATS_MARKDOWN_TEXT_H

#include "base/arena.h"
#include "base/str.h"

/* The text itself where it has no marks, else in the arena. `pictures` (may be NULL) grows by those that were
   left out; what is said instead of them stays. */
Str markdown_text(Str text, Arena *arena, int32_t *pictures);

#endif
