/* The variants of match or of rush on the current deck: what each asks, why one cannot be played, the best
   runs, and the options. The argument is the mode's name. */
#ifndef MATCHWICK_SCREENS_VARIANTS_H
#define MATCHWICK_SCREENS_VARIANTS_H

#include "screens/screen.h"

extern const ScreenKind variants_screen;

#endif
