/* What a document is made of, private to base. */
#ifndef MATCHWICK_BASE_JSON_DOC_H
#define MATCHWICK_BASE_JSON_DOC_H

#include "base/json_text.h"

/* For places: what is wrong is told in order, so each search goes on where the one before ended. */
typedef struct {
    JsonWalk walk;
    bool is_numbered;
} JsonPlaces;

struct JsonDoc {
    Arena arena; /* this document lies in it too; an item's is its reader's */
    Str text;    /* the whole, of an item too */
    JsonValue *root;
    JsonPlaces *places;
    JsonTextList list; /* left out of the tree */
    size_t room;       /* bytes that each of its items may take */
};

/* Where a tree is to lie, and the bytes it may still take. */
typedef struct {
    Arena *arena;
    size_t left;
} JsonMemory;

/* The accepted value that stands at `from`, and where it ends. NULL: it would take more memory. */
JsonValue *json_doc_parse(Str text, size_t from, size_t *end, JsonMemory *memory);
/* That the value at `from` does. */
void json_doc_tell_too_much(JsonWalk *walk, size_t from, JsonProblem *problem);

#endif
