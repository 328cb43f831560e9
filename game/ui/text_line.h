/* One line of a paragraph: where it ends, and its runs in visual order. Internal to the text layout. */
#ifndef MATCHWICK_UI_TEXT_LINE_H
#define MATCHWICK_UI_TEXT_LINE_H

#include "ui/text_paragraph.h"

/* Fills a line that starts at code point `from` and is at most `width` wide; runs' x count from its left end.
   Returns the code point that the next line starts at. `broke_word` is set, never cleared. */
int text_line_make(TextParagraph *p, int from, float width, Arena *scratch, TextLine *out, bool *broke_word);
/* The same for a last line that doesn't end the text: as many graphemes as fit, and an ellipsis. */
void text_line_make_cut(TextParagraph *p, int from, float width, Arena *scratch, TextLine *out);
/* The same with all that is left of the paragraph, of which all but blanks at its end is known to fit. */
void text_line_make_rest(TextParagraph *p, int from, float width, Arena *scratch, TextLine *out);

#endif
