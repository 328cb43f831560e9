/* Work on whole decks, one piece after the other, on a thread of its own: no frame waits for a deck of
   100,000 cards to be written. */
#ifndef MATCHWICK_APP_WORK_QUEUE_H
#define MATCHWICK_APP_WORK_QUEUE_H

#include "app/deck_job.h"

typedef struct WorkQueue WorkQueue;

/* `wake` is called from the thread when a piece is done. */
WorkQueue *work_queue_open(void (*wake)(void *self), void *self);
/* Does what is still to be done. */
void work_queue_close(WorkQueue *queue);
/* Takes the job over. */
void work_queue_add(WorkQueue *queue, DeckJob *job);
/* The next one that is done, for the caller to free; NULL: none. */
DeckJob *work_queue_take(WorkQueue *queue);
/* Is there one that is not done, or not taken? */
bool work_queue_is_busy(WorkQueue *queue);

#endif
