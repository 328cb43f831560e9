/* What a test shall be like, the one that waits, and those handed in before. */
#ifndef MATCHWICK_SCREENS_TEST_SETUP_H
#define MATCHWICK_SCREENS_TEST_SETUP_H

#include "screens/screen.h"

extern const ScreenKind test_setup_screen;

#endif
