#include "ui/easing.h"

#include <math.h>

static const float PI = 3.14159265f;
static const float OVERSHOOT = 1.4f;

static float back_in(float t)
{
    return t * t * ((OVERSHOOT + 1) * t - OVERSHOOT);
}

static float cubed(float t)
{
    return t * t * t;
}

float ease(Easing easing, float t)
{
    if (!(t > 0)) return 0;
    if (t >= 1) return 1;
    switch (easing) {
    case EASE_CUBIC_OUT: return 1 - cubed(1 - t);
    case EASE_CUBIC_IN: return cubed(t);
    case EASE_BACK_OUT: return 1 - back_in(1 - t);
    case EASE_BACK_IN: return back_in(t);
    case EASE_SINE_IN: return 1 - cosf(t * PI / 2);
    case EASE_SINE_OUT: return sinf(t * PI / 2);
    case EASE_SINE: return (1 - cosf(t * PI)) / 2;
    case EASE_QUAD_IN: return t * t;
    case EASE_QUAD_OUT: return 1 - (1 - t) * (1 - t);
    case EASE_LINEAR:
    case EASE_COUNT: break;
    }
    return t;
}

float ease_shake(float t)
{
    if (!(t > 0) || t >= 1) return 0;
    return 8 * sinf(6 * PI * t) * (1 - t);
}
