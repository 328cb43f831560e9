/* A deck as it is opened to be changed, as a loader's job. */
#ifndef MATCHWICK_APP_LOADED_DRAFT_H
#define MATCHWICK_APP_LOADED_DRAFT_H

#include "app/loader.h"
#include "base/err.h"
#include "edit/draft.h"

typedef struct {
    Draft *draft; /* NULL: it could not be read, see err */
    Err err;
} LoadedDraft;

/* Without a context; the name is the file's path, the other name where it will be saved. */
extern const LoaderJob loaded_draft_job;
void loaded_draft_free(LoadedDraft *draft); /* with its draft, where that was not taken; NULL is allowed */

#endif
