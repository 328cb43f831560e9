/* What the study modes share: a deck as one player knows it, and an answer in it. */
#ifndef MATCHWICK_STUDY_STUDY_H
#define MATCHWICK_STUDY_STUDY_H

#include "memory/mastery.h"
#include "play/play_index.h"

typedef enum { STUDY_CARDS, STUDY_LEARN, STUDY_TEST, STUDY_SPACED } StudyMode;
#define STUDY_MODES 4

Str study_mode_name(StudyMode mode); /* "cards", "learn", "test", "spaced": as in files and commands */
bool study_mode_find(Str name, StudyMode *out);

typedef struct {
    CardMemory memory;
    int64_t due_ms; /* INT64_MAX: never answered */
    bool is_starred, is_suspended;
    int64_t buried_until_ms; /* 0: not buried */
} StudyCard;

/* A pair that was taken one for the other. */
typedef struct {
    uint32_t asked, chosen; /* cards */
    int32_t count;
} StudyConfusion;

/* The deck and what the player knows of it. A copy: the store's own is kept by its writer in the same way. */
typedef struct {
    const PlayIndex *index; /* and with it the deck */
    Memory memory;
    Learner learner;
    double retention;           /* 0.70 to 0.97 */
    StudyCard *cards;           /* by card number, deck_count of them */
    StudyConfusion *confusions; /* the most frequent first */
    uint32_t confusion_count;
} StudyDeck;

/* One answer: what is kept of it, and what the memory is stepped by. Texts are views. */
typedef struct {
    uint32_t card;
    uint32_t chosen_card; /* of the wrong option or definition; DECK_NO_CARD else */
    Side shown_side;
    Str shown, chosen;
    Evidence evidence;
} StudyFact;

/* A card that could do with more: it was answered, and recall has fallen under .9. */
bool study_is_weak(const CardMemory *card, double recall);
/* Chance of recall now; the prior for a new card. */
double study_recall(const StudyDeck *deck, uint32_t card, int64_t now_ms);
MasteryLevel study_level(const StudyDeck *deck, uint32_t card, int64_t now_ms);
/* Steps the asked card, and for a wrong match or choice what follows for the other card and the confusions
   (memory/evidence.h). */
Verdict study_apply(StudyDeck *deck, const StudyFact *fact, Moment moment);

#endif
