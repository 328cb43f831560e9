/* The screen of Spaced: the card that is asked, its answer, four grades with the time until it comes back,
   and what the model expects of the memory of it; when nothing is left, what comes next. */
#ifndef MATCHWICK_SCREENS_SPACED_H
#define MATCHWICK_SCREENS_SPACED_H

#include "screens/screen.h"

extern const ScreenKind spaced_screen;

#endif
