/* Digits and signs as Unicode has them above and below the line. */
#ifndef MATCHWICK_FORMATS_HTML_SMALL_H
#define MATCHWICK_FORMATS_HTML_SMALL_H

#include "base/str.h"

/* Empty where it has none for some character: the text is to stay as it is. In the arena. */
Str html_small(Str text, bool is_above, Arena *arena);

#endif
