/* Spaced: a sitting in which the cards that the model says are due are asked, the weakest first, and some new
   ones between them. The player grades each answer; a card graded Again comes again after four others. The
   sitting holds no answers: it can be made anew from the study deck at any time. */
#ifndef MATCHWICK_STUDY_SPACED_H
#define MATCHWICK_STUDY_SPACED_H

#include "base/arena.h"
#include "study/outlook.h"

#define SPACED_OTHERS       4 /* cards between one graded Again and the same again */
#define SPACED_LEECH_LAPSES 8
#define SPACED_LEECH_EVERY  4 /* lapses after which a leech is pointed out once more */
#define SPACED_MORE_NEW     10
#define SPACED_AHEAD        20

/* How many more today: the player's numbers a day less what was done of them. */
typedef struct {
    int32_t fresh, reviews;
} SpacedLimits;

typedef enum {
    SPACED_SHOW,       /* the answer */
    SPACED_GRADE,      /* by `grade` */
    SPACED_UNDO,       /* the last answer, burying or suspending of the sitting */
    SPACED_STAR,       /* on or off */
    SPACED_BURY,       /* until the next study day */
    SPACED_SUSPEND,    /* the leech that was pointed out, else the card that is asked */
    SPACED_KEEP_LEECH, /* goes on with it */
    SPACED_SET_EXAM,   /* on `exam_day`, or STUDY_NO_EXAM */
    /* When nothing is left: */
    SPACED_REFRESH,    /* takes what has become due since */
    SPACED_TAKE_NEW,   /* ten new cards more than the day's */
    SPACED_TAKE_AHEAD, /* the twenty that would be due next */
    SPACED_TAKE_BACK,  /* all that was suspended or buried */
    SPACED_KINDS
} SpacedKind;

typedef struct {
    SpacedKind kind;
    Grade grade;
    int32_t exam_day;
    int64_t at_ms; /* monotonic */
    StudyDay day;  /* with the wall's time */
} SpacedInput;

typedef struct {
    uint32_t reviewed, right; /* answers */
} SpacedTally;

typedef struct {
    uint32_t card;
    int32_t from_turn;
} SpacedAgain;

/* Where the sitting stands: what undo brings back. */
typedef struct {
    uint32_t card; /* that is asked; DECK_NO_CARD: none is left */
    uint32_t planned_at, planned_count;
    uint32_t again_head, again_tail;
    int32_t turn; /* answers so far */
    SpacedTally tally;
} SpacedPlace;

typedef enum { SPACED_STEP_ANSWER, SPACED_STEP_BURY, SPACED_STEP_SUSPEND } SpacedStepKind;

typedef struct SpacedStep {
    struct SpacedStep *before; /* the step before this one */
    SpacedStepKind kind;
    uint32_t card;   /* to which it was done */
    StudyCard known; /* what it was before, */
    Learner learner; /* and the learner */
    SpacedPlace place;
    int32_t response_ms;
} SpacedStep;

/* Told when nothing is left. */
typedef struct {
    int64_t next_ms;     /* when the next is due; INT64_MAX: none will be */
    uint32_t next_count; /* that are due by the end of its study day */
    uint32_t due_left;   /* beyond the day's number of reviews, or since it was told */
    uint32_t new_left, ahead_left, put_aside;
    uint32_t forecast[STUDY_FORECAST_DAYS];
} SpacedSummary;

typedef struct {
    Arena *arena;
    Pool pool;
    SpacedPlace at;
    uint32_t *planned;
    uint32_t planned_room;
    SpacedAgain *again; /* a queue: from at.again_head to at.again_tail */
    uint32_t again_room;
    SpacedTally tally_before; /* of a sitting that this one goes on with: for who tells it */
    SpacedStep *last, *spare;
    bool is_shown;         /* the answer is */
    int64_t asked_ms;      /* monotonic: since when the card is asked */
    int32_t response_ms;   /* from then until the answer was shown */
    int64_t shown_at_ms;   /* wall: the next intervals are counted from here */
    uint32_t left;         /* cards still to be asked, the asked one counted */
    uint32_t leech;        /* to be pointed out; DECK_NO_CARD: none */
    int32_t exam_day;      /* STUDY_NO_EXAM: none is set */
    bool lost_focus;       /* the window was left while the card was asked: set by who sees it */
    SpacedSummary summary; /* made when nothing is left */
} Spaced;

/* Everything of it lies in the arena. */
void spaced_begin(Spaced *out, Arena *arena, const StudyDeck *deck, const Setup *setup, SpacedLimits left,
                  const SpacedInput *now);
/* To a sitting that was just made, of a deck that was changed: what the one before it asked, which is `card`
   now, is asked first, as far as it was seen. Changes nothing if it is not to be asked any more. */
void spaced_go_on(Spaced *sitting, const Spaced *before, uint32_t card, const StudyDeck *deck,
                  const SpacedInput *now);
/* The one way in which a sitting changes. An answer steps the study deck; marks are put on its cards. What
   can't be done where it stands changes nothing: false. */
bool spaced_apply(Spaced *sitting, StudyDeck *deck, const SpacedInput *input);

/* The answer that grading the asked card now would be. */
StudyFact spaced_fact(const Spaced *sitting, const StudyDeck *deck, Grade grade);
/* How long until the asked card would be due again; nothing is changed. */
int64_t spaced_interval_ms(const StudyDeck *deck, uint32_t card, Grade grade, Moment moment);
/* The card's memory after that grade. */
CardMemory spaced_after(const StudyDeck *deck, uint32_t card, Grade grade, Moment moment);
#endif
