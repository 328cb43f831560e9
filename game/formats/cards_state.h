/* Where a player is in the cards of a deck, as the text that the store keeps. */
#ifndef MATCHWICK_FORMATS_CARDS_STATE_H
#define MATCHWICK_FORMATS_CARDS_STATE_H

#include "study/cards.h"

Str cards_state_write(const CardsPlace *place, const Deck *deck, Arena *arena);
/* Whatever is not there or not good, a card that has gone, is as by default. */
CardsPlace cards_state_read(Str text, const Deck *deck);

#endif
