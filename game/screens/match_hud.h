/* The head of a match: score, pairs left, timer, best run, streak. */
#ifndef MATCHWICK_SCREENS_MATCH_HUD_H
#define MATCHWICK_SCREENS_MATCH_HUD_H

#include "screens/model.h"
#include "ui/layout.h"
#include "ui/ui.h"

#define MATCH_HUD_BOTTOM 128.0f /* the board begins here: head and track */

/* With the track below it. Wakes the screen for the timer's next tenth. */
void match_hud_put(Ui *ui, const CurrentRound *round, const LayoutPage *page);

#endif
