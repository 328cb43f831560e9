/* A test as a value: a paper of questions that are answered in any order and changed at will, with no word
   about right or wrong until it is handed in. A pure function of (deck, setup, seed) and of the inputs with
   their times.

   Every question has exactly one right option among those of its deal: multiple choice shows up to
   TEST_OPTIONS of them; true/false claims one of two (`claim`) to be the answer; the questions of a block of
   matching share their options, each the right one of one question; a typed one has the right one alone.

   Times are the caller's monotonic milliseconds; the paper's own clock runs from TEST_ENTER to TEST_LEAVE, so
   it stands while the paper is put away. */
#ifndef MATCHWICK_STUDY_TEST_PAPER_H
#define MATCHWICK_STUDY_TEST_PAPER_H

#include "play/dealer.h"
#include "play/redeal.h"
#include "study/study.h"

typedef enum { TEST_TRUE_FALSE, TEST_CHOICE, TEST_MATCHING, TEST_TYPED } TestKind;
#define TEST_KINDS     4
#define TEST_ALL_KINDS ((1u << TEST_KINDS) - 1)

#define TEST_DEAL_VERSION      1 /* rises when the same seed would make another paper */
#define TEST_DEFAULT_QUESTIONS 20
#define TEST_MAX_QUESTIONS     200
#define TEST_MAX_LIMIT_MIN     600
#define TEST_OPTIONS           4 /* of multiple choice */
#define TEST_BLOCK             5 /* pairs to be matched at once, at most */
#define TEST_TYPED_BYTES       1024
#define TEST_NOT_CHOSEN        UINT32_MAX
#define TEST_STANDS            INT64_MIN
/* Of true/false, in place of an option. */
#define TEST_FALSE 0u
#define TEST_TRUE  1u

Str test_kind_name(TestKind kind); /* "truefalse", "choice", "matching", "typed": as in files */
bool test_kind_find(Str name, TestKind *out);

/* An open value; tags and cards are views. */
typedef struct {
    uint32_t questions; /* no more than there are cards; 0: by default */
    unsigned kinds;     /* 1 << TestKind each; at least one */
    Ask ask;
    int32_t limit_min; /* 0: none */
    const Str *tags;
    uint32_t tag_count;
    TagsMatch tags_match;
    const uint32_t *cards; /* those that were missed, to be asked again; NULL: all under the tags */
    uint32_t card_count;
} TestSetup;

TestSetup test_setup_default(void); /* 20 questions, multiple choice and typed, definitions */
Pool test_setup_pool(const TestSetup *setup, const Deck *deck, Arena *arena);
/* How many will be asked, of a pool of so many cards. */
uint32_t test_setup_questions(const TestSetup *setup, uint32_t pool);

typedef struct {
    TestKind kind;
    DealQuestion deal;
    uint32_t claim;              /* true/false: the option shown as the answer */
    uint32_t block, block_count; /* matching: the block's first question, and how many it has */
    /* What was answered. */
    uint32_t chosen; /* option, TEST_FALSE or TEST_TRUE; TEST_NOT_CHOSEN */
    uint32_t open;   /* matching: options to choose from when it was chosen */
    char *typed;     /* TEST_TYPED_BYTES, zero-terminated; NULL: nothing yet */
    int64_t response_ms;
    bool is_seen; /* was in front at some time */
    bool lost_focus;
    /* Once it is over. */
    bool is_right, is_near;
    Str expected; /* typed: the text that the answer was held against */
} TestQuestion;

typedef struct {
    Arena *arena;
    const PlayIndex *index;
    TestSetup setup; /* resolved; its own */
    uint64_t seed;
    TestQuestion *questions;
    uint32_t count;
    uint32_t front;             /* the question before the player */
    int64_t spent_ms, since_ms; /* the clock: up to `since_ms`; TEST_STANDS: it stands */
    bool is_over, is_timed_out;
} TestPaper;

/* Lies in the arena; the index must outlive it. NULL where there is no card. */
TestPaper *test_paper_make(Arena *arena, const PlayIndex *index, const TestSetup *setup, uint64_t seed);

/* What a paper has lost to changes of its deck. */
typedef struct {
    uint32_t gone;   /* questions: their cards are no more */
    uint32_t opened; /* answers, to be given again: what was chosen is no more */
} TestLost;

/* The paper as it lay, on its deck as it is now: the questions in their order with their answers, its clock
   standing. `names` are of its questions, whose deals are not looked at. Cards of a block that cannot stand
   together any more are to be typed, after it. In the paper's arena; NULL: no question is left. */
TestPaper *test_paper_again(const TestPaper *before, const Redeal *names, const PlayIndex *index,
                            TestLost *lost);

typedef enum {
    TEST_TICK,  /* time passes */
    TEST_ENTER, /* the paper comes before the player: its clock runs */
    TEST_LEAVE,
    TEST_LOOK_AWAY, /* the window was left: how long this answer took says nothing */
    TEST_CHOOSE,    /* number: option of the question in front, TEST_FALSE or TEST_TRUE */
    TEST_TYPE,      /* text: all of the answer; cut at TEST_TYPED_BYTES */
    TEST_GO,        /* number: question */
    TEST_HAND_IN
} TestInputKind;

typedef struct {
    TestInputKind kind;
    uint32_t number;
    Str text;
} TestInput;

/* What makes no sense is passed over; once it is over, everything. In a block of matching an option that
   another question has is taken from it, and the next open question of the block comes to the front. When
   the limit is reached the paper hands itself in. */
void test_paper_apply(TestPaper *paper, TestInput input, int64_t at_ms);

bool test_question_is_answered(const TestQuestion *question);
Str test_question_typed(const TestQuestion *question);
uint32_t test_paper_answered(const TestPaper *paper);
/* Of the running clock; INT64_MAX where there is no limit. */
int64_t test_paper_left_ms(const TestPaper *paper, int64_t now_ms);
/* Monotonic time at which it hands itself in; INT64_MAX: not by itself. */
int64_t test_paper_deadline_ms(const TestPaper *paper);
Side test_question_answer_side(const TestQuestion *question);
/* What a question of a paper that is over says about the memory of its card. False if it says nothing: it was
   never seen, or the limit cut it off before anything was answered. */
bool test_paper_fact(const TestPaper *paper, uint32_t question, StudyFact *out);

#endif
