/* The first screen: play at once, or go where one wants to. */
#ifndef MATCHWICK_SCREENS_TITLE_H
#define MATCHWICK_SCREENS_TITLE_H

#include "screens/screen.h"

extern const ScreenKind title_screen;

#endif
