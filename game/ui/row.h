/* List rows: a surface that can have the focus and be activated; what stands in it the screen draws. */
#ifndef MATCHWICK_UI_ROW_H
#define MATCHWICK_UI_ROW_H

#include "ui/ui.h"

typedef enum {
    ROW_PLAIN, /* nothing until it is focused or marked */
    ROW_CARD,  /* surface and border */
    ROW_OWN    /* one's own: violet tint */
} RowLook;

typedef struct {
    UiId id;
    Rect rect;
    Str label; /* for narration */
    Str value;
    RowLook look;
    UiTrigger trigger;
    bool is_selected, is_disabled, is_default;
    UiId group;
} Row;

/* Registers and draws the surface. The row's layer stays open: draw its content, then row_end. */
UiHit row_begin(Ui *ui, const Row *row);
void row_end(Ui *ui);
float row_height(const Ui *ui); /* 54 at 100 % */

/* Columns of a table: x and width of each, by shares of the row. A share below 0 is a width in units. */
enum { ROW_COLUMNS_MAX = 10 };
typedef struct {
    Rect cells[ROW_COLUMNS_MAX];
} RowCells;
RowCells row_cells(Rect row, const float *shares, int count, float gap);

#endif
