/* A test that waits, as a JSON text: what was chosen for the next one, and the paper that is not handed in,
   as what it is made from and what was answered. Questions are not written: they follow from deck, setup and
   seed. */
#ifndef MATCHWICK_FORMATS_TEST_STATE_H
#define MATCHWICK_FORMATS_TEST_STATE_H

#include "base/err.h"
#include "study/test_paper.h"

#define TEST_STATE_FORMAT  "matchwick-test-state"
#define TEST_STATE_VERSION 1

/* On one line. `paper` may be NULL. */
Str test_state_write(const TestSetup *setup, const TestPaper *paper, Arena *arena);
/* The setup (without tags: they are the deck's), and the paper as it lay there, its clock standing; NULL if
   there is none. False: it is no such text, or its paper is of another deck; `setup` is as it can be read. */
NODISCARD bool test_state_read(Str text, const PlayIndex *index, Arena *arena, TestSetup *setup,
                               TestPaper **paper, Err *err);

#endif
