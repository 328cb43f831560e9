/* What is drawn on: a window with SDL's software renderer on its surface, a window with a renderer of the
   graphics card, or a surface alone (offscreen). Chooses between the first two. */
#ifndef MATCHWICK_PLATFORM_CANVAS_H
#define MATCHWICK_PLATFORM_CANVAS_H

#include <SDL.h>

#include "base/err.h"
#include "platform/damage.h"

typedef struct {
    SDL_Window *window; /* NULL: offscreen; not owned */
    SDL_Renderer *renderer;
    SDL_Surface *surface; /* software: the window's own, or ours offscreen; NULL with a graphics card */
    bool is_stale;        /* the window has another size now: canvas_refit */
} Canvas;

/* Whether `renderer` (NULL or "auto": by what is there) is SDL's software renderer. Costs no OpenGL start-up:
   a machine without a graphics device has none that is worth it. Call before the window is made. */
bool canvas_wants_software(const char *renderer);
/* Before the window is made. */
void canvas_set_hints(bool is_software);
/* With a window of canvas_wants_software's making. An `is_choice_free` OpenGL that turns out to be software
   itself is an error, so that the caller can make a plain window and ask for "software". */
NODISCARD bool canvas_open(Canvas *canvas, SDL_Window *window, const char *renderer, bool is_choice_free,
                           Err *err);
NODISCARD bool canvas_open_offscreen(Canvas *canvas, int width, int height, Err *err);
void canvas_close(Canvas *canvas);

void canvas_size(const Canvas *canvas, int *width_px, int *height_px);
/* After a change of the window's size: with software a new renderer is made, so textures must be gone. */
NODISCARD bool canvas_refit(Canvas *canvas, Err *err);
static inline bool canvas_is_software(const Canvas *canvas)
{
    return canvas->surface != NULL;
}
/* The surface's pixels are 0xXXRRGGBB and may be written by hand. */
bool canvas_has_plain_pixels(const Canvas *canvas);
/* Puts what was drawn on screen; with a graphics card all of it. */
void canvas_show(Canvas *canvas, const Damage *damage);
/* What is on the canvas, as opaque pixels; `to` has its size. */
NODISCARD bool canvas_read(Canvas *canvas, Picture to, Err *err);

#endif
