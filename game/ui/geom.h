/* Places, sizes and colours. Lengths are layout units: the canvas is at least 1280 x 720 of them (at 16:9)
   and the platform multiplies by `scale` pixels a unit. x grows right, y grows down. */
#ifndef MATCHWICK_UI_GEOM_H
#define MATCHWICK_UI_GEOM_H

#include <stdbool.h>
#include <stdint.h>

typedef struct {
    float x, y;
} Vec;

typedef struct {
    float x, y, w, h;
} Rect;

typedef struct {
    uint8_t r, g, b, a; /* straight alpha */
} Color;

/* fminf and fmaxf mind what is not a number, so compilers call them: for each pixel of a rim that shows. */
static inline float smaller_of(float a, float b)
{
    return a < b ? a : b;
}

static inline float larger_of(float a, float b)
{
    return a > b ? a : b;
}

static inline Rect rect_inset(Rect r, float by)
{
    return (Rect){r.x + by, r.y + by, r.w - 2 * by, r.h - 2 * by};
}
static inline Rect rect_move(Rect r, float dx, float dy)
{
    return (Rect){r.x + dx, r.y + dy, r.w, r.h};
}
static inline Vec rect_center(Rect r)
{
    return (Vec){r.x + r.w / 2, r.y + r.h / 2};
}
static inline bool rect_has(Rect r, Vec p)
{
    return p.x >= r.x && p.x < r.x + r.w && p.y >= r.y && p.y < r.y + r.h;
}
static inline bool rect_is_empty(Rect r)
{
    return r.w <= 0 || r.h <= 0;
}
Rect rect_join(Rect a, Rect b);      /* the smallest that holds both; an empty one counts for nothing */
Rect rect_intersect(Rect a, Rect b); /* w = h = 0 where they don't meet */
static inline Color color_fade(Color c, float alpha)
{
    return (Color){c.r, c.g, c.b, (uint8_t)((float)c.a * alpha + 0.5f)};
}
Color color_mix(Color a, Color b, float t);

#endif
