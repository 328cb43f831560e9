/* A deck as a file of another program: the format with what it is for and what it cannot hold, which cards,
   and where the file goes. */
#ifndef MATCHWICK_SCREENS_EXPORT_SCREEN_H
#define MATCHWICK_SCREENS_EXPORT_SCREEN_H

#include "screens/screen.h"

extern const ScreenKind export_screen;

#endif
