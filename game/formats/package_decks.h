/* Decks of a collection, and where its cards lie. For this folder's own files. */
#ifndef MATCHWICK_FORMATS_PACKAGE_DECKS_H
#define MATCHWICK_FORMATS_PACKAGE_DECKS_H

#include "formats/package_db.h"

typedef struct {
    int64_t id;
    Str name; /* "Spanish::Verbs" */
    bool is_used;
    int32_t group; /* of the sink, where it is used */
} PackageDeck;

typedef struct {
    PackageDeck *items; /* by id */
    size_t count;
    Str root; /* what the names of those in use begin with, up to a whole level; empty: nothing */
} PackageDecks;

/* `json`: of collections before schema 15. All lies in the arena. */
NODISCARD bool package_decks_read(PackageDb *db, int64_t schema, Str json, Arena *arena, PackageDecks *out,
                                  Err *err);
PackageDeck *package_decks_find(const PackageDecks *decks, int64_t id); /* NULL if there is none */
/* When all in use are marked: their groups, by name, and their root. */
void package_decks_settle(PackageDecks *decks, ImportSink *sink);
/* Its name below the root: "Verbs"; empty for the root itself and for Anki's default deck. */
Str package_decks_below(const PackageDecks *decks, const PackageDeck *deck);

typedef struct {
    int64_t note, id;
    int32_t place; /* which of the note's cards: 0 is the first */
    int32_t deck;  /* of PackageDecks; -1: none that is there */
} PackageCard;

typedef struct {
    PackageCard *items; /* by note and place */
    size_t count;
} PackageCards;

/* Marks the decks that are used. */
NODISCARD bool package_cards_read(PackageDb *db, PackageDecks *decks, Arena *arena, PackageCards *out,
                                  Err *err);

#endif
