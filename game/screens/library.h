/* The shelf of decks: filter, order, what is in each, and how to bring one's own. */
#ifndef MATCHWICK_SCREENS_LIBRARY_H
#define MATCHWICK_SCREENS_LIBRARY_H

#include "screens/screen.h"

extern const ScreenKind library_screen;

#endif
