/* The cards of a deck file; for this folder's own files. */
#ifndef MATCHWICK_DECK_DECK_READ_CARDS_H
#define MATCHWICK_DECK_DECK_READ_CARDS_H

#include "deck/deck_members.h"

/* Adds every card of the file that the source stands at to the builder, wrong ones with what is right in
   them, so that numbers stay those of the file. What is wrong is told to the source's report. */
void deck_read_cards(DeckSource *source, DeckBuilder *builder);

#endif
