/* A test while it is answered: one question at a time (a whole block of matching), with an overview of all.
 */
#ifndef MATCHWICK_SCREENS_TEST_PAPER_H
#define MATCHWICK_SCREENS_TEST_PAPER_H

#include "screens/screen.h"

extern const ScreenKind test_paper_screen;

#endif
