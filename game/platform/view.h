/* The layout unit of a window: one rule in one place for every platform. */
#ifndef MATCHWICK_PLATFORM_VIEW_H
#define MATCHWICK_PLATFORM_VIEW_H

#include "ui/platform.h"

#define VIEW_FRAME_MS 16 /* 60 pictures a second, where the display sets no pace of its own */

/* min(width / 1280, height / 720), snapped down to a quarter above 1; canvas and safe area (2.5 % off each
   side) from it. Without full screen. */
ViewSize view_make(int width_px, int height_px);

#endif
