/* The rush: head, time, prompt, options; hidden while it waits for Go or is paused. Reads the round from the
   model, asks for answers with the time of the press itself. */
#ifndef MATCHWICK_SCREENS_RUSH_H
#define MATCHWICK_SCREENS_RUSH_H

#include "screens/screen.h"

extern const ScreenKind rush_screen;

#endif
