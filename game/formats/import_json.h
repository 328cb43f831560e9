/* JSON of others and of our own. For imports alone. */
#ifndef MATCHWICK_FORMATS_IMPORT_JSON_H
#define MATCHWICK_FORMATS_IMPORT_JSON_H

#include "base/json.h"
#include "formats/import_source.h"

/* Does it begin as JSON does? */
bool import_json_looks_like(Str text);

/* --- values as text (import_json_text.c); all copied into the arena --- */

/* A string, a number, true or false; of an array its items, one a line; of an object the text that it holds;
   else empty. */
Str import_json_text(const JsonValue *value, Arena *arena);
/* The items of an array, or the text alone. */
DeckTexts import_json_texts(const JsonValue *value, Arena *arena);

/* --- where the cards are (import_json_find.c) --- */

typedef enum {
    JSON_LIST_NONE,
    JSON_LIST_OBJECTS,    /* with members of known names */
    JSON_LIST_PAIRS,      /* arrays of two texts or more */
    JSON_LIST_SIDES,      /* Quizlet's "cardSides" */
    JSON_LIST_LOOSE,      /* objects of two texts, whatever their names */
    JSON_LIST_DICTIONARY, /* names and texts */
    JSON_LIST_KIND_COUNT
} JsonListKind;

typedef struct {
    const JsonValue *list; /* an array, or an object whose values are the cards */
    JsonListKind kind;
    size_t count;
    uint64_t path; /* of the members that lead to it */
} JsonList;

/* Lists of one kind that stand in the same place of several parents: decks in one file. */
typedef struct {
    JsonList *lists;
    size_t count; /* 0: there is none */
    size_t cards; /* in all of them */
    size_t left;  /* cards that other lists seem to hold, which are not read */
} JsonLists;

/* The list of the most cards, anywhere in the document, and those like it; names that are known count more
   than any others. */
JsonLists import_json_find_lists(const JsonValue *root, Arena *arena);
/* Term and definition of an item of JSON_LIST_SIDES; empty where it has none. */
void import_json_sides(const JsonValue *item, Arena *arena, Str sides[2]);

typedef struct {
    const ImportSource *source;
    ImportSink *sink;
    const JsonDoc *doc;
} JsonReading;

/* --- Anki's notes (import_json_anki.c) --- */

bool import_json_is_anki(const JsonValue *root);
NODISCARD bool import_json_read_anki(JsonReading *reading, Err *err);

/* --- any other (import_json_list.c) --- */

NODISCARD bool import_json_read_lists(JsonReading *reading, const JsonLists *lists, Err *err);

#endif
