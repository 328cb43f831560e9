#include "platform/presenter.h"

#include <stdlib.h>

#include "platform/layers.h"
#include "platform/turn.h"

struct Presenter {
    Canvas *canvas;
    Fonts *fonts;
    Shapes *shapes;
    Layers *layers;
    Arena arenas[2]; /* of the frame being made and the one before */
    int current;
    Frame shown;
    bool is_whole_damaged;
    bool is_fresh; /* nothing was drawn on this canvas yet, so there are no pictures to copy */
    Arena scratch;
    PresentCounters counters;
};

static const size_t MIN_LAYER_BYTES = (size_t)64 << 20;

/* Room for a few pictures of the whole window, which large screens need more of. */
static size_t layer_budget(const Canvas *canvas)
{
    int width, height;
    canvas_size(canvas, &width, &height);
    size_t four_windows = (size_t)width * (size_t)height * sizeof(uint32_t) * 4;
    return four_windows > MIN_LAYER_BYTES ? four_windows : MIN_LAYER_BYTES;
}

Presenter *presenter_open(Canvas *canvas, Fonts *fonts)
{
    Presenter *p = calloc(1, sizeof *p);
    if (!p) err_fatal("out of memory");
    p->canvas = canvas;
    p->fonts = fonts;
    p->shapes = shapes_open();
    p->layers = layers_open(canvas->renderer, canvas_is_software(canvas), layer_budget(canvas));
    p->is_whole_damaged = true;
    p->is_fresh = true;
    for (int i = 0; i < 2; i++) arena_init(&p->arenas[i], 256 << 10);
    arena_init(&p->scratch, 1 << 20);
    return p;
}

void presenter_close(Presenter *p)
{
    if (!p) return;
    layers_close(p->layers);
    shapes_close(p->shapes);
    for (int i = 0; i < 2; i++) arena_deinit(&p->arenas[i]);
    arena_deinit(&p->scratch);
    free(p);
}

static void refit(Presenter *p)
{
    Err err = {.is_set = false};
    layers_close(p->layers);
    if (!canvas_refit(p->canvas, &err)) err_fatal("%s", err.text);
    p->layers = layers_open(p->canvas->renderer, canvas_is_software(p->canvas), layer_budget(p->canvas));
    p->is_whole_damaged = true;
    p->is_fresh = true;
}

void presenter_forget(Presenter *p)
{
    p->is_whole_damaged = true;
}

static Box screen_box(const Canvas *canvas)
{
    Box screen = {0, 0, 0, 0};
    canvas_size(canvas, &screen.w, &screen.h);
    return screen;
}

static SDL_Texture *get_texture(Presenter *p, const FrameSource *source, const FrameItem *item)
{
    SDL_Texture *texture = layers_find(p->layers, item->content);
    if (texture || !source) return texture;
    Picture picture = layers_begin_picture(p->layers, item->width, item->height);
    arena_reset(&p->scratch);
    if (picture.pixels) frame_paint(source, item, picture, &p->scratch);
    p->counters.layers_painted++;
    return layers_keep(p->layers, item->content);
}

static void draw_fill(SDL_Renderer *renderer, const FrameItem *item)
{
    SDL_Rect place = {item->place.x, item->place.y, item->place.w, item->place.h};
    SDL_SetRenderDrawBlendMode(renderer, item->is_opaque ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    SDL_SetRenderDrawColor(renderer, item->fill.r, item->fill.g, item->fill.b, item->fill.a);
    SDL_RenderFillRect(renderer, &place);
}

static Picture surface_picture(const Canvas *canvas)
{
    const SDL_Surface *surface = canvas->surface;
    return (Picture){surface->pixels, surface->w, surface->h, surface->pitch / (int)sizeof(uint32_t)};
}

/* SDL's software renderer takes five times as long for a copy with an alpha of its own, which every fade of a
   screen is made of, and longer still for a turned one: those are done here, straight on its surface. */
static void draw_by_hand(Presenter *p, const FrameItem *item, SDL_Texture *texture, Box part)
{
    void *pixels;
    int pitch;
    SDL_RenderFlush(p->canvas->renderer);
    if (SDL_LockTexture(texture, NULL, &pixels, &pitch) != 0) return;
    Picture screen = surface_picture(p->canvas);
    Picture from = {pixels, item->width, item->height, pitch / (int)sizeof(uint32_t)};
    if (item->angle_deg != 0) {
        turn_blend(screen, part, from, &(Turn){item->place, item->pivot, item->angle_deg, item->alpha});
    } else {
        Picture cut = picture_part(from, part.x - item->place.x, part.y - item->place.y, part.w, part.h);
        picture_blend_faded(screen, part.x, part.y, cut, item->alpha);
    }
    SDL_UnlockTexture(texture);
}

/* The first frame's background may not be drawn again for long: painted where it is seen, it takes no memory
   for a picture and no copying. What lets something through is not: SDL blends with a rounding of its own. */
static bool is_for_screen(const Presenter *p, const FrameItem *item, Box part)
{
    bool is_plain = item->is_opaque && item->alpha == 255 && item->angle_deg == 0 &&
                    item->place.w == item->width && item->place.h == item->height;
    return p->is_fresh && is_plain && box_is_same(part, item->place) && canvas_has_plain_pixels(p->canvas);
}

static void draw_on_screen(Presenter *p, const FrameSource *source, const FrameItem *item)
{
    SDL_RenderFlush(p->canvas->renderer);
    Box at = item->place;
    Picture part = picture_part(surface_picture(p->canvas), at.x, at.y, at.w, at.h);
    arena_reset(&p->scratch);
    frame_paint(source, item, part, &p->scratch);
}

static bool is_for_hand(const Canvas *canvas, const FrameItem *item)
{
    bool is_scaled = item->place.w != item->width || item->place.h != item->height;
    bool is_faded = item->alpha < 255 && !is_scaled;
    return (is_faded || item->angle_deg != 0) && canvas_has_plain_pixels(canvas);
}

static void draw_picture(SDL_Renderer *renderer, const FrameItem *item, SDL_Texture *texture)
{
    SDL_SetTextureBlendMode(texture, item->is_opaque ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    SDL_SetTextureAlphaMod(texture, item->alpha);
    SDL_Rect place = {item->place.x, item->place.y, item->place.w, item->place.h};
    if (item->angle_deg == 0) {
        SDL_RenderCopy(renderer, texture, NULL, &place);
        return;
    }
    SDL_Point pivot = {(int)item->pivot.x, (int)item->pivot.y};
    SDL_RenderCopyEx(renderer, texture, NULL, &place, (double)item->angle_deg, &pivot, SDL_FLIP_NONE);
}

static void draw_item(Presenter *p, const FrameSource *source, const FrameItem *item, Box part)
{
    SDL_Renderer *renderer = p->canvas->renderer;
    SDL_Rect clip = {part.x, part.y, part.w, part.h};
    SDL_RenderSetClipRect(renderer, &clip);
    p->counters.items_copied++;
    if (item->content == 0) {
        draw_fill(renderer, item);
        return;
    }
    if (source && is_for_screen(p, item, part)) {
        draw_on_screen(p, source, item);
        return;
    }
    SDL_Texture *texture = get_texture(p, source, item);
    if (texture && is_for_hand(p->canvas, item))
        draw_by_hand(p, item, texture, part);
    else if (texture)
        draw_picture(renderer, item, texture);
}

/* The last item that hides everything under it inside the box; -1 if none does. */
static int find_cover(const Frame *frame, Box box)
{
    for (int i = frame->count - 1; i >= 0; i--)
        if (frame->items[i].is_opaque && box_holds(frame->items[i].touches, box)) return i;
    return -1;
}

static void draw_box(Presenter *p, const FrameSource *source, const Frame *frame, Box box)
{
    int first = find_cover(frame, box);
    if (first < 0) {
        FrameItem black = {.fill = {0, 0, 0, 255}, .is_opaque = true, .place = box};
        draw_item(p, source, &black, box);
        first = 0;
    }
    for (int i = first; i < frame->count; i++) {
        Box part = box_intersect(frame->items[i].touches, box);
        if (!box_is_empty(part)) draw_item(p, source, &frame->items[i], part);
    }
}

/* Pictures of unchanged items stay in the cache while they are on screen. */
static void keep_pictures(Presenter *p, const Frame *frame)
{
    layers_begin_frame(p->layers);
    for (int i = 0; i < frame->count; i++)
        if (frame->items[i].content != 0) layers_find(p->layers, frame->items[i].content);
}

static Damage find_damage(Presenter *p, const Frame *frame, Box screen)
{
    Damage damage = {.count = 0};
    if (!p->is_whole_damaged) damage = damage_between(&p->shown, frame);
    /* A graphics card swaps buffers: there is no frame before to add to. */
    if (p->is_whole_damaged || (damage.count > 0 && !canvas_is_software(p->canvas)))
        damage = (Damage){{screen}, 1};
    p->is_whole_damaged = false;
    damage_widen(&damage, frame);
    return damage;
}

void presenter_show(Presenter *p, const DrawList *list, float scale)
{
    if (p->canvas->is_stale) refit(p);
    p->current = !p->current;
    arena_reset(&p->arenas[p->current]);
    FrameSource source = {list, scale, screen_box(p->canvas), p->fonts, p->shapes};
    Frame frame = frame_make(&source, &p->arenas[p->current]);
    Damage damage = find_damage(p, &frame, source.screen);
    p->shown = frame;
    p->counters.frames_asked++;
    if (damage.count == 0) return;
    keep_pictures(p, &frame);
    for (int i = 0; i < damage.count; i++) draw_box(p, &source, &frame, damage.boxes[i]);
    canvas_show(p->canvas, &damage);
    p->is_fresh = false;
    p->counters.frames_shown++;
    p->counters.pixels_damaged += damage_area(&damage);
}

/* What a graphics card has shown is gone from its back buffer: drawn again from the pictures at hand. */
bool presenter_read(Presenter *p, Arena *arena, Picture *out, Err *err)
{
    Box screen = screen_box(p->canvas);
    if (!canvas_is_software(p->canvas)) draw_box(p, NULL, &p->shown, screen);
    uint32_t *pixels = ARENA_NEW_N(arena, uint32_t, (size_t)screen.w * (size_t)screen.h);
    *out = (Picture){pixels, screen.w, screen.h, screen.w};
    return canvas_read(p->canvas, *out, err);
}

PresentCounters presenter_counters(const Presenter *p)
{
    return p->counters;
}
