/* --help and --version, printed from the tables. Each returns the exit code. */
#ifndef MATCHWICK_COMMANDS_HELP_H
#define MATCHWICK_COMMANDS_HELP_H

#include "commands/commands.h"

int help_print(void);
int help_print_entry(const CommandEntry *entry);
int help_print_version(void);

#endif
