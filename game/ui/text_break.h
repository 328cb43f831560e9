/* Where a line may break: libunibreak for all scripts but Thai, libthai for Thai words. The one file that
   includes them. */
#ifndef MATCHWICK_UI_TEXT_BREAK_H
#define MATCHWICK_UI_TEXT_BREAK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

typedef struct TextBreaker TextBreaker;

/* Thai's dictionary is read when the first Thai text comes; without it Thai breaks as a long word does. */
TextBreaker *text_breaker_open(void);
void text_breaker_close(TextBreaker *breaker);
/* Sets `can_break_after[i]` for each code point of a text without line break characters; false for the last.
 */
void text_break_find(TextBreaker *breaker, const uint32_t *code_points, int count, Arena *scratch,
                     bool *can_break_after);

#endif
