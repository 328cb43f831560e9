#include "platform/turn.h"

#include <math.h>

/* Places in the picture are counted in 1/65536 pixel. */
#define ONE 65536

typedef struct {
    int32_t x, y;           /* of the row's first pixel in the picture, less half a pixel */
    int32_t step_x, step_y; /* from one pixel of a row to the next */
} Walk;

/* Back from the screen to the picture: turned the other way about the pivot, then scaled. */
static Walk walk_of(const Turn *turn, Picture from, int screen_x, int screen_y)
{
    float angle = turn->angle_deg * 3.14159265f / 180, c = cosf(angle), s = sinf(angle);
    float scale_x = (float)from.width / (float)turn->place.w;
    float scale_y = (float)from.height / (float)turn->place.h;
    float x = (float)(screen_x - turn->place.x) + 0.5f - turn->pivot.x;
    float y = (float)(screen_y - turn->place.y) + 0.5f - turn->pivot.y;
    float in_x = (c * x + s * y + turn->pivot.x) * scale_x - 0.5f;
    float in_y = (c * y - s * x + turn->pivot.y) * scale_y - 0.5f;
    return (Walk){(int32_t)lrintf(in_x * ONE), (int32_t)lrintf(in_y * ONE),
                  (int32_t)lrintf(c * scale_x * ONE), (int32_t)lrintf(-s * scale_y * ONE)};
}

static uint32_t pixel_at(Picture from, int x, int y)
{
    if (x < 0 || y < 0 || x >= from.width || y >= from.height) return 0;
    return picture_row(from, y)[x];
}

static uint32_t channel(const uint32_t *taps, const uint32_t *weights, uint32_t total, int shift)
{
    uint32_t sum = 0;
    for (int i = 0; i < 4; i++) sum += (taps[i] >> shift & 0xFF) * weights[i];
    return (sum + total / 2) / total;
}

/* Red and blue at once: their sums of up to 255 * 256 don't meet. */
static uint32_t mix_opaque(const uint32_t *taps, const uint32_t *near)
{
    uint32_t rb = 0x00800080u, g = 0x00008000u;
    for (int i = 0; i < 4; i++) {
        rb += (taps[i] & 0x00FF00FFu) * near[i];
        g += (taps[i] & 0x0000FF00u) * near[i];
    }
    return 0xFF000000u | (rb >> 8 & 0x00FF00FFu) | (g >> 8 & 0x0000FF00u);
}

/* Between four pixels, each counting by its alpha too, so that what is transparent has no colour. Alphas and
   weights come to at most 255 * 256, and times a colour still fit 32 bits. */
static uint32_t mix(const uint32_t *taps, uint32_t right, uint32_t low)
{
    uint32_t near[4] = {(16 - right) * (16 - low), right * (16 - low), (16 - right) * low, right * low};
    if ((taps[0] & taps[1] & taps[2] & taps[3]) >= 0xFF000000u) return mix_opaque(taps, near);
    uint32_t weights[4], total = 0;
    for (int i = 0; i < 4; i++) {
        weights[i] = near[i] * (taps[i] >> 24);
        total += weights[i];
    }
    if (total < 128) return 0;
    return (total + 128) / 256 << 24 | channel(taps, weights, total, 16) << 16 |
           channel(taps, weights, total, 8) << 8 | channel(taps, weights, total, 0);
}

static uint32_t sample(Picture from, int32_t at_x, int32_t at_y)
{
    int x = at_x >> 16, y = at_y >> 16;
    if (x < -1 || y < -1 || x >= from.width || y >= from.height) return 0;
    uint32_t taps[4];
    if (x >= 0 && y >= 0 && x + 1 < from.width && y + 1 < from.height) {
        const uint32_t *row = picture_row(from, y) + x;
        taps[0] = row[0], taps[1] = row[1], taps[2] = row[from.stride], taps[3] = row[from.stride + 1];
    } else {
        for (int i = 0; i < 4; i++) taps[i] = pixel_at(from, x + (i & 1), y + (i >> 1));
    }
    if (taps[0] == taps[1] && taps[0] == taps[2] && taps[0] == taps[3]) return taps[0];
    return mix(taps, (uint32_t)at_x >> 12 & 15, (uint32_t)at_y >> 12 & 15);
}

void turn_blend(Picture to, Box part, Picture from, const Turn *turn)
{
    Box inside = box_intersect(part, (Box){0, 0, to.width, to.height});
    if (turn->place.w <= 0 || turn->place.h <= 0) return;
    for (int y = inside.y; y < inside.y + inside.h; y++) {
        uint32_t *row = picture_row(to, y);
        Walk walk = walk_of(turn, from, inside.x, y);
        for (int x = inside.x; x < inside.x + inside.w; x++, walk.x += walk.step_x, walk.y += walk.step_y) {
            uint32_t argb = sample(from, walk.x, walk.y);
            uint32_t alpha = ((argb >> 24) * turn->alpha + 127) / 255;
            if (alpha != 0) row[x] = picture_over(row[x] | 0xFF000000u, argb, alpha);
        }
    }
}
