/* Moving the focus by place. Pure: rectangles in, which comes next out.

   An arrow goes to the nearest spot in its direction, those in its beam first; where there is none it wraps
   to the far end of its own row or column. Some layouts would leave a spot that no arrow leads to, or none
   leads away from: there the cheapest spare arrow is bent, so from every spot every other can be reached. */
#ifndef MATCHWICK_UI_FOCUS_H
#define MATCHWICK_UI_FOCUS_H

#include "base/arena.h"
#include "ui/geom.h"

typedef enum { FOCUS_UP, FOCUS_DOWN, FOCUS_LEFT, FOCUS_RIGHT, FOCUS_WAYS } FocusWay;

typedef struct {
    int to[FOCUS_WAYS];       /* index of a spot; its own where the arrow leads nowhere */
    bool is_wrap[FOCUS_WAYS]; /* to the other end: not for a held key */
} FocusLinks;

typedef struct {
    Rect rect;
    bool takes_x, takes_y; /* keeps these arrows for itself; not both */
} FocusSpot;

/* Links of all spots, in the arena. */
const FocusLinks *focus_links(const FocusSpot *spots, int count, Arena *arena);
/* Index of the spot nearest to a place; -1 if there is none. */
int focus_nearest(const FocusSpot *spots, int count, Rect place);

#endif
