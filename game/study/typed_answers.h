/* Which typed texts are right for a card, as they are to be shown. */
#ifndef MATCHWICK_STUDY_TYPED_ANSWERS_H
#define MATCHWICK_STUDY_TYPED_ANSWERS_H

#include "base/arena.h"
#include "deck/deck.h"
#include "play/trigram.h"

#define TYPED_MAX_ANSWERS 96 /* of one card: beyond that only whole texts were ever left */

typedef struct {
    Str items[TYPED_MAX_ANSWERS]; /* the card's own text first, whole */
    uint32_t count;
} TypedAnswers;

void typed_answers_find(TypedAnswers *answers, Arena *arena, const Deck *deck, uint32_t card, Side side);
/* The next part of a list of alternatives from `*at` on; false at the end. */
bool typed_next_part(Str text, size_t *at, Str *part);

#endif
