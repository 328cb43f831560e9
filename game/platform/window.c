#include "platform/window.h"

#include "platform/view.h"

enum { DEFAULT_WIDTH = 1280, DEFAULT_HEIGHT = 720, MIN_WIDTH = 800, MIN_HEIGHT = 600 };

/* A remembered place on a screen that is gone must not hide the window. */
static bool is_on_some_display(const PlatformSdlOptions *o)
{
    SDL_Rect title_bar = {o->x_px, o->y_px, o->width_px, 32};
    for (int i = 0; i < SDL_GetNumVideoDisplays(); i++) {
        SDL_Rect display, both;
        if (SDL_GetDisplayBounds(i, &display) == 0 && SDL_IntersectRect(&title_bar, &display, &both) &&
            both.w >= 64)
            return true;
    }
    return false;
}

static SDL_Window *make_window(const PlatformSdlOptions *options, Uint32 more_flags, Err *err)
{
    PlatformSdlOptions o = *options;
    if (o.width_px <= 0 || o.height_px <= 0) {
        o.width_px = DEFAULT_WIDTH;
        o.height_px = DEFAULT_HEIGHT;
    }
    bool has_place = o.has_place && is_on_some_display(&o);
    int x = has_place ? o.x_px : (int)SDL_WINDOWPOS_CENTERED;
    int y = has_place ? o.y_px : (int)SDL_WINDOWPOS_CENTERED;
    Uint32 flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI | more_flags;
    if (o.is_fullscreen) flags |= SDL_WINDOW_FULLSCREEN_DESKTOP;
    SDL_Window *window = SDL_CreateWindow("Matchwick", x, y, o.width_px, o.height_px, flags);
    if (!window) {
        err_set(err, "No window: %s", SDL_GetError());
        return NULL;
    }
    return window;
}

static SDL_Window *open_with(const PlatformSdlOptions *o, const char *renderer, Canvas *canvas, Err *err)
{
    bool is_software = canvas_wants_software(renderer);
    bool is_choice_free = !o->renderer || SDL_strcmp(o->renderer, "auto") == 0;
    canvas_set_hints(is_software);
    SDL_Window *window = make_window(o, 0, err);
    if (!window || canvas_open(canvas, window, renderer, is_choice_free, err)) return window;
    SDL_DestroyWindow(window);
    return NULL;
}

SDL_Window *window_open(const PlatformSdlOptions *o, Canvas *canvas, Err *err)
{
    bool is_choice_free = !o->renderer || SDL_strcmp(o->renderer, "auto") == 0;
    Err first = {.is_set = false};
    SDL_Window *window = open_with(o, o->renderer, canvas, &first);
    if (window) return window;
    if (is_choice_free && !canvas_wants_software(o->renderer)) return open_with(o, "software", canvas, err);
    err_set(err, "%s", first.text);
    return NULL;
}

/* A hardware renderer waits for the display by itself: be ready a little before each of its refreshes. */
static int frame_ms(SDL_Window *window)
{
    SDL_DisplayMode mode;
    int display = SDL_GetWindowDisplayIndex(window);
    if (display < 0 || SDL_GetCurrentDisplayMode(display, &mode) != 0 || mode.refresh_rate <= 0)
        return VIEW_FRAME_MS;
    int pace = 1000 / mode.refresh_rate - 2;
    return pace > 1 ? pace : 1;
}

void window_set_least_size(SDL_Window *window)
{
    SDL_SetWindowMinimumSize(window, MIN_WIDTH, MIN_HEIGHT);
}

ViewSize window_view(SDL_Window *window, const Canvas *canvas)
{
    int width, height;
    canvas_size(canvas, &width, &height);
    ViewSize view = view_make(width, height);
    view.is_fullscreen = window && (SDL_GetWindowFlags(window) & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0;
    if (window && !canvas_is_software(canvas)) view.frame_ms = frame_ms(window);
    return view;
}

float window_units_per_point(SDL_Window *window, const ViewSize *view)
{
    int width, height;
    SDL_GetWindowSize(window, &width, &height);
    return width > 0 ? view->canvas.w / (float)width : 1;
}

bool window_place(SDL_Window *window, WindowPlace *out)
{
    Uint32 special = SDL_WINDOW_FULLSCREEN_DESKTOP | SDL_WINDOW_MAXIMIZED | SDL_WINDOW_MINIMIZED;
    if (SDL_GetWindowFlags(window) & special) return false;
    SDL_GetWindowPosition(window, &out->x, &out->y);
    SDL_GetWindowSize(window, &out->width, &out->height);
    return true;
}

void window_set_fullscreen(SDL_Window *window, bool is_on)
{
    SDL_SetWindowFullscreen(window, is_on ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
}
