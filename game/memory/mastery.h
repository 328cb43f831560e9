/* How well a card is mastered, in four levels and as a bar. */
#ifndef MATCHWICK_MEMORY_MASTERY_H
#define MATCHWICK_MEMORY_MASTERY_H

#include "memory/card_memory.h"

typedef enum { MASTERY_NEW, MASTERY_LEARNING, MASTERY_FAMILIAR, MASTERY_MASTERED } MasteryLevel;
#define MASTERY_LEVELS 4

Str mastery_name(MasteryLevel level); /* "New", "Learning", "Familiar", "Mastered" */
/* As earned by its answers. */
MasteryLevel mastery_level(const CardMemory *card);
/* As shown: one lower while recall is under .70 ("fading"), but never New again. */
MasteryLevel mastery_shown(MasteryLevel level, double recall);
/* recall * min(1, ln(1 + S90) / ln 22); 0 for a new card. A deck's mastery is the mean of its cards' bars. */
double mastery_bar(const CardMemory *card, double recall);

#endif
