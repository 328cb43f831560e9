/* The match: head, board, reader strip; hidden while it waits for Go or is paused. Reads the round from the
   model, asks for picks with the time of the press itself. */
#ifndef MATCHWICK_SCREENS_MATCH_H
#define MATCHWICK_SCREENS_MATCH_H

#include "screens/screen.h"

extern const ScreenKind match_screen;

#endif
