/* Scroll areas and long lists. The wheel, a finger's drag (it glides on), the scroll bar and the focus move
   them; the focused widget is brought into view. */
#ifndef MATCHWICK_UI_SCROLL_H
#define MATCHWICK_UI_SCROLL_H

#include "ui/ui.h"

/* Clips to `view` and returns where the content lies: x, y of its top left (moved by the offset), its width
   (without the scroll bar) and height. Put widgets, then scroll_end. Areas don't nest. */
Rect scroll_begin(Ui *ui, UiId id, Rect view, float content_height);
void scroll_end(Ui *ui);
float scroll_bar_width(void);

/* A list of `count` rows of equal height of which only those near the view are built. Page Up and Down
   (with `takes_pages`) move the focus by a view, Home and End to the ends. Rows must
   have the ids ui_id_index(list id, index). */
typedef struct {
    UiId id;
    Rect view;
    float row_height, gap;
    int count;
    int columns;      /* 0 or 1: a list, more: a grid */
    bool takes_pages; /* COMMAND_PAGE_PREVIOUS and _NEXT are the list's */
} ScrollList;

typedef struct {
    int from, to; /* build these: from <= i < to */
    Rect content;
} ScrollRows;

/* Ended by scroll_end. */
ScrollRows scroll_list_begin(Ui *ui, const ScrollList *list);
Rect scroll_list_cell(const ScrollList *list, const ScrollRows *rows, int index);
/* Brings the row into view; before scroll_list_begin. */
void scroll_list_show(Ui *ui, const ScrollList *list, int index);
/* Focuses the row and brings it into view: own row of a leaderboard. */
void scroll_list_focus(Ui *ui, const ScrollList *list, int index);

#endif
