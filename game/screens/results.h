/* What came of a round: figure and rank, the local top 8, the missed cards; again, practise, leaderboard. */
#ifndef MATCHWICK_SCREENS_RESULTS_H
#define MATCHWICK_SCREENS_RESULTS_H

#include "screens/screen.h"

extern const ScreenKind results_screen;

#endif
