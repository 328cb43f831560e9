/* Arcs, lines and polygons. */
#include "platform/painter.h"

#include <math.h>
#include <string.h>

static const float PI = 3.14159265f;

typedef struct {
    int left, top, right, bottom;
} Box;

static Box box_around(Picture to, Rect r)
{
    Box box = {(int)larger_of(0, floorf(r.x)), (int)larger_of(0, floorf(r.y)),
               (int)smaller_of((float)to.width, ceilf(r.x + r.w)),
               (int)smaller_of((float)to.height, ceilf(r.y + r.h))};
    if (box.right < box.left) box.right = box.left;
    if (box.bottom < box.top) box.bottom = box.top;
    return box;
}

static uint32_t cover_alpha(float cover, Color color)
{
    return (uint32_t)(smaller_of(1, larger_of(0, cover)) * (float)color.a + 0.5f);
}

/* An arc turned so that its middle points along +y: then it is symmetric about x = 0. */
typedef struct {
    Vec center, axis;
    float radius, half_width;
    float end_sin, end_cos; /* of half the sweep */
    bool is_ring, has_round_ends;
} ArcField;

static ArcField arc_field(const DrawArc *arc)
{
    float from = arc->from_deg, sweep = arc->sweep_deg;
    if (sweep < 0) {
        from += sweep;
        sweep = -sweep;
    }
    float middle = (from + sweep / 2) * PI / 180, half = smaller_of(sweep, 360) / 2 * PI / 180;
    return (ArcField){.center = arc->center,
                      .axis = {sinf(middle), -cosf(middle)},
                      .radius = arc->radius,
                      .half_width = arc->width / 2,
                      .end_sin = sinf(half),
                      .end_cos = cosf(half),
                      .is_ring = sweep >= 360,
                      .has_round_ends = arc->has_round_ends};
}

static float arc_distance(const ArcField *f, float x, float y)
{
    float dx = x - f->center.x, dy = y - f->center.y;
    float ring = fabsf(sqrtf(dx * dx + dy * dy) - f->radius) - f->half_width;
    if (f->is_ring) return ring;
    float along = dx * f->axis.x + dy * f->axis.y, across = fabsf(dx * f->axis.y - dy * f->axis.x);
    float past_end = across * f->end_cos - along * f->end_sin;
    if (!f->has_round_ends) return larger_of(ring, past_end);
    if (past_end <= 0) return ring;
    float ex = across - f->radius * f->end_sin, ey = along - f->radius * f->end_cos;
    return sqrtf(ex * ex + ey * ey) - f->half_width;
}

/* Half the chord of a circle at the height `dy` over its middle. */
static float half_chord(float radius, float dy)
{
    return radius > fabsf(dy) ? sqrtf(radius * radius - dy * dy) : 0;
}

static void paint_arc_span(uint32_t *row, const ArcField *f, Color color, int y, Box span)
{
    uint32_t rgb = picture_pack(color);
    for (int x = span.left; x < span.right; x++) {
        float distance = arc_distance(f, (float)x + 0.5f, (float)y + 0.5f);
        row[x] = picture_over(row[x], rgb, cover_alpha(0.5f - distance, color));
    }
}

/* Of a row only the two parts between the outer circle and the inner one can be touched. */
static void paint_arc_row(uint32_t *row, const ArcField *f, Color color, int y, Box box)
{
    float dy = (float)y + 0.5f - f->center.y;
    float outer = half_chord(f->radius + f->half_width + 1, dy) + 1;
    float inner = larger_of(0, half_chord(f->radius - f->half_width - 1, dy) - 1);
    Box left = box, right = box;
    left.left = (int)larger_of((float)box.left, f->center.x - outer);
    left.right = (int)smaller_of((float)box.right, f->center.x - inner);
    right.left = (int)larger_of(larger_of((float)box.left, (float)left.right), f->center.x + inner);
    right.right = (int)smaller_of((float)box.right, f->center.x + outer + 1);
    paint_arc_span(row, f, color, y, left);
    paint_arc_span(row, f, color, y, right);
}

void painter_arc(Picture to, const DrawArc *arc)
{
    if (arc->width <= 0 || arc->color.a == 0 || fabsf(arc->sweep_deg) < 1e-3f) return;
    ArcField field = arc_field(arc);
    float reach = arc->radius + arc->width / 2 + 1;
    Box box = box_around(to, (Rect){arc->center.x - reach, arc->center.y - reach, 2 * reach, 2 * reach});
    for (int y = box.top; y < box.bottom; y++) paint_arc_row(picture_row(to, y), &field, arc->color, y, box);
}

static float capsule_distance(Vec a, Vec b, float x, float y)
{
    float px = x - a.x, py = y - a.y, bx = b.x - a.x, by = b.y - a.y;
    float length2 = bx * bx + by * by;
    float t = length2 > 0 ? smaller_of(1, larger_of(0, (px * bx + py * by) / length2)) : 0;
    float dx = px - bx * t, dy = py - by * t;
    return sqrtf(dx * dx + dy * dy);
}

static Rect segment_bounds(Vec a, Vec b, float reach)
{
    return (Rect){smaller_of(a.x, b.x) - reach, smaller_of(a.y, b.y) - reach, fabsf(a.x - b.x) + 2 * reach,
                  fabsf(a.y - b.y) + 2 * reach};
}

/* A segment's own bounds may round to a pixel more than those of the whole line. */
static Box box_within(Box box, Box whole)
{
    return (Box){box.left > whole.left ? box.left : whole.left, box.top > whole.top ? box.top : whole.top,
                 box.right < whole.right ? box.right : whole.right,
                 box.bottom < whole.bottom ? box.bottom : whole.bottom};
}

/* Joins keep one thickness: of two segments over a pixel the one that covers it more counts. */
static void cover_segment(Picture to, Box whole, uint8_t *cover, const DrawLine *line, int index)
{
    Vec a = line->points[index], b = line->points[index + 1 < line->count ? index + 1 : index];
    Box box = box_within(box_around(to, segment_bounds(a, b, line->width / 2 + 1)), whole);
    /* A line thinner than a pixel is a pixel wide and paler. */
    float half = larger_of(line->width, 1) / 2, strength = smaller_of(line->width, 1) * 255;
    for (int y = box.top; y < box.bottom; y++) {
        uint8_t *row = cover + (ptrdiff_t)(y - whole.top) * (whole.right - whole.left) - whole.left;
        for (int x = box.left; x < box.right; x++) {
            float d = capsule_distance(a, b, (float)x + 0.5f, (float)y + 0.5f) - half;
            uint8_t value = (uint8_t)(smaller_of(1, larger_of(0, 0.5f - d)) * strength + 0.5f);
            if (value > row[x]) row[x] = value;
        }
    }
}

static Rect points_bounds(const Vec *points, int count, float reach)
{
    Rect all = segment_bounds(points[0], points[0], reach);
    for (int i = 1; i < count; i++) all = rect_join(all, segment_bounds(points[i], points[i], reach));
    return all;
}

static void blend_cover(Picture to, Box box, const uint8_t *cover, Color color)
{
    uint32_t rgb = picture_pack(color);
    for (int y = box.top; y < box.bottom; y++) {
        const uint8_t *in = cover + (ptrdiff_t)(y - box.top) * (box.right - box.left);
        uint32_t *out = picture_row(to, y) + box.left;
        for (int x = 0; x < box.right - box.left; x++)
            if (in[x]) out[x] = picture_over(out[x], rgb, (in[x] * (uint32_t)color.a + 127) / 255);
    }
}

static size_t box_area(Box box)
{
    return (size_t)(box.right - box.left) * (size_t)(box.bottom - box.top);
}

void painter_line(Picture to, const DrawLine *line, Arena *scratch)
{
    if (line->count <= 0 || line->width <= 0 || line->color.a == 0) return;
    Box box = box_around(to, points_bounds(line->points, line->count, line->width / 2 + 1));
    if (box_area(box) == 0) return;
    uint8_t *cover = ARENA_NEW_N(scratch, uint8_t, box_area(box));
    int segments = line->count > 1 ? line->count - 1 : 1;
    for (int i = 0; i < segments; i++) cover_segment(to, box, cover, line, i);
    blend_cover(to, box, cover, line->color);
}

enum { SUBROWS = 8 };

/* Where the outline crosses the height y, sorted. */
static int find_crossings(const DrawPolygon *polygon, float y, float *at)
{
    int count = 0;
    for (int i = 0; i < polygon->count; i++) {
        Vec a = polygon->points[i], b = polygon->points[(i + 1) % polygon->count];
        if ((a.y <= y) == (b.y <= y)) continue;
        float x = a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x);
        int place = count++;
        for (; place > 0 && at[place - 1] > x; place--) at[place] = at[place - 1];
        at[place] = x;
    }
    return count;
}

/* Adds to each pixel how much of it lies between two crossings. */
static void add_span(float *sums, Box box, float from, float to)
{
    from = larger_of(from, (float)box.left);
    to = smaller_of(to, (float)box.right);
    for (int x = (int)floorf(from); (float)x < to; x++)
        sums[x - box.left] += smaller_of(to, (float)x + 1) - larger_of(from, (float)x);
}

void painter_polygon(Picture to, const DrawPolygon *polygon, Arena *scratch)
{
    if (polygon->count < 3 || polygon->color.a == 0) return;
    Box box = box_around(to, points_bounds(polygon->points, polygon->count, 1));
    if (box_area(box) == 0) return;
    size_t width = (size_t)(box.right - box.left);
    uint8_t *cover = ARENA_NEW_N(scratch, uint8_t, box_area(box));
    float *sums = ARENA_NEW_N(scratch, float, width);
    float *crossings = ARENA_NEW_N(scratch, float, (size_t)polygon->count);
    for (int y = box.top; y < box.bottom; y++) {
        memset(sums, 0, width * sizeof *sums);
        for (int s = 0; s < SUBROWS; s++) {
            int count = find_crossings(polygon, (float)y + ((float)s + 0.5f) / SUBROWS, crossings);
            for (int i = 0; i + 1 < count; i += 2) add_span(sums, box, crossings[i], crossings[i + 1]);
        }
        uint8_t *row = cover + (size_t)(y - box.top) * width;
        for (size_t x = 0; x < width; x++) row[x] = (uint8_t)(smaller_of(1, sums[x] / SUBROWS) * 255 + 0.5f);
    }
    blend_cover(to, box, cover, polygon->color);
}
