#include "app/work_queue.h"

#include <stdlib.h>
#include <threads.h>

typedef struct {
    DeckJob *first, *last;
} Line;

struct WorkQueue {
    void (*wake)(void *self);
    void *self;
    thrd_t thread;
    mtx_t lock; /* for what follows */
    cnd_t changed;
    Line asked, done;
    bool is_working, is_closing;
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
    mtx_unlock(&queue->lock);
    deck_job_run(job);
    mtx_lock(&queue->lock);
    queue->is_working = false;
    line_add(&queue->done, job);
    queue->wake(queue->self);
}

static int run(void *argument)
{
    WorkQueue *queue = argument;
    mtx_lock(&queue->lock);
    for (;;) {
        DeckJob *job = line_take(&queue->asked);
        if (job)
            work(queue, job);
        else if (queue->is_closing)
            break;
        else
            cnd_wait(&queue->changed, &queue->lock);
    }
    mtx_unlock(&queue->lock);
    return 0;
}

WorkQueue *work_queue_open(void (*wake)(void *self), void *self)
{
    WorkQueue *queue = calloc(1, sizeof *queue);
    if (!queue) err_fatal("out of memory");
    queue->wake = wake;
    queue->self = self;
    mtx_init(&queue->lock, mtx_plain);
    cnd_init(&queue->changed);
    if (thrd_create(&queue->thread, run, queue) != thrd_success) err_fatal("cannot start a thread");
    return queue;
}

void work_queue_close(WorkQueue *queue)
{
    mtx_lock(&queue->lock);
    queue->is_closing = true;
    cnd_signal(&queue->changed);
    mtx_unlock(&queue->lock);
    thrd_join(queue->thread, NULL);
    for (DeckJob *job = line_take(&queue->done); job; job = line_take(&queue->done)) deck_job_free(job);
    cnd_destroy(&queue->changed);
    mtx_destroy(&queue->lock);
    free(queue);
}

void work_queue_add(WorkQueue *queue, DeckJob *job)
{
    mtx_lock(&queue->lock);
    line_add(&queue->asked, job);
    cnd_signal(&queue->changed);
    mtx_unlock(&queue->lock);
}

DeckJob *work_queue_take(WorkQueue *queue)
{
    mtx_lock(&queue->lock);
    DeckJob *job = line_take(&queue->done);
    mtx_unlock(&queue->lock);
    return job;
}

bool work_queue_is_busy(WorkQueue *queue)
{
    mtx_lock(&queue->lock);
    bool is_busy = queue->asked.first || queue->is_working || queue->done.first;
    mtx_unlock(&queue->lock);
    return is_busy;
}
