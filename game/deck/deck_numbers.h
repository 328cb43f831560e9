/* Texts of a deck as numbers: equal for texts that are the same to a reader (NFKC case folding, white-space
   folding). For this folder and the editor. */
#ifndef MATCHWICK_DECK_DECK_NUMBERS_H
#define MATCHWICK_DECK_DECK_NUMBERS_H

#include "deck/deck.h"

typedef struct {
    uint32_t cards;
    uint32_t count;         /* of different texts */
    uint32_t *terms;        /* by card */
    uint32_t *wordings;     /* of all cards, one behind the other, each beginning with its definition */
    uint32_t *first;        /* where a card's wordings begin; one more than cards, to end the last */
    uint32_t wording_count; /* of all cards */
    bool *has_distractors;  /* by card: of its own */
} DeckNumbers;

DeckNumbers deck_numbers_make(const Deck *deck, Arena *arena);

#endif
