/* The cards of a practice round, each once, while they are gathered. */
#ifndef MATCHWICK_APP_PRACTICE_H
#define MATCHWICK_APP_PRACTICE_H

#include "deck/deck.h"
#include "play/setup.h"

#define PRACTICE_CARDS 6 /* filled up to these */

typedef struct {
    uint32_t cards[SETUP_MAX_PAIRS];
    uint32_t count;
} Practice;

/* Passed over where it is no card, is in already, or there is no room. */
void practice_add(Practice *practice, uint32_t card);
/* The same, but only up to PRACTICE_CARDS. */
void practice_fill(Practice *practice, uint32_t card);
/* In deck order: rounds don't depend on the order in which cards were gathered. */
void practice_sort(Practice *practice);

#endif
