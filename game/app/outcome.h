/* What came of a round, for the results screen. */
#ifndef MATCHWICK_APP_OUTCOME_H
#define MATCHWICK_APP_OUTCOME_H

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
/* Cards for a practice round: the missed ones, then others asked in the round until there are `wanted`.
 * Returns how many. */
uint32_t outcome_practice_cards(const Outcome *outcome, const Session *session, uint32_t wanted,
                                uint32_t *cards, uint32_t room);

#endif
