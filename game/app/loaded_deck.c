#include "app/loaded_deck.h"

#include <stdlib.h>

static void *load(void *context, const char *name, const char *other)
{
    (void)other;
    LoadedDeck *loaded = calloc(1, sizeof *loaded);
    if (!loaded) err_fatal("out of memory");
    arena_init(&loaded->arena, 1 << 20);
    loaded->deck = shelf_find(context, str_of(name), &loaded->err);
    if (loaded->deck) loaded->index = play_index_make(&loaded->arena, loaded->deck);
    return loaded;
}

void loaded_deck_free(LoadedDeck *deck)
{
    if (!deck) return;
    deck_release(deck->deck);
    arena_deinit(&deck->arena);
    free(deck);
}

static void drop(void *loaded)
{
    loaded_deck_free(loaded);
}

const LoaderJob loaded_deck_job = {load, drop};
