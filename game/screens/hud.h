/* Parts of a round's head that match and rush share: a figure under its label, the score that counts up, the
   streak's ring. The head is 96 high at every text size; its figures stop growing at 125 %. Nothing in it is
   a control. */
#ifndef MATCHWICK_SCREENS_HUD_H
#define MATCHWICK_SCREENS_HUD_H

#include "screens/model.h"
#include "ui/layout.h"
#include "ui/ui.h"

#define HUD_HEIGHT        96.0f
#define HUD_LARGE_PERCENT 200 /* from here on the head shows the least */

/* The head's strip over the content, from the window's top. */
Rect hud_area(const LayoutPage *page);
bool hud_is_least(const Ui *ui);

typedef struct {
    UiId id;
    Str label, value;
    Str unit;      /* small, after the value; may be empty */
    TextSize size; /* of the value */
    bool is_right; /* stands at the box's right end */
} HudStat;

/* Returns the width used. */
float hud_stat_put(Ui *ui, Rect box, const HudStat *stat);
/* The score on its way up to what it is. */
int64_t hud_score(Ui *ui, const RoundLook *look, int64_t score);

typedef struct {
    uint32_t streak;
    int segments, filled; /* of the ring: steps to the next multiplier */
    Str multiplier;       /* "×3", "+60%" */
    bool is_small;        /* the multiplier is a long text */
} HudStreak;

/* Ring and words at the area's right end; returns the width used. */
float hud_streak_put(Ui *ui, Rect area, const RoundLook *look, const HudStreak *streak);

#endif
