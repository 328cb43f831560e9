/* What the app keeps of studying: the deck as the player knows it. */
#ifndef MATCHWICK_APP_STUDY_SITTING_H
#define MATCHWICK_APP_STUDY_SITTING_H

#include "store/store.h"
#include "study/cards.h"
#include "study/learn.h"
#include "study/spaced.h"

typedef struct {
    bool is_there;
    Arena arena; /* of `deck` */
    StudyDeck deck;
    StoreTicket last_answer; /* or mark; what was read before it was decided is read again */
    bool is_behind;
    StoreTicket seen;    /* of `last_answer`: screens have been told that it is decided */
    StoreTicket recount; /* asked for last */
} StudySitting;

/* The deck whose cards are turned over, from opening them until another deck or player comes. */
typedef struct {
    bool is_there;
    Arena arena; /* of `cards` */
    Cards *cards;
} CardsSitting;

/* Of the study mode Spaced, from opening it until another deck or player comes. */
typedef struct {
    bool is_there;
    Arena arena; /* of `sitting` */
    Spaced sitting;
    bool is_early; /* made while the store had not yet all that was handed over */
} SpacedSitting;

/* Learn, open or left: it stays until another deck or player comes. */
typedef struct {
    bool is_there;
    Arena arena; /* of its pools */
    Learn learn;
    bool lost_focus; /* since the question was asked */
    int streak;      /* right answers in a row, for their sound */
    /* As they were before the answer that was kept last. */
    StudyCard card_before;
    Learner learner_before;
} LearnSitting;

#endif
