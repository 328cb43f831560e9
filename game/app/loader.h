/* Reads decks and makes their play index on a thread of its own, so that no frame waits for a deck of 100,000
 * cards. */
#ifndef MATCHWICK_APP_LOADER_H
#define MATCHWICK_APP_LOADER_H

#include "deck/shelf.h"
#include "play/play_index.h"

typedef struct Loader Loader;

typedef struct {
    Arena arena; /* of the index */
    Deck *deck;  /* NULL: it could not be read, see err */
    const PlayIndex *index;
    Err err;
} LoadedDeck;

/* `wake` is called from the thread when a deck is ready. */
Loader *loader_open(Shelf *shelf, void (*wake)(void *self), void *self);
void loader_close(Loader *loader);
/* By id, title or path. What was asked before and is not done is forgotten. */
void loader_ask(Loader *loader, Str name);
/* The deck asked last once it is there, else NULL. The caller owns it. */
LoadedDeck *loader_take(Loader *loader);
/* Waits for it. */
LoadedDeck *loader_wait(Loader *loader);
void loaded_deck_free(LoadedDeck *deck); /* NULL is allowed */

#endif
