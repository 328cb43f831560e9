#include "app/loader.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <threads.h>

struct Loader {
    Shelf *shelf;
    void (*wake)(void *self);
    void *self;
    thrd_t thread;
    mtx_t lock;
    cnd_t changed;
    char name[1024]; /* asked and not yet begun; empty: none */
    uint64_t asked;  /* counts requests: an answer to an older one is thrown away */
    bool is_asked, is_pending, is_closing;
    LoadedDeck *done;
};

static LoadedDeck *load(Shelf *shelf, const char *name)
{
    LoadedDeck *loaded = calloc(1, sizeof *loaded);
    if (!loaded) err_fatal("out of memory");
    arena_init(&loaded->arena, 1 << 20);
    loaded->deck = shelf_find(shelf, str_of(name), &loaded->err);
    if (loaded->deck) loaded->index = play_index_make(&loaded->arena, loaded->deck);
    return loaded;
}

static void answer(Loader *loader, LoadedDeck *loaded, uint64_t asked)
{
    if (asked != loader->asked) {
        loaded_deck_free(loaded);
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
        char name[sizeof loader->name];
        memcpy(name, loader->name, sizeof name);
        uint64_t asked = loader->asked;
        loader->is_asked = false;
        mtx_unlock(&loader->lock);
        LoadedDeck *loaded = load(loader->shelf, name);
        mtx_lock(&loader->lock);
        answer(loader, loaded, asked);
    }
    mtx_unlock(&loader->lock);
    return 0;
}

Loader *loader_open(Shelf *shelf, void (*wake)(void *self), void *self)
{
    Loader *loader = calloc(1, sizeof *loader);
    if (!loader) err_fatal("out of memory");
    loader->shelf = shelf;
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
    loaded_deck_free(loader->done);
    cnd_destroy(&loader->changed);
    mtx_destroy(&loader->lock);
    free(loader);
}

void loader_ask(Loader *loader, Str name)
{
    mtx_lock(&loader->lock);
    size_t size = name.size < sizeof loader->name ? name.size : sizeof loader->name - 1;
    memcpy(loader->name, name.data, size);
    loader->name[size] = '\0';
    loader->asked++;
    loader->is_asked = loader->is_pending = true;
    loaded_deck_free(loader->done);
    loader->done = NULL;
    cnd_broadcast(&loader->changed);
    mtx_unlock(&loader->lock);
}

LoadedDeck *loader_take(Loader *loader)
{
    mtx_lock(&loader->lock);
    LoadedDeck *done = loader->done;
    loader->done = NULL;
    mtx_unlock(&loader->lock);
    return done;
}

LoadedDeck *loader_wait(Loader *loader)
{
    mtx_lock(&loader->lock);
    while (loader->is_pending) cnd_wait(&loader->changed, &loader->lock);
    LoadedDeck *done = loader->done;
    loader->done = NULL;
    mtx_unlock(&loader->lock);
    return done;
}

void loaded_deck_free(LoadedDeck *deck)
{
    if (!deck) return;
    deck_release(deck->deck);
    arena_deinit(&deck->arena);
    free(deck);
}
