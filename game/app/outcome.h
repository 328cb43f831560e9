/* What came of a round, for the results screen. */
#ifndef MATCHWICK_APP_OUTCOME_H
#define MATCHWICK_APP_OUTCOME_H

#include "app/practice.h"
#include "app/session.h"
#include "screens/model.h"

/* Misses, pace and figures of a round that is over; texts and lists lie in the session's arena.
   `outcome->run` must be filled by the caller (a practice round has a run that is kept nowhere). */
void outcome_describe(Outcome *outcome, Session *session);
/* Rank, best and top of the board, once the run is in the store. */
void outcome_rank(Outcome *outcome, Session *session, Store *store);
/* Match times of a kept run, penalties included, into the session; nothing where its replay cannot be read.
 */
void outcome_read_splits(Session *session, const StoreRun *run);
/* Cards for a practice round: the missed ones and those taken for them, filled up with others asked in the
 * round, then of the selection. */
Practice outcome_practice(const Outcome *outcome, const Session *session);

#endif
