/* Replay files: read, and put on to the board. */
#ifndef MATCHWICK_COMMANDS_REPLAY_IMPORT_H
#define MATCHWICK_COMMANDS_REPLAY_IMPORT_H

#include "commands/commands.h"
#include "play/run.h"

/* All of the run lies in the arena. The error names the file. */
NODISCARD bool replay_file_read(const char *path, Arena *arena, Run *out, Err *err);
/* `matchwick replay import FILE…`; returns the exit code. A run that is there already stays as it is. */
int replay_import(const CommandContext *context, int argc, char **argv);

#endif
