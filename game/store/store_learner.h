/* A player's pace, from the log. Private to store/. */
#ifndef MATCHWICK_STORE_STORE_LEARNER_H
#define MATCHWICK_STORE_STORE_LEARNER_H

#include "store/store.h"
#include "store/store_db.h"

/* What an answer says, as memory/ takes it; false if its format is none of memory's. */
bool store_learner_evidence(const StoreAnswer *answer, Evidence *out);
/* The paces of a player's last right answers; the rest of `learner` is left as it is. SQLite's code. */
int store_learner_paces(StoreDb *db, int64_t player, Learner *learner);

#endif
