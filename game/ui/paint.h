/* What widgets are made of: panels, wells, marks, rings, bars, the focus ring, backgrounds; in the theme's
   colours. Nothing here is a widget. */
#ifndef MATCHWICK_UI_PAINT_H
#define MATCHWICK_UI_PAINT_H

#include "ui/ui.h"

/* Groups what follows until paint_layer_end into one picture, kept by the platform. `rect` is the shape's
   own; room for shadow, edge and ring is added. */
void paint_layer(Ui *ui, Rect rect);
/* The same, put on screen moved, scaled and faded (1: as it is) about its middle. */
void paint_layer_moved(Ui *ui, Rect rect, Vec by, float scale, float alpha);
void paint_layer_end(Ui *ui);

/* The gradient over the whole canvas and the two or three quiet shapes, one layer. */
typedef enum { BACKDROP_MENU, BACKDROP_ROUND, BACKDROP_PLAIN } Backdrop;
void paint_backdrop(Ui *ui, Backdrop backdrop);
/* The same with what is drawn until paint_backdrop_end on it, in the same picture; only while no screen is
   sliding in, as a backdrop stands still. */
void paint_backdrop_begin(Ui *ui, Backdrop backdrop);
void paint_backdrop_end(Ui *ui);
/* The outline of a rounded rectangle, 2 wide, turned about its middle: cheaper than a layer that is turned.
 */
void paint_turned_outline(Ui *ui, Rect rect, float radius, float degrees, Color color);
/* Dims what lies behind a dialog. */
void paint_veil(Ui *ui, float alpha);

void paint_panel(Ui *ui, Rect rect);              /* radius 24, shadow */
void paint_well(Ui *ui, Rect rect, float radius); /* sunken */
/* A row or card: surface, border; `fill` TOKEN_SURFACE, or a tint. */
void paint_card(Ui *ui, Rect rect, float radius, Token fill, Token line);
void paint_line(Ui *ui, Vec from, Vec to, float width, Color color);
/* Raised, with edge and shadow: tiles, buttons, cards. `lift` raises it and thickens the edge. */
typedef struct {
    Rect rect;
    float radius;
    Color top, bottom, line, edge;
    float line_width; /* 0: the theme's */
    float lift;
    Color glow; /* alpha 0: the theme's shadow */
} PaintRaised;
void paint_raised(Ui *ui, const PaintRaised *raised);

/* Kind marks: term = circle, definition = square; `size` 14 beside 18 to 24 px text. */
void paint_term_mark(Ui *ui, Vec center, float size, Color color);
void paint_def_mark(Ui *ui, Vec center, float size, Color color);

/* A ring filled from the top clockwise: 0 .. 1. */
void paint_ring(Ui *ui, Vec center, float radius, float width, float part, Color color, Color track);
/* The streak's ring: `segments` of which `filled` are thick; `scale` 1 normally. */
void paint_segments(Ui *ui, Vec center, float radius, int segments, int filled, Color color, Color empty);
/* A bar in a track, 0 .. 1. */
void paint_bar(Ui *ui, Rect rect, float part, Color color);

/* A person's first letter on their colour. */
void paint_avatar(Ui *ui, Vec center, float diameter, Str name, int color);

#endif
