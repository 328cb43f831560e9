/* A test that waits, as a JSON text: what was chosen for the next one, and the paper that is not handed in:
   its questions by the names of their cards, and what was answered. So it waits while its deck is changed. */
#ifndef MATCHWICK_FORMATS_TEST_STATE_H
#define MATCHWICK_FORMATS_TEST_STATE_H

#include "base/err.h"
#include "study/test_paper.h"

#define TEST_STATE_FORMAT  "matchwick-test-state"
#define TEST_STATE_VERSION 2 /* in 1 the questions followed from deck, setup and seed: it is read as well */

/* On one line. `paper` may be NULL. */
Str test_state_write(const TestSetup *setup, const TestPaper *paper, Arena *arena);
/* What was read; a paper is laid on the deck as it is now, its clock standing. */
typedef struct {
    TestSetup setup;  /* without tags: they are the deck's */
    TestPaper *paper; /* NULL: there is none, or none of its questions is left */
    TestLost lost;    /* of the paper */
} TestState;

/* False: it is no such text, or its paper cannot be laid; `setup` is as it can be read. */
NODISCARD bool test_state_read(Str text, const PlayIndex *index, Arena *arena, TestState *out, Err *err);

#endif
