/* The frame that the rows of settings share, for the setting*.c files. */
#ifndef MATCHWICK_UI_SETTING_ROW_H
#define MATCHWICK_UI_SETTING_ROW_H

#include "ui/setting.h"

/* Registers the row and opens its layer. */
UiHit setting_row_begin(Ui *ui, const Setting *row, UiRole role, Str value, UiTrigger trigger);
/* Label and detail, left of a control of that width. */
void setting_row_words(Ui *ui, const Setting *row, float control_width);

/* Was the row activated by a press of the pointer, whose place says what on it is meant? */
bool setting_row_is_by_pointer(const Ui *ui);

/* Only the chosen value, between two arrows; which of them the pointer is on. */
typedef enum { SETTING_NO_SIDE, SETTING_LEFT, SETTING_RIGHT } SettingSide;
SettingSide setting_row_compact(Ui *ui, Rect box, Str value);

static inline Rect setting_inset_x(Rect r, float by)
{
    return (Rect){r.x + by, r.y, r.w - 2 * by, r.h};
}

#endif
