/* Which cards a group of Learn takes, and in which order they come: for the files of learn.h
   alone. */
#ifndef MATCHWICK_STUDY_LEARN_GROUP_H
#define MATCHWICK_STUDY_LEARN_GROUP_H

#include "study/learn.h"

/* The next cards of the pool that are not learned: weak ones first (answered, and recall is under .9), the
   weakest leading; then those never answered, as the deck has them; then those known well. Suspended cards
   are left out while there are others. */
void learn_group_make(LearnGroup *group, const LearnSource *source, int64_t now_ms);
/* The first in the queue was answered: it goes to the end, or is done, or comes back after LEARN_APART
 * others.
 */
void learn_group_settle(LearnGroup *group, LearnForm form, bool is_right);
/* Is it a group of this pool, with a queue of exactly the cards that are not done? */
bool learn_group_fits(const LearnGroup *group, const Pool *pool);

#endif
