#include "platform/picture.h"

#include <string.h>

/* x / 255, rounded, for two 16-bit lanes at once. */
static inline uint32_t divide_lanes(uint32_t lanes)
{
    lanes += 0x00800080u;
    return ((lanes + ((lanes >> 8) & 0x00FF00FFu)) >> 8) & 0x00FF00FFu;
}

static inline uint32_t over_opaque(uint32_t under, uint32_t rgb, uint32_t alpha)
{
    uint32_t rest = 255 - alpha;
    uint32_t rb = divide_lanes((rgb & 0x00FF00FFu) * alpha + (under & 0x00FF00FFu) * rest);
    uint32_t g = divide_lanes((rgb >> 8 & 0xFFu) * alpha + (under >> 8 & 0xFFu) * rest);
    return 0xFF000000u | rb | (g & 0xFFu) << 8;
}

/* `scaled_rb`, `scaled_g`: the colour's lanes times its alpha. */
static inline uint32_t over_opaque_scaled(uint32_t under, uint32_t scaled_rb, uint32_t scaled_g,
                                          uint32_t rest)
{
    uint32_t rb = divide_lanes(scaled_rb + (under & 0x00FF00FFu) * rest);
    uint32_t g = divide_lanes(scaled_g + (under >> 8 & 0xFFu) * rest);
    return 0xFF000000u | rb | (g & 0xFFu) << 8;
}

static uint32_t mix_channel(uint32_t under, uint32_t over, uint32_t under_weight, uint32_t over_weight)
{
    uint32_t whole = under_weight + over_weight;
    return (under * under_weight + over * over_weight + whole / 2) / whole;
}

uint32_t picture_over_translucent(uint32_t under, uint32_t rgb, uint32_t alpha)
{
    uint32_t under_alpha = under >> 24;
    if (under_alpha == 255) return over_opaque(under, rgb, alpha);
    if (under_alpha == 0) return alpha << 24 | (rgb & 0x00FFFFFFu);
    uint32_t over_weight = alpha * 255;
    uint32_t under_weight = under_alpha * (255 - alpha);
    uint32_t out_alpha = (over_weight + under_weight + 127) / 255;
    uint32_t r = mix_channel(under >> 16 & 0xFF, rgb >> 16 & 0xFF, under_weight, over_weight);
    uint32_t g = mix_channel(under >> 8 & 0xFF, rgb >> 8 & 0xFF, under_weight, over_weight);
    uint32_t b = mix_channel(under & 0xFF, rgb & 0xFF, under_weight, over_weight);
    return out_alpha << 24 | r << 16 | g << 8 | b;
}

void picture_fill(uint32_t *row, int count, uint32_t argb)
{
    uint32_t alpha = argb >> 24, rest = 255 - alpha;
    uint32_t scaled_rb = (argb & 0x00FF00FFu) * alpha, scaled_g = (argb >> 8 & 0xFFu) * alpha;
    for (int i = 0; i < count; i++) {
        if (row[i] >= 0xFF000000u)
            row[i] = over_opaque_scaled(row[i], scaled_rb, scaled_g, rest);
        else
            row[i] = picture_over(row[i], argb, alpha);
    }
}

void picture_clear(Picture picture)
{
    for (int y = 0; y < picture.height; y++)
        memset(picture_row(picture, y), 0, (size_t)picture.width * sizeof(uint32_t));
}

void picture_make_opaque(Picture picture)
{
    for (int y = 0; y < picture.height; y++) {
        uint32_t *row = picture_row(picture, y);
        for (int x = 0; x < picture.width; x++) row[x] |= 0xFF000000u;
    }
}

static int clamp_int(int value, int low, int high)
{
    return value < low ? low : value > high ? high : value;
}

Picture picture_part(Picture picture, int x, int y, int width, int height)
{
    int left = clamp_int(x, 0, picture.width), right = clamp_int(x + width, left, picture.width);
    int top = clamp_int(y, 0, picture.height), bottom = clamp_int(y + height, top, picture.height);
    uint32_t *first = picture.pixels + (int64_t)top * picture.stride + left;
    return (Picture){first, right - left, bottom - top, picture.stride};
}

void picture_blend(Picture to, int x, int y, Picture from)
{
    Picture target = picture_part(to, x, y, from.width, from.height);
    int skip_x = x < 0 ? -x : 0, skip_y = y < 0 ? -y : 0;
    for (int row = 0; row < target.height; row++) {
        uint32_t *out = picture_row(target, row);
        const uint32_t *in = picture_row(from, row + skip_y) + skip_x;
        for (int i = 0; i < target.width; i++) out[i] = picture_over(out[i], in[i], in[i] >> 24);
    }
}

void picture_blend_faded(Picture to, int x, int y, Picture from, uint32_t alpha)
{
    Picture target = picture_part(to, x, y, from.width, from.height);
    int skip_x = x < 0 ? -x : 0, skip_y = y < 0 ? -y : 0;
    for (int row = 0; row < target.height; row++) {
        uint32_t *out = picture_row(target, row);
        const uint32_t *in = picture_row(from, row + skip_y) + skip_x;
        for (int i = 0; i < target.width; i++) {
            uint32_t faded = (in[i] >> 24) * alpha;
            if (faded != 0) out[i] = over_opaque(out[i], in[i], (faded + 127) / 255);
        }
    }
}
