/* The painter: the primitives of the draw list, antialiased, into a picture in memory. All lengths are pixels
   of that picture. Nothing is written outside of it. `scratch` is used during the call and may be reset after
   it. Text is not painted here (fonts.h). */
#ifndef MATCHWICK_PLATFORM_PAINTER_H
#define MATCHWICK_PLATFORM_PAINTER_H

#include "base/arena.h"
#include "platform/picture.h"
#include "ui/draw.h"

void painter_shape(Picture to, const DrawShape *shape, Arena *scratch);
void painter_arc(Picture to, const DrawArc *arc);
void painter_line(Picture to, const DrawLine *line, Arena *scratch);
void painter_polygon(Picture to, const DrawPolygon *polygon, Arena *scratch);

#endif
