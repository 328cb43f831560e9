/* The foot of a rush: what the last answer was worth, or the whole of a text that did not fit; and what can
   be pressed besides. */
#ifndef MATCHWICK_SCREENS_RUSH_FOOT_H
#define MATCHWICK_SCREENS_RUSH_FOOT_H

#include "screens/model.h"
#include "screens/rush_question.h"
#include "ui/ui.h"

float rush_foot_height(const Ui *ui);
/* "Right in 2.6 s." and its reckoning; "Not this one." and the right answer. */
Str rush_foot_verdict(Arena *arena, const Question *question);
Str rush_foot_points(Arena *arena, const Question *question);
/* INTENT_SKIP or INTENT_PAUSE by its hints. */
Intent rush_foot_put(Ui *ui, const CurrentRound *round, Rect rect, const QuestionAnswer *shown);

#endif
