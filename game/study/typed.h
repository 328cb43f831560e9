/* Typed answers, graded leniently: what counts is whether the word was known, not how it was dressed. Case,
   accents, punctuation and articles may be left out, and parts in brackets; the card's accepted texts, the
   definition's other wordings and the alternatives at , ; / are right too. A typo (a letter too many,
   missing, wrong, or two neighbours swapped) is a near miss: one in 5 letters or more, two in 9 or more.
   Never so where digits, single letters or Roman numerals differ, where the other text is the answer to
   another card, or where marks are what the answer says (Morse, operators). */
#ifndef MATCHWICK_STUDY_TYPED_H
#define MATCHWICK_STUDY_TYPED_H

#include "base/arena.h"
#include "deck/deck.h"
#include "play/trigram.h"

typedef enum { TYPED_WRONG, TYPED_NEAR, TYPED_RIGHT } TypedMatch;

typedef struct {
    TypedMatch match;
    Str expected;   /* the right text nearest to what was typed, as it is to be shown */
    uint32_t slips; /* typos of a near miss; 0 else */
} TypedVerdict;

/* `side`: of the answer. What is returned lies in the deck or the arena. */
TypedVerdict typed_grade(Arena *arena, const Deck *deck, uint32_t card, Side side, Str typed);

#endif
