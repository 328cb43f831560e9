/* What a deck's `accept` texts are for: decks give them for their terms or for their definitions. */
#ifndef MATCHWICK_STUDY_TYPED_ACCEPT_H
#define MATCHWICK_STUDY_TYPED_ACCEPT_H

#include "base/arena.h"
#include "deck/deck.h"
#include "play/trigram.h"

/* The side whose texts they look like. False: it cannot be told, and they serve both. */
bool typed_accept_side(Arena *arena, const Deck *deck, Side *side);

#endif
