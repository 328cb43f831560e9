/* Every command with its key and pad button, and how to change them. */
#ifndef MATCHWICK_SCREENS_BINDINGS_SCREEN_H
#define MATCHWICK_SCREENS_BINDINGS_SCREEN_H

#include "screens/screen.h"

extern const ScreenKind bindings_screen;

#endif
