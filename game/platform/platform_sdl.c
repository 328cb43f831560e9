#include "platform/platform_sdl.h"

#include <assert.h>
#include <stdlib.h>

#include "platform/sdl_calls.h"
#include "platform/window.h"

/* Before SDL starts. */
static void set_hints(void)
{
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    /* A window that is not shown (tests) hears its pads; one that lost the focus pauses by itself. */
    SDL_SetHint(SDL_HINT_JOYSTICK_ALLOW_BACKGROUND_EVENTS, "1");
    /* Buttons by their place, whatever is printed on them. */
    SDL_SetHint(SDL_HINT_GAMECONTROLLER_USE_BUTTON_LABELS, "0");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    SDL_SetHint(SDL_HINT_IME_SHOW_UI, "1");
    SDL_SetHint(SDL_HINT_APP_NAME, "Matchwick");
}

/* Where there is no display SDL takes a driver whose windows nobody sees, even if nobody asked for it. */
static bool is_unseen(void)
{
    const char *driver = SDL_GetCurrentVideoDriver(), *wanted = SDL_GetHint(SDL_HINT_VIDEODRIVER);
    bool is_wanted = wanted && *wanted;
    return !is_wanted && driver && (SDL_strcmp(driver, "offscreen") == 0 || SDL_strcmp(driver, "dummy") == 0);
}

bool platform_sdl_open_display(Err *err)
{
    set_hints();
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) return err_set(err, "No display: %s", SDL_GetError());
    if (!is_unseen()) return true;
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    return err_set(err, "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY leads to one)");
}

static Sdl *make(const PlatformSdlOptions *options)
{
    Sdl *sdl = calloc(1, sizeof *sdl);
    if (!sdl) err_fatal("out of memory");
    arena_init(&sdl->arena, 0);
    arena_init(&sdl->last_arena, 256 << 10);
    sdl->options = *options;
    sdl->fonts_path = file_join(&sdl->arena, options->assets, "fonts.json").data;
    sdl->sounds_path = file_join(&sdl->arena, options->assets, "sounds.json").data;
    sdl->volume_percent = 100;
    sdl_calls_fill(sdl);
    return sdl;
}

static Platform *finish(Sdl *sdl, bool is_open)
{
    if (is_open) {
        sdl->presenter = presenter_open(&sdl->canvas, sdl->fonts);
        return &sdl->calls;
    }
    platform_sdl_close(&sdl->calls);
    return NULL;
}

static bool open_window(Sdl *sdl, Err *err)
{
    if (!platform_sdl_open_display(err)) return false;
    events_init(&sdl->events);
    sdl->fonts = fonts_open(sdl->fonts_path, err);
    if (!sdl->fonts) return false;
    sdl->window = window_open(&sdl->options, &sdl->canvas, err);
    if (!sdl->window) return false;
    /* SDL starts it by itself, and an input method would then eat the letters of the board. */
    SDL_StopTextInput();
    return true;
}

Platform *platform_sdl_open_window(const PlatformSdlOptions *options, Err *err)
{
    Sdl *sdl = make(options);
    return finish(sdl, open_window(sdl, err));
}

static bool open_offscreen(Sdl *sdl, Err *err)
{
    int width = sdl->options.width_px > 0 ? sdl->options.width_px : 1280;
    int height = sdl->options.height_px > 0 ? sdl->options.height_px : 720;
    sdl->offscreen_start_ms = wall_clock_ms();
    sdl->fonts = fonts_open(sdl->fonts_path, err);
    return sdl->fonts && canvas_open_offscreen(&sdl->canvas, width, height, err);
}

Platform *platform_sdl_open_offscreen(const PlatformSdlOptions *options, Err *err)
{
    Sdl *sdl = make(options);
    sdl->is_offscreen = true;
    pads_init(&sdl->events.pads);
    return finish(sdl, open_offscreen(sdl, err));
}

void platform_sdl_close(Platform *platform)
{
    Sdl *sdl = platform->self;
    audio_close(sdl->audio);
    events_deinit(&sdl->events);
    presenter_close(sdl->presenter);
    canvas_close(&sdl->canvas);
    if (sdl->window) SDL_DestroyWindow(sdl->window);
    fonts_close(sdl->fonts);
    arena_deinit(&sdl->last_arena);
    arena_deinit(&sdl->arena);
    free(sdl);
    SDL_Quit();
}

PresentCounters platform_sdl_counters(const Platform *platform)
{
    const Sdl *sdl = platform->self;
    return presenter_counters(sdl->presenter);
}
