/* Which cards a sitting of Spaced asks, and in which order: for spaced.c. */
#ifndef MATCHWICK_STUDY_SPACED_PLAN_H
#define MATCHWICK_STUDY_SPACED_PLAN_H

#include "study/spaced.h"

bool spaced_is_put_aside(const StudyCard *card, const StudyDay *day); /* suspended or buried */
bool spaced_is_fresh(const StudyCard *card, const StudyDay *day);     /* new, and not put aside */
bool spaced_is_ahead(const StudyCard *card, const StudyDay *day);     /* will be due, and is not yet */

/* Plans what is due, the weakest first, with new cards between, and at the end what was wrong
   today and is not due yet.
 */
void spaced_plan(Spaced *sitting, const StudyDeck *deck, SpacedLimits left, const StudyDay *day);
/* Plans some more. */
void spaced_plan_fresh(Spaced *sitting, const StudyDeck *deck, const StudyDay *day);
void spaced_plan_ahead(Spaced *sitting, const StudyDeck *deck, const StudyDay *day);
/* Before all that is planned. */
void spaced_plan_first(Spaced *sitting, uint32_t card);

#endif
