/* What each of the app's threads has: a lock for all that it shares with the app's own thread, and a
   condition that is told of every change of it. */
#ifndef MATCHWICK_APP_WORKER_H
#define MATCHWICK_APP_WORKER_H

#include <stdbool.h>
#include <threads.h>

typedef struct {
    thrd_t thread;
    mtx_t lock;
    cnd_t changed;
    bool is_closing;
} Worker;

/* Starts `run` on the thread; it ends once `is_closing` is true and what must be done is done. */
void worker_open(Worker *worker, int (*run)(void *self), void *self);
/* Waits for that end. */
void worker_close(Worker *worker);

#endif
