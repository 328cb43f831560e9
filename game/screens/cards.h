/* Turning over the cards of a deck, one after the other (study/cards.h): nothing is asked, nothing graded. */
#ifndef MATCHWICK_SCREENS_CARDS_H
#define MATCHWICK_SCREENS_CARDS_H

#include "screens/screen.h"

extern const ScreenKind cards_screen;

#endif
