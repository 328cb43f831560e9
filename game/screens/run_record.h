/* A run between play and store: the row of the store with its replay, and back. */
#ifndef MATCHWICK_SCREENS_RUN_RECORD_H
#define MATCHWICK_SCREENS_RUN_RECORD_H

#include "play/run.h"
#include "store/store.h"

/* The row for a run; texts are views into the run or in the arena. `player` is the store's. */
StoreRun run_record_make(const Run *run, int64_t player, Arena *arena);
/* The board of a setup on a deck, in the category without pauses (they come with play). */
BoardKey run_record_board(Str fingerprint, const Setup *setup, Arena *arena);
/* Decodes the replay of a row, holds the row's figures against it, and plays it. `index` as for run_verify.
   `check->why` names the figure that differs ("score is 9999, its replay gives 1240"). */
RunCheck run_record_check(const StoreRun *row, const PlayIndex *index, Arena *scratch);

#endif
