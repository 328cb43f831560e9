/* The demos of demo.c: a round, and a study mode. */
#ifndef MATCHWICK_COMMANDS_DEMO_MODES_H
#define MATCHWICK_COMMANDS_DEMO_MODES_H

#include "commands/demo_stage.h"
#include "commands/round_words.h"

/* Plays it through and tells what came of it; `exit_code` where it cannot. */
NODISCARD bool demo_round_play(DemoStage *stage, const RoundWords *round, const char *deck, int *exit_code,
                               Err *err);
/* The same: a group of Learn, a test of ten questions, up to twenty reviews, ten cards. */
NODISCARD bool demo_study_play(DemoStage *stage, StudyMode mode, const RoundWords *words, const char *deck,
                               Err *err);

#endif
