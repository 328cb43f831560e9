/* What a sitting has changed: cards whose level of mastery is another than before their first answer in it.
   For rounds of the games as well as for the study modes. */
#ifndef MATCHWICK_STUDY_MOVES_H
#define MATCHWICK_STUDY_MOVES_H

#include "base/arena.h"
#include "study/study.h"

typedef struct {
    uint32_t card;
    MasteryLevel before;
} StudyMark;

/* Zeroed but for the arena: no card yet. */
typedef struct {
    Arena *arena;
    StudyMark *marks;
    uint32_t count, capacity;
} StudyMarks;

typedef struct {
    uint32_t up, down;
} StudyMoves;

/* Keeps the card's level as it is now, the first time that it is named: to be called before its answer is
   applied. */
void study_mark(StudyMarks *marks, const StudyDeck *deck, uint32_t card, int64_t now_ms);
/* The same for all cards that an answer may change. */
void study_mark_fact(StudyMarks *marks, const StudyDeck *deck, const StudyFact *fact, int64_t now_ms);
StudyMoves study_moves(const StudyMarks *marks, const StudyDeck *deck, int64_t now_ms);
/* "3 cards moved up, 2 moved down"; empty where none moved. */
Str study_moves_words(Arena *arena, StudyMoves moves);

#endif
