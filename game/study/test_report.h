/* What came of a test: plain facts with their texts, so that it can be read without its deck, years later. */
#ifndef MATCHWICK_STUDY_TEST_REPORT_H
#define MATCHWICK_STUDY_TEST_REPORT_H

#include "study/test_paper.h"

#define TEST_PASS_PERCENT 70

typedef struct {
    TestKind kind;
    Str card_id;
    Side shown_side;
    Str prompt;
    Str claim;    /* true/false: what was said to be the answer; empty else */
    Str given;    /* "True" and "False" for true/false; empty: nothing was answered */
    Str expected; /* the right answer as a text, for true/false too */
    bool is_right, is_near;
    int64_t response_ms;
} TestAnswer;

/* Right of all in a part of the test. */
typedef struct {
    Str name; /* of a tag; empty for a kind */
    uint32_t right, total;
} TestPart;

typedef struct {
    Str deck_id, deck_title, player;
    int64_t at_ms;     /* handed in, Unix epoch */
    int64_t length_ms; /* on the paper's clock */
    int32_t limit_min; /* 0: none */
    bool is_timed_out;
    uint32_t right, total;
    TestPart kinds[TEST_KINDS]; /* total 0: not asked */
    const TestPart *tags;       /* of the cards that were asked, in deck order */
    uint32_t tag_count;
    const TestAnswer *answers; /* in the paper's order; `total` of them */
} TestReport;

/* Of a paper that is over. Lies in the arena, with its texts. */
TestReport test_report_make(Arena *arena, const TestPaper *paper, Str player, int64_t at_ms);
uint32_t test_report_percent(const TestReport *report); /* cut, never rounded */
bool test_report_is_passed(const TestReport *report);
/* For people. */
Str test_kind_label(TestKind kind);                     /* "Written", "True or false" */
Str test_length_words(Arena *arena, int64_t length_ms); /* "6 min 40 s" */

#endif
