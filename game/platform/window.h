/* The window and what is drawn on it, made to fit each other. */
#ifndef MATCHWICK_PLATFORM_WINDOW_H
#define MATCHWICK_PLATFORM_WINDOW_H

#include "platform/canvas.h"
#include "platform/platform_sdl.h"

/* The canvas is opened on a new window. */
NODISCARD SDL_Window *window_open(const PlatformSdlOptions *options, Canvas *canvas, Err *err);
/* 800 x 600 points. After the first frame: it waits for an answer of the display. */
void window_set_least_size(SDL_Window *window);
ViewSize window_view(SDL_Window *window, const Canvas *canvas);
/* Units to one point of the window, which is what SDL gives the mouse in. */
float window_units_per_point(SDL_Window *window, const ViewSize *view);
/* Place of the window itself: what it had before it went full screen or was maximised is not known to SDL, so
   the caller asks while it is neither; false if it is. */
bool window_place(SDL_Window *window, WindowPlace *out);
void window_set_fullscreen(SDL_Window *window, bool is_on);

#endif
