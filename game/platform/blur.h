/* A blurred rounded rectangle, for shadows and glows: what a Gaussian of `sigma` pixels makes of it, computed
   rather than filtered, so a shadow costs about as much as its pixels. */
#ifndef MATCHWICK_PLATFORM_BLUR_H
#define MATCHWICK_PLATFORM_BLUR_H

#include "base/arena.h"
#include "platform/picture.h"
#include "platform/round.h"

/* How far the blur reaches, in sigmas: beyond it less than 1/255 of any colour is left. */
#define BLUR_REACH 3.0f

/* What casts the shadow stands in front of it: where that is opaque nothing needs painting, where it is
 * translucent nothing may shine through. */
typedef struct {
    Round shape;
    bool is_opaque;
} BlurHole;

void blur_round(Picture to, Round shape, float sigma, Color color, BlurHole hole, Arena *scratch);

#endif
