/* Text on screen: a label on one line, a paragraph in a box, text that fits by size. Style = size of the type
   scale, weight, colour; the text scale is applied here. */
#ifndef MATCHWICK_UI_LABEL_H
#define MATCHWICK_UI_LABEL_H

#include "ui/ui.h"

typedef struct {
    TextSize size;
    FontWeight weight;
    Token color;
    TextAlign align;
    bool is_tabular; /* digits of one width: counters, clocks, columns */
    bool is_hud;     /* stops growing at 125 % */
    int max_lines;   /* of a paragraph; 0: what the box holds */
} LabelStyle;

TextStyle label_style(const Ui *ui, const LabelStyle *style);
float label_width(const Ui *ui, Str text, const LabelStyle *style);
/* On one line, vertically in the middle of the box, aligned in it; ends in an ellipsis where it is too long.
   Returns the width that is shown. */
float label_draw(Ui *ui, Rect box, Str text, const LabelStyle *style);
float label_draw_color(Ui *ui, Rect box, Str text, const LabelStyle *style, Color color);
/* Lines from the top of the box, as many as it holds; returns the height used. */
float label_paragraph(Ui *ui, Rect box, Str text, const LabelStyle *style);
/* Height that a paragraph needs in a width. */
float label_height(const Ui *ui, Str text, const LabelStyle *style, float width);
/* The largest of the sizes in which the whole text fits the box, vertically in its middle; else the last,
   with an ellipsis. Returns true if the text is cut. */
bool label_fit(Ui *ui, Rect box, Str text, const LabelStyle *styles, int count);
/* A heading that narration reads. */
void label_note(Ui *ui, UiId id, Rect box, Str text, const LabelStyle *style);

#endif
