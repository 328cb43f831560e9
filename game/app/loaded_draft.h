/* A deck as it is opened to be changed, as a loader's job. */
#ifndef MATCHWICK_APP_LOADED_DRAFT_H
#define MATCHWICK_APP_LOADED_DRAFT_H

#include "app/loader.h"
#include "base/err.h"
#include "edit/draft_keep.h"

typedef struct {
    Draft *draft; /* NULL: it could not be read, see err; or what was kept is all there is */
    Err err;
    Arena arena;   /* of what was kept */
    bool has_kept; /* changes that were not saved, which the draft does not have */
    DraftKept kept;
    Diff diff;     /* of the draft to it, where there is one */
    bool is_older; /* than what another program made of the file */
} LoadedDraft;

/* Where changes to that deck are kept in the data folder; `is_new`: it has no file of its own. */
Str loaded_draft_kept_path(const char *data_folder, Str deck_id, bool is_new, Arena *arena);
/* Of a deck that has no file; empty: there is none. */
Str loaded_draft_find_new(const char *data_folder, Arena *arena);

/* The context is the data folder; the name is the file's path, the other name where it will be saved: empty
   where the file is what was kept of a deck that has none. */
extern const LoaderJob loaded_draft_job;
void loaded_draft_free(LoadedDraft *draft); /* with its draft, where that was not taken; NULL is allowed */

#endif
