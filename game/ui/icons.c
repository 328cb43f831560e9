#include "ui/icons.h"

#include <assert.h>

#include "ui/icon_parts.h"

static const float BOX = 24, STROKE = 2;

static void stroke_box(DrawList *list, Rect rect, float radius, float width, Color color)
{
    Rect outer = rect_inset(rect, -width / 2);
    draw_shape(
        list,
        (DrawShape){.rect = outer, .radius = radius + width / 2, .border = width, .border_color = color});
}

static void draw_points(DrawList *list, const IconPart *part, Vec at, float scale, Color color)
{
    Vec points[PART_POINTS_MAX];
    for (int i = 0; i < part->count; i++)
        points[i] = (Vec){at.x + part->v[2 * i] * scale, at.y + part->v[2 * i + 1] * scale};
    if (part->kind == PART_FILL)
        draw_polygon(list, points, part->count, color);
    else
        draw_line(list, points, part->count, STROKE * scale, color);
}

static void draw_part(DrawList *list, const IconPart *part, Vec at, float scale, Color color)
{
    const float *v = part->v;
    Rect rect = {at.x + v[0] * scale, at.y + v[1] * scale, v[2] * scale, v[3] * scale};
    switch (part->kind) {
    case PART_LINE:
    case PART_FILL: draw_points(list, part, at, scale, color); break;
    case PART_ARC:
        draw_arc(list, (DrawArc){.center = {rect.x, rect.y},
                                 .radius = v[2] * scale,
                                 .width = STROKE * scale,
                                 .from_deg = v[3],
                                 .sweep_deg = v[4],
                                 .has_round_ends = v[4] < 360,
                                 .color = color});
        break;
    case PART_DISC: {
        float r = v[2] * scale;
        draw_rect(list, (Rect){rect.x - r, rect.y - r, 2 * r, 2 * r}, r, color);
        break;
    }
    case PART_BOX: stroke_box(list, rect, v[4] * scale, STROKE * scale, color); break;
    case PART_SLAB: draw_rect(list, rect, v[4] * scale, color); break;
    case PART_END: break;
    }
}

void icon_draw(DrawList *list, Icon icon, Rect box, Color color, Color second)
{
    assert(icon < ICON_COUNT);
    float scale = (box.w < box.h ? box.w : box.h) / BOX;
    Vec at = {box.x + (box.w - BOX * scale) / 2, box.y + (box.h - BOX * scale) / 2};
    for (int i = 0; i < ICON_PARTS_MAX; i++) {
        const IconPart *part = &icon_parts[icon][i];
        if (part->kind == PART_END) return;
        draw_part(list, part, at, scale, part->is_second ? second : color);
    }
}
