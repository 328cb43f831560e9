/* A picture turned and scaled over an opaque one, with smooth edges: SDL's software renderer takes many times
   as long, and its edges are jagged. */
#ifndef MATCHWICK_PLATFORM_TURN_H
#define MATCHWICK_PLATFORM_TURN_H

#include "platform/pixels.h"

typedef struct {
    Box place;       /* where the picture would be if it were not turned */
    Vec pivot;       /* of turning, from the corner of `place` */
    float angle_deg; /* clockwise */
    uint32_t alpha;  /* 0-255 */
} Turn;

/* Changes no pixel of `to` outside of `part`; `to` is opaque whatever its top byte says. */
void turn_blend(Picture to, Box part, Picture from, const Turn *turn);

#endif
