#include "app/worker.h"

#include "base/err.h"

void worker_open(Worker *worker, int (*run)(void *self), void *self)
{
    *worker = (Worker){.run = run, .self = self};
    mtx_init(&worker->lock, mtx_plain);
    cnd_init(&worker->changed);
}

void worker_rouse(Worker *worker)
{
    cnd_broadcast(&worker->changed);
    if (worker->is_running) return;
    if (thrd_create(&worker->thread, worker->run, worker->self) != thrd_success)
        err_fatal("cannot start a thread");
    worker->is_running = true;
}

void worker_close(Worker *worker)
{
    mtx_lock(&worker->lock);
    worker->is_closing = true;
    cnd_broadcast(&worker->changed);
    mtx_unlock(&worker->lock);
    if (worker->is_running) thrd_join(worker->thread, NULL);
    cnd_destroy(&worker->changed);
    mtx_destroy(&worker->lock);
}
