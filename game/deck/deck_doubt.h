/* What is doubtful about a deck that was read without an error. For this folder's own files. */
#ifndef MATCHWICK_DECK_DECK_DOUBT_H
#define MATCHWICK_DECK_DECK_DOUBT_H

#include "deck/deck_report.h"

/* Warns of two cards with one term and one definition, of texts that are too long for a tile, and of cards
   that no variant can use. `doc` is what the deck was read from. */
void deck_doubt(const Deck *deck, const JsonDoc *doc, DeckReport *report);

#endif
