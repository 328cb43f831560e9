/* Learn: a selection in groups of up to 7 cards, the weakest first. In its group each card is asked twice,
   first with options, then to be typed; a right typed answer is the last of it. A miss brings the card back
   after two others, if that many are left. Who cannot type grades the card: it is turned over, and the player
   says whether it was known.

   A value: screens read it, learn_apply alone changes it. No clock: times come with the inputs. */
#ifndef MATCHWICK_STUDY_LEARN_H
#define MATCHWICK_STUDY_LEARN_H

#include "play/dealer.h"
#include "study/study.h"
#include "study/typed.h"

#define LEARN_GROUP     7
#define LEARN_APART     2 /* others between a miss and the same card again */
#define LEARN_OPTIONS   4
#define LEARN_MAX_TYPED 60 /* characters: longer answers are graded by the player, not typed */

typedef enum { LEARN_STAGE_CHOICE, LEARN_STAGE_TYPED, LEARN_STAGE_DONE } LearnStage;

typedef struct {
    uint32_t card;
    LearnStage stage;
    uint32_t misses;
    bool comes_back; /* its last answer was a miss */
} LearnCard;

/* A group and how far it has come: what is kept to go on later. */
typedef struct {
    LearnCard cards[LEARN_GROUP];
    uint32_t count;
    uint32_t queue[LEARN_GROUP]; /* places in `cards` of those that are not done; the first is asked */
    uint32_t waiting;
    uint32_t asked; /* questions so far, in all groups: each is drawn from (seed, number) */
} LearnGroup;

typedef enum {
    LEARN_ASKING,
    LEARN_TURNED, /* the answer is seen, the player grades */
    LEARN_ANSWERED,
    LEARN_RETYPING, /* with the answer in sight: says nothing of memory */
    LEARN_GROUP_DONE,
    LEARN_FINISHED /* every card of the selection is learned */
} LearnPhase;

typedef enum { LEARN_FORM_CHOICE, LEARN_FORM_TYPED, LEARN_FORM_CARD } LearnForm;

typedef struct {
    LearnForm form;
    DealQuestion deal; /* with its options, whatever the form */
    Side answer_side;
    Str answer; /* the right text */
} LearnQuestion;

typedef struct {
    bool is_right, is_near;
    bool is_given_up; /* the answer was shown instead */
    bool is_overruled;
    uint32_t chosen; /* option; LEARN_NO_OPTION */
    Str typed;
    TypedVerdict verdict; /* of `typed`: of an answer typed again, of that one */
    StudyFact fact;       /* as it was kept */
} LearnAnswer;

#define LEARN_NO_OPTION UINT32_MAX

/* What is learned, and of which cards. Everything is borrowed and must outlive the value. */
typedef struct {
    const StudyDeck *deck;
    Pool pool;
    Pool options; /* the cards that wrong options come from */
    Ask ask;      /* what the prompt is */
    uint64_t seed;
    bool *is_learned; /* by card of the deck: done in a group. Changed by learn_apply */
} LearnSource;

typedef struct {
    LearnSource source;
    uint32_t learned; /* cards of the pool */
    LearnGroup group;
    LearnPhase phase;
    LearnQuestion question; /* in LEARN_ASKING to LEARN_RETYPING */
    LearnAnswer answer;     /* from LEARN_ANSWERED on */
    Arena arena;            /* of question and answer */
} Learn;

typedef enum {
    LEARN_INPUT_CHOOSE,   /* number: option */
    LEARN_INPUT_TYPE,     /* text, not blank */
    LEARN_INPUT_SHOW,     /* shows the answer: counts as wrong */
    LEARN_INPUT_TURN,     /* shows the answer, to be graded: in place of typing */
    LEARN_INPUT_GRADE,    /* number: 1 if it was known; goes on */
    LEARN_INPUT_OVERRULE, /* a typed answer that was right counts as wrong, or the other way */
    LEARN_INPUT_AGAIN,    /* types a typed answer again, for the hand */
    LEARN_INPUT_NEXT,
    LEARN_INPUT_RESTART, /* nothing of the selection is learned any more; when finished */
    LEARN_INPUT_STAR     /* the card that is asked: for the caller to carry out */
} LearnInputKind;

typedef struct {
    LearnInputKind kind;
    int64_t number;
    Str text;
    int64_t now_ms; /* wall clock */
    int32_t response_ms;
    bool lost_focus;
} LearnInput;

typedef enum {
    LEARN_EVENT_NONE,
    LEARN_EVENT_RIGHT,
    LEARN_EVENT_NEAR,
    LEARN_EVENT_WRONG,
    LEARN_EVENT_TURNED,
    LEARN_EVENT_GROUP_DONE,
    LEARN_EVENT_FINISHED
} LearnEvent;

typedef enum { LEARN_MARK_NONE, LEARN_MARK_DONE, LEARN_MARK_UNDONE, LEARN_MARK_ALL_UNDONE } LearnMark;

/* What the caller has to keep, in this order. */
typedef struct {
    bool is_taken;
    bool undoes; /* the answer kept last is taken back: it was to `card` */
    bool keeps;  /* `fact`; its texts lie in the value until the next input, or in the deck */
    StudyFact fact;
    uint32_t card;
    bool stars;     /* `card`, or takes its star away */
    LearnMark mark; /* what is learned now: `card`, or none of the pool */
    LearnEvent event;
} LearnEffects;

/* Nothing is asked before learn_begin or learn_resume. */
void learn_init(Learn *learn, const LearnSource *source);
void learn_free(Learn *learn);
/* The first group. */
void learn_begin(Learn *learn, int64_t now_ms);
/* Goes on with a group that was kept. False where it does not fit the selection: nothing is changed. */
bool learn_resume(Learn *learn, const LearnGroup *group, int64_t now_ms);
/* In place of both: goes on where `before` is, whose deck was changed since from what it was into this one.
   The question stays, with its texts as they are now, and what was answered as it was counted; a card that is
   no more leaves the group. `before` stays to be freed, before its deck. False: the card that was asked is no
   more. */
bool learn_renew(Learn *learn, const Learn *before, const Deck *was, int64_t now_ms);
LearnEffects learn_apply(Learn *learn, const LearnInput *input);

/* The group as it will be once the present question is left: what to keep. */
LearnGroup learn_group_ahead(const Learn *learn);
/* "Group 5 of 16". */
uint32_t learn_groups(const Learn *learn);
uint32_t learn_group_number(const Learn *learn);
/* The card that is asked; NULL between groups. */
const LearnCard *learn_current(const Learn *learn);

#endif
