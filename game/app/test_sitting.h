/* What the app keeps of a test: from opening it until another deck or player comes. */
#ifndef MATCHWICK_APP_TEST_SITTING_H
#define MATCHWICK_APP_TEST_SITTING_H

#include "study/test_report.h"

typedef struct {
    bool is_there;
    Arena arena;      /* of all below */
    TestSetup setup;  /* of the next one; its tags are the deck's */
    TestPaper *paper; /* not handed in yet; NULL: none */
    TestReport report;
    bool has_report;  /* of the one handed in last */
    int64_t saved_ms; /* monotonic: when the paper was saved last */
    int64_t warned_s; /* last of the final seconds heard */
} TestSitting;

#endif
