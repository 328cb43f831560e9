/* The text that comes of HTML while it grows: white space is folded, blocks stand on lines of their own. For
   html_text.c. */
#ifndef MATCHWICK_FORMATS_HTML_LINES_H
#define MATCHWICK_FORMATS_HTML_LINES_H

#include "base/str.h"

typedef struct {
    StrBuf out;
    Str before; /* what the next text begins with, if one comes: a bullet, the bar between cells */
    int breaks; /* of lines, before the next text */
    bool is_spaced;
} HtmlLines;

/* `expected`: how many bytes may come of it; more may as well. */
void html_lines_init(HtmlLines *lines, Arena *arena, size_t expected);
/* Spaces that do not break become common ones and stay. `keeps_space`: all spaces and line breaks are text
   (<pre>). */
void html_lines_text(HtmlLines *lines, Str text, bool keeps_space);
/* As it is, right behind what was there. */
void html_lines_join(HtmlLines *lines, Str text);
void html_lines_word(HtmlLines *lines, Str word);
void html_lines_break(HtmlLines *lines);
/* A block begins or ends. */
void html_lines_block(HtmlLines *lines);
void html_lines_item(HtmlLines *lines, Str bullet);
void html_lines_cell(HtmlLines *lines);

#endif
