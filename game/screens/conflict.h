/* A deck that is being changed beside what another program made of its file meanwhile: for each card that
   differs the player says which of the two is kept, and then saves. */
#ifndef MATCHWICK_SCREENS_CONFLICT_H
#define MATCHWICK_SCREENS_CONFLICT_H

#include "screens/screen.h"

extern const ScreenKind conflict_screen;

#endif
