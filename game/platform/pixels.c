#include "platform/pixels.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "platform/painter.h"

static int min_int(int a, int b)
{
    return a < b ? a : b;
}

static int max_int(int a, int b)
{
    return a > b ? a : b;
}

Box box_join(Box a, Box b)
{
    if (box_is_empty(a)) return b;
    if (box_is_empty(b)) return a;
    int x = min_int(a.x, b.x), y = min_int(a.y, b.y);
    return (Box){x, y, max_int(a.x + a.w, b.x + b.w) - x, max_int(a.y + a.h, b.y + b.h) - y};
}

Box box_intersect(Box a, Box b)
{
    int x = max_int(a.x, b.x), y = max_int(a.y, b.y);
    Box both = {x, y, min_int(a.x + a.w, b.x + b.w) - x, min_int(a.y + a.h, b.y + b.h) - y};
    return box_is_empty(both) ? (Box){0} : both;
}

bool box_holds(Box outer, Box inner)
{
    return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w &&
           inner.y + inner.h <= outer.y + outer.h;
}

bool box_is_same(Box a, Box b)
{
    return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h;
}

Box box_around(Rect r)
{
    int x = (int)floorf(r.x), y = (int)floorf(r.y);
    return (Box){x, y, (int)ceilf(r.x + r.w) - x, (int)ceilf(r.y + r.h) - y};
}

Box box_of(Rect units, float scale)
{
    int x = (int)lroundf(units.x * scale), y = (int)lroundf(units.y * scale);
    return (Box){x, y, (int)lroundf((units.x + units.w) * scale) - x,
                 (int)lroundf((units.y + units.h) * scale) - y};
}

/* A length that must not vanish: at least a pixel, whole. */
static float visible(float units, float scale)
{
    return units > 0 ? fmaxf(1, roundf(units * scale)) : 0;
}

/* The size is rounded by itself: squares stay square and circles round wherever they stand. */
static Rect snap_rect(Rect r, float scale, Vec origin)
{
    return (Rect){roundf((r.x - origin.x) * scale), roundf((r.y - origin.y) * scale), visible(r.w, scale),
                  visible(r.h, scale)};
}

static Vec scale_point(Vec p, float scale, Vec origin)
{
    return (Vec){(p.x - origin.x) * scale, (p.y - origin.y) * scale};
}

static DrawShape scale_shape(DrawShape s, float scale, Vec origin)
{
    s.rect = snap_rect(s.rect, scale, origin);
    s.radius *= scale;
    s.border = visible(s.border, scale);
    s.edge = visible(s.edge, scale);
    s.shadow_y = roundf(s.shadow_y * scale);
    s.shadow_blur *= scale;
    s.glow_blur *= scale;
    return s;
}

static DrawArc scale_arc(DrawArc a, float scale, Vec origin)
{
    a.center = scale_point(a.center, scale, origin);
    a.radius *= scale;
    a.width *= scale;
    return a;
}

static const Vec *scale_points(const Vec *points, int count, float scale, Vec origin, Arena *arena)
{
    Vec *scaled = ARENA_NEW_N(arena, Vec, (size_t)count);
    for (int i = 0; i < count; i++) scaled[i] = scale_point(points[i], scale, origin);
    return scaled;
}

static DrawText scale_text(DrawText t, float scale, Vec origin)
{
    Vec at = scale_point(t.at, scale, origin);
    t.at = (Vec){roundf(at.x), roundf(at.y)};
    t.size = roundf(t.size * scale);
    t.width = ceilf(t.width * scale);
    return t;
}

DrawCommand pixels_of(const DrawCommand *command, float scale, Vec origin, Arena *arena)
{
    DrawCommand out = *command;
    switch (command->kind) {
    case DRAW_SHAPE: out.as.shape = scale_shape(command->as.shape, scale, origin); break;
    case DRAW_ARC: out.as.arc = scale_arc(command->as.arc, scale, origin); break;
    case DRAW_LINE:
        out.as.line.points =
            scale_points(command->as.line.points, command->as.line.count, scale, origin, arena);
        out.as.line.width *= scale;
        break;
    case DRAW_POLYGON:
        out.as.polygon.points =
            scale_points(command->as.polygon.points, command->as.polygon.count, scale, origin, arena);
        break;
    case DRAW_TEXT: out.as.text = scale_text(command->as.text, scale, origin); break;
    case DRAW_CLIP: out.as.clip = snap_rect(command->as.clip, scale, origin); break;
    case DRAW_LAYER:
    case DRAW_LAYER_END: assert(false && "layers have no pixels of their own");
    }
    return out;
}

static Vec move(Vec p, Vec by)
{
    return (Vec){p.x + by.x, p.y + by.y};
}

static const Vec *move_points(const Vec *points, int count, Vec by, Arena *arena)
{
    Vec *moved = ARENA_NEW_N(arena, Vec, (size_t)count);
    for (int i = 0; i < count; i++) moved[i] = move(points[i], by);
    return moved;
}

void pixels_move(DrawCommand *p, int dx, int dy, Arena *arena)
{
    Vec by = {(float)dx, (float)dy};
    switch (p->kind) {
    case DRAW_SHAPE: p->as.shape.rect = rect_move(p->as.shape.rect, by.x, by.y); break;
    case DRAW_ARC: p->as.arc.center = move(p->as.arc.center, by); break;
    case DRAW_LINE: p->as.line.points = move_points(p->as.line.points, p->as.line.count, by, arena); break;
    case DRAW_POLYGON:
        p->as.polygon.points = move_points(p->as.polygon.points, p->as.polygon.count, by, arena);
        break;
    case DRAW_TEXT: p->as.text.at = move(p->as.text.at, by); break;
    case DRAW_CLIP: p->as.clip = rect_move(p->as.clip, by.x, by.y); break;
    case DRAW_LAYER:
    case DRAW_LAYER_END: break;
    }
}

static Rect points_bounds(const Vec *points, int count, float reach)
{
    Rect all = {0, 0, 0, 0};
    for (int i = 0; i < count; i++)
        all = rect_join(all, (Rect){points[i].x - reach, points[i].y - reach, 2 * reach, 2 * reach});
    return all;
}

/* Room beside and above for ink that leaves the box of advance and ascent. */
static Rect text_bounds(const DrawText *t, Fonts *fonts)
{
    FontMetrics metrics = fonts_metrics(fonts, t->face, (int)t->size);
    float room = ceilf(t->size / 4) + 1;
    return (Rect){t->at.x - room, t->at.y - metrics.ascent - room, t->width + 2 * room,
                  metrics.ascent + metrics.descent + 2 * room};
}

Box pixels_bounds(const DrawCommand *p, Fonts *fonts)
{
    switch (p->kind) {
    case DRAW_SHAPE: return box_around(shapes_bounds(&p->as.shape));
    case DRAW_ARC:
        return box_around(points_bounds(&p->as.arc.center, 1, p->as.arc.radius + p->as.arc.width / 2 + 1));
    case DRAW_LINE:
        return box_around(
            points_bounds(p->as.line.points, p->as.line.count, fmaxf(1, p->as.line.width) / 2 + 1));
    case DRAW_POLYGON: return box_around(points_bounds(p->as.polygon.points, p->as.polygon.count, 1));
    case DRAW_TEXT: return box_around(text_bounds(&p->as.text, fonts));
    case DRAW_CLIP: return box_around(p->as.clip);
    case DRAW_LAYER:
    case DRAW_LAYER_END: break;
    }
    return (Box){0};
}

static uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t size)
{
    return str_hash((Str){bytes, size}, hash);
}

static uint64_t hash_arc(uint64_t hash, const DrawArc *a)
{
    float values[] = {a->center.x, a->center.y, a->radius, a->width, a->from_deg, a->sweep_deg};
    hash = hash_bytes(hash, values, sizeof values);
    hash = hash_bytes(hash, &a->has_round_ends, sizeof a->has_round_ends);
    return hash_bytes(hash, &a->color, sizeof a->color);
}

static uint64_t hash_points(uint64_t hash, const Vec *points, int count, Color color)
{
    hash = hash_bytes(hash, points, (size_t)count * sizeof *points);
    return hash_bytes(hash, &color, sizeof color);
}

static uint64_t hash_text(uint64_t hash, const DrawText *t)
{
    float values[] = {t->at.x, t->at.y, t->size, (float)t->face, t->is_rtl ? 1.0f : 0.0f};
    hash = hash_bytes(hash, values, sizeof values);
    hash = hash_bytes(hash, &t->color, sizeof t->color);
    return hash_bytes(hash, t->text.data, t->text.size);
}

static_assert(sizeof(DrawShape) == 10 * sizeof(float) + 6 * sizeof(Color),
              "a shape is hashed by its bytes: no padding may be in it");

uint64_t pixels_hash(uint64_t hash, const DrawCommand *p)
{
    hash = hash_bytes(hash, &p->kind, sizeof p->kind);
    switch (p->kind) {
    case DRAW_SHAPE: return hash_bytes(hash, &p->as.shape, sizeof p->as.shape);
    case DRAW_ARC: return hash_arc(hash, &p->as.arc);
    case DRAW_LINE:
        hash = hash_bytes(hash, &p->as.line.width, sizeof p->as.line.width);
        return hash_points(hash, p->as.line.points, p->as.line.count, p->as.line.color);
    case DRAW_POLYGON:
        return hash_points(hash, p->as.polygon.points, p->as.polygon.count, p->as.polygon.color);
    case DRAW_TEXT: return hash_text(hash, &p->as.text);
    case DRAW_CLIP: return hash_bytes(hash, &p->as.clip, sizeof p->as.clip);
    case DRAW_LAYER:
    case DRAW_LAYER_END: break;
    }
    return hash;
}

void pixels_paint(Picture to, const DrawCommand *p, const PixelTools *tools)
{
    switch (p->kind) {
    case DRAW_SHAPE: shapes_paint(tools->shapes, to, &p->as.shape, tools->scratch); break;
    case DRAW_ARC: painter_arc(to, &p->as.arc); break;
    case DRAW_LINE: painter_line(to, &p->as.line, tools->scratch); break;
    case DRAW_POLYGON: painter_polygon(to, &p->as.polygon, tools->scratch); break;
    case DRAW_TEXT: {
        const DrawText *t = &p->as.text;
        FontRun run = {t->face, (int)t->size, t->is_rtl, t->text};
        fonts_paint(tools->fonts, to, (int)t->at.x, (int)t->at.y, &run, t->color);
        break;
    }
    case DRAW_CLIP:
    case DRAW_LAYER:
    case DRAW_LAYER_END: break;
    }
}
