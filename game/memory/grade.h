/* What an answer is worth, and what the models keep for a card and a player: plain values. */
#ifndef MATCHWICK_MEMORY_GRADE_H
#define MATCHWICK_MEMORY_GRADE_H

/* To be made an int before a difference is taken: a compiler may count enumerators unsigned. */
typedef enum { GRADE_AGAIN = 1, GRADE_HARD, GRADE_GOOD, GRADE_EASY } Grade;

typedef struct {
    double stability;  /* days: FSRS-6's S, FSRS-7's slow stability */
    double fast;       /* days: FSRS-7's fast stability; 0 in FSRS-6 */
    double difficulty; /* 1 to 10 */
} MemoryState;

#define MEMORY_MAX_DAYS 36500 /* of a stability and of an interval */

#endif
