/* A block of matching: its cards, each with the wording that is shown, and where their options stand. For the
   files that make papers. */
#ifndef MATCHWICK_STUDY_TEST_PAIRS_H
#define MATCHWICK_STUDY_TEST_PAIRS_H

#include "study/test_paper.h"

typedef struct {
    uint32_t cards[TEST_BLOCK], wordings[TEST_BLOCK], places[TEST_BLOCK];
    uint32_t count;
    Ask ask; /* ASK_DEFINITION or ASK_TERM */
} TestPairs;

/* Asks for the partner of one of them. */
DealQuestion test_pairs_deal(const TestPairs *pairs, const Deck *deck, uint32_t which);

#endif
