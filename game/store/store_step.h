/* What one answer changes: the memory of the card (and of the one taken for it), and all that is counted.
   Private to store/. */
#ifndef MATCHWICK_STORE_STORE_STEP_H
#define MATCHWICK_STORE_STORE_STEP_H

#include "store/store_book.h"

/* How an answer was judged; kept in its row. */
typedef struct {
    bool was_new;   /* the card had no answer before */
    int64_t due_ms; /* of the card before, in Spaced alone; 0: it was new */
    double recall;  /* predicted before */
    bool is_judged, is_other_judged;
    Verdict verdict, other; /* on the card, and on the one whose text was taken for its */
} Judgement;

/* Plays an answer. `judgement->due_ms` is taken as it is if it is not 0: when a card was due is known by the
   log alone once the retention has been changed. SQLite's code. */
int store_step_apply(StoreBook *book, BookStudy *study, const StoreAnswer *answer, Judgement *judgement);
/* Counts an answer (1), or takes it back (-1): all sums but the cards' and the session. */
void store_step_count(BookStudy *study, const StoreAnswer *answer, const Judgement *judgement, int sign);
int store_step_confuse(StoreBook *book, const BookStudy *study, const StoreAnswer *answer, int sign);
/* A review that another program has kept. It steps memories and counts for nothing else: it was no session,
   no day and no answer of this game. */
#define STORE_REVIEW_MODE "anki"
/* The answer shows the text of another card whose memory it tells of too; false if not. */
bool store_step_has_other(const StoreAnswer *answer);
/* Changes a card's memory, and the deck's levels and bars by it. */
void store_step_set_memory(StoreBook *book, BookCard *card, const CardMemory *memory);
/* Bars as of a time; `now_ms` is kept. */
int store_step_recount(StoreBook *book, BookStudy *study, int64_t now_ms);

#endif
