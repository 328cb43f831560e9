/* Plain text as HTML that shows it. */
#ifndef MATCHWICK_FORMATS_HTML_ESCAPE_H
#define MATCHWICK_FORMATS_HTML_ESCAPE_H

#include "base/str.h"

/* For texts and quoted attributes; line breaks and spaces stay as they are. */
void html_escape(StrBuf *out, Str text);

#endif
