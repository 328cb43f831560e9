/* How large a text can be printed on a card, reckoned without a font: characters by the cells they take in a
   terminal, half an em each. */
#ifndef MATCHWICK_FORMATS_SHEET_FIT_H
#define MATCHWICK_FORMATS_SHEET_FIT_H

#include "base/str.h"

#define SHEET_STEPS 7

/* Sizes in half points, the largest first. */
extern const int sheet_half_points[SHEET_STEPS];

typedef struct {
    int width_um, height_um;
} SheetBox;

/* The largest step at which all of it fits; SHEET_STEPS where it does at none. */
int sheet_fit(Str text, SheetBox box);
/* As much of it as fits at the smallest step, whole characters. */
Str sheet_shorten(Str text, SheetBox box);

#endif
