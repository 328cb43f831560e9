/* The commands as data, for input.c and bindings.c: names, labels, contexts and default bindings. */
#ifndef MATCHWICK_UI_COMMAND_H
#define MATCHWICK_UI_COMMAND_H

#include "ui/input.h"

/* Does the command count in the context, by key or by pad button? */
bool command_is_in(Command command, InputContext context);
bool command_is_in_by_pad(Command command, InputContext context);
/* Is there a context in which both count? */
bool command_meets(Command a, Command b);
bool command_meets_by_pad(Command a, Command b);
Binding command_default(Command command);

#endif
