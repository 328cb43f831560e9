/* The editor of a deck: its cards at the left, searched and marked, and the form of one of them at the right.
   Large text shows the two as pages. */
#ifndef MATCHWICK_SCREENS_EDITOR_H
#define MATCHWICK_SCREENS_EDITOR_H

#include "screens/screen.h"

extern const ScreenKind editor_screen;

#endif
