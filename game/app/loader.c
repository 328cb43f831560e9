#include "app/loader.h"

#include <stdlib.h>
#include <string.h>

#include "app/worker.h"
#include "base/err.h"

#define MOST_NAME 1024

typedef struct {
    char name[MOST_NAME], other[MOST_NAME];
} Request;

struct Loader {
    LoaderJob job;
    void *context;
    void (*wake)(void *self);
    void *self;
    Worker worker;
    Request request;
    uint64_t asked; /* counts requests: an answer to an older one is thrown away */
    bool is_asked, is_pending;
    void *done;
};

static void answer(Loader *loader, void *loaded, uint64_t asked)
{
    if (asked != loader->asked) {
        loader->job.drop(loaded);
        return;
    }
    loader->done = loaded;
    loader->is_pending = false;
    cnd_broadcast(&loader->worker.changed);
    if (loader->wake) loader->wake(loader->self);
}

static int run(void *argument)
{
    Loader *loader = argument;
    mtx_lock(&loader->worker.lock);
    while (!loader->worker.is_closing) {
        if (!loader->is_asked) {
            cnd_wait(&loader->worker.changed, &loader->worker.lock);
            continue;
        }
        Request request = loader->request;
        uint64_t asked = loader->asked;
        loader->is_asked = false;
        mtx_unlock(&loader->worker.lock);
        void *loaded = loader->job.load(loader->context, request.name, request.other);
        mtx_lock(&loader->worker.lock);
        answer(loader, loaded, asked);
    }
    mtx_unlock(&loader->worker.lock);
    return 0;
}

Loader *loader_open(const LoaderJob *job, void *context, void (*wake)(void *self), void *self)
{
    Loader *loader = calloc(1, sizeof *loader);
    if (!loader) err_fatal("out of memory");
    loader->job = *job;
    loader->context = context;
    loader->wake = wake;
    loader->self = self;
    worker_open(&loader->worker, run, loader);
    return loader;
}

void loader_close(Loader *loader)
{
    worker_close(&loader->worker);
    loader->job.drop(loader->done);
    free(loader);
}

static void copy_name(char *to, Str name)
{
    size_t size = name.size < MOST_NAME ? name.size : MOST_NAME - 1;
    if (size > 0) memcpy(to, name.data, size);
    to[size] = '\0';
}

/* With the lock held. */
static void start_anew(Loader *loader, bool is_asked)
{
    loader->asked++;
    loader->is_asked = loader->is_pending = is_asked;
    loader->job.drop(loader->done);
    loader->done = NULL;
    if (is_asked) worker_rouse(&loader->worker);
}

void loader_ask(Loader *loader, Str name, Str other)
{
    mtx_lock(&loader->worker.lock);
    copy_name(loader->request.name, name);
    copy_name(loader->request.other, other);
    start_anew(loader, true);
    mtx_unlock(&loader->worker.lock);
}

void loader_forget(Loader *loader)
{
    mtx_lock(&loader->worker.lock);
    start_anew(loader, false);
    mtx_unlock(&loader->worker.lock);
}

void *loader_take(Loader *loader)
{
    mtx_lock(&loader->worker.lock);
    void *done = loader->done;
    loader->done = NULL;
    mtx_unlock(&loader->worker.lock);
    return done;
}

void *loader_wait(Loader *loader)
{
    mtx_lock(&loader->worker.lock);
    while (loader->is_pending) cnd_wait(&loader->worker.changed, &loader->worker.lock);
    void *done = loader->done;
    loader->done = NULL;
    mtx_unlock(&loader->worker.lock);
    return done;
}
