/* HTML as plain text, for Anki's fields: gumbo parses, nothing is loaded or run. */
#ifndef MATCHWICK_FORMATS_HTML_TEXT_H
#define MATCHWICK_FORMATS_HTML_TEXT_H

#include "base/arena.h"
#include "base/str.h"

typedef struct {
    Str text; /* lines of blocks and lists ("• " before each item), entities decoded, ends trimmed */
    int32_t pictures; /* that stood in it */
    int32_t sounds;   /* [sound:…] and <audio> */
} HtmlText;

/* In the arena. What has neither tags nor entities is given back as it is, trimmed. */
HtmlText html_text(Str html, Arena *arena);
/* Does it look like HTML: a tag or an entity in it? */
bool html_text_is_html(Str text);

#endif
