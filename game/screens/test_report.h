/* What came of a test: the grade, by kind and by tag, each question with what was given and what is right. */
#ifndef MATCHWICK_SCREENS_TEST_REPORT_H
#define MATCHWICK_SCREENS_TEST_REPORT_H

#include "screens/screen.h"

extern const ScreenKind test_report_screen;

#endif
