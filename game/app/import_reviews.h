/* Reviews that came in with a deck become answers of a player's. Of many it takes seconds, as the player's
   memories are made anew: on screen it is the importer's thread that does it, with a store of its own. */
#ifndef MATCHWICK_APP_IMPORT_REVIEWS_H
#define MATCHWICK_APP_IMPORT_REVIEWS_H

#include "app/importer.h"

/* Sets the days of the reviews. `written` has no reviews: done, and none are added. */
NODISCARD bool import_reviews_add(Store *store, const ImportReviewer *reviewer, const ImportWritten *written,
                                  int64_t *added, Err *err);
/* Into what lies in the reviewer's folder; what became of it is told by `written`. */
void import_reviews_keep(const ImportReviewer *reviewer, ImportWritten *written);

#endif
