/* A card by which something to play or study is chosen: icon, hot key, name, a few words, and a figure of
   how it went. It rises while it has the focus. */
#ifndef MATCHWICK_SCREENS_MODE_CARD_H
#define MATCHWICK_SCREENS_MODE_CARD_H

#include "ui/icons.h"
#include "ui/ui.h"

typedef struct {
    UiId id;
    Rect rect;
    UiTrigger trigger;
    Str label, words;
    Str figure, unit; /* "5 of 16", "groups"; without a figure the unit stands alone */
    Str reason;       /* why it cannot be chosen; empty: it can */
    Icon icon;
    Token color, tint;
    bool is_default;
} ModeCard;

UiHit mode_card_put(Ui *ui, const ModeCard *card);

#endif
