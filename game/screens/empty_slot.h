/* A place of a board that nobody has taken yet: its number, and a sunken line where a run will stand. */
#ifndef MATCHWICK_SCREENS_EMPTY_SLOT_H
#define MATCHWICK_SCREENS_EMPTY_SLOT_H

#include "ui/ui.h"

/* `number_room`: from the row's content to the circle, as in the rows above it; `pad`: the rows' own. */
void empty_slot_draw(Ui *ui, Rect row, int place, float pad, float number_room, float avatar);

#endif
