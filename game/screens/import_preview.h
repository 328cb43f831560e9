/* What comes of a file before anything is written: what it was taken for, the cards, what is left out. */
#ifndef MATCHWICK_SCREENS_IMPORT_PREVIEW_H
#define MATCHWICK_SCREENS_IMPORT_PREVIEW_H

#include "screens/screen.h"

extern const ScreenKind import_preview_screen;

#endif
