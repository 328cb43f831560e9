/* Damage: which parts of the screen differ between two frames, as a short list of boxes that hold every
   difference. */
#ifndef MATCHWICK_PLATFORM_DAMAGE_H
#define MATCHWICK_PLATFORM_DAMAGE_H

#include "platform/frame.h"

enum { DAMAGE_MAX_BOXES = 8 };

typedef struct {
    Box boxes[DAMAGE_MAX_BOXES];
    int count; /* 0: the frames look the same */
} Damage;

void damage_add(Damage *damage, Box box);
/* Items are compared in order: what was added, left out, changed or drawn in another order is damaged. */
Damage damage_between(const Frame *before, const Frame *now);
/* Widens the damage until every scaled or turned item of the frame is in one box whole or not at all: SDL
   rounds a part of such a picture otherwise than the whole, which would show as a seam. */
void damage_widen(Damage *damage, const Frame *frame);
int64_t damage_area(const Damage *damage);

#endif
