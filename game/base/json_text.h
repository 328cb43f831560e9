/* JSON as bytes, private to base: what cJSON lets through is refused here before it parses, and what cJSON
   forgets (places) is found here after it has. */
#ifndef MATCHWICK_BASE_JSON_TEXT_H
#define MATCHWICK_BASE_JSON_TEXT_H

#include "base/json.h"

/* Bytes of a byte-order mark at the start: 0 or 3. */
size_t json_text_mark(Str text);

/* An array's items in the text: from behind its opening bracket to its closing one. */
typedef struct {
    Str name; /* of the root's member that is looked for; without data: none is */
    bool is_met, is_found;
    size_t from, to, count;
} JsonTextList;

/* True if the text is one value by RFC 8259 in UTF-8, has no U+0000 in any spelling, no lone surrogate, no
   number over 63 characters (cJSON's buffer) and no nesting over `max_depth`. On the way the list is found:
   the root's first member of its name, if that is an array. */
bool json_text_check(Str text, int max_depth, JsonTextList *list, JsonProblem *problem);

/* Where a walk through the text stands. Going on from there is cheap, going back starts anew. */
typedef struct {
    Str text;
    size_t from;             /* where value 0 stands */
    size_t gap_from, gap_to; /* has no values that count */
    size_t at, value;        /* offset of a value or its name, and the value's number in document order */
    size_t place_at;         /* offset of a place */
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
/* Lets value 0 be the one that stands there. */
void json_walk_begin_at(JsonWalk *walk, size_t from);

/* From the first of them on, which stands behind `from`. */
JsonParts json_parts_at(Str text, size_t from);
/* To where the next part begins; false at the closing bracket. */
bool json_parts_begin(JsonParts *parts);
/* From where it ended, for one who knows. */
void json_parts_end(JsonParts *parts, size_t end);

#endif
