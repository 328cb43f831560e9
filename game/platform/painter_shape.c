/* Rounded rectangles: shadow, glow, edge, fill and border, in this order. */
#include <math.h>

#include "platform/blur.h"
#include "platform/painter.h"
#include "platform/round.h"

enum { DITHER = 8 };

/* Ordered dither (Bayer, 8 x 8): a gradient of a few steps over hundreds of rows shows no bands. */
static const uint8_t BAYER[DITHER][DITHER] = {
    {0, 32, 8, 40, 2, 34, 10, 42},    {48, 16, 56, 24, 50, 18, 58, 26}, {12, 44, 4, 36, 14, 46, 6, 38},
    {60, 28, 52, 20, 62, 30, 54, 22}, {3, 35, 11, 43, 1, 33, 9, 41},    {51, 19, 59, 27, 49, 17, 57, 25},
    {15, 47, 7, 39, 13, 45, 5, 37},   {63, 31, 55, 23, 61, 29, 53, 21}};

typedef struct {
    Picture to;
    Round outer, inner; /* inner: without the border */
    Color fill_top, fill_bottom, border;
    bool has_border;
    const Round *hole;     /* nothing is painted inside it; NULL: none */
    uint32_t fill[DITHER]; /* of the row being painted, by column */
} Brush;

static bool is_same(Color a, Color b)
{
    return picture_pack(a) == picture_pack(b);
}

static uint8_t mix_dithered(uint8_t from, uint8_t to, float t, float dither)
{
    float value = (float)from + ((float)to - (float)from) * t + dither;
    return (uint8_t)smaller_of(255, larger_of(0, floorf(value)));
}

static void mix_row(Brush *b, int y)
{
    float t = ((float)y + 0.5f - b->outer.top) / (b->outer.bottom - b->outer.top);
    t = smaller_of(1, larger_of(0, t));
    bool is_plain = is_same(b->fill_top, b->fill_bottom);
    for (int i = 0; i < DITHER; i++) {
        float d = ((float)BAYER[y & (DITHER - 1)][i] + 0.5f) / 64;
        Color mixed = {mix_dithered(b->fill_top.r, b->fill_bottom.r, t, d),
                       mix_dithered(b->fill_top.g, b->fill_bottom.g, t, d),
                       mix_dithered(b->fill_top.b, b->fill_bottom.b, t, d),
                       mix_dithered(b->fill_top.a, b->fill_bottom.a, t, d)};
        b->fill[i] = picture_pack(is_plain ? b->fill_top : mixed);
    }
}

/* One channel of a rim pixel, premultiplied: fill shows through `inside`, border over fill through `rim`. */
static float rim_channel(float fill, float border, float border_alpha, float inside, float rim)
{
    return fill * inside + (border + fill * (1 - border_alpha)) * rim;
}

static void paint_rim_pixel(const Brush *b, uint32_t *pixel, int x, int y)
{
    float cover = round_cover(b->outer, x, y);
    if (b->hole) cover *= 1 - round_cover(*b->hole, x, y);
    if (cover <= 0) return;
    float inside = b->has_border ? smaller_of(cover, round_cover(b->inner, x, y)) : cover;
    float rim = cover - inside;
    Color fill = picture_unpack(b->fill[x & (DITHER - 1)]);
    float fa = (float)fill.a / 255, ba = (float)b->border.a / 255;
    float alpha = rim_channel(fa, ba, ba, inside, rim);
    if (alpha <= 0) return;
    float r = rim_channel((float)fill.r * fa, (float)b->border.r * ba, ba, inside, rim) / alpha;
    float g = rim_channel((float)fill.g * fa, (float)b->border.g * ba, ba, inside, rim) / alpha;
    float blue = rim_channel((float)fill.b * fa, (float)b->border.b * ba, ba, inside, rim) / alpha;
    Color mixed = {(uint8_t)(r + 0.5f), (uint8_t)(g + 0.5f), (uint8_t)(blue + 0.5f), 255};
    *pixel = picture_over(*pixel, picture_pack(mixed), (uint32_t)(alpha * 255 + 0.5f));
}

static void paint_opaque_span(const Brush *b, uint32_t *row, Span span)
{
    for (int x = span.from; x < span.to; x++) row[x] = b->fill[x & (DITHER - 1)];
}

static void paint_full_span(const Brush *b, uint32_t *row, Span span)
{
    if (b->fill_top.a == 255 && b->fill_bottom.a == 255) {
        paint_opaque_span(b, row, span);
    } else if (is_same(b->fill_top, b->fill_bottom)) {
        picture_fill(row + span.from, span.to - span.from, b->fill[0]);
    } else {
        for (int x = span.from; x < span.to; x++) {
            uint32_t color = b->fill[x & (DITHER - 1)];
            row[x] = picture_over(row[x], color, color >> 24);
        }
    }
}

static void paint_row(Brush *b, int y)
{
    Span touched = round_touched_span(b->outer, y);
    int from = touched.from < 0 ? 0 : touched.from;
    int to = touched.to > b->to.width ? b->to.width : touched.to;
    if (from >= to) return;
    Span full = b->hole ? (Span){0, 0} : round_full_span(b->has_border ? b->inner : b->outer, y);
    full.from = full.from < from ? from : full.from;
    full.to = full.to > to ? to : full.to;
    if (full.from >= full.to) full = (Span){to, to};
    mix_row(b, y);
    uint32_t *row = picture_row(b->to, y);
    for (int x = from; x < full.from; x++) paint_rim_pixel(b, row + x, x, y);
    paint_full_span(b, row, full);
    for (int x = full.to; x < to; x++) paint_rim_pixel(b, row + x, x, y);
}

static void paint_rows(Brush *b, float first)
{
    int from = (int)larger_of(0, floorf(first));
    int to = (int)smaller_of((float)b->to.height, ceilf(b->outer.bottom));
    for (int y = from; y < to; y++) paint_row(b, y);
}

static bool is_opaque(const DrawShape *s)
{
    return s->fill_top.a == 255 && s->fill_bottom.a == 255;
}

static void paint_edge(Picture to, const DrawShape *s, Round body)
{
    Round below = {body.left, body.top + s->edge, body.right, body.bottom + s->edge, body.radius};
    Brush b = {.to = to, .outer = below, .fill_top = s->edge_color, .fill_bottom = s->edge_color};
    if (!is_opaque(s)) b.hole = &body;
    paint_rows(&b, is_opaque(s) ? larger_of(below.top, body.bottom - body.radius - 1) : below.top);
}

static void paint_body(Picture to, const DrawShape *s, Round body)
{
    bool has_border = s->border > 0 && s->border_color.a > 0;
    Brush b = {.to = to,
               .outer = body,
               .inner = round_inset(body, s->border),
               .fill_top = s->fill_top,
               .fill_bottom = s->fill_bottom,
               .border = s->border_color,
               .has_border = has_border};
    if (has_border || s->fill_top.a > 0 || s->fill_bottom.a > 0) paint_rows(&b, body.top);
}

/* As in CSS, the standard deviation is half the blur. */
static void paint_halo(Picture to, const DrawShape *s, Round body, Arena *scratch)
{
    BlurHole hole = {body, is_opaque(s)};
    if (s->shadow_blur > 0) {
        Round shadow = body;
        shadow.top += s->shadow_y;
        shadow.bottom += s->shadow_y;
        blur_round(to, shadow, s->shadow_blur / 2, s->shadow_color, hole, scratch);
    }
    if (s->glow_blur > 0) blur_round(to, body, s->glow_blur / 2, s->glow_color, hole, scratch);
}

void painter_shape(Picture to, const DrawShape *shape, Arena *scratch)
{
    Round body = round_make(shape->rect, shape->radius);
    if (round_is_empty(body)) return;
    paint_halo(to, shape, body, scratch);
    if (shape->edge > 0 && shape->edge_color.a > 0) paint_edge(to, shape, body);
    paint_body(to, shape, body);
}
