/* The platform on SDL: a window with sound and pads, or a picture in memory (offscreen). Only the thread that
   opened it may call, but for `wake`. Nothing but window and keys is started before the first frame was
   shown; sound opens in a thread of its own and pads with the first question for events after it. */
#ifndef MATCHWICK_PLATFORM_PLATFORM_SDL_H
#define MATCHWICK_PLATFORM_PLATFORM_SDL_H

#include "platform/presenter.h"
#include "ui/platform.h"

typedef struct {
    int width_px, height_px; /* of the window in its own points; 0: 1280 x 720 */
    int x_px, y_px;          /* where has_place */
    bool has_place;
    bool is_fullscreen;
    bool is_drawing;      /* offscreen: false where no picture is wanted; nothing is painted then */
    const char *renderer; /* SDL's name for it; NULL or "auto": what suits the machine */
    const char *assets;   /* folder with fonts.json and sounds.json */
} PlatformSdlOptions;

/* Connects to the display that a window can be opened on; false with `err` set where there is none. Opening
   a window does so too; done while the program has one thread it is quicker, as the C library locks each
   character that is read once there are more (X's table of composed keys has 500,000, and is read twice). */
bool platform_sdl_open_display(Err *err);
NODISCARD Platform *platform_sdl_open_window(const PlatformSdlOptions *options, Err *err);
/* Needs no display. Its clock starts at 0 and moves by the timeouts of next_event alone, which never waits.
   What is presented is painted when save_picture asks for it. */
NODISCARD Platform *platform_sdl_open_offscreen(const PlatformSdlOptions *options, Err *err);
void platform_sdl_close(Platform *platform);
/* What presenting has cost so far, for tests and measurements. */
PresentCounters platform_sdl_counters(const Platform *platform);

#endif
