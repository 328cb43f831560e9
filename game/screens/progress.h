/* What has been learned so far, of one deck or over all: a calendar of reviews, mastery over time, the
   hardest cards, what is mixed up; on a second page answers a day, response times, and how well recall was
   predicted. */
#ifndef MATCHWICK_SCREENS_PROGRESS_H
#define MATCHWICK_SCREENS_PROGRESS_H

#include "screens/screen.h"

extern const ScreenKind progress_screen;

#endif
