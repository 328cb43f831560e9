/* Learn: the ladder of the group at the left, the card that is asked, options or a field for the answer, how
   it was graded. Between groups what was done. Reads model.learn, asks for inputs of study/learn.h. */
#ifndef MATCHWICK_SCREENS_LEARN_H
#define MATCHWICK_SCREENS_LEARN_H

#include "screens/screen.h"

extern const ScreenKind learn_screen;

#endif
