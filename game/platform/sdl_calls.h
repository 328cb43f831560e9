/* The state of the platform on SDL, and the calls of its interface. Private to platform_sdl.c and
   sdl_calls*.c. */
#ifndef MATCHWICK_PLATFORM_SDL_CALLS_H
#define MATCHWICK_PLATFORM_SDL_CALLS_H

#include "base/file.h"
#include "platform/audio.h"
#include "platform/events.h"
#include "platform/platform_sdl.h"
#include "platform/wall_clock.h"

typedef struct {
    Platform calls;
    PlatformSdlOptions options;
    Arena arena; /* of the paths */
    const char *fonts_path, *sounds_path;
    bool is_offscreen;
    SDL_Window *window; /* NULL: offscreen */
    Canvas canvas;
    Fonts *fonts;
    Presenter *presenter;
    Events events;
    Audio *audio; /* NULL: not yet, or muted */
    int volume_percent;
    bool is_shown; /* a frame was presented */
    bool has_pads; /* or they were tried */
    bool is_quick;
    int64_t offscreen_ms, offscreen_start_ms; /* clock; wall clock at its 0 */
    DrawList last;                            /* offscreen: what was presented last */
    Arena last_arena;
} Sdl;

/* Sets `calls`. */
void sdl_calls_fill(Sdl *sdl);
/* Its part of them: clock, events, window and picture; sdl_calls.c has the rest. */
void sdl_calls_fill_frame(Sdl *sdl);

#endif
