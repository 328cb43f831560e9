/* Settings: how the game looks, plays and sounds, and its keys. */
#ifndef MATCHWICK_SCREENS_SETTINGS_SCREEN_H
#define MATCHWICK_SCREENS_SETTINGS_SCREEN_H

#include "screens/screen.h"

extern const ScreenKind settings_screen;

#endif
