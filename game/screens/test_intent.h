/* What the screens of a test ask for in an INTENT_STUDY, beside the inputs of the paper itself
   (TestInputKind, study/test_paper.h, with `number` and `text`). */
#ifndef MATCHWICK_SCREENS_TEST_INTENT_H
#define MATCHWICK_SCREENS_TEST_INTENT_H

#include "screens/intent.h"
#include "study/test_paper.h"

typedef enum {
    TEST_SET_QUESTIONS = 100, /* number; likewise below: what the next test will be like */
    TEST_SET_KINDS,
    TEST_SET_ASK,
    TEST_SET_LIMIT,
    TEST_BEGIN,     /* a new paper in the place of one that waits */
    TEST_GO_ON,     /* with the one that waits */
    TEST_RETAKE,    /* number: a test of the store, 0: the report at hand; its missed cards again */
    TEST_WRITE_PAGE /* number likewise; the file's path is told in a toast */
} TestWish;

static inline Intent test_intent(int32_t input, int64_t number)
{
    return (Intent){.kind = INTENT_STUDY, .study = STUDY_TEST, .input = input, .number = number};
}

#endif
