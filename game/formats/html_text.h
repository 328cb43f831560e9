/* HTML as plain text, for Anki's fields: gumbo parses, nothing is loaded or run. */
#ifndef MATCHWICK_FORMATS_HTML_TEXT_H
#define MATCHWICK_FORMATS_HTML_TEXT_H

#include "base/arena.h"
#include "base/str.h"

/* Parsing takes time by the square of what nests: with this much it stays below a third of a second. */
#define HTML_TEXT_MAX_BYTES 65536

typedef enum {
    HTML_TEXT_OK,
    HTML_TEXT_TOO_BIG, /* over HTML_TEXT_MAX_BYTES; a text without tags and entities may be of any size */
    HTML_TEXT_TANGLED  /* tags nest too deep or have too many attributes: no text that a person made */
} HtmlTextState;

typedef struct {
    HtmlTextState state; /* where it isn't OK the text is empty */
    Str text; /* lines of blocks and lists ("• " before each item), entities decoded, ends trimmed */
    int32_t pictures; /* that stood in it */
    int32_t sounds;   /* [sound:…] and <audio> */
} HtmlText;

/* In the arena where there is a "<" or a "&" in it. What has neither tags nor entities is given back as it
   is, trimmed, without Anki's marks. Scripts, styles and comments are gone; small digits become those of
   Unicode, ruby stands in brackets behind its word, formulas of LaTeX and MathJax stay as they are written.
 */
HtmlText html_text(Str html, Arena *arena);
/* Does it look like HTML: a tag or an entity in it? */
bool html_text_is_html(Str text);

#endif
