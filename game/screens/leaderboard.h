/* The best runs: by deck, mode, variant, setup and period. */
#ifndef MATCHWICK_SCREENS_LEADERBOARD_H
#define MATCHWICK_SCREENS_LEADERBOARD_H

#include "screens/screen.h"

extern const ScreenKind leaderboard_screen;

#endif
