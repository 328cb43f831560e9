/* What stands beside the files of a folder (file_list.h) where a screen is all about choosing one: what to
   know of them, and what else can be done. On larger text there is no room for a pane: then buttons stand
   below. */
#ifndef MATCHWICK_SCREENS_FILE_PANE_H
#define MATCHWICK_SCREENS_FILE_PANE_H

#include "ui/ui.h"

bool file_pane_fits(const Ui *ui);
/* Cuts its place off the files', or that of a row of buttons. */
Rect file_pane_cut(Ui *ui, Rect *area);
/* The pane with a foot of that height, which is returned; `inside` is for the parts. */
Rect file_pane_begin(Ui *ui, Rect area, float foot, Rect *inside);
/* A title and a few lines, from the top of `inside`; left out where there is no room for them. */
void file_pane_part(Ui *ui, Rect *inside, Str title, Str words);
void file_pane_end(Ui *ui);
/* The hints of such a screen. */
void file_pane_hints(Ui *ui, Rect bar);

#endif
