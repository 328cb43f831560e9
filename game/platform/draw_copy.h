/* A copy of a draw list that outlives the frame it was made in. */
#ifndef MATCHWICK_PLATFORM_DRAW_COPY_H
#define MATCHWICK_PLATFORM_DRAW_COPY_H

#include "ui/draw.h"

/* Commands, texts and points are copied into the arena. */
DrawList draw_copy(const DrawList *list, Arena *arena);

#endif
