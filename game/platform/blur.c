#include "platform/blur.h"

#include <math.h>

/* The shape is cut into rows: one for each pixel of the corners' height (top and bottom are mirror images and
   share a row) and one for the straight middle. A row blurred along x is a difference of two error functions,
   and so is its weight along y; the sum of the products is the blurred shape. By symmetry a quarter is
   enough, and past the reach of a corner nothing changes any more. */
typedef struct {
    Round shape;
    float scale; /* 1 / (sigma * sqrt 2) */
    int margin;
    int rows, columns, lines; /* rows of the shape; size of the quarter, margin included */
    float *along_x;           /* rows x columns */
    float *cover;             /* lines x columns, 0 to 1 */
} Blur;

static float box(float at, float from, float to, float scale)
{
    return 0.5f * (erff((at - from) * scale) - erff((at - to) * scale));
}

static float row_inset(const Blur *b, int row)
{
    float radius = b->shape.radius;
    float up = radius - ((float)row + 0.5f);
    return row < b->rows - 1 && up > 0 ? radius - sqrtf(fmaxf(0, radius * radius - up * up)) : 0;
}

static void fill_rows(Blur *b)
{
    for (int row = 0; row < b->rows; row++) {
        float inset = row_inset(b, row);
        for (int i = 0; i < b->columns; i++) {
            float x = b->shape.left - (float)b->margin + (float)i + 0.5f;
            b->along_x[row * b->columns + i] =
                box(x, b->shape.left + inset, b->shape.right - inset, b->scale);
        }
    }
}

static float row_weight(const Blur *b, int row, float y)
{
    float top = b->shape.top, bottom = b->shape.bottom, at = (float)row;
    if (row == b->rows - 1) return box(y, top + at, bottom - at, b->scale);
    return box(y, top + at, top + at + 1, b->scale) + box(y, bottom - at - 1, bottom - at, b->scale);
}

static void fill_cover(Blur *b)
{
    for (int line = 0; line < b->lines; line++) {
        float y = b->shape.top - (float)b->margin + (float)line + 0.5f;
        float *out = b->cover + line * b->columns;
        for (int row = 0; row < b->rows; row++) {
            float weight = row_weight(b, row, y);
            const float *in = b->along_x + row * b->columns;
            for (int i = 0; i < b->columns; i++) out[i] += weight * in[i];
        }
    }
}

static int quarter_size(float length, float radius, float reach)
{
    return (int)ceilf(reach) + (int)ceilf(fminf(length / 2, radius + reach));
}

static Blur blur_make(Round shape, float sigma, Arena *scratch)
{
    float reach = BLUR_REACH * sigma;
    Blur b = {.shape = shape, .scale = 1 / (sigma * sqrtf(2)), .margin = (int)ceilf(reach)};
    float height = shape.bottom - shape.top;
    b.rows = (int)fminf(ceilf(shape.radius), floorf(height / 2)) + 1;
    b.columns = quarter_size(shape.right - shape.left, shape.radius, reach);
    b.lines = quarter_size(height, shape.radius, reach);
    b.along_x = ARENA_NEW_N(scratch, float, (size_t)b.rows *(size_t)b.columns);
    b.cover = ARENA_NEW_N(scratch, float, (size_t)b.lines *(size_t)b.columns);
    fill_rows(&b);
    fill_cover(&b);
    return b;
}

/* Index into the quarter for a pixel that lies `from_start` after the start and `from_end` before the end. */
static int mirror(int from_start, int from_end, int size)
{
    int nearer = from_start < from_end ? from_start : from_end;
    return nearer < 0 ? 0 : nearer < size ? nearer : size - 1;
}

static void paint_span(Picture to, const Blur *b, int y, Span span, Color color)
{
    int left = (int)floorf(b->shape.left) - b->margin, right = (int)ceilf(b->shape.right) + b->margin;
    int top = (int)floorf(b->shape.top) - b->margin, bottom = (int)ceilf(b->shape.bottom) + b->margin;
    const float *cover = b->cover + mirror(y - top, bottom - 1 - y, b->lines) * b->columns;
    uint32_t *out = picture_row(to, y), rgb = picture_pack(color);
    for (int x = span.from; x < span.to; x++) {
        float value = cover[mirror(x - left, right - 1 - x, b->columns)];
        out[x] = picture_over(out[x], rgb, (uint32_t)(value * (float)color.a + 0.5f));
    }
}

static void paint_span_around(Picture to, const Blur *b, int y, Span span, Color color, Round hole)
{
    for (int x = span.from; x < span.to; x++) {
        float open = 1 - round_cover(hole, x, y);
        Color faded = color_fade(color, open);
        if (faded.a > 0) paint_span(to, b, y, (Span){x, x + 1}, faded);
    }
}

static void paint_line(Picture to, const Blur *b, int y, Color color, BlurHole hole)
{
    Span all = {(int)fmaxf(0, floorf(b->shape.left) - (float)b->margin),
                (int)fminf((float)to.width, ceilf(b->shape.right) + (float)b->margin)};
    Span full = round_full_span(hole.shape, y);
    Span left = {all.from, full.from < full.to ? (int)fminf((float)all.to, (float)full.from) : all.to};
    Span right = {full.from < full.to ? (int)fmaxf((float)all.from, (float)full.to) : all.to, all.to};
    if (hole.is_opaque) {
        paint_span(to, b, y, left, color);
        paint_span(to, b, y, right, color);
    } else {
        paint_span_around(to, b, y, left, color, hole.shape);
        paint_span_around(to, b, y, right, color, hole.shape);
    }
}

void blur_round(Picture to, Round shape, float sigma, Color color, BlurHole hole, Arena *scratch)
{
    if (round_is_empty(shape) || sigma <= 0 || color.a == 0) return;
    Blur b = blur_make(shape, sigma, scratch);
    int from = (int)fmaxf(0, floorf(shape.top) - (float)b.margin);
    int to_y = (int)fminf((float)to.height, ceilf(shape.bottom) + (float)b.margin);
    for (int y = from; y < to_y; y++) paint_line(to, &b, y, color, hole);
}
