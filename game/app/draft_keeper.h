/* Writes what is not saved to the data folder, on a thread of its own: a frame does not wait for the text of
   100,000 cards, nor for the disk. What is asked for is done in order; of two drafts for one file that wait,
   the later alone is written. */
#ifndef MATCHWICK_APP_DRAFT_KEEPER_H
#define MATCHWICK_APP_DRAFT_KEEPER_H

#include "edit/draft_keep.h"

typedef struct DraftKeeper DraftKeeper;

DraftKeeper *draft_keeper_open(void);
/* Does what is still to be done. */
void draft_keeper_close(DraftKeeper *keeper);
/* The draft as it is now. */
void draft_keeper_put(DraftKeeper *keeper, const char *path, const Draft *draft, int64_t at_ms);
/* What was kept there is saved by now, or not wanted. */
void draft_keeper_remove(DraftKeeper *keeper, const char *path);
/* Waits until no draft is looked at, so that it may be closed. */
void draft_keeper_let_go(DraftKeeper *keeper);

#endif
