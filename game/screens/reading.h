/* A dialog with a long text, which arrows, wheel and finger move through. */
#ifndef MATCHWICK_SCREENS_READING_H
#define MATCHWICK_SCREENS_READING_H

#include "ui/ui.h"

/* `text_id`: of this text, so that another one begins at its top. True when it is to be closed. */
bool reading_put(Ui *ui, Str title, Str text, UiId text_id);

#endif
