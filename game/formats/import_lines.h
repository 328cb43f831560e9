/* A text line by line, whatever its line breaks. For imports alone. */
#ifndef MATCHWICK_FORMATS_IMPORT_LINES_H
#define MATCHWICK_FORMATS_IMPORT_LINES_H

#include "base/str.h"

typedef struct {
    Str line;       /* without its break */
    int32_t number; /* from 1 */
    size_t start;   /* of the line in the text */
    Str text;
    size_t at;
} ImportLines;

ImportLines import_lines_begin(Str text);
/* From behind the "---" … "---" with which notes of Markdown begin, where they do. */
ImportLines import_lines_begin_notes(Str text);
bool import_lines_next(ImportLines *lines);
bool import_has_line_break(Str text);
/* As much of the text as its kind is looked for in: whole lines if there are any. */
Str import_lines_sample(Str text);
#define IMPORT_SAMPLE_RECORDS 400 /* and as many of its records */

#endif
