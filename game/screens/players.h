/* The players of this machine: pick, add, change, paste a class, remove. */
#ifndef MATCHWICK_SCREENS_PLAYERS_H
#define MATCHWICK_SCREENS_PLAYERS_H

#include "screens/screen.h"

extern const ScreenKind players_screen;

#endif
