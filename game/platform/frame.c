#include "platform/frame.h"

#include <math.h>

/* Fading what is small by the copy keeps one picture for all steps of a fade; what is large and stays
   translucent is quicker to copy with the alpha in its pixels. */
static const int MAX_FADED_AREA_PX = 1 << 16;

static bool is_identity(const DrawLayer *l)
{
    return l->scale_x == 1 && l->scale_y == 1 && l->angle_deg == 0;
}

static bool same_color(Color a, Color b)
{
    return picture_pack(a) == picture_pack(b);
}

static bool is_plain_shape(const DrawShape *s)
{
    return same_color(s->fill_top, s->fill_bottom) && s->border == 0 && s->edge == 0 && s->shadow_blur == 0 &&
           s->glow_blur == 0;
}

static Color *single_color(DrawCommand *p)
{
    switch (p->kind) {
    case DRAW_ARC: return &p->as.arc.color;
    case DRAW_LINE: return &p->as.line.color;
    case DRAW_POLYGON: return &p->as.polygon.color;
    case DRAW_TEXT: return &p->as.text.color;
    case DRAW_SHAPE:
    case DRAW_LAYER:
    case DRAW_LAYER_END:
    case DRAW_CLIP: break;
    }
    return NULL;
}

static void take_alpha_out(DrawCommand *p, FrameItem *item)
{
    if (p->kind == DRAW_SHAPE && is_plain_shape(&p->as.shape)) {
        item->alpha = p->as.shape.fill_top.a;
        p->as.shape.fill_top.a = p->as.shape.fill_bottom.a = 255;
    }
    Color *color = single_color(p);
    if (!color) return;
    item->alpha = color->a;
    color->a = 255;
}

/* The primitive as it is painted: in pixels, seen from the corner of its own picture. */
static DrawCommand lone_pixels(const FrameSource *source, FrameItem *item, Arena *arena)
{
    const DrawCommand *command = &source->list->commands[item->command];
    DrawCommand p = pixels_of(command, source->scale, (Vec){0, 0}, arena);
    item->place = pixels_bounds(&p, source->fonts);
    item->width = item->place.w;
    item->height = item->place.h;
    item->alpha = 255;
    if (item->width * item->height <= MAX_FADED_AREA_PX) take_alpha_out(&p, item);
    pixels_move(&p, -item->place.x, -item->place.y, arena);
    return p;
}

static bool is_fill(const DrawCommand *p)
{
    return p->kind == DRAW_SHAPE && is_plain_shape(&p->as.shape) && p->as.shape.radius < 0.5f;
}

static FrameItem make_lone(const FrameSource *source, int command, Arena *arena)
{
    FrameItem item = {.command = command};
    DrawCommand p = lone_pixels(source, &item, arena);
    if (is_fill(&p)) {
        item.fill = p.as.shape.fill_top;
        item.fill.a = (uint8_t)(item.fill.a * item.alpha / 255);
        item.is_opaque = item.fill.a == 255;
        item.alpha = 255;
    } else {
        item.content = pixels_hash(1, &p);
    }
    item.touches = item.place;
    return item;
}

/* A layer's primitives one after the other, in pixels seen from the layer's corner. */
typedef struct {
    const FrameSource *source;
    Arena *arena;
    Vec origin;
    Box whole, clip; /* of the layer; what the next primitive may touch of it */
    int next;
} LayerWalk;

static LayerWalk layer_walk(const FrameSource *source, int command, Arena *arena)
{
    const DrawLayer *layer = &source->list->commands[command].as.layer;
    Box whole = {0, 0, (int)ceilf(layer->bounds.w * source->scale - 0.01f),
                 (int)ceilf(layer->bounds.h * source->scale - 0.01f)};
    return (LayerWalk){source, arena, {layer->bounds.x, layer->bounds.y}, whole, whole, command + 1};
}

static bool layer_next(LayerWalk *walk, DrawCommand *out)
{
    const DrawList *list = walk->source->list;
    for (; walk->next < list->count && list->commands[walk->next].kind != DRAW_LAYER_END; walk->next++) {
        const DrawCommand *command = &list->commands[walk->next];
        *out = pixels_of(command, walk->source->scale, walk->origin, walk->arena);
        if (out->kind != DRAW_CLIP) {
            walk->next++;
            return true;
        }
        bool is_end = rect_is_empty(command->as.clip);
        walk->clip = is_end ? walk->whole : box_intersect(box_around(out->as.clip), walk->whole);
    }
    return false;
}

/* The picture of a layer: as large as what is painted on it, known by that and its place there. */
static void find_picture(const FrameSource *source, FrameItem *item, Arena *arena)
{
    bool is_opaque = source->list->commands[item->command].as.layer.is_opaque;
    LayerWalk walk = layer_walk(source, item->command, arena);
    DrawCommand p;
    Box ink = is_opaque ? walk.whole : (Box){0, 0, 0, 0};
    uint64_t hash = 0;
    while (layer_next(&walk, &p)) {
        ink = box_join(ink, box_intersect(pixels_bounds(&p, source->fonts), walk.clip));
        int clip[] = {walk.clip.x, walk.clip.y, walk.clip.w, walk.clip.h};
        hash = pixels_hash(str_hash((Str){(const char *)clip, sizeof clip}, hash), &p);
    }
    int facts[] = {ink.x, ink.y, ink.w, ink.h, is_opaque};
    hash = str_hash((Str){(const char *)facts, sizeof facts}, hash);
    item->left = ink.x;
    item->top = ink.y;
    item->width = ink.w;
    item->height = ink.h;
    item->content = hash | 1; /* never 0, which means a plain rectangle */
}

static Box turned_bounds(const FrameItem *item)
{
    float angle = item->angle_deg * 3.14159265f / 180, c = cosf(angle), s = sinf(angle);
    Rect all = {0, 0, 0, 0};
    for (int corner = 0; corner < 4; corner++) {
        float x = (corner & 1 ? (float)item->place.w : 0) - item->pivot.x;
        float y = (corner & 2 ? (float)item->place.h : 0) - item->pivot.y;
        Vec at = {(float)item->place.x + item->pivot.x + x * c - y * s,
                  (float)item->place.y + item->pivot.y + x * s + y * c};
        all = rect_join(all, (Rect){at.x - 2, at.y - 2, 4, 4});
    }
    return box_around(all);
}

static void place_layer(const DrawLayer *l, float scale, FrameItem *item)
{
    float x = (l->bounds.x + l->dx) * scale + (float)item->left;
    float y = (l->bounds.y + l->dy) * scale + (float)item->top;
    item->place = (Box){(int)lroundf(x), (int)lroundf(y), item->width, item->height};
    item->touches = item->place;
    if (is_identity(l)) return;
    float px = (l->pivot.x + l->dx) * scale, py = (l->pivot.y + l->dy) * scale;
    item->place =
        (Box){(int)lroundf(px + (x - px) * l->scale_x), (int)lroundf(py + (y - py) * l->scale_y),
              (int)lroundf((float)item->width * l->scale_x), (int)lroundf((float)item->height * l->scale_y)};
    item->pivot = (Vec){px - (float)item->place.x, py - (float)item->place.y};
    item->angle_deg = l->angle_deg;
    item->touches = turned_bounds(item);
}

static FrameItem make_layer(const FrameSource *source, int command, Arena *arena)
{
    const DrawLayer *layer = &source->list->commands[command].as.layer;
    FrameItem item = {.command = command};
    float alpha = fminf(1, fmaxf(0, layer->alpha));
    item.alpha = (uint8_t)(alpha * 255 + 0.5f);
    item.is_opaque = layer->is_opaque && item.alpha == 255 && is_identity(layer);
    if (item.alpha > 0) find_picture(source, &item, arena);
    place_layer(layer, source->scale, &item);
    return item;
}

static void sign(FrameItem *item)
{
    int where[] = {item->place.x, item->place.y, item->place.w, item->place.h,    item->clip.x,
                   item->clip.y,  item->clip.w,  item->clip.h,  (int)item->alpha, item->is_opaque};
    float turn[] = {item->angle_deg, item->pivot.x, item->pivot.y};
    uint64_t hash = str_hash((Str){(const char *)&item->content, sizeof item->content}, 0);
    hash = str_hash((Str){(const char *)where, sizeof where}, hash);
    if (item->angle_deg != 0) hash = str_hash((Str){(const char *)turn, sizeof turn}, hash);
    item->signature = str_hash((Str){(const char *)&item->fill, sizeof item->fill}, hash);
}

static void add_item(Frame *frame, FrameItem item, Box clip)
{
    bool is_invisible = item.alpha == 0 || (item.content == 0 && item.fill.a == 0);
    item.clip = clip;
    item.touches = box_intersect(item.touches, clip);
    if (is_invisible || box_is_empty(item.touches) || item.width <= 0 || item.height <= 0) return;
    sign(&item);
    frame->items[frame->count++] = item;
}

static int skip_layer(const DrawList *list, int from)
{
    int i = from;
    while (i < list->count && list->commands[i].kind != DRAW_LAYER_END) i++;
    return i;
}

static Box clip_box(const FrameSource *source, Rect clip)
{
    return rect_is_empty(clip) ? source->screen : box_intersect(box_of(clip, source->scale), source->screen);
}

Frame frame_make(const FrameSource *source, Arena *arena)
{
    const DrawList *list = source->list;
    Frame frame = {ARENA_NEW_N(arena, FrameItem, (size_t)list->count + 1), 0};
    Box clip = source->screen;
    for (int i = 0; i < list->count; i++) {
        switch (list->commands[i].kind) {
        case DRAW_CLIP: clip = clip_box(source, list->commands[i].as.clip); break;
        case DRAW_LAYER:
            add_item(&frame, make_layer(source, i, arena), clip);
            i = skip_layer(list, i);
            break;
        case DRAW_LAYER_END: break;
        case DRAW_SHAPE:
        case DRAW_ARC:
        case DRAW_LINE:
        case DRAW_POLYGON:
        case DRAW_TEXT: add_item(&frame, make_lone(source, i, arena), clip); break;
        }
    }
    return frame;
}

static void paint_layer(const FrameSource *source, const FrameItem *item, Picture to, Arena *scratch)
{
    LayerWalk walk = layer_walk(source, item->command, scratch);
    Box ink = {item->left, item->top, item->width, item->height};
    PixelTools tools = {source->fonts, source->shapes, scratch};
    DrawCommand p;
    while (layer_next(&walk, &p)) {
        Box part = box_intersect(walk.clip, ink);
        if (box_is_empty(part)) continue;
        pixels_move(&p, -part.x, -part.y, scratch);
        pixels_paint(picture_part(to, part.x - ink.x, part.y - ink.y, part.w, part.h), &p, &tools);
    }
}

void frame_paint(const FrameSource *source, const FrameItem *item, Picture to, Arena *scratch)
{
    if (source->list->commands[item->command].kind == DRAW_LAYER) {
        paint_layer(source, item, to, scratch);
        return;
    }
    FrameItem copy = *item;
    DrawCommand p = lone_pixels(source, &copy, scratch);
    PixelTools tools = {source->fonts, source->shapes, scratch};
    pixels_paint(to, &p, &tools);
}
