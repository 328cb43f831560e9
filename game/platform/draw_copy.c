#include "platform/draw_copy.h"

#include <string.h>

static const Vec *copy_points(const Vec *points, int count, Arena *arena)
{
    Vec *copy = ARENA_NEW_N(arena, Vec, (size_t)count);
    memcpy(copy, points, sizeof *copy * (size_t)count);
    return copy;
}

DrawList draw_copy(const DrawList *list, Arena *arena)
{
    DrawList copy = *list;
    copy.arena = arena;
    copy.capacity = list->count;
    copy.commands = ARENA_NEW_N(arena, DrawCommand, (size_t)list->count);
    for (int i = 0; i < list->count; i++) {
        DrawCommand *c = &copy.commands[i];
        *c = list->commands[i];
        if (c->kind == DRAW_TEXT) c->as.text.text = str_copy(arena, c->as.text.text);
        if (c->kind == DRAW_LINE) c->as.line.points = copy_points(c->as.line.points, c->as.line.count, arena);
        if (c->kind == DRAW_POLYGON)
            c->as.polygon.points = copy_points(c->as.polygon.points, c->as.polygon.count, arena);
    }
    return copy;
}
