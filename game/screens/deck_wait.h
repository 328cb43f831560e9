/* What stands in place of a deck's screens while the deck is read, cannot be read, or none is chosen. */
#ifndef MATCHWICK_SCREENS_DECK_WAIT_H
#define MATCHWICK_SCREENS_DECK_WAIT_H

#include "screens/screen.h"

/* The words, and where no deck is chosen the way to the library. */
Intent deck_wait_put(Ui *ui, const Model *model, Rect area);

#endif
