#include "ui/layout.h"

#include <math.h>

enum { WIDEST = 1480, MENU_MARGIN = 40, ROUND_MARGIN = 32 };

Rect layout_cut_left(Rect *rest, float width, float gap)
{
    Rect cut = {rest->x, rest->y, fminf(width, rest->w), rest->h};
    float taken = fminf(width + gap, rest->w);
    rest->x += taken;
    rest->w -= taken;
    return cut;
}

Rect layout_cut_right(Rect *rest, float width, float gap)
{
    float w = fminf(width, rest->w);
    Rect cut = {rest->x + rest->w - w, rest->y, w, rest->h};
    rest->w -= fminf(width + gap, rest->w);
    return cut;
}

Rect layout_cut_top(Rect *rest, float height, float gap)
{
    Rect cut = {rest->x, rest->y, rest->w, fminf(height, rest->h)};
    float taken = fminf(height + gap, rest->h);
    rest->y += taken;
    rest->h -= taken;
    return cut;
}

Rect layout_cut_bottom(Rect *rest, float height, float gap)
{
    float h = fminf(height, rest->h);
    Rect cut = {rest->x, rest->y + rest->h - h, rest->w, h};
    rest->h -= fminf(height + gap, rest->h);
    return cut;
}

Rect layout_column(Rect area, int index, int count, float gap)
{
    float w = (area.w - gap * (float)(count - 1)) / (float)count;
    return (Rect){area.x + (float)index * (w + gap), area.y, w, area.h};
}

Rect layout_row(Rect area, int index, int count, float gap)
{
    float h = (area.h - gap * (float)(count - 1)) / (float)count;
    return (Rect){area.x, area.y + (float)index * (h + gap), area.w, h};
}

Rect layout_cell(Rect area, int index, int columns, float height, float gap)
{
    Rect cell = layout_column(area, index % columns, columns, gap);
    cell.y = area.y + (float)(index / columns) * (height + gap);
    cell.h = height;
    return cell;
}

Rect layout_center(Rect area, float w, float h)
{
    return (Rect){area.x + (area.w - w) / 2, area.y + (area.h - h) / 2, w, h};
}

Rect layout_pad(Rect area, float x, float y)
{
    return (Rect){area.x + x, area.y + y, area.w - 2 * x, area.h - 2 * y};
}

/* The canvas without margins, at most 1480 wide in its middle. */
static Rect inside(const ViewSize *view, float margin_x, float top, float bottom)
{
    Rect safe = rect_is_empty(view->safe) ? view->canvas : view->safe;
    float left = fmaxf(view->canvas.x + margin_x, safe.x);
    float right = fminf(view->canvas.x + view->canvas.w - margin_x, safe.x + safe.w);
    float high = fmaxf(view->canvas.y + top, safe.y);
    float low = fminf(view->canvas.y + view->canvas.h - bottom, safe.y + safe.h);
    float w = fminf(right - left, WIDEST - 2 * margin_x);
    return (Rect){left + (right - left - w) / 2, high, w, low - high};
}

LayoutPage layout_page(const ViewSize *view, int text_percent)
{
    LayoutPage page = {.canvas = view->canvas};
    page.whole = inside(view, MENU_MARGIN, 24, 16);
    float scale = (float)text_percent / 100;
    Rect rest = page.whole;
    page.header = layout_cut_top(&rest, fmaxf(56, 48 * scale), 16);
    page.hints = layout_cut_bottom(&rest, fmaxf(40, 30 * scale), 16);
    page.content = rest;
    return page;
}

LayoutPage layout_round(const ViewSize *view)
{
    LayoutPage page = {.canvas = view->canvas};
    page.whole = page.content = inside(view, ROUND_MARGIN, 0, 24);
    return page;
}
