/* The parts of a piece of work, for the files of deck_job alone. */
#ifndef MATCHWICK_APP_DECK_JOB_PARTS_H
#define MATCHWICK_APP_DECK_JOB_PARTS_H

#include "app/deck_job.h"

/* A connection of this thread's own: the app's store is the app's thread's. NULL with `err` set. */
Store *deck_job_open_store(DeckJob *job, Err *err);
/* The cards of the job's set in a deck, in its order. `store` may be NULL for the missed ones. */
const uint32_t *deck_job_pick(DeckJob *job, Store *store, const Deck *deck, size_t *count);

NODISCARD bool deck_job_collect(DeckJob *job); /* deck_job_cards.c */
NODISCARD bool deck_job_preview(DeckJob *job); /* deck_job_export.c */
NODISCARD bool deck_job_export(DeckJob *job);

#endif
