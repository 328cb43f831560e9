/* From units to pixels: a command of the draw list at a scale, its edges on whole pixels so that borders stay
   crisp and like things get like pictures wherever they stand. */
#ifndef MATCHWICK_PLATFORM_PIXELS_H
#define MATCHWICK_PLATFORM_PIXELS_H

#include "base/arena.h"
#include "platform/fonts.h"
#include "platform/picture.h"
#include "platform/shapes.h"
#include "ui/draw.h"

typedef struct {
    int x, y, w, h; /* pixels */
} Box;

Box box_join(Box a, Box b);      /* an empty one counts for nothing */
Box box_intersect(Box a, Box b); /* w = h = 0 where they don't meet */
static inline bool box_is_empty(Box b)
{
    return b.w <= 0 || b.h <= 0;
}
bool box_holds(Box outer, Box inner);
bool box_is_same(Box a, Box b);
/* The smallest box of whole pixels around a rectangle of pixels. */
Box box_around(Rect r);
/* Of a rectangle in units: its edges on the nearest pixel. */
Box box_of(Rect units, float scale);

/* The same command in pixels, seen from `origin` (units). Points are copied into the arena; text is not. Only
   for primitives and clips, not for layers. In pixels a text's `size` is whole. */
DrawCommand pixels_of(const DrawCommand *command, float scale, Vec origin, Arena *arena);
/* Moved by whole pixels; points are copied into the arena. */
void pixels_move(DrawCommand *pixels, int dx, int dy, Arena *arena);
/* Where a command in pixels paints at most. */
Box pixels_bounds(const DrawCommand *pixels, Fonts *fonts);
/* Folds everything that decides how the command looks into a hash. */
uint64_t pixels_hash(uint64_t hash, const DrawCommand *pixels);

/* What painting takes. */
typedef struct {
    Fonts *fonts;
    Shapes *shapes; /* NULL: none are kept */
    Arena *scratch;
} PixelTools;

void pixels_paint(Picture to, const DrawCommand *pixels, const PixelTools *tools);

#endif
