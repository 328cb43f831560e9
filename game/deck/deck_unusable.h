/* Cards that no variant can use. For this folder and the editor. */
#ifndef MATCHWICK_DECK_DECK_UNUSABLE_H
#define MATCHWICK_DECK_DECK_UNUSABLE_H

#include "deck/deck_numbers.h"

/* Cards that clash with every other card of the deck, so that nothing can be asked beside them,
   and have no distractors of their own. Writes at most `max` of them, in order, and returns how many. */
uint32_t deck_find_unusable(const DeckNumbers *numbers, uint32_t *out, uint32_t max);

#endif
