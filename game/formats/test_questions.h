/* The questions of a paper in its JSON, by the names of their cards: so that the paper can be laid again on a
   deck that has changed. For the files of test_state.h alone. */
#ifndef MATCHWICK_FORMATS_TEST_QUESTIONS_H
#define MATCHWICK_FORMATS_TEST_QUESTIONS_H

#include "formats/replay_source.h"
#include "study/test_paper.h"

/* The member "questions" of an object that is open. */
void test_questions_write(JsonWriter *w, const TestPaper *paper);
/* Sets the paper's questions, of deals with nothing but the number of their options and the right one, and
   the names of all. */
bool test_questions_read(const ReplaySource *source, const JsonValue *object, TestPaper *paper,
                         Redeal **names);

#endif
