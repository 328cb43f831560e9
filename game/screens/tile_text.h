/* Text on a tile or an option: the largest size in which it fits with its words whole, else the smallest,
   cut with an ellipsis. */
#ifndef MATCHWICK_SCREENS_TILE_TEXT_H
#define MATCHWICK_SCREENS_TILE_TEXT_H

#include "play/trigram.h"
#include "ui/ui.h"

/* Terms are larger and bold; a text of a few signs is larger than words. */
const TextLayout *tile_text_fit(Ui *ui, Str text, Side side, Vec box);

#endif
