/* Notes of a collection on their way to the sink: a card for each note, or for each blank of a cloze. For
   this folder's own files. */
#ifndef MATCHWICK_FORMATS_PACKAGE_NOTES_H
#define MATCHWICK_FORMATS_PACKAGE_NOTES_H

#include "formats/package_decks.h"
#include "formats/package_kinds.h"

/* Which card of ours goes on with what is known of one of Anki's. */
typedef struct {
    int64_t id; /* Anki's */
    uint32_t card;
} PackageHeir;

typedef struct {
    PackageDb *db;
    ImportSink *sink;
    PackageKinds kinds;
    PackageDecks decks;
    PackageCards cards;
    PackageHeir *heirs; /* by id, where reviews are wanted; room for one to each of `cards` */
    size_t heir_count;
} PackageCollection;

NODISCARD bool package_notes_read(PackageCollection *collection, Err *err);
/* The log of reviews, of the cards that have heirs. */
NODISCARD bool package_reviews_read(PackageCollection *collection, Err *err);

#endif
