/* Shapes that recur: a board has a dozen tiles with one body, whose shadow costs more than all else. They are
   painted once and copied into each layer. */
#ifndef MATCHWICK_PLATFORM_SHAPES_H
#define MATCHWICK_PLATFORM_SHAPES_H

#include "base/arena.h"
#include "platform/picture.h"
#include "ui/draw.h"

typedef struct Shapes Shapes;

Shapes *shapes_open(void);
void shapes_close(Shapes *shapes);
/* As painter_shape; `shape` is in pixels, its edges whole ones. Keeps what has a shadow or glow and isn't
   large. `shapes` may be NULL: nothing is kept. */
void shapes_paint(Shapes *shapes, Picture to, const DrawShape *shape, Arena *scratch);
/* Where a shape paints at most. */
Rect shapes_bounds(const DrawShape *shape);

#endif
