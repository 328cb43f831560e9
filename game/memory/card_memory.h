/* What is remembered of one card by one player: derived from that player's answers alone, in their order, so
   that it can be made anew from the log, bit for bit. */
#ifndef MATCHWICK_MEMORY_CARD_MEMORY_H
#define MATCHWICK_MEMORY_CARD_MEMORY_H

#include "memory/evidence.h"

/* Zeroed: a card that was never answered. */
typedef struct {
    MemoryState state;
    int64_t last_ms;                  /* of the last answer, Unix epoch */
    int32_t last_day;                 /* its local day: FSRS-6 counts days by the calendar */
    int32_t answers;                  /* that said something */
    int32_t lapses;                   /* wrong though it was known for a day or more (S90 >= 1) */
    int32_t good_days, last_good_day; /* distinct local days with an answer of p >= .8; the last of them */
    bool has_recalled;                /* a typed or flashcard success */
    double last_p;
    double s90; /* days until recall falls to .9, from the last answer */
} CardMemory;

typedef struct {
    int64_t at_ms; /* Unix epoch */
    int32_t day;   /* local day number */
} Moment;

static inline bool card_memory_is_new(const CardMemory *card)
{
    return card->answers == 0;
}
/* Days of 24 hours since the last answer; 0 where the clock was set back. */
double card_memory_days(const CardMemory *card, int64_t at_ms);
/* Chance of recall at that time; the learner's prior for a new card. */
double card_memory_recall(const Memory *memory, const Learner *learner, const CardMemory *card,
                          int64_t at_ms);
/* The one way in which a card's memory changes: judges the answer, steps the card, then the learner. */
Verdict card_memory_apply(const Memory *memory, Learner *learner, CardMemory *card, const Evidence *evidence,
                          Moment moment);
/* The card's part of that, from a verdict that was kept (one that says something). */
void card_memory_take(const Memory *memory, CardMemory *card, const Evidence *evidence,
                      const Verdict *verdict, Moment moment);
/* When it is due again at a retention: the last answer and the interval, but no sooner than ten minutes.
   A card that was never answered is due at INT64_MAX. */
#define CARD_MEMORY_SOONEST_MS 600000
int64_t card_memory_due_ms(const Memory *memory, const CardMemory *card, double retention);

#endif
