/* The HTML that most fields hold: bold and the like, line breaks, blocks, pictures, the usual entities, all
   without attributes. It needs no parser to become the same text, and gumbo takes thirty times as long. For
   html_text.c. */
#ifndef MATCHWICK_FORMATS_HTML_SIMPLE_H
#define MATCHWICK_FORMATS_HTML_SIMPLE_H

#include "formats/html_lines.h"

/* False: there is anything else in it. */
bool html_simple_is(Str html);
/* Of such. */
void html_simple_read(Str html, HtmlLines *lines, int32_t *pictures);

#endif
