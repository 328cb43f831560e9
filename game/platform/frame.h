/* A frame: the draw list as items, each a picture known by its content and a place on screen. Two frames can
   be compared without looking at a pixel. */
#ifndef MATCHWICK_PLATFORM_FRAME_H
#define MATCHWICK_PLATFORM_FRAME_H

#include "platform/pixels.h"

typedef struct {
    uint64_t content;   /* hash of the picture: its key in the layer cache; 0: a plain rectangle in `fill` */
    uint64_t signature; /* of content and placement: equal ones look the same on screen */
    int width, height;  /* of the picture */
    int left, top;      /* of the picture in its layer, pixels: where nothing is painted, none is kept */
    Box place;          /* where the picture goes, before it is turned */
    Vec pivot;          /* of turning, from the corner of `place` */
    float angle_deg;
    uint8_t alpha;
    bool is_opaque;
    Color fill;
    Box clip;    /* the whole screen if none */
    Box touches; /* no pixel outside changes: clip and turning included */
    int command; /* in the draw list that it was made from: the primitive or the layer's first */
} FrameItem;

typedef struct {
    FrameItem *items; /* in the arena that frame_make was given */
    int count;
} Frame;

typedef struct {
    const DrawList *list;
    float scale;
    Box screen; /* 0, 0, size in pixels */
    Fonts *fonts;
    Shapes *shapes; /* NULL: none are kept */
} FrameSource;

Frame frame_make(const FrameSource *source, Arena *arena);
/* Paints the picture of an item that this source made. `to` has the item's size and is transparent. */
void frame_paint(const FrameSource *source, const FrameItem *item, Picture to, Arena *scratch);

#endif
