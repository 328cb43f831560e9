/* The bin: decks that were deleted in the last 30 days, to be put back or deleted for good. */
#ifndef MATCHWICK_SCREENS_BIN_H
#define MATCHWICK_SCREENS_BIN_H

#include "screens/screen.h"

extern const ScreenKind bin_screen;

#endif
