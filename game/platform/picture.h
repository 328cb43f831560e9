/* A picture in memory: 32 bits a pixel, 0xAARRGGBB, straight (not premultiplied) alpha, as SDL's ARGB8888.
   A `Picture` is a view: whoever made the pixels owns them. Nothing here writes outside of the view. */
#ifndef MATCHWICK_PLATFORM_PICTURE_H
#define MATCHWICK_PLATFORM_PICTURE_H

#include <stdint.h>

#include "ui/geom.h"

typedef struct {
    uint32_t *pixels;
    int width, height;
    int stride; /* pixels from one row to the next */
} Picture;

static inline uint32_t *picture_row(Picture picture, int y)
{
    return picture.pixels + (int64_t)y * picture.stride;
}

static inline uint32_t picture_pack(Color c)
{
    return (uint32_t)c.a << 24 | (uint32_t)c.r << 16 | (uint32_t)c.g << 8 | (uint32_t)c.b;
}

static inline Color picture_unpack(uint32_t argb)
{
    return (Color){(uint8_t)(argb >> 16), (uint8_t)(argb >> 8), (uint8_t)argb, (uint8_t)(argb >> 24)};
}

/* `rgb` with `alpha` (0-255) over `under`; the top byte of `rgb` is ignored. */
uint32_t picture_over_translucent(uint32_t under, uint32_t rgb, uint32_t alpha);

static inline uint32_t picture_over(uint32_t under, uint32_t rgb, uint32_t alpha)
{
    if (alpha == 0) return under;
    if (alpha == 255) return rgb | 0xFF000000u;
    return picture_over_translucent(under, rgb, alpha);
}

/* One colour over `count` pixels of a row. */
void picture_fill(uint32_t *row, int count, uint32_t argb);
/* Sets every pixel to transparent black. */
void picture_clear(Picture picture);
/* Leaves the colours and sets every alpha to 255. */
void picture_make_opaque(Picture picture);
/* The part of `picture` inside x, y, w, h, cut to what is there. */
Picture picture_part(Picture picture, int x, int y, int width, int height);
/* `from` over `to`, its top left corner at x, y. */
void picture_blend(Picture to, int x, int y, Picture from);
/* The same, faded by `alpha` (0-255), on a `to` that is opaque whatever its top byte says. */
void picture_blend_faded(Picture to, int x, int y, Picture from, uint32_t alpha);

#endif
