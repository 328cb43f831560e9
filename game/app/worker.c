#include "app/worker.h"

#include "base/err.h"

void worker_open(Worker *worker, int (*run)(void *self), void *self)
{
    *worker = (Worker){.is_closing = false};
    mtx_init(&worker->lock, mtx_plain);
    cnd_init(&worker->changed);
    if (thrd_create(&worker->thread, run, self) != thrd_success) err_fatal("cannot start a thread");
}

void worker_close(Worker *worker)
{
    mtx_lock(&worker->lock);
    worker->is_closing = true;
    cnd_broadcast(&worker->changed);
    mtx_unlock(&worker->lock);
    thrd_join(worker->thread, NULL);
    cnd_destroy(&worker->changed);
    mtx_destroy(&worker->lock);
}
