/* Places by arithmetic: cutting rectangles, rows, columns, grids, and the page of a screen on any canvas. */
#ifndef MATCHWICK_UI_LAYOUT_H
#define MATCHWICK_UI_LAYOUT_H

#include "ui/geom.h"
#include "ui/platform.h"

/* Cut a strip off a side: returned; `rest` shrinks by it and by `gap`. */
Rect layout_cut_left(Rect *rest, float width, float gap);
Rect layout_cut_right(Rect *rest, float width, float gap);
Rect layout_cut_top(Rect *rest, float height, float gap);
Rect layout_cut_bottom(Rect *rest, float height, float gap);
/* The index-th of `count` equal parts side by side, or one below the other. */
Rect layout_column(Rect area, int index, int count, float gap);
Rect layout_row(Rect area, int index, int count, float gap);
/* The index-th cell, in reading order, of a grid of `columns` with cells `height` high. */
Rect layout_cell(Rect area, int index, int columns, float height, float gap);
/* w x h, centred in the area. */
Rect layout_center(Rect area, float w, float h);
Rect layout_pad(Rect area, float x, float y);

/* A screen's page. `content` is at most 1480 wide, centred, inside the margins and the safe area. */
typedef struct {
    Rect canvas;  /* the whole window: backgrounds */
    Rect content; /* between the header and the hint bar */
    Rect header;  /* 56 high */
    Rect hints;   /* 40 high */
    Rect whole;   /* from the header's top to the hint bar's bottom */
} LayoutPage;

/* A menu page: margins 40, header at 24, hints 16 above the bottom. `text_percent` makes header and hints
   higher. */
LayoutPage layout_page(const ViewSize *view, int text_percent);
/* A round's page: margins 32, no header, no hint bar (`content` is all). */
LayoutPage layout_round(const ViewSize *view);

#endif
