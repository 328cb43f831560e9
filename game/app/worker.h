/* What each of the app's threads has: a lock for all that it shares with the app's own thread, and a
   condition that is told of every change of it. The thread itself is there from the first time on that there
   is something to do: at the game's start there is nothing, and the first frame need not wait for it. */
#ifndef MATCHWICK_APP_WORKER_H
#define MATCHWICK_APP_WORKER_H

#include <stdbool.h>
#include <threads.h>

typedef struct {
    thrd_t thread;
    mtx_t lock;
    cnd_t changed;
    bool is_closing, is_running;
    int (*run)(void *self);
    void *self;
} Worker;

/* `run` is what the thread will do; it ends once `is_closing` is true and what must be done is done. */
void worker_open(Worker *worker, int (*run)(void *self), void *self);
/* There is something to do. With the lock held. */
void worker_rouse(Worker *worker);
/* Waits for the thread's end, if it began. */
void worker_close(Worker *worker);

#endif
