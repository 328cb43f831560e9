/* The icons as data, for icons.c alone: parts in a 24 x 24 box. */
#ifndef MATCHWICK_UI_ICON_PARTS_H
#define MATCHWICK_UI_ICON_PARTS_H

#include "ui/icons.h"

typedef enum {
    PART_END,
    PART_LINE, /* x, y of `count` points */
    PART_FILL, /* likewise, a filled polygon */
    PART_ARC,  /* cx, cy, radius, from, sweep (degrees, 0 above, clockwise) */
    PART_DISC, /* cx, cy, radius */
    PART_BOX,  /* x, y, w, h, radius: outline */
    PART_SLAB  /* x, y, w, h, radius: filled */
} PartKind;

enum { PART_POINTS_MAX = 10, ICON_PARTS_MAX = 9 };

typedef struct {
    PartKind kind;
    bool is_second; /* in the second colour */
    int count;
    float v[2 * PART_POINTS_MAX];
} IconPart;

/* Ends with PART_END or at ICON_PARTS_MAX. */
extern const IconPart icon_parts[ICON_COUNT][ICON_PARTS_MAX];

#endif
