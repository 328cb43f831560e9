/* Members of a deck file's objects and the checks of their values; for this folder's own files. Every check
   tells what is wrong to the reader's report and goes on with an empty value. */
#ifndef MATCHWICK_DECK_DECK_MEMBERS_H
#define MATCHWICK_DECK_DECK_MEMBERS_H

#include "base/json.h"
#include "deck/deck_build.h"
#include "deck/deck_report.h"

#define DECK_MEMBERS_MAX 10 /* that any object has a name for */

/* The first member of the file that is given twice, of those that the format does not name. */
typedef struct {
    JsonPlace place; /* line 0: there is none */
    DeckQuote name;
} DeckTwice;

typedef struct {
    const JsonDoc *doc; /* that the values are of: the file without its cards, or one of these */
    DeckReport *report;
    bool has_unknown; /* some object of `doc` has a member that the format does not name */
    DeckTwice twice;
} DeckSource;

typedef struct {
    const JsonValue *values[DECK_MEMBERS_MAX]; /* by the number of the name; NULL where absent */
} DeckMembers;

typedef enum { DECK_MAY_BE_BLANK, DECK_NOT_BLANK } DeckBlank;

/* A list of texts that grows and is used again for every card. */
typedef struct {
    Arena *arena;
    Str *items;
    size_t count, room;
} DeckTextList;

/* An error where `at` starts. */
void deck_source_error(DeckSource *source, const JsonValue *at, const char *format, ...) PRINTF_LIKE(3, 4);
/* Leaves the document for another. Members that the format names were looked at one by one; for the others
   all of it is searched. */
void deck_source_turn_to(DeckSource *source, const JsonDoc *doc);
/* Sorts the members of an object by name; one given twice is an error. */
DeckMembers deck_members_get(DeckSource *source, const JsonValue *object, const Str *names, int count);
/* A string within the limits; empty if `value` is NULL. */
Str deck_members_text(DeckSource *source, const JsonValue *value, Str name, DeckBlank blank);
/* An array of strings that are not blank; empty if `value` is NULL. `max` 0: any number. The items are valid
   until `list` is used again. */
DeckTexts deck_members_texts(DeckSource *source, const JsonValue *value, Str name, size_t max,
                             DeckTextList *list);

#endif
