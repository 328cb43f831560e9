/* JSON as bytes, private to base: what cJSON lets through is refused here before it parses, and what cJSON
   forgets (places) is found here after it has. */
#ifndef MATCHWICK_BASE_JSON_TEXT_H
#define MATCHWICK_BASE_JSON_TEXT_H

#include "base/json.h"

/* Bytes of a byte-order mark at the start: 0 or 3. */
size_t json_text_mark(Str text);
/* True if the text is one value by RFC 8259 in UTF-8, has no U+0000 in any spelling, no lone surrogate, no
   number over 63 characters (cJSON's buffer) and no nesting over `max_depth`. */
bool json_text_check(Str text, int max_depth, JsonProblem *problem);

/* Where a walk through the text stands. Going on from there is cheap, going back starts anew. */
typedef struct {
    Str text;
    size_t at, value; /* offset of a value or its name, and the value's number in document order */
    size_t place_at;  /* offset of a place */
    JsonPlace place;
} JsonWalk;

typedef struct {
    size_t name;       /* offset of the member name's quote; `start` for what has no name */
    size_t start, end; /* of the value */
} JsonSpan;

JsonWalk json_walk_start(Str text);
/* The value of that number, the root being 0; the text has passed the check. */
JsonSpan json_walk_span(JsonWalk *walk, size_t value);
/* A byte-order mark has no column. */
JsonPlace json_walk_place(JsonWalk *walk, size_t offset);

#endif
