/* A rounded rectangle as a signed distance: how much of a pixel it covers. Pixels are unit squares, x, y of a
   pixel its top left corner. */
#ifndef MATCHWICK_PLATFORM_ROUND_H
#define MATCHWICK_PLATFORM_ROUND_H

#include <math.h>

#include "ui/geom.h"

typedef struct {
    float left, top, right, bottom;
    float radius;
} Round;

static inline Round round_make(Rect rect, float radius)
{
    float most = smaller_of(rect.w, rect.h) / 2;
    return (Round){rect.x, rect.y, rect.x + rect.w, rect.y + rect.h, larger_of(0, smaller_of(radius, most))};
}

static inline Round round_inset(Round r, float by)
{
    return (Round){r.left + by, r.top + by, r.right - by, r.bottom - by, larger_of(0, r.radius - by)};
}

static inline bool round_is_empty(Round r)
{
    return r.right <= r.left || r.bottom <= r.top;
}

/* 0 to 1, from the distance of the pixel's middle to the outline: exact on straight edges. */
static inline float round_cover(Round r, int x, int y)
{
    if (round_is_empty(r)) return 0;
    float half_w = (r.right - r.left) / 2, half_h = (r.bottom - r.top) / 2;
    float qx = fabsf((float)x + 0.5f - r.left - half_w) - half_w + r.radius;
    float qy = fabsf((float)y + 0.5f - r.top - half_h) - half_h + r.radius;
    float outside = qx > 0 && qy > 0 ? sqrtf(qx * qx + qy * qy) : larger_of(qx, qy);
    return smaller_of(1, larger_of(0, 0.5f + r.radius - outside));
}

typedef struct {
    int from, to;
} Span;

/* The pixels of row y that may be covered at all, perhaps one too many at each end; from = to where there is
   none. */
static inline Span round_touched_span(Round r, int y)
{
    float middle = (float)y + 0.5f, reach = r.radius + 0.5f, inset = -0.5f;
    float in_corner = larger_of(r.top + r.radius - middle, middle - r.bottom + r.radius);
    if (in_corner >= reach) return (Span){0, 0};
    if (in_corner > 0) inset = r.radius - sqrtf(reach * reach - in_corner * in_corner);
    return (Span){(int)floorf(r.left + inset - 0.5f), (int)ceilf(r.right - inset + 0.5f)};
}

/* The pixels of row y that are covered whole; from = to where there is none. */
static inline Span round_full_span(Round r, int y)
{
    float middle = (float)y + 0.5f;
    if (middle < r.top + 0.5f || middle > r.bottom - 0.5f) return (Span){0, 0};
    float in_corner = larger_of(r.top + r.radius - middle, middle - r.bottom + r.radius);
    float inset = 0.5f;
    if (in_corner > 0) {
        float reach = r.radius - 0.5f;
        if (in_corner >= reach) return (Span){0, 0};
        inset = r.radius - sqrtf(reach * reach - in_corner * in_corner);
    }
    Span span = {(int)ceilf(r.left + inset - 0.5f), (int)floorf(r.right - inset + 0.5f)};
    return span.from < span.to ? span : (Span){0, 0};
}

#endif
