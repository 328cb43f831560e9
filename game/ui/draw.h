/* The draw list: what a frame looks like, as values. Screens and widgets append; the platform carries it out.

   Primitives are shapes, arcs, lines, polygons and text runs. A *layer* groups primitives into one picture:
   the platform paints it once, keeps it by its content, and from then on copies it, moved, scaled, turned or
   faded. What moves as one thing (a tile with its text, a button, the background) is a layer; a primitive
   outside a layer is a layer of its own. Layers don't nest. The platform compares the list with that of the
   frame before and redraws only where it differs. */
#ifndef MATCHWICK_UI_DRAW_H
#define MATCHWICK_UI_DRAW_H

#include "base/arena.h"
#include "base/str.h"
#include "ui/geom.h"

typedef enum {
    DRAW_SHAPE,
    DRAW_ARC,
    DRAW_LINE,
    DRAW_POLYGON,
    DRAW_TEXT,
    DRAW_LAYER,
    DRAW_LAYER_END,
    DRAW_CLIP
} DrawKind;

/* A rounded rectangle (a circle where radius = half its size): shadow below, edge (thickness under it) next,
 * fill, border inside. */
typedef struct {
    Rect rect;
    float radius;
    Color fill_top, fill_bottom; /* vertical gradient, dithered by 1/255; alpha 0: none */
    float border;                /* width, drawn inside the rectangle's outline */
    Color border_color;
    float edge; /* height of the same shape showing below */
    Color edge_color;
    float shadow_y, shadow_blur; /* blur 0: no shadow */
    Color shadow_color;
    float glow_blur; /* a halo around, no offset; 0: none */
    Color glow_color;
} DrawShape;

/* Part of a ring, with round or flat ends. Angles in degrees, 0 at the top, clockwise. */
typedef struct {
    Vec center;
    float radius, width; /* of the stroke's middle line */
    float from_deg, sweep_deg;
    bool has_round_ends;
    Color color;
} DrawArc;

/* A polyline with round ends and joins. */
typedef struct {
    const Vec *points; /* in the frame's arena */
    int count;
    float width;
    Color color;
} DrawLine;

/* A filled polygon (even-odd). */
typedef struct {
    const Vec *points;
    int count;
    Color color;
} DrawPolygon;

/* One run of text in one font and direction, its baseline starting at `at`. */
typedef struct {
    Vec at;
    Str text;
    int face; /* from PlatformCalls.font_pick */
    float size;
    bool is_rtl;
    Color color;
    float width; /* advance in units, as measured */
} DrawText;

typedef struct {
    Rect bounds; /* everything of the layer lies inside, shadow included */
    bool is_opaque;
    /* How the finished picture is put on screen; identity: alpha 1, scale 1, all else 0. */
    float alpha, dx, dy, scale_x, scale_y, angle_deg; /* scaled and turned about the middle of `pivot` */
    Vec pivot;
} DrawLayer;

typedef struct {
    DrawKind kind;
    union {
        DrawShape shape;
        DrawArc arc;
        DrawLine line;
        DrawPolygon polygon;
        DrawText text;
        DrawLayer layer;
        Rect clip; /* until the next DRAW_CLIP; an empty one ends clipping */
    } as;
} DrawCommand;

typedef struct {
    DrawCommand *commands; /* grows in `arena`; zeroed padding, so that commands can be compared by bytes
                              where they hold no pointers */
    int count, capacity;
    Arena *arena; /* the frame's */
    /* Added to whatever is appended: a screen that slides or fades in as a whole. Folded into layers and
     * primitives as they are added. */
    float dx, dy, alpha;
    bool in_layer;
} DrawList;

void draw_begin(DrawList *list, Arena *frame);
void draw_shape(DrawList *list, DrawShape shape);
void draw_rect(DrawList *list, Rect rect, float radius, Color fill);
void draw_arc(DrawList *list, DrawArc arc);
void draw_line(DrawList *list, const Vec *points, int count, float width,
               Color color);                                                  /* copies the points */
void draw_polygon(DrawList *list, const Vec *points, int count, Color color); /* copies the points */
void draw_text(DrawList *list, DrawText text);                                /* copies the text */
DrawLayer draw_layer_identity(Rect bounds);
void draw_layer(DrawList *list, DrawLayer layer);
void draw_layer_end(DrawList *list);
void draw_clip(DrawList *list, Rect clip);
void draw_clip_end(DrawList *list);

#endif
