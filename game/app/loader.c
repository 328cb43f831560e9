#include "app/loader.h"

#include <stdlib.h>
#include <string.h>
#include <threads.h>

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
    thrd_t thread;
    mtx_t lock;
    cnd_t changed;
    Request request;
    uint64_t asked; /* counts requests: an answer to an older one is thrown away */
    bool is_asked, is_pending, is_closing;
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
    cnd_broadcast(&loader->changed);
    if (loader->wake) loader->wake(loader->self);
}

static int run(void *argument)
{
    Loader *loader = argument;
    mtx_lock(&loader->lock);
    while (!loader->is_closing) {
        if (!loader->is_asked) {
            cnd_wait(&loader->changed, &loader->lock);
            continue;
        }
        Request request = loader->request;
        uint64_t asked = loader->asked;
        loader->is_asked = false;
        mtx_unlock(&loader->lock);
        void *loaded = loader->job.load(loader->context, request.name, request.other);
        mtx_lock(&loader->lock);
        answer(loader, loaded, asked);
    }
    mtx_unlock(&loader->lock);
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
    mtx_init(&loader->lock, mtx_plain);
    cnd_init(&loader->changed);
    if (thrd_create(&loader->thread, run, loader) != thrd_success) err_fatal("cannot start a thread");
    return loader;
}

void loader_close(Loader *loader)
{
    mtx_lock(&loader->lock);
    loader->is_closing = true;
    cnd_broadcast(&loader->changed);
    mtx_unlock(&loader->lock);
    thrd_join(loader->thread, NULL);
    loader->job.drop(loader->done);
    cnd_destroy(&loader->changed);
    mtx_destroy(&loader->lock);
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
    cnd_broadcast(&loader->changed);
}

void loader_ask(Loader *loader, Str name, Str other)
{
    mtx_lock(&loader->lock);
    copy_name(loader->request.name, name);
    copy_name(loader->request.other, other);
    start_anew(loader, true);
    mtx_unlock(&loader->lock);
}

void loader_forget(Loader *loader)
{
    mtx_lock(&loader->lock);
    start_anew(loader, false);
    mtx_unlock(&loader->lock);
}

void *loader_take(Loader *loader)
{
    mtx_lock(&loader->lock);
    void *done = loader->done;
    loader->done = NULL;
    mtx_unlock(&loader->lock);
    return done;
}

void *loader_wait(Loader *loader)
{
    mtx_lock(&loader->lock);
    while (loader->is_pending) cnd_wait(&loader->changed, &loader->lock);
    void *done = loader->done;
    loader->done = NULL;
    mtx_unlock(&loader->lock);
    return done;
}
