/* The presenter carries a draw list out: items, what differs from the frame before, pictures painted where
   they are missing, copies inside the damage, and on screen. A frame that looks like the one before costs
   only the comparison. */
#ifndef MATCHWICK_PLATFORM_PRESENTER_H
#define MATCHWICK_PLATFORM_PRESENTER_H

#include "platform/canvas.h"
#include "platform/frame.h"

typedef struct {
    int64_t frames_asked; /* calls */
    int64_t frames_shown; /* that differed from the one before */
    int64_t items_copied; /* an item counts once for each damaged box it meets */
    int64_t layers_painted;
    int64_t pixels_damaged;
} PresentCounters;

typedef struct Presenter Presenter;

/* The canvas and the fonts outlive the presenter. */
Presenter *presenter_open(Canvas *canvas, Fonts *fonts);
void presenter_close(Presenter *presenter);
void presenter_show(Presenter *presenter, const DrawList *list, float scale);
/* The window's content is lost: the next frame is drawn whole. */
void presenter_forget(Presenter *presenter);
/* What was shown last. Pixels are the arena's. */
NODISCARD bool presenter_read(Presenter *presenter, Arena *arena, Picture *out, Err *err);
PresentCounters presenter_counters(const Presenter *presenter);

#endif
