/* The pictures of the title: the town of cards under its moon, and the logo. */
#ifndef MATCHWICK_SCREENS_TITLE_SCENE_H
#define MATCHWICK_SCREENS_TITLE_SCENE_H

#include "ui/ui.h"

/* The town stands on a line near the canvas's foot, from `left` to its right side. */
void title_scene_draw(Ui *ui, float left);
/* Where the logo's cards came from: two of each, fading, behind them. */
void title_logo_draw_outlines(Ui *ui, Vec at, float scale);
/* The two cards that meet; left top at `at`, 660 x 260. `start_ms`: when they slide in. */
void title_logo_draw(Ui *ui, Vec at, float scale, int64_t start_ms);

#endif
