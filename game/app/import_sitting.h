/* What the app keeps of an import: from the file's choice until its deck is written or it is left. */
#ifndef MATCHWICK_APP_IMPORT_SITTING_H
#define MATCHWICK_APP_IMPORT_SITTING_H

#include "app/import_work.h"

#define IMPORT_MOST_WAITING 64 /* files dropped at once; more are left out, and that is told */

typedef struct {
    Importer *importer; /* NULL: nothing was imported yet */
    Arena arena;        /* of the paths that wait */
    Str *waiting;
    size_t count, next;
    size_t written; /* of the files that were dropped together */
    ImportChoices choices;
    char separators[2][IMPORT_SEPARATOR_BYTES];
    char name[256];
    char refusal[512]; /* why the deck could not be written */
} ImportSitting;

#endif
