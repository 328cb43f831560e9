/* A frame of a full match board: drawn whole against the same pictures copied bare by SDL, and with only the
   clock moving against whole. Allocations by our own code in such frames are counted by the linker's --wrap,
   which leaves those of the libraries out. bench_board WIDTH HEIGHT DATA [RENDERER]: with a renderer's name
   prints only the microseconds of its whole frame. */
#include <stdatomic.h>
#include <stddef.h>
#include <sys/types.h>

#include "bench_app.h"
#include "platform/frame.h"

#define FRAMES        120
#define STEADY_FRAMES 200
#define CLOCK_STEP_MS 100

static atomic_long allocations;

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void *__real_mmap(void *at, size_t size, int protection, int flags, int fd, off_t offset);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);
void *__wrap_mmap(void *at, size_t size, int protection, int flags, int fd, off_t offset);

void *__wrap_malloc(size_t size)
{
    atomic_fetch_add(&allocations, 1);
    return __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    atomic_fetch_add(&allocations, 1);
    return __real_calloc(count, size);
}

void *__wrap_realloc(void *memory, size_t size)
{
    atomic_fetch_add(&allocations, 1);
    return __real_realloc(memory, size);
}

void *__wrap_mmap(void *at, size_t size, int protection, int flags, int fd, off_t offset)
{
    atomic_fetch_add(&allocations, 1);
    return __real_mmap(at, size, protection, flags, fd, offset);
}

typedef struct {
    SDL_Texture *texture; /* NULL: a fill */
    SDL_Rect place;
    Color fill;
    bool is_opaque;
} Copy;

/* A second window beside the first: the same pictures, without anything of the game. */
typedef struct {
    SDL_Window *window;
    SDL_Renderer *renderer;
    Copy *copies;
    int count;
} Bare;

static SDL_Texture *paint(Bare *bare, const FrameSource *source, const FrameItem *item, Arena *arena)
{
    size_t count = (size_t)item->width * (size_t)item->height;
    Picture picture = {ARENA_NEW_N(arena, uint32_t, count), item->width, item->height, item->width};
    frame_paint(source, item, picture, arena);
    SDL_Texture *texture = SDL_CreateTexture(bare->renderer, SDL_PIXELFORMAT_ARGB8888,
                                             SDL_TEXTUREACCESS_STATIC, item->width, item->height);
    bench_require(texture != NULL, SDL_GetError());
    SDL_UpdateTexture(texture, NULL, picture.pixels, item->width * (int)sizeof(uint32_t));
    SDL_SetTextureBlendMode(texture, item->is_opaque ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    SDL_SetTextureAlphaMod(texture, item->alpha);
    return texture;
}

/* What an opaque picture of the whole screen hides is not drawn by the game either. */
static int find_first(const Frame *frame, Box screen)
{
    for (int i = frame->count - 1; i > 0; i--)
        if (frame->items[i].is_opaque && box_holds(frame->items[i].touches, screen)) return i;
    return 0;
}

/* Before the round: it takes the focus, which would pause one. */
static void open_bare(Bare *bare, int width, int height)
{
    bare->window = SDL_CreateWindow("Bare", width, 0, width, height, 0);
    bench_require(bare->window != NULL, SDL_GetError());
    bare->renderer = SDL_CreateSoftwareRenderer(SDL_GetWindowSurface(bare->window));
    bench_require(bare->renderer != NULL, SDL_GetError());
}

static void make_copies(Bare *bare, BenchApp *b, int width, int height)
{
    Err err = {0};
    Fonts *fonts = fonts_open(file_join(&b->arena, b->assets.data, "fonts.json").data, &err);
    bench_require(fonts != NULL, err.text);
    FrameSource source = {.list = app_ui(b->app)->draw,
                          .scale = b->platform.view(b->platform.self).scale,
                          .screen = {0, 0, width, height},
                          .fonts = fonts};
    Frame frame = frame_make(&source, &b->arena);
    int first = find_first(&frame, source.screen);
    bare->count = frame.count - first;
    bare->copies = ARENA_NEW_N(&b->arena, Copy, bare->count);
    for (int i = 0; i < bare->count; i++) {
        const FrameItem *item = &frame.items[first + i];
        bare->copies[i] = (Copy){.texture = item->content ? paint(bare, &source, item, &b->arena) : NULL,
                                 .place = {item->place.x, item->place.y, item->place.w, item->place.h},
                                 .fill = item->fill,
                                 .is_opaque = item->is_opaque};
    }
    fonts_close(fonts);
}

static void fill(SDL_Renderer *renderer, const Copy *copy)
{
    SDL_SetRenderDrawBlendMode(renderer, copy->is_opaque ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    SDL_SetRenderDrawColor(renderer, copy->fill.r, copy->fill.g, copy->fill.b, copy->fill.a);
    SDL_RenderFillRect(renderer, &copy->place);
}

static double draw_bare(const Bare *bare)
{
    double from_us = bench_now_us();
    for (int i = 0; i < bare->count; i++) {
        const Copy *copy = &bare->copies[i];
        if (copy->texture)
            SDL_RenderCopy(bare->renderer, copy->texture, NULL, &copy->place);
        else
            fill(bare->renderer, copy);
    }
    SDL_RenderFlush(bare->renderer);
    SDL_UpdateWindowSurface(bare->window);
    return bench_now_us() - from_us;
}

static double frame_after(BenchApp *b)
{
    bench_ahead_ms += CLOCK_STEP_MS;
    int64_t shown = platform_sdl_counters(b->real).frames_shown;
    double from_us = bench_now_us();
    bench_app_take_events(b);
    app_frame(b->app);
    double took_us = bench_now_us() - from_us;
    bench_require(platform_sdl_counters(b->real).frames_shown == shown + 1, "a frame was not shown");
    return took_us;
}

/* The window's content is lost, as when another window covered it: all must be drawn. */
static double draw_whole(BenchApp *b)
{
    SDL_Event event = {.window = {.type = SDL_WINDOWEVENT,
                                  .windowID = SDL_GetWindowID(SDL_GetMouseFocus()),
                                  .event = SDL_WINDOWEVENT_EXPOSED}};
    SDL_PushEvent(&event);
    return frame_after(b);
}

static double draw_clock(BenchApp *b)
{
    int64_t before = platform_sdl_counters(b->real).pixels_damaged;
    double took_us = frame_after(b);
    ViewSize view = b->platform.view(b->platform.self);
    int64_t pixels = platform_sdl_counters(b->real).pixels_damaged - before;
    bench_require(pixels * 4 < (int64_t)view.width_px * view.height_px, "more than the clock was redrawn");
    return took_us;
}

static long count_allocations(BenchApp *b, double (*draw)(BenchApp *))
{
    long before = atomic_load(&allocations);
    bench_require(before > 0, "allocations are not counted");
    for (int i = 0; i < STEADY_FRAMES; i++) draw(b);
    return atomic_load(&allocations) - before;
}

static void bench_frames(BenchApp *b, Bare *bare, int width, int height)
{
    char name[128];
    double whole[FRAMES], clock[FRAMES], copies[FRAMES];
    make_copies(bare, b, width, height);
    for (int i = 0; i < FRAMES; i++) { /* in turns, as other work on the machine comes and goes */
        whole[i] = draw_whole(b);
        clock[i] = draw_clock(b);
        copies[i] = draw_bare(bare);
    }
    double whole_us = bench_median(whole, FRAMES);
    snprintf(name, sizeof name, "whole board at %dx%d / %d bare copies (ms)", width, height, bare->count);
    bench_print(name, whole_us / 1e3, bench_median(copies, FRAMES) / 1e3, 1.5);
    snprintf(name, sizeof name, "only the clock at %dx%d / whole board (ms)", width, height);
    bench_print(name, bench_median(clock, FRAMES) / 1e3, whole_us / 1e3, 0.2);
    snprintf(name, sizeof name, "allocations in %d frames of the clock at %dx%d", STEADY_FRAMES, width,
             height);
    bench_print(name, (double)count_allocations(b, draw_clock), 0, 0);
    snprintf(name, sizeof name, "allocations in %d whole frames at %dx%d", STEADY_FRAMES, width, height);
    bench_print(name, (double)count_allocations(b, draw_whole), 0, 0);
}

static double median_whole(BenchApp *b)
{
    double whole[FRAMES];
    for (int i = 0; i < FRAMES; i++) whole[i] = draw_whole(b);
    return bench_median(whole, FRAMES);
}

int main(int argc, char **argv)
{
    bench_require(argc >= 4, "WIDTH HEIGHT DATA are needed");
    int width = atoi(argv[1]), height = atoi(argv[2]);
    BenchApp b;
    Bare bare = {.count = 0};
    bench_app_open_window(&b, width, height, argc > 4 ? argv[4] : NULL);
    if (argc == 4) open_bare(&bare, width, height);
    bench_app_open(&b, argv[3]);
    Setup setup = setup_default(VARIANT_DECOY);
    bench_app_start_round(&b, &setup);
    if (argc > 4)
        printf("%.1f\n", median_whole(&b));
    else
        bench_frames(&b, &bare, width, height);
    bench_app_close(&b);
    return 0;
}
