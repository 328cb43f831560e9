/* How much of a deck is mastered: the four levels as parts of a bar, always in their order. */
#ifndef MATCHWICK_SCREENS_MASTERY_BAR_H
#define MATCHWICK_SCREENS_MASTERY_BAR_H

#include "store/store.h"
#include "ui/ui.h"

typedef struct {
    int32_t counts[MASTERY_LEVELS]; /* of the deck's cards; MASTERY_NEW: those never answered */
    int percent;
} MasteryParts;

/* What is kept of a player and deck, held against the deck's number of cards. */
MasteryParts mastery_parts(const StoreMastery *kept, uint32_t cards);
Token mastery_token(MasteryLevel level);
/* Where each level's part lies, by its share; one without cards has no width. */
void mastery_bar_places(Rect bar, const MasteryParts *parts, float gap, Rect out[MASTERY_LEVELS]);
void mastery_bar_draw(Ui *ui, Rect bar, const MasteryParts *parts, float gap);

#endif
