/* Marks of questions and answers at a line's start. For imports alone. */
#ifndef MATCHWICK_FORMATS_IMPORT_QUESTIONS_H
#define MATCHWICK_FORMATS_IMPORT_QUESTIONS_H

#include "base/str.h"

typedef enum { MARK_NONE, MARK_QUESTION, MARK_ANSWER } QuestionMark;

/* "Q:", "Question 3:", "**A:**" …; `behind`: where the text begins. */
QuestionMark import_question_mark(Str line, size_t *behind);

#endif
