#include "platform/shapes.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "base/err.h"
#include "platform/blur.h"
#include "platform/painter.h"

enum { MAX_KEPT = 16, MAX_AREA_PX = 1 << 18 };

typedef struct {
    DrawShape shape; /* at 0, 0 */
    Picture picture; /* pixels NULL: free */
    uint64_t used_at;
} Kept;

struct Shapes {
    Kept kept[MAX_KEPT];
    uint64_t uses;
};

Shapes *shapes_open(void)
{
    Shapes *shapes = calloc(1, sizeof *shapes);
    if (!shapes) err_fatal("out of memory");
    return shapes;
}

void shapes_close(Shapes *shapes)
{
    if (!shapes) return;
    for (int i = 0; i < MAX_KEPT; i++) free(shapes->kept[i].picture.pixels);
    free(shapes);
}

Rect shapes_bounds(const DrawShape *s)
{
    Rect all = s->rect;
    all.h += s->edge;
    if (s->shadow_blur > 0) {
        Rect shadow = rect_inset(s->rect, -BLUR_REACH * s->shadow_blur / 2 - 1);
        all = rect_join(all, rect_move(shadow, 0, s->shadow_y));
    }
    if (s->glow_blur > 0) all = rect_join(all, rect_inset(s->rect, -BLUR_REACH * s->glow_blur / 2 - 1));
    return all;
}

static_assert(sizeof(DrawShape) == 10 * sizeof(float) + 6 * sizeof(Color),
              "shapes are compared by their bytes: no padding may be in them");

static bool is_same(const DrawShape *a, const DrawShape *b)
{
    return str_is((Str){(const char *)a, sizeof *a}, (Str){(const char *)b, sizeof *b});
}

static Kept *find_place(Shapes *shapes, const DrawShape *shape)
{
    Kept *oldest = &shapes->kept[0];
    for (int i = 0; i < MAX_KEPT; i++) {
        Kept *kept = &shapes->kept[i];
        if (kept->picture.pixels && is_same(&kept->shape, shape)) return kept;
        if (kept->used_at < oldest->used_at) oldest = kept;
    }
    return oldest;
}

static void paint_kept(Kept *kept, const DrawShape *shape, Rect bounds, Arena *scratch)
{
    int width = (int)bounds.w, height = (int)bounds.h;
    free(kept->picture.pixels);
    kept->shape = *shape;
    kept->picture = (Picture){calloc((size_t)width * (size_t)height, sizeof(uint32_t)), width, height, width};
    if (!kept->picture.pixels) err_fatal("out of memory");
    DrawShape moved = *shape;
    moved.rect = rect_move(shape->rect, -bounds.x, -bounds.y);
    painter_shape(kept->picture, &moved, scratch);
}

void shapes_paint(Shapes *shapes, Picture to, const DrawShape *shape, Arena *scratch)
{
    Rect all = shapes_bounds(shape);
    Rect bounds = {floorf(all.x), floorf(all.y), 0, 0};
    bounds.w = ceilf(all.x + all.w) - bounds.x;
    bounds.h = ceilf(all.y + all.h) - bounds.y;
    bool has_halo = shape->shadow_blur > 0 || shape->glow_blur > 0;
    if (!shapes || !has_halo || bounds.w * bounds.h > MAX_AREA_PX) {
        painter_shape(to, shape, scratch);
        return;
    }
    DrawShape at_zero = *shape;
    at_zero.rect.x = at_zero.rect.y = 0;
    Kept *kept = find_place(shapes, &at_zero);
    kept->used_at = ++shapes->uses;
    if (!kept->picture.pixels || !is_same(&kept->shape, &at_zero))
        paint_kept(kept, &at_zero, rect_move(bounds, -shape->rect.x, -shape->rect.y), scratch);
    picture_blend(to, (int)bounds.x, (int)bounds.y, kept->picture);
}
