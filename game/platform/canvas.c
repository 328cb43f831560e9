#include "platform/canvas.h"

#include <string.h>

#include "base/file.h"

static bool is_auto(const char *renderer)
{
    return !renderer || strcmp(renderer, "") == 0 || strcmp(renderer, "auto") == 0;
}

#ifdef __linux__
/* Render nodes of the kernel's graphics drivers, NVIDIA's own, and the one of WSL. */
static bool has_graphics_device(void)
{
    static const char *const PATHS[] = {"/dev/dri/renderD128", "/dev/dri/renderD129", "/dev/nvidiactl",
                                        "/dev/dxg"};
    for (size_t i = 0; i < sizeof PATHS / sizeof *PATHS; i++)
        if (file_is_there(PATHS[i])) return true;
    return false;
}
#else
static bool has_graphics_device(void)
{
    return true;
}
#endif

bool canvas_wants_software(const char *renderer)
{
    if (is_auto(renderer)) return !has_graphics_device();
    return strcmp(renderer, "software") == 0;
}

void canvas_set_hints(bool is_software)
{
    /* Else SDL shows a window's surface through OpenGL. */
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, is_software ? "0" : "1");
    SDL_SetHint(SDL_HINT_RENDER_BATCHING, "1");
}

static bool open_software(Canvas *canvas, Err *err)
{
    canvas->surface = SDL_GetWindowSurface(canvas->window);
    if (!canvas->surface) return err_set(err, "The window has no surface: %s", SDL_GetError());
    canvas->renderer = SDL_CreateSoftwareRenderer(canvas->surface);
    if (!canvas->renderer) return err_set(err, "No software renderer: %s", SDL_GetError());
    return true;
}

/* "llvmpipe (LLVM 15.0.6, 256 bits)", "softpipe", "Software Rasterizer": OpenGL drawn by the processor. */
static bool is_opengl_software(void)
{
    enum { GL_RENDERER_NAME = 0x1F01 };
    typedef const unsigned char *(*GetString)(unsigned int);
    void *found = SDL_GL_GetProcAddress("glGetString");
    GetString get_string;
    memcpy(&get_string, &found, sizeof get_string);
    const char *name = get_string ? (const char *)get_string(GL_RENDERER_NAME) : NULL;
    if (!name) return false;
    return SDL_strcasestr(name, "llvmpipe") || SDL_strcasestr(name, "softpipe") ||
           SDL_strcasestr(name, "software") || SDL_strcasestr(name, "swrast");
}

static bool open_accelerated(Canvas *canvas, const char *renderer, bool is_choice_free, Err *err)
{
    if (!is_choice_free) SDL_SetHint(SDL_HINT_RENDER_DRIVER, renderer);
    Uint32 flags = SDL_RENDERER_PRESENTVSYNC | (is_choice_free ? SDL_RENDERER_ACCELERATED : 0);
    canvas->renderer = SDL_CreateRenderer(canvas->window, -1, flags);
    SDL_RendererInfo info;
    if (!canvas->renderer || SDL_GetRendererInfo(canvas->renderer, &info) != 0)
        return err_set(err, "No renderer %s: %s", renderer ? renderer : "", SDL_GetError());
    if (!is_choice_free && strcmp(info.name, renderer) != 0)
        return err_set(err, "There is no renderer %s here; SDL offers %s", renderer, info.name);
    if (is_choice_free && strncmp(info.name, "opengl", 6) == 0 && is_opengl_software())
        return err_set(err, "OpenGL is drawn by the processor here");
    return true;
}

bool canvas_open(Canvas *canvas, SDL_Window *window, const char *renderer, bool is_choice_free, Err *err)
{
    *canvas = (Canvas){.window = window};
    bool is_software = canvas_wants_software(renderer);
    bool is_open =
        is_software ? open_software(canvas, err) : open_accelerated(canvas, renderer, is_choice_free, err);
    if (!is_open) canvas_close(canvas);
    return is_open;
}

bool canvas_open_offscreen(Canvas *canvas, int width, int height, Err *err)
{
    *canvas = (Canvas){0};
    canvas->surface = SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_XRGB8888);
    canvas->renderer = canvas->surface ? SDL_CreateSoftwareRenderer(canvas->surface) : NULL;
    if (canvas->renderer) return true;
    canvas_close(canvas);
    return err_set(err, "No picture of %d x %d to draw on: %s", width, height, SDL_GetError());
}

void canvas_close(Canvas *canvas)
{
    if (canvas->renderer) SDL_DestroyRenderer(canvas->renderer);
    if (canvas->surface && !canvas->window) SDL_FreeSurface(canvas->surface);
    canvas->renderer = NULL;
    canvas->surface = NULL;
}

void canvas_size(const Canvas *canvas, int *width_px, int *height_px)
{
    *width_px = 0;
    *height_px = 0;
    if (canvas->surface && !canvas->is_stale) {
        *width_px = canvas->surface->w;
        *height_px = canvas->surface->h;
    } else if (canvas->surface) {
        SDL_GetWindowSizeInPixels(canvas->window, width_px, height_px);
    } else {
        SDL_GetRendererOutputSize(canvas->renderer, width_px, height_px);
    }
}

bool canvas_refit(Canvas *canvas, Err *err)
{
    canvas->is_stale = false;
    if (!canvas->window || !canvas_is_software(canvas)) return true;
    SDL_DestroyRenderer(canvas->renderer);
    canvas->renderer = NULL;
    return open_software(canvas, err);
}

bool canvas_has_plain_pixels(const Canvas *canvas)
{
    Uint32 format = canvas->surface ? canvas->surface->format->format : SDL_PIXELFORMAT_UNKNOWN;
    return (format == SDL_PIXELFORMAT_XRGB8888 || format == SDL_PIXELFORMAT_ARGB8888) &&
           !SDL_MUSTLOCK(canvas->surface);
}

void canvas_show(Canvas *canvas, const Damage *damage)
{
    if (!canvas->surface) {
        SDL_RenderPresent(canvas->renderer);
        return;
    }
    SDL_RenderFlush(canvas->renderer);
    if (!canvas->window) return;
    SDL_Rect rects[DAMAGE_MAX_BOXES];
    for (int i = 0; i < damage->count; i++) {
        Box b = damage->boxes[i];
        rects[i] = (SDL_Rect){b.x, b.y, b.w, b.h};
    }
    SDL_UpdateWindowSurfaceRects(canvas->window, rects, damage->count);
}

bool canvas_read(Canvas *canvas, Picture to, Err *err)
{
    int pitch = to.stride * (int)sizeof(uint32_t);
    if (SDL_RenderReadPixels(canvas->renderer, NULL, SDL_PIXELFORMAT_ARGB8888, to.pixels, pitch) != 0)
        return err_set(err, "The picture can't be read back: %s", SDL_GetError());
    picture_make_opaque(to);
    return true;
}
