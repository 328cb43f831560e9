/* Easings: t from 0 to 1 gives 0 to 1 (the back ones leave that range on the way). */
#ifndef MATCHWICK_UI_EASING_H
#define MATCHWICK_UI_EASING_H

typedef enum {
    EASE_LINEAR,
    EASE_CUBIC_OUT,
    EASE_CUBIC_IN,
    EASE_BACK_OUT, /* overshoot 1.4 */
    EASE_BACK_IN,
    EASE_SINE_IN,
    EASE_SINE_OUT,
    EASE_SINE, /* in and out */
    EASE_QUAD_IN,
    EASE_QUAD_OUT,
    EASE_COUNT
} Easing;

/* `t` outside 0 .. 1 is clamped; exactly 0 at 0 and 1 at 1. */
float ease(Easing easing, float t);
/* The mismatch shake: 8 sin(6 pi t)(1 - t) units; 0 at both ends. */
float ease_shake(float t);

#endif
