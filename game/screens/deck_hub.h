/* The hub of one deck: its tags, what can be played with them and how well it went, the options of a round.
 */
#ifndef MATCHWICK_SCREENS_DECK_HUB_H
#define MATCHWICK_SCREENS_DECK_HUB_H

#include "screens/screen.h"

extern const ScreenKind deck_hub_screen;

#endif
