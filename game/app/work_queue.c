#include "app/work_queue.h"

#include <stdlib.h>

#include "app/worker.h"

typedef struct {
    DeckJob *first, *last;
} Line;

struct WorkQueue {
    void (*wake)(void *self);
    void *self;
    Worker worker; /* its lock is for what follows */
    Line asked, done;
    bool is_working;
};

static void line_add(Line *line, DeckJob *job)
{
    job->next = NULL;
    if (line->last)
        line->last->next = job;
    else
        line->first = job;
    line->last = job;
}

static DeckJob *line_take(Line *line)
{
    DeckJob *job = line->first;
    if (!job) return NULL;
    line->first = job->next;
    if (!line->first) line->last = NULL;
    return job;
}

static void work(WorkQueue *queue, DeckJob *job)
{
    queue->is_working = true;
    mtx_unlock(&queue->worker.lock);
    deck_job_run(job);
    mtx_lock(&queue->worker.lock);
    queue->is_working = false;
    line_add(&queue->done, job);
    queue->wake(queue->self);
}

static int run(void *argument)
{
    WorkQueue *queue = argument;
    mtx_lock(&queue->worker.lock);
    for (;;) {
        DeckJob *job = line_take(&queue->asked);
        if (job)
            work(queue, job);
        else if (queue->worker.is_closing)
            break;
        else
            cnd_wait(&queue->worker.changed, &queue->worker.lock);
    }
    mtx_unlock(&queue->worker.lock);
    return 0;
}

WorkQueue *work_queue_open(void (*wake)(void *self), void *self)
{
    WorkQueue *queue = calloc(1, sizeof *queue);
    if (!queue) err_fatal("out of memory");
    queue->wake = wake;
    queue->self = self;
    worker_open(&queue->worker, run, queue);
    return queue;
}

void work_queue_close(WorkQueue *queue)
{
    worker_close(&queue->worker);
    for (DeckJob *job = line_take(&queue->done); job; job = line_take(&queue->done)) deck_job_free(job);
    free(queue);
}

void work_queue_add(WorkQueue *queue, DeckJob *job)
{
    mtx_lock(&queue->worker.lock);
    line_add(&queue->asked, job);
    worker_rouse(&queue->worker);
    mtx_unlock(&queue->worker.lock);
}

DeckJob *work_queue_take(WorkQueue *queue)
{
    mtx_lock(&queue->worker.lock);
    DeckJob *job = line_take(&queue->done);
    mtx_unlock(&queue->worker.lock);
    return job;
}

bool work_queue_is_busy(WorkQueue *queue)
{
    mtx_lock(&queue->worker.lock);
    bool is_busy = queue->asked.first || queue->is_working || queue->done.first;
    mtx_unlock(&queue->worker.lock);
    return is_busy;
}
