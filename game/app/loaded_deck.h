/* A deck with its play index, as a loader's job. */
#ifndef MATCHWICK_APP_LOADED_DECK_H
#define MATCHWICK_APP_LOADED_DECK_H

#include "app/loader.h"
#include "deck/shelf.h"
#include "play/play_index.h"

typedef struct {
    Arena arena; /* of the index */
    Deck *deck;  /* NULL: it could not be read, see err */
    const PlayIndex *index;
    Err err;
} LoadedDeck;

/* The context is the shelf, the name a deck's id, title or path. */
extern const LoaderJob loaded_deck_job;
void loaded_deck_free(LoadedDeck *deck); /* NULL is allowed */

#endif
