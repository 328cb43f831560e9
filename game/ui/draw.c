#include "ui/draw.h"

#include <assert.h>
#include <string.h>

enum { FIRST_CAPACITY = 256 };

void draw_begin(DrawList *list, Arena *frame)
{
    int capacity = list->capacity > FIRST_CAPACITY ? list->capacity : FIRST_CAPACITY;
    *list = (DrawList){.arena = frame, .capacity = capacity, .alpha = 1};
    list->commands = ARENA_NEW_N(frame, DrawCommand, (size_t)capacity);
}

/* Members are set one by one by the callers, so that padding stays zero. */
static DrawCommand *add(DrawList *list, DrawKind kind)
{
    if (list->count == list->capacity) {
        DrawCommand *more = ARENA_NEW_N(list->arena, DrawCommand, (size_t)list->capacity * 2);
        memcpy(more, list->commands, sizeof *more * (size_t)list->count);
        list->commands = more;
        list->capacity *= 2;
    }
    DrawCommand *command = &list->commands[list->count++];
    command->kind = kind;
    return command;
}

/* What a layer holds is the layer's own: only the layer is moved and faded. */
static Vec offset(const DrawList *list)
{
    return list->in_layer ? (Vec){0, 0} : (Vec){list->dx, list->dy};
}

static Color faded(const DrawList *list, Color color)
{
    return list->in_layer || list->alpha >= 1 ? color : color_fade(color, list->alpha);
}

void draw_shape(DrawList *list, DrawShape shape)
{
    Vec by = offset(list);
    shape.rect = rect_move(shape.rect, by.x, by.y);
    shape.fill_top = faded(list, shape.fill_top);
    shape.fill_bottom = faded(list, shape.fill_bottom);
    shape.border_color = faded(list, shape.border_color);
    shape.edge_color = faded(list, shape.edge_color);
    shape.shadow_color = faded(list, shape.shadow_color);
    shape.glow_color = faded(list, shape.glow_color);
    add(list, DRAW_SHAPE)->as.shape = shape; /* no padding: floats and colours of four bytes */
}

void draw_rect(DrawList *list, Rect rect, float radius, Color fill)
{
    draw_shape(list, (DrawShape){.rect = rect, .radius = radius, .fill_top = fill, .fill_bottom = fill});
}

void draw_arc(DrawList *list, DrawArc arc)
{
    Vec by = offset(list);
    DrawArc *to = &add(list, DRAW_ARC)->as.arc;
    to->center = (Vec){arc.center.x + by.x, arc.center.y + by.y};
    to->radius = arc.radius;
    to->width = arc.width;
    to->from_deg = arc.from_deg;
    to->sweep_deg = arc.sweep_deg;
    to->has_round_ends = arc.has_round_ends;
    to->color = faded(list, arc.color);
}

static Vec *moved_points(DrawList *list, const Vec *points, int count)
{
    Vec by = offset(list);
    Vec *copy = ARENA_NEW_N(list->arena, Vec, (size_t)count);
    for (int i = 0; i < count; i++) copy[i] = (Vec){points[i].x + by.x, points[i].y + by.y};
    return copy;
}

void draw_line(DrawList *list, const Vec *points, int count, float width, Color color)
{
    assert(count > 0);
    Vec *copy = moved_points(list, points, count);
    DrawLine *to = &add(list, DRAW_LINE)->as.line;
    to->points = copy;
    to->count = count;
    to->width = width;
    to->color = faded(list, color);
}

void draw_polygon(DrawList *list, const Vec *points, int count, Color color)
{
    assert(count > 2);
    Vec *copy = moved_points(list, points, count);
    DrawPolygon *to = &add(list, DRAW_POLYGON)->as.polygon;
    to->points = copy;
    to->count = count;
    to->color = faded(list, color);
}

void draw_text(DrawList *list, DrawText text)
{
    Vec by = offset(list);
    Str copy = str_copy(list->arena, text.text);
    DrawText *to = &add(list, DRAW_TEXT)->as.text;
    to->at = (Vec){text.at.x + by.x, text.at.y + by.y};
    to->text = copy;
    to->face = text.face;
    to->size = text.size;
    to->is_rtl = text.is_rtl;
    to->color = faded(list, text.color);
    to->width = text.width;
}

DrawLayer draw_layer_identity(Rect bounds)
{
    return (DrawLayer){
        .bounds = bounds, .alpha = 1, .scale_x = 1, .scale_y = 1, .pivot = rect_center(bounds)};
}

void draw_layer(DrawList *list, DrawLayer layer)
{
    assert(!list->in_layer);
    DrawLayer *to = &add(list, DRAW_LAYER)->as.layer;
    to->bounds = layer.bounds;
    to->is_opaque = layer.is_opaque;
    to->alpha = layer.alpha * list->alpha;
    to->dx = layer.dx + list->dx;
    to->dy = layer.dy + list->dy;
    to->scale_x = layer.scale_x;
    to->scale_y = layer.scale_y;
    to->angle_deg = layer.angle_deg;
    to->pivot = layer.pivot;
    list->in_layer = true;
}

void draw_layer_end(DrawList *list)
{
    assert(list->in_layer);
    add(list, DRAW_LAYER_END);
    list->in_layer = false;
}

void draw_clip(DrawList *list, Rect clip)
{
    assert(!list->in_layer && !rect_is_empty(clip));
    add(list, DRAW_CLIP)->as.clip = rect_move(clip, list->dx, list->dy);
}

void draw_clip_end(DrawList *list)
{
    assert(!list->in_layer);
    add(list, DRAW_CLIP);
}
