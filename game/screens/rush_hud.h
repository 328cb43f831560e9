/* The head of a rush: score, which question, what became of those before, lives, streak; and the time left.
 */
#ifndef MATCHWICK_SCREENS_RUSH_HUD_H
#define MATCHWICK_SCREENS_RUSH_HUD_H

#include "screens/model.h"
#include "ui/layout.h"
#include "ui/ui.h"

#define RUSH_HUD_BOTTOM 136.0f /* the question begins here or below: head and time bar */

/* Wakes the screen while time runs. */
void rush_hud_put(Ui *ui, const CurrentRound *round, const LayoutPage *page);

#endif
