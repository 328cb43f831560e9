/* What lies over a hidden round: the countdown before Go and the pause. Both for match and rush. */
#ifndef MATCHWICK_SCREENS_PAUSE_H
#define MATCHWICK_SCREENS_PAUSE_H

#include "screens/model.h"
#include "ui/ui.h"

/* Only in LIVE_WAITING. Any key, button or press begins at once; Back leaves. */
Intent pause_countdown_put(Ui *ui, const CurrentRound *round);
/* Only in LIVE_PAUSED: go on, restart, give up, and what the pause costs. */
Intent pause_put(Ui *ui, const CurrentRound *round);
/* Commands of a running round that mean the same in both modes: pause, restart, give up. */
Intent pause_commands(Ui *ui, const CurrentRound *round);

#endif
