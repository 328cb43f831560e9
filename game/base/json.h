/* JSON with limits and places. cJSON does the parsing and printing (json.c alone includes it); before it the
   text is checked (RFC 8259, UTF-8, U+0000, nesting), and its tree lives in an arena. A place is a line and a
   column (code points), from 1. Members are looked up by exact case; a member given twice is an error at its
   second place. */
#ifndef MATCHWICK_BASE_JSON_H
#define MATCHWICK_BASE_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

typedef struct {
    int line, column;
} JsonPlace;

typedef struct JsonDoc JsonDoc;
typedef struct cJSON JsonValue; /* opaque outside json.c */

typedef struct {
    JsonPlace place;
    char text[256]; /* "expected , or ] after a value" */
} JsonProblem;

/* `text` must outlive the document (places are found in it). NULL with `problem` set when it is not JSON or
   breaks a limit (nesting over `max_depth`). The whole tree is freed at once by json_close. A document
   belongs to one thread. */
JsonDoc *json_open(Str text, int max_depth, JsonProblem *problem);
/* At most so much memory will its values take: of a text of short ones many times its size. */
size_t json_tree_bytes(Str text);
void json_close(JsonDoc *doc);
const JsonValue *json_root(const JsonDoc *doc);

/* How a text is to be read that may be long: values take many times the memory of their text. */
typedef struct {
    int max_depth;
    size_t max_bytes; /* of the tree; of one that would take more "too many values" is told at its place */
    Str list;         /* a member of the root; without data: none */
} JsonReader;

/* As json_open. Where the root's first member of the name `list` is an array, it has no items in the tree:
   they are read one by one. Any other document is read as a whole. */
JsonDoc *json_open_by(Str text, const JsonReader *reader, JsonProblem *problem);
size_t json_item_count(const JsonDoc *doc); /* that were left out */

typedef struct JsonItems JsonItems;

/* Of a document whose list was left out; several may be open. The document must outlive them. */
JsonItems *json_items_open(const JsonDoc *doc);
void json_items_close(JsonItems *items); /* NULL is allowed */
/* The next item as a document of its own, with its places in the whole text, valid until another is read.
   NULL at the end, or with `problem->text` where it takes more memory than the rest of the document left. */
const JsonDoc *json_items_next(JsonItems *items, JsonProblem *problem);
/* The item of this number, which json_items_next has been at: its tree may lie elsewhere. Slow, for messages;
   cheaper if asked in order. */
const JsonDoc *json_items_get(JsonItems *items, size_t number);

typedef enum { JSON_NULL, JSON_BOOL, JSON_NUMBER, JSON_STRING, JSON_ARRAY, JSON_OBJECT } JsonKind;

JsonKind json_kind(const JsonValue *v);
const char *json_kind_name(JsonKind kind); /* "a string" */
/* Exact case; NULL if absent. */
const JsonValue *json_find(const JsonValue *object, const char *name);
/* Children in order of an array or object: first, then next. NULL at the end. */
const JsonValue *json_first(const JsonValue *v);
const JsonValue *json_next(const JsonValue *v);
size_t json_count(const JsonValue *v);
/* Name of a member, or "" for an array's item. */
Str json_name(const JsonValue *member);
Str json_string(const JsonValue *v); /* of a JSON_STRING; zero-terminated */
double json_number(const JsonValue *v);
bool json_bool(const JsonValue *v);
/* True and set if `v` is a number that is an integer of magnitude below 2^53 (beyond, neighbours fall
   together). */
bool json_integer(const JsonValue *v, int64_t *out);

/* Where a value starts (`json_place`) or its member name starts (`json_name_place`), found by walking the
   accepted text: slow, for messages; cheaper if asked in document order. `json_span` gives the bytes of the
   value. */
JsonPlace json_place(const JsonDoc *doc, const JsonValue *v);
JsonPlace json_name_place(const JsonDoc *doc, const JsonValue *member);
Str json_span(const JsonDoc *doc, const JsonValue *v);
/* The first member anywhere in the document that its object has twice; false if none. */
bool json_find_duplicate(const JsonDoc *doc, JsonPlace *place, Str *name);

/* The members or items of a container as its text has them, in order, without a document: for programs that
   change a file and leave the rest as it is. The text has been accepted by json_open, as a whole or as a part
   of what was. */
typedef struct {
    Str name; /* with its quotes and escapes; empty for an item */
    Str value;
} JsonPart;

typedef struct {
    Str text;
    size_t at; /* after the last part: where the closing bracket stands */
} JsonParts;

/* `text`: an object or an array; a mark and white space may stand before it. */
JsonParts json_parts(Str text);
bool json_parts_next(JsonParts *parts, JsonPart *out);
/* Is this the part's name, once escapes are undone? */
bool json_part_is(const JsonPart *part, Str name);

/* Writing: members in order, printed by cJSON. Integers are of magnitude below 2^53, names and strings
   without U+0000. The root is an object or an array. */
typedef struct {
    JsonValue *open[16]; /* the root first, the innermost last */
    int depth;
} JsonWriter;

void json_writer_init(JsonWriter *w);                    /* to be ended by json_writer_finish, which frees */
void json_begin_object(JsonWriter *w, const char *name); /* name NULL inside arrays and at the root */
void json_end_object(JsonWriter *w);
void json_begin_array(JsonWriter *w, const char *name);
void json_end_array(JsonWriter *w);
void json_put_string(JsonWriter *w, const char *name, Str value);
void json_put_integer(JsonWriter *w, const char *name, int64_t value);
/* Finite; with as few digits as read back to the same value. */
void json_put_number(JsonWriter *w, const char *name, double value);
void json_put_bool(JsonWriter *w, const char *name, bool value);
void json_put_null(JsonWriter *w, const char *name);
/* Prints what was written into the arena (zero-terminated) and frees the tree; the root must be closed. */
Str json_writer_finish(JsonWriter *w, Arena *arena, bool is_pretty);
/* One string as the writer prints it, with its quotes. */
Str json_quote(Str value, Arena *arena);
void json_add_quoted(StrBuf *out, Str value);

#endif
