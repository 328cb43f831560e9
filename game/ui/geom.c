#include "ui/geom.h"

static float min2(float a, float b)
{
    return a < b ? a : b;
}

static float max2(float a, float b)
{
    return a > b ? a : b;
}

Rect rect_join(Rect a, Rect b)
{
    if (rect_is_empty(a)) return b;
    if (rect_is_empty(b)) return a;
    float x = min2(a.x, b.x), y = min2(a.y, b.y);
    return (Rect){x, y, max2(a.x + a.w, b.x + b.w) - x, max2(a.y + a.h, b.y + b.h) - y};
}

Rect rect_intersect(Rect a, Rect b)
{
    float x = max2(a.x, b.x), y = max2(a.y, b.y);
    float w = min2(a.x + a.w, b.x + b.w) - x, h = min2(a.y + a.h, b.y + b.h) - y;
    if (w <= 0 || h <= 0) return (Rect){x, y, 0, 0};
    return (Rect){x, y, w, h};
}

static uint8_t mix_channel(uint8_t a, uint8_t b, float t)
{
    return (uint8_t)((float)a + ((float)b - (float)a) * t + 0.5f);
}

Color color_mix(Color a, Color b, float t)
{
    if (t <= 0) return a;
    if (t >= 1) return b;
    return (Color){mix_channel(a.r, b.r, t), mix_channel(a.g, b.g, t), mix_channel(a.b, b.b, t),
                   mix_channel(a.a, b.a, t)};
}
