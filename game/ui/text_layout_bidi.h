/* Directions: embedding levels of a paragraph and the visual order of a line's runs (Unicode's bidirectional
   algorithm, by FriBidi). The one file that includes it. An odd level reads from right to left. */
#ifndef MATCHWICK_UI_TEXT_LAYOUT_BIDI_H
#define MATCHWICK_UI_TEXT_LAYOUT_BIDI_H

#include <stdint.h>

#include "base/arena.h"

/* Sets `levels` of a paragraph's code points; returns the paragraph's own, 0 or 1, by its first strong
 * character. */
int text_bidi_levels(const uint32_t *code_points, int count, Arena *scratch, int8_t *levels);
/* `order[i]` becomes the logical number of the run that stands i-th from the left. */
void text_bidi_order(int base_level, const int8_t *levels, int count, Arena *scratch, int *order);

#endif
