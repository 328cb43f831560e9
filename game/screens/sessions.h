/* The table of study sessions of the current deck, with the whole screen to itself. */
#ifndef MATCHWICK_SCREENS_SESSIONS_H
#define MATCHWICK_SCREENS_SESSIONS_H

#include "screens/screen.h"

extern const ScreenKind sessions_screen;

#endif
