/* How to play: the rules in short, with pictures. */
#ifndef MATCHWICK_SCREENS_HELP_H
#define MATCHWICK_SCREENS_HELP_H

#include "screens/screen.h"

extern const ScreenKind help_screen;

#endif
