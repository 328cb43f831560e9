/* Reads what a frame must not wait for on a thread of its own: a deck of 100,000 cards with its play index,
   or the draft of one. What is read and how is the job; the loader only keeps the order: what was asked
   before and is not done is forgotten. */
#ifndef MATCHWICK_APP_LOADER_H
#define MATCHWICK_APP_LOADER_H

#include "base/str.h"

typedef struct Loader Loader;

typedef struct {
    /* On the loader's thread. Never NULL. */
    void *(*load)(void *context, const char *name, const char *other);
    void (*drop)(void *loaded); /* NULL is allowed */
} LoaderJob;

/* `wake` is called from the thread when something is ready. */
Loader *loader_open(const LoaderJob *job, void *context, void (*wake)(void *self), void *self);
void loader_close(Loader *loader);
void loader_ask(Loader *loader, Str name, Str other);
/* What was asked before is not wanted any more. */
void loader_forget(Loader *loader);
/* What was asked last once it is there, else NULL. The caller owns it. */
void *loader_take(Loader *loader);
/* Waits for it. */
void *loader_wait(Loader *loader);

#endif
